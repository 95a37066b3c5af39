//! The finding of a record or sentence in one word.
use crate::case::{Body, Case, Node};

use super::super::figures::{Judged, judge, judge_all, worst};
use super::Findings;

/// What the machine says in one word, as lists carry it: the class of a quotation, the outcome of a claim's number or
/// date, of a sentence the outcome of its numbers or else the class of its quotations. Nothing where there is nothing
/// to compare.
pub fn said(case: &Case, findings: &Findings, node: Node) -> Option<String> {
    in_a_word(case, findings, node, &judge(case, node))
}

/// What the machine says of every claim and sentence of which it says anything.
pub fn said_of_all(case: &Case, findings: &Findings) -> impl Iterator<Item = (Node, String)> {
    judge_all(case)
        .filter_map(|(node, judged)| Some((node, in_a_word(case, findings, node, &judged)?)))
}

fn in_a_word(case: &Case, findings: &Findings, node: Node, judged: &[Judged]) -> Option<String> {
    let of_quote = match node {
        Node::Record(ix) if matches!(case.at(ix).body, Body::Quote(_)) => findings.get(ix),
        Node::Record(_) => None,
        Node::Sentence(at) => {
            let quotes = findings.of_sentence(at).iter().map(|quote| &quote.found);
            quotes.max_by_key(|found| found.finding.severity)
        }
    };
    let outcome = worst(judged).map(|judged| judged.outcome.word());
    let class = of_quote.map(|found| found.finding.class.word());
    outcome.or(class).map(str::to_owned)
}
