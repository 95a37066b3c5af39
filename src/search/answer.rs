//! What comes back.

use super::entry::{EntryKey, EntryKind};
use std::ops::Range;

/// How sure a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Every word is there, whole, as a beginning or inside a word.
    Exact,
    /// A word is there but for a small slip, or two words were written as one, or one of many words is missing.
    Close,
}

/// One entry found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub key: EntryKey,
    /// What it is.
    pub kind: EntryKind,
    /// Exact hits stand before close ones.
    pub tier: Tier,
    /// Larger is better; comparable within one answer.
    pub score: i32,
    /// The entry's text that tells best why it was found, cut around the words if it is long.
    pub text: String,
    /// Byte ranges of `text` to paint.
    pub highlights: Vec<Range<usize>>,
}

/// The first page of what was found, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// At most as many as were asked for: exact ones first.
    pub hits: Vec<Hit>,
    /// How many entries have every word.
    pub exact: usize,
    /// How many more are close. They are looked for only where the exact ones leave room on the page.
    pub close: usize,
    /// What could not be read as it was perhaps meant.
    pub hints: Vec<String>,
}
