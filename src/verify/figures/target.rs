//! What a sentence cites, as quantities and dates that its own may be.

use super::claim::{printed, tested_against};
use super::judged::Tested;
use super::quantity::{Quantity, Said};
use super::read::{Found, quantities};
use super::reading::{Reading, content, stem};
use super::unit::Unit;
use super::value::{Value, casualty, figure, value_of};
use crate::case::records::Count;
use crate::case::{Body, Case, Part, Record, Ref, Sentence};
use crate::text::fold::fold;
use crate::text::lexicon::{Language, Lexicon, List};
use rustc_hash::FxHashSet;

/// Something cited that a number or date of the sentence may be.
#[derive(Clone)]
pub struct Target {
    /// What the source says.
    pub value: Value,
    /// Where that comes from.
    pub from: String,
    /// What the claim itself prints.
    own: Vec<Quantity>,
    /// What is counted, by the words of the claim or record: folded nouns.
    counted: Vec<String>,
    /// The words of the claim or record that carry meaning.
    pub words: FxHashSet<String>,
    /// Whether it is a number or a date.
    pub tested: Tested,
    /// The words that tell which of a record's dates it is.
    pub cues: Option<List>,
    /// Of a count of people, which: beside one of its words a number is that count.
    count: Option<Count>,
}

impl Target {
    /// How many of a claim's words the sentence has too, in per cent.
    pub fn shared(&self, reading: &Reading) -> usize {
        let same = self
            .words
            .iter()
            .filter(|word| reading.words.contains(*word));
        same.count() * 100 / self.words.len().max(1)
    }

    /// True if the sentence has most of the claim's words.
    pub fn is_about(&self, reading: &Reading) -> bool {
        self.words.len() > 1 && self.shared(reading) >= 60
    }

    /// The nouns of what is counted.
    pub fn nouns(&self) -> Vec<String> {
        let mut nouns = self.counted.clone();
        nouns.sort_unstable();
        nouns.dedup();
        nouns
    }

    /// True for "killed 51 people", "51 deaths": a number of people, or of nothing named, beside a word of the count.
    pub fn counts_people(&self, found: &Found, words: &str) -> bool {
        let Some(count) = self.count else {
            return false;
        };
        let family = |word: &str| begins(word, family(count));
        let before = fold(words.get(..found.span.start).unwrap_or_default());
        let behind = fold(words.get(found.span.end..).unwrap_or_default());
        let behind: Vec<&str> = behind
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(3)
            .collect();
        let noun = behind.first().copied().unwrap_or_default();
        let people = Lexicon::of_all().has(List::People, stem(noun));
        found.quantity.unit.is_none()
            && !matches!(found.quantity.said, Said::Share(_))
            && (family(noun)
                || people
                    && (before.rsplit(' ').take(4).any(family)
                        || behind.iter().any(|word| family(word))))
    }

    /// True if the number counts the same thing: the same unit, or the same noun behind it.
    pub fn counts_same(&self, found: &Found) -> bool {
        let unit = |q: &Quantity| match q.said {
            Said::Share(_) => Some(Unit::percent()),
            Said::Number(_) | Said::Between(..) | Said::Word(_) => q.unit.clone(),
        };
        let theirs = self
            .value
            .quantity()
            .and_then(unit)
            .or_else(|| self.own.first().and_then(unit));
        match (unit(&found.quantity), theirs) {
            (Some(own), Some(theirs)) => own.is_like(&theirs),
            (Some(_), None) => false,
            (None, theirs) => {
                let noun = found.counted.as_deref().map(stem);
                let known = theirs.is_some_and(|unit| noun == Some(stem(unit.key())));
                known || noun.is_some_and(|noun| self.counted.iter().any(|own| own == noun))
            }
        }
    }
}

/// A permit's dates, and the words that tell of each.
const PERMIT_DATES: [(&str, List); 4] = [
    ("valid.from", List::ValidFrom),
    ("valid.to", List::ValidTo),
    ("approved", List::Approved),
    ("applied", List::Applied),
];

