//! The lists of one language, read from its file.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::language::Language;
use super::list::{Form, List};
use crate::text::tokens::hash_of;

/// A phrase with its value, empty where its list has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, folded; an elided word keeps its apostrophe: `de l' ordre de`.
    pub words: Vec<&'static str>,
    /// The value of its group.
    pub value: &'static str,
}

/// One list.
#[derive(Debug, Default)]
struct Entries {
    /// Words, and phrases of one word, as they are compared; each with its place in `written`.
    words: FxHashMap<Cow<'static, str>, usize>,
    /// Entries as they stand in the file, in its order, each with its value.
    written: Vec<(&'static str, &'static str)>,
    /// Phrases, those of one word too, in the file's order.
    phrases: Vec<Phrase>,
    /// The phrases that begin with a word, by their places.
    first: FxHashMap<&'static str, Vec<usize>>,
}

/// The words of one language. A list is read from the file when it is first asked for.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the number of the [`List`]; empty for a language without words.
    lists: Vec<Section>,
    /// Hashes of the function words.
    common: OnceLock<FxHashSet<u32>>,
    /// Hashes of every word that is a number, a part of one, or money.
    figures: OnceLock<FxHashSet<u32>>,
    /// True if a comma stands before decimals.
    pub decimal_comma: bool,
    /// True if number words count in twenties: quatre-vingt.
    pub counts_in_twenties: bool,
    /// True if a word joins tens and ones: treinta y uno.
    pub joins_tens: bool,
    /// True if accents tell the forms of a verb apart: mató and mato.
    pub accents_tell_verbs: bool,
}

/// A list as it stands in the files, and its entries once they were asked for.
#[derive(Debug, Default)]
struct Section {
    written: Vec<&'static str>,
    entries: OnceLock<Entries>,
}

/// The lists whose words are numbers, parts of one, or money.
const FIGURES: [List; 7] = [
    List::Numbers,
    List::Multipliers,
    List::Ordinals,
    List::NumberWords,
    List::Roughly,
    List::Percent,
    List::Currencies,
];

impl Lexicon {
    /// Reads files of one language, or of several for words that are looked for in all of them.
    pub(super) fn read(files: &[&'static str]) -> Self {
        let mut lexicon = Self::default();
        lexicon.lists.resize_with(List::ALL.len(), Section::default);
        for file in files {
            let mut next = 0;
            for section in file.split("\n[").skip(1) {
                let Some((heading, written)) = section.split_once(']') else {
                    continue;
                };
                let name = heading.split(':').next().unwrap_or(heading);
                if let Some(list) = list_named(name, next) {
                    next = list as usize + 1;
                    lexicon.lists[list as usize].written.push(written);
                }
            }
        }
        lexicon.decimal_comma = lexicon.has(List::Traits, "decimal-comma");
        lexicon.counts_in_twenties = lexicon.has(List::Traits, "counts-in-twenties");
        lexicon.joins_tens = lexicon.has(List::Traits, "joins-tens");
        lexicon.accents_tell_verbs = lexicon.has(List::Traits, "accents-tell-verbs");
        lexicon
    }

    fn hashes(&self, list: List) -> impl Iterator<Item = u32> + '_ {
        let list = self.list(list).into_iter();
        list.flat_map(|list| list.words.keys().map(|word| hash_of(word)))
    }

    fn all_figures(&self) -> FxHashSet<u32> {
        let not_always: FxHashSet<u32> = self.hashes(List::NotAlwaysNumbers).collect();
        let figures = FIGURES.iter().flat_map(|list| self.hashes(*list));
        let figures = figures.filter(|hash| !not_always.contains(hash));
        figures.chain(self.hashes(List::NumberWords)).collect()
    }

