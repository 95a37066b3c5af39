//! A request for comment.

use crate::case::{ContactOutcome, Field, List, Ref, Sp, When, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A request for comment. Required: `to`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Contact {
    /// Who was asked.
    pub to: Field<Who>,
    /// The allegations put, by claim, in the words they were put in.
    pub put: Field<Put>,
    /// What else they were asked about.
    pub about: List<Who>,
    /// Each attempt.
    pub tries: List<Try>,
    /// When an answer was asked for.
    pub deadline: Field<When>,
    /// What came of it.
    pub outcome: Field<ContactOutcome>,
    /// The source that holds the answer.
    pub reply: Field<Ref>,
    /// The claims or quotes in which the answer is printed.
    pub printed: List<Ref>,
    /// Anything else.
    pub note: Field<String>,
}

/// The allegations that were put, claim by claim, in the words that were used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// The claim's id and the words; `TK` if they are not at hand.
    pub words: Vec<(Sp<String>, Field<String>)>,
}

/// One attempt to reach a party.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Try {
    /// When.
    pub at: Field<When>,
    /// How: email, phone, letter, in person.
    pub method: Field<String>,
    /// Who tried, of the team.
    pub by: Field<Who>,
}
