//! What happened since somebody was here: grouped by the one change that caused it.

use super::about::folded;
use super::log::Logs;
use super::protect::hash;
use super::ruled::{Holds, Ruled};
use super::stale::Because;
use super::standing::Standing;
use super::standings::Standings;
use crate::case::{Case, Node};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What somebody had seen when they left; kept on their machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// Rulings that had fallen or were as asked already, by the ids of their lines.
    pub fallen: BTreeSet<String>,
    /// Hashes of the draft's sentences; none where they are not known, as for a day in the past.
    pub sentences: Option<BTreeSet<String>>,
}

impl Visit {
    /// What there is to see at an instant.
    pub fn now(case: &Case, standings: &Standings, at: &str) -> Self {
        let rulings = all_rulings(standings).map(|(_, ruled)| ruled);
        let fallen = rulings.filter(|ruled| ruled.holds != Holds::Yes);
        Self {
            at: at.to_owned(),
            fallen: fallen.map(|ruled| ruled.id.clone()).collect(),
            sentences: Some(known(case).map(|(_, hash)| hash).collect()),
        }
    }

    /// A day in the past of which nothing else is known.
    pub fn at(at: &str) -> Self {
        Self {
            at: at.to_owned(),
            ..Self::default()
        }
    }

    fn time(&self) -> Option<Timestamp> {
        self.at.parse().ok()
    }
}

/// Rulings that fell for one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fell {
    /// What changed.
    pub because: Vec<Because>,
    /// What fell for it, with the ruling that fell.
    pub rulings: Vec<(Node, Ruled)>,
}

/// What happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// One's rulings that fell, by what they fell for.
    pub withdrawn: Vec<Fell>,
    /// What was changed as one had asked.
    pub as_asked: Vec<(Node, Ruled)>,
    /// What others ruled.
    pub by_others: Vec<(Node, Ruled)>,
    /// Sentences that were not there, and wait to be checked.
    pub new_to_check: Vec<Node>,
    /// How many of one's rulings are as one left them.
    pub untouched: usize,
}

impl Since {
    /// True if nothing happened.
    pub fn is_quiet(&self) -> bool {
        self.withdrawn.is_empty()
            && self.as_asked.is_empty()
            && self.by_others.is_empty()
            && self.new_to_check.is_empty()
    }
}

/// What happened since a visit of `you`. Without a name every ruling that fell is told.
pub fn since(case: &Case, standings: &Standings, you: Option<&str>, visit: &Visit) -> Since {
    let mut all = Since::default();
    let begin = visit.time();
    for (node, ruled) in all_rulings(standings).filter(|(_, ruled)| ruled.counts) {
        let own = you.is_none_or(|you| ruled.by == you);
        if !own {
            if begin.is_none() || ruled.time() > begin {
                all.by_others.push((node, ruled.clone()));
            }
            continue;
        }
        match ruled.holds {
            _ if visit.fallen.contains(&ruled.id) => {}
            Holds::Yes => all.untouched += 1,
            Holds::AsAsked => all.as_asked.push((node, ruled.clone())),
            Holds::Stale => add_fallen(&mut all.withdrawn, node, ruled),
        }
    }
    if let Some(seen) = &visit.sentences {
        let new = known(case).filter(|(_, hash)| !seen.contains(hash));
        let new = new.filter(|(node, _)| standings.state(*node) == Standing::ToCheck);
        all.new_to_check = new.map(|(node, _)| node).collect();
    }
    all
}

/// Puts a ruling beside those that fell for the same change.
fn add_fallen(fallen: &mut Vec<Fell>, node: Node, ruled: &Ruled) {
    let one = (node, ruled.clone());
    match fallen.iter_mut().find(|fell| fell.because == ruled.because) {
        Some(fell) => fell.rulings.push(one),
        None => fallen.push(Fell {
            because: ruled.because.clone(),
            rulings: vec![one],
        }),
    }
}

/// Every last ruling with what it is about, in the order of the case.
fn all_rulings(standings: &Standings) -> impl Iterator<Item = (Node, &Ruled)> {
    let nodes = standings.states().into_iter().map(|(node, _)| node);
    let stands = nodes.filter_map(|node| Some((node, standings.of(node)?)));
    stands.flat_map(|(node, stand)| {
        let all = stand.rulings.iter().chain(&stand.legal);
        all.map(move |ruled| (node, ruled))
    })
}

/// The draft's sentences with the hashes of their words.
fn known(case: &Case) -> impl Iterator<Item = (Node, String)> {
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let counted = (0u32..).zip(sentences).filter(|(_, s)| s.counts());
    counted.map(|(at, s)| (Node::Sentence(at), hash(&[&folded(&s.words)])))
}

impl Logs {
    /// The instant of the last line that somebody wrote, if they wrote any.
    pub fn last_time(&self, by: &str) -> Option<&str> {
        let own = self
            .entries()
            .map(|(_, entry)| entry)
            .filter(|entry| entry.by == by);
        own.max_by_key(|entry| entry.time())
            .map(|entry| entry.at.as_str())
    }
}
