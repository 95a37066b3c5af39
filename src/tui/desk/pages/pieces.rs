//! A source's text in pieces small enough to be drawn one by one: paragraphs, and long ones in parts.
//!
//! Only pieces on screen are ever built, so that a text of any size scrolls as fast as a short one.

use crate::case::Holding;
use crate::text::Span;

/// The most bytes of one piece.
const MOST: usize = 4096;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes.
    pub span: Span,
    /// The paragraph's number, on its first piece.
    pub number: Option<u32>,
}

/// The piece in which a byte stands; the last one for a byte past the end.
pub fn piece_at(holding: &Holding, at: usize) -> Piece {
    let text = &*holding.text;
    let line = line_around(text, at.min(text.len()));
    // A line is cut at every MOST bytes from its beginning, moved back to a character boundary.
    let cut = |nth: usize| floor(text, (line.start + nth * MOST).min(line.end));
    let mut nth = (at.min(line.end) - line.start) / MOST;
    if cut(nth + 1) <= at && cut(nth + 1) < line.end {
        nth += 1;
    }
    if nth > 0 && cut(nth) == line.end {
        nth -= 1;
    }
    let (start, end) = (cut(nth), cut(nth + 1));
    let number = holding.places.paragraph_of(start).filter(|n| {
        holding
            .places
            .paragraph(*n)
            .is_some_and(|p| p.start >= start && p.start <= end)
    });
    Piece {
        span: Span::new(start, end),
        number,
    }
}

/// The piece after this one.
pub fn next(holding: &Holding, piece: Piece) -> Option<Piece> {
    let text = &*holding.text;
    let mut at = piece.span.end;
    if at >= text.len() {
        return None;
    }
    if text.as_bytes()[at] == b'\r' && text.as_bytes().get(at + 1) == Some(&b'\n') {
        at += 1;
    }
    if text.as_bytes()[at] == b'\n' {
        at += 1;
    }
    (at < text.len()).then(|| piece_at(holding, at))
}

/// Where the piece before the one that begins at a byte begins; the same byte at the beginning of the text.
pub fn before(holding: &Holding, start: usize) -> usize {
    if start == 0 {
        return 0;
    }
    let text = &*holding.text;
    let bytes = text.as_bytes();
    let mut at = floor(text, start.min(text.len()).saturating_sub(1));
    if bytes.get(at) == Some(&b'\n') && at > 0 && bytes[at - 1] == b'\r' {
        at -= 1;
    }
    piece_at(holding, at).span.start
}

/// The line in which a byte stands, without its end.
fn line_around(text: &str, at: usize) -> Span {
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |i| i + 1);
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |i| at + i);
    let end = if end > start && bytes[end - 1] == b'\r' {
        end - 1
    } else {
        end
    };
    Span::new(start, end.max(start))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{before, next, piece_at};
    use crate::case::{Held, Holding};
    use crate::text::Places;
    use crate::text::paragraphs::Rule;
    use std::sync::Arc;

    fn holding(text: &str) -> Holding {
        Holding {
            held: Held::Full,
            path: None,
            text: text.into(),
            places: Arc::new(Places::new(text, Rule::Lines)),
            sha256: None,
            encoding: None,
        }
    }

    /// Walks forward over all pieces and back again; both ways must see the same.
    fn walk(text: &str) -> Vec<(usize, usize)> {
        let holding = holding(text);
        let mut piece = piece_at(&holding, 0);
        let mut seen = vec![(piece.span.start, piece.span.end)];
        while let Some(after) = next(&holding, piece) {
            assert!(
                after.span.start > piece.span.start,
                "no progress at {piece:?}"
            );
            assert_eq!(
                before(&holding, after.span.start),
                piece.span.start,
                "{text:.20}"
            );
            piece = after;
            seen.push((piece.span.start, piece.span.end));
        }
        seen
    }

    #[test]
    fn pieces_are_lines_whatever_ends_them() {
        assert_eq!(
            walk("one\ntwo\r\n\r\nthree"),
            vec![(0, 3), (4, 7), (9, 9), (11, 16)]
        );
        assert_eq!(walk(""), vec![(0, 0)]);
        assert_eq!(walk("end\n"), vec![(0, 3)]);
    }

    #[test]
    fn a_line_of_any_length_is_cut_between_characters() {
        let long = "é".repeat(10_000);
        let pieces = walk(&format!("a{long}\nlast"));
        assert!(pieces.len() > 4);
        assert!(pieces.windows(2).all(|w| w[0].1 <= w[1].0));
        assert_eq!(pieces.last().map(|p| p.1), Some(20_001 + 5));
    }

    #[test]
    fn a_paragraph_is_numbered_on_its_first_piece_only() {
        let text = format!("first\n{}\nlast", "word ".repeat(2_000));
        let holding = holding(&text);
        let numbers: Vec<_> =
            std::iter::successors(Some(piece_at(&holding, 0)), |p| next(&holding, *p))
                .map(|p| p.number)
                .collect();
        assert_eq!(numbers, [Some(1), Some(2), None, None, Some(3)]);
    }
}
