//! Rulings on what is not there any more, each with what is nearest to it now.

use super::about::About;
use super::binding::Binding;
use super::ruled::Ruled;
use super::seal::Seal;
use super::target::Target;
use crate::case::{Body, Case, Kind};

/// A ruling on something that is not there any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// What it was about.
    pub about: About,
    /// Its last words.
    pub words: String,
    /// What is nearest to it now: a claim's id or `draft#l12`.
    pub nearest: Option<String>,
    /// The ruling.
    pub ruled: Ruled,
}

/// A ruling on what is gone. `sealed` is what it was given for.
pub(super) fn gone(
    case: &Case,
    binding: &Binding<'_>,
    about: About,
    sealed: Option<&Seal>,
    ruled: Ruled,
) -> Gone {
    let says = sealed.and_then(|seal| seal.says.clone());
    let drafted = sealed.and_then(|seal| seal.draft.first().cloned());
    let words = if about.is_sentence() {
        about.words.clone()
    } else {
        says.or(drafted).unwrap_or_default()
    };
    let nearest = if about.is_sentence() {
        binding
            .nearest(&words)
            .map(|at| Target::Sentence(at).name(case))
    } else {
        nearest_claim(case, &about.claim, &words)
    };
    Gone {
        about,
        words,
        nearest,
        ruled,
    }
}

/// The claim that says most nearly the same, else the one whose id is nearest.
fn nearest_claim(case: &Case, id: &str, words: &str) -> Option<String> {
    let says = case
        .of_kind(Kind::Claim)
        .filter_map(|(_, record)| match &record.body {
            Body::Claim(claim) => Some((&record.id.value, claim.says.get()?)),
            _ => None,
        });
    let likest = says
        .map(|(id, says)| (super::stale::shared(words, says), id))
        .max_by_key(|(n, _)| *n)
        .filter(|(n, _)| *n > 1);
    let ids = case.of_kind(Kind::Claim).map(|(_, r)| r.id.value.as_str());
    let near = || crate::case::near(id, ids).map(str::to_owned);
    likest.map(|(_, id)| id.clone()).or_else(near)
}
