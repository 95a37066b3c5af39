//! How many cells of a terminal a text takes, counted by what a reader sees as one character.
//!
//! Widths are summed over graphemes and never over the whole string: a terminal draws cell by cell, and the sum is what it draws.
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A cluster wider than this is taken apart: no real one is as wide, and a chain of joined consonants would otherwise
/// become a single character wider than the screen, which could not be drawn at all.
const WIDEST: usize = 4;

/// One step through a text: how long the next visible character is and how many cells it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Length in bytes, never 0.
    pub len: usize,
    /// Cells on screen.
    pub cells: usize,
}

/// The visible character at byte `at`, or nothing at the end of the text.
///
/// `at` must lie on a boundary that an earlier step reached, or be 0.
pub fn step(text: &str, at: usize) -> Option<Step> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    let plain = |byte: u8| (0x20..0x7f).contains(&byte);
    if plain(first) && bytes.get(at + 1).is_none_or(u8::is_ascii) {
        return Some(Step { len: 1, cells: 1 });
    }
    let grapheme = text.get(at..)?.graphemes(true).next()?;
    let cells = grapheme.width();
    if cells <= WIDEST {
        return Some(Step {
            len: grapheme.len(),
            cells,
        });
    }
    Some(head(grapheme))
}

/// The first character of an overlong cluster with the marks that sit on it.
fn head(grapheme: &str) -> Step {
    let mut chars = grapheme.char_indices();
    let cells = chars.next().and_then(|(_, c)| c.width()).unwrap_or(0);
    let len = chars
        .find(|(_, c)| c.width().unwrap_or(0) > 0)
        .map_or(grapheme.len(), |(at, _)| at);
    Step { len, cells }
}

/// Each visible character of a text: its byte offset, its text, its cells.
pub fn steps(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let Step { len, cells } = step(text, at)?;
        let from = at;
        at += len;
        Some((from, &text[from..at], cells))
    })
}

/// Cells the whole text takes.
pub fn of(text: &str) -> usize {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.len();
    }
    steps(text).map(|(_, _, cells)| cells).sum()
}

/// Where the longest beginning of `text` ends that takes at most `cells` cells, in bytes.
pub fn fit(text: &str, cells: usize) -> usize {
    let mut room = cells;
    for (at, _, wide) in steps(text) {
        if wide > room {
            return at;
        }
        room -= wide;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_as_a_terminal_draws_them() {
        let cases = [
            ("abc", 3),
            ("é", 1),
            ("e\u{301}", 1),
            ("한국", 4),
            ("日本", 4),
            ("👩‍👩‍👧", 2),
        ];
        for (text, cells) in cases {
            assert_eq!(of(text), cells, "{text}");
        }
    }

    #[test]
    fn a_beginning_that_fits_never_splits_a_character() {
        assert_eq!(fit("日本", 3), "日".len());
        assert_eq!(fit("e\u{301}x", 1), "e\u{301}".len());
        assert_eq!(fit("abc", 0), 0);
    }

    #[test]
    fn a_chain_of_joined_consonants_is_taken_apart() {
        let chain = "क्".repeat(500);
        assert!(steps(&chain).all(|(_, _, cells)| cells <= WIDEST));
        assert_eq!(
            steps(&chain).map(|(_, text, _)| text).collect::<String>(),
            chain
        );
    }
}
