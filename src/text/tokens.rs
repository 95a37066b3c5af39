//! Words of a text with their byte offsets, in one pass over the bytes.
//!
//! A word is a run of letters and digits; an apostrophe between letters, a decimal point and a thousands comma
//! between digits stay inside it, and a word broken at a line end by a hyphen is one word. Everything else
//! (punctuation, signs, currency) lies between words and is compared separately, so that nothing is lost.
use compact_str::CompactString;
use unicode_normalization::char::is_combining_mark;

use super::fold::{ASCII, fold_char, is_apostrophe, is_invisible, stands_alone};

/// One word: the hash of its folded form, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Hash of the folded bytes.
    pub hash: u32,
    /// First byte in the text as given.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// One step of the word hash.
#[inline]
pub const fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash.rotate_left(5) ^ byte as u32).wrapping_mul(0x9E37_79B1)
}

/// The hash of a word that has been folded.
pub fn hash_of(folded: &str) -> u32 {
    folded.bytes().fold(0, hash_step)
}

/// Calls `emit` for each word of `text`, in order.
#[inline]
pub fn each_word(text: &str, mut emit: impl FnMut(Token)) {
    words_while(text, 0, |token| {
        emit(token);
        true
    });
}

/// Calls `emit` for each word of `text`, in order, with its folded form.
pub fn each_folded(text: &str, mut emit: impl FnMut(Token, CompactString)) {
    let mut folded = Vec::with_capacity(32);
    scan(
        text,
        0,
        &mut folded,
        |folded, byte| folded.push(byte),
        |folded, token| {
            emit(token, CompactString::from_utf8_lossy(folded));
            folded.clear();
            true
        },
    );
}

/// Calls `go_on` for each word of `text` from byte `from` on, until it says stop. `from` lies between words or before one.
#[inline]
pub fn words_while(text: &str, from: usize, mut go_on: impl FnMut(Token) -> bool) {
    scan(text, from, &mut (), |(), _| {}, |(), token| go_on(token));
}

/// Calls `go_on` for each word, and `byte` for each byte of its folded form before.
#[inline]
fn scan<T>(
    text: &str,
    from: usize,
    kept: &mut T,
    byte: impl Fn(&mut T, u8),
    mut go_on: impl FnMut(&mut T, Token) -> bool,
) {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if bytes[at] < 0x80 && ASCII[bytes[at] as usize] == 0 {
            at += 1;
            continue;
        }
        let mut hash = 0;
        let mut empty = true;
        let end = scan_word(text, at, &mut |folded| {
            hash = hash_step(hash, folded);
            byte(kept, folded);
            empty = false;
        });
        if empty {
            at = end.max(at + char_at(text, at).map_or(1, char::len_utf8));
        } else {
            let word = Token {
                hash,
                start: at,
                end,
            };
            if !go_on(kept, word) {
                return;
            }
            at = end;
        }
    }
}

/// All words of `text`.
pub fn words(text: &str) -> Vec<Token> {
    let mut all = Vec::with_capacity(text.len() / 5);
    each_word(text, |token| all.push(token));
    all
}

/// The folded form of the word that begins at `start`, and its end.
pub fn fold_at(text: &str, start: usize) -> (CompactString, usize) {
    let mut folded = Vec::with_capacity(32);
    let end = scan_word(text, start, &mut |byte| folded.push(byte));
    (CompactString::from_utf8_lossy(&folded), end)
}

/// Whether a word begins at `at`.
pub fn starts_word(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|c| !is_combining_mark(c) && fold_char(c, &mut |_| {}))
}

/// Whether a word goes on at `at`, after an apostrophe; a character that is a word by itself begins another.
fn joins(text: &str, at: usize) -> bool {
    starts_word(text, at) && !char_at(text, at).is_some_and(stands_alone)
}

#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if *byte < 0x80 => Some(*byte as char),
        Some(_) => text.get(at..).and_then(|rest| rest.chars().next()),
        None => None,
    }
}

/// Where a word that is broken by a hyphen goes on: the hyphen ends at `at`, then comes one line break, then a small letter.
#[inline]
fn continues_after_break(text: &str, mut at: usize) -> Option<usize> {
    let mut breaks = 0;
    loop {
        match *text.as_bytes().get(at)? {
            b' ' | b'\t' | b'\r' => {}
            b'\n' if breaks == 0 => breaks = 1,
            byte if breaks == 1 && byte.is_ascii_lowercase() => return Some(at),
            byte if breaks == 1 && byte >= 0x80 => {
                return char_at(text, at).filter(|c| c.is_lowercase()).map(|_| at);
            }
            _ => return None,
        }
        at += 1;
    }
}

