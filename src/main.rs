//! The front door: hands the arguments to the command line room, and where it wants the desk, opens the desk.

use casefile::cli::{self, Next};
use casefile::{disk, tui};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::tell_only_the_place();
    match cli::run(std::env::args_os()) {
        Next::Exit(code) => ExitCode::from(code),
        Next::Desk(wanted) => desk(&wanted.path, wanted.color),
    }
}

fn desk(path: &Path, colours: Option<bool>) -> ExitCode {
    let opened = match disk::open_any(path) {
        Ok(opened) => opened,
        Err(why) => return cli::cannot_open(&why),
    };
    match tui::start(opened, colours) {
        Ok(ended) => ExitCode::from(tui::exit_code(&ended)),
        Err(why) => cli::no_desk(&why),
    }
}
