//! Which of many texts share neighbouring words with a quotation: in the others it need not be looked for.
use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::furniture::furniture;

use super::check::{Readings, SHORT};
use super::lookup::each_said;
use super::parse::Parsed;
use super::printed::Printed;

/// With so many pairs of words a stretch that holds less than a fifth of them is never laid beside the quotation.
const SURE: usize = 9;

/// The pairs of neighbouring words of many texts.
#[derive(Debug, Default)]
pub struct PairIndex {
    /// Both words' hashes and the number of a text that has them, in order, each once.
    pairs: Vec<(u64, u32)>,
    texts: usize,
}

impl PairIndex {
    /// Reads texts; they are numbered in the order given.
    pub fn new(texts: &[&str]) -> Self {
        let each = (0..).zip(texts).flat_map(|(number, text)| {
            let pairs = pairs_of(text).into_iter();
            pairs.map(move |pair| (pair, number))
        });
        let mut pairs: Vec<(u64, u32)> = each.collect();
        pairs.sort_unstable();
        Self {
            pairs,
            texts: texts.len(),
        }
    }

    /// The numbers of the texts, ascending, outside of which a quotation is surely not found: in a text without one of its
    /// pairs of words it has no place, and a long one has none where less than a fifth of them stand.
    pub fn may_hold(&self, printed: &Printed) -> Vec<u32> {
        let readings = Readings::new(printed);
        // A short one is looked for in pieces, too.
        if readings.all().any(|quote| quote.words.len() <= SHORT) {
            return (0..).take(self.texts).collect();
        }
        let held = readings.all().flat_map(|quote| self.with_enough(quote));
        let mut held: Vec<u32> = held.collect();
        held.sort_unstable();
        held.dedup();
        held
    }

    /// The texts that hold enough of the pairs of one reading of a quotation.
    fn with_enough(&self, quote: &Parsed) -> Vec<u32> {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        for words in quote.words.windows(2) {
            let wanted = pair(words[0].hash, words[1].hash);
            let from = self.pairs.partition_point(|(known, _)| *known < wanted);
            let same = self.pairs[from..].iter();
            for (_, number) in same.take_while(|(known, _)| *known == wanted) {
                *counts.entry(*number).or_default() += 1;
            }
        }
        let pairs = quote.words.len() - 1;
        let enough = if pairs < SURE { 1 } else { pairs.div_ceil(5) };
        let held = counts.into_iter().filter(|(_, count)| *count >= enough);
        held.map(|(number, _)| number).collect()
    }
}

fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// The pairs of neighbouring words of a text, each once; page furniture is no part of it.
fn pairs_of(text: &str) -> FxHashSet<u64> {
    let mut pairs = FxHashSet::default();
    let mut last = None;
    each_said(text, &furniture(text), |hash, _| {
        pairs.extend(last.map(|before| pair(before, hash)));
        last = Some(hash);
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::PairIndex;
    use crate::verify::{Class, Kind, Library, Policy, Printed, Query, Source};
    use proptest::prelude::*;

    #[test]
    fn only_texts_with_enough_of_its_neighbours_are_named() {
        let texts = [
            "The army and the police put the protests down, she said, and nothing came of it.",
            "Nothing of the sort was ever said here.",
            "The army was not there.",
        ];
        let index = PairIndex::new(&texts);
        let held = |words: &str| index.may_hold(&Printed::from(words));
        assert_eq!(
            held("put the protests down"),
            [0, 1, 2],
            "too short to tell"
        );
        assert_eq!(held("they put the protests down again"), [0]);
        assert_eq!(held("of the sort the army wants"), [0, 1, 2]);
        assert_eq!(held("quite other words than all these"), Vec::<u32>::new());
        assert_eq!(
            held("the army had been sent to the hills in the same week as before"),
            Vec::<u32>::new(),
            "one pair of thirteen"
        );
    }

    /// Sentences of few different words, so that much of them is the same.
    fn words(most: usize) -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "river", "valley", "mud", "the", "of", "took", "houses", "away", "never", "forty",
        ]);
        prop::collection::vec(word, 5..most).prop_map(|words| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn a_text_that_is_left_out_does_not_hold_the_quotation(
            texts in prop::collection::vec(words(40), 1..4),
            printed in words(24),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let held = PairIndex::new(&texts).may_hold(&Printed::from(printed.as_str()));
            for (number, text) in (0u32..).zip(&texts) {
                if !held.contains(&number) {
                    let source = Source::new("s", *text, Kind::Document).in_language("en");
                    let library = Library::new(vec![source]).unwrap();
                    let found = library.check(&Query::new(printed.as_str()), &Policy::default());
                    prop_assert!(found.class >= Class::NotFound, "{printed} / {text}: {found:?}");
                }
            }
        }
    }
}
