//! One line of a log as people meant it: a ruling, an undo, a rename, a question or an answer.
//!
//! The line's number, its link to the line before and its sum belong to the log that keeps it, not to the entry.

use super::about::About;
use super::details::DetailKind;
use super::ruling::{Ruling, Saw};
use super::seal::Seal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;

/// The version of the line format that is written and understood.
pub const VERSION: u32 = 1;

/// One line. Keys that are not known are passed over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Line")]
pub struct Entry {
    /// Version of the format.
    pub v: u32,
    /// A random name, the same if the line had to be written again.
    pub id: String,
    /// The line's number in its log, where it was read from one.
    #[serde(skip_serializing)]
    pub seq: Option<u64>,
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// Who, by short name.
    pub by: String,
    /// What it is about.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
    /// How it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saw: Option<Saw>,
    /// References whose words were opened on screen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<String>,
    /// Details of the sentence that were ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticks: Vec<Tick>,
    /// Why, in the checker's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The words that would be right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
    /// What it was decided on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// The line that is taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// A record that got another id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed: Option<Renamed>,
    /// A question to somebody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// An answer to a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// The keys of a line as they are read: each on its own, since gathering some of them on the way would read the
/// line twice.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Line {
    v: u32,
    id: String,
    seq: Option<u64>,
    at: String,
    by: String,
    claim: Option<String>,
    words: String,
    cites: Vec<String>,
    neighbours: Option<[String; 2]>,
    ruling: Option<Ruling>,
    saw: Option<Saw>,
    seen: Vec<String>,
    ticks: Vec<Tick>,
    why: Option<String>,
    fix: Option<String>,
    seal: Option<Seal>,
    undoes: Option<String>,
    renamed: Option<Renamed>,
    question: Option<Question>,
    answer: Option<Answer>,
}

impl From<Line> for Entry {
    fn from(line: Line) -> Self {
        let about = line.claim.map(|claim| About {
            claim,
            words: line.words,
            cites: line.cites,
            neighbours: line.neighbours,
        });
        Self {
            v: line.v,
            id: line.id,
            seq: line.seq,
            at: line.at,
            by: line.by,
            about,
            ruling: line.ruling,
            saw: line.saw,
            seen: line.seen,
            ticks: line.ticks,
            why: line.why,
            fix: line.fix,
            seal: line.seal,
            undoes: line.undoes,
            renamed: line.renamed,
            question: line.question,
            answer: line.answer,
        }
    }
}

/// A detail that was ticked as checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// What it is.
    pub kind: DetailKind,
    /// Its words.
    pub words: String,
}

/// A record's old id and its new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renamed {
    /// The id until then.
    pub from: String,
    /// The id since.
    pub to: String,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Who is asked, by short name; nobody in particular where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The question.
    pub words: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The id of the line with the question.
    pub to: String,
    /// The answer.
    pub words: String,
}

/// Why a line of JSON is no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoEntry(pub String);

impl fmt::Display for NoEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Entry {
    /// An entry of this moment that says nothing yet.
    pub fn new(id: String, at: String, by: String) -> Self {
        Self {
            v: VERSION,
            id,
            at,
            by,
            ..Self::default()
        }
    }

    /// The keys of the line, without those that belong to the log.
    pub fn to_json(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(map)) => map,
            // Texts, numbers and lists always become JSON, and a struct always an object.
            Ok(_) | Err(_) => Map::new(),
        }
    }

    /// Reads a line.
    ///
    /// # Errors
    /// If it is of a later version, lacks what every line has, or says something that is not understood.
    pub fn from_json(line: &Value) -> Result<Self, NoEntry> {
        match line.get("v").and_then(Value::as_u64) {
            Some(v) if v == u64::from(VERSION) => {}
            Some(v) => {
                let why = format!("it is of version {v}; a newer casefile wrote it");
                return Err(NoEntry(why));
            }
            None => return Err(NoEntry("it does not say which version it is of".to_owned())),
        }
        let entry = Self::deserialize(line).map_err(|error| NoEntry(error.to_string()))?;
        entry.sound()
    }

    /// Reads a line as it stands in a log.
    ///
    /// # Errors
    /// As [`Entry::from_json`].
    pub fn from_line(line: &[u8]) -> Result<Self, NoEntry> {
        match serde_json::from_slice::<Self>(line) {
            Ok(entry) if entry.v == VERSION => entry.sound(),
            // What is not understood is looked at once more, to say why in the same words.
            Ok(_) | Err(_) => {
                let line: Value =
                    serde_json::from_slice(line).map_err(|error| NoEntry(error.to_string()))?;
                Self::from_json(&line)
            }
        }
    }

    /// Itself, if it has what every line has.
    fn sound(self) -> Result<Self, NoEntry> {
        let entry = self;
        if entry.id.is_empty() {
            return Err(NoEntry("it has no id".to_owned()));
        }
        if entry.at.parse::<jiff::Timestamp>().is_err() {
            let why = format!("`{}` is no time", entry.at.escape_debug());
            return Err(NoEntry(why));
        }
        Ok(entry)
    }

    /// When it was written.
    pub fn time(&self) -> Option<jiff::Timestamp> {
        self.at.parse().ok()
    }
}
