//! What the machine says of every quotation of a case: the quote records, and what the draft prints between quotation
//! marks.
//!
//! ```text
//! a quote ─► Plan: which words, who should say them, in which texts, in which order
//!              │     texts: one index each, made when first asked, kept as long as the text is the same
//!              └► ask: the first text in which they stand ─► QuoteFinding
//! ```
//!
//! A plan that was answered before is not asked again: [`Findings::again`] computes only what changed.
#![allow(
    clippy::mutable_key_type,
    reason = "a plan is told from others by its words and which texts it looks in; the index a text makes when first asked is no part of that"
)]
mod ask;
mod basis;
mod pasted;
mod plan;
mod problems;
mod said;
mod sentences;
mod texts;
pub mod words;

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::case::{Body, Case, Held, Kind, Locator, RecordIx};
use crate::text::Span;

use super::finding::Finding;
use super::severity::Policy;
use basis::Basis;
use plan::Plan;
pub use problems::problems;
pub use said::said;
pub use sentences::SentenceQuote;

/// Where the words of a quotation were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoundIn {
    /// In the text of the source it names.
    Source,
    /// In the text it was read in, not in the source itself.
    Via,
    /// In our own notes only: never as good as the full text.
    Notes,
    /// In another text of the case.
    Other,
    /// In the printed words of the quote record: a translation is held against nothing else.
    Record,
}

/// A text that was looked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedIn {
    /// The id of the source whose text it is.
    pub source: Arc<str>,
    /// How far the text is the source's own.
    pub held: Held,
    /// What the text is to the quotation.
    pub role: FoundIn,
    /// The place named for it in this text.
    pub locator: Option<Locator>,
    /// The bytes of that place, if the text has it.
    pub located: Option<Span>,
}

/// What the machine says of one quotation of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteFinding {
    /// The finding. Its numbers of sources count [`QuoteFinding::looked_in`], its spans are bytes of those texts.
    pub finding: Finding,
    /// The texts looked in, in this order; the one it was found in is the last.
    pub looked_in: Vec<LookedIn>,
    /// True if all other texts of the case were looked in too.
    pub everywhere: bool,
    /// Where it was found; nothing where it was not.
    pub found_in: Option<FoundIn>,
    /// The words that were compared, parts joined by one space: what printed spans are counted in.
    pub words: Arc<str>,
    /// True if those are the words of `original`, since what is printed is a translation.
    pub is_original: bool,
}

impl QuoteFinding {
    /// The text it was found in.
    pub fn found(&self) -> Option<&LookedIn> {
        self.looked_in.get(self.finding.source?)
    }

    /// Every place where it stands as well as at the first, which comes first: the source's id and its bytes.
    pub fn places(&self) -> impl Iterator<Item = (&str, Span)> {
        let places = self.finding.places.iter();
        places.filter_map(|place| {
            let text = self.looked_in.get(place.source)?;
            Some((&*text.source, place.span))
        })
    }

    /// Where nothing was found, or too little to say more: the passage that comes nearest.
    pub fn nearest(&self) -> Option<(&str, Span)> {
        let nearest = self.finding.nearest?;
        let text = self.looked_in.get(nearest.source)?;
        Some((&*text.source, nearest.span))
    }
}

/// An answer, and what it rests on beside its plan.
#[derive(Clone, Debug)]
struct Answer {
    found: QuoteFinding,
    /// The state of all texts, where all were looked in.
    all: Option<u64>,
}

/// The findings of a case.
#[derive(Debug, Default)]
pub struct Findings {
    basis: Basis,
    policy: Policy,
    known: FxHashMap<Arc<Plan>, Arc<Answer>>,
    quotes: FxHashMap<RecordIx, Arc<Plan>>,
    sentences: FxHashMap<u32, Vec<SentenceQuote>>,
}

impl Findings {
    /// Computes every finding of a case.
    pub fn new(case: &Case) -> Self {
        Self::default().again(case)
    }

    /// Computes every finding of a case anew; what nothing has changed for is taken from these.
    #[must_use]
    pub fn again(&self, case: &Case) -> Self {
        self.each(case, &[], &AtomicBool::new(false), |_, _| {})
    }

