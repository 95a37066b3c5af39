//! Who sits at the desk.

use std::path::PathBuf;

/// Who sits at the desk and how they want it; another case on it changes nothing of that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The user's short name, if it is known.
    pub by: Option<String>,
    /// Signs of ASCII only.
    pub ascii: bool,
    /// How many lines of a log were begun here. Each bears its number until the disk has it, whatever case it belongs to.
    pub lines: u64,
    /// The cases of the folder, where it holds several: name, title, folder.
    pub cases: Vec<(String, String, PathBuf)>,
}

impl Seat {
    /// The number of a new line.
    pub const fn next_line(&mut self) -> u64 {
        self.lines += 1;
        self.lines
    }
}
