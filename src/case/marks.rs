//! Where reading can begin again after a mistake: lines that are a section's name, a record's id or a new document.

use super::Kind;
use super::fields::HEAD;
use super::lines::{indent, key};

/// What begins at a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A key at the margin.
    Section,
    /// An id at the indentation of records.
    Record,
    /// `---`
    Document,
}

/// A line where reading can begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Byte offset of the line's first character.
    pub(super) at: usize,
    pub(super) kind: MarkKind,
    /// For a record where its section's name stands; else the same as `at`.
    pub(super) section: usize,
}

/// The first mark at or after a place, as an index.
pub(super) fn from(marks: &[Mark], at: usize) -> usize {
    marks.partition_point(|mark| mark.at < at)
}

/// A line below a section's name that reads as `key:`.
struct Key {
    at: usize,
    indent: usize,
    /// Its word is the name of a field, so it is hardly a record's id.
    is_field: bool,
}

/// All marks of a text, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut all = vec![];
    let mut records: Vec<Key> = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let kind = margin(line);
        if let Some(kind) = kind {
            settle(&mut all, &mut records);
            let section = at;
            all.push(Mark { at, kind, section });
        } else if line.starts_with(' ')
            && let Some(word) = key(line)
        {
            let (indent, is_field) = (indent(line), super::fields::is_field(word));
            records.push(Key {
                at,
                indent,
                is_field,
            });
        }
        at += line.len();
    }
    settle(&mut all, &mut records);
    all
}

/// What a line at the margin begins, if anything.
fn margin(line: &str) -> Option<MarkKind> {
    if line.starts_with("---") && line[3..].chars().next().is_none_or(char::is_whitespace) {
        return Some(MarkKind::Document);
    }
    if line.starts_with([' ', '\t', '\u{a0}']) {
        return None;
    }
    let word = key(line)?;
    let known = Kind::ALL.map(Kind::section).into_iter().chain(HEAD);
    let opens = line.trim_end().ends_with(':');
    let is_section = opens || super::near(word, known).is_some();
    is_section.then_some(MarkKind::Section)
}

/// Of the keys of one section, those at the indentation of its records.
fn settle(all: &mut Vec<Mark>, keys: &mut Vec<Key>) {
    let section = all.last().filter(|mark| mark.kind == MarkKind::Section);
    let section = section.map(|mark| mark.at);
    let depth = record_indent(keys);
    for key in keys.drain(..) {
        if let (Some(section), true) = (section, Some(key.indent) == depth) {
            all.push(Mark {
                at: key.at,
                kind: MarkKind::Record,
                section,
            });
        }
    }
}

/// The indentation of a section's records: of the keys that are not names of fields, the least that occurs twice, else that of the first.
fn record_indent(keys: &[Key]) -> Option<usize> {
    let ids: Vec<usize> = keys
        .iter()
        .filter(|key| !key.is_field)
        .map(|key| key.indent)
        .collect();
    let first = ids.first().copied().or(keys.first().map(|key| key.indent));
    let mut sorted = ids;
    sorted.sort_unstable();
    let mut twice = sorted.windows(2).filter(|two| two[0] == two[1]);
    let least = twice.next().map(|two| two[0]);
    least.into_iter().chain(first).min()
}
