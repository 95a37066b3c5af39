//! What could not be done, and what to do next.

use super::words::safe;
use crate::disk::NotDone;
use std::io::{self, Write};

/// Why a command could not do its work. It ends with exit code 2.
#[derive(Debug)]
pub enum Failure {
    /// Nobody reads the output any more, as behind `| head`. Not worth a word.
    NobodyReads,
    /// To be told to whoever typed the command.
    Told {
        /// What could not be done and why, in one sentence.
        what: String,
        /// What to do next.
        help: String,
    },
}

impl Failure {
    /// A failure to be told; the texts may hold words from files.
    pub fn new(what: impl AsRef<str>, help: impl AsRef<str>) -> Self {
        Self::Told {
            what: safe(what.as_ref()),
            help: safe(help.as_ref()),
        }
    }

    /// Says it on stderr and gives the exit code.
    pub fn tell(&self) -> u8 {
        match self {
            Self::NobodyReads => 0,
            Self::Told { what, help } => {
                let mut text = format!("casefile: {what}\n");
                if !help.is_empty() {
                    text.push_str(&format!("  help: {help}\n"));
                }
                // Where stderr is gone too, the exit code still tells.
                let _ = io::stderr().lock().write_all(text.as_bytes());
                2
            }
        }
    }
}

/// From here on a fault of our own tells where in the program it is and nothing else: the message of a panic may hold
/// words of a case.
pub fn tell_only_the_place() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |at| {
            format!(" at {}:{}:{}", at.file(), at.line(), at.column())
        });
        let text = format!(
            "casefile had to stop: a fault of its own{place}\n  help: the files of the case are as they were; please report the place named here\n"
        );
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }));
}

impl From<io::Error> for Failure {
    /// An error of writing the output.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::new(
                format!("the output could not be written: {error}"),
                "look whether the disk is full or the output was closed",
            ),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}

impl From<NotDone> for Failure {
    fn from(not_done: NotDone) -> Self {
        Self::new(not_done.what, not_done.help)
    }
}
