//! A sentence the story rests on.

use crate::case::{Compute, Field, Hedge, Legal, List, Prints, PrintsDate, Ref, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A claim. Required: `says`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Claim {
    /// The sentence.
    pub says: Field<String>,
    /// What it stands on.
    pub evidence: List<Ref>,
    /// What contradicts it.
    pub against: List<Ref>,
    /// The number it prints, and what that is tested against.
    pub number: Field<Box<NumberTest>>,
    /// The date it prints, and what that is tested against.
    pub date: Field<Box<DateTest>>,
    /// Those whom it accuses; each should have been asked.
    pub criticises: List<Who>,
    /// Whether a lawyer must look at it.
    pub legal: Field<Legal>,
    /// A word of the newsroom's own.
    pub kind: Field<String>,
    /// Anything else.
    pub note: Field<String>,
}

/// A printed number and where it comes from.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NumberTest {
    /// The number as printed; if it is left out, it is read from `says`.
    pub prints: Field<Prints>,
    /// How the print hedges it.
    pub how: Field<Hedge>,
    /// Its unit, as for a figure.
    pub unit: Field<String>,
    /// The quantity it is taken from.
    pub from: Field<Ref>,
    /// Or how it is computed.
    pub compute: Field<Compute>,
}

/// A printed date and where it comes from.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DateTest {
    /// The date as printed; if it is left out, it is read from `says`.
    pub prints: Field<PrintsDate>,
    /// How the print hedges it.
    pub how: Field<Hedge>,
    /// The date it is taken from.
    pub from: Field<Ref>,
    /// Or how it is computed.
    pub compute: Field<Compute>,
}
