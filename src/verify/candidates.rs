//! Where a quotation may stand: stretches in which several of its neighbouring words stand close together.
//!
//! The rarest neighbours are looked up first, and no more places are looked at than a budget allows.
use std::cmp::Reverse;

use crate::text::Span;

use super::parse::Parsed;
use super::shelf::Shelf;
use super::window::between_words;

/// A stretch of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub source: usize,
    /// Bytes of that source.
    pub range: Span,
    /// How many different neighbours of the quotation stand in it.
    pub score: usize,
}

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// The few rarest neighbours: enough where the quotation is faithful.
    Quick,
    /// Up to the budget.
    Thorough,
}

/// A neighbour of the quotation found in a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seed {
    at: usize,
    /// The first of its two printed words.
    word: usize,
}

/// Places looked at in all, and where several neighbours are frequent.
const BUDGET: usize = 10_000;
const BUDGET_QUICK: usize = 600;
/// Places of one pair of neighbours; the two rarest pairs are always looked at.
const MOST_SEEDS: usize = 20 * BUDGET;

/// The best stretches of `within` for printed words `words`, at most `most`.
pub(crate) fn candidates(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    within: Span,
    most: usize,
    effort: Effort,
) -> Vec<Candidate> {
    if words.1 - words.0 < 2 {
        return Vec::new();
    }
    let seeds = seeds(shelf, quote, words, within, effort);
    let mut found: Vec<Candidate> = Vec::new();
    for (score, from, to) in clusters(quote, words, &seeds) {
        if found.len() >= most {
            break;
        }
        let Some(candidate) = stretch(shelf, quote, words, &seeds[from..to], score) else {
            continue;
        };
        let shared = |other: &Candidate| {
            candidate
                .range
                .end
                .min(other.range.end)
                .saturating_sub(candidate.range.start.max(other.range.start))
        };
        if !found.iter().any(|other| {
            other.source == candidate.source && shared(other) * 2 > candidate.range.len()
        }) {
            found.push(candidate);
        }
    }
    found
}

fn seeds(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    within: Span,
    effort: Effort,
) -> Vec<Seed> {
    let pair = |word: usize| (quote.words[word].hash, quote.words[word + 1].hash);
    let mut rarest: Vec<(usize, usize)> = (words.0..words.1 - 1)
        .map(|word| (shelf.lookup.count(pair(word).0, pair(word).1), word))
        .filter(|(count, _)| *count > 0)
        .collect();
    rarest.sort_unstable();
    let (mut seeds, mut total) = (Vec::new(), 0);
    for (number, (count, word)) in rarest.into_iter().enumerate() {
        let enough = match effort {
            Effort::Quick => number >= 1 && total + count > BUDGET_QUICK || number >= 8,
            Effort::Thorough => {
                number >= 2 && (total + count > BUDGET || number >= 24 && total + count > 3_000)
            }
        };
        if enough {
            break;
        }
        total += count;
        let (first, second) = pair(word);
        let mut left = MOST_SEEDS;
        shelf.lookup.places(first, second, within, &mut |at| {
            if left > 0 {
                seeds.push(Seed { at, word });
                left -= 1;
            }
        });
    }
    seeds.sort_unstable();
    seeds
}

/// How far apart, in bytes, the words of one candidate may stand.
fn reach(quote: &Parsed, words: (usize, usize)) -> usize {
    2 * quote.span(words.0, words.1).len() + 240
}

/// (different neighbours, first seed, one past the last), best first.
fn clusters(quote: &Parsed, words: (usize, usize), seeds: &[Seed]) -> Vec<(usize, usize, usize)> {
    let reach = reach(quote, words);
    let mut counts = vec![0u32; words.1 - words.0];
    let (mut distinct, mut to) = (0, 0);
    let mut all = Vec::with_capacity(seeds.len());
    for (from, seed) in seeds.iter().enumerate() {
        while seeds.get(to).is_some_and(|last| last.at - seed.at <= reach) {
            let count = &mut counts[seeds[to].word - words.0];
            distinct += usize::from(*count == 0);
            *count += 1;
            to += 1;
        }
        all.push((distinct, from, to));
        let count = &mut counts[seed.word - words.0];
        *count -= 1;
        distinct -= usize::from(*count == 0);
    }
    all.sort_by_key(|(distinct, from, _)| (Reverse(*distinct), *from));
    all
}

/// The stretch in which the whole run of words would stand if these seeds are right, and some words more.
fn stretch(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    seeds: &[Seed],
    score: usize,
) -> Option<Candidate> {
    let run = quote.span(words.0, words.1);
    let source = shelf.source_at(seeds.first()?.at);
    let own = shelf.range(source);
    let before = |seed: &Seed| quote.words[seed.word].span.start - run.start;
    let own_seeds = || seeds.iter().filter(|seed| own.contains(seed.at));
    let from = own_seeds()
        .map(|seed| seed.at.saturating_sub(before(seed)))
        .min()?;
    let to = own_seeds()
        .map(|seed| seed.at + run.len() - before(seed))
        .max()?;
    let slack = 110 + run.len() / 3;
    let text = &shelf.sources[source].text;
    let from = from.saturating_sub(slack).max(own.start) - own.start;
    let to = (to + slack).min(own.end) - own.start;
    let range = between_words(text, from, to);
    (!range.is_empty()).then_some(Candidate {
        source,
        range,
        score,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lookup::Wanted;
    use super::super::parse::parse;
    use super::super::printed::Printed;
    use super::super::shelf::Layout;
    use super::*;
    use crate::verify::{Kind, Source};

    #[test]
    fn no_text_is_looked_at_in_more_places_than_the_budget_allows() {
        let text = "and so on and so forth ".repeat(100_000);
        let quote = parse(
            &Printed::from("and so on and so forth and so on and so forth"),
            false,
        );
        let sources = [Source::new("one", text.as_str(), Kind::Document).in_language("en")];
        let layout = Layout::new(&sources);
        let mut wanted = Wanted::new([&quote]);
        wanted.read(&sources[0].text, &layout.furniture[0]);
        let shelf = Shelf {
            sources: &sources,
            layout: &layout,
            lookup: &wanted,
        };
        for effort in [Effort::Quick, Effort::Thorough] {
            let words = (0, quote.words.len());
            let all = seeds(&shelf, &quote, words, shelf.whole(), effort);
            assert!(
                !all.is_empty() && all.len() <= 2 * MOST_SEEDS,
                "{}",
                all.len()
            );
            let most = candidates(&shelf, &quote, words, shelf.whole(), 12, effort);
            assert!((1..=12).contains(&most.len()));
        }
    }
}
