//! What is open in a sentence: what in it is still to come, and what asks for a source.

use crate::case::{Case, Mark, Sentence};
use crate::text::Shown;

/// A sentence as written where something in it is still to come: other marks are left out.
pub fn still_open(case: &Case, sentence: &Sentence) -> Option<Shown> {
    sentence.marks.iter().find(|mark| mark.value == Mark::Tk)?;
    let file = case.draft.as_ref()?.file;
    let written = case.file(file).bytes.get(sentence.span.clone())?;
    let written = String::from_utf8_lossy(written);
    let mut words = String::new();
    let mut rest = &*written;
    while let Some((before, behind)) = rest.split_once('[') {
        words.push_str(before);
        let (inside, after) = behind.split_once(']').unwrap_or((behind, ""));
        let mut parts = inside.split(';').map(str::trim);
        if parts.clone().any(|part| part == "TK") {
            words.push_str("[TK]");
        } else if !parts.all(|part| part.starts_with('@') || part == "~") {
            words.push_str(&format!("[{inside}]"));
        }
        rest = after;
    }
    words.push_str(rest);
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(crate::text::safe::shown(
        words.join(" ").trim_start_matches(['#', '>', ' ']),
    ))
}

/// What asks for a source in a sentence that has none, or how else it is marked.
pub fn hint(sentence: &Sentence) -> Option<String> {
    if !sentence.counts() {
        return None;
    }
    if sentence.is_uncited() {
        let holds: Vec<&str> = sentence.wants.iter().map(|want| want.words()).collect();
        return Some(if holds.is_empty() {
            "no source is named for it".to_owned()
        } else {
            format!(
                "no source is named for it, and it holds {}",
                holds.join(", ")
            )
        });
    }
    let own_eyes = sentence
        .marks
        .iter()
        .any(|mark| mark.value == Mark::OwnEyes);
    own_eyes.then(|| "seen by the author".to_owned())
}
