//! The line of a file that a problem is in, made safe to show, with the words meant.

use crate::text::safe::shown;
use std::ops::Range;

/// Characters shown before and after the words meant, where the line is longer than both together.
const AROUND: usize = 160;
/// The most characters marked; what is longer is marked at its beginning.
const MOST_MARKED: usize = 240;

/// A line, or the stretch of it around the words meant.
#[derive(Default)]
pub struct Excerpt {
    /// Safe to show.
    pub text: String,
    /// Bytes of `text` that are meant.
    pub span: Range<usize>,
    /// Something before the stretch or in it is shown otherwise than it is written, so that its columns are not the file's.
    pub altered: bool,
}

impl Excerpt {
    /// The stretch of a line around a span of the file; what lies past the line is left off.
    pub fn of(bytes: &[u8], line: Range<usize>, span: &Range<usize>) -> Self {
        let start = span.start.clamp(line.start, line.end);
        let end = span.end.clamp(start, line.end);
        let first = back(bytes, line.start, start, AROUND);
        let last = ahead(
            bytes,
            end.min(ahead(bytes, start, line.end, MOST_MARKED)),
            line.end,
            AROUND,
        );
        let text = String::from_utf8_lossy(&bytes[first..last]);
        // Bytes that are not UTF-8 become characters of another length; the place is counted in what they became.
        let before = String::from_utf8_lossy(&bytes[first..start]).len();
        let meant = String::from_utf8_lossy(&bytes[start..end.min(last)]).len();
        let cut = first > line.start;
        let shown = shown(&text);
        let span = shown.place(before..before + meant);
        let lead = if cut { "…" } else { "" };
        let tail = if last < line.end { "…" } else { "" };
        let altered = cut || shown.as_str() != text;
        let shift = |at: usize| at.min(shown.as_str().len()) + lead.len();
        let span = shift(span.start)..shift(span.end);
        Self {
            text: format!("{lead}{}{tail}", shown.as_str()),
            span,
            altered,
        }
    }

    /// The column that the words meant would have, counted in what is shown.
    pub fn column(&self) -> usize {
        self.text[..self.span.start].chars().count() + 1
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// At most `most` characters back from `at`.
fn back(bytes: &[u8], start: usize, at: usize, most: usize) -> usize {
    let starts = (start..at).rev().filter(|i| is_start(bytes[*i]));
    starts.take(most).last().unwrap_or(at)
}

/// At most `most` characters on from `at`.
fn ahead(bytes: &[u8], at: usize, end: usize, most: usize) -> usize {
    let mut starts = (at..end).filter(|i| is_start(bytes[*i]));
    starts.nth(most).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    fn excerpt(line: &str, span: std::ops::Range<usize>) -> Excerpt {
        Excerpt::of(line.as_bytes(), 0..line.len(), &span)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let told = excerpt("  is: persn", 6..11);
        assert_eq!(&told.text[told.span.clone()], "persn");
        assert!(!told.altered);
        assert_eq!(told.column(), 7);
    }

    #[test]
    fn of_a_line_of_ten_megabytes_the_stretch_around_is_shown() {
        let mut line = "é".repeat(5_000_000);
        line.insert_str(4_000_000, "HERE");
        let told = excerpt(&line, 4_000_000..4_000_004);
        assert_eq!(&told.text[told.span.clone()], "HERE");
        assert!(told.text.starts_with('…') && told.text.ends_with('…'));
        assert!(told.text.chars().count() < 400);
    }

    #[test]
    fn what_hides_or_commands_is_made_visible_and_the_mark_stays_in_place() {
        let told = excerpt("a\u{202e}b: \u{1b}[2Jx bad", 13..16);
        assert_eq!(&told.text[told.span.clone()], "bad");
        assert!(!told.text.contains(['\u{202e}', '\u{1b}']));
        assert!(told.altered);
    }

    #[test]
    fn bytes_that_are_not_utf8_and_places_past_the_line_do_no_harm() {
        let line = b"caf\xE9: x";
        let told = Excerpt::of(line, 0..line.len(), &(3..4));
        assert!(told.text.is_char_boundary(told.span.start));
        assert!(told.text.is_char_boundary(told.span.end));
        let past = Excerpt::of(line, 0..line.len(), &(90..99));
        assert_eq!(past.span.start, past.text.len());
        for at in 0..=line.len() {
            for end in at..=line.len() {
                let told = Excerpt::of(line, 0..line.len(), &(at..end));
                assert!(told.text.get(told.span).is_some());
            }
        }
    }
}
