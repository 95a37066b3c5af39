//! Quoted words.

use crate::case::{Field, List, Ref, Sp, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// Quoted words. Required: `who`, `source`, `printed`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Quote {
    /// Who said it: a party, or for a document's words the source itself.
    pub who: Field<Who>,
    /// Where it was said.
    pub source: Field<Ref>,
    /// Where we read it.
    pub via: Field<Ref>,
    /// The words as they are printed.
    pub printed: Field<Printed>,
    /// Other sources to look in first.
    pub scope: List<Ref>,
    /// The words in their original language.
    pub original: Field<String>,
    /// Language of the printed words, BCP 47.
    pub lang: Field<String>,
    /// Who translated them.
    pub translator: Field<Who>,
    /// What was done to the words: cleaned, condensed.
    pub treatment: Field<String>,
    /// Anything else.
    pub note: Field<String>,
}

/// The printed words: one text, or the parts of a quotation that is interrupted in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The parts in order; one for an uninterrupted quotation.
    pub parts: Vec<Sp<String>>,
}

impl Printed {
    /// The words on one line, with a slash between the parts.
    pub fn joined(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.value.as_str()).collect();
        parts.join(" / ")
    }
}
