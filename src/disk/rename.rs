//! Gives a record another id, in every place that names it.

use super::replace::{Prepared, folder, prepare};
use super::{NotDone, Opened};
use crate::case::edit::{self, Splice, may_be_id, namings, renamed, spliced};
use crate::case::{Case, FileIx, Place, Problem, Record, Severity, near};

/// The places that were changed, in the order of files and places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// File and place as they were before.
    pub places: Vec<(FileIx, Place)>,
}

/// Renames `old` to `new`.
///
/// # Errors
/// If an id is not well formed, if the files have faults of form, or if some place cannot be changed safely. Then nothing is changed.
pub fn rename(opened: &Opened, old: &str, new: &str) -> Result<Renamed, NotDone> {
    let case = &opened.case;
    fit(case, &opened.problems, old, new)?;
    let found = namings(case, old).map_err(|hidden| by_hand(case, &hidden))?;
    let changed = changed(case, &found, new)?;
    same_but(opened, &changed, old, new)?;
    let dir = folder(&opened.root)?;
    let prepared: Vec<Prepared> = changed
        .iter()
        .map(|(ix, bytes)| {
            let file = case.file(*ix);
            prepare(&dir, &file.path, Some(&file.bytes), bytes)
        })
        .collect::<Result<_, _>>()?;
    let mut done = vec![];
    for ((ix, _), prepared) in changed.iter().zip(prepared) {
        let path = &case.file(*ix).path;
        prepared.commit().map_err(|why| half(why, &done))?;
        done.push(path.clone());
    }
    let place =
        |(file, range): &(FileIx, std::ops::Range<usize>)| (*file, case.place(*file, range.start));
    Ok(Renamed {
        places: found.iter().map(place).collect(),
    })
}

/// Refuses ids that are not well formed, and cases in which references may have been overlooked.
fn fit(case: &Case, problems: &[Problem], old: &str, new: &str) -> Result<(), NotDone> {
    if case.find(old).is_none() {
        let meant = near(old, case.records.iter().map(|r| r.id.value.as_str()));
        let meant = meant.map(|meant| format!("did you mean `{meant}`? "));
        return Err(NotDone::new(
            format!("there is no record `{old}`"),
            format!(
                "{}`casefile list CASE` lists all",
                meant.unwrap_or_default()
            ),
        ));
    }
    if !may_be_id(new) {
        return Err(NotDone::new(
            format!("`{new}` cannot be an id"),
            "ids are small letters, digits and hyphens, begin with a letter, and are not `author`",
        ));
    }
    if let Some(other) = case.record(new) {
        let ix = case.find(new).map(|ix| case.place_of(ix).line);
        let path = &case.file(other.file).path;
        return Err(NotDone::new(
            format!(
                "`{new}` is the id of {} already, at {path}:{}",
                other.kind().one(),
                ix.unwrap_or(1)
            ),
            "ids are one list for the whole case; choose another",
        ));
    }
    let faults = |p: &&Problem| p.severity == Severity::Error && p.code.0 / 100 == 1;
    let form = problems.iter().filter(faults).count();
    if form > 0 || case.records.iter().filter(|r| r.id.value == old).count() > 1 {
        return Err(NotDone::new(
            format!(
                "the case has errors of form or an id twice, so that a place naming `{old}` could be overlooked"
            ),
            "first correct what `casefile check` shows",
        ));
    }
    Ok(())
}

/// The new bytes of each file that names the record.
fn changed(
    case: &Case,
    found: &[(FileIx, std::ops::Range<usize>)],
    new: &str,
) -> Result<Vec<(FileIx, Vec<u8>)>, NotDone> {
    let mut all = vec![];
    for group in found.chunk_by(|a, b| a.0 == b.0) {
        let file = group[0].0;
        let splices = group
            .iter()
            .map(|(_, range)| Splice::new(range.clone(), new));
        let bytes = spliced(&case.file(file).bytes, splices.collect());
        let first = [(file, group[0].1.start)];
        all.push((file, bytes.ok_or_else(|| by_hand(case, &first))?));
    }
    Ok(all)
}

/// Re-reads the case as it would be and makes sure that only the id has changed.
fn same_but(
    opened: &Opened,
    changed: &[(FileIx, Vec<u8>)],
    old: &str,
    new: &str,
) -> Result<(), NotDone> {
    let case = &opened.case;
    let read = |changed: &[_]| crate::case::read(&case.name, edit::inputs(case, changed));
    let (before, told_before) = read(&[]);
    let (after, told_after) = read(changed);
    let same = |(a, b): (&Record, &Record)| {
        let id = if a.id.value == old { new } else { &a.id.value };
        let fields = |case, record| renamed(&edit::fields(case, record), old, new);
        id == b.id.value && a.kind() == b.kind() && fields(&before, a) == fields(&after, b)
    };
    let records = before.records.len() == after.records.len()
        && before.records.iter().zip(&after.records).all(same);
    let words = |case: &Case| -> Vec<(String, usize)> {
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        sentences
            .map(|s| (s.words.clone(), s.marks.len()))
            .collect()
    };
    let faults = |told: &[Problem]| {
        told.iter()
            .filter(|p| p.severity == Severity::Error)
            .count()
    };
    if records && words(&before) == words(&after) && faults(&told_after) <= faults(&told_before) {
        return Ok(());
    }
    let culprit = told_after.iter().find(|p| p.severity == Severity::Error);
    let place = culprit.map(|p| (p.file, p.span.start));
    Err(by_hand(case, place.as_slice()))
}

fn by_hand(case: &Case, hidden: &[(FileIx, usize)]) -> NotDone {
    let places: Vec<String> = hidden
        .iter()
        .map(|(file, at)| format!("{}:{}", case.file(*file).path, case.place(*file, *at).line))
        .collect();
    let places = if places.is_empty() {
        "the files".to_owned()
    } else {
        places.join(", ")
    };
    NotDone::new(
        format!(
            "the id is written at {places} in a way that cannot be changed safely; nothing was changed"
        ),
        "write the id there without escapes, on one line, then run it again",
    )
}

fn half(why: NotDone, done: &[String]) -> NotDone {
    if done.is_empty() {
        return why;
    }
    NotDone {
        what: format!("{}; written already: {}", why.what, done.join(", ")),
        help: format!(
            "{}, then rename the rest by hand: `casefile check` shows where",
            why.help
        ),
    }
}
