//! In which language the numbers of a few words are written.

use super::pieces::{Piece, pieces};
use super::read::{AFTER, HEDGES, Reader};
use super::read_unit::UNIT_PHRASES;
use crate::verify::words::{Language, Words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The languages whose numbers are known, the likeliest for a text of few words first.
pub fn languages(text: &str, known: Option<Language>) -> Vec<Language> {
    let all = [Language::English, Language::French, Language::Spanish];
    let known = known.filter(|language| all.contains(language));
    let mut order: Vec<(usize, usize, Language)> = all
        .into_iter()
        .map(|language| (hits(text, language), torn(text, language), language))
        .collect();
    order.sort_by_key(|(hits, torn, _)| (std::cmp::Reverse(*hits), *torn));
    let guessed = order.into_iter().map(|(_, _, language)| language);
    let mut languages: Vec<Language> = known.into_iter().collect();
    languages.extend(guessed.filter(|language| Some(*language) != known));
    languages
}

/// The words by which figures of a language are known, gathered from its lists: most words of a text are none of them.
#[derive(Debug)]
pub struct Cues {
    /// Number words, units and the like.
    single: FxHashSet<&'static str>,
    /// The first words of all phrases.
    first: FxHashSet<&'static str>,
    /// Words that are no cue by themselves and may begin a quantity all the same.
    lists: &'static Words,
}

impl Cues {
    fn of(lists: &'static Words) -> Self {
        const LISTS: [&str; 8] = [
            "numbers",
            "multipliers",
            "parts",
            "sizes",
            "roughly",
            "measures",
            "currencies",
            "twice",
        ];
        const BEHIND: [&str; 3] = ["percent phrases", "out of phrases", "and a half phrases"];
        let single = LISTS.iter().flat_map(|list| lists.values(list));
        let hedges = HEDGES.iter().chain(&AFTER).map(|(list, _)| *list);
        let units = UNIT_PHRASES.iter().map(|(list, _)| *list);
        let all = hedges
            .chain(units)
            .chain(super::numeral::VAGUE)
            .chain(BEHIND);
        let phrases = all.flat_map(|list| lists.phrases(list));
        Self {
            single: single.map(|(word, _)| word).collect(),
            first: phrases
                .filter_map(|phrase| phrase.first().map(String::as_str))
                .collect(),
            lists,
        }
    }

    /// True if a quantity may begin with the word: a number, a hedge, a unit before it, letters before a currency sign.
    pub fn may_open(&self, word: &str) -> bool {
        let letters = word.len() <= 3 && word.is_ascii();
        let others = || {
            let lists = ["one", "between", "sign words"];
            lists.iter().any(|list| self.lists.has(list, word))
        };
        letters || self.single.contains(word) || self.first.contains(word) || others()
    }

    /// True if a phrase about figures may begin with the word.
    pub fn may_begin(&self, word: &str) -> bool {
        self.first.contains(word)
    }
}

static CUES: LazyLock<[Cues; 3]> = LazyLock::new(|| {
    [Language::English, Language::French, Language::Spanish].map(|l| Cues::of(lists_of(l)))
});

/// The words by which figures of a language are known.
pub fn cues_of(language: Language) -> &'static Cues {
    let [english, french, spanish] = &*CUES;
    match language {
        Language::English | Language::Other => english,
        Language::French => french,
        Language::Spanish => spanish,
    }
}

/// How many words of a text belong to figures in a language.
pub fn hits(text: &str, language: Language) -> usize {
    let (lists, cues) = (lists_of(language), cues_of(language));
    let all = pieces(text, lists.decimal_comma);
    let reader = Reader::new(text, &all, language);
    let hedges = HEDGES.iter().chain(&AFTER).map(|(list, _)| *list);
    let units = UNIT_PHRASES.iter().map(|(list, _)| *list);
    let phrases = hedges.chain(units).chain(super::numeral::VAGUE);
    let phrases: Vec<&str> = phrases.chain(["percent phrases"]).collect();
    let belongs = |at: &usize| {
        reader.word(*at).is_some_and(|word| {
            cues.single.contains(word)
                || ["both ends", "between", "percent words"]
                    .iter()
                    .any(|list| lists.has(list, word))
                || (cues.may_begin(word) && phrases.iter().any(|list| reader.phrase(*at, list) > 0))
        })
    };
    (0..all.len()).filter(belongs).count()
}

/// How many numerals a language's signs tear apart: of "1.234,5" English makes two numbers, French and Spanish one.
pub fn torn(text: &str, language: Language) -> usize {
    let all = pieces(text, lists_of(language).decimal_comma);
    let parts = |three: &&[Piece]| {
        let sign = three[1].is('.') || three[1].is(',');
        let numerals = three[0].figure().is_some() && three[2].figure().is_some();
        sign && numerals && three[1].glued && three[2].glued
    };
    all.windows(3).filter(parts).count()
}

/// A language's lists; a language without lists is read as English.
pub fn lists_of(language: Language) -> &'static Words {
    match language {
        Language::Other => Language::English.lists(),
        Language::English | Language::French | Language::Spanish => language.lists(),
    }
}
