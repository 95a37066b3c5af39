//! Something that happened.

use crate::case::{Field, List, Ref, When, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// An event. Required: `date`, `what`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Event {
    /// When.
    pub date: Field<When>,
    /// What happened.
    pub what: Field<String>,
    /// Where.
    pub place: Field<String>,
    /// Who took part in it.
    pub involved: List<Who>,
    /// Who says so.
    pub source: Field<Ref>,
    /// Where we read it.
    pub via: Field<Ref>,
    /// Anything else.
    pub note: Field<String>,
}
