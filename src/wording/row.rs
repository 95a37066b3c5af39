//! A row of what is said of something: words with the part that they play, as plain data.

use super::Side;
use crate::case::RecordIx;
use crate::ruling::{Sign, Tone};
use crate::text::Shown;
use serde::{Serialize, Serializer};

/// What a run of words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Our own words.
    Own(Tone),
    /// Our own words, to be seen at once.
    Strong,
    /// The very words of somebody.
    Words,
    /// The name of something that can be followed.
    Reference,
}

impl Serialize for Voice {
    /// One word, which templates take as the name of a class.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Own(tone) => tone.serialize(serializer),
            Self::Strong => serializer.serialize_str("strong"),
            Self::Words => serializer.serialize_str("quoted"),
            Self::Reference => serializer.serialize_str("reference"),
        }
    }
}

/// Words of one voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: Shown,
    /// What they are.
    pub voice: Voice,
}

/// Where a row leads, for whoever can follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To a record.
    Record(RecordIx),
    /// To a byte of a source's text.
    Text(RecordIx, u32),
}

/// One row. The first of a finding or ruling is its head; those that belong to it stand under it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// True if it belongs to the row before it.
    pub under: bool,
    /// What the row is about, where that is not plain from where it stands: `nearest`, the name of a field.
    pub label: Shown,
    /// The sign before the words.
    pub sign: Option<Sign>,
    /// The words.
    pub runs: Vec<Run>,
    /// Where it leads.
    #[serde(skip)]
    pub lead: Option<Lead>,
    /// Two texts to be set over each other; such a row has no words of its own.
    pub side: Option<Side>,
}

impl Row {
    /// A row that begins something.
    pub fn head() -> Self {
        Self::default()
    }

    /// A row that belongs to the one before.
    pub fn under() -> Self {
        Self {
            under: true,
            ..Self::default()
        }
    }

    /// Two texts over each other.
    pub fn side(side: Side) -> Self {
        Self {
            side: Some(side),
            ..Self::under()
        }
    }

    /// Says what the row is about.
    #[must_use]
    pub fn label(mut self, label: &'static str) -> Self {
        self.label = Shown::label(label);
        self
    }

    /// Puts a sign before the words; its word is not among them.
    #[must_use]
    pub fn sign(mut self, sign: Sign) -> Self {
        self.sign = Some(sign);
        self
    }

    /// Adds words.
    #[must_use]
    pub fn put(mut self, voice: Voice, text: Shown) -> Self {
        if !text.is_empty() {
            self.runs.push(Run { text, voice });
        }
        self
    }

    /// Says where the row leads.
    #[must_use]
    pub const fn leads(mut self, lead: Option<Lead>) -> Self {
        self.lead = lead;
        self
    }

    /// The row's words as one line, without sign and label.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
