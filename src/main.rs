//! The front door: hands the arguments to the command line room, and where it wants the desk, opens the desk.

use casefile::cli::{Next, run};
use casefile::{disk, tui};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(std::env::args_os()) {
        Next::Exit(code) => ExitCode::from(code),
        Next::Desk(wanted) => desk(&wanted.path),
    }
}

fn desk(path: &std::path::Path) -> ExitCode {
    let opened = match disk::open_case(path) {
        Ok(opened) => opened,
        Err(why) => return casefile::cli::cannot_open(&why),
    };
    match tui::start(opened) {
        Ok(ended) => ExitCode::from(tui::exit_code(&ended)),
        Err(why) => casefile::cli::no_desk(&why),
    }
}
