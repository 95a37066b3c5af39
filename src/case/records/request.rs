//! An access-to-information request.

use crate::case::{Field, List, Ref, RequestOutcome, When, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A request. Required: `to`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Request {
    /// The body asked.
    pub to: Field<Who>,
    /// Who asked.
    pub by: Field<Who>,
    /// The law it is made under.
    pub law: Field<Who>,
    /// Its number.
    pub number: Field<String>,
    /// When it was filed.
    pub filed: Field<When>,
    /// When the answer is due.
    pub due: Field<When>,
    /// When it was answered.
    pub answered: Field<When>,
    /// What came of it.
    pub outcome: Field<RequestOutcome>,
    /// The exemptions claimed.
    pub exemptions: List<String>,
    /// The sources it brought.
    pub gave: List<Ref>,
    /// Anything else.
    pub note: Field<String>,
}
