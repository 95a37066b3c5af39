//! `check`: what is wrong in the files of cases, and how their claims stand.

mod concise;
mod excerpt;
mod full;
mod github;
mod json;
mod sarif;
mod summary;
mod told;

use super::Failure;
use super::args::{Check, CheckFormat};
use super::open::{self, Seen};
use super::out::Out;
use summary::Summary;

/// Checks every case named and tells it. What can be opened is told even where another case cannot.
pub fn run(args: &Check, out: &mut Out) -> Result<u8, Failure> {
    let mut seen: Vec<Seen> = vec![];
    let mut failed = None;
    for path in &args.path {
        match open::all(path) {
            Ok(cases) => seen.extend(cases),
            Err(failure) => failed = Some(failure.tell()),
        }
    }
    if let (Some(code), true) = (failed, seen.is_empty()) {
        return Ok(code);
    }
    for seen in &mut seen {
        seen.problems = seen.all_problems();
    }
    let summary = Summary::of(&seen);
    let told = told::all(&seen);
    match args.format {
        CheckFormat::Full => full::tell(&told, &summary, out)?,
        CheckFormat::Concise => concise::tell(&told, out)?,
        CheckFormat::Json => json::tell(&told, &summary, out)?,
        CheckFormat::Github => github::tell(&told, out)?,
        CheckFormat::Sarif => sarif::tell(&told, out)?,
    }
    Ok(failed.unwrap_or(u8::from(summary.fails(args.fail_on))))
}
