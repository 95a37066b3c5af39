//! What is looked for: the printed words, where they should stand and who should say them.
use crate::text::Span;

use super::printed::Printed;

/// A quotation to look for.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The words as printed.
    pub printed: Printed,
    /// Who should be speaking: the name and the other names of the party; empty where nobody is named.
    pub speaker: Vec<String>,
    /// Where it should stand: a source (its number) and a byte range of it.
    pub locator: Option<(usize, Span)>,
    /// Numbers of the sources to look in before all others; empty where all are equal.
    pub scope: Vec<usize>,
    /// Names that mean the same party, folded or not: one list a party.
    pub aliases: Vec<Vec<String>>,
}

impl Query {
    /// Looks for `printed` anywhere, whoever says it.
    pub fn new(printed: impl Into<Printed>) -> Self {
        Self {
            printed: printed.into(),
            ..Self::default()
        }
    }
}
