//! Arguments in, text and exit code out: the only room that prints.
//!
//! ```text
//! arguments ─► args ─► one file a command ─► Out (buffered, safe text) ─► exit code 0, 1 or 2
//!                              │ disk opens, case tells
//!                              └► Failure: what could not be done and what to do next, on stderr
//! ```
//!
//! To add a command: a variant in `args.rs`, a file named after it here, an arm in [`run`]. Help, completions and the
//! manual page follow from the variant. This room never sees the desk: where the desk is wanted it says so to `main`.

mod args;
mod attach;
mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod failure;
mod json;
mod keys;
mod list;
mod log;
mod man;
mod merge;
mod new;
mod open;
mod out;
mod progress;
mod rename;
mod report;
mod rows;
mod rule;
mod ruled;
mod schema;
mod search;
mod show;
mod sign;
mod undo;
mod verify;
mod words;

use crate::disk::{self, environment};
use args::{Cli, Command};
pub use failure::{Failure, tell_only_the_place};
use out::Out;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// What `main` does after the arguments have been read.
#[derive(Debug)]
pub enum Next {
    /// Ends with this exit code: 0 all well, 1 something was found, 2 it could not be done.
    Exit(u8),
    /// Opens the desk.
    Desk(DeskWanted),
}

/// The desk as the command line asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskWanted {
    /// A case folder, a YAML file or a folder of cases.
    pub path: PathBuf,
    /// Whether colours are wanted; none where the terminal and `NO_COLOR` decide.
    pub color: Option<bool>,
}

/// Reads the arguments and does what they ask for, but for the desk.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Next {
    let args: Vec<OsString> = args.into_iter().collect();
    let command = args::command(&args);
    let parsed = command
        .try_get_matches_from(&args)
        .and_then(|matches| <Cli as clap::FromArgMatches>::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // If even this cannot be printed there is nobody left to tell.
            let _ = error.print();
            return Next::Exit(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let command = match cli.command {
        Some(command) => command,
        None => match door(&cli) {
            Ok(Door::Desk(desk)) => return Next::Desk(desk),
            Ok(Door::Check(command)) => command,
            Err(failure) => return Next::Exit(failure.tell()),
        },
    };
    let mut out = Out::new(cli.color);
    let done = perform(&command, &mut out).and_then(|code| {
        out.flush()?;
        Ok(code)
    });
    Next::Exit(match done {
        Ok(code) => code,
        Err(failure) => {
            // What was found before the failure is worth having.
            let _ = out.flush();
            failure.tell()
        }
    })
}

/// What `casefile PATH` without a command means here.
enum Door {
    Desk(DeskWanted),
    Check(Command),
}

fn door(cli: &Cli) -> Result<Door, Failure> {
    let path = cli.path.clone().unwrap_or_else(|| PathBuf::from("."));
    if !disk::is_there(&path) {
        return Err(open::no_such(&path, true));
    }
    if !std::io::stdout().is_terminal() {
        return Ok(Door::Check(Command::Check(args::Check::of(path))));
    }
    let why = if environment::dumb_terminal() {
        "the desk cannot be drawn here: TERM is `dumb`"
    } else if std::io::stdin().is_terminal() {
        return Ok(Door::Desk(DeskWanted {
            path,
            color: cli.color.wanted(),
        }));
    } else {
        "the desk needs a keyboard: standard input is no terminal"
    };
    let path = words::argument(&path);
    let help = format!(
        "for plain text use `casefile check {path}` (what is wrong), `casefile list {path}` (what there is) or `casefile show {path} ID`"
    );
    Err(Failure::new(why, help))
}

fn perform(command: &Command, out: &mut Out) -> Result<u8, Failure> {
    match command {
        Command::Check(args) => check::run(args, out),
        Command::List(args) => list::run(args, out),
        Command::Show(args) => show::run(args, out),
        Command::Search(args) => search::run(args, out),
        Command::Verify(args) => verify::run(args, out),
        Command::Report(args) => report::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Diff(args) => diff::run(args, out),
        Command::New(args) => new::run(args, out),
        Command::Attach(args) => attach::run(args, out),
        Command::Rename(args) => rename::run(args, out),
        Command::Rule(args) => rule::run(args, out),
        Command::Undo(args) => undo::run(args, out),
        Command::Log(args) => log::run(args, out),
        Command::Sign(args) => sign::run(args, out),
        Command::Schema => schema::run(out),
        Command::Keys => keys::run(out),
        Command::Completions { shell } => completions::run(*shell, out),
        Command::Man => man::run(out),
        Command::Explain { code } => explain::run(code.as_deref(), out),
    }
}

/// Says why a case cannot be opened.
pub fn cannot_open(why: &crate::disk::CannotOpen) -> std::process::ExitCode {
    Failure::new(why.to_string(), &why.help).tell().into()
}

/// Says why the desk cannot be drawn.
pub fn no_desk(why: &std::io::Error) -> std::process::ExitCode {
    let help = "for plain text use `casefile check`, `casefile list` or `casefile show`";
    Failure::new(format!("the desk cannot be drawn here: {why}"), help)
        .tell()
        .into()
}
