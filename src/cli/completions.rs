//! `completions`: what a shell needs to complete commands and options.

use super::Failure;
use super::args::Cli;
use super::out::Out;
use clap::CommandFactory;
use std::io::Write;

/// Prints them.
pub fn run(shell: clap_complete::Shell, out: &mut Out) -> Result<u8, Failure> {
    // The generator takes a broken pipe for a fault of the program, so it writes into memory.
    let mut text = vec![];
    clap_complete::generate(shell, &mut Cli::command(), "casefile", &mut text);
    out.write_all(&text)?;
    Ok(0)
}
