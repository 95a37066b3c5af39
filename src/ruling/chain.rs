//! The chain of a log: every line carries its number, the sum of the line before and the sum of itself.
//!
//! Reading gives the lines whose sum is right and says of everything else what is wrong with it. Nothing is repaired:
//! a line that was torn by a power cut or edited by hand stays where it is, is told, and does not count.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

/// The version of the lines.
const VERSION: u64 = 1;
/// What stands before the sum of a line.
const BEFORE_SUM: &[u8] = b",\"sum\":\"";
/// What stands behind it.
const AFTER_SUM: &[u8] = b"\"}";
/// Digits of a sum: half a SHA-256, in hexadecimal.
const SUM: usize = 32;
/// Bytes of a line from the comma before its sum to its end.
const TAIL: usize = BEFORE_SUM.len() + SUM + AFTER_SUM.len();

/// Where a log ends: what the next line follows. The default is that of an empty log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// The number of the last line; 0 where there is none.
    pub seq: u64,
    /// Its sum; empty where there is none.
    pub sum: String,
}

/// A line of a log whose sum is right.
#[derive(Clone, Debug, PartialEq)]
pub struct RawLine {
    /// The whole line, `seq`, `prev` and `sum` included.
    pub value: Value,
    /// Its number in the log, from 1.
    pub seq: u64,
    /// The sum of the line it was written after.
    pub prev: String,
    /// Its own sum.
    pub sum: String,
    /// Where it begins in the log, in bytes.
    pub offset: usize,
    /// The line of the file, from 1.
    pub line: usize,
}

impl RawLine {
    /// The id of what it says; empty if it has none.
    pub fn id(&self) -> &str {
        self.value["id"].as_str().unwrap_or_default()
    }
}

/// What is wrong at a place of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The line was never written to its end: the program or the machine stopped.
    Torn,
    /// The line is not what was written: its sum is wrong or gone.
    Edited,
    /// The line is no line of a log.
    Foreign,
    /// The line was written by a later version.
    Newer,
    /// So many lines that stood before this one are gone.
    Missing(u64),
    /// The line does not follow the one above it.
    OutOfPlace,
    /// The line has the id of one above it and says something else.
    SameId,
}

impl Wrong {
    /// True if the line itself does not count; false if it does and only its place is wrong.
    pub const fn is_damage(self) -> bool {
        match self {
            Self::Torn | Self::Edited | Self::Foreign | Self::Newer | Self::SameId => true,
            Self::Missing(_) | Self::OutOfPlace => false,
        }
    }
}

/// Something wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What it is.
    pub what: Wrong,
    /// The line of the file, from 1.
    pub line: usize,
    /// The bytes of the line.
    pub span: Range<usize>,
}

/// A log as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chain {
    /// The lines that count, in the order of the file, each id once.
    pub lines: Vec<RawLine>,
    /// What is wrong, in the order of the file.
    pub flaws: Vec<Flaw>,
    /// What a next line would follow.
    pub end: End,
    /// Every (number, sum) that was seen, for the comparison with what was remembered: lines written twice included.
    pub sums: Vec<(u64, String)>,
}

/// The line of an entry after the end of a log, without a line end: `seq` and `prev` behind the id, `sum` last.
pub fn finished(entry: &Map<String, Value>, after: &End) -> String {
    let mut line = Map::new();
    let own = |key: &str| matches!(key, "v" | "id" | "seq" | "prev" | "sum");
    line.insert("v".to_owned(), VERSION.into());
    line.insert(
        "id".to_owned(),
        entry.get("id").cloned().unwrap_or_default(),
    );
    line.insert("seq".to_owned(), (after.seq + 1).into());
    line.insert("prev".to_owned(), after.sum.clone().into());
    let rest = entry.iter().filter(|(key, _)| !own(key));
    line.extend(rest.map(|(key, value)| (key.clone(), value.clone())));
    let mut text = Value::Object(line).to_string();
    // The closing brace goes behind the sum.
    text.pop();
    let sum = sum(text.as_bytes());
    text.push_str(",\"sum\":\"");
    text.push_str(&sum);
    text.push_str("\"}");
    text
}

