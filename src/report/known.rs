//! What is known of a case besides its files: what people ruled and what the machine finds, by sentence and record.

use super::Redaction;
use super::account::{Finding, Remark, RulingRow, SignatureRow};
use super::data;
use crate::case::{Case, Kind, Node, RecordIx};
use crate::ruling::{self, Asked, Logs, Ruled, Standing, Story, Tally, Thing, Unmet};
use crate::text::{Shown, Span};
use crate::verify::{Findings, figures};
use crate::wording;
use std::collections::{HashMap, HashSet};

/// What is known of one sentence, claim or record.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// How it stands; none for what does not stand or fall.
    pub standing: Option<Standing>,
    /// Why a ruling on it fell.
    pub because: Vec<wording::Row>,
    /// What people ruled on it.
    pub rulings: Vec<RulingRow>,
    /// Questions and notes of people.
    pub remarks: Vec<Remark>,
    /// What the machine finds in it.
    pub findings: Vec<Finding>,
    /// Where its words stand: the source and the bytes of its text.
    pub stands_in: Option<(RecordIx, Vec<Span>)>,
}

/// All of it. Texts in it are safe to show, and what is held back is covered.
#[derive(Clone, Debug)]
pub struct Known {
    about: HashMap<Node, About>,
    /// Rulings whose sentence or claim is gone.
    pub gone: Vec<RulingRow>,
    /// Every condition of signing off that is not met; nothing if the story is ready.
    pub unmet: Vec<UnmetRow>,
    /// The signature under the story, if it holds.
    pub signed: Option<SignatureRow>,
    /// How many sentences stand how; in a case without a draft, how many claims.
    pub counts: Tally,
    /// The claims that a lawyer should see and has not cleared as they are now.
    pub uncleared: HashSet<RecordIx>,
}

/// A condition of signing off that is not met.
#[derive(Clone, Debug)]
pub struct UnmetRow {
    /// The condition, with all it is not met for.
    pub unmet: Unmet,
    /// The words of what is found neither in the draft nor among the records: questions, rulings on what is gone, logs.
    pub words: Vec<Shown>,
}

impl Known {
    /// What is known of a sentence or record, to add to it.
    pub fn at(&mut self, node: Node) -> &mut About {
        self.about.entry(node).or_default()
    }

    /// What is known of a sentence or record.
    pub fn of(&self, node: Node) -> Option<&About> {
        self.about.get(&node)
    }

    /// How a sentence or claim stands; to check where nothing is known.
    pub fn standing(&self, node: Node) -> Standing {
        let about = self.of(node);
        about.and_then(|a| a.standing).unwrap_or(Standing::ToCheck)
    }

    /// What people ruled, asked and answered, and how far the story is.
    pub fn new(story: &Story<'_>, hide: &Redaction) -> Self {
        let (case, standings) = (story.case, story.standings);
        let mut all = Self {
            about: HashMap::new(),
            gone: vec![],
            unmet: vec![],
            signed: story.signed_off().map(|ruled| SignatureRow {
                by: hide.cover(&ruled.by),
                on: data::day(&ruled.at),
            }),
            counts: standings.counts(case),
            uncleared: ruling::to_clear(case, standings).into_iter().collect(),
        };
        all.add_rulings(story, hide);
        let unmet = story.readiness().into_iter().map(|unmet| UnmetRow {
            words: unmet
                .things
                .iter()
                .filter_map(|thing| told_thing(story, hide, thing))
                .collect(),
            unmet,
        });
        all.unmet = unmet.collect();
        all
    }

    fn add_rulings(&mut self, story: &Story<'_>, hide: &Redaction) {
        let Story {
            case,
            logs,
            standings,
            ..
        } = *story;
        for (node, standing) in standings.states() {
            self.at(node).standing = Some(standing);
            let Some(stand) = standings.of(node) else {
                continue;
            };
            let because = stand.because.iter();
            let because = because.flat_map(|fell| wording::because(case, fell, hide));
            let rulings = stand.rulings.iter().chain(&stand.legal);
            let rulings = rulings.map(|ruled| ruling_row(case, logs, hide, (ruled, None)));
            let about = self.at(node);
            about.because = because.collect();
            about.rulings = rulings.collect();
        }
        let gone = standings.gone.iter();
        let gone = gone.map(|gone| ruling_row(case, logs, hide, (&gone.ruled, Some(&gone.words))));
        self.gone = gone.collect();
        for asked in logs.questions() {
            if let Some(node) = standings.asked_about(&asked.entry.id) {
                self.add_question(node, hide, &asked);
            }
        }
    }