/// Sends the folded bytes of the word beginning at `at` to `sink` and gives the word's end.
#[inline]
fn scan_word(text: &str, start: usize, sink: &mut impl FnMut(u8)) -> usize {
    let bytes = text.as_bytes();
    let mut last = 0u8;
    let mut at = start;
    if let Some(c) = char_at(text, start).filter(|c| stands_alone(*c)) {
        return scan_alone(text, c, start, sink);
    }
    while at < bytes.len() {
        let byte = bytes[at];
        let folded = ASCII[byte as usize];
        if folded != 0 {
            sink(folded);
            last = folded;
            at += 1;
            continue;
        }
        let step = if byte < 0x80 {
            inside_ascii(text, at, last, sink)
        } else {
            inside_other(text, at, last, sink)
        };
        match step {
            Some((next, folded)) => (at, last) = (next, folded),
            None => break,
        }
    }
    at
}

/// A character of a script without spaces is a word by itself, with the marks that sit on it.
fn scan_alone(text: &str, c: char, start: usize, sink: &mut impl FnMut(u8)) -> usize {
    let mut end = start + c.len_utf8();
    if !is_combining_mark(c) {
        fold_char(c, sink);
    }
    while let Some(mark) = char_at(text, end).filter(|mark| is_combining_mark(*mark)) {
        end += mark.len_utf8();
    }
    end
}

/// An ASCII sign inside a word: where the word goes on and its last folded byte; nothing where the word ends.
#[inline]
fn inside_ascii(text: &str, at: usize, last: u8, sink: &mut impl FnMut(u8)) -> Option<(usize, u8)> {
    let bytes = text.as_bytes();
    match bytes[at] {
        sign @ (b'\'' | b'`') if last != 0 && joins(text, at + 1) => {
            sink(b'\'');
            Some((at + 1, if sign == b'`' { b'\'' } else { sign }))
        }
        b',' if last.is_ascii_digit() && thousands_follow(bytes, at + 1) => Some((at + 1, last)),
        b'.' if last.is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
            sink(b'.');
            Some((at + 1, b'.'))
        }
        b'-' if last != 0 && !last.is_ascii_digit() => {
            continues_after_break(text, at + 1).map(|next| (next, last))
        }
        _ => None,
    }
}

fn thousands_follow(bytes: &[u8], at: usize) -> bool {
    (at..at + 3).all(|place| bytes.get(place).is_some_and(u8::is_ascii_digit))
}

/// A non-ASCII character inside a word, answered like [`inside_ascii`].
fn inside_other(text: &str, at: usize, last: u8, sink: &mut impl FnMut(u8)) -> Option<(usize, u8)> {
    let c = char_at(text, at)?;
    let next = at + c.len_utf8();
    if is_apostrophe(c) {
        return (last != 0 && joins(text, next)).then(|| {
            sink(b'\'');
            (next, b'\'')
        });
    }
    if is_invisible(c) {
        let joined = if c == '\u{AD}' {
            continues_after_break(text, next)
        } else {
            None
        };
        return (last != 0).then_some((joined.unwrap_or(next), last));
    }
    if is_combining_mark(c) {
        return (last != 0).then_some((next, last));
    }
    if matches!(c, '\u{2010}' | '\u{2011}') {
        return (last != 0 && !last.is_ascii_digit())
            .then(|| continues_after_break(text, next))
            .flatten()
            .map(|next| (next, last));
    }
    if stands_alone(c) {
        return None;
    }
    let mut folded = last;
    let belongs = fold_char(c, &mut |byte| {
        sink(byte);
        folded = byte;
    });
    belongs.then_some((next, folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<CompactString> {
        words(text)
            .iter()
            .map(|token| fold_at(text, token.start).0)
            .collect()
    }

    #[test]
    fn words_keep_their_offsets_in_the_text_as_given() {
        let text = "“Perú’s” army—49 dead";
        let spans: Vec<_> = words(text)
            .iter()
            .map(|token| &text[token.start..token.end])
            .collect();
        assert_eq!(spans, ["Perú’s", "army", "49", "dead"]);
    }

    #[test]
    fn a_word_broken_at_a_line_end_is_one_word() {
        assert_eq!(
            folded("appr-\neciate and co\u{AD}\noperate, well-known"),
            ["appreciate", "and", "cooperate", "well", "known"]
        );
        assert_eq!(folded("page 20-\nthen"), ["page", "20", "then"]);
    }

    #[test]
    fn points_and_thousands_stay_inside_numbers_only() {
        assert_eq!(
            folded("14,200 of 3.5% in 2022, 12,5"),
            ["14200", "of", "3.5", "in", "2022", "12", "5"]
        );
    }

    #[test]
    fn scripts_without_spaces_give_a_word_a_character() {
        assert_eq!(folded("秘鲁 49人").len(), 4);
        assert_eq!(folded("a'秘"), ["a", "秘"]);
    }

    #[test]
    fn the_hash_is_that_of_the_folded_word() {
        for token in words("Don’t deﬁne 14,200 Perús") {
            assert_eq!(
                token.hash,
                hash_of(&fold_at("Don’t deﬁne 14,200 Perús", token.start).0)
            );
        }
    }
}
