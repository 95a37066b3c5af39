//! `rename`: another id for a record, everywhere.

use super::args::Rename;
use super::out::Out;
use super::words::{beside, count, safe};
use super::{Failure, open};
use crate::disk::rename::rename;
use std::io::Write;

/// Renames and tells every place.
pub fn run(args: &Rename, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let done = rename(&opened, &args.old, &args.new)?;
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
