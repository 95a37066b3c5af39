//! What the desk wants done by others, as plain data: a test compares it, and only the loop carries it out.

use crate::case::RecordIx;
use std::path::PathBuf;

/// Something to be done outside the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the user brings the program back.
    Suspend,
    /// Lay another case on the desk.
    OpenCase(PathBuf),
    /// Draw every cell anew.
    Redraw,
    /// Read the case's files anew, and say what came of it.
    Reread,
    /// Read the case's files anew, and say so only if something changed.
    Refresh,
    /// Tell of changes to the case's files as they happen.
    Watch,
    /// Compare the quotations with their texts, this one first.
    Compare(Option<RecordIx>),
    /// Search the case. Answers bear the question's number; a newer question cancels an older one.
    Search {
        /// The question's number.
        number: u64,
        /// The query as typed.
        query: String,
    },
    /// Put text on the clipboard.
    Copy {
        /// What it is, for the message: "citation".
        what: &'static str,
        /// The text.
        text: String,
    },
    /// Open the user's editor.
    Edit {
        /// Path inside the case's folder.
        path: String,
        /// Line, from 1.
        line: usize,
    },
    /// Open a web address that the user has seen and agreed to.
    OpenUrl(String),
    /// Bring a text in as a source's full text.
    Attach {
        /// The source's id.
        source: String,
        /// The file, as typed.
        file: PathBuf,
    },
    /// Add a record to `inbox.yaml`.
    Inbox(NewQuote),
    /// Remember where the desk was left.
    Remember(Left),
}

/// A quote record made of words chosen on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuote {
    /// Its id.
    pub id: String,
    /// The party, or the source itself.
    pub who: String,
    /// Source and locator: `report#p3`.
    pub source: String,
    /// The words as they stand in the source.
    pub printed: String,
}

/// Where the desk was left, to be found again there.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Left {
    /// The view: its index.
    pub view: usize,
    /// The selected sentence's words, where it was the draft.
    pub sentence: Option<String>,
    /// The selected record's id.
    pub record: Option<String>,
}

/// What is said in the line above the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// True if something did not go as asked.
    pub bad: bool,
}

impl Notice {
    /// Something that went well.
    pub fn good(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bad: false,
        }
    }

    /// Something that did not.
    pub fn bad(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bad: true,
        }
    }
}
