//! What every quotation of a case is held against: the texts held, and the names of the parties.
use crate::case::{Body, Case, Kind};

use super::super::aliases::Aliases;
use super::plan::names_of;
use super::texts::Texts;

/// The texts and names of a case, each indexed once for all its quotations.
#[derive(Debug, Default)]
pub(super) struct Basis {
    /// The texts held.
    pub texts: Texts,
    /// The parties that have several names.
    pub aliases: Aliases,
}

impl Basis {
    /// That of a case; texts that are the same as before are kept with their indexes.
    pub fn again(&self, case: &Case) -> Self {
        let parties = case.of_kind(Kind::Party);
        let names = parties.filter_map(|(_, record)| match &record.body {
            Body::Party(party) => Some(names_of(party)),
            _ => None,
        });
        Self {
            texts: self.texts.again(case),
            aliases: Aliases::new(names),
        }
    }
}
