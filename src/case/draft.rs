//! The draft: sentences with the marks that say what they stand on.

use super::{FileIx, Ref, Sp};
use std::ops::Range;

/// A draft, one sentence after the other.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file it was read from.
    pub file: FileIx,
    /// Sentences and headings in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence, heading or caption of the draft.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// What it is.
    pub kind: SentenceKind,
    /// Line in the draft's file, from 1; `draft#l12` names it.
    pub line: usize,
    /// Its place in the file, marks included.
    pub span: Range<usize>,
    /// The words without marks, white space folded.
    pub words: String,
    /// The marks, in order.
    pub marks: Vec<Sp<Mark>>,
    /// Why a sentence without a mark wants one; empty if it has a mark or holds nothing to check.
    pub wants: Vec<Want>,
}

/// What a piece of the draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// A heading; the number counts headings from 1, `draft#h1` names it.
    Heading(usize),
    /// A sentence of the text.
    Text,
    /// The caption of a picture.
    Caption,
}

/// A mark on a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `[@c-value]`: it stands on this claim or evidence.
    Cites(Ref),
    /// `[@author]`: the author saw it.
    OwnEyes,
    /// `[TK]`: to come.
    Tk,
    /// `[~]`: needs no check.
    NoCheck,
}

/// What in a sentence without a mark asks for a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// It holds a number.
    Number,
    /// It holds a date.
    Date,
    /// It holds a name.
    Name,
    /// It says largest, first, only.
    Superlative,
    /// It holds a quotation.
    Quotation,
}

impl Sentence {
    /// True if nothing says what it stands on.
    pub fn is_uncited(&self) -> bool {
        self.marks.is_empty()
    }

    /// True if it counts as a sentence to be checked. A heading counts only if it is marked or holds something to check.
    pub fn counts(&self) -> bool {
        match self.kind {
            SentenceKind::Text | SentenceKind::Caption => true,
            SentenceKind::Heading(_) => !self.marks.is_empty() || !self.wants.is_empty(),
        }
    }

    /// True if it is marked as still to come.
    pub fn is_tk(&self) -> bool {
        self.marks.iter().any(|mark| mark.value == Mark::Tk)
    }

    /// True if it is marked as needing no check.
    pub fn needs_no_check(&self) -> bool {
        self.marks.iter().any(|mark| mark.value == Mark::NoCheck)
    }

    /// The references it cites.
    pub fn cites(&self) -> impl Iterator<Item = &Ref> {
        self.marks.iter().filter_map(|mark| match &mark.value {
            Mark::Cites(reference) => Some(reference),
            Mark::OwnEyes | Mark::Tk | Mark::NoCheck => None,
        })
    }
}
