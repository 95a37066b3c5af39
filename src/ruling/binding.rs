//! Finds the sentence a line was about in the draft as it is now.
//!
//! Same words, then same cites, then at least 60 % of the words between the same neighbours. A sentence moved
//! elsewhere keeps its rulings; one that was rewritten keeps them as far as it can be known again.

use super::about::{About, cites, folded, neighbours};
use super::log::Logs;
use super::stale::shared;
use crate::case::Case;
use crate::text::fold::fold;
use std::collections::{HashMap, HashSet};

/// How many of a hundred words must be left of a sentence between its neighbours.
const KEPT: usize = 60;

/// The draft's sentences by what they are found again by.
#[derive(Clone, Debug, Default)]
pub(super) struct Binding<'a> {
    /// The words of all sentences that lines are about.
    ruled: HashSet<&'a str>,
    sentences: Vec<Known>,
    by_words: HashMap<String, Vec<u32>>,
    by_cites: HashMap<Vec<String>, Vec<u32>>,
    by_neighbours: HashMap<[String; 2], Vec<u32>>,
}

#[derive(Clone, Debug)]
struct Known {
    words: String,
    cites: Vec<String>,
    neighbours: [String; 2],
    line: usize,
}

impl<'a> Binding<'a> {
    pub(super) fn of(case: &Case, logs: &'a Logs) -> Self {
        let abouts = logs.entries().filter_map(|(_, entry)| entry.about.as_ref());
        let mut all = Self {
            ruled: abouts.map(|about| about.words.as_str()).collect(),
            ..Self::default()
        };
        let Some(draft) = &case.draft else {
            return all;
        };
        for (at, sentence) in draft.sentences.iter().enumerate() {
            let known = Known {
                words: folded(&sentence.words),
                cites: cites(sentence),
                neighbours: neighbours(draft, at),
                line: sentence.line,
            };
            let ix = u32::try_from(at).unwrap_or(u32::MAX);
            all.by_words
                .entry(known.words.clone())
                .or_default()
                .push(ix);
            if !known.cites.is_empty() {
                all.by_cites
                    .entry(known.cites.clone())
                    .or_default()
                    .push(ix);
            }
            all.by_neighbours
                .entry(known.neighbours.clone())
                .or_default()
                .push(ix);
            all.sentences.push(known);
        }
        all
    }

    /// The sentence a line is about, if it can be known again.
    pub(super) fn bind(&self, about: &About) -> Option<u32> {
        if let Some(same) = self.by_words.get(&about.words) {
            return same
                .iter()
                .copied()
                .max_by_key(|at| self.likeness(about, *at));
        }
        // A neighbour of then is another sentence, even if it cites the same.
        let beside = |at: &u32| {
            let words = &self.sentences[*at as usize].words;
            about.neighbours.iter().flatten().any(|n| n == words)
        };
        if let Some(same) = self.by_cites.get(&about.cites) {
            let others = same.iter().copied();
            let others = others.filter(|at| !beside(at) && !self.is_another(about, *at));
            if let Some(at) = others.max_by_key(|at| self.likeness(about, *at)) {
                return Some(at);
            }
        }
        let between = self.by_neighbours.get(about.neighbours.as_ref()?)?;
        let n = fold(&about.words)
            .split(' ')
            .filter(|w| !w.is_empty())
            .count();
        let kept = |at: &u32| shared(&about.words, &self.sentences[*at as usize].words);
        let enough = between
            .iter()
            .copied()
            .filter(|at| n > 0 && kept(at) * 100 >= KEPT * n);
        enough.max_by_key(kept)
    }

    /// True for a sentence that somebody ruled on as it is, and that stands elsewhere than the one a line is about: where
    /// two sentences cite the same and one is taken out, the other does not inherit what was ruled on it.
    fn is_another(&self, about: &About, at: u32) -> bool {
        let known = &self.sentences[at as usize];
        self.ruled.contains(known.words.as_str()) && Self::beside(about, known) == 0
    }

    /// How many of a sentence's neighbours are those that the one a line is about had.
    fn beside(about: &About, known: &Known) -> usize {
        let then = about.neighbours.iter().flatten();
        then.zip(&known.neighbours).filter(|(a, b)| a == b).count()
    }

    /// How much a sentence is like the one a line is about, where several could be it.
    fn likeness(&self, about: &About, at: u32) -> (bool, usize, usize, std::cmp::Reverse<usize>) {
        let known = &self.sentences[at as usize];
        let beside = Self::beside(about, known);
        let line = about
            .claim
            .strip_prefix("draft#l")
            .and_then(|line| line.parse().ok());
        let far = line.map_or(0, |line: usize| line.abs_diff(known.line));
        let words = shared(&about.words, &known.words);
        (
            known.cites == about.cites,
            beside,
            words,
            std::cmp::Reverse(far),
        )
    }

    /// The sentence whose words are nearest to those of one that is gone.
    pub(super) fn nearest(&self, words: &str) -> Option<u32> {
        let near = (0u32..)
            .zip(&self.sentences)
            .map(|(at, known)| (shared(words, &known.words), at));
        let best = near.max_by_key(|(n, at)| (*n, std::cmp::Reverse(*at)))?;
        (best.0 > 1).then_some(best.1)
    }
}
