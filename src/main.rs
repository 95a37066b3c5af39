//! The front door: hands the arguments to the command line room.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1).unwrap_or_else(|| ".".into());
    match casefile::disk::open_case(Path::new(&path)) {
        Ok(opened) => match casefile::tui::start(opened) {
            Ok(_) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        },
        Err(_) => ExitCode::from(2),
    }
}
