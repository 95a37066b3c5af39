//! Any other number with a source.

use crate::case::{Amount, Field, Hedge, Ref, When};
use schemars::JsonSchema;
use serde::Deserialize;

/// A number. Required: `what`, `source`. Records of one measure are compared.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Figure {
    /// What is counted or measured.
    pub what: Field<String>,
    /// Who says so.
    pub source: Field<Ref>,
    /// Where we read it.
    pub via: Field<Ref>,
    /// The number; left out if the source has only a word such as *dozens*.
    pub value: Field<Amount>,
    /// How the source hedges it.
    pub how: Field<Hedge>,
    /// ISO 4217, `%`, `points`, `days`, `working-days`, `months`, `years`, or free words.
    pub unit: Field<String>,
    /// A name shared by records that measure the same thing.
    pub measure: Field<String>,
    /// The date the number holds for.
    pub as_of: Field<When>,
    /// Anything else.
    pub note: Field<String>,
}
