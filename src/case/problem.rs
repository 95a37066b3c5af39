//! A fault in the files of a case, as it is reported to the person who can correct it.

use super::FileIx;
use serde::Serialize;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Should be looked at.
    Warning,
    /// Must be corrected.
    Error,
}

impl Severity {
    /// The word as printed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A fault in the files, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which rule was broken.
    pub code: super::Code,
    /// How much it matters.
    pub severity: Severity,
    /// The file.
    pub file: FileIx,
    /// Bytes of the file that the fault is about; line and column are counted when shown.
    pub span: std::ops::Range<usize>,
    /// The record it is in, where there is one.
    pub id: Option<String>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do next.
    pub help: Option<String>,
    /// Another place that explains it, such as the first use of an id used twice.
    pub also: Option<(FileIx, std::ops::Range<usize>, String)>,
}

/// The longest message or help, in characters; what is longer repeats a whole line of somebody's file.
const MOST_SAID: usize = 600;

impl Problem {
    /// Cuts the middle out of a message or help text that repeats a very long text.
    pub(crate) fn shorten(&mut self) {
        cut_middle(&mut self.message);
        self.help.as_mut().map(cut_middle);
    }
}

fn cut_middle(text: &mut String) {
    // There are never fewer bytes than characters, so nearly every message is done with at once.
    if text.len() <= MOST_SAID || text.chars().count() <= MOST_SAID {
        return;
    }
    let half = MOST_SAID / 2;
    let first: String = text.chars().take(half).collect();
    let mut last: Vec<char> = text.chars().rev().take(half).collect();
    last.reverse();
    *text = format!("{first} … {}", last.into_iter().collect::<String>());
}

/// A place as people count it: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset in a text; an offset past the end is the end.
    pub fn of(text: &[u8], at: usize) -> Self {
        let before = &text[..at.min(text.len())];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |i| i + 1);
        let continuation = |b: &&u8| **b & 0xC0 != 0x80;
        let column = before[start..].iter().filter(continuation).count() + 1;
        Self { line, column }
    }
}
