//! `attach`: a source's full text into its case.

use super::args::Attach;
use super::out::Out;
use super::words::{count, safe};
use super::{Failure, open};
use crate::disk::attach::{Attached, OnMismatch, attach};
use std::io::Write;

/// Brings it in and tells what was written.
pub fn run(args: &Attach, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let otherwise = match (args.force, args.record) {
        (true, _) => OnMismatch::KeepRecorded,
        (false, true) => OnMismatch::RecordNew,
        (false, false) => OnMismatch::Refuse,
    };
    let done = attach(&opened, &args.source, &args.file, otherwise)?;
    let Attached {
        path,
        bytes,
        sha256,
        was_recorded,
        changed,
        was_there,
    } = &done;
    let bytes = count(*bytes, "byte", "bytes");
    let there = if *was_there {
        " (was there already)"
    } else {
        ""
    };
    writeln!(out, "{}: {bytes}, sha256 {sha256}{there}", safe(path))?;
    if let (Some(recorded), OnMismatch::KeepRecorded) = (was_recorded, otherwise) {
        writeln!(
            out,
            "recorded is another, {recorded}: findings will say *changed text*"
        )?;
    } else if let Some(recorded) = was_recorded {
        writeln!(out, "recorded was {recorded}")?;
    }
    if let Some((file, keys)) = changed {
        let file = &opened.case.file(*file).path;
        writeln!(out, "{}: wrote {}", safe(file), keys.join(", "))?;
    }
    Ok(0)
}
