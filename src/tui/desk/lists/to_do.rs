//! What is to be done: everything that keeps the story from being signed off, and what else asks for somebody.
//!
//! What keeps it from being signed off is asked of the ruling room and only grouped here; what has no heading of its own
//! comes under the words of its condition, so that nothing of it can be left out.

use super::views::{Group, group};
use crate::case::{Body, Code, Kind, Node, Severity};
use crate::ruling::{Condition, Reply, Ruled, Standing, Thing};
use crate::tui::desk::{Open, Spot};
use std::collections::BTreeSet;

const FAULTS: &str = "faults in the files";
const STALE: &str = "stale: changed since they were ruled on";
const AS_ASKED: &str = "changed as asked: confirm";
const DISPUTED: &str = "disputed";
const SENTENCES: &str = "sentences to check";
const CLAIMS: &str = "claims to check that the draft does not cite";
const TO_FIX: &str = "to fix";
const CLASH: &str = "evidence disagrees";
const CANNOT_VERIFY: &str = "cannot be verified";
const LEGAL: &str = Condition::Legal.words()[1];
const TK: &str = "sentences with TK";
const UNSOURCED: &str = "sentences with no source";
const OPEN_CLAIMS: &str = "claims with TK or no evidence";
const NOT_PUT: &str = "allegations, no contact on file";

/// The headings that stand first, in their order.
const FIRST: [&str; 14] = [
    STALE,
    AS_ASKED,
    DISPUTED,
    FAULTS,
    SENTENCES,
    CLAIMS,
    TO_FIX,
    CLASH,
    CANNOT_VERIFY,
    LEGAL,
    TK,
    UNSOURCED,
    OPEN_CLAIMS,
    NOT_PUT,
];

/// What sentences, and claims that no sentence answers for, are headed by.
const STANDINGS: [(Standing, [&str; 2]); 9] = [
    (Standing::Stale, [STALE; 2]),
    (Standing::AsAsked, [AS_ASKED; 2]),
    (Standing::Disputed, [DISPUTED; 2]),
    (Standing::ToCheck, [SENTENCES, CLAIMS]),
    (Standing::ToFix, [TO_FIX; 2]),
    (Standing::Clash, [CLASH; 2]),
    (Standing::CannotVerify, [CANNOT_VERIFY; 2]),
    (Standing::Tk, [TK, OPEN_CLAIMS]),
    (Standing::Unsourced, [UNSOURCED, OPEN_CLAIMS]),
];

/// The groups of the list, each with its heading.
pub(super) fn to_do(open: &Open) -> Vec<Group> {
    let mut all = since(open);
    all.extend(unmet(open));
    all.extend(besides(open));
    all
}

/// What keeps the story from being signed off. A heading has the number that the condition has, though two questions
/// may be about one sentence.
fn unmet(open: &Open) -> Vec<Group> {
    let mut groups: Vec<(&str, usize, BTreeSet<Spot>)> =
        FIRST.map(|name| (name, 0, BTreeSet::new())).into();
    let mut add = |heading: &'static str, spot, count: usize| {
        let found = groups.iter().position(|(name, ..)| *name == heading);
        let at = found.unwrap_or_else(|| {
            groups.push((heading, 0, BTreeSet::new()));
            groups.len() - 1
        });
        let (_, counted, spots) = &mut groups[at];
        *counted += count;
        spots.insert(spot);
    };
    for (at, (condition, thing)) in (0u32..).zip(open.things()) {
        if let Some(spot) = spot(at, thing) {
            add(heading(open, condition, spot), spot, thing.count());
        }
    }
    // Claims are mended where they stand, though a sentence answers for them.
    for (ix, _) in open.case.of_kind(Kind::Claim) {
        let spot = Spot::Record(ix);
        if matches!(open.state(spot), Standing::Tk | Standing::Unsourced) {
            add(OPEN_CLAIMS, spot, 0);
        }
    }
    let groups = groups.into_iter();
    let groups = groups.filter(|(_, _, spots)| !spots.is_empty());
    groups
        .map(|(heading, count, spots)| Group {
            heading: heading.to_owned(),
            count: count.max(spots.len()),
            spots: spots.into_iter().collect(),
        })
        .collect()
}

