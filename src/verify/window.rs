//! A stretch of a source, word by word, ready to be laid beside a quotation.
use compact_str::CompactString;

use crate::text::Span;
use crate::text::furniture::touches;
use crate::text::tokens::each_folded;
use crate::text::typography::is_dash;

/// A word of the source.
#[derive(Clone, Debug)]
pub(crate) struct SourceWord {
    pub hash: u32,
    pub folded: CompactString,
    pub span: Span,
    /// The source has an ellipsis of its own before it.
    pub after_ellipsis: bool,
    /// A clause may begin here: the source has punctuation before it.
    pub after_mark: bool,
}

/// The words of `text` in `range`, page furniture left out. `range` lies between words.
pub(crate) fn window(text: &str, range: Span, furniture: &[Span]) -> Vec<SourceWord> {
    let mut words: Vec<SourceWord> = Vec::new();
    each_folded(range.of(text), |token, folded| {
        let span = Span::new(range.start + token.start, range.start + token.end);
        if touches(furniture, span) {
            return;
        }
        let gap = words
            .last()
            .map_or("", |last| &text[last.span.end..span.start]);
        words.push(SourceWord {
            hash: token.hash,
            folded,
            span,
            after_ellipsis: gap.len() >= 3 && (gap.contains("...") || gap.contains('…')),
            after_mark: gap != " "
                && gap.contains(|c: char| {
                    matches!(c, ',' | '.' | ';' | ':' | '?' | '!') || is_dash(c)
                }),
        });
    });
    words
}

/// The range widened to spaces, so that no word is cut.
pub(crate) fn between_words(text: &str, from: usize, to: usize) -> Span {
    const LONGEST: usize = 96;
    let bytes = text.as_bytes();
    let (mut start, mut end) = (from.min(text.len()), to.min(text.len()));
    let (low, high) = (
        start.saturating_sub(LONGEST),
        (end + LONGEST).min(text.len()),
    );
    while start > low && !bytes[start - 1].is_ascii_whitespace() {
        start -= 1;
    }
    while end < high && !bytes[end].is_ascii_whitespace() {
        end += 1;
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}
