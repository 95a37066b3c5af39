//! What a ruling was given for: the words themselves, so that *was* and *now* can be shown years later.

use super::about::folded;
use super::evidence;
use super::protect::Protection;
use super::sealed_passage::{SealedPassage, sealed_passages};
use super::target::Target;
use super::walk::cited;
use crate::case::{Body, Case, Node, RecordIx};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Version of the rules by which findings are made. It is recorded, never compared.
pub const RULES: u32 = 1;

/// The fields of what was cited, each as it was written, by reference.
pub type Evidence = BTreeMap<String, BTreeMap<String, String>>;

/// What a ruling was given for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seal {
    /// The claim's sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The sentences of the draft: those that cite the claim, sorted; or the one ruled on.
    pub draft: Vec<String>,
    /// The claim's tests of number and date, as written.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub test: Value,
    /// The fields of what it stands on.
    pub evidence: Evidence,
    /// The words of the passages it stands on.
    pub passages: BTreeMap<String, SealedPassage>,
    /// SHA-256 of the files that were read for them.
    pub files: BTreeMap<String, String>,
    /// What the machine said then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// The rules by which it said so.
    pub rules: u32,
}

/// Seals what a target says and stands on now. Nothing of `private.yaml` is ever part of it.
pub fn seal(case: &Case, target: Target, finding: Option<&str>) -> Seal {
    let protection = Protection::of(case);
    let mut seal = Seal {
        finding: finding.map(str::to_owned),
        rules: RULES,
        ..Seal::default()
    };
    match target {
        Target::Claim(ix) => {
            if let Body::Claim(claim) = &case.at(ix).body {
                seal.says = claim.says.get().map(|says| folded(says));
            }
            seal.draft = citing(case, ix);
            seal.test = test(case, ix);
        }
        Target::Sentence(at) => seal.draft = words_of(case, [at]),
        Target::Case => {
            let all = case.draft.as_ref().map_or(0, |draft| draft.sentences.len());
            seal.draft = words_of(case, 0..u32::try_from(all).unwrap_or(u32::MAX));
        }
    }
    if let Some(node) = target.node() {
        seal.evidence = evidence::sealed(case, &protection, &cited(case, node));
        let (passages, files) = sealed_passages(case, &protection, node);
        seal.passages = passages;
        seal.files = files;
    }
    seal
}

/// The sentences that cite a claim.
fn citing(case: &Case, ix: RecordIx) -> Vec<String> {
    let sentences = case.links.cited_by(ix).filter_map(|link| match link.from {
        Node::Sentence(at) => Some(at),
        Node::Record(_) => None,
    });
    words_of(case, sentences)
}

/// The words of sentences, marks removed and white space folded, as a sorted set.
fn words_of(case: &Case, sentences: impl IntoIterator<Item = u32>) -> Vec<String> {
    let Some(draft) = &case.draft else {
        return vec![];
    };
    let mut words: Vec<String> = sentences
        .into_iter()
        .filter_map(|at| draft.sentences.get(at as usize))
        .map(|sentence| folded(&sentence.words))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// A claim's `number` and `date` as written, keys in order.
fn test(case: &Case, ix: RecordIx) -> Value {
    let record = case.at(ix);
    let file = case.file(record.file);
    let Some(tree) = &file.tree else {
        return Value::Null;
    };
    let mut test = Map::new();
    for key in ["date", "number"] {
        if let Some(node) = tree.get(&file.bytes, record.node, key) {
            test.insert(key.to_owned(), in_order(tree.to_json(&file.bytes, node)));
        }
    }
    if test.is_empty() {
        Value::Null
    } else {
        Value::Object(test)
    }
}

/// The same JSON with keys sorted and white space folded.
fn in_order(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<String, Value> =
                map.into_iter().map(|(k, v)| (k, in_order(v))).collect();
            Value::Object(sorted.into_iter().collect())
        }
        Value::Array(items) => items.into_iter().map(in_order).collect(),
        Value::String(text) => Value::String(folded(&text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}
