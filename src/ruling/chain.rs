//! The chain of a log: every line carries its number, the sum of the line before and the sum of itself.
//!
//! Reading gives the lines whose sum is right and says of everything else what is wrong with it. Nothing is repaired:
//! a line that was torn by a power cut or edited by hand stays where it is, is told, and does not count.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::hash::{Hash, Hasher};
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

/// A line of a log whose sum is right. What it says is read by whoever wants to know: reading it twice would be most of
/// the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// The id of what it says.
    pub id: String,
    /// Its number in the log, from 1.
    pub seq: u64,
    /// The sum of the line it was written after.
    pub prev: String,
    /// Its own sum.
    pub sum: String,
    /// Its bytes in the log.
    pub span: Range<usize>,
    /// The line of the file, from 1.
    pub line: usize,
}

impl RawLine {
    /// Where the log ended when it was written.
    pub fn end(&self) -> End {
        let sum = self.sum.clone();
        End { seq: self.seq, sum }
    }

    /// The id of what it says.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The whole line in its log, `seq`, `prev` and `sum` included.
    pub fn bytes<'a>(&self, log: &'a [u8]) -> &'a [u8] {
        log.get(self.span.clone()).unwrap_or_default()
    }
}

/// What is wrong at a place of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The line was never written to its end: the program or the machine stopped.
    Torn,
    /// The line has no end, and had one when the next line was written: the power went before the disk had it, or
    /// somebody cut it.
    Cut,
    /// The line is whole, and a zero stands where its line end should be.
    EndLost,
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
            Self::Torn | Self::Cut | Self::Edited | Self::Foreign | Self::Newer | Self::SameId => {
                true
            }
            Self::EndLost | Self::Missing(_) | Self::OutOfPlace => false,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The lines that count, in the order of the file, each id once.
    pub lines: Vec<RawLine>,
    /// What is wrong, in the order of the file.
    pub flaws: Vec<Flaw>,
    /// What a next line would follow.
    pub end: End,
    /// Where the log ended at good lines that are not among those that count: written twice, or by a later version.
    pub others: Vec<End>,
}

impl Chain {
    /// True if the log ended so once, by what is in it.
    pub fn has_ended(&self, end: &End) -> bool {
        let is = |line: &RawLine| line.seq == end.seq && line.sum == end.sum;
        self.lines.iter().any(is) || self.others.contains(end)
    }
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

/// The sum that a finished line carries at its end; empty if it carries none.
pub fn sum_of(finished: &str) -> &str {
    let digits = finished.len().checked_sub(AFTER_SUM.len() + SUM);
    let digits = digits.and_then(|from| finished.get(from..from + SUM));
    digits.unwrap_or_default()
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

/// The last valid line of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// What the next line follows.
    pub end: End,
    /// Whose log it is, by what the line says.
    pub by: Option<String>,
}

/// The last valid line in the last part of a log. `whole` says that the part begins where a line begins.
pub fn last(part: &[u8], whole: bool) -> Option<Last> {
    let mut to = part.len();
    loop {
        let from = memchr::memrchr(b'\n', &part[..to]).map_or(0, |at| at + 1);
        if from > 0 || whole {
            let pieces = part[from..to].split(|byte| *byte == 0);
            if let Some(last) = pieces.rev().find_map(last_in) {
                return Some(last);
            }
        }
        to = from.checked_sub(1)?;
    }
}

fn last_in(line: &[u8]) -> Option<Last> {
    match judge(line).ok()? {
        Good::Line(RawLine { seq, sum, .. }, by) => Some(Last {
            end: End { seq, sum },
            by,
        }),
        Good::Newer(end) => Some(Last { end, by: None }),
    }
}

/// True if some line of a part of a log is no line of a log, nor the rest of one.
pub fn is_foreign(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n');
    let alone = |line: &&[u8]| !is_blank(line) && !line.contains(&0);
    lines
        .filter(alone)
        .any(|line| matches!(judge(line), Err(Wrong::Foreign)))
}

/// Lines that are judged in one go on one thread.
const TOGETHER: usize = 256;

/// Reads a whole log.
pub fn read(bytes: &[u8]) -> Chain {
    let mut spans = vec![];
    let mut from = 0;
    for at in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        spans.push(from..at);
        from = at + 1;
    }
    // Sums and JSON are most of the work, and each line is judged by itself.
    let judged = spans.par_iter().with_min_len(TOGETHER);
    let judged: Vec<Option<Result<Good, Wrong>>> = judged
        .map(|span| {
            let line = &bytes[span.clone()];
            let whole = !is_blank(line) && memchr::memchr(0, line).is_none();
            whole.then(|| judge(line))
        })
        .collect();
    let mut reader = Reader {
        bytes,
        chain: Chain::default(),
        ids: FxHashMap::default(),
        damaged: 0,
        torn: vec![],
    };
    for ((number, span), judged) in (1..).zip(spans).zip(judged) {
        match judged {
            Some(Ok(good)) => reader.good(good, span, number),
            Some(Err(wrong)) => reader.damaged(wrong, &span, number),
            None => reader.with_zeros(span, number),
        }
    }
    reader.chain
}

