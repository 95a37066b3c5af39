//! Word lists per language: what is a negation, a filler, a number. Data, so that a language can be added without code.
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::tokens::{each_word, hash_of};

/// The languages that have word lists, and all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// No word lists: every verdict that needs them is withheld.
    #[default]
    Other,
}

/// How much of a text is looked at to tell its language, in bytes.
const SAMPLE: usize = 16 * 1024;
/// The share of function words that makes a text one of a language, in percent.
const ENOUGH: usize = 12;

impl Language {
    /// Reads a tag such as `en` or `fr-CA`.
    pub fn from_tag(tag: &str) -> Self {
        match tag.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("en") => Language::English,
            Some("fr") => Language::French,
            Some("es") => Language::Spanish,
            _ => Language::Other,
        }
    }

    /// Tells the language by its commonest words.
    ///
    /// A text of few words says nothing about its language; it counts as English, whose rules are the strictest here.
    pub fn guess(text: &str) -> Self {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (mut total, mut hits) = (0usize, [0usize; 3]);
        let lists = [Language::English, Language::French, Language::Spanish];
        let words = lists.map(|language| language.words());
        let mut letters = 0;
        each_word(&text[..end], |token| {
            total += 1;
            letters += usize::from(text.as_bytes()[token.start] < 0xC4);
            for (hit, words) in hits.iter_mut().zip(&words) {
                *hit += usize::from(words.is_some_and(|words| words.common.contains(&token.hash)));
            }
        });
        let (best, most) = (0..3)
            .map(|index| (index, hits[index]))
            .max_by_key(|(index, hits)| (*hits, 3 - index))
            .unwrap_or((0, 0));
        if total < 15 && letters * 2 >= total && most * 100 < total * ENOUGH {
            return Language::English;
        }
        if most * 100 >= total * ENOUGH && most > 0 {
            lists[best]
        } else {
            Language::Other
        }
    }

    /// The word lists; empty ones for other languages.
    pub(crate) fn lists(self) -> &'static Words {
        self.words().unwrap_or(&NONE)
    }

    /// The word lists; none for other languages.
    pub fn words(self) -> Option<&'static Words> {
        match self {
            Language::English => Some(&ENGLISH),
            Language::French => Some(&FRENCH),
            Language::Spanish => Some(&SPANISH),
            Language::Other => None,
        }
    }
}

static NONE: LazyLock<Words> = LazyLock::new(Words::default);
static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("words/en.txt"), false));
static FRENCH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("words/fr.txt"), true));
static SPANISH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("words/es.txt"), true));

/// Where a word or phrase is a filler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filler {
    /// Wherever it stands.
    Always,
    /// Set off from its sentence.
    SetOff,
    /// Where it stresses nothing.
    Unstressed,
}

/// The lists of one language. All entries are folded.
#[derive(Debug, Default)]
pub struct Words {
    lists: FxHashMap<String, FxHashSet<String>>,
    phrases: FxHashMap<String, Vec<Vec<String>>>,
    pairs: FxHashMap<String, FxHashMap<String, String>>,
    /// Hashes of the function words, for telling the language and weighing information.
    pub(crate) common: FxHashSet<u32>,
    /// Hashes of every word that is a number or part of one.
    figures: FxHashSet<u32>,
    /// Whether a comma is the decimal sign.
    pub decimal_comma: bool,
}

