//! A source's text in pieces small enough to be an answer: paragraphs, or the pages of a very long text.

use crate::text::{Places, Span};

/// Longer pieces are cut at spaces (bytes).
const LONGEST: usize = 4_000;
/// A text of more paragraphs than this is taken by the page, if it shows pages.
const MANY_PARAGRAPHS: usize = 20_000;

/// The pieces of `text` that hold words, in order. What belongs to no paragraph is a piece of its own.
pub fn passages(text: &str, places: &Places) -> Vec<Span> {
    let by_page = places.pages.count() > 0 && places.paragraphs.count() > MANY_PARAGRAPHS;
    let pieces: Vec<Span> = if by_page {
        places.pages.iter().collect()
    } else {
        places.paragraphs.iter().collect()
    };
    let mut all = vec![];
    let mut reached = 0;
    for piece in pieces
        .into_iter()
        .chain([Span::new(text.len(), text.len())])
    {
        cut(text, Span::new(reached, piece.start), &mut all);
        cut(text, piece, &mut all);
        reached = reached.max(piece.end);
    }
    all
}

fn cut(text: &str, span: Span, all: &mut Vec<Span>) {
    let mut rest = trimmed(text, span);
    while rest.len() > LONGEST {
        let limit = text.floor_char_boundary(rest.start + LONGEST);
        let space = text[rest.start..limit].rfind(char::is_whitespace);
        let end = space.map_or(limit, |space| rest.start + space.max(1));
        let end = text.ceil_char_boundary(end);
        all.push(Span::new(rest.start, end));
        rest = trimmed(text, Span::new(end, rest.end));
    }
    if !rest.is_empty() {
        all.push(rest);
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = text.get(span.start..span.end).unwrap_or_default();
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs::Rule;

    fn pieces(text: &str, rule: Rule) -> Vec<&str> {
        let spans = passages(text, &Places::new(text, rule));
        spans
            .into_iter()
            .map(|span| &text[span.start..span.end])
            .collect()
    }

    #[test]
    fn every_paragraph_is_a_piece_and_nothing_is_left_out() {
        let text = "Head\n\nfirst\nsecond\n\n\nlast";
        assert_eq!(
            pieces(text, Rule::BlankLines),
            ["Head", "first\nsecond", "last"]
        );
        assert_eq!(
            pieces("what stands before\n¶1 one\n¶2 two", Rule::Marks),
            ["what stands before", "¶1 one", "¶2 two"]
        );
        assert_eq!(pieces("", Rule::Lines), [] as [&str; 0]);
    }

    #[test]
    fn a_line_of_many_pages_is_cut_between_words() {
        let text = "été ".repeat(5_000);
        let pieces = pieces(&text, Rule::Lines);
        assert!(pieces.len() > 5 && pieces.iter().all(|piece| piece.len() <= LONGEST));
        assert_eq!(pieces.join(" "), text.trim_end());
        let pieces = passages(
            &"é".repeat(9_000),
            &Places::new(&"é".repeat(9_000), Rule::Lines),
        );
        assert_eq!(
            pieces.iter().map(|piece| piece.len()).sum::<usize>(),
            18_000
        );
    }
}
