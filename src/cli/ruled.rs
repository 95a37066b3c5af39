//! A ruling as it is told, in words and in JSON.

use super::words::safe;
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

/// A ruling in one line.
pub fn said(ruled: &Ruled) -> String {
    let mut text = format!("{} by {}, {}", ruled.ruling.word(), ruled.by, ruled.at);
    if let Some(saw) = ruled.saw {
        text.push_str(&format!(", saw {}", saw.word()));
    }
    let notes = [
        (ruled.holds == Holds::Stale).then_some("fell: something changed since"),
        (ruled.holds == Holds::AsAsked).then_some("the words are now as asked"),
        (!ruled.counts).then_some("does not count: not in the team"),
        ruled.self_check.then_some("by an author"),
    ];
    for note in notes.into_iter().flatten() {
        text.push_str(&format!(" ({note})"));
    }
    for (word, words) in [("why", &ruled.why), ("fix", &ruled.fix)] {
        if let Some(words) = words {
            text.push_str(&format!("; {word}: {words}"));
        }
    }
    safe(&text)
}

/// What changed since a ruling, in two rows under its name.
pub fn changed(because: &Because) -> String {
    let what = because.part.words();
    let place = match because.reference.as_str() {
        "" => what.to_owned(),
        reference => format!("{what}, {reference}"),
    };
    let words = |words: &str| match words {
        "" => "(nothing)".to_owned(),
        words => safe(words),
    };
    let (was, now) = (words(&because.was), words(&because.now));
    format!(
        "  changed: {}\n    was  {was}\n    now  {now}",
        safe(&place)
    )
}
