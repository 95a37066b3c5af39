//! A person's ruling as it stands today: whether it counts, and whether it still holds.

use super::entry::{Entry, Tick};
use super::ruling::{Ruling, Saw};
use super::stale::Because;

/// Whether a ruling holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holds {
    /// All it was given for is as it was.
    Yes,
    /// Something changed.
    Stale,
    /// The words are now those that it proposed, and nothing else changed.
    AsAsked,
}

/// The last ruling of one person on one claim, sentence or case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// The id of its line.
    pub id: String,
    /// Who.
    pub by: String,
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// What was decided.
    pub ruling: Ruling,
    /// How it was seen.
    pub saw: Option<Saw>,
    /// References whose words were opened.
    pub seen: Vec<String>,
    /// Details that were ticked.
    pub ticks: Vec<Tick>,
    /// Why.
    pub why: Option<String>,
    /// The words that would be right.
    pub fix: Option<String>,
    /// Whether it holds.
    pub holds: Holds,
    /// What changed since, if anything did.
    pub because: Vec<Because>,
    /// Files it was given for that are not on this machine.
    pub not_here: Vec<String>,
    /// Sources that changed elsewhere than in the words it was given for.
    pub around: Vec<String>,
    /// True if the person wrote the story.
    pub self_check: bool,
    /// False for a ruling by somebody who is not in the team: it is shown and does not count.
    pub counts: bool,
}

impl Ruled {
    /// What a line says, before it is held against the case.
    pub(super) fn new(entry: &Entry, ruling: Ruling) -> Self {
        Self {
            id: entry.id.clone(),
            by: entry.by.clone(),
            at: entry.at.clone(),
            ruling,
            saw: entry.saw,
            seen: entry.seen.clone(),
            ticks: entry.ticks.clone(),
            why: entry.why.clone(),
            fix: entry.fix.clone(),
            holds: Holds::Yes,
            because: vec![],
            not_here: vec![],
            around: vec![],
            self_check: false,
            counts: true,
        }
    }

    /// True if it counts and all it was given for is as it was.
    pub fn is_valid(&self) -> bool {
        self.counts && self.holds == Holds::Yes
    }

    /// When it was given.
    pub fn time(&self) -> Option<jiff::Timestamp> {
        self.at.parse().ok()
    }
}
