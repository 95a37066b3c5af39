//! Quotations in single marks, told from apostrophes.
use crate::text::Span;
use crate::text::lexicon::{Lexicon, List};
use crate::text::tokens::fold_at;

use super::Whole;

/// Finds them. What was read once and closes nothing is not read again for the next mark.
pub(super) struct SingleMarks<'t> {
    text: &'t str,
    /// Up to here nothing closes what a curly mark opens.
    curly: usize,
    /// Up to here nothing closes what a straight mark opens.
    straight: usize,
}

impl<'t> SingleMarks<'t> {
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            curly: 0,
            straight: 0,
        }
    }

    /// The quotation that `open` opens at byte `at`, in a paragraph that ends at byte `end`.
    pub fn at(&mut self, at: usize, open: char, end: usize) -> Option<Whole> {
        let from = at + open.len_utf8();
        let rest = &self.text[from..end];
        let none_before = if open == '‘' {
            &mut self.curly
        } else {
            &mut self.straight
        };
        if at < *none_before || !may_open(&self.text[..at], open, rest) {
            return None;
        }
        let (close, read) = close(rest, open);
        if let Some(read) = read {
            *none_before = from + read;
        }
        let close = close?;
        let inner = Span::new(from, from + close.start);
        (inner.of(self.text).chars().count() > 1).then(|| (Span::new(at, from + close.end), inner))
    }
}

/// Whether a single mark between `before` and `rest` opens a quotation and is no apostrophe.
fn may_open(before: &str, open: char, rest: &str) -> bool {
    let apart = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || "([—–".contains(c));
    let Some(first) = rest.chars().next() else {
        return false;
    };
    if !apart || !first.is_alphanumeric() {
        return false;
    }
    open == '‘'
        || !first.is_ascii_digit() && !Lexicon::of_all().has(List::Elided, &fold_at(rest, 0).0)
}

/// The mark in `rest` that closes what `open` opened, and up to where no later one was found, if all was read.
///
/// Apostrophes are passed over: a closing mark stands behind a sign, or it is the last that a word ends with before
/// others open.
fn close(rest: &str, open: char) -> (Option<Span>, Option<usize>) {
    let mut last = None;
    for (place, c) in rest.char_indices() {
        let (inside, after) = (&rest[..place], &rest[place + c.len_utf8()..]);
        let begins =
            inside.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace);
        if begins && (c == '‘' || c == open && open == '\'') {
            return (last, Some(place));
        }
        let closes = matches!((open, c), ('‘', '’') | ('\'', '\''));
        if !closes || begins || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        last = Some(Span::new(place, place + c.len_utf8()));
        if inside.ends_with([',', '.', '!', '?', '…', ';', '—'])
            || after.starts_with([',', '.', ';', ':', ')'])
        {
            return (last, None);
        }
    }
    (last, Some(rest.len()))
}