struct Reader<'a> {
    bytes: &'a [u8],
    chain: Chain,
    /// The lines that count, by a hash of their ids.
    ids: FxHashMap<u64, Vec<usize>>,
    /// Damaged lines since the last one that counts: each may have been a link of the chain.
    damaged: u64,
    /// Which of the flaws are torn lines among these.
    torn: Vec<usize>,
}

impl Reader<'_> {
    /// A blank line, or one with zeros in it. After a power cut the bytes of a lost write are zeros. They end a line as
    /// its line end would have done: the line behind them was written whole, and may have been said to be saved.
    fn with_zeros(&mut self, span: Range<usize>, number: usize) {
        let whole = &self.bytes[span.clone()];
        if is_blank(whole) {
            return;
        }
        let (mut good, mut torn, mut end_lost) = (false, false, None);
        let mut from = span.start;
        for piece in whole.split(|byte| *byte == 0) {
            let to = from + piece.len();
            match judge(piece) {
                Ok(line) => {
                    good = true;
                    self.good(line, from..to, number);
                    if to < span.end {
                        end_lost.get_or_insert(to);
                    }
                }
                Err(_) => torn |= !is_blank(piece),
            }
            from = to + 1;
        }
        if torn || !good {
            self.damaged(Wrong::Torn, &span, number);
        } else if let Some(at) = end_lost {
            self.tell(Wrong::EndLost, &(at..at + 1), number);
        }
    }

    /// A line that was written whole.
    fn good(&mut self, line: Good, span: Range<usize>, number: usize) {
        match line {
            Good::Newer(end) => {
                self.tell(Wrong::Newer, &span, number);
                self.chain.others.push(end.clone());
                self.ends(end);
            }
            Good::Line(good, _) => {
                self.follows(&good, &span, number);
                self.ends(good.end());
                self.take(RawLine {
                    span,
                    line: number,
                    ..good
                });
            }
        }
    }

    fn ends(&mut self, end: End) {
        self.chain.end = end;
        self.damaged = 0;
        self.torn.clear();
    }

    fn damaged(&mut self, what: Wrong, span: &Range<usize>, line: usize) {
        self.damaged += 1;
        if what == Wrong::Torn {
            self.torn.push(self.chain.flaws.len());
        }
        self.tell(what, span, line);
    }

    /// Says so if a line does not follow what stands above it.
    fn follows(&mut self, line: &RawLine, span: &Range<usize>, number: usize) {
        let end = &self.chain.end;
        let what = match line.seq.checked_sub(end.seq.saturating_add(1)) {
            Some(0) if line.prev == end.sum => return,
            // A damaged line is told already; the line behind it was written before the damage.
            Some(gap) if gap > 0 => {
                self.were_whole();
                if gap <= self.damaged {
                    return;
                }
                Wrong::Missing(gap - self.damaged)
            }
            Some(_) | None => Wrong::OutOfPlace,
        };
        self.tell(what, span, number);
    }

    /// What is torn before a line that counts it as one of the chain was not torn then.
    fn were_whole(&mut self) {
        for at in self.torn.drain(..) {
            self.chain.flaws[at].what = Wrong::Cut;
        }
    }

    /// Takes a line that counts, unless it was written a second time after a failure.
    fn take(&mut self, line: RawLine) {
        let mut hasher = FxHasher::default();
        line.id().hash(&mut hasher);
        let same = self.ids.entry(hasher.finish()).or_default();
        let first = same.iter().map(|at| &self.chain.lines[*at]);
        let Some(first) = first.into_iter().find(|first| first.id() == line.id()) else {
            same.push(self.chain.lines.len());
            self.chain.lines.push(line);
            return;
        };
        let says_other = said(first.bytes(self.bytes)) != said(line.bytes(self.bytes));
        self.chain.others.push(line.end());
        if says_other {
            self.tell(Wrong::SameId, &line.span, line.line);
        }
    }

    fn tell(&mut self, what: Wrong, span: &Range<usize>, line: usize) {
        let span = span.clone();
        self.chain.flaws.push(Flaw { what, line, span });
    }
}

