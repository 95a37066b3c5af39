//! A party: a person or a body named in the case.

use crate::case::{Field, List, PartyIs, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A person or a body. Required: `name`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Party {
    /// The name as it is printed.
    pub name: Field<String>,
    /// What the party is.
    pub is: Field<PartyIs>,
    /// Post or function, for a person.
    pub role: Field<String>,
    /// The body the person belongs to.
    pub of: Field<Who>,
    /// Other spellings of the name, just as good.
    pub aka: List<String>,
    /// Country, ISO 3166-1 alpha-2 or a name.
    pub country: Field<String>,
    /// Anything else.
    pub note: Field<String>,
}
