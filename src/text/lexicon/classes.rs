//! Questions about words that several lists answer together: is it a negation, a filler, a hedge?

use super::lexicon::Lexicon;
use super::list::List;

/// Where a word or phrase is a filler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filler {
    /// Wherever it stands.
    Always,
    /// Set off from its sentence.
    SetOff,
    /// Where it stresses nothing.
    Unstressed,
}

impl Lexicon {
    /// Whether the word turns a sentence: not, never, n't.
    pub fn is_negation(&self, word: &str) -> bool {
        self.has(List::Negations, word) || word.ends_with("n't") || self.elides_negation(word)
    }

    /// A negation behind or before an apostrophe: "qu'aucun", "n'est", "nobody's".
    fn elides_negation(&self, word: &str) -> bool {
        word.split_once('\'').is_some_and(|(one, other)| {
            self.has(List::Negations, &word[..=one.len()])
                || self.has(List::Negations, other)
                || self.has(List::Negations, one)
        })
    }

    /// Half of a negation, which says nothing more than its other half: "ne" before "pas".
    pub fn is_half_negation(&self, word: &str) -> bool {
        let elided = word.split_once('\'').map(|(one, _)| &word[..=one.len()]);
        [Some(word), elided]
            .into_iter()
            .flatten()
            .any(|word| self.has(List::HalfNegations, word))
    }

    /// A negation that is one wherever it stands, so that losing or gaining it turns the sentence.
    pub fn is_strong_negation(&self, word: &str) -> bool {
        self.is_negation(word) && !self.has(List::WeakNegations, word)
    }

    /// Whether the words, before a number, say how near it is: "nearly", "more than".
    pub fn are_hedge(&self, words: &[&str]) -> bool {
        self.phrase(List::Hedges, words).is_some()
    }

    /// Whether the word carries no content of its own.
    pub fn is_function(&self, word: &str) -> bool {
        self.has(List::FunctionWords, word)
    }

    /// Whether the word says how certain, how much or how many.
    pub fn is_modal(&self, word: &str) -> bool {
        self.has(List::Modals, word)
    }

    /// Whether the word measures: an hour, a dollar.
    pub fn is_unit(&self, word: &str) -> bool {
        [List::Measures, List::Currencies, List::OtherUnits]
            .iter()
            .any(|list| self.has(*list, word))
            || self.has(List::Percent, word)
    }

    /// Whether the word belongs to one that stands for per cent.
    pub fn is_of_percent(&self, word: &str) -> bool {
        let mut phrases = self.phrases(List::Percent).iter();
        phrases.any(|phrase| phrase.words.contains(&word))
    }

    /// The filler that begins `words`: how many words it has, and where it is one.
    pub fn filler(&self, words: &[&str]) -> Option<(usize, Filler)> {
        let first = *words.first()?;
        let phrase = self.longest(List::FillerPhrases, |at| words.get(at).copied());
        if let Some(phrase) = phrase {
            return Some((phrase.words.len(), Filler::Always));
        }
        let lists = [
            (List::Fillers, Filler::Always),
            (List::LooseFillers, Filler::SetOff),
            (List::StressingFillers, Filler::Unstressed),
        ];
        let list = lists.iter().find(|(list, _)| self.has(*list, first));
        list.map(|(_, filler)| (1, *filler))
    }

    /// Whether `words` may be nothing but fillers, wherever they stand.
    pub fn are_fillers(&self, words: &[&str]) -> bool {
        let mut at = 0;
        while let Some((len, _)) = self.filler(&words[at..]) {
            at += len;
        }
        at > 0 && at == words.len()
    }

    /// What a contraction may stand for: "I'd" is "I would" or "I had".
    pub fn readings(&self, contraction: &str) -> impl Iterator<Item = Vec<&'static str>> + use<> {
        let all = self.value(List::Contractions, contraction).into_iter();
        all.flat_map(|all| all.split('|'))
            .map(|reading| reading.split_whitespace().collect())
    }

    /// Whether one word is the other with a negating prefix.
    pub fn negates(&self, one: &str, other: &str) -> bool {
        let prefixed = |long: &str, short: &str| {
            let prefix = long
                .strip_suffix(short)
                .filter(|prefix| !prefix.is_empty() && short.len() >= 3);
            prefix.is_some_and(|prefix| {
                self.has(List::NegatingPrefixes, prefix) && !self.has(List::NotNegating, long)
            })
        };
        prefixed(one, other) || prefixed(other, one)
    }

    /// The prefixes that turn a word: un, in, dis.
    pub fn negating_prefixes(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.entries(List::NegatingPrefixes)
            .map(|(prefix, _)| prefix)
    }
}
