//! Finds the place of a quotation: the cheapest alignment among the candidates, and what stands elsewhere.
use crate::text::Span;

use super::align::{Alignment, Op, align};
use super::candidates::{Candidate, Effort, Found, candidates};
use super::parse::Parsed;
use super::shelf::Shelf;
use super::window::window;

/// A quotation laid beside the place where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    pub source: usize,
    pub alignment: Alignment,
    /// Runs of printed words that stand elsewhere.
    pub blocks: Vec<Block>,
    /// Printed words that were found, out of all.
    pub matched: usize,
}

/// A run of printed words that stands elsewhere than its neighbours.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub draft: (usize, usize),
    pub source: usize,
    /// Printed words are counted from `draft.0`.
    pub alignment: Alignment,
}

/// Most candidates laid beside the quotation.
const MOST: usize = 12;
/// A run of printed words shorter than this is not looked for elsewhere.
const SHORTEST_BLOCK: usize = 5;
/// Costs closer than this are the same.
const EVEN: f32 = 1e-4;

/// The places of `quote` in `within` at which most of it stands; several where it stands equally well at each.
/// If there is none, with the stretch that has most of its neighbours.
pub(crate) fn locate(
    shelf: &Shelf,
    quote: &Parsed,
    within: &[Span],
) -> (Vec<Located>, Option<Candidate>) {
    let (places, nearest) = best(shelf, quote, within);
    let located = places
        .into_iter()
        .map(|(alignment, candidate)| {
            let mut found = printed(quote, &alignment);
            let blocks = relocate(shelf, quote, within, candidate.source, &mut found);
            let matched = found.iter().filter(|found| **found).count();
            Located {
                source: candidate.source,
                alignment,
                blocks,
                matched,
            }
        })
        .collect();
    (located, nearest)
}

/// The printed words that were found.
fn printed(quote: &Parsed, alignment: &Alignment) -> Vec<bool> {
    let mut found = vec![false; quote.words.len()];
    for op in alignment.ops.iter().filter(|op| op.is_like()) {
        if let Op::Pair {
            draft, draft_len, ..
        } = op
        {
            found[*draft..draft + draft_len].fill(true);
        }
    }
    found
}

/// The printed words laid beside a candidate, if that costs no more than `limit`.
fn lay(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    candidate: &Candidate,
    limit: f32,
) -> Option<Alignment> {
    let source = &shelf.sources[candidate.source];
    let words_there = window(
        &source.text,
        candidate.range,
        shelf.furniture(candidate.source),
    );
    align(
        &quote.words[words.0..words.1],
        &quote.breaks[words.0..],
        words_there,
        source.language.lexicon(),
        limit,
    )
}

fn all_candidates(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    within: &[Span],
    most: usize,
    effort: Effort,
) -> Found {
    let mut all: Vec<Candidate> = Vec::new();
    let mut complete = true;
    for range in within {
        let found = candidates(shelf, quote, words, *range, most, effort);
        all.extend(found.candidates);
        complete &= found.complete;
    }
    all.sort_by(|one, other| {
        let name = |candidate: &Candidate| shelf.sources[candidate.source].name.as_str();
        other
            .score
            .cmp(&one.score)
            .then_with(|| name(one).cmp(name(other)))
            .then(one.range.cmp(&other.range))
    });
    all.truncate(most.max(within.len().min(64)));
    Found {
        candidates: all,
        complete,
    }
}

/// The cheapest alignments, and the first candidate of all.
fn best(
    shelf: &Shelf,
    quote: &Parsed,
    within: &[Span],
) -> (Vec<(Alignment, Candidate)>, Option<Candidate>) {
    let count = quote.words.len();
    let mut nearest = None;
    let mut best: Vec<(Alignment, Candidate)> = Vec::new();
    let mut complete = false;
    for effort in [Effort::Quick, Effort::Thorough] {
        if effort == Effort::Thorough {
            let good = best
                .first()
                .is_some_and(|(alignment, _)| alignment.cost <= 0.1 * share(count));
            if good || complete {
                break;
            }
            best.clear();
        }
        let found = all_candidates(shelf, quote, (0, count), within, MOST, effort);
        let all = found.candidates;
        complete = found.complete;
        nearest = all.first().copied();
        let top = nearest.map_or(0, |candidate| candidate.score);
        for (number, candidate) in all.iter().enumerate() {
            let last = effort == Effort::Thorough || complete;
            let hopeless = number > 0 && last && count >= 10 && top * 8 < count;
            if candidate.score * 2 < top || hopeless || candidate.is_hopeless() {
                break;
            }
            let lowest = best.first().map_or(f32::MAX, |(lowest, _)| lowest.cost);
            let Some(alignment) = lay(shelf, quote, (0, count), candidate, lowest + EVEN) else {
                continue;
            };
            if alignment.cost < lowest - EVEN {
                best.clear();
            }
            best.push((alignment, *candidate));
            // Word for word: its other places are looked up by their words.
            if best[0].0.cost <= 0.0 {
                break;
            }
        }
    }
    (best, nearest)
}

