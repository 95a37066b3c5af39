//! A count of killed, injured or missing people by one source.

use crate::case::{Amount, Field, Grade, Hedge, List, Ref, Status, When, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A count of people. Required: `source`. Records of one event are compared.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Casualty {
    /// Who counts.
    pub source: Field<Ref>,
    /// Where we read it.
    pub via: Field<Ref>,
    /// The event in which people were hurt.
    pub event: Field<Ref>,
    /// How many were killed.
    pub killed: Field<Amount>,
    /// How many were injured.
    pub injured: Field<Amount>,
    /// How many are missing.
    pub missing: Field<Amount>,
    /// How the source hedges the count.
    pub how: Field<Hedge>,
    /// Where.
    pub place: Field<String>,
    /// When.
    pub period: Field<When>,
    /// Who the people were.
    pub status: Field<Status>,
    /// Who is said to have done it.
    pub alleged_actor: Field<Who>,
    /// Who counted.
    pub counted_by: Field<Who>,
    /// Whom the count leaves out.
    pub excludes: List<String>,
    /// How well it is supported.
    pub grade: Field<Grade>,
    /// Anything else.
    pub note: Field<String>,
}

/// Which of the three numbers of a casualty record is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// `killed`
    Killed,
    /// `injured`
    Injured,
    /// `missing`
    Missing,
}

impl Count {
    /// The three, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Killed, Self::Injured, Self::Missing];

    /// The field's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Missing => "missing",
        }
    }
}

impl Casualty {
    /// One of the three numbers.
    pub const fn count(&self, which: Count) -> &Field<Amount> {
        match which {
            Count::Killed => &self.killed,
            Count::Injured => &self.injured,
            Count::Missing => &self.missing,
        }
    }
}
