//! `sign`: signs a whole case off, if nothing stands against it.

use super::Failure;
use super::args::Sign;
use super::open::{self, Seen};
use super::out::Out;
use super::rule::not_saved;
use crate::disk::{NotDone, log};
use crate::ruling::{About, Entry, Ruling, Target, may_sign, seal};
use std::io::Write;

/// Signs off, or says all that stands against it.
pub fn run(args: &Sign, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let root = opened.root.clone();
    let by = log::by_whom(args.by.as_deref()).map_err(|why| not_saved(why.into()))?;
    let seen = Seen::new(opened);
    if !may_sign(&seen.case, &by) {
        return Err(Failure::new(
            format!("NOT SAVED: `{by}` is not in the team of case.yaml and cannot sign"),
            "let somebody of the team sign, or write the name under `team:`",
        ));
    }
    let problems = seen.all_problems();
    let unmet = seen.story(&problems).readiness();
    if !unmet.is_empty() {
        writeln!(out, "not signed off:")?;
        for condition in unmet {
            writeln!(out, "{condition}")?;
        }
        return Ok(1);
    }
    let mut entry = Entry::new(log::new_id(), log::stamp(), by);
    entry.about = Some(About::new(&seen.case, Target::Case));
    entry.ruling = Some(Ruling::SignedOff);
    entry.why.clone_from(&args.why);
    entry.seal = Some(seal(&seen.case, Target::Case, None));
    let saved = log::save(&root, &entry.to_json()).map_err(NotDone::from)?;
    writeln!(
        out,
        "saved: signed off by {} ({}, line {})",
        entry.by, saved.path, saved.seq
    )?;
    Ok(0)
}