/// The words that tell of a count.
const fn family(count: Count) -> List {
    match count {
        Count::Killed => List::Killed,
        Count::Injured => List::Injured,
        Count::Missing => List::Missing,
    }
}

/// True if a word begins as one of a list does, in any language.
pub fn begins(word: &str, list: List) -> bool {
    let mut beginnings = Lexicon::of_all().entries(list);
    beginnings.any(|(beginning, _)| word.starts_with(beginning))
}

/// Everything a sentence cites that a number or date of it may be.
pub fn targets(case: &Case, sentence: &Sentence, language: Language) -> Vec<Target> {
    let mut all: Vec<Target> = vec![];
    for cited in sentence.cites() {
        let Some(record) = case.record(&cited.id) else {
            continue;
        };
        all.extend(of_record(case, record, cited, language));
    }
    all
}

/// What a cited record gives.
pub fn of_record(case: &Case, record: &Record, cited: &Ref, language: Language) -> Vec<Target> {
    let id = &record.id.value;
    let make = |value, from: String, tested, own, says: &str| Target {
        value,
        from,
        own,
        counted: nouns(says, language),
        words: content(says, language),
        tested,
        cues: None,
        count: None,
    };
    let number = |value, from, says: &str| make(value, from, Tested::Number, vec![], says);
    let dated = |field: &str, says: &str| {
        let from = format!("{id}.{field}");
        let value = Ref::parse(&from).map(|reference| value_of(case, &reference));
        let value = value.unwrap_or_else(|_| Value::Nothing(String::new()));
        make(value, from, Tested::Date, vec![], says)
    };
    if matches!(cited.part, Part::Locator(_)) {
        return vec![];
    }
    match &record.body {
        Body::Claim(claim) => {
            let says = claim.says.get().map_or("", String::as_str);
            let mut all = vec![];
            if let Some(test) = claim.number.get() {
                let (value, from) = tested_against(case, &test.from, &test.compute);
                let own = printed(test, says).unwrap_or_default();
                all.push(make(value, from, Tested::Number, own, says));
            }
            if let Some(test) = claim.date.get() {
                let (value, from) = tested_against(case, &test.from, &test.compute);
                all.push(make(value, from, Tested::Date, vec![], says));
            }
            all
        }
        Body::Figure(f) => {
            let what = f.what.get().map_or("", String::as_str);
            vec![number(figure(f, &[]), format!("{id}.value"), what)]
        }
        Body::Casualty(c) => {
            let given = Count::ALL
                .into_iter()
                .filter(|count| c.count(*count).is_there());
            given
                .map(|count| {
                    let from = format!("{id}.{}", count.word());
                    Target {
                        count: Some(count),
                        ..number(casualty(c, count, &[]), from, count.word())
                    }
                })
                .collect()
        }
        Body::Permit(_) => {
            let reference = format!("{id}.value");
            let value = Ref::parse(&reference).map(|reference| value_of(case, &reference));
            let value = value.unwrap_or_else(|_| Value::Nothing(String::new()));
            let mut all = vec![number(value, reference, "")];
            all.extend(PERMIT_DATES.map(|(field, cues)| Target {
                cues: Some(cues),
                ..dated(field, "")
            }));
            all
        }
        Body::Event(e) => {
            let what = e.what.get().map_or("", String::as_str);
            vec![dated("date", what)]
        }
        Body::Party(_) | Body::Source(_) | Body::Request(_) | Body::Quote(_) | Body::Contact(_) => {
            vec![]
        }
    }
}

/// The nouns behind the numbers of a text.
fn nouns(says: &str, language: Language) -> Vec<String> {
    let found = quantities(says, language).into_iter();
    let nouns = found.filter_map(|found| found.counted);
    nouns.map(|noun| stem(&noun).to_owned()).collect()
}