/// The sum of a line, from its first byte to the comma before `"sum"`.
pub fn sum(line: &[u8]) -> String {
    let mut text = String::with_capacity(SUM);
    for byte in &Sha256::digest(line)[..SUM / 2] {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The last valid line in the last part of a log. `whole` says that the part begins where a line begins.
pub fn last(part: &[u8], whole: bool) -> Option<End> {
    let mut to = part.len();
    loop {
        let from = memchr::memrchr(b'\n', &part[..to]).map_or(0, |at| at + 1);
        if from > 0 || whole {
            if let Line::Valid { seq, sum, .. } = judge(&part[from..to]) {
                return Some(End { seq, sum });
            }
        }
        to = from.checked_sub(1)?;
    }
}

/// True if some line of a part of a log is no line of a log, nor the rest of one.
pub fn is_foreign(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines
        .filter(|line| !is_blank(line))
        .any(|line| matches!(judge(line), Line::Wrong(Wrong::Foreign)))
}

/// Reads a whole log.
pub fn read(bytes: &[u8]) -> Chain {
    let mut reader = Reader::default();
    let (mut from, mut number) = (0, 1);
    for at in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        reader.line(bytes, from..at, number);
        from = at + 1;
        number += 1;
    }
    reader.chain
}

#[derive(Default)]
struct Reader {
    chain: Chain,
    ids: HashSet<String>,
    /// Damaged lines since the last one that counts: each may have been a link of the chain.
    damaged: u64,
}

impl Reader {
    fn line(&mut self, bytes: &[u8], span: Range<usize>, number: usize) {
        let line = &bytes[span.clone()];
        if is_blank(line) {
            return;
        }
        match judge(line) {
            Line::Wrong(what) => {
                self.damaged += 1;
                self.tell(what, &span, number);
            }
            Line::Newer(end) => {
                self.tell(Wrong::Newer, &span, number);
                self.chain.sums.push((end.seq, end.sum.clone()));
                self.chain.end = end;
                self.damaged = 0;
            }
            Line::Valid {
                value,
                seq,
                prev,
                sum,
            } => {
                self.follows(seq, &prev, &span, number);
                self.chain.end = End {
                    seq,
                    sum: sum.clone(),
                };
                self.chain.sums.push((seq, sum.clone()));
                self.damaged = 0;
                let line = RawLine {
                    value,
                    seq,
                    prev,
                    sum,
                    offset: span.start,
                    line: number,
                };
                self.take(line, &span);
            }
        }
    }

    /// Says so if a line does not follow what stands above it.
    fn follows(&mut self, seq: u64, prev: &str, span: &Range<usize>, number: usize) {
        let end = &self.chain.end;
        let what = match seq.checked_sub(end.seq.saturating_add(1)) {
            Some(0) if prev == end.sum => return,
            // A damaged line is told already; the line behind it may have been written before the damage.
            Some(gap) if gap > 0 && gap <= self.damaged => return,
            Some(gap) if gap > 0 => Wrong::Missing(gap - self.damaged),
            Some(_) | None => Wrong::OutOfPlace,
        };
        self.tell(what, span, number);
    }

    /// Takes a line that counts, unless it was written a second time after a failure.
    fn take(&mut self, line: RawLine, span: &Range<usize>) {
        if self.ids.insert(line.id().to_owned()) {
            self.chain.lines.push(line);
            return;
        }
        let first = self
            .chain
            .lines
            .iter()
            .find(|other| other.id() == line.id());
        if first.is_some_and(|first| said(&first.value) != said(&line.value)) {
            self.tell(Wrong::SameId, span, line.line);
        }
    }

    fn tell(&mut self, what: Wrong, span: &Range<usize>, line: usize) {
        let span = span.clone();
        self.chain.flaws.push(Flaw { what, line, span });
    }
}

/// What a line says, without where it stands.
fn said(value: &Value) -> Vec<(&String, &Value)> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .filter(|(key, _)| !matches!(key.as_str(), "seq" | "prev" | "sum"))
        .collect()
}

/// One line, looked at by itself.
enum Line {
    Valid {
        value: Value,
        seq: u64,
        prev: String,
        sum: String,
    },
    Newer(End),
    Wrong(Wrong),
}

fn judge(line: &[u8]) -> Line {
    // After a power cut the bytes of a lost write are zeros, and they may end where a good line begins.
    let line = line.trim_ascii_end();
    let line = &line[line.iter().take_while(|byte| **byte == 0).count()..];
    let claimed_sum = line.len().checked_sub(TAIL).and_then(|at| {
        let tail = line[at..].strip_prefix(BEFORE_SUM)?;
        let digits = tail.strip_suffix(AFTER_SUM)?;
        let hex = digits
            .iter()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let digits = std::str::from_utf8(digits).ok().filter(|_| hex)?;
        Some((at, digits))
    });
    let Some((at, claimed)) = claimed_sum else {
        return Line::Wrong(without_sum(line));
    };
    let value: Value = serde_json::from_slice(line).unwrap_or_default();
    let seq = value["seq"].as_u64();
    let end = seq.map(|seq| End {
        seq,
        sum: claimed.to_owned(),
    });
    if sum(&line[..at]) != claimed {
        return Line::Wrong(Wrong::Edited);
    }
    let fields = (
        value["id"].is_string(),
        value["prev"].as_str().map(str::to_owned),
        end,
    );
    match (fields, value["v"].as_u64()) {
        ((true, Some(prev), Some(end)), Some(VERSION)) => Line::Valid {
            seq: end.seq,
            prev,
            sum: end.sum,
            value,
        },
        ((_, _, Some(end)), Some(newer)) if newer > VERSION => Line::Newer(end),
        _ => Line::Wrong(Wrong::Foreign),
    }
}

/// What a line is that does not end with a sum.
fn without_sum(line: &[u8]) -> Wrong {
    const BEGINNING: &[u8] = b"{\"v\":";
    let whole = || serde_json::from_slice::<Value>(line).is_ok_and(|value| value.is_object());
    let begun = line.len().min(BEGINNING.len());
    if line[..begun] != BEGINNING[..begun] {
        // A write that was lost in the middle leaves the end of a line behind zeros, which is told as torn too.
        let tail = line.contains(&0);
        return if tail { Wrong::Torn } else { Wrong::Foreign };
    }
    if whole() { Wrong::Edited } else { Wrong::Torn }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests;
