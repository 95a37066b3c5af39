//! The finding of a record or sentence in one word.
use crate::case::{Body, Case, Node};

use super::super::figures::{judge, worst};
use super::Findings;

/// What the machine says in one word, as lists carry it: the class of a quotation, the outcome of a claim's number or
/// date, of a sentence the outcome of its numbers or else the class of its quotations. Nothing where there is nothing
/// to compare.
pub fn said(case: &Case, findings: &Findings, node: Node) -> Option<String> {
    let of_quote = match node {
        Node::Record(ix) if matches!(case.at(ix).body, Body::Quote(_)) => findings.get(ix),
        Node::Record(_) => None,
        Node::Sentence(at) => {
            let quotes = findings.of_sentence(at).iter().map(|quote| &quote.found);
            quotes.max_by_key(|found| found.finding.severity)
        }
    };
    let outcome = worst(&judge(case, node)).map(|judged| judged.outcome.word());
    let class = of_quote.map(|found| found.finding.class.word());
    outcome.or(class).map(str::to_owned)
}
