//! A condition that keeps a story from being signed off: what it is called, and each thing it is about.

use super::replies::{Allegation, Reply};
use super::standing::Standing;
use crate::case::Node;

/// What has to be so before a story can be signed off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The files have no error.
    Faults,
    /// No ruling is left over from a sentence or claim that is gone.
    Gone,
    /// No sentence stands in this way, which is not settled.
    Sentences(Standing),
    /// Every claim that no sentence answers for is settled.
    Claims,
    /// Every ruling could be held against its sources on this machine.
    NotHere,
    /// Somebody other than the author has checked.
    SelfCheck,
    /// A lawyer has cleared what is marked for legal review.
    Legal,
    /// No reply to an allegation has come only so far.
    Replies(Reply),
    /// Every question is answered.
    Questions,
    /// No line of a log is damaged.
    DamagedLines,
    /// There is something to check.
    Nothing,
}

impl Condition {
    /// What is missing, for one and for many: it follows a number, as in `2 to be checked`. What is missing of
    /// [`Condition::Nothing`] follows *there is*.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Faults => [
                "error in the files (`check` tells where)",
                "errors in the files (`check` tells where)",
            ],
            Self::Gone => [
                "ruling whose sentence or claim is gone",
                "rulings whose sentence or claim is gone",
            ],
            Self::Sentences(standing) => match standing.unsettled() {
                Some(open) => open.words,
                None => [""; 2],
            },
            Self::Claims => [
                "open claim that no sentence answers for",
                "open claims that no sentence answers for",
            ],
            Self::NotHere => [
                "not re-checked here: its source is not on this machine",
                "not re-checked here: their sources are not on this machine",
            ],
            Self::SelfCheck => ["checked only by the author"; 2],
            Self::Legal => ["for legal review, not cleared"; 2],
            Self::Replies(reply) => match reply.lacks() {
                Some(words) => words,
                None => [""; 2],
            },
            Self::Questions => ["question without answer", "questions without answer"],
            Self::DamagedLines => ["damaged line of a log", "damaged lines of logs"],
            Self::Nothing => ["nothing to check yet"; 2],
        }
    }
}

/// One thing for which a condition is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A sentence or a claim.
    At(Node),
    /// A fault in the files: its index among the problems.
    Fault(usize),
    /// An allegation.
    Allegation(Allegation),
    /// A question: the id of its line, and what it was asked about, if that is there.
    Question {
        /// The id of the line in which it was asked.
        line: String,
        /// The sentence or record it is about today.
        about: Option<Node>,
    },
    /// A ruling on what is gone: the id of its line.
    Gone(String),
    /// The damaged lines of a log.
    Damaged {
        /// The log's index among the logs.
        log: usize,
        /// How many lines; at least one.
        lines: usize,
    },
    /// The story as a whole.
    Story,
}

impl Thing {
    /// The sentence or record at which it can be mended, where it is at one.
    pub const fn node(&self) -> Option<Node> {
        match self {
            Self::At(node) => Some(*node),
            Self::Allegation(allegation) => Some(Node::Record(allegation.claim)),
            Self::Question { about, .. } => *about,
            Self::Fault(_) | Self::Gone(_) | Self::Damaged { .. } | Self::Story => None,
        }
    }

    /// How often it counts: once, but every line of a log.
    pub const fn count(&self) -> usize {
        match self {
            Self::Damaged { lines, .. } => *lines,
            Self::At(_)
            | Self::Fault(_)
            | Self::Allegation(_)
            | Self::Question { .. }
            | Self::Gone(_)
            | Self::Story => 1,
        }
    }
}

/// A condition that is not met, with everything for which it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The condition.
    pub condition: Condition,
    /// What it is not met for; never empty.
    pub things: Vec<Thing>,
}

impl Unmet {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.things.iter().map(Thing::count).sum()
    }

    /// What is missing, without the number: in the singular or plural that goes with it.
    pub fn words(&self) -> &'static str {
        let [one, many] = self.condition.words();
        if self.count() == 1 { one } else { many }
    }

    /// Number and words as they stand in a sentence: `2 to be checked`.
    pub fn counted(&self) -> String {
        match self.condition {
            Condition::Nothing => format!("there is {}", self.words()),
            Condition::Faults
            | Condition::Gone
            | Condition::Sentences(_)
            | Condition::Claims
            | Condition::NotHere
            | Condition::SelfCheck
            | Condition::Legal
            | Condition::Replies(_)
            | Condition::Questions
            | Condition::DamagedLines => format!("{} {}", self.count(), self.words()),
        }
    }
}

/// A line of a list, with the number in front: `   2 × to be checked`.
impl std::fmt::Display for Unmet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [one, _] = self.condition.words();
        match self.condition {
            Condition::Nothing => write!(f, "{:>4}   {}", "", self.counted()),
            Condition::Faults
            | Condition::Gone
            | Condition::Sentences(_)
            | Condition::Claims
            | Condition::NotHere
            | Condition::SelfCheck
            | Condition::Legal
            | Condition::Replies(_)
            | Condition::Questions
            | Condition::DamagedLines => write!(f, "{:>4} × {one}", self.count()),
        }
    }
}
