//! What a claim or sentence stands on: every reference of its evidence, that of the claims it rests on included.

use crate::case::records::Claim;
use crate::case::{Body, Case, Node, Part, RecordIx, Ref};
use std::collections::HashSet;

/// The most claims followed from one claim or sentence, as many as a screen follows.
const MOST: usize = 64;

/// The references a claim or sentence stands on, each once: its evidence, what speaks against it, the quantities its
/// tests name, and the same of each claim among them.
pub(super) fn cited(case: &Case, node: Node) -> Vec<Ref> {
    let mut walk = Walk {
        case,
        seen: vec![],
        known: HashSet::new(),
        found: vec![],
    };
    match node {
        Node::Record(ix) => walk.claim(ix),
        Node::Sentence(at) => {
            let draft = case.draft.as_ref();
            let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
            for cited in sentence.into_iter().flat_map(|s| s.cites()) {
                walk.add(cited);
            }
        }
    }
    walk.found
}

struct Walk<'a> {
    case: &'a Case,
    seen: Vec<RecordIx>,
    known: HashSet<Ref>,
    found: Vec<Ref>,
}

impl Walk<'_> {
    fn claim(&mut self, ix: RecordIx) {
        if self.seen.contains(&ix) || self.seen.len() >= MOST {
            return;
        }
        self.seen.push(ix);
        if let Body::Claim(claim) = &self.case.at(ix).body {
            for cited in references(claim) {
                self.add(cited);
            }
        }
    }

    fn add(&mut self, cited: &Ref) {
        if self.known.insert(cited.clone()) {
            self.found.push(cited.clone());
        }
        // A field of a claim is only that field.
        if !matches!(cited.part, Part::Field(_)) {
            if let Some(ix) = self.case.find(&cited.id) {
                self.claim(ix);
            }
        }
    }
}

/// What a claim itself names as its ground.
fn references(claim: &Claim) -> impl Iterator<Item = &Ref> {
    let listed = claim.evidence.items().iter().chain(claim.against.items());
    let number = claim.number.get();
    let date = claim.date.get();
    let from = [
        number.and_then(|test| test.from.get()),
        date.and_then(|test| test.from.get()),
    ];
    let computed = [
        number.and_then(|test| test.compute.get()),
        date.and_then(|test| test.compute.get()),
    ];
    let computed = computed.into_iter().flatten().flat_map(|c| &c.refs);
    listed
        .map(|sp| &sp.value)
        .chain(from.into_iter().flatten())
        .chain(computed.map(|sp| &sp.value))
}
