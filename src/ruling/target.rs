//! What a ruling can be given for: a claim, a sentence of the draft, or the whole case.

use super::about::CASE;
use crate::case::{Body, Case, Kind, Node, RecordIx, Sentence, near};

/// What is ruled on, in the case as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A claim.
    Claim(RecordIx),
    /// A sentence: an index into the draft's sentences.
    Sentence(u32),
    /// The whole case.
    Case,
}

impl Target {
    /// What a person names: a claim's id, `draft#l12`, `draft#h1`, `@case`.
    ///
    /// # Errors
    /// If there is no such claim or sentence; the text says so and what was perhaps meant.
    pub fn of(case: &Case, name: &str) -> Result<Self, String> {
        if name == CASE {
            return Ok(Self::Case);
        }
        if let Some(place) = name.strip_prefix("draft#") {
            let draft = case.draft.as_ref().ok_or("the case has no draft")?;
            let at = draft.named(place).ok_or_else(|| {
                format!("no sentence begins at `{name}`; write draft#l12 for line 12, draft#h1 for the first heading")
            })?;
            return Ok(Self::Sentence(u32::try_from(at).unwrap_or(u32::MAX)));
        }
        let Some(ix) = case.find(name) else {
            let claims = case.of_kind(Kind::Claim).map(|(_, r)| r.id.value.as_str());
            let meant = near(name, claims).map(|id| format!("; did you mean `{id}`?"));
            return Err(format!(
                "there is no claim `{name}`{}",
                meant.unwrap_or_default()
            ));
        };
        match &case.at(ix).body {
            Body::Claim(_) => Ok(Self::Claim(ix)),
            other => Err(format!(
                "`{name}` is {}; rulings are given for claims and for sentences of the draft",
                other.kind().one()
            )),
        }
    }

    /// The target that a record or sentence is; none for records other than claims.
    pub fn of_node(case: &Case, node: Node) -> Option<Self> {
        match node {
            Node::Sentence(at) => Some(Self::Sentence(at)),
            Node::Record(ix) => {
                matches!(case.at(ix).body, Body::Claim(_)).then_some(Self::Claim(ix))
            }
        }
    }

    /// The record or sentence it is; none for the case.
    pub const fn node(self) -> Option<Node> {
        match self {
            Self::Claim(ix) => Some(Node::Record(ix)),
            Self::Sentence(at) => Some(Node::Sentence(at)),
            Self::Case => None,
        }
    }

    /// The name people call it by.
    pub fn name(self, case: &Case) -> String {
        match self {
            Self::Claim(ix) => case.at(ix).id.value.clone(),
            Self::Case => CASE.to_owned(),
            Self::Sentence(at) => {
                let draft = case.draft.as_ref();
                let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
                sentence.map_or_else(|| "draft".to_owned(), Sentence::name)
            }
        }
    }
}
