//! Sources that were read in each other. Followed far enough, `via` must come to an end.

use super::{Case, Code, Kind, Link, Links, Node, Problem, RecordIx, Severity};
use std::collections::HashMap;

/// Reports each circle of sources once, at the first of them.
pub(super) fn circles(case: &Case, links: &Links) -> Vec<Problem> {
    let mut next: HashMap<RecordIx, &Link> = HashMap::new();
    for (ix, _) in case.of_kind(Kind::Source) {
        let mut cites = links.cites(Node::Record(ix));
        if let Some(via) = cites.find(|link| link.field == "via" && link.target.is_some()) {
            next.insert(ix, via);
        }
    }
    // The walk on which a source was visited; a walk that meets itself has found a circle.
    let mut passed: HashMap<RecordIx, RecordIx> = HashMap::new();
    let mut found = vec![];
    for (start, _) in case.of_kind(Kind::Source) {
        let mut at = start;
        while !passed.contains_key(&at) {
            passed.insert(at, start);
            match next.get(&at).and_then(|via| via.target) {
                Some(further) => at = further,
                None => break,
            }
        }
        let closed = next.contains_key(&at) && passed.get(&at) == Some(&start);
        if closed && reaches(at, &next) {
            found.push(circle(case, at, &next));
        }
    }
    found
}

/// True if a source leads back to itself.
fn reaches(start: RecordIx, next: &HashMap<RecordIx, &Link>) -> bool {
    members(start, next)
        .last()
        .and_then(|last| next.get(last)?.target)
        == Some(start)
}

/// The sources from this one on, each once.
fn members(start: RecordIx, next: &HashMap<RecordIx, &Link>) -> Vec<RecordIx> {
    let mut all = vec![start];
    let mut at = start;
    while let Some(further) = next.get(&at).and_then(|via| via.target) {
        if further == start || all.len() > next.len() {
            break;
        }
        all.push(further);
        at = further;
    }
    all
}

fn circle(case: &Case, on_it: RecordIx, next: &HashMap<RecordIx, &Link>) -> Problem {
    let all = members(on_it, next);
    let first = all.iter().copied().min().unwrap_or(on_it);
    let ids: Vec<&str> = members(first, next)
        .into_iter()
        .chain([first])
        .take(8)
        .map(|ix| case.at(ix).id.value.as_str())
        .collect();
    let record = case.at(first);
    let span = next.get(&first).map_or(record.span.clone(), |via| {
        super::check_refs::span_of(case, record.file, via.to.at, &via.to.value.to_string())
    });
    Problem {
        code: Code::VIA_CIRCLE,
        severity: Severity::Error,
        file: record.file,
        span,
        id: Some(record.id.value.clone()),
        message: format!(
            "these sources were read in each other, and so nowhere: {}",
            ids.join(" → ")
        ),
        help: Some("remove `via` from the one that you have read yourself".to_owned()),
        also: None,
    }
}
