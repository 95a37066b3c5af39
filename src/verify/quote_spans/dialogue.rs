//! Dialogues as Spanish prints them: —No lo sabía —dijo Ana—, pero lo temía.
use crate::text::Span;
use crate::text::fold::fold;

use super::Whole;
use crate::text::lexicon::{Language, List};

/// The dash before what somebody says, and around who says it.
pub(super) const DASH: char = '—';

/// The verb of an attribution stands among so many words.
const NEAR: usize = 4;

/// What is said in the paragraph that the dash at byte `at` begins, and that ends at byte `end` at the latest. It is a
/// dialogue only where such a dash names who speaks.
pub(super) fn parts(text: &str, at: usize, end: usize) -> Vec<Whole> {
    let from = at + DASH.len_utf8();
    let rest = &text[from..end];
    let rest = &rest[..rest.find("\n—").unwrap_or(rest.len())];
    if !rest.starts_with(|c: char| c.is_alphanumeric() || "¿¡«“…".contains(c)) {
        return vec![];
    }
    let (mut said, mut begin, mut parts) = (0, 0, Vec::new());
    while let Some(open) = rest[begin..].find(" —").map(|place| begin + place) {
        let inner = open + 1 + DASH.len_utf8();
        let close = rest[inner..]
            .find(DASH)
            .map_or(rest.len(), |len| inner + len);
        if says(&rest[inner..close]) {
            parts.push(Span::new(from + said, from + open));
            let after = &rest[close..];
            said = rest.len()
                - after
                    .trim_start_matches([DASH, ',', '.', ';', ':', ' '])
                    .len();
        }
        begin = (close + DASH.len_utf8()).min(rest.len());
    }
    if parts.is_empty() {
        return vec![];
    }
    parts.push(Span::new(from + said.min(rest.len()), from + rest.len()));
    parts.into_iter().map(|said| (said, said)).collect()
}

/// Whether these words begin by saying who speaks.
fn says(words: &str) -> bool {
    let folded = fold(words);
    let mut words = folded.split(' ').take(NEAR);
    words.any(|word| Language::Spanish.lexicon().has(List::Saying, word))
}