/// Where a thing is gone to; nowhere for the story as a whole.
fn spot(at: u32, thing: &Thing) -> Option<Spot> {
    match thing {
        Thing::At(_) | Thing::Allegation(_) | Thing::Question { about: Some(_), .. } => {
            thing.node().map(Spot::of)
        }
        Thing::Fault(at) => u32::try_from(*at).ok().map(Spot::Problem),
        Thing::Question { about: None, .. } | Thing::Gone(_) | Thing::Damaged { .. } => {
            Some(Spot::Unmet(at))
        }
        Thing::Story => None,
    }
}

fn heading(open: &Open, condition: Condition, spot: Spot) -> &'static str {
    let of = |state: Standing, claims: usize| {
        let known = STANDINGS.iter().find(|(standing, _)| *standing == state);
        known.map(|(_, headings)| headings[claims])
    };
    let named = match condition {
        Condition::Faults => Some(FAULTS),
        Condition::Sentences(state) => of(state, 0),
        Condition::Claims => of(open.state(spot), 1),
        Condition::Replies(reply) => (reply == Reply::NotPut).then_some(NOT_PUT),
        Condition::Gone
        | Condition::Legal
        | Condition::NotHere
        | Condition::SelfCheck
        | Condition::Questions
        | Condition::DamagedLines
        | Condition::Nothing => None,
    };
    named.unwrap_or(condition.words()[1])
}

/// What keeps no story from being signed off and yet asks for somebody.
fn besides(open: &Open) -> Vec<Group> {
    let sources = open.case.of_kind(Kind::Source);
    let to_come = sources
        .filter(|(_, record)| matches!(&record.body, Body::Source(s) if s.file.is_tk()))
        .map(|(ix, _)| Spot::Record(ix));
    let faults = |wanted: Severity| -> Vec<Spot> {
        let all = (0u32..).zip(open.problems.iter());
        // An uncited sentence is listed as a sentence, not once more as a fault.
        all.filter(|(_, p)| p.severity == wanted && p.code != Code::UNCITED)
            .map(|(ix, _)| Spot::Problem(ix))
            .collect()
    };
    [
        group("sources still to come", to_come.collect()),
        group("warnings", faults(Severity::Warning)),
        group("notes", faults(Severity::Note)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What happened since the person was here, one group for each change that felled rulings of theirs.
fn since(open: &Open) -> Vec<Group> {
    let Some(since) = &open.since else {
        return vec![];
    };
    let mut groups = vec![];
    for fell in &since.withdrawn {
        let what = fell.because.first().map_or(String::new(), |because| {
            match because.reference.as_str() {
                "" => because.part.words().to_owned(),
                reference => reference.to_owned(),
            }
        });
        let spots = fell.rulings.iter().map(|(node, _)| Spot::of(*node));
        groups.extend(group(
            &format!("your rulings withdrawn: {what} changed"),
            spots.collect(),
        ));
    }
    let of = |rulings: &[(Node, Ruled)]| rulings.iter().map(|(node, _)| Spot::of(*node)).collect();
    groups.extend(group("changed as you asked", of(&since.as_asked)));
    groups.extend(group("ruled by others", of(&since.by_others)));
    let new = since.new_to_check.iter().map(|node| Spot::of(*node));
    groups.extend(group("new to check", new.collect()));
    groups
}

impl Open {
    /// What an empty list of things to do says.
    pub fn nothing_to_do(&self) -> &'static str {
        if self.unmet.is_empty() {
            "Nothing is left to do."
        } else {
            "There is nothing to check yet."
        }
    }
}
