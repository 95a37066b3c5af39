//! How much of a source is shown around the words meant: cut between words, and said so only where it is cut.

use crate::text::Span;
use crate::verify::Passage;

/// Characters of a source shown on either side of the words.
const AROUND: usize = 240;
/// The most characters of a place that is named without words in it.
const LONGEST: usize = 700;

/// What is shown of a text, and which part of it are the words meant; none where no place is known.
pub fn stretch(passage: &Passage, text: &str) -> Option<(Span, Span)> {
    let located = passage.located;
    let words = match (passage.words.first(), passage.words.last()) {
        (Some(first), Some(last)) if last.end >= first.start => {
            Some(Span::new(first.start, last.end))
        }
        _ => None,
    };
    let whole = Span::new(0, text.len());
    match (words, located) {
        (Some(words), Some(place)) if place.overlaps(words) => {
            Some((near(text, words, place, AROUND), words))
        }
        (Some(words), _) => Some((near(text, words, whole, AROUND), words)),
        (None, Some(place)) => {
            let end = near(text, Span::new(place.start, place.start), place, LONGEST).end;
            let shown = Span::new(place.start, end);
            Some((shown, shown))
        }
        (None, None) => None,
    }
}

/// The words with so many characters on either side, cut between words and at the ends of `within`.
fn near(text: &str, words: Span, within: Span, most: usize) -> Span {
    let before = text.get(within.start..words.start).unwrap_or_default();
    let after = text.get(words.end..within.end).unwrap_or_default();
    let left = before.char_indices().rev().nth(most).map(|(at, _)| at);
    let start = left.map_or(within.start.min(words.start), |at| {
        let cut = before[at..]
            .find(char::is_whitespace)
            .map_or(at, |space| at + space);
        within.start + cut
    });
    let right = after.char_indices().nth(most).map(|(at, _)| at);
    let end = right.map_or(within.end.max(words.end), |at| {
        words.end + after[..at].rfind(char::is_whitespace).unwrap_or(at)
    });
    Span::new(start, end)
}

/// White space folded: a passage is read as running text.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if matches!(c, ' ' | '\n' | '\r' | '\x0c') {
            gap = true;
            continue;
        }
        if gap {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    if gap {
        out.push(' ');
    }
    out
}

/// True if words of the same paragraph stand beside a stretch.
pub fn is_cut(beside: Option<&str>, trim: fn(&str) -> &str) -> bool {
    let beside = beside.unwrap_or_default();
    let rest = trim(beside);
    let breaks = beside.matches('\n').count() - rest.matches('\n').count();
    !rest.is_empty() && breaks < 2
}

#[cfg(test)]
mod tests {
    use super::{folded, near};
    use crate::text::Span;

    #[test]
    fn a_passage_is_cut_between_words_and_stays_in_its_place() {
        let text = "one two three four five six seven";
        let words = Span::new(14, 18);
        let cut = near(text, words, Span::new(0, text.len()), 6);
        assert_eq!(&text[cut.start..cut.end], " three four five");
        let all = near(text, words, Span::new(4, 23), 99);
        assert_eq!(&text[all.start..all.end], "two three four five");
    }

    #[test]
    fn line_breaks_are_spaces_and_other_controls_stay_to_be_shown() {
        assert_eq!(folded("a\r\n b\tc\n"), "a b\tc ");
    }
}
