//! What a line of a log is about: a claim by its id, a sentence by its words, or the whole case.

use super::target::Target;
use crate::case::{Case, Draft, Sentence};
use serde::Serialize;

/// The name under which a log speaks of the whole case.
pub const CASE: &str = "@case";

/// What a line is about, in the words of the day it was written. A sentence has no id that lasts, so its line
/// carries what it can be found by again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct About {
    /// A claim's id, `draft#l12` or `draft#h1`, or `@case`.
    pub claim: String,
    /// The sentence's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What the sentence cites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
    /// The words of the sentences before and after it; empty at the draft's ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neighbours: Option<[String; 2]>,
}

impl About {
    /// What a line about a target is to carry.
    pub fn new(case: &Case, target: Target) -> Self {
        let claim = target.name(case);
        let found = match (target, &case.draft) {
            (Target::Sentence(at), Some(draft)) => Some((draft, at as usize)),
            (Target::Sentence(_) | Target::Claim(_) | Target::Case, _) => None,
        };
        let Some((draft, at)) = found else {
            return Self {
                claim,
                ..Self::default()
            };
        };
        let sentence = draft.sentences.get(at);
        Self {
            claim,
            words: sentence.map(|s| folded(&s.words)).unwrap_or_default(),
            cites: sentence.map(cites).unwrap_or_default(),
            neighbours: Some(neighbours(draft, at)),
        }
    }

    /// True if it is about a sentence of the draft.
    pub fn is_sentence(&self) -> bool {
        self.claim.starts_with("draft#")
    }

    /// True if it is about the whole case.
    pub fn is_case(&self) -> bool {
        self.claim == CASE
    }
}

/// The words of the sentences before and after a sentence.
pub(super) fn neighbours(draft: &Draft, at: usize) -> [String; 2] {
    let words = |at: Option<usize>| {
        let sentence = at.and_then(|at| draft.sentences.get(at));
        sentence.map(|s| folded(&s.words)).unwrap_or_default()
    };
    [words(at.checked_sub(1)), words(Some(at + 1))]
}

/// What a sentence cites, sorted, each once.
pub(super) fn cites(sentence: &Sentence) -> Vec<String> {
    let mut cites: Vec<String> = sentence.cites().map(ToString::to_string).collect();
    cites.sort();
    cites.dedup();
    cites
}

/// A text with every run of white space as one space.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
