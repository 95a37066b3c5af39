//! Names, numbers and addresses that only the desk shows, on one key. Never part of a search, an output or a seal.

use super::{Field, Sp};
use serde::Deserialize;

/// What `private.yaml` holds of parties and sources, by id.
#[derive(Clone, Default)]
pub struct Private {
    /// Parties by id.
    pub parties: Vec<(Sp<String>, Person)>,
    /// Sources by id.
    pub sources: Vec<(Sp<String>, Person)>,
}

/// How to reach somebody.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Person {
    /// The real name.
    pub name: Field<String>,
    /// Telephone.
    pub phone: Field<String>,
    /// E-mail address.
    pub email: Field<String>,
    /// Postal address.
    pub address: Field<String>,
    /// Anything else.
    pub note: Field<String>,
}

impl std::fmt::Debug for Private {
    /// Says nothing about the content, so that no log or crash report can.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Private(…)")
    }
}

impl std::fmt::Debug for Person {
    /// Says nothing about the content, so that no log or crash report can.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}

impl Private {
    /// What is known of the party or source with this id.
    pub fn of(&self, id: &str) -> Option<&Person> {
        let all = self.parties.iter().chain(&self.sources);
        all.into_iter()
            .find(|(name, _)| name.value == id)
            .map(|(_, person)| person)
    }
}
