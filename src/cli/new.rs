//! `new`: a commented case to start from, or one of a sheet or draft that is there.

use super::args::New;
use super::out::Out;
use super::words::{argument, safe};
use super::{Failure, merge};
use crate::disk::begun::begin;
use crate::disk::new::new_case;
use std::io::Write;

/// Makes it.
pub fn run(args: &New, out: &mut Out) -> Result<u8, Failure> {
    if let Some(sheet) = &args.merge {
        return merge::run(&args.name, sheet, args.by.as_deref(), out);
    }
    let begun = args.from.as_deref().map(begin).transpose()?;
    let made = new_case(&args.name, begun.as_ref())?;
    let name = argument(&args.name);
    writeln!(out, "made {} with {}", safe(&name), made.join(", "))?;
    if let Some(begun) = &begun {
        let found: Vec<String> = begun
            .found
            .iter()
            .map(|(n, what)| format!("{n} {what}"))
            .collect();
        writeln!(out, "found {}; everything is to check", found.join(", "))?;
    }
    writeln!(
        out,
        "next: open {name}/case.yaml in your editor, then run `casefile check {name}`"
    )?;
    Ok(0)
}
