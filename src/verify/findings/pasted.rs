//! Words that somebody has in front of them: where in the case's texts do they stand?
use crate::case::Case;

use super::super::query::Query;
use super::super::severity::Policy;
use super::super::story::quotations;
use super::ask::anywhere;
use super::{Findings, QuoteFinding};

impl Findings {
    /// What the machine says of words as a quotation, held against every full text of the case: the most faithful place.
    /// Words within quotation marks are taken without them, an attribution between two halves is left out.
    pub fn of_words(&self, case: &Case, words: &str) -> QuoteFinding {
        let basis = self.basis.again(case);
        let parts = parts(words);
        let aliases = basis.aliases.among(&parts);
        let mut query = Query::new(parts);
        query.aliases = aliases;
        anywhere(&basis.texts, &query, &Policy::from(&case.policy))
    }
}

/// The words to compare: those of the first quotation, if the text begins with one.
fn parts(words: &str) -> Vec<String> {
    let words = words.trim();
    let first = quotations(words).into_iter().next();
    let first = first.filter(|quotation| {
        let before = words.get(..quotation.span().start).unwrap_or_default();
        before.chars().all(|c| !c.is_alphanumeric())
    });
    first.map_or_else(
        || vec![words.to_owned()],
        |quotation| {
            let parts = quotation.parts.iter();
            parts.map(|part| part.of(words).to_owned()).collect()
        },
    )
}
