//! Where two words stand next to each other: what every search for a quotation begins with.
use rustc_hash::FxHashMap;

use crate::text::Span;
use crate::text::tokens::each_word;

use super::parse::Parsed;

/// Neighbouring words to the places they stand in, over several texts laid end to end.
pub(crate) trait Lookup {
    /// At most how many places there are.
    fn count(&self, first: u32, second: u32) -> usize;
    /// Gives the places inside `range`, ascending; a few of them may be wrong ones.
    fn places(&self, first: u32, second: u32, range: Span, give: &mut dyn FnMut(usize));
    /// Whether source `number` may hold a word; it does not where this says no.
    fn may_hold(&self, number: usize, word: u32) -> bool;
    /// About how often a word occurs; never less than it does.
    fn frequency(&self, word: u32) -> u64;
    /// How many words there are.
    fn words(&self) -> u64;
}

/// Calls `emit` with the hash and the place of each word of `text` that is not page furniture.
#[inline]
pub(crate) fn each_said(text: &str, furniture: &[Span], mut emit: impl FnMut(u32, usize)) {
    let mut next = 0;
    each_word(text, |token| {
        while next < furniture.len() && furniture[next].end <= token.start {
            next += 1;
        }
        if furniture
            .get(next)
            .is_none_or(|range| range.start >= token.end)
        {
            emit(token.hash, token.start);
        }
    });
}

/// Quotations of fewer neighbours than this are looked for everywhere.
const SURE: usize = 8;

/// The places of the neighbours that a few quotations consist of, and of no others.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    places: FxHashMap<(u32, u32), Vec<usize>>,
    frequency: FxHashMap<u32, u64>,
    words: u64,
    end: usize,
}

impl Wanted {
    /// Prepares to look for the words of `quotes`.
    pub fn new<'a>(quotes: impl IntoIterator<Item = &'a Parsed>) -> Self {
        let mut wanted = Wanted::default();
        for quote in quotes {
            for pair in quote.words.windows(2) {
                wanted
                    .places
                    .entry((pair[0].hash, pair[1].hash))
                    .or_default();
            }
            for word in &quote.words {
                wanted.frequency.entry(word.hash).or_default();
            }
        }
        wanted
    }

    /// Reads a text; it is laid end to end with those read before.
    pub fn read(&mut self, text: &str, furniture: &[Span]) {
        let base = self.end;
        let mut last: Option<(u32, usize)> = None;
        each_said(text, furniture, |hash, at| {
            self.words += 1;
            if let Some(count) = self.frequency.get_mut(&hash) {
                *count += 1;
                if let Some(places) =
                    last.and_then(|(before, _)| self.places.get_mut(&(before, hash)))
                {
                    places.extend(last.map(|(_, at)| base + at));
                }
                last = Some((hash, at));
            } else {
                last = None;
            }
        });
        self.end += text.len();
    }

    /// Whether enough of the neighbours of `quote` stand in what was read for it to stand there too: a fifth of them,
    /// wherever they are. Short quotations are always looked for.
    pub fn may_hold(&self, quote: &Parsed) -> bool {
        let pairs = quote.words.len().saturating_sub(1);
        if pairs < SURE {
            return true;
        }
        let there = quote.words.windows(2);
        let there = there.filter(|pair| self.count(pair[0].hash, pair[1].hash) > 0);
        there.count() * 5 >= pairs
    }

    /// Forgets what was read, before the next text is read on its own.
    pub fn forget(&mut self) {
        self.places.values_mut().for_each(Vec::clear);
        self.frequency.values_mut().for_each(|count| *count = 0);
        (self.words, self.end) = (0, 0);
    }
}

impl Lookup for Wanted {
    fn count(&self, first: u32, second: u32) -> usize {
        self.places.get(&(first, second)).map_or(0, Vec::len)
    }

    fn places(&self, first: u32, second: u32, range: Span, give: &mut dyn FnMut(usize)) {
        let Some(all) = self.places.get(&(first, second)) else {
            return;
        };
        let from = all.partition_point(|at| *at < range.start);
        all[from..]
            .iter()
            .take_while(|at| **at < range.end)
            .for_each(|at| give(*at));
    }

    fn may_hold(&self, _: usize, word: u32) -> bool {
        self.frequency(word) > 0
    }

    fn frequency(&self, word: u32) -> u64 {
        self.frequency.get(&word).copied().unwrap_or(0)
    }

    fn words(&self) -> u64 {
        self.words
    }
}
