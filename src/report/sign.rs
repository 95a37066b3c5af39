//! The signs of reports: sign, word and a class for the colour, which only repeats what the word says.

use crate::ruling::Standing;
use serde::Serialize;

/// How a sign is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// It stands.
    Good,
    /// It is to be looked at.
    Doubt,
    /// It does not stand.
    Bad,
    /// Nobody has looked yet.
    Plain,
    /// Nothing to look at.
    Dim,
}

/// A sign with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// One character.
    pub sign: &'static str,
    /// The word, which says it all.
    pub word: &'static str,
    /// Its colour.
    pub tone: Tone,
}

impl Sign {
    /// The sign of what stands.
    pub const fn of(standing: Standing) -> Self {
        let (sign, word, tone) = match standing {
            Standing::Confirmed => ("✓", "ok", Tone::Good),
            Standing::ToCheck => ("·", "to check", Tone::Plain),
            Standing::Unsourced => ("?", "no source", Tone::Doubt),
            Standing::Tk => ("…", "TK", Tone::Doubt),
            Standing::NoneNeeded => ("–", "none needed", Tone::Dim),
            Standing::Waived => ("–", "waived", Tone::Dim),
            Standing::ToFix => ("!", "fix", Tone::Doubt),
            Standing::CannotVerify => ("✗", "cannot verify", Tone::Bad),
            Standing::Gone => ("✗", "gone", Tone::Bad),
            Standing::Stale => ("↻", "stale", Tone::Doubt),
            Standing::AsAsked => ("◂", "as asked", Tone::Good),
            Standing::Disputed => ("‡", "disputed", Tone::Bad),
            Standing::Clash => ("≠", "clash", Tone::Bad),
        };
        Self { sign, word, tone }
    }
}
