//! How a case stands by itself, where nobody's rulings are at hand.

use super::standing::{self, Standing, Tally, of_claim};
use crate::case::{Body, Case, Draft, Node, Sentence};

/// The standing of a sentence that nobody has ruled on.
pub fn of_sentence(case: &Case, sentence: &Sentence) -> Standing {
    standing::of_sentence(case, sentence, None, |_, claim| of_claim(claim))
}

/// The standing of every claim and sentence, as if nobody had ruled.
pub fn standings(case: &Case) -> impl Iterator<Item = (Node, Standing)> {
    let claims = case.iter().filter_map(|(ix, record)| match &record.body {
        Body::Claim(claim) => Some((Node::Record(ix), of_claim(claim))),
        _ => None,
    });
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let sentences = (0u32..)
        .zip(sentences)
        .map(|(at, sentence)| (Node::Sentence(at), of_sentence(case, sentence)));
    claims.chain(sentences)
}

/// Counts each sentence of the draft once, as if nobody had ruled.
pub fn tally(case: &Case, draft: &Draft) -> Tally {
    let mut counts = Tally::new();
    for sentence in draft.sentences.iter().filter(|s| s.counts()) {
        *counts.entry(of_sentence(case, sentence)).or_default() += 1;
    }
    counts
}
