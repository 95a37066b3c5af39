//! Where a quotation may stand: stretches in which several of its neighbouring words stand close together.
//!
//! The rarest neighbours are looked up first, and no more places are looked at than a budget allows.
use std::cmp::Reverse;

use crate::text::{Span, tokens};

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
    /// Out of how many that were looked for.
    pub of: usize,
}

impl Candidate {
    /// Whether too few of the neighbours stand here for most of the words to be here, damaged or not.
    pub fn is_hopeless(&self) -> bool {
        self.of >= SURE && self.score * 5 < self.of
    }
}

/// With fewer neighbours looked for nothing is hopeless.
const SURE: usize = 9;

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
    let (seeds, of) = seeds(shelf, quote, words, within, effort);
    let mut found: Vec<Candidate> = Vec::new();
    let mut clusters = clusters(quote, words, &seeds);
    break_ties(shelf, quote, words, &seeds, &mut clusters, most);
    for (score, from, to) in clusters {
        if found.len() >= most {
            break;
        }
        // In the first half of a stretch another one would mostly be the same.
        let seen = |other: &Candidate| {
            let start = shelf.range(other.source).start + other.range.start;
            Span::new(start, start + other.range.len() / 2).contains(seeds[from].at)
        };
        if found.iter().any(seen) {
            continue;
        }
        let found_here = stretch(shelf, quote, words, &seeds[from..to], score);
        let Some(candidate) = found_here.map(|candidate| Candidate { of, ..candidate }) else {
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

/// Places of the rarest neighbours, and how many neighbours were looked for, those that stand nowhere included.
fn seeds(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    within: Span,
    effort: Effort,
) -> (Vec<Seed>, usize) {
    let pair = |word: usize| (quote.words[word].hash, quote.words[word + 1].hash);
    let mut rarest: Vec<(usize, usize)> = (words.0..words.1 - 1)
        .map(|word| (shelf.lookup.count(pair(word).0, pair(word).1), word))
        .filter(|(count, _)| *count > 0)
        .collect();
    rarest.sort_unstable();
    let mut of = words.1 - 1 - words.0 - rarest.len();
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
        of += 1;
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
    (seeds, of)
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
    all.sort_unstable_by_key(|(distinct, from, _)| (Reverse(*distinct), *from));
    all
}

/// Where more places hold as many neighbours as can be looked at, those come first at which more words stand one after
/// the other as printed; then the order of the sources' names decides, not that of the shelf.
fn break_ties(
    shelf: &Shelf,
    quote: &Parsed,
    words: (usize, usize),
    seeds: &[Seed],
    clusters: &mut [(usize, usize, usize)],
    most: usize,
) {
    let Some(top) = clusters.first().map(|(distinct, ..)| *distinct) else {
        return;
    };
    let even = clusters.partition_point(|(distinct, ..)| *distinct == top);
    // Each of its neighbours begins a cluster of its own at about the same place.
    if even <= most {
        return;
    }
    let even = &mut clusters[..even.min(MOST_EVEN)];
    even.sort_by_cached_key(|(_, from, _)| {
        let seed = &seeds[*from];
        let source = shelf.source_at(seed.at);
        let name = shelf.sources[source].name.as_str();
        let at = seed.at - shelf.range(source).start;
        (Reverse(in_a_row(shelf, quote, words, seed)), name, at)
    });
}

/// The most places with as many neighbours that are told apart more closely.
const MOST_EVEN: usize = 4_000;

/// How many printed words stand where they would if the text had exactly these words around a seed.
fn in_a_row(shelf: &Shelf, quote: &Parsed, words: (usize, usize), seed: &Seed) -> usize {
    let source = shelf.source_at(seed.at);
    let text = &*shelf.sources[source].text;
    let at = seed.at - shelf.range(source).start;
    let length = |from: usize, to: usize| {
        if from < to {
            quote.span(from, to).len() * 5 / 4 + 40
        } else {
            0
        }
    };
    let (from, to) = (
        at.saturating_sub(length(words.0, seed.word)),
        (at + length(seed.word, words.1)).min(text.len()),
    );
    let ahead = Span::new(at, between_words(text, at, to).end);
    let behind = Span::new(between_words(text, from, at).start, at);
    let same = |(word, token): &(usize, &tokens::Token)| quote.words[*word].hash == token.hash;
    let after = tokens::words(ahead.of(text));
    let before = tokens::words(behind.of(text));
    (seed.word..words.1).zip(&after).filter(same).count()
        + (words.0..seed.word)
            .rev()
            .zip(before.iter().rev())
            .filter(same)
            .count()
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
        of: 0,
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
            let (all, _) = seeds(&shelf, &quote, words, shelf.whole(), effort);
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
