//! Where reading can begin again after a mistake: lines that are a section's name, a record's id or a new document.

use super::Kind;
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
}

/// Keys that stand at the margin of `case.yaml` besides the sections.
pub(super) const HEAD_KEYS: [&str; 9] = [
    "format", "case", "title", "as_of", "home", "holidays", "team", "question", "draft",
];

/// All marks of a text, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut all = vec![];
    let mut records: Vec<(usize, usize)> = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let kind = margin(line);
        if let Some(kind) = kind {
            settle(&mut all, &mut records);
            all.push(Mark { at, kind });
        } else if key(line).is_some() && line.starts_with(' ') {
            records.push((at, indent(line)));
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
    let known = Kind::ALL.map(Kind::section).into_iter().chain(HEAD_KEYS);
    let opens = line.trim_end().ends_with(':');
    let is_section = opens || super::near(word, known).is_some();
    is_section.then_some(MarkKind::Section)
}

/// Of the keys of one section, those at the indentation of its records.
fn settle(all: &mut Vec<Mark>, keys: &mut Vec<(usize, usize)>) {
    let in_section = matches!(all.last(), Some(mark) if mark.kind == MarkKind::Section);
    let depth = record_indent(keys);
    for (at, indent) in keys.drain(..) {
        if in_section && Some(indent) == depth {
            let kind = MarkKind::Record;
            all.push(Mark { at, kind });
        }
    }
}

/// The indentation of a section's records: the least that occurs twice, else that of its first key.
fn record_indent(keys: &[(usize, usize)]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = vec![];
    for (_, indent) in keys {
        match counts.iter_mut().find(|(n, _)| n == indent) {
            Some((_, count)) => *count += 1,
            None => counts.push((*indent, 1)),
        }
    }
    let twice = counts.iter().filter(|(_, count)| *count > 1);
    let first = keys.first().map(|(_, indent)| *indent);
    let least = twice.map(|(indent, _)| *indent).min();
    match (least, first) {
        (Some(least), Some(first)) => Some(least.min(first)),
        (least, first) => least.or(first),
    }
}
