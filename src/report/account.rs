//! The account of a case: everything a report tells, gathered once and safe to show, for each way of telling it.

use super::chart::{Ranges, Timeline};
use super::data::{FindingData, RulingData};
use super::known::Known;
use super::note::{Note, SourceRow};
use super::replies::{AllegationRow, AskedRow};
use super::{Redaction, gather};
use crate::case::Case;
use crate::ruling::Sign;
use crate::text::Shown;
use crate::wording;
use jiff::civil;
use serde::Serialize;

/// A case as a report tells it.
#[derive(Debug, Serialize)]
pub struct Account {
    /// The case's short name.
    pub case: Shown,
    /// What the story is about.
    pub title: Shown,
    /// What the story answers.
    pub question: Option<Shown>,
    /// The day the draft speaks from.
    pub as_of: Option<String>,
    /// The day of the report.
    pub made: String,
    /// Language of the draft, BCP 47.
    pub lang: Shown,
    /// Who works on it: name and role.
    pub team: Vec<Shown>,
    /// One line: may it be printed.
    pub readiness: Readiness,
    /// Who signed the story off, if that holds.
    pub signed: Option<SignatureRow>,
    /// How many sentences stand how.
    pub counts: Vec<Count>,
    /// What is to do, the worst first.
    pub todo: Vec<Task>,
    /// The draft, sentence by sentence.
    pub rows: Vec<Row>,
    /// Claims that no sentence cites.
    pub uncited: Vec<ClaimRow>,
    /// Rulings whose sentence or claim is gone.
    pub gone: Vec<RulingRow>,
    /// Every allegation and its reply.
    pub allegations: Vec<AllegationRow>,
    /// Asked, but not accused.
    pub asked: Vec<AskedRow>,
    /// Records that disagree.
    pub clashes: Vec<Shown>,
    /// What is dated.
    pub timeline: Timeline,
    /// Counts of people of each event, and figures of each measure, side by side.
    pub ranges: Vec<Ranges>,
    /// The sources.
    pub sources: Vec<SourceRow>,
    /// How many sources are held back.
    pub held_back: usize,
}

/// Whether the story may be printed, in one line.
#[derive(Debug, Serialize)]
pub struct Readiness {
    /// True if nothing is left to do.
    pub ready: bool,
    /// The line.
    pub words: String,
}

/// The signature under a story.
#[derive(Clone, Debug, Serialize)]
pub struct SignatureRow {
    /// Who.
    pub by: Shown,
    /// When: day and minute, in UTC.
    pub on: String,
}

/// How many sentences stand in one way.
#[derive(Debug, Serialize)]
pub struct Count {
    /// Sign and word.
    pub sign: Sign,
    /// How many.
    pub n: usize,
}

/// One group of things to do.
#[derive(Debug, Serialize)]
pub struct Task {
    /// What is to do.
    pub what: String,
    /// How many.
    pub n: usize,
    /// True if numbers are enough: the sentences follow below anyway.
    pub brief: bool,
    /// Each: the anchor it leads to and the words.
    pub items: Vec<TaskItem>,
}

/// One thing to do.
#[derive(Debug, Serialize)]
pub struct TaskItem {
    /// The number of its sentence, if it is one.
    pub row: Option<usize>,
    /// What it says.
    pub words: Shown,
}

/// A sentence of the draft.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its place among the draft's sentences.
    #[serde(skip)]
    pub ix: u32,
    /// The number it is called by, as on the desk; none for a heading that does not count.
    pub n: Option<usize>,
    /// Its name: `draft#l12`.
    pub name: String,
    /// Its line in the draft.
    pub line: usize,
    /// `heading`, `sentence` or `caption`.
    pub kind: &'static str,
    /// Its words.
    pub words: Shown,
    /// The words with the places marked where something is still to come, if there are such.
    pub written: Option<Shown>,
    /// How it stands; none for a heading with nothing to check.
    pub sign: Option<Sign>,
    /// What asks for a source, where it has none; or another thing to know at once.
    pub hint: Option<String>,
    /// Why it does not stand any more: what was and what is now.
    pub because: Vec<wording::Row>,
    /// The claims it cites.
    pub claims: Vec<ClaimRow>,
    /// Notes of its own and of its claims, by number; the number of the sentence that a note was printed at before.
    pub notes: Vec<Note>,
    /// What the machine finds in the sentence itself.
    pub findings: Vec<Finding>,
    /// What people ruled on the sentence itself.
    pub rulings: Vec<RulingRow>,
    /// Questions and notes of people.
    pub remarks: Vec<Remark>,
    /// How far an answer has come, where the sentence accuses somebody.
    pub reply: Option<String>,
}

/// A claim under a sentence.
#[derive(Debug, Serialize)]
pub struct ClaimRow {
    /// Its id.
    pub id: Shown,
    /// What it says.
    pub says: Shown,
    /// True if that differs from its sentence.
    pub differs: bool,
    /// How it stands.
    pub sign: Sign,
    /// The number or date test, in words.
    pub test: Option<Shown>,
    /// What the machine finds in it.
    pub findings: Vec<Finding>,
    /// Why a ruling on it fell.
    pub because: Vec<wording::Row>,
    /// What people ruled on it.
    pub rulings: Vec<RulingRow>,
    /// A lawyer must look at it.
    pub legal: bool,
    /// The numbers of its notes.
    pub notes: Vec<usize>,
}

/// What the machine finds.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// For other programs.
    #[serde(skip)]
    pub data: FindingData,
    /// For people.
    pub rows: Vec<wording::Row>,
}

/// What a person ruled.
#[derive(Clone, Debug, Serialize)]
pub struct RulingRow {
    /// For other programs.
    #[serde(skip)]
    pub data: RulingData,
    /// For people.
    pub rows: Vec<wording::Row>,
}

/// A question or note of a person.
#[derive(Clone, Debug, Serialize)]
pub struct Remark {
    /// Who.
    pub by: Shown,
    /// To whom, if it is a question.
    pub to: Option<Shown>,
    /// When.
    pub on: String,
    /// The words.
    pub words: Shown,
}

impl Account {
    /// Gathers the account of a case. `known` is what is known besides: rulings and findings.
    pub fn of(case: &Case, known: &Known, redaction: &Redaction, made: civil::Date) -> Self {
        gather::account(case, known, redaction, made)
    }
}
