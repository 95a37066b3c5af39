//! What the desk wants done by others, as plain data: a test compares it, and only the loop carries it out.

use crate::case::RecordIx;
use crate::ruling::{Entry, Tick, Visit};
use std::path::PathBuf;

/// Something to be done outside the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the user brings the program back.
    Suspend,
    /// Lay another case on the desk.
    OpenCase(PathBuf),
    /// Draw every cell anew.
    Redraw,
    /// Read the case's files anew.
    Read(Why),
    /// The case in this folder is on the desk: tell of changes to its files as they happen. What is asked for from now on is
    /// about this case.
    Watch(PathBuf),
    /// Compare the quotations of this reading with their texts, this one first. The desk shows that reading from now on.
    Compare(u64, Option<RecordIx>),
    /// Search the case. Answers bear the question's number; a newer question cancels an older one.
    Search {
        /// The question's number.
        number: u64,
        /// The query as typed.
        query: String,
    },
    /// Hold pasted words against every text of the case.
    Verify {
        /// The number of the question they are.
        number: u64,
        /// The words.
        words: String,
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
    /// Add a line to its author's log: a ruling, one taken back, a question, an answer.
    Write(Box<NewLine>),
    /// Write a report or a sheet of the case.
    Export(Export),
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

/// A line for the log, complete but for what no desk knows: its random name and the time.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLine {
    /// The line's number at this desk: tried again, it is the same line.
    pub number: u64,
    /// What it says; name and time are empty.
    pub entry: Entry,
    /// What is said once it is on the disk; where it stands there is added.
    pub told: String,
}

/// Why the case is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The user wants it, or changed something.
    Asked,
    /// A file was touched. Where that changed nothing, nothing is said.
    Touched,
    /// Something was saved: nothing needs to be said of it.
    Saved,
}

/// What of the case is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The report as one HTML page.
    Html,
    /// The report as Markdown.
    Markdown,
    /// The sheet.
    Csv,
    /// The letters to those whom the story accuses.
    Letters,
    /// The call sheets.
    Calls,
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
    /// How the person called themselves, where the configuration does not say.
    pub by: Option<String>,
    /// Details ticked and not saved with a ruling yet, by their sentence's words.
    pub ticks: Vec<(String, Vec<Tick>)>,
    /// The user's own notes, by a record's id or a sentence's words.
    pub notes: Vec<(String, String)>,
    /// What there was to see; its time is set by whoever keeps it.
    pub visit: Option<Visit>,
}

/// What is said in the line above the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// True if something did not go as asked.
    pub bad: bool,
    /// True if it is said until Esc or Enter, whatever is pressed meanwhile.
    pub stays: bool,
}

impl Notice {
    /// Something that went well.
    pub fn good(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bad: false,
            stays: false,
        }
    }

    /// Something that a person must not miss.
    pub fn grave(text: impl Into<String>) -> Self {
        Self {
            stays: true,
            ..Self::bad(text)
        }
    }

    /// Something that did not.
    pub fn bad(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bad: true,
            stays: false,
        }
    }
}