/// What a line says, without where it stands.
fn said(line: &[u8]) -> Map<String, Value> {
    let mut said: Map<String, Value> = serde_json::from_slice(line).unwrap_or_default();
    said.retain(|key, _| !matches!(key.as_str(), "seq" | "prev" | "sum"));
    said
}

/// A line that was written whole.
enum Good {
    /// With whose it is, where it says so.
    Line(RawLine, Option<String>),
    Newer(End),
}

/// What binds a line to its log; all else is passed over.
#[derive(Deserialize)]
struct Head<'a> {
    v: u64,
    seq: u64,
    #[serde(borrow)]
    prev: Cow<'a, str>,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    by: Option<Cow<'a, str>>,
}

/// Looks at one line by itself.
fn judge(line: &[u8]) -> Result<Good, Wrong> {
    let line = line.trim_ascii_end();
    let Some((at, claimed)) = claimed_sum(line) else {
        return Err(without_sum(line));
    };
    if sum(&line[..at]) != claimed {
        return Err(Wrong::Edited);
    }
    match serde_json::from_slice::<Head>(line) {
        // A line numbered with the last of all numbers could not be followed by another.
        Ok(head) if head.v == VERSION && head.seq < u64::MAX => {
            let line = RawLine {
                id: head.id.into_owned(),
                seq: head.seq,
                prev: head.prev.into_owned(),
                sum: claimed.to_owned(),
                span: 0..0,
                line: 0,
            };
            Ok(Good::Line(line, head.by.map(Cow::into_owned)))
        }
        Ok(_) | Err(_) => newer(line, claimed),
    }
}

/// A line of a later version, which may have other keys.
fn newer(line: &[u8], sum: &str) -> Result<Good, Wrong> {
    let value: Value = serde_json::from_slice(line).map_err(|_| Wrong::Foreign)?;
    match (value["v"].as_u64(), value["seq"].as_u64()) {
        (Some(version), Some(seq)) if version > VERSION && seq < u64::MAX => Ok(Good::Newer(End {
            seq,
            sum: sum.to_owned(),
        })),
        _ => Err(Wrong::Foreign),
    }
}

/// Where the summed part of a line ends, and the sum that stands behind it.
fn claimed_sum(line: &[u8]) -> Option<(usize, &str)> {
    let at = line.len().checked_sub(TAIL)?;
    let digits = line[at..]
        .strip_prefix(BEFORE_SUM)?
        .strip_suffix(AFTER_SUM)?;
    let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let digits = std::str::from_utf8(digits).ok()?;
    digits.as_bytes().iter().all(hex).then_some((at, digits))
}

/// What a line is that does not end with a sum.
fn without_sum(line: &[u8]) -> Wrong {
    const BEGINNING: &[u8] = b"{\"v\":";
    let begun = line.len().min(BEGINNING.len());
    if line[..begun] != BEGINNING[..begun] {
        return Wrong::Foreign;
    }
    let whole = serde_json::from_slice::<Value>(line).is_ok_and(|value| value.is_object());
    if whole { Wrong::Edited } else { Wrong::Torn }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests;
