//! The standing of claims and sentences: the first state that applies, from the worst to the best.

use crate::case::records::Claim;
use crate::case::{Body, Case, Field, Mark, RecordIx, Sentence};
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

    /// What it leaves open; none where it is settled: confirmed, waived, or nothing to check.
    pub const fn unsettled(self) -> Option<Unsettled> {
        use WaitsFor::{Anybody, Author, Checker};
        let (waits_for, words) = match self {
            Self::Confirmed | Self::Waived | Self::NoneNeeded => return None,
            Self::Gone => (Anybody, ["gone"; 2]),
            Self::Tk => (Author, ["still to come (TK)"; 2]),
            Self::Unsourced => (Author, ["with no source"; 2]),
            Self::Disputed => (Anybody, ["on which two people differ"; 2]),
            Self::Stale => (
                Anybody,
                [
                    "changed since it was checked",
                    "changed since they were checked",
                ],
            ),
            Self::AsAsked => (Checker, ["changed as asked, not confirmed"; 2]),
            Self::ToFix => (Author, ["to be fixed"; 2]),
            Self::CannotVerify => (Anybody, ["that cannot be verified"; 2]),
            Self::Clash => (Anybody, ["whose evidence disagrees"; 2]),
            Self::ToCheck => (Checker, ["to be checked"; 2]),
        };
        Some(Unsettled { waits_for, words })
    }

    /// True if nothing is left to be done about it as far as the check goes.
    pub const fn is_settled(self) -> bool {
        self.unsettled().is_none()
    }
}

/// What a standing leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// Who is to do something about it.
    pub waits_for: WaitsFor,
    /// What one, and what many that stand so are called, after a number or a noun: `2 to be checked`.
    pub words: [&'static str; 2],
}

/// Who has to do something next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitsFor {
    /// Whoever writes, to mend it.
    Author,
    /// Whoever checks, to rule.
    Checker,
    /// Either.
    Anybody,
}

/// What a claim's own words give it where nobody has ruled: open, without source, or to be checked.
pub fn of_claim(claim: &Claim) -> Standing {
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

/// How a sentence stands: its own marks first, then what people ruled on itself, then the worst of what it cites.
/// `state` is how a claim stands.
pub fn of_sentence(
    case: &Case,
    sentence: &Sentence,
    own: Option<Standing>,
    state: impl Fn(RecordIx, &Claim) -> Standing,
) -> Standing {
    if sentence.is_tk() {
        return Standing::Tk;
    }
    if sentence.is_uncited() {
        // Whoever says that it needs no check says that it needs no source.
        return match own {
            Some(own @ (Standing::NoneNeeded | Standing::Waived)) => own,
            Some(_) | None => Standing::Unsourced,
        };
    }
    let cited = of_cited(case, sentence, state);
    if sentence.needs_no_check() {
        // The mark says that nothing is to check, not that what is cited holds whatever people ruled on it.
        let worse = own.into_iter().chain(cited);
        let worse = worse.filter(|state| *state < Standing::Confirmed).min();
        return worse.unwrap_or(Standing::NoneNeeded);
    }
    // Who ruled on the sentence saw what it cites; only what is wrong with that is news.
    let news = cited.filter(|state| own.is_none() || *state < Standing::Confirmed);
    own.into_iter()
        .chain(news)
        .min()
        .unwrap_or(Standing::Unsourced)
}

/// The state that what a sentence cites gives it.
fn of_cited(
    case: &Case,
    sentence: &Sentence,
    state: impl Fn(RecordIx, &Claim) -> Standing,
) -> Option<Standing> {
    let (mut states, mut grounds, mut others) = (vec![], vec![], vec![]);
    for cited in sentence.cites() {
        let Some(ix) = case.find(&cited.id) else {
            continue;
        };
        if let Body::Claim(claim) = &case.at(ix).body {
            states.push(state(ix, claim));
            let all = claim.evidence.items().iter().chain(claim.against.items());
            grounds.extend(all.map(|sp| sp.value.id.as_str()));
        } else {
            others.push(cited.id.as_str());
        }
    }
    let own_eyes = sentence
        .marks
        .iter()
        .any(|mark| mark.value == Mark::OwnEyes);
    // Evidence that a claim beside it rests on is checked with the claim.
    if own_eyes || others.iter().any(|id| !grounds.contains(id)) {
        states.push(Standing::ToCheck);
    }
    // What is wrong comes first, then what nobody has ruled on.
    states
        .into_iter()
        .min_by_key(|state| (state.is_settled(), *state))
}

/// How many sentences stand how. The counts add up to the sentences.
pub type Tally = BTreeMap<Standing, usize>;

#[cfg(test)]
mod tests {
    use super::{Standing, of_claim, of_sentence};
    use crate::case::{Case, Mark, Ref, Sentence, SentenceKind, Sp};

    fn sentence(marks: Vec<Mark>) -> Sentence {
        Sentence {
            kind: SentenceKind::Text,
            line: 1,
            span: 0..0,
            words: "Something happened.".into(),
            marks: marks.into_iter().map(|value| Sp { value, at: 0 }).collect(),
            quoted: vec![],
            wants: vec![],
        }
    }

    #[test]
    fn marks_decide_where_nobody_has_ruled() {
        let case = Case::default();
        let stands = |marks| of_sentence(&case, &sentence(marks), None, |_, claim| of_claim(claim));
        assert_eq!(stands(vec![]), Standing::Unsourced);
        assert_eq!(stands(vec![Mark::NoCheck]), Standing::NoneNeeded);
        assert_eq!(stands(vec![Mark::OwnEyes]), Standing::ToCheck);
        assert_eq!(stands(vec![Mark::OwnEyes, Mark::Tk]), Standing::Tk);
        assert_eq!(
            stands(vec![Mark::Cites(Ref::whole("nobody"))]),
            Standing::Unsourced
        );
    }
}
