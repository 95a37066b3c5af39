//! `undo`: takes one's own ruling back. Nothing is removed: a line is added that says so.

use super::args::{Format, Undo};
use super::open::{self, Seen};
use super::out::Out;
use super::rule::not_saved;
use super::words::safe;
use super::{Failure, json};
use crate::case::Case;
use crate::disk::{NotDone, log};
use crate::ruling::{Entry, Ruled, Ruling, Target};
use serde_json::json;
use std::io::Write;

/// The fewest digits of an id that name it.
const FEWEST: usize = 4;

/// Takes back.
pub fn run(args: &Undo, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let root = opened.root.clone();
    let seen = Seen::new(opened);
    let by = log::by_whom(args.by.as_deref()).map_err(|why| not_saved(why.into()))?;
    let undone = match &args.what {
        None => seen.logs.last_of(&by).ok_or_else(|| {
            Failure::new(
                format!("`{by}` has no ruling to take back"),
                "`casefile log CASE` shows all rulings",
            )
        })?,
        Some(what) => named(&seen, &by, what)?,
    };
    let mut entry = Entry::new(log::new_id(), log::stamp(), by);
    entry.about.clone_from(&undone.about);
    entry.ruling = Some(Ruling::Withdrawn);
    entry.undoes = Some(undone.id.clone());
    let saved = log::save(&root, &entry.to_json()).map_err(NotDone::from)?;
    let claim = undone.about.as_ref().map_or("", |about| &about.claim);
    let word = undone.ruling.map_or("", Ruling::word);
    match args.format {
        Format::Json => json::line(
            out,
            &json!({
                "saved": true, "id": entry.id, "log": saved.path, "seq": saved.seq, "undoes": undone.id,
                "claim": claim, "ruling": "withdrawn", "by": entry.by, "at": entry.at,
            }),
        )?,
        Format::Text => {
            let (claim, at) = (safe(claim), safe(&undone.at));
            writeln!(
                out,
                "saved: took back that {claim} is {word} (of {at}, id {})",
                safe(&undone.id)
            )?;
        }
    }
    Ok(0)
}

/// The line that an id, the beginning of one, or a claim or sentence names.
fn named<'a>(seen: &'a Seen, by: &str, what: &str) -> Result<&'a Entry, Failure> {
    let help = "`casefile log CASE` shows all rulings with their ids";
    if let Ok(target) = Target::of(&seen.case, what) {
        let own = rulings(seen, target).filter(|ruled| ruled.by == by);
        let last = own.max_by_key(|ruled| ruled.time());
        let entry = last.and_then(|ruled| seen.logs.find(&ruled.id));
        return entry.ok_or_else(|| {
            Failure::new(
                format!("`{by}` has no ruling on `{what}` to take back"),
                help,
            )
        });
    }
    let mut all: Vec<&Entry> = seen.logs.entries().map(|(_, entry)| entry).collect();
    all.retain(|e| {
        e.id == what
            || (what.len() >= FEWEST && e.id.starts_with(what))
            || is_gone(&seen.case, e, by, what)
    });
    all.retain(|e| e.ruling.is_some() && e.undoes.is_none());
    let open: Vec<&Entry> = all
        .iter()
        .filter(|e| !seen.logs.is_undone(e))
        .copied()
        .collect();
    match (open.as_slice(), all.is_empty()) {
        ([entry], _) if entry.by == by => Ok(entry),
        ([entry], _) => Err(Failure::new(
            format!(
                "the ruling is by `{}`; nobody else can take it back",
                entry.by
            ),
            "rule yourself: where two people differ it stands as disputed",
        )),
        ([], false) => Err(Failure::new(
            format!("`{what}` was taken back already"),
            help,
        )),
        ([], true) => Err(Failure::new(
            format!("there is no ruling `{what}` to take back"),
            help,
        )),
        ([.., last], _)
            if last.by == by && last.about.as_ref().is_some_and(|a| a.claim == what) =>
        {
            Ok(last)
        }
        (_, _) => Err(Failure::new(
            format!("`{what}` names several rulings"),
            "give more of the id",
        )),
    }
}

/// True for one's own line on something that is not there any more, by the name it had.
fn is_gone(case: &Case, entry: &Entry, by: &str, name: &str) -> bool {
    let named = entry
        .about
        .as_ref()
        .is_some_and(|about| about.claim == name);
    named && entry.by == by && case.find(name).is_none()
}

fn rulings(seen: &Seen, target: Target) -> impl Iterator<Item = &Ruled> {
    let stand = target.node().and_then(|node| seen.stand(node));
    let own = stand
        .into_iter()
        .flat_map(|stand| stand.rulings.iter().chain(&stand.legal));
    let signed = matches!(target, Target::Case).then_some(&seen.standings().signed);
    own.chain(signed.into_iter().flatten())
}