#[allow(clippy::cast_precision_loss, reason = "counts of words are small")]
pub(crate) fn share(words: usize) -> f32 {
    words as f32
}

/// Looks elsewhere for runs of printed words that were not found at the place; marks what it finds.
fn relocate(
    shelf: &Shelf,
    quote: &Parsed,
    within: &[Span],
    home: usize,
    found: &mut [bool],
) -> Vec<Block> {
    let count = found.len();
    let base = found.iter().filter(|found| **found).count();
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < count {
        if found[at] {
            at += 1;
            continue;
        }
        let end = end_of_run(found, at);
        let run = (at, end);
        let look = |words: (usize, usize)| {
            let long = words.1 - words.0 >= SHORTEST_BLOCK && base * 4 >= count;
            long.then(|| elsewhere(shelf, quote, within, home, words))?
        };
        let whole = fragment(quote, run).filter(|_| end - at >= SHORTEST_BLOCK - 2);
        let fits = |words: (usize, usize), block: &Block| {
            let by_chance = found[words.0..words.1].iter().filter(|found| **found);
            let len = words.1 - words.0;
            by_chance.count() <= (len / 3).max(2) || block.alignment.cost <= 0.1 * share(len)
        };
        let block = whole
            .and_then(|words| look(words).filter(|block| fits(words, block)))
            .or_else(|| look(run));
        if let Some(block) = block {
            found[block.draft.0..block.draft.1].fill(true);
            at = end.max(block.draft.1);
            blocks.retain(|other: &Block| other.draft.1 <= block.draft.0);
            blocks.push(block);
        } else {
            at = end;
        }
    }
    blocks
}

/// The fragment the run stands in, where the quotation is cut into several and the run is not one of them: words of it
/// that were found may stand there by chance.
fn fragment(quote: &Parsed, run: (usize, usize)) -> Option<(usize, usize)> {
    let parted = |at: &usize| quote.before(*at).any();
    let count = quote.words.len();
    let from = (0..=run.0).rev().find(parted).unwrap_or(0);
    let to = (run.1..count).find(parted).unwrap_or(count);
    ((from, to) != run && (from > 0 || to < count)).then_some((from, to))
}

/// Where a run of words not found ends; one or two found words in between belong to it.
fn end_of_run(found: &[bool], from: usize) -> usize {
    let (mut last, mut good) = (from, 0);
    for (at, found) in found.iter().enumerate().skip(from) {
        if *found {
            good += 1;
            if good > 2 {
                break;
            }
        } else {
            (last, good) = (at, 0);
        }
    }
    last + 1
}

fn elsewhere(
    shelf: &Shelf,
    quote: &Parsed,
    within: &[Span],
    home: usize,
    words: (usize, usize),
) -> Option<Block> {
    let len = words.1 - words.0;
    let mut best: Option<Block> = None;
    for ranges in [&[shelf.range(home)], within] {
        let found = all_candidates(shelf, quote, words, ranges, 3, Effort::Thorough);
        for candidate in found.candidates {
            let least = best.as_ref().map_or(f32::MAX, |best| best.alignment.cost);
            let found = lay(shelf, quote, words, &candidate, least);
            if let Some(alignment) = found.filter(|found| found.cost < least - EVEN) {
                best = Some(Block {
                    draft: words,
                    source: candidate.source,
                    alignment,
                });
            }
        }
        if best
            .as_ref()
            .is_some_and(|best| best.alignment.cost <= 0.3 * share(len))
        {
            break;
        }
    }
    let block = best?;
    let hits = block.alignment.ops.iter().filter(|op| op.is_like()).count();
    (block.alignment.cost <= 0.34 * share(len) && hits >= SHORTEST_BLOCK && hits * 10 >= len * 7)
        .then_some(block)
}