    fn add_question(&mut self, node: Node, hide: &Redaction, asked: &Asked<'_>) {
        let remarks = &mut self.at(node).remarks;
        remarks.push(Remark {
            by: hide.cover(&asked.entry.by),
            to: asked.question.to.as_ref().map(|to| hide.cover(to)),
            on: wording::time(&asked.entry.at),
            words: hide.cover(&asked.question.words),
        });
        if let Some((entry, answer)) = asked.answer {
            remarks.push(Remark {
                by: hide.cover(&entry.by),
                to: None,
                on: wording::time(&entry.at),
                words: hide.cover(&format!("answers: {}", answer.words)),
            });
        }
    }

    /// Adds what the machine finds of quotations.
    pub fn add_quotes(&mut self, case: &Case, findings: &Findings, hide: &Redaction) {
        for (ix, found) in findings.quotes() {
            let about = self.at(Node::Record(ix));
            about.findings.push(Finding {
                data: data::quotation(case, hide, found),
                rows: wording::quotation(case, found, hide),
            });
            about.stands_in = found
                .found()
                .and_then(|text| Some((case.find(&text.source)?, found.finding.spans.clone())));
        }
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        for (at, _) in (0u32..).zip(sentences) {
            let found = findings.of_sentence(at).iter();
            let rows: Vec<Finding> = found
                .map(|quote| Finding {
                    data: data::quotation(case, hide, &quote.found),
                    rows: std::iter::once(wording::printed(&quote.found.words, hide))
                        .chain(wording::quotation(case, &quote.found, hide))
                        .collect(),
                })
                .collect();
            if !rows.is_empty() {
                self.at(Node::Sentence(at)).findings.extend(rows);
            }
        }
    }
}

impl Known {
    /// Adds what the machine finds of numbers and dates, of claims and of the draft's own sentences.
    pub fn add_figures(&mut self, case: &Case, hide: &Redaction) {
        let claims = case.of_kind(Kind::Claim).map(|(ix, _)| Node::Record(ix));
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        let sentences = (0u32..).zip(sentences).map(|(at, _)| Node::Sentence(at));
        for node in claims.chain(sentences) {
            let rows: Vec<Finding> = figures::judge(case, node)
                .iter()
                .map(|judged| Finding {
                    data: data::figure(case, hide, judged),
                    rows: wording::figure(case, judged, hide),
                })
                .collect();
            if !rows.is_empty() {
                self.at(node).findings.extend(rows);
            }
        }
    }
}

/// What is found neither in the draft nor among the records, in words.
fn told_thing(story: &Story<'_>, hide: &Redaction, thing: &Thing) -> Option<Shown> {
    match thing {
        Thing::Question {
            about: Some(Node::Record(ix)),
            ..
        } if hide.hides(*ix) => Some(hide.cover("held back")),
        Thing::Question { line, .. } => {
            let entry = story.logs.find(line)?;
            let words = &entry.question.as_ref()?.words;
            let words = format!("{}: {words}", entry.by);
            Some(hide.cover(&words))
        }
        Thing::Gone(line) => {
            let mut gone = story.standings.gone.iter();
            let gone = gone.find(|gone| gone.ruled.id == *line)?;
            Some(hide.cover(&format!("{}: {}", gone.ruled.by, gone.words)))
        }
        Thing::Damaged { log, .. } => {
            let log = story.logs.files.get(*log)?;
            let path = format!("checks/{}@{}.jsonl", log.checker, log.machine);
            Some(hide.cover(&path))
        }
        Thing::At(_) | Thing::Fault(_) | Thing::Allegation(_) | Thing::Story => None,
    }
}

/// A ruling as it is told; the words are those of what is gone, else those it was given for.
pub fn ruling_row(
    case: &Case,
    logs: &Logs,
    hide: &Redaction,
    (ruled, words): (&Ruled, Option<&str>),
) -> RulingRow {
    let seal = logs.find(&ruled.id).and_then(|entry| entry.seal.as_ref());
    let sealed = seal.and_then(|seal| seal.draft.first().or(seal.says.as_ref()));
    let given_for = words.or(sealed.map(String::as_str)).unwrap_or_default();
    let mut rows = wording::ruling(case, ruled, hide);
    if !given_for.is_empty() {
        rows.push(wording::given_for(given_for, hide));
    }
    RulingRow {
        data: data::ruling(case, hide, ruled, given_for),
        rows,
    }
}