impl Words {
    fn read(data: &str, decimal_comma: bool) -> Self {
        let mut words = Words {
            decimal_comma,
            ..Words::default()
        };
        let mut section = String::new();
        for line in data
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                name.clone_into(&mut section);
            } else if section.ends_with("phrases") {
                words
                    .phrases
                    .entry(section.clone())
                    .or_default()
                    .push(line.split_whitespace().map(str::to_owned).collect());
            } else if section == "contractions" {
                if let Some((from, to)) = line.split_once('=') {
                    words
                        .pairs
                        .entry(section.clone())
                        .or_default()
                        .insert(from.to_owned(), to.to_owned());
                }
            } else {
                words.entries(&section, line);
            }
        }
        words.common = words
            .lists
            .get("function words")
            .into_iter()
            .flatten()
            .map(|word| hash_of(word))
            .collect();
        let figures = [
            "numbers",
            "multipliers",
            "ordinals",
            "number words",
            "percent words",
            "currency words",
        ];
        let figures = figures
            .iter()
            .filter_map(|list| words.lists.get(*list))
            .flatten();
        words.figures = figures.map(|word| hash_of(word)).collect();
        words
    }

    fn entries(&mut self, section: &str, line: &str) {
        for entry in line.split_whitespace() {
            let word = match entry.split_once('=') {
                Some((word, value)) if !word.is_empty() => {
                    self.pairs
                        .entry(section.to_owned())
                        .or_default()
                        .insert(word.to_owned(), value.to_owned());
                    word
                }
                _ => entry,
            };
            self.lists
                .entry(section.to_owned())
                .or_default()
                .insert(word.to_owned());
        }
    }

    /// Whether the word turns a sentence: not, never, n't.
    pub fn is_negation(&self, word: &str) -> bool {
        self.has("negations", word) || word.ends_with("n't") || self.elides_negation(word)
    }

    /// A negation behind or before an apostrophe: "qu'aucun", "n'est", "nobody's".
    fn elides_negation(&self, word: &str) -> bool {
        word.split_once('\'').is_some_and(|(one, other)| {
            self.has("negations", &word[..=one.len()])
                || self.has("negations", other)
                || self.has("negations", one)
        })
    }

    /// Half of a negation, which says nothing more than its other half: "ne" before "pas".
    pub(crate) fn is_half_negation(&self, word: &str) -> bool {
        let elided = word.split_once('\'').map(|(one, _)| &word[..=one.len()]);
        [Some(word), elided]
            .into_iter()
            .flatten()
            .any(|word| self.has("half negations", word))
    }

    /// Whether the words, before a number, say how near it is: "nearly", "more than".
    pub(crate) fn are_hedge(&self, words: &[&str]) -> bool {
        let lists = [
            "nearly phrases",
            "about phrases",
            "more-than phrases",
            "at-least phrases",
            "up-to phrases",
            "fewer-than phrases",
            "exactly phrases",
        ];
        let mut phrases = lists.iter().flat_map(|list| self.phrases(list));
        phrases.any(|phrase| phrase == words)
    }

    /// A negation that is one wherever it stands, so that losing or gaining it turns the sentence.
    pub fn is_strong_negation(&self, word: &str) -> bool {
        self.is_negation(word) && !self.has("weak negations", word)
    }

    /// Whether the word is a number or part of one: digits, number words, percent, dollars.
    pub fn is_figure(&self, word: &str, hash: u32) -> bool {
        word.as_bytes().first().is_some_and(u8::is_ascii_digit) || self.figures.contains(&hash)
    }

    /// Whether the word carries no content of its own.
    pub fn is_function(&self, word: &str) -> bool {
        self.has("function words", word)
    }

    /// Whether the word says how certain, how much or how many.
    pub fn is_modal(&self, word: &str) -> bool {
        self.has("modals", word)
    }

    /// The filler that begins `words`: how many words it has, and the list it stands in.
    pub(crate) fn filler(&self, words: &[&str]) -> Option<(usize, Filler)> {
        let first = *words.first()?;
        let mut phrases = self.phrases("filler phrases").iter();
        if let Some(phrase) = phrases.find(|phrase| {
            words.len() >= phrase.len() && phrase.iter().zip(words).all(|(one, other)| one == other)
        }) {
            return Some((phrase.len(), Filler::Always));
        }
        let lists = [
            ("fillers", Filler::Always),
            ("loose fillers", Filler::SetOff),
            ("stressing fillers", Filler::Unstressed),
        ];
        let list = lists.iter().find(|(list, _)| self.has(list, first));
        list.map(|(_, filler)| (1, *filler))
    }

    /// Whether `words` may be nothing but fillers, wherever they stand.
    pub(crate) fn are_fillers(&self, words: &[&str]) -> bool {
        let mut at = 0;
        while let Some((len, _)) = self.filler(&words[at..]) {
            at += len;
        }
        at > 0 && at == words.len()
    }

    /// What a contraction may stand for: "I'd" is "I would" or "I had".
    pub(crate) fn readings<'a>(
        &'a self,
        contraction: &str,
    ) -> impl Iterator<Item = Vec<&'a str>> + use<'a> {
        let all = self.value("contractions", contraction).into_iter();
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
                self.has("negating prefixes", prefix) && !self.has("not negating", long)
            })
        };
        prefixed(one, other) || prefixed(other, one)
    }

    /// The prefixes that turn a word: un, in, dis.
    pub(crate) fn negating_prefixes(&self) -> impl Iterator<Item = &str> {
        let prefixes = self.lists.get("negating prefixes");
        prefixes.into_iter().flatten().map(String::as_str)
    }

    /// Whether `word` stands in the list of that name.
    pub fn has(&self, list: &str, word: &str) -> bool {
        self.lists.get(list).is_some_and(|list| list.contains(word))
    }

    /// The phrases of that name.
    pub fn phrases(&self, list: &str) -> &[Vec<String>] {
        self.phrases.get(list).map_or(&[], Vec::as_slice)
    }

    /// What stands after the `=` of `word` in the list of that name.
    pub fn value(&self, list: &str, word: &str) -> Option<&str> {
        self.pairs.get(list)?.get(word).map(String::as_str)
    }

    /// All pairs of the list of that name.
    pub fn values(&self, list: &str) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .get(list)
            .into_iter()
            .flatten()
            .map(|(word, value)| (word.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_commonest_words() {
        assert_eq!(
            Language::guess("The army and the police put the protests down, she said of them."),
            Language::English
        );
        assert_eq!(
            Language::guess(
                "Le gouvernement a refusé de dire si les permis ont été accordés dans le pays."
            ),
            Language::French
        );
        assert_eq!(
            Language::guess(
                "El gobierno se negó a decir si los permisos fueron otorgados en el país."
            ),
            Language::Spanish
        );
        assert_eq!(
            Language::guess(
                "Die Regierung weigerte sich zu sagen, ob Genehmigungen vor oder nach Beginn der Proteste erteilt wurden; niemand konnte darüber Auskunft geben, weder das Ministerium noch seine Sprecherin, und auch Abgeordnete wussten nichts davon, bis Wochen später Akten auftauchten."
            ),
            Language::Other
        );
    }

    #[test]
    fn every_list_is_folded() {
        for language in [Language::English, Language::French, Language::Spanish] {
            let words = language.words().unwrap();
            for word in words
                .lists
                .values()
                .flatten()
                .filter(|word| word.chars().all(char::is_alphabetic))
            {
                assert_eq!(&crate::text::fold::fold(word), word);
            }
        }
    }
}
