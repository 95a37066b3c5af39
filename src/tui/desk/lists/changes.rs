//! What a re-read case has that the one before had not, in one sentence.

use crate::case::{Case, Record};
use crate::tui::desk::open::Open;
use std::collections::HashSet;

/// Says what changed between two readings of a case.
pub fn changes(old: &Open, new: &Open) -> String {
    let mut said = vec![];
    let ids = |case: &Case| -> HashSet<String> {
        case.records.iter().map(|r| r.id.value.clone()).collect()
    };
    let (was, now) = (ids(&old.case), ids(&new.case));
    let mut added: Vec<&String> = now.difference(&was).collect();
    let mut gone: Vec<&String> = was.difference(&now).collect();
    added.sort();
    gone.sort();
    let mut edited: Vec<&str> = new
        .case
        .records
        .iter()
        .filter(|record| {
            old.case
                .record(&record.id.value)
                .is_some_and(|before| written(&old.case, before) != written(&new.case, record))
        })
        .map(|record| record.id.value.as_str())
        .collect();
    edited.sort_unstable();
    said.extend(told(
        "new",
        &added.iter().map(|s| s.as_str()).collect::<Vec<_>>(),
    ));
    said.extend(told(
        "gone",
        &gone.iter().map(|s| s.as_str()).collect::<Vec<_>>(),
    ));
    said.extend(told("changed", &edited));
    said.extend(draft_changes(&old.case, &new.case));
    let (before, after) = (old.faults.len(), new.faults.len());
    match after.cmp(&before) {
        std::cmp::Ordering::Greater => {
            said.push(format!("{} more: see To do", faults(after - before)));
        }
        std::cmp::Ordering::Less => said.push(format!("{} fewer", faults(before - after))),
        std::cmp::Ordering::Equal => {}
    }
    let lines = |open: &Open| open.logs.entries().count();
    if lines(old) != lines(new) {
        said.push("somebody ruled or asked: w shows what happened".to_owned());
    }
    if said.is_empty() {
        return "read again: nothing changed".to_owned();
    }
    format!("read again: {}", said.join("; "))
}

fn faults(count: usize) -> String {
    format!("{count} fault{}", if count == 1 { "" } else { "s" })
}

/// A record as it stands in its file.
fn written<'a>(case: &'a Case, record: &Record) -> &'a [u8] {
    let bytes = &case.file(record.file).bytes;
    bytes.get(record.span.clone()).unwrap_or_default()
}

/// The most ids named in a message.
const MOST: usize = 4;

fn told(what: &str, ids: &[&str]) -> Option<String> {
    if ids.is_empty() {
        return None;
    }
    let more = ids.len().saturating_sub(MOST);
    let named = ids[..ids.len().min(MOST)].join(", ");
    Some(if more > 0 {
        format!("{what} {named} and {more} more")
    } else {
        format!("{what} {named}")
    })
}

fn draft_changes(old: &Case, new: &Case) -> Option<String> {
    let words = |case: &Case| -> Vec<String> {
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        sentences.map(|s| s.words.clone()).collect()
    };
    let (was, now) = (words(old), words(new));
    let before: HashSet<&String> = was.iter().collect();
    let changed = now.iter().filter(|words| !before.contains(words)).count();
    let after: HashSet<&String> = now.iter().collect();
    let gone = was.iter().filter(|words| !after.contains(words)).count();
    match (changed, gone) {
        (0, 0) => None,
        (0, 1) => Some("a sentence of the draft is gone".to_owned()),
        (0, n) => Some(format!("{n} sentences of the draft are gone")),
        (1, _) => Some("one sentence of the draft changed".to_owned()),
        (n, _) => Some(format!("{n} sentences of the draft changed")),
    }
}
