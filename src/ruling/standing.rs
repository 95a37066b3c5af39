//! The standing of claims and sentences: the first state that applies, from the worst to the best.

use crate::case::records::Claim;
use crate::case::Field;
use std::collections::BTreeMap;

/// What is true of a claim or sentence now. The order is the order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// The sentence or claim a ruling was given for is no longer there.
    Gone,
    /// Something in it is still to come.
    Tk,
    /// Nothing says what it stands on.
    Unsourced,
    /// Two people's valid rulings differ.
    Disputed,
    /// Something it was ruled for has changed.
    Stale,
    /// The words now equal the fix that was asked for.
    AsAsked,
    /// A ruling says it is not right as it is.
    ToFix,
    /// A ruling says that it cannot be verified.
    CannotVerify,
    /// Its evidence disagrees.
    Clash,
    /// A person confirmed it.
    Confirmed,
    /// An editor waived the check.
    Waived,
    /// Nothing to check.
    NoneNeeded,
    /// Nobody has ruled yet.
    ToCheck,
}

impl Standing {
    /// Every state, in order of precedence.
    pub const ALL: [Self; 13] = [
        Self::Gone,
        Self::Tk,
        Self::Unsourced,
        Self::Disputed,
        Self::Stale,
        Self::AsAsked,
        Self::ToFix,
        Self::CannotVerify,
        Self::Clash,
        Self::Confirmed,
        Self::Waived,
        Self::NoneNeeded,
        Self::ToCheck,
    ];

    /// The word for it in JSON and in queries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Tk => "tk",
            Self::Unsourced => "unsourced",
            Self::Disputed => "disputed",
            Self::Stale => "stale",
            Self::AsAsked => "as-asked",
            Self::ToFix => "to-fix",
            Self::CannotVerify => "cannot-verify",
            Self::Clash => "clash",
            Self::Confirmed => "confirmed",
            Self::Waived => "waived",
            Self::NoneNeeded => "none-needed",
            Self::ToCheck => "to-check",
        }
    }
}

/// What a claim's own words give it: open, without source, or to be checked.
pub(super) fn claim_alone(claim: &Claim) -> Standing {
    let test_is_open = claim.number.is_tk()
        || claim.date.is_tk()
        || claim
            .number
            .get()
            .is_some_and(|test| test.prints.is_tk() || test.from.is_tk())
        || claim
            .date
            .get()
            .is_some_and(|test| test.prints.is_tk() || test.from.is_tk());
    if claim.says.is_tk() || claim.evidence.is_tk() || test_is_open {
        return Standing::Tk;
    }
    match &claim.evidence {
        Field::Given(evidence) if !evidence.value.is_empty() => Standing::ToCheck,
        Field::Given(_) | Field::Absent | Field::Open(_) | Field::Faulty(_) => Standing::Unsourced,
    }
}

/// The state of a whole whose parts stand in several ways: what is wrong comes first, then what nobody has ruled on.
pub(super) fn worst(states: impl Iterator<Item = Standing>) -> Option<Standing> {
    states.min_by_key(|state| {
        let settled = *state >= Standing::Confirmed && *state != Standing::ToCheck;
        (settled, *state)
    })
}

/// How many sentences stand how. The counts add up to the sentences.
pub type Tally = BTreeMap<Standing, usize>;
