//! The sign and the word for each standing, from the one sign table of the desk.

use crate::ruling::Standing;

/// Sign and word of a standing.
pub const fn sign(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Gone => ("✗", "gone"),
        Standing::Tk => ("…", "TK"),
        Standing::Unsourced => ("?", "no source"),
        Standing::Disputed => ("‡", "disputed"),
        Standing::Stale => ("↻", "stale"),
        Standing::AsAsked => ("◂", "as asked"),
        Standing::ToFix => ("!", "fix"),
        Standing::CannotVerify => ("✗", "cannot verify"),
        Standing::Clash => ("≠", "clash"),
        Standing::Confirmed => ("✓", "ok"),
        Standing::Waived => ("–", "waived"),
        Standing::NoneNeeded => ("–", "none needed"),
        Standing::ToCheck => ("·", "to check"),
    }
}
