//! In which language the numbers of a few words are written.

use super::pieces::pieces;
use super::read::{AFTER, HEDGES, Reader};
use super::read_unit::UNIT_PHRASES;
use crate::verify::words::{Language, Words};

/// The languages whose numbers are known, the likeliest for a text of few words first.
pub fn languages(text: &str, known: Option<Language>) -> Vec<Language> {
    let all = [Language::English, Language::French, Language::Spanish];
    let known = known.filter(|language| all.contains(language));
    let mut order: Vec<(usize, Language)> = all
        .into_iter()
        .map(|language| (hits(text, lists_of(language)), language))
        .collect();
    order.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
    let guessed = order.into_iter().map(|(_, language)| language);
    let mut languages: Vec<Language> = known.into_iter().collect();
    languages.extend(guessed.filter(|language| Some(*language) != known));
    languages
}

/// How many words of a text belong to figures in a language.
pub fn hits(text: &str, lists: &Words) -> usize {
    const LISTS: [&str; 11] = [
        "both ends",
        "numbers",
        "multipliers",
        "parts",
        "sizes",
        "roughly",
        "measures",
        "currencies",
        "twice",
        "between",
        "percent words",
    ];
    let all = pieces(text, lists.decimal_comma);
    let reader = Reader::new(text, &all, lists);
    let hedges = HEDGES.iter().chain(&AFTER).map(|(list, _)| *list);
    let units = UNIT_PHRASES.iter().map(|(list, _)| *list);
    let phrases = hedges.chain(units).chain(super::numeral::VAGUE);
    let phrases: Vec<&str> = phrases.chain(["percent phrases"]).collect();
    let belongs = |at: &usize| {
        LISTS.iter().any(|list| reader.has(*at, list))
            || phrases.iter().any(|list| reader.phrase(*at, list) > 0)
    };
    (0..all.len()).filter(belongs).count()
}

/// A language's lists; a language without lists is read as English.
pub fn lists_of(language: Language) -> &'static Words {
    match language {
        Language::Other => Language::English.lists(),
        Language::English | Language::French | Language::Spanish => language.lists(),
    }
}
