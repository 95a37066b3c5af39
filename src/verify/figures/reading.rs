//! A sentence of a draft as its numbers, dates and words that carry meaning.

use super::dates::{FoundDate, dates};
use super::read::{Found, quantities};
use crate::case::{Case, Sentence};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::lexicon::{Language, List};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A sentence with its numbers and dates.
pub struct Reading {
    /// Its numbers; years and parts of dates are not among them.
    pub found: Vec<Found>,
    /// Its dates.
    pub dates: Vec<FoundDate>,
    /// Its words that carry meaning, folded.
    pub words: FxHashSet<String>,
    /// What it quotes: others say it, so it is compared as a quotation.
    quoted: Vec<Span>,
}

impl Reading {
    /// Reads a sentence.
    pub fn of(case: &Case, sentence: &Sentence, language: Language) -> Self {
        let words = sentence.words.as_str();
        let dates = dates(words, case.head.as_of.get().copied());
        let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let found = quantities(words, language).into_iter();
        let free = found.filter(|found| {
            !found.year && !dates.iter().any(|date| meets(&date.span, &found.span))
        });
        Self {
            found: free.collect(),
            words: content(words, language),
            quoted: sentence.quoted.clone(),
            dates,
        }
    }

    /// True if these bytes are part of what the sentence quotes.
    pub fn is_quoted(&self, span: &Range<usize>) -> bool {
        let within = |quoted: &Span| quoted.start <= span.start && span.end <= quoted.end;
        self.quoted.iter().any(within)
    }
}

/// The words of a text that carry meaning, folded, numbers left out; a plural is its singular.
pub fn content(text: &str, language: Language) -> FxHashSet<String> {
    let lists = language.or_english();
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| {
        word.len() > 2
            && !lists.is_function(word)
            && !lists.has(List::Numbers, word)
            && !word.starts_with(|c: char| c.is_ascii_digit())
    });
    words.map(|word| stem(word).to_owned()).collect()
}

/// A word without the s of its plural.
pub fn stem(word: &str) -> &str {
    word.strip_suffix('s')
        .filter(|word| word.len() > 2)
        .unwrap_or(word)
}
