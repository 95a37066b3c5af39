//! A ruling in JSON.

use crate::ruling::{Because, Holds, Ruled, Tick};
use serde::Serialize;

/// A ruling as JSON.
#[derive(Serialize)]
pub struct Told<'a> {
    id: &'a str,
    by: &'a str,
    at: &'a str,
    ruling: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    saw: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    seen: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    ticks: &'a [Tick],
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a str>,
    holds: &'static str,
    because: &'a [Because],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    not_here: &'a [String],
    counts: bool,
    self_check: bool,
}

impl<'a> Told<'a> {
    /// All that is known of a ruling.
    pub fn new(ruled: &'a Ruled) -> Self {
        Self {
            id: &ruled.id,
            by: &ruled.by,
            at: &ruled.at,
            ruling: ruled.ruling.word(),
            saw: ruled.saw.map(|saw| saw.word()),
            seen: &ruled.seen,
            ticks: &ruled.ticks,
            why: ruled.why.as_deref(),
            fix: ruled.fix.as_deref(),
            holds: match ruled.holds {
                Holds::Yes => "yes",
                Holds::Stale => "stale",
                Holds::AsAsked => "as-asked",
            },
            because: &ruled.because,
            not_here: &ruled.not_here,
            counts: ruled.counts,
            self_check: ruled.self_check,
        }
    }
}
