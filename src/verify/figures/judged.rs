//! A printed number or date with its judgement and its place.

use super::outcome::Outcome;
use super::rules::Verdict;
use crate::case::FileIx;

/// What was tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tested {
    /// A number.
    Number,
    /// A date.
    Date,
}

/// The judgement of one printed number or date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether it is a number or a date.
    pub tested: Tested,
    /// The outcome.
    pub outcome: Outcome,
    /// What is printed.
    pub printed: String,
    /// What the source says.
    pub source: String,
    /// Where the source's value comes from, as written: `permit-feb6.value`, or the computation.
    pub from: String,
    /// The rule and the tolerance that applied.
    pub rule: String,
    /// What else is to be known.
    pub note: Option<String>,
    /// The file it stands in.
    pub file: FileIx,
    /// Its bytes in the file.
    pub at: std::ops::Range<usize>,
}

impl Judged {
    pub(super) fn new(
        tested: Tested,
        printed: String,
        source: (String, String),
        verdict: Verdict,
    ) -> Self {
        Self {
            tested,
            outcome: verdict.outcome,
            printed,
            source: source.0,
            from: source.1,
            rule: verdict.rule,
            note: verdict.note,
            file: FileIx(0),
            at: 0..0,
        }
    }
}

/// The worst of several judgements.
pub fn worst(all: &[Judged]) -> Option<&Judged> {
    all.iter().max_by_key(|judged| judged.outcome)
}
