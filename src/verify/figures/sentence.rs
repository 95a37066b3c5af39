//! A draft sentence's own numbers and dates, held against what it cites.
//!
//! Only a number that plausibly is the quantity cited is judged: one that agrees with it, or that counts the same thing in
//! much the same words. All others are left alone, for a false alarm costs more than a number that waits for a person.

use super::claim::{against, date_against, house};
use super::judged::{Judged, Tested};
use super::outcome::Outcome;
use super::quantity::Said;
use super::read::Found;
use super::reading::Reading;
use super::rules::Verdict;
use super::target::{Target, begins, targets};
use super::value::Value;
use crate::case::{Case, Draft, Sentence};
use crate::text::lexicon::Language;
use std::ops::Range;

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
    let reading = Reading::of(case, sentence, language);
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
            } else if (target.counts_same(found) || target.counts_people(found, words))
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
        let only = dated.len() == 1 && (targets.len() == 1 || alone) && !target.words.is_empty();
        let named = alone && is_named(target, &dated, reading);
        let likely = reading.dates.len() == 1
            && ((only && (alone || target.shared(reading) >= 50)) || named)
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

/// True if the sentence tells of this one of a record's dates and of no other: "approved on", "valid until".
fn is_named(target: &Target, all: &[&Target], reading: &Reading) -> bool {
    let told = |target: &Target| {
        let cues = target.cues;
        let begins = |word: &String| cues.is_some_and(|cues| begins(word, cues));
        reading.words.iter().any(begins)
    };
    told(target) && all.iter().filter(|target| told(target)).count() == 1
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
