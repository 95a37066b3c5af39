//! Where evidence disagrees: counts of one event and figures of one measure that cannot both be right.
//!
//! A count that leaves people out, or that ends earlier, may be lower without a clash; only if it is higher do the two
//! disagree. Counts of civilians and of combatants are counts of different people.

use super::number::Num;
use super::quantity::{Quantity, Said};
use super::unit::{Meeting, Unit};
use super::value::{Value, casualty, figure};
use crate::case::records::{Casualty, Count, Figure};
use crate::case::{Body, Case, Hedge, RecordIx, Ref, Status, When};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Two records that disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What both count: `killed`, or the measure.
    pub what: String,
    /// The two records, in the order of the files.
    pub records: [RecordIx; 2],
    /// What each of them says.
    pub says: [String; 2],
}

/// Records of one event or measure that are compared with each other at most; a page shows no more.
const MOST_COMPARED: usize = 300;

/// Every clash of a case, in the order of the files.
pub fn clashes(case: &Case) -> Vec<Clash> {
    let mut groups: BTreeMap<(String, &'static str), Vec<RecordIx>> = BTreeMap::new();
    for (ix, record) in case.iter() {
        match &record.body {
            Body::Casualty(c) => {
                if let Some(event) = c.event.get() {
                    groups
                        .entry((event.id.clone(), "event"))
                        .or_default()
                        .push(ix);
                }
            }
            Body::Figure(f) => {
                if let Some(measure) = f.measure.get() {
                    groups
                        .entry((measure.clone(), "measure"))
                        .or_default()
                        .push(ix);
                }
            }
            _ => {}
        }
    }
    let mut all = vec![];
    for ((name, _), records) in &groups {
        let records = &records[..records.len().min(MOST_COMPARED)];
        for (i, a) in records.iter().enumerate() {
            for b in &records[i + 1..] {
                all.extend(pair(case, name, *a, *b));
            }
        }
    }
    all.sort_by_key(|clash| clash.records);
    all
}

/// The clashes within what a claim cites, for it or against it: there its evidence disagrees.
pub fn clashes_of<'a>(case: &Case, claim: RecordIx, all: &'a [Clash]) -> Vec<&'a Clash> {
    let Body::Claim(body) = &case.at(claim).body else {
        return vec![];
    };
    let lists = body.evidence.items().iter().chain(body.against.items());
    let lists = lists.map(|cited| &cited.value);
    let test = body.number.get();
    let from = test.and_then(|test| test.from.get());
    let computed = test.and_then(|test| test.compute.get());
    let computed = computed.into_iter().flat_map(|compute| &compute.refs);
    let computed = computed.map(|reference| &reference.value);
    let named = |reference: &Ref| case.find(&reference.id);
    let cited: Vec<RecordIx> = lists
        .chain(from)
        .chain(computed)
        .filter_map(named)
        .collect();
    let within = |clash: &&Clash| clash.records.iter().all(|record| cited.contains(record));
    all.iter().filter(within).collect()
}

/// Every claim whose evidence disagrees, with its clashes.
pub fn clashing_claims(case: &Case) -> FxHashMap<RecordIx, Vec<Clash>> {
    let all = clashes(case);
    let mut by_claim: FxHashMap<RecordIx, Vec<Clash>> = FxHashMap::default();
    if all.is_empty() {
        return by_claim;
    }
    for (ix, _) in case.of_kind(crate::case::Kind::Claim) {
        let own: Vec<Clash> = clashes_of(case, ix, &all).into_iter().cloned().collect();
        if !own.is_empty() {
            by_claim.insert(ix, own);
        }
    }
    by_claim
}

fn pair(case: &Case, name: &str, a: RecordIx, b: RecordIx) -> Vec<Clash> {
    let clash = |what: &str, one: &Quantity, other: &Quantity| Clash {
        what: what.to_owned(),
        records: [a, b],
        says: [one.spoken(), other.spoken()],
    };
    match (&case.at(a).body, &case.at(b).body) {
        (Body::Casualty(one), Body::Casualty(other)) => {
            let Some(part) = parts(one, other) else {
                return vec![];
            };
            let counts = Count::ALL.into_iter().filter_map(|count| {
                // The missing are found: their number falls as well as rises.
                let part = match (count, part) {
                    (Count::Missing, Part::Same) => Part::Same,
                    (Count::Missing, Part::Less | Part::More) => return None,
                    (Count::Killed | Count::Injured, part) => part,
                };
                let (x, y) = (
                    given(&casualty(one, count, &[]))?,
                    given(&casualty(other, count, &[]))?,
                );
                disagree(&x, &y, part).then(|| clash(count.word(), &x, &y))
            });
            counts.collect()
        }
        (Body::Figure(one), Body::Figure(other)) => figures(case, one, other)
            .map(|(x, y)| clash(name, &x, &y))
            .into_iter()
            .collect(),
        _ => vec![],
    }
}

