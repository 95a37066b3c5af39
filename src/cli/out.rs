//! Where a command's output goes: standard output, locked once, buffered, with or without colour.

use super::args::Color;
use crate::disk::environment;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

/// The output of a command.
pub struct Out {
    to: BufWriter<StdoutLock<'static>>,
    /// Whether colours and bold may be written.
    pub styled: bool,
}

impl Out {
    /// Standard output, coloured as the user, `NO_COLOR` and the terminal allow.
    pub fn new(color: Color) -> Self {
        let stdout = io::stdout();
        let styled = color
            .wanted()
            .unwrap_or_else(|| stdout.is_terminal() && environment::styled_terminal());
        Self {
            to: BufWriter::with_capacity(64 * 1024, stdout.lock()),
            styled,
        }
    }

    /// Words set apart where that is possible.
    pub fn bold(&self, words: &str) -> String {
        if self.styled {
            format!("\x1b[1m{words}\x1b[0m")
        } else {
            words.to_owned()
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
