//! `new`: a commented case to start from.

use super::Failure;
use super::args::New;
use super::out::Out;
use super::words::{argument, safe};
use crate::disk::new::new_case;
use std::io::Write;

/// Makes it.
pub fn run(args: &New, out: &mut Out) -> Result<u8, Failure> {
    let made = new_case(&args.name)?;
    let name = argument(&args.name);
    writeln!(out, "made {} with {}", safe(&name), made.join(", "))?;
    writeln!(
        out,
        "next: open {name}/case.yaml in your editor, then run `casefile check {name}`"
    )?;
    Ok(0)
}