fn given(value: &Value) -> Option<Quantity> {
    value.quantity().cloned()
}

fn figures(case: &Case, one: &Figure, other: &Figure) -> Option<(Quantity, Quantity)> {
    if let (Some(a), Some(b)) = (one.as_of.get(), other.as_of.get()) {
        if a != b {
            return None;
        }
    }
    let (x, y) = (given(&figure(one, &[]))?, given(&figure(other, &[]))?);
    let home = case.head.home.get().and_then(|home| home.currency.get());
    let turned = match Unit::meets(x.unit.as_ref(), y.unit.as_ref(), home.map(String::as_str)) {
        Meeting::Same | Meeting::Home(_) => y.clone(),
        Meeting::Turned(factor) => y.scaled(factor)?,
        Meeting::Apart => return None,
    };
    disagree(&x, &turned, Part::Same).then_some((x, y))
}

/// How the people whom one record counts lie to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The same people.
    Same,
    /// A part of them.
    Less,
    /// More than them.
    More,
}

/// None where the two count different people.
fn parts(one: &Casualty, other: &Casualty) -> Option<Part> {
    let mut all = vec![];
    let leaves_out = |c: &Casualty| !c.excludes.items().is_empty();
    match (leaves_out(one), leaves_out(other)) {
        (true, false) => all.push(Part::Less),
        (false, true) => all.push(Part::More),
        (false, false) => {}
        (true, true) => {
            let words = |c: &Casualty| -> Vec<String> {
                c.excludes
                    .items()
                    .iter()
                    .map(|words| words.value.clone())
                    .collect()
            };
            if words(one) != words(other) {
                return None;
            }
        }
    }
    let status = |c: &Casualty| {
        c.status
            .get()
            .copied()
            .filter(|status| *status != Status::Unknown)
    };
    match (status(one), status(other)) {
        (Some(a), Some(b)) if a != b => return None,
        // A count of combatants is a part; one of civilians is what a toll usually is.
        (Some(Status::Combatant), None) => all.push(Part::Less),
        (None, Some(Status::Combatant)) => all.push(Part::More),
        (Some(_) | None, Some(_) | None) => {}
    }
    if let (Some(a), Some(b)) = (one.period.get(), other.period.get()) {
        all.push(periods(a, b)?);
    }
    let less = all.contains(&Part::Less);
    let more = all.contains(&Part::More);
    match (less, more) {
        (true, true) => None,
        (true, false) => Some(Part::Less),
        (false, true) => Some(Part::More),
        (false, false) => Some(Part::Same),
    }
}

/// How one period lies to another; none where neither is within the other.
fn periods(a: &When, b: &When) -> Option<Part> {
    let first = |when: &When| when.from.map(|date| date.first_day());
    let last = |when: &When| when.to.map(|date| date.last_day());
    if (first(a), last(a)) == (first(b), last(b)) {
        return Some(Part::Same);
    }
    let begins = |a: &When, b: &When| match (first(a), first(b)) {
        (Some(a), Some(b)) => a >= b,
        (_, None) => true,
        (None, Some(_)) => false,
    };
    let ends = |a: &When, b: &When| match (last(a), last(b)) {
        (Some(a), Some(b)) => a <= b,
        (_, None) => true,
        (None, Some(_)) => false,
    };
    if begins(a, b) && ends(a, b) {
        Some(Part::Less)
    } else if begins(b, a) && ends(b, a) {
        Some(Part::More)
    } else {
        None
    }
}

/// The least and the most; an end is open where the hedge leaves it open.
fn limits(q: &Quantity) -> Option<(Option<Num>, Option<Num>)> {
    let (low, high) = match &q.said {
        Said::Number(n) | Said::Share(n) => (*n, *n),
        Said::Between(low, high) => (*low, *high),
        Said::Word(word) => (word.low, word.high),
    };
    let five = |n: Num| n.size().percent(Num::whole(5));
    Some(match q.hedge {
        Some(Hedge::AtLeast | Hedge::MoreThan) => (Some(low), None),
        Some(Hedge::UpTo | Hedge::FewerThan) => (None, Some(high)),
        Some(Hedge::Nearly) => (Some(low.minus(five(low)?)?.minus(five(low)?)?), Some(high)),
        Some(Hedge::About | Hedge::Odd) => {
            (Some(low.minus(five(low)?)?), Some(high.plus(five(high)?)?))
        }
        _ => (Some(low), Some(high)),
    })
}

fn disagree(x: &Quantity, y: &Quantity, part: Part) -> bool {
    let (Some((x_low, x_high)), Some((y_low, y_high))) = (limits(x), limits(y)) else {
        return false;
    };
    let above = |a: Option<Num>, b: Option<Num>| matches!((a, b), (Some(a), Some(b)) if a > b);
    match part {
        Part::Same => above(x_low, y_high) || above(y_low, x_high),
        Part::Less => above(x_low, y_high),
        Part::More => above(y_low, x_high),
    }
}
