//! The quotations that the sentences of the draft print, each held against the quote record it is and the sources.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::case::{Body, Case, Node, RecordIx};
use crate::text::Span;

use super::super::check_quote;
use super::super::class::Class;
use super::super::finding::Finding;
use super::super::passage::passages;
use super::super::printed::Printed;
use super::super::query::Query;
use super::super::source::{Kind, Source};
use super::super::story::quotations;
use super::plan::{self, Plan, Step, Without};
use super::{Answer, Findings, FoundIn, LookedIn, QuoteFinding};

/// What is said of a quotation that a sentence of the draft prints.
#[derive(Clone, Debug)]
pub struct SentenceQuote {
    /// From its first to its last word, in the sentence's words.
    pub span: Span,
    /// The quote record that it is, of those the sentence stands on.
    pub record: Option<RecordIx>,
    /// How the sentence's words stand to the record's printed words.
    pub against_record: Option<Class>,
    /// How they stand to the sources.
    pub found: QuoteFinding,
    pub(super) plan: Arc<Plan>,
}

/// A quotation's parts within one sentence, in bytes of its words.
type Parts = Vec<Span>;

/// What is said of a quotation, with the answer it was made of.
type Answered = (SentenceQuote, Arc<Answer>);

/// The quotations of the draft, sentence by sentence.
pub(super) struct Draft {
    by_sentence: Vec<Vec<Parts>>,
}

impl Draft {
    /// Finds the quotations of the whole draft: one that runs over several sentences is parted among them.
    pub fn new(case: &Case) -> Self {
        let Some(draft) = &case.draft else {
            return Self {
                by_sentence: vec![],
            };
        };
        let joined = draft.joined();
        let mut by_sentence: Vec<Vec<Parts>> = vec![vec![]; draft.sentences.len()];
        for quotation in quotations(&joined.text) {
            let mut of_last: Option<usize> = None;
            let parts = quotation.parts.into_iter();
            for (at, own) in parts.flat_map(|part| joined.parts(part)) {
                match (by_sentence[at].last_mut(), of_last == Some(at)) {
                    (Some(parts), true) => parts.push(own),
                    _ => by_sentence[at].push(vec![own]),
                }
                of_last = Some(at);
            }
        }
        Self { by_sentence }
    }
}

impl Findings {
    /// Computes what is said of every quotation of the draft.
    pub(super) fn fill_sentences(&mut self, case: &Case, stop: &AtomicBool) {
        let draft = Draft::new(case);
        let with: Vec<u32> = (0u32..)
            .zip(&draft.by_sentence)
            .filter(|(_, quotations)| !quotations.is_empty())
            .map(|(at, _)| at)
            .collect();
        let found: Vec<(u32, Vec<Answered>)> = with
            .into_par_iter()
            .filter(|_| !stop.load(Ordering::Relaxed))
            .map(|at| (at, self.sentence(case, &draft, at)))
            .collect();
        for (at, quotes) in found {
            let mut own = vec![];
            for (quote, answer) in quotes {
                self.known.insert(Arc::clone(&quote.plan), answer);
                own.push(quote);
            }
            self.sentences.insert(at, own);
        }
    }

    /// What is said of the quotations of one sentence.
    pub(super) fn sentence(&self, case: &Case, draft: &Draft, sentence: u32) -> Vec<Answered> {
        let all = case
            .draft
            .as_ref()
            .map_or(&[][..], |draft| &draft.sentences);
        let at = sentence as usize;
        let (Some(words), Some(quotations)) = (all.get(at), draft.by_sentence.get(at)) else {
            return vec![];
        };
        let records = cited_quotes(case, sentence);
        quotations
            .iter()
            .map(|parts| self.quotation(case, sentence, &records, &words.words, parts))
            .collect()
    }

