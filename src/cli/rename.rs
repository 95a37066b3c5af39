//! `rename`: another id for a record, everywhere.

use super::args::Rename;
use super::out::Out;
use super::words::{beside, count, safe};
use super::{Failure, open};
use crate::disk::log::{self, NotSaved, Saver};
use crate::disk::rename::rename;
use crate::disk::{NotDone, Opened};
use crate::ruling::{Entry, Renamed};
use std::io::Write;

/// Renames and tells every place.
pub fn run(args: &Rename, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let mut log = log(args, &opened)?;
    let done = rename(&opened, &args.old, &args.new)?;
    if let Some((saver, by)) = &mut log {
        tell_log(args, saver, by)?;
    }
    let places = count(done.places.len(), "place", "places");
    writeln!(
        out,
        "renamed {} to {} in {places}",
        safe(&args.old),
        safe(&args.new)
    )?;
    for (file, place) in &done.places {
        let path = beside(&opened.root, &opened.case.file(*file).path);
        writeln!(out, "  {}:{}:{}", safe(&path), place.line, place.column)?;
    }
    Ok(0)
}

/// The log that is to say so, where there are rulings that must find the record under its new id. Looked for before
/// anything is changed.
fn log(args: &Rename, opened: &Opened) -> Result<Option<(Saver, String)>, Failure> {
    if opened.logs.entries().next().is_none() {
        return Ok(None);
    }
    let by = log::by_whom(args.by.as_deref()).map_err(|why| {
        let what =
            "NOT SAVED: nothing was renamed, since the rulings follow by a line in the log, and";
        Failure::new(format!("{what} {}", why.what), why.help)
    })?;
    let saver = Saver::new(&opened.root, &by).map_err(|why: NotSaved| {
        let why = NotDone::from(why);
        Failure::new(
            format!("nothing was renamed, since the rulings could not follow: {why}"),
            why.help,
        )
    })?;
    Ok(Some((saver, by)))
}

/// Writes to the log that the record has another id now, so that rulings go on to stand for it.
fn tell_log(args: &Rename, saver: &mut Saver, by: &str) -> Result<(), Failure> {
    let mut entry = Entry::new(log::new_id(), log::stamp(), by.to_owned());
    entry.renamed = Some(Renamed {
        from: args.old.clone(),
        to: args.new.clone(),
    });
    let saved = saver.save(&entry.to_json());
    saved.map(|_| ()).map_err(|why| {
        let what = format!("the record was renamed, but the log does not say so, and rulings will not find it: {why}");
        let help = format!("{}; then rename it back and again", why.help());
        Failure::new(what, help)
    })
}
