//! Which record or sentence is meant by an id.

use crate::case::{Node, Ref, near};
use crate::cli::Failure;
use crate::cli::open::Seen;
use crate::cli::words::argument;
use std::path::Path;

/// What was found, and in which case.
pub struct Found<'a> {
    /// The case.
    pub seen: &'a Seen,
    /// The record or sentence.
    pub node: Node,
}

/// Finds `ID`, `CASE/ID`, `draft#l12` or `draft#h1`.
pub fn find<'a>(seen: &'a [Seen], id: &str, path: &Path) -> Result<Found<'a>, Failure> {
    let (case, id) = match id.split_once('/') {
        Some((case, id)) => (Some(case), id),
        None => (None, id),
    };
    let mut within: Vec<&Seen> = seen
        .iter()
        .filter(|seen| case.is_none_or(|case| seen.is_called(case)))
        .collect();
    // Where two cases bear one name, their folders tell them apart.
    if within.len() > 1 && within.iter().any(|seen| folder(seen) == case) {
        within.retain(|seen| folder(seen) == case);
    }
    if let (Some(case), true) = (case, within.is_empty()) {
        return Err(no_case(seen, case));
    }
    let mut all = within.iter().filter_map(|seen| {
        let node = node(seen, id)?;
        Some(Found { seen, node })
    });
    match (all.next(), all.next()) {
        (Some(found), None) => Ok(found),
        (Some(first), Some(second)) => Err(several(id, &first, &second)),
        (None, _) => Err(nobody(&within, id, path)),
    }
}

fn node(seen: &Seen, id: &str) -> Option<Node> {
    if let Some(name) = id.strip_prefix("draft#") {
        let sentence = seen.case.draft.as_ref()?.named(name)?;
        return Some(Node::Sentence(u32::try_from(sentence).ok()?));
    }
    // A reference as it stands in a file is understood too: the record it names is shown.
    let whole = Ref::parse(id).map_or_else(|_| id.to_owned(), |reference| reference.id);
    seen.case.find(&whole).map(Node::Record)
}

fn no_case(seen: &[Seen], name: &str) -> Failure {
    let names: Vec<&str> = seen.iter().map(|seen| seen.case.name.as_str()).collect();
    let help = match near(name, names.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the cases here: {}", names.join(", ")),
    };
    Failure::new(format!("there is no case `{name}` here"), help)
}

fn folder(seen: &Seen) -> Option<&str> {
    seen.root().file_name()?.to_str()
}

fn several(id: &str, first: &Found, second: &Found) -> Failure {
    let mut names = [first, second].map(|found| Some(found.seen.case.name.as_str()));
    if names[0] == names[1] {
        names = [first, second].map(|found| folder(found.seen));
    }
    let [first, second] = names.map(|name| name.unwrap_or("CASE"));
    Failure::new(
        format!("`{id}` is in more than one case"),
        format!("say which: `{first}/{id}` or `{second}/{id}`"),
    )
}

fn nobody(within: &[&Seen], id: &str, path: &Path) -> Failure {
    let path = argument(path);
    if let Some(name) = id.strip_prefix("draft#") {
        let lines = within.iter().filter_map(|seen| seen.case.draft.as_ref());
        let lines: Vec<usize> = lines
            .flat_map(|d| d.sentences.iter().map(|s| s.line))
            .collect();
        let help = match (
            name.get(1..).and_then(|n| n.parse::<usize>().ok()),
            &lines[..],
        ) {
            (_, []) => "the case has no draft that could be read".to_owned(),
            (Some(line), lines) if name.starts_with('l') => {
                let nearest = lines.iter().min_by_key(|other| other.abs_diff(line));
                format!("the nearest sentence is draft#l{}", nearest.unwrap_or(&1))
            }
            _ => "sentences are named draft#l12 (by line) or draft#h1 (headings)".to_owned(),
        };
        return Failure::new(format!("there is no sentence `{id}`"), help);
    }
    let ids = within.iter().flat_map(|seen| &seen.case.records);
    let ids = ids.map(|record| record.id.value.as_str());
    let meant = near(id, ids).map(|meant| format!("did you mean `{meant}`? "));
    Failure::new(
        format!("there is no record `{id}`"),
        format!(
            "{}`casefile list {path}` lists all",
            meant.unwrap_or_default()
        ),
    )
}
