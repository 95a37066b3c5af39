//! In which language the numbers of a few words are written.

use super::pieces::{Piece, pieces};
use super::read::Reader;
use crate::text::lexicon::{Language, Lexicon, List};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Lists whose words are known for figures wherever they stand.
const WORDS: [List; 9] = [
    List::Numbers,
    List::Multipliers,
    List::Parts,
    List::Sizes,
    List::Roughly,
    List::Measures,
    List::Currencies,
    List::Twice,
    List::Percent,
];

/// Lists of phrases about figures.
const PHRASES: [List; 6] = [
    List::Hedges,
    List::HedgesBehind,
    List::ManyWords,
    List::Measures,
    List::Currencies,
    List::Percent,
];

/// Lists of phrases that stand within a quantity and say nothing by themselves.
const BEHIND: [List; 3] = [List::OutOf, List::OutOfBehindANoun, List::AndAHalf];

/// Words that are no cue by themselves and may begin a quantity all the same.
const OPENING: [List; 3] = [List::One, List::Between, List::SignWords];

/// The languages whose numbers are known, the likeliest for a text of few words first.
pub fn languages(text: &str, known: Option<Language>) -> Vec<Language> {
    let known = known.filter(|language| Language::ALL.contains(language));
    let mut order: Vec<(usize, usize, Language)> = Language::ALL
        .iter()
        .map(|language| (hits(text, *language), torn(text, *language), *language))
        .collect();
    order.sort_by_key(|(hits, torn, _)| (std::cmp::Reverse(*hits), *torn));
    let guessed = order.into_iter().map(|(_, _, language)| language);
    let mut languages: Vec<Language> = known.into_iter().collect();
    languages.extend(guessed.filter(|language| Some(*language) != known));
    languages
}

/// The words with which a quantity may begin, gathered from a language's lists: most words of a text are none of them.
#[derive(Debug)]
pub struct Cues {
    /// Number words, units, the first words of phrases.
    words: FxHashSet<&'static str>,
}

impl Cues {
    fn of(lexicon: &Lexicon) -> Self {
        let lists = WORDS.iter().chain(&OPENING);
        let single = lists.flat_map(|list| lexicon.entries(*list));
        let single = single.map(|(word, _)| word);
        let phrases = PHRASES
            .iter()
            .chain(&BEHIND)
            .flat_map(|list| lexicon.phrases(*list));
        let first = phrases.map(|phrase| phrase.words[0]);
        Self {
            words: single.chain(first).collect(),
        }
    }

    /// True if a quantity may begin with the word: a number, a hedge, a unit before it, letters before a currency sign.
    pub fn may_open(&self, word: &str) -> bool {
        word.len() <= 3 && word.is_ascii() || self.words.contains(word)
    }
}

/// The words with which a quantity of a language may begin.
pub fn cues_of(language: Language) -> &'static Cues {
    static CUES: LazyLock<Vec<Cues>> = LazyLock::new(|| {
        let all = Language::ALL.iter();
        all.map(|language| Cues::of(language.lexicon())).collect()
    });
    static NONE: LazyLock<Cues> = LazyLock::new(|| Cues::of(Language::Other.or_english()));
    let at = Language::ALL.iter().position(|known| *known == language);
    at.and_then(|at| CUES.get(at)).unwrap_or(&NONE)
}

/// How many words of a text belong to figures in a language.
pub fn hits(text: &str, language: Language) -> usize {
    let lexicon = language.or_english();
    let all = pieces(text, lexicon.decimal_comma);
    let reader = Reader::new(text, &all, lexicon);
    let words = || WORDS.iter().chain(&[List::BothEnds, List::Between]);
    let belongs = |at: &usize| {
        reader.word(*at).is_some_and(|word| {
            words().any(|list| lexicon.has(*list, word))
                || PHRASES.iter().any(|list| reader.phrase(*at, *list) > 0)
        })
    };
    (0..all.len()).filter(belongs).count()
}

/// How many numerals a language's signs tear apart: of "1.234,5" English makes two numbers, French and Spanish one.
pub fn torn(text: &str, language: Language) -> usize {
    let all = pieces(text, language.or_english().decimal_comma);
    let parts = |three: &&[Piece]| {
        let sign = three[1].is('.') || three[1].is(',');
        let numerals = three[0].figure().is_some() && three[2].figure().is_some();
        sign && numerals && three[1].glued && three[2].glued
    };
    all.windows(3).filter(parts).count()
}

/// The languages in which a sentence of a draft may be written: the draft's, and another one where its words tell that one
/// rather; all where the draft's has no lexicon.
pub fn languages_of(sentence: &str, draft: Language) -> Vec<Language> {
    if draft.tag().is_none() {
        return Language::ALL.to_vec();
    }
    let words = Language::function_words(sentence);
    let known = words.iter().find(|(language, _)| *language == draft);
    let own = known.map_or(0, |(_, words)| *words);
    let others = words
        .into_iter()
        .filter(|(language, words)| *language != draft && *words > 0 && *words >= own);
    let others = others.map(|(language, words)| (words, hits(sentence, language), language));
    let best = others.max_by_key(|(words, hits, _)| (*words, *hits));
    // Of as many words, its figures must tell it: "cuarenta y cinco".
    let told =
        best.filter(|(words, figures, _)| *words > own || *figures > hits(sentence, draft) + 1);
    let told = told.map(|(_, _, language)| language);
    [draft].into_iter().chain(told).collect()
}
