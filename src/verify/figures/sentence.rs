//! A draft sentence's own numbers and dates, held against what it cites.
//!
//! Only a number that plausibly is the quantity cited is judged: one that agrees with it, or that counts the same thing in
//! much the same words. All others are left alone, for a false alarm costs more than a number that waits for a person.

use super::claim::{against, date_against, house, printed, tested_against};
use super::dates::{FoundDate, dates};
use super::judged::{Judged, Tested};
use super::outcome::Outcome;
use super::quantity::{Quantity, Said};
use super::read::{Found, quantities};
use super::rules::Verdict;
use super::unit::Unit;
use super::value::{Value, casualty, figure, value_of};
use crate::case::records::Count;
use crate::case::{Body, Case, Draft, Part, Record, Ref, Sentence};
use crate::text::fold::fold;
use crate::verify::words::Language;
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
    /// The bytes between quotation marks: what others say is compared as a quotation.
    quoted: Vec<Range<usize>>,
}

/// The language of a draft.
pub fn language_of(case: &Case, draft: &Draft) -> Language {
    let bytes = &case.file(draft.file).bytes;
    let sample = &bytes[..bytes.len().min(16 * 1024)];
    Language::guess(&String::from_utf8_lossy(sample))
}

impl Reading {
    /// Reads a sentence's words.
    pub fn of(case: &Case, words: &str, language: Language) -> Self {
        let dates = dates(words, case.head.as_of.get().copied());
        let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let found = quantities(words, language).into_iter();
        let free = found.filter(|found| {
            !found.year && !dates.iter().any(|date| meets(&date.span, &found.span))
        });
        Self {
            found: free.collect(),
            words: content(words, language),
            quoted: quoted(words),
            dates,
        }
    }

    fn is_quoted(&self, span: &Range<usize>) -> bool {
        let within = |quoted: &Range<usize>| quoted.start < span.start && span.end <= quoted.end;
        self.quoted.iter().any(within)
    }
}

