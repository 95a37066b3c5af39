//! Where a record is named, in every file of its case.

use crate::case::{Case, FileIx, Link, Node};
use serde_json::Value;
use std::ops::Range;

/// The bytes of an id written at a place, or just after the signs that may stand before one.
pub fn id_at(bytes: &[u8], at: usize, id: &str) -> Option<Range<usize>> {
    let before = |b: &u8| b"\"'@[(;, -".contains(b);
    let lead = bytes
        .get(at..)?
        .iter()
        .take(4)
        .take_while(|b| before(b))
        .count();
    (at..=at + lead).find_map(|start| {
        let end = start + id.len();
        let here = bytes.get(start..end)? == id.as_bytes();
        let goes_on = bytes
            .get(end)
            .is_some_and(|b| b.is_ascii_alphanumeric() || b"-_".contains(b));
        (here && !goes_on).then_some(start..end)
    })
}

/// Every place at which a record is named: its own id first, then each reference and each private entry. A place where the id
/// cannot be made out among the bytes is given as an error.
///
/// # Errors
/// The places that have to be changed by hand first.
#[expect(
    clippy::type_complexity,
    reason = "places are pairs of file and bytes, here as everywhere"
)]
pub fn namings(case: &Case, id: &str) -> Result<Vec<(FileIx, Range<usize>)>, Vec<(FileIx, usize)>> {
    let mut raw: Vec<(FileIx, usize)> = vec![];
    for (ix, record) in case.iter() {
        if record.id.value == id {
            raw.push((record.file, record.id.at as usize));
        }
        let links = case.links.cites(Node::Record(ix));
        raw.extend(
            links
                .filter(|l| l.to.value.id == id)
                .map(|l| (record.file, at(l))),
        );
    }
    if let Some(draft) = &case.draft {
        for (ix, _) in (0u32..).zip(&draft.sentences) {
            let links = case.links.cites(Node::Sentence(ix));
            raw.extend(
                links
                    .filter(|l| l.to.value.id == id)
                    .map(|l| (draft.file, at(l))),
            );
        }
    }
    raw.extend(private(case, id));
    let mut found = vec![];
    let mut hidden = vec![];
    for (file, at) in raw {
        match id_at(&case.file(file).bytes, at, id) {
            Some(range) => found.push((file, range)),
            None => hidden.push((file, at)),
        }
    }
    found.sort_by_key(|(file, range)| (*file, range.start));
    found.dedup();
    if hidden.is_empty() {
        Ok(found)
    } else {
        Err(hidden)
    }
}

fn at(link: &Link) -> usize {
    link.to.at as usize
}

/// Where the private file names a party or source.
fn private(case: &Case, id: &str) -> Vec<(FileIx, usize)> {
    let files = (0u32..).map(FileIx).zip(&case.files);
    let Some((file, _)) = files.into_iter().find(|(_, f)| f.path == "private.yaml") else {
        return vec![];
    };
    let all = case.private.parties.iter().chain(&case.private.sources);
    all.filter(|(name, _)| name.value == id)
        .map(|(name, _)| (file, name.at as usize))
        .collect()
}

/// A value in which one id replaces another wherever that stands as a word of its own, in keys too.
pub fn renamed(value: &Value, old: &str, new: &str) -> Value {
    match value {
        Value::String(text) => Value::String(renamed_text(text, old, new)),
        Value::Array(items) => items.iter().map(|item| renamed(item, old, new)).collect(),
        Value::Object(map) => {
            let pair = |(key, value): (&String, &Value)| {
                (renamed_text(key, old, new), renamed(value, old, new))
            };
            Value::Object(map.iter().map(pair).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn renamed_text(text: &str, old: &str, new: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut all = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !word(c)) {
        let (core, tail) = match piece.char_indices().next_back() {
            Some((at, c)) if !word(c) => piece.split_at(at),
            _ => (piece, ""),
        };
        all.push_str(if core == old { new } else { core });
        all.push_str(tail);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{id_at, namings};
    use crate::case::{Input, InputRole, read};

    #[test]
    fn ids_are_told_from_longer_ones() {
        assert_eq!(id_at(b"\"per\"", 0, "per"), Some(1..4));
        assert_eq!(id_at(b"[@per#p3]", 0, "per"), Some(2..5));
        assert_eq!(id_at(b"per.value", 0, "per"), Some(0..3));
        assert_eq!(id_at(b"per-feb", 0, "per"), None);
        assert_eq!(id_at(b"x", 9, "per"), None);
    }

    #[test]
    fn every_naming_is_found_once() {
        let text = "format: casefile/1\ncase: x\nsources:\n  art: {kind: article}\n  b: {kind: post, via: \"art#par2\"}\nclaims:\n  c-a: {says: art is art, evidence: [art, 'art#p1'], number: {compute: art.x - b.y + art.z}}\n";
        let input = |path: &str, text: &str, role| Input {
            path: path.into(),
            bytes: text.into(),
            role,
        };
        let inputs = vec![
            input("case.yaml", text, InputRole::Case),
            input("draft.md", "One. [@c-a; @art#p3]\n", InputRole::Draft),
        ];
        let (case, _) = read("x", inputs);
        let found = namings(&case, "art").unwrap();
        let count = |file: u32| found.iter().filter(|(f, _)| f.0 == file).count();
        assert_eq!((count(0), count(1)), (6, 1), "{found:?}");
    }
}