    /// Computes the findings of a case one after the other and gives each quote's as soon as it is there: first those
    /// of `first`, then the others. What nothing has changed for is taken from these. Ends early when `stop` is set;
    /// what was found until then is kept.
    #[must_use]
    pub fn each(
        &self,
        case: &Case,
        first: &[RecordIx],
        stop: &AtomicBool,
        mut give: impl FnMut(RecordIx, &QuoteFinding) + Send,
    ) -> Self {
        let mut new = self.begin(case);
        let gate = Mutex::new(&mut give);
        // Small portions, so that those asked for first are there first.
        for portion in order(case, first).chunks(PORTION) {
            let answers = portion.par_iter().filter_map(|ix| {
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                let plan = Arc::new(plan::of_quote(case, &new.basis, *ix)?);
                let answer = new.answer(&plan);
                if let Ok(mut give) = gate.lock() {
                    give(*ix, &answer.found);
                }
                Some((*ix, plan, answer))
            });
            let answers: Vec<(RecordIx, Arc<Plan>, Arc<Answer>)> = answers.collect();
            for (ix, plan, answer) in answers {
                new.known.insert(Arc::clone(&plan), answer);
                new.quotes.insert(ix, plan);
            }
        }
        new.fill_sentences(case, stop);
        // What was not come to yet may be as it was.
        if !stop.load(Ordering::Relaxed) {
            new.forget();
        }
        new
    }

    /// What is said of a quote record.
    pub fn get(&self, ix: RecordIx) -> Option<&QuoteFinding> {
        let plan = self.quotes.get(&ix)?;
        self.known.get(plan).map(|answer| &answer.found)
    }

    /// What is said of the quotations in a sentence of the draft.
    pub fn of_sentence(&self, sentence: u32) -> &[SentenceQuote] {
        self.sentences.get(&sentence).map_or(&[], Vec::as_slice)
    }

    /// The quote records and what is said of them, in the order of the files.
    pub fn quotes(&self) -> impl Iterator<Item = (RecordIx, &QuoteFinding)> {
        let mut ixs: Vec<RecordIx> = self.quotes.keys().copied().collect();
        ixs.sort_unstable();
        ixs.into_iter().filter_map(|ix| Some((ix, self.get(ix)?)))
    }

    /// The texts and names of a case with nothing asked yet; indexes and answers of the same texts are kept.
    fn begin(&self, case: &Case) -> Self {
        let policy = Policy::from(&case.policy);
        let known = if policy == self.policy {
            self.known.clone()
        } else {
            FxHashMap::default()
        };
        Self {
            basis: self.basis.again(case),
            policy,
            known,
            quotes: FxHashMap::default(),
            sentences: FxHashMap::default(),
        }
    }

    /// The answer to a plan: one given before if nothing it rests on has changed.
    fn answer(&self, plan: &Plan) -> Arc<Answer> {
        match self.known.get(plan) {
            Some(answer) if answer.all.is_none_or(|all| all == self.basis.texts.state()) => {
                Arc::clone(answer)
            }
            _ => Arc::new(ask::ask(&self.basis.texts, plan, &self.policy)),
        }
    }

    /// Drops the answers to plans that no quotation has any more.
    fn forget(&mut self) {
        let quotes = self.quotes.values();
        let sentences = self.sentences.values().flatten().map(|quote| &quote.plan);
        let used: Vec<Arc<Plan>> = quotes.chain(sentences).map(Arc::clone).collect();
        let mut old = std::mem::take(&mut self.known);
        for plan in used {
            if let Some((plan, answer)) = old.remove_entry(&plan) {
                self.known.insert(plan, answer);
            }
        }
    }
}

/// How many quotations are asked at a time.
const PORTION: usize = 16;

/// All quotes, those of `first` first, each once.
fn order(case: &Case, first: &[RecordIx]) -> Vec<RecordIx> {
    let is_quote = |ix: &RecordIx| {
        let record = case.records.get(ix.0 as usize);
        record.is_some_and(|record| record.kind() == Kind::Quote)
    };
    let all = case.of_kind(Kind::Quote).map(|(ix, _)| ix);
    let mut seen = rustc_hash::FxHashSet::default();
    let wanted = first.iter().copied().filter(is_quote).chain(all);
    wanted.filter(|ix| seen.insert(*ix)).collect()
}

/// What the machine says of one quote record: nothing if it is no quote or has no printed words yet.
pub fn of_quote(case: &Case, ix: RecordIx, policy: &Policy) -> Option<QuoteFinding> {
    let Body::Quote(_) = case.records.get(ix.0 as usize)?.body else {
        return None;
    };
    let basis = Basis::default().again(case);
    let plan = plan::of_quote(case, &basis, ix)?;
    Some(ask::ask(&basis.texts, &plan, policy).found)
}

/// What the machine says of the quotations in one sentence of the draft.
pub fn of_sentence(case: &Case, sentence: u32, policy: &Policy) -> Vec<SentenceQuote> {
    let findings = Findings {
        basis: Basis::default().again(case),
        policy: policy.clone(),
        ..Findings::default()
    };
    let draft = sentences::Draft::new(case);
    let quotes = findings.sentence(case, &draft, sentence).into_iter();
    quotes.map(|(quote, _)| quote).collect()
}

#[cfg(test)]
mod tests;