    /// The words of all languages together, for what is looked for whatever the language; of two values of one word the
    /// first language's.
    pub fn of_all() -> &'static Self {
        static ALL: LazyLock<Lexicon> = LazyLock::new(|| {
            let files: Vec<&str> = Language::ALL
                .iter()
                .map(|language| language.data())
                .collect();
            Lexicon::read(&files)
        });
        &ALL
    }

    /// What no language owns.
    pub fn common() -> &'static Self {
        static COMMON: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(&[include_str!("common.txt")]));
        &COMMON
    }

    fn list(&self, list: List) -> Option<&Entries> {
        let section = self.lists.get(list as usize)?;
        let read = || Entries::read(list.form(), &section.written);
        Some(section.entries.get_or_init(read))
    }

    /// Whether a word, folded, stands in a list.
    pub fn has(&self, list: List, word: &str) -> bool {
        self.list(list)
            .is_some_and(|list| list.words.contains_key(word))
    }

    /// The value of a word in a list.
    pub fn value(&self, list: List, word: &str) -> Option<&'static str> {
        let list = self.list(list)?;
        Some(list.written[*list.words.get(word)?].1)
    }

    /// Whether the language writes a word of a list with a capital, as English does its months.
    pub fn has_capital(&self, list: List, word: &str) -> bool {
        let list = self.list(list);
        let place = list.and_then(|list| Some((list, *list.words.get(word)?)));
        place.is_some_and(|(list, at)| list.written[at].0.starts_with(char::is_uppercase))
    }

    /// The entries of a list as the file writes them, in its order, each with its value.
    pub fn entries(&self, list: List) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        let list = self.list(list).into_iter();
        list.flat_map(|list| list.written.iter().copied())
    }

    /// The phrases of a list, those of one word too.
    pub fn phrases(&self, list: List) -> &[Phrase] {
        self.list(list).map_or(&[], |list| &list.phrases)
    }

    /// The longest phrase of a list that begins with the words given, which `word` gives one by one.
    pub fn longest<'w>(
        &self,
        list: List,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<&Phrase> {
        let list = self.list(list)?;
        let here = list
            .first
            .get(word(0)?)?
            .iter()
            .map(|at| &list.phrases[*at]);
        let fits = |phrase: &&Phrase| {
            let mut words = phrase.words.iter().enumerate().skip(1);
            words.all(|(at, wanted)| word(at).is_some_and(|there| is_said(wanted, there)))
        };
        here.filter(fits).max_by_key(|phrase| phrase.words.len())
    }

    /// The phrase of a list that these words are, all of them.
    pub fn phrase(&self, list: List, words: &[&str]) -> Option<&Phrase> {
        let longest = self.longest(list, |at| words.get(at).copied());
        longest.filter(|phrase| phrase.words.len() == words.len())
    }

    /// The first entry that has a value: the word for a number.
    pub fn word_for(&self, list: List, value: &str) -> Option<&'static str> {
        let mut entries = self.entries(list);
        entries.find(|(_, own)| *own == value).map(|(word, _)| word)
    }

    /// Whether a hash is that of a function word.
    pub fn is_common(&self, hash: u32) -> bool {
        let all = || self.hashes(List::FunctionWords).collect();
        self.common.get_or_init(all).contains(&hash)
    }

    /// Whether the word is a number or part of one: digits, number words, percent, dollars.
    pub fn is_figure(&self, word: &str, hash: u32) -> bool {
        let all = || self.all_figures();
        word.as_bytes().first().is_some_and(u8::is_ascii_digit)
            || self.figures.get_or_init(all).contains(&hash)
    }
}

/// The list of that name, looked for from one on: the files keep the order of the table.
fn list_named(name: &str, from: usize) -> Option<List> {
    let (before, behind) = List::ALL.split_at(from.min(List::ALL.len()));
    let mut all = behind.iter().chain(before).copied();
    all.find(|list| list.name() == name)
}

/// True if the word there is the one wanted, or is it without its last vowel: "d'" of "plus d'un millier".
fn is_said(wanted: &str, there: &str) -> bool {
    let elided = |head: &str| matches!(wanted.strip_prefix(head), Some("e" | "a"));
    there == wanted || there.strip_suffix('\'').is_some_and(elided)
}

impl Entries {
    fn read(form: Form, sections: &[&'static str]) -> Self {
        let mut entries = Self::default();
        for section in sections {
            let mut value = "";
            let lines = section.lines().map(str::trim);
            for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
                value = entries.add(form, line, value);
            }
        }
        entries
    }

    /// Takes a line in; gives the value with which the next line goes on.
    fn add(&mut self, form: Form, line: &'static str, value: &'static str) -> &'static str {
        match form {
            Form::Words | Form::Written => {
                for entry in line.split_whitespace() {
                    match entry.split_once('=') {
                        Some((word, value)) if !word.is_empty() => self.word(form, word, value),
                        _ => self.word(form, entry, ""),
                    }
                }
                ""
            }
            Form::Pairs => {
                if let Some((word, value)) = line.split_once('=') {
                    self.word(form, word, value);
                }
                ""
            }
            Form::Phrases => {
                self.all_phrases(line, "");
                ""
            }
            Form::Groups => {
                let (value, line) = line.split_once(':').unwrap_or((value, line));
                self.all_phrases(line, value);
                value
            }
        }
    }

    fn word(&mut self, form: Form, word: &'static str, value: &'static str) {
        let compared = if form == Form::Words && word.contains(char::is_uppercase) {
            Cow::Owned(word.to_lowercase())
        } else {
            Cow::Borrowed(word)
        };
        self.words.entry(compared).or_insert(self.written.len());
        self.written.push((word, value));
    }

    fn all_phrases(&mut self, line: &'static str, value: &'static str) {
        let phrases = line.split(',').map(str::trim);
        for phrase in phrases.filter(|phrase| !phrase.is_empty()) {
            let words: Vec<&str> = phrase.split_whitespace().collect();
            if let [word] = *words {
                let place = self.written.len();
                self.words.entry(Cow::Borrowed(word)).or_insert(place);
            }
            self.written.push((phrase, value));
            self.first
                .entry(words[0])
                .or_default()
                .push(self.phrases.len());
            self.phrases.push(Phrase { words, value });
        }
    }
}
