//! Finds the details of a sentence by rule.

use super::details::{Detail, DetailKind};
use crate::case::{Body, Case, Field, Sentence, is_superlative};
use crate::text::fold::fold;
use crate::text::lexicon::{Language, Lexicon, List};
use crate::verify::figures::{Noticed, noticed};
use crate::verify::sentence_ends::begins_sentence;
use std::ops::Range;

/// Of the places of numbers and dates so many at most stand within one another.
const NESTED: usize = 8;

/// The details of a sentence, some perhaps twice.
pub(super) fn find(case: &Case, sentence: &Sentence) -> Vec<Detail> {
    let text = sentence.words.as_str();
    let words = split(text);
    let language = case
        .draft
        .as_ref()
        .map_or_else(Language::default, |draft| draft.language);
    let mut found = Found {
        text,
        words: &words,
        lower: words
            .iter()
            .map(|word| text[word.clone()].to_lowercase())
            .collect(),
        taken: vec![false; words.len()],
        noticed: noticed(text, language),
        all: vec![],
    };
    for quoted in &sentence.quoted {
        found.add(DetailKind::Quotation, quoted.start..quoted.end);
    }
    found.dates();
    found.numbers();
    found.superlatives();
    found.titles(case);
    found.names(case);
    found.all
}

/// Words with their places: letters and digits, signs of money and per cent, and what stands inside numbers.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut words = vec![];
    let mut start = None;
    let end_of = |from: usize, to: usize| {
        let word = text[from..to].trim_end_matches(['.', ',', '-', '\'', '’', ':', '/']);
        from..from + word.len()
    };
    let part = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '$' | '€' | '£' | '%' | '-' | '\'' | '’' | '.' | ',' | ':' | '/'
            )
    };
    for (at, c) in text.char_indices() {
        match (part(c), start) {
            (true, None) if c.is_alphanumeric() || matches!(c, '$' | '€' | '£') => {
                start = Some(at)
            }
            (false, Some(from)) => {
                words.push(end_of(from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(end_of(from, text.len()));
    }
    words.retain(|word| !word.is_empty());
    words
}

struct Found<'a> {
    text: &'a str,
    words: &'a [Range<usize>],
    lower: Vec<String>,
    /// Words that are part of a detail already.
    taken: Vec<bool>,
    /// Where numbers and dates stand.
    noticed: Noticed,
    all: Vec<Detail>,
}

impl Found<'_> {
    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].clone()]
    }

    fn add(&mut self, kind: DetailKind, span: Range<usize>) {
        let words = self.text[span.clone()].to_owned();
        self.all.push(Detail { kind, span, words });
    }

    /// Makes one detail of words next to each other.
    fn take(&mut self, kind: DetailKind, words: Range<usize>) {
        self.taken[words.clone()].fill(true);
        let span = self.words[words.start].start..self.words[words.end - 1].end;
        self.add(kind, span);
    }

    /// Makes a detail of each longest run of words that are not taken and are of the kind.
    fn runs(&mut self, kind: DetailKind, is: &[bool]) {
        // Between the day and the year of a date there may be a comma.
        let commas = kind == DetailKind::Date;
        let mut at = 0;
        while at < is.len() {
            let mut end = at;
            while end < is.len()
                && is[end]
                && !self.taken[end]
                && (end == at || commas || self.joined(end))
            {
                end += 1;
            }
            if end > at {
                self.take(kind, at..end);
            }
            at = end.max(at + 1);
        }
    }

    fn dates(&mut self) {
        let is: Vec<bool> = (0..self.words.len())
            .map(|at| self.is_in(at, &self.noticed.dates) || is_iso(self.word(at)))
            .collect();
        self.runs(DetailKind::Date, &is);
    }

    fn numbers(&mut self) {
        let digit = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        let is: Vec<bool> = (0..self.words.len())
            .map(|at| self.is_in(at, &self.noticed.numbers) || digit(self.word(at)))
            .collect();
        self.runs(DetailKind::Number, &is);
    }

    /// True if a word takes part in one of these places.
    fn is_in(&self, at: usize, places: &[Range<usize>]) -> bool {
        let word = &self.words[at];
        let before = places.partition_point(|place| place.start < word.end);
        // A date may hold its year as a place of its own.
        let near = &places[before.saturating_sub(NESTED)..before];
        near.iter().any(|place| word.start < place.end)
    }

    fn superlatives(&mut self) {
        let is: Vec<bool> = (0..self.lower.len())
            .map(|at| is_superlative(&self.lower, at, &self.noticed.languages))
            .collect();
        for (at, is) in is.into_iter().enumerate() {
            if is && !self.taken[at] {
                self.take(DetailKind::Superlative, at..at + 1);
            }
        }
    }

    fn titles(&mut self, case: &Case) {
        let posts = Lexicon::of_all().phrases(List::Posts).iter();
        let posts = posts.map(|post| post.words.iter().map(|word| (*word).to_owned()).collect());
        let mut known: Vec<Vec<String>> = posts.collect();
        for record in &case.records {
            if let Body::Party(party) = &record.body {
                known.extend(party.role.get().map(|role| in_words(role)));
            }
        }
        known.sort_by_key(|words| std::cmp::Reverse(words.len()));
        self.known(DetailKind::Title, &known);
    }

    /// Parties and places of the case wherever they stand, then any other run of words with capitals.
    fn names(&mut self, case: &Case) {
        let (mut parties, mut places) = (vec![], vec![]);
        for record in &case.records {
            let (names, place): (Vec<&String>, Option<&String>) = match &record.body {
                Body::Party(p) => {
                    let other = p.aka.items().iter().map(|aka| &aka.value);
                    (p.name.get().into_iter().chain(other).collect(), None)
                }
                Body::Casualty(c) => (vec![], given(&c.place)),
                Body::Event(e) => (vec![], given(&e.place)),
                _ => (vec![], None),
            };
            parties.extend(names.into_iter().map(|name| in_words(name)));
            places.extend(place.map(|name| in_words(name)));
        }
        parties.sort_by_key(|words| std::cmp::Reverse(words.len()));
        self.known(DetailKind::Name, &parties);
        self.known(DetailKind::Place, &places);
        self.capitals();
    }

    /// Marks every place where one of some runs of folded words stands.
    fn known(&mut self, kind: DetailKind, known: &[Vec<String>]) {
        let folded: Vec<String> = self
            .lower
            .iter()
            .map(|word| bare(&fold(word)).to_owned())
            .collect();
        for run in known.iter().filter(|run| !run.is_empty()) {
            for at in 0..=folded.len().saturating_sub(run.len()) {
                let range = at..at + run.len();
                let here = folded.get(range.clone()) == Some(run.as_slice());
                if here && !self.taken[range.clone()].contains(&true) {
                    self.take(kind, range);
                }
            }
        }
    }

    fn capitals(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let mut end = at;
            while end < self.words.len() && self.may_be_name(end) && (end == at || self.joined(end))
            {
                end += 1;
            }
            // A first word has its capital anyway.
            let alone_at_start = end == at + 1 && self.begins_sentence(at);
            if end > at && !alone_at_start {
                let placed = at
                    .checked_sub(1)
                    .is_some_and(|b| self.is_before_place(&self.lower[b]));
                let kind = if placed {
                    DetailKind::Place
                } else {
                    DetailKind::Name
                };
                self.take(kind, at..end);
            }
            at = end.max(at + 1);
        }
    }

    fn is_before_place(&self, word: &str) -> bool {
        let mut lexicons = self
            .noticed
            .languages
            .iter()
            .map(|language| language.lexicon());
        lexicons.any(|lexicon| lexicon.has(List::BeforeAPlace, word))
    }

    fn may_be_name(&self, at: usize) -> bool {
        let word = self.word(at);
        let first_person = word == "I" || word.starts_with("I’") || word.starts_with("I'");
        !self.taken[at] && word.starts_with(char::is_uppercase) && !first_person
    }

    /// True if nothing but a space stands between a word and the one before it.
    fn joined(&self, at: usize) -> bool {
        let between = &self.text[self.words[at - 1].end..self.words[at].start];
        between.trim().is_empty()
    }

    fn begins_sentence(&self, at: usize) -> bool {
        begins_sentence(&self.text[..self.words[at].start], self.word(at))
    }
}

fn given(field: &Field<String>) -> Option<&String> {
    field.get()
}

fn is_iso(word: &str) -> bool {
    word.len() > 4 && crate::case::Date::parse(word).is_ok()
}

/// The folded words of a name, without the article before and the genitive behind it.
fn in_words(name: &str) -> Vec<String> {
    let words = split(name);
    let folded = words
        .into_iter()
        .map(|word| bare(&fold(&name[word])).to_owned());
    let words: Vec<String> = folded.collect();
    match words.split_first() {
        Some((first, rest)) if !rest.is_empty() && is_article(first) => rest.to_vec(),
        _ => words,
    }
}

fn is_article(word: &str) -> bool {
    Language::English.lexicon().has(List::Articles, word)
}

/// A word without the genitive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}
