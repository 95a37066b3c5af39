//! The front door: hands the arguments to the command line room, and the desk to the terminal's.

use casefile::cli::{self, Next};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(code) => ExitCode::from(code),
        Next::Desk(_) => ExitCode::from(2),
    }
}
