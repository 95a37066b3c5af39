//! The finding of a record or sentence in one word.
use crate::case::{Body, Case, Node};

use super::Findings;

/// What the machine says in one word, as lists carry it: the class of a quotation. Nothing where there is nothing to compare.
pub fn said(case: &Case, findings: &Findings, node: Node) -> Option<String> {
    match node {
        Node::Record(ix) => match case.at(ix).body {
            Body::Quote(_) => {
                let found = findings.get(ix)?;
                Some(found.finding.class.word().to_owned())
            }
            Body::Party(_)
            | Body::Source(_)
            | Body::Permit(_)
            | Body::Request(_)
            | Body::Casualty(_)
            | Body::Figure(_)
            | Body::Event(_)
            | Body::Claim(_)
            | Body::Contact(_) => None,
        },
        Node::Sentence(at) => {
            let worst = findings
                .of_sentence(at)
                .iter()
                .max_by_key(|quote| quote.found.finding.severity)?;
            Some(worst.found.finding.class.word().to_owned())
        }
    }
}
