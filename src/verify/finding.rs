//! What the machine says about one quotation. A finding is never a confirmation.
use serde::Serialize;

use crate::text::Span;

use super::class::{Class, Reason};
use super::severity::Severity;
use super::warning::{Warning, WarningKind};

/// One difference between the printed words and the source's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What kind of difference.
    pub class: Class,
    /// The printed words; empty where words were left out.
    pub printed: String,
    /// The source's words; empty where words were added.
    pub source: String,
    /// Where the source's words stand.
    pub span: Option<Span>,
    /// Where the printed words stand in the printed text, parts joined by one space.
    #[serde(skip)]
    pub at: Span,
}

/// How one word of the three-row difference stands to its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// The same word.
    Same,
    /// `≠`: another word.
    Changed,
    /// `-`: only in the source.
    OnlySource,
    /// `+`: only in the draft.
    OnlyDraft,
    /// `^`: stands elsewhere in the source.
    Moved,
    /// `.`: left out, and declared.
    Cut,
}

impl Sign {
    /// The sign drawn under the two rows.
    pub const fn mark(self) -> char {
        match self {
            Sign::Same => ' ',
            Sign::Changed => '≠',
            Sign::OnlySource => '-',
            Sign::OnlyDraft => '+',
            Sign::Moved => '^',
            Sign::Cut => '.',
        }
    }
}

/// One column of the three-row difference: words of the source over words of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Bytes of the source.
    pub source: Option<Span>,
    /// Bytes of the printed text, parts joined by one space.
    pub draft: Option<Span>,
    /// How the two stand to each other.
    pub sign: Sign,
}

/// A place in one of the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source's number.
    pub source: usize,
    /// Where in it.
    pub span: Span,
}

/// The verdict on one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The weightiest difference.
    pub class: Class,
    /// How much it weighs.
    pub severity: Severity,
    /// Why it was not checked.
    pub reason: Option<Reason>,
    /// The number of the source it was found in.
    pub source: Option<usize>,
    /// Where its words stand there.
    pub spans: Vec<Span>,
    /// The line the first of them stands in, from 1.
    pub line: Option<usize>,
    /// Who says it there.
    pub speaker: Option<String>,
    /// Every difference, in the order of the printed words.
    pub differences: Vec<Difference>,
    /// What else a reader should know.
    pub warnings: Vec<Warning>,
    /// Every place where it stands as well as here, this one first.
    pub places: Vec<Place>,
    /// Where nothing was found: the passage that comes nearest.
    pub nearest: Option<Place>,
    /// Words of source and draft side by side.
    pub rows: Vec<Row>,
}

impl Finding {
    /// Nothing significant was found.
    pub fn not_found(nearest: Option<Place>) -> Self {
        Self {
            class: Class::NotFound,
            severity: Severity::Absent,
            reason: None,
            source: None,
            spans: Vec::new(),
            line: None,
            speaker: None,
            differences: Vec::new(),
            warnings: Vec::new(),
            places: Vec::new(),
            nearest,
            rows: Vec::new(),
        }
    }

    /// It could not be checked.
    pub fn not_checked(reason: Reason) -> Self {
        Self {
            class: Class::NotChecked,
            severity: Severity::Grey,
            reason: Some(reason),
            ..Self::not_found(None)
        }
    }

    /// Whether a warning of `kind` was given.
    pub fn warns(&self, kind: WarningKind) -> bool {
        self.warnings.iter().any(|warning| warning.kind == kind)
    }

    /// The finding as one line of machine-readable output, without its line end.
    ///
    /// `id` and `quote` are echoed as they came; `source` is the name of the source it was found in.
    pub fn json_line(
        &self,
        id: &serde_json::Value,
        quote: &serde_json::Value,
        source: Option<&str>,
    ) -> String {
        let mut line = serde_json::json!({
            "id": id,
            "quote": quote,
            "class": self.class,
            "severity": self.severity,
            "source": source,
            "spans": self.spans,
            "line": self.line,
            "speaker": self.speaker,
            "differences": self.differences,
            "warnings": self.warnings,
        });
        if let (Some(reason), Some(fields)) = (self.reason, line.as_object_mut()) {
            fields.insert("reason".to_owned(), reason.word().into());
        }
        line.to_string()
    }
}