/// The words of a text that carry meaning, folded, numbers left out; a plural is its singular.
pub fn content(text: &str, language: Language) -> FxHashSet<String> {
    let lists = super::read::lists_of(language);
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| {
        word.len() > 2
            && !lists.is_function(word)
            && !lists.has("numbers", word)
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

fn quoted(text: &str) -> Vec<Range<usize>> {
    let (mut all, mut open) = (vec![], None);
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“' | '«' | '„' | '"', None) => open = Some(at),
            ('”' | '»' | '"', Some(from)) => {
                all.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    all
}

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
    words: FxHashSet<String>,
    /// Whether it is a number or a date.
    tested: Tested,
}

impl Target {
    /// How many of a claim's words the sentence has too, in per cent.
    fn shared(&self, reading: &Reading) -> usize {
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
            (Some(own), Some(theirs)) => own == theirs || (own.is_money() && theirs.is_money()),
            (Some(_), None) => false,
            (None, theirs) => {
                let noun = found.counted.as_deref().map(stem);
                let known = theirs.is_some_and(|unit| noun == Some(stem(unit.key())));
                known || noun.is_some_and(|noun| self.counted.iter().any(|own| own == noun))
            }
        }
    }
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
                    number(casualty(c, count, &[]), from, count.word())
                })
                .collect()
        }
        Body::Permit(_) => {
            let reference = format!("{id}.value");
            let value = Ref::parse(&reference).map(|reference| value_of(case, &reference));
            let value = value.unwrap_or_else(|_| Value::Nothing(String::new()));
            let mut all = vec![number(value, reference, "")];
            all.extend(
                ["valid.from", "valid.to", "approved", "applied"].map(|field| dated(field, "")),
            );
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

/// A number of a sentence, the target it is held against, and how that comes out.
struct Pair {
    found: usize,
    target: usize,
    verdict: Verdict,
}

/// The judgements of a sentence.
pub fn sentence(
    case: &Case,
    draft: &Draft,
    sentence: &Sentence,
    language: Language,
) -> Vec<Judged> {
    let targets = targets(case, sentence, language);
    if targets.is_empty() || sentence.is_tk() {
        return vec![];
    }
    let reading = Reading::of(case, &sentence.words, language);
    let alone = sentence.marks.len() == 1;
    let mut all = numbers(case, &reading, &targets, alone, &sentence.words);
    all.extend(days(case, &reading, &targets, alone, &sentence.words));
    for judged in &mut all {
        judged.file = draft.file;
        judged.at = place(case, draft, sentence, judged.at.clone());
    }
    all
}

fn numbers(
    case: &Case,
    reading: &Reading,
    targets: &[Target],
    alone: bool,
    words: &str,
) -> Vec<Judged> {
    let house = house(case);
    let as_of = case.head.as_of.get().copied();
    let mut sure: Vec<Pair> = vec![];
    let mut likely: Vec<Pair> = vec![];
    for (t, target) in targets.iter().enumerate() {
        if target.tested != Tested::Number || matches!(target.value, Value::Nothing(_)) {
            continue;
        }
        for (f, found) in reading.found.iter().enumerate() {
            let verdict = against(&found.quantity, &target.value, &house, as_of);
            let pair = Pair {
                found: f,
                target: t,
                verdict,
            };
            if agrees(&pair.verdict, found, target) {
                sure.push(pair);
            } else if target.counts_same(found)
                && !reading.is_quoted(&found.span)
                && (alone || target.shared(reading) >= 50)
                && pair.verdict.outcome != Outcome::NotComparable
            {
                likely.push(pair);
            }
        }
    }
    // The same words count for more than the same number: two of a kind are told apart by their noun.
    sure.sort_by_key(|pair| {
        let same = targets[pair.target].counts_same(&reading.found[pair.found]);
        (pair.verdict.outcome, !same)
    });
    let mut taken: Vec<(usize, usize)> = vec![];
    let mut chosen: Vec<Pair> = vec![];
    let mut take = |pair: Pair, chosen: &mut Vec<Pair>| {
        if taken
            .iter()
            .all(|(f, t)| *f != pair.found && *t != pair.target)
        {
            taken.push((pair.found, pair.target));
            chosen.push(pair);
        }
    };
    for pair in sure {
        take(pair, &mut chosen);
    }
    // A number that disagrees is judged only where there is no other it could be, and nothing else it could be.
    let left: Vec<Pair> = likely
        .into_iter()
        .filter(|p| {
            chosen
                .iter()
                .all(|c| c.found != p.found && c.target != p.target)
        })
        .collect();
    let single = |p: &Pair| {
        left.iter().filter(|o| o.found == p.found).count() == 1
            && left.iter().filter(|o| o.target == p.target).count() == 1
    };
    let certain: Vec<bool> = left.iter().map(single).collect();
    chosen.extend(
        left.into_iter()
            .zip(certain)
            .filter(|(_, single)| *single)
            .map(|(p, _)| p),
    );
    chosen.sort_by_key(|pair| pair.found);
    chosen
        .into_iter()
        .map(|pair| {
            let (found, target) = (&reading.found[pair.found], &targets[pair.target]);
            told(Tested::Number, words, &found.span, target, pair.verdict)
        })
        .collect()
}

fn told(
    tested: Tested,
    words: &str,
    span: &Range<usize>,
    target: &Target,
    verdict: Verdict,
) -> Judged {
    let printed = words.get(span.clone()).unwrap_or_default().to_owned();
    let mut judged = Judged::new(
        tested,
        printed,
        (target.value.spoken(), target.from.clone()),
        verdict,
    );
    judged.at = span.clone();
    judged
}

/// True if the number is the one cited beyond doubt: it agrees, or it is the very number in other units or without its hedge.
fn agrees(verdict: &Verdict, found: &Found, target: &Target) -> bool {
    let same_number = || match (
        &found.quantity.said,
        target.value.quantity().map(|q| &q.said),
    ) {
        (Said::Number(a), Some(Said::Number(b))) => a == b,
        _ => false,
    };
    match verdict.outcome {
        Outcome::Consistent | Outcome::RoundedWithoutHedge | Outcome::Stretched => true,
        Outcome::InsideRange | Outcome::HedgeShifted => target.counts_same(found) || same_number(),
        Outcome::HedgeDropped => same_number() || target.counts_same(found),
        Outcome::UnitMismatch => same_number(),
        Outcome::NotComparable | Outcome::Understated | Outcome::Overstated | Outcome::Wrong => {
            false
        }
    }
}

fn days(
    case: &Case,
    reading: &Reading,
    targets: &[Target],
    alone: bool,
    words: &str,
) -> Vec<Judged> {
    let as_of = case.head.as_of.get().copied();
    let dated: Vec<&Target> = targets
        .iter()
        .filter(|target| {
            target.tested == Tested::Date && !matches!(target.value, Value::Nothing(_))
        })
        .collect();
    let mut all: Vec<(usize, Judged)> = vec![];
    let mut used: Vec<usize> = vec![];
    for target in &dated {
        let free = reading
            .dates
            .iter()
            .enumerate()
            .filter(|(at, _)| !used.contains(at));
        let verdicts =
            free.map(|(at, found)| (at, date_against(&found.when, None, &target.value, as_of)));
        let Some((at, verdict)) = verdicts.min_by_key(|(_, verdict)| verdict.outcome) else {
            continue;
        };
        let agrees = matches!(
            verdict.outcome,
            Outcome::Consistent | Outcome::HedgeDropped | Outcome::InsideRange
        );
        // A date that disagrees is judged only where it is the only one, and only one is cited.
        let only = reading.dates.len() == 1 && targets.len() == 1 && dated.len() == 1;
        let likely = only
            && (alone || target.shared(reading) >= 50)
            && !target.words.is_empty()
            && !reading.is_quoted(&reading.dates[at].span)
            && verdict.outcome != Outcome::NotComparable;
        if agrees || likely {
            used.push(at);
            all.push((
                at,
                told(
                    Tested::Date,
                    words,
                    &reading.dates[at].span,
                    target,
                    verdict,
                ),
            ));
        }
    }
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, judged)| judged).collect()
}

/// Where a part of a sentence's words stands in the draft: white space and marks are not the same there.
pub fn place(case: &Case, draft: &Draft, sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    let whole = sentence.span.clone();
    let raw = case
        .file(draft.file)
        .bytes
        .get(whole.clone())
        .unwrap_or_default();
    let wanted = sentence.words.get(words.clone()).unwrap_or_default();
    let before = sentence.words.get(..words.start).unwrap_or_default();
    // The same words may stand there several times: it is as many-eth there as here.
    let nth = if wanted.is_empty() {
        0
    } else {
        before.matches(wanted).count()
    };
    let found = memchr::memmem::find_iter(raw, wanted.as_bytes()).nth(nth);
    match found.filter(|_| !wanted.is_empty()) {
        Some(at) => whole.start + at..whole.start + at + wanted.len(),
        None => whole,
    }
}
