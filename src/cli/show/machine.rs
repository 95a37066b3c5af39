//! What the machine says of a record or sentence, where there is anything to compare.

use super::find::Found;
use crate::case::Node;
use crate::cli::out::Out;
use crate::cli::{Failure, rows};
use crate::verify::Policy;
use crate::verify::figures::judge;
use crate::verify::findings::{of_quote, of_sentence};
use crate::wording::{Redaction, Row, figure, printed, quotation};
use std::io::Write;

/// Tells it.
pub fn tell(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let all = said(found);
    if !all.is_empty() {
        writeln!(out, "\n{}", out.bold("MACHINE"))?;
    }
    rows::tell(&all, out)
}

fn said(found: &Found) -> Vec<Row> {
    let (case, all) = (&found.seen.case, Redaction::nothing());
    let policy = Policy::from(&case.policy);
    let figures = judge(case, found.node);
    let mut rows: Vec<Row> = figures
        .iter()
        .flat_map(|judged| figure(case, judged, &all))
        .collect();
    match found.node {
        Node::Record(ix) => {
            let quote = of_quote(case, ix, &policy);
            rows.extend(quote.iter().flat_map(|found| quotation(case, found, &all)));
        }
        Node::Sentence(at) => {
            for quote in of_sentence(case, at, &policy) {
                rows.push(printed(&quote.found.words, &all));
                rows.extend(quotation(case, &quote.found, &all));
            }
        }
    }
    rows
}
