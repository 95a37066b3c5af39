//! The standing of claims and sentences: the first state that applies, from the worst to the best.

use crate::case::records::Claim;
use crate::case::{Body, Case, Draft, Field, Mark, Node, Sentence};
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

/// The standing of a claim.
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

/// The standing of a sentence: its own marks first, then the worst of the claims it cites.
pub fn of_sentence(case: &Case, sentence: &Sentence) -> Standing {
    if sentence.is_tk() {
        return Standing::Tk;
    }
    if sentence.needs_no_check() {
        return Standing::NoneNeeded;
    }
    if sentence.is_uncited() {
        return Standing::Unsourced;
    }
    let own_eyes = sentence
        .marks
        .iter()
        .any(|mark| mark.value == Mark::OwnEyes);
    let claims = sentence
        .cites()
        .filter_map(|cited| match &case.record(&cited.id)?.body {
            Body::Claim(claim) => Some(of_claim(claim)),
            _ => Some(Standing::ToCheck),
        });
    let worst = claims.min();
    worst.unwrap_or(if own_eyes {
        Standing::ToCheck
    } else {
        Standing::Unsourced
    })
}

/// The standing of every claim and sentence.
pub fn standings(case: &Case) -> impl Iterator<Item = (Node, Standing)> {
    let claims = case.iter().filter_map(|(ix, record)| match &record.body {
        Body::Claim(claim) => Some((Node::Record(ix), of_claim(claim))),
        _ => None,
    });
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let sentences = (0u32..)
        .zip(sentences)
        .map(|(at, sentence)| (Node::Sentence(at), of_sentence(case, sentence)));
    claims.chain(sentences)
}

/// How many sentences stand how. The counts add up to the sentences.
pub type Tally = BTreeMap<Standing, usize>;

/// Counts each sentence of the draft once.
pub fn tally(case: &Case, draft: &Draft) -> Tally {
    let mut counts = Tally::new();
    for sentence in draft.sentences.iter().filter(|s| s.counts()) {
        *counts.entry(of_sentence(case, sentence)).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Standing, of_sentence};
    use crate::case::{Case, Mark, Ref, Sentence, SentenceKind, Sp};

    fn sentence(marks: Vec<Mark>) -> Sentence {
        Sentence {
            kind: SentenceKind::Text,
            line: 1,
            span: 0..0,
            words: "Something happened.".into(),
            marks: marks.into_iter().map(|value| Sp { value, at: 0 }).collect(),
            wants: vec![],
        }
    }

    #[test]
    fn marks_decide_where_nobody_has_ruled() {
        let case = Case::default();
        let stands = |marks| of_sentence(&case, &sentence(marks));
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
