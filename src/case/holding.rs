//! What is held of a source's text, and how far it may be trusted.

use crate::text::Places;
use std::sync::Arc;

/// How far the text at hand is the source's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// The file is there and its hash is right, or none is recorded.
    Full,
    /// The file is there, its hash is not the recorded one. Still searched; every finding says so.
    Changed,
    /// Only our reading notes are there. They never count as the full text.
    Notes,
    /// No text is there: no file, or one that is not text.
    None,
}

impl Held {
    /// The words for it on screens.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Full => "full text",
            Self::Changed => "changed text",
            Self::Notes => "notes only",
            Self::None => "not held",
        }
    }
}

/// What is held of one source.
#[derive(Clone, Debug)]
pub struct Holding {
    /// How far it is the source's own text.
    pub held: Held,
    /// Path of the file that was read, inside the case's folder.
    pub path: Option<String>,
    /// The text; empty where nothing is held.
    pub text: Arc<str>,
    /// Pages, paragraphs, lines, speakers of the text.
    pub places: Arc<Places>,
    /// SHA-256 of the file's bytes in hexadecimal, where a file was read.
    pub sha256: Option<String>,
    /// The encoding the file was decoded from, if it was not UTF-8.
    pub encoding: Option<&'static str>,
}