    fn quotation(
        &self,
        case: &Case,
        sentence: u32,
        records: &[RecordIx],
        words: &str,
        parts: &Parts,
    ) -> Answered {
        let printed: Vec<String> = parts.iter().map(|part| part.of(words).to_owned()).collect();
        let first = parts.first().copied().unwrap_or_default();
        let span = Span::new(first.start, parts.last().map_or(first.end, |last| last.end));
        let near = nearest(case, records, &printed);
        let plan = Arc::new(match &near {
            Some((ix, _)) => plan::plan(case, &self.basis, *ix, printed),
            None => self.plan_of_sentence(case, sentence, printed),
        });
        let answer = self.answer(&plan);
        let mut found = answer.found.clone();
        if let Some((ix, finding)) = &near {
            translated(case, *ix, finding, &mut found);
        }
        let quote = SentenceQuote {
            span,
            record: near.as_ref().map(|(ix, _)| *ix),
            against_record: near.map(|(_, finding)| finding.class),
            found,
            plan,
        };
        (quote, answer)
    }

    /// A quotation that is none of the records cited is looked for in the texts the sentence stands on.
    fn plan_of_sentence(&self, case: &Case, sentence: u32, words: Vec<String>) -> Plan {
        let mut steps: Vec<Step> = vec![];
        for passage in passages(case, Node::Sentence(sentence)) {
            let id = &case.at(passage.source).id.value;
            let Some(text) = self.basis.texts.get(id) else {
                continue;
            };
            if steps.iter().any(|step| Arc::ptr_eq(&step.text, text)) {
                continue;
            }
            steps.push(Step {
                text: Arc::clone(text),
                role: if text.is_full() {
                    FoundIn::Source
                } else {
                    FoundIn::Notes
                },
                locator: passage.locator,
                located: passage.located,
            });
        }
        Plan {
            words,
            is_original: false,
            is_translation: false,
            speaker: vec![],
            aliases: vec![],
            steps,
            without: Without::Text,
        }
    }
}

/// A translation cannot be held against the source's words, only against the record that holds it.
fn translated(case: &Case, ix: RecordIx, against: &Finding, found: &mut QuoteFinding) {
    let record = case.at(ix);
    let Body::Quote(quote) = &record.body else {
        return;
    };
    if quote.original.get().is_none() {
        return;
    }
    found.finding = against.clone();
    found.found_in = Some(FoundIn::Record);
    found.is_original = false;
    found.looked_in = vec![LookedIn {
        source: record.id.value.as_str().into(),
        held: crate::case::Held::Full,
        role: FoundIn::Record,
        locator: None,
        located: None,
    }];
}

/// The quote records that a sentence stands on: those it cites, and those its claims cite.
fn cited_quotes(case: &Case, sentence: u32) -> Vec<RecordIx> {
    let mut all = vec![];
    let mut take = |ix: RecordIx| {
        if matches!(case.at(ix).body, Body::Quote(_)) && !all.contains(&ix) {
            all.push(ix);
        }
    };
    for link in case.links.cites(Node::Sentence(sentence)) {
        let Some(ix) = link.target else {
            continue;
        };
        take(ix);
        if matches!(case.at(ix).body, Body::Claim(_)) {
            let cited = case.links.cites(Node::Record(ix));
            cited.filter_map(|link| link.target).for_each(&mut take);
        }
    }
    all
}

/// The record whose printed words come nearest to those of a sentence, with how they differ.
fn nearest(case: &Case, records: &[RecordIx], words: &[String]) -> Option<(RecordIx, Finding)> {
    let query = Query::new(Printed::from(words.to_vec()));
    let policy = super::Policy::default();
    records
        .iter()
        .filter_map(|ix| {
            let Body::Quote(quote) = &case.at(*ix).body else {
                return None;
            };
            let parts = quote.printed.get()?.parts.iter();
            let parts: Vec<&str> = parts.map(|part| part.value.as_str()).collect();
            let source = Source::new(&case.at(*ix).id.value, parts.join(" "), Kind::Document);
            let finding = check_quote(&[source], &query, &policy);
            (finding.class < Class::NotFound).then_some((*ix, finding))
        })
        .min_by_key(|(_, finding)| finding.class)
}
