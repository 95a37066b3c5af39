//! Work on a case's files that was not done.

use std::fmt;

/// What could not be done, why, and what to do next. Nothing has been changed unless it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotDone {
    /// In one sentence.
    pub what: String,
    /// What to do next; may be empty.
    pub help: String,
}

impl NotDone {
    /// A refusal.
    pub fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for NotDone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for NotDone {}
