//! The part of a seal that keeps the words of a source that were read.

use super::about::folded;
use super::protect::{Protection, hash, veiled};
use crate::case::{Case, Held, Holding, Node, Part, Ref};
use crate::text::Span;
use crate::verify::{Passage, passages};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many words are kept on each side of a passage.
const BESIDE: usize = 8;
/// The longest passage that is kept in words, in characters.
const MOST: usize = 2000;
/// How many characters are kept of each end of a longer one.
const END: usize = 160;

/// Words of a source as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SealedPassage {
    /// SHA-256 of the words and of those beside them.
    pub hash: String,
    /// The words; left out for a protected source and where they are long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Eight words before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Eight words after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Beginning and end of words that are too long to be kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<[String; 2]>,
    /// The source that was read.
    pub source: String,
    /// The file that was read.
    pub file: String,
}

/// Passages by reference, and the hashes of the files read for them.
pub(super) type Read = (BTreeMap<String, SealedPassage>, BTreeMap<String, String>);

/// Seals every passage behind a claim or sentence that is held here.
pub(super) fn sealed_passages(case: &Case, protection: &Protection, node: Node) -> Read {
    let (mut all, mut files) = Read::default();
    for passage in passages(case, node) {
        let Some(holding) = case.holdings.get(&passage.source) else {
            continue;
        };
        let Some(path) = holding.path.as_ref() else {
            continue;
        };
        let hidden =
            protection.source(passage.source) || passage.of.is_some_and(|of| protection.record(of));
        let file = veiled(path, protection.source(passage.source));
        files.insert(file.clone(), sum(holding));
        let sealed = SealedPassage {
            source: case.at(passage.source).id.value.clone(),
            file,
            ..sealed(holding, &passage, hidden)
        };
        all.insert(name(case, &passage), sealed);
    }
    (all, files)
}

/// SHA-256 of a file; of its words where nothing else is known of it.
pub(super) fn sum(holding: &Holding) -> String {
    let recorded = holding.sha256.clone();
    recorded.unwrap_or_else(|| hash(&[&holding.text]))
}

/// A passage is called by the record whose words it holds, else by the place in the source that is cited.
fn name(case: &Case, passage: &Passage) -> String {
    if let Some(of) = passage.of {
        return case.at(of).id.value.clone();
    }
    let part = passage.locator.map_or(Part::Whole, Part::Locator);
    let id = case.at(passage.source).id.value.clone();
    Ref { id, part }.to_string()
}

/// The place a passage is: the lines named, unless its words stand elsewhere; else its words; else the whole text.
fn place(passage: &Passage) -> Vec<Span> {
    match passage.located {
        Some(located) if !passage.is_elsewhere() => vec![located],
        Some(_) | None => passage.words.clone(),
    }
}

fn sealed(holding: &Holding, passage: &Passage, hidden: bool) -> SealedPassage {
    let text = &*holding.text;
    if holding.held == Held::None {
        // A picture, or a file without text: whoever looked at it looked at all of it.
        return SealedPassage {
            hash: sum(holding),
            ..SealedPassage::default()
        };
    }
    let spans = place(passage);
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return whole(holding, hidden);
    };
    let before = words_before(text.get(..first.start).unwrap_or_default());
    let after = words_after(text.get(last.end..).unwrap_or_default());
    let parts = spans.iter().map(|span| folded(span.of(text)));
    let words = parts.collect::<Vec<_>>().join(" … ");
    let hash = hash(&[&before, &words, &after]);
    if hidden {
        return SealedPassage {
            hash,
            ..SealedPassage::default()
        };
    }
    let ends = ends(&words);
    let short = ends.is_none();
    SealedPassage {
        hash,
        words: short.then_some(words),
        before: short.then_some(before),
        after: short.then_some(after),
        ends,
        ..SealedPassage::default()
    }
}

fn whole(holding: &Holding, hidden: bool) -> SealedPassage {
    let text = &*holding.text;
    let ends = ends(text);
    SealedPassage {
        hash: sum(holding),
        words: (!hidden && ends.is_none()).then(|| folded(text)),
        ends: ends.filter(|_| !hidden),
        ..SealedPassage::default()
    }
}

/// Beginning and end of a text that is too long to be kept.
fn ends(text: &str) -> Option<[String; 2]> {
    // Bytes are never fewer than characters, so that a short text is passed over at once.
    if text.len() <= MOST || text.chars().nth(MOST).is_none() {
        return None;
    }
    let first: String = text.chars().take(END).collect();
    let mut last: Vec<char> = text.chars().rev().take(END).collect();
    last.reverse();
    let last: String = last.into_iter().collect();
    Some([folded(&first), folded(&last)])
}

fn words_before(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().rev().take(BESIDE).collect();
    words.reverse();
    words.join(" ")
}

fn words_after(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(BESIDE).collect();
    words.join(" ")
}
