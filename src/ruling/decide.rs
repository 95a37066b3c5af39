//! What the rulings of several people come to, by the order of precedence.

use super::ruled::{Holds, Ruled};
use super::ruling::Ruling;
use super::standing::Standing;

/// The state that people's rulings give a claim or sentence; none if nobody's counts.
pub(super) fn decide(all: &[Ruled]) -> Option<Standing> {
    let counted: Vec<&Ruled> = all.iter().filter(|ruled| ruled.counts).collect();
    let valid: Vec<&Ruled> = counted.iter().copied().filter(|r| r.is_valid()).collect();
    if valid.iter().any(|ruled| ruled.ruling != valid[0].ruling) {
        return Some(Standing::Disputed);
    }
    // Whoever ruled after a ruling that fell has seen what it fell for.
    let standing = |holds: Holds| {
        let fell = counted.iter().filter(|ruled| ruled.holds == holds);
        fell.filter(|fell| !valid.iter().any(|valid| valid.time() > fell.time()))
            .count()
            > 0
    };
    if standing(Holds::Stale) {
        return Some(Standing::Stale);
    }
    if standing(Holds::AsAsked) {
        return Some(Standing::AsAsked);
    }
    valid.first().and_then(|ruled| of_ruling(ruled.ruling))
}

/// The state that one valid ruling gives.
const fn of_ruling(ruling: Ruling) -> Option<Standing> {
    match ruling {
        Ruling::Fix | Ruling::Wrong | Ruling::Contradicted | Ruling::Unsupported => {
            Some(Standing::ToFix)
        }
        Ruling::CannotVerify => Some(Standing::CannotVerify),
        Ruling::Confirmed => Some(Standing::Confirmed),
        Ruling::Waived => Some(Standing::Waived),
        Ruling::NotCheckable => Some(Standing::NoneNeeded),
        Ruling::Withdrawn | Ruling::LegalCleared | Ruling::SignedOff => None,
    }
}
