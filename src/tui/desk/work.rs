//! What a checker has done and not yet ruled: entries marked, details ticked, passages looked at, notes to oneself.

use super::open::Open;
use crate::case::{Case, Held, Sentence};
use crate::ruling::{Detail, Saw, Tick, details, surviving, unticked};
use crate::tui::page::Spot;
use crate::tui::page::words_of;
use crate::verify::{Passage, Standpoint, passages};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The checker's own work on a case.
#[derive(Debug, Default)]
pub struct Work {
    /// Sentences and claims marked, to be ruled on one after the other.
    pub marked: BTreeSet<Spot>,
    /// Details ticked and not yet saved with a ruling, by the sentence's words.
    pub ticks: HashMap<String, Vec<Tick>>,
    /// The passages that were on screen, by what they were looked at for.
    opened: HashMap<Spot, BTreeSet<String>>,
    /// The user's own notes, by a record's id or a sentence's words.
    pub notes: Vec<(String, String)>,
}

impl Work {
    /// What was kept of it when the desk was left.
    pub fn new(ticks: &[(String, Vec<Tick>)], notes: &[(String, String)]) -> Self {
        Self {
            ticks: ticks.iter().cloned().collect(),
            notes: notes.to_vec(),
            ..Self::default()
        }
    }

    /// The details that are ticked: here, or with the user's last ruling and not edited since.
    pub fn ticked(&self, open: &Open, by: Option<&str>, spot: Spot) -> Vec<Tick> {
        let Some(sentence) = sentence_at(&open.case, spot) else {
            return vec![];
        };
        if let Some(ticks) = self.ticks.get(&sentence.words) {
            return ticks.clone();
        }
        let details = details_of(&open.case, spot);
        let stand = open.stand(spot);
        let rulings = stand.map_or(&[][..], |stand| &stand.rulings);
        let own = rulings
            .iter()
            .rev()
            .find(|ruled| Some(ruled.by.as_str()) == by);
        own.map_or(vec![], |ruled| {
            let kept = surviving(&ruled.ticks, &details);
            kept.into_iter().cloned().collect()
        })
    }

    /// Keeps in mind that a passage was on screen, and what it was looked at for.
    pub fn look(&mut self, open: &Open, subject: Spot, passage: &Passage) {
        let name = passage_name(open, passage);
        self.opened.entry(subject).or_default().insert(name);
    }

    /// The passages that were on screen for it.
    pub fn seen(&self, spot: Spot) -> Vec<String> {
        let opened = self.opened.get(&spot);
        opened.map_or(vec![], |opened| opened.iter().cloned().collect())
    }

    /// How it was seen, judging by what was on screen; the box lets one say otherwise.
    pub fn saw(&self, open: &Open, spot: Spot) -> Option<Saw> {
        let node = spot.node()?;
        let opened = self.opened.get(&spot)?;
        let mut seen = passages(&open.case, node);
        seen.retain(|p| opened.contains(&passage_name(open, p)));
        let own = |p: &Passage| {
            p.standpoint == Standpoint::SaidTo && matches!(p.held, Held::Full | Held::Changed)
        };
        if seen.iter().any(own) {
            Some(Saw::Primary)
        } else {
            (!seen.is_empty()).then_some(Saw::Via)
        }
    }

    /// What a confirmation would leave unlooked at, in words.
    pub fn missing(&self, open: &Open, by: Option<&str>, spot: Spot) -> Vec<String> {
        let mut missing = vec![];
        let details = details_of(&open.case, spot);
        let ticks = self.ticked(open, by, spot);
        let left: Vec<String> = unticked(&ticks, &details)
            .into_iter()
            .map(|detail| format!("{} {}", detail.kind.word(), detail.words))
            .collect();
        if !left.is_empty() {
            missing.push(format!("not ticked: {}", left.join(", ")));
        }
        let opened = self.opened.get(&spot);
        let mut unopened: Vec<String> = vec![];
        for passage in &spot.node().map_or(vec![], |n| passages(&open.case, n)) {
            if opened.is_some_and(|o| o.contains(&passage_name(open, passage))) {
                continue;
            }
            let words = passage_words(open, passage);
            let words = match passage.held {
                Held::None => format!("{words} (not held)"),
                Held::Full | Held::Changed | Held::Notes => words,
            };
            // Several records may have been read in one place.
            if !unopened.contains(&words) {
                unopened.push(words);
            }
        }
        if !unopened.is_empty() {
            missing.push(format!("not opened: {}", unopened.join(", ")));
        }
        missing
    }

    /// The user's own note on something.
    pub fn note(&self, case: &Case, spot: Spot) -> Option<&str> {
        let key = note_key(case, spot);
        let mut notes = self.notes.iter();
        notes
            .find(|(of, _)| *of == key)
            .map(|(_, text)| text.as_str())
    }

    /// Keeps a note on something in place of the one before, or none if it is empty.
    pub fn set_note(&mut self, case: &Case, spot: Spot, text: String) {
        let key = note_key(case, spot);
        self.notes.retain(|(of, _)| *of != key);
        if !text.is_empty() {
            self.notes.push((key, text));
        }
    }

    /// The case was read anew. A passage counts as seen while its text is as it was, for a record or for a sentence of the same
    /// words.
    pub fn carry(&mut self, old: &Case, new: &Case) {
        let marked = std::mem::take(&mut self.marked).into_iter();
        self.marked = marked.filter_map(|spot| spot.carried(old, new)).collect();
        let text = |case: &Case, id: &str| {
            let holding = case.holdings.get(&case.find(id)?)?;
            Some(Arc::clone(&holding.text))
        };
        let same_text = |name: &String| {
            let id = name.split('#').next().unwrap_or_default();
            text(old, id) == text(new, id)
        };
        let still = self.opened.iter().filter_map(|(spot, names)| {
            let now = spot.carried(old, new)?;
            let edited =
                matches!(spot, Spot::Sentence(_)) && words_of(old, *spot) != words_of(new, now);
            let names: BTreeSet<String> = names
                .iter()
                .filter(|name| same_text(name))
                .cloned()
                .collect();
            (!edited && !names.is_empty()).then_some((now, names))
        });
        self.opened = still.collect();
    }
}

/// The sentence that a spot is, or is a detail of.
pub fn sentence_at(case: &Case, spot: Spot) -> Option<&Sentence> {
    let (Spot::Sentence(at) | Spot::Detail(at, _)) = spot else {
        return None;
    };
    case.draft.as_ref()?.sentences.get(at as usize)
}

/// The details of a sentence; none of anything else.
pub fn details_of(case: &Case, spot: Spot) -> Vec<Detail> {
    sentence_at(case, spot).map_or(vec![], |sentence| details(case, sentence))
}

/// What a note is kept under: a record's id, a sentence's words.
fn note_key(case: &Case, spot: Spot) -> String {
    match spot {
        Spot::Sentence(_) | Spot::Detail(..) => words_of(case, spot),
        other => other.name(case),
    }
}

/// What a passage is called on the screen: `article ¶31`.
fn passage_words(open: &Open, passage: &Passage) -> String {
    let id = &open.case.at(passage.source).id.value;
    let place = passage.locator.map(crate::wording::locator);
    place.map_or_else(|| id.clone(), |place| format!("{id} {place}"))
}

/// What a passage is called in a ruling: the source and the place, `article#par31`.
fn passage_name(open: &Open, passage: &Passage) -> String {
    let id = &open.case.at(passage.source).id.value;
    passage
        .locator
        .map_or_else(|| id.clone(), |locator| format!("{id}#{locator}"))
}
