//! The checker's work on the desk: details ticked, passages looked at, entries marked, rulings taken back.

use super::effect::{Effect, Notice};
use super::layer::{Layer, Question};
use super::state::{Desk, Pane};
use super::{Reading, Spot, words_of};
use crate::case::{Body, Case, Held, Sentence};
use crate::ruling::{
    Detail, Ruling, Saw, Standing, Target, Tick, details, surviving, to_clear, unticked,
};
use crate::tui::Rect;
use crate::tui::layout::{Shape, parts, shape};
use crate::verify::{Standpoint, passages};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

impl Desk {
    /// True if people can rule on it: a sentence that counts, or a claim.
    pub(super) fn can_be_ruled_on(&self, spot: Spot) -> bool {
        match spot {
            Spot::Sentence(_) => self.sentence(spot).is_some_and(Sentence::counts),
            Spot::Record(ix) => matches!(self.open.case.at(ix).body, Body::Claim(_)),
            Spot::Problem(_) | Spot::Text(..) | Spot::Detail(..) => false,
        }
    }

    /// What a ruling on it is given for.
    pub(super) fn target(&self, spot: Spot) -> Option<Target> {
        Target::of_node(&self.open.case, spot.node()?)
    }

    fn sentence(&self, spot: Spot) -> Option<&Sentence> {
        let (Spot::Sentence(at) | Spot::Detail(at, _)) = spot else {
            return None;
        };
        self.open.case.draft.as_ref()?.sentences.get(at as usize)
    }

    /// The details of a sentence; none of anything else.
    pub fn details(&self, spot: Spot) -> Vec<Detail> {
        let sentence = self.sentence(spot);
        sentence.map_or(vec![], |sentence| details(&self.open.case, sentence))
    }

    /// The details that are ticked: here, or with the user's last ruling and not edited since.
    pub fn ticked(&self, spot: Spot) -> Vec<Tick> {
        let Some(sentence) = self.sentence(spot) else {
            return vec![];
        };
        if let Some(ticks) = self.ticks.get(&sentence.words) {
            return ticks.clone();
        }
        let details = self.details(spot);
        let by = self.seat.by.as_deref();
        let stand = self.open.stand(spot);
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

    /// Space: ticks a detail of a sentence, or marks an entry of a list.
    pub(super) fn tick(&mut self) {
        let chosen = match self.pane {
            Pane::List => self.list().spot(),
            Pane::Page | Pane::Words => self.reading.as_ref().and_then(Reading::leads),
        };
        match chosen {
            Some(spot @ Spot::Detail(..)) => self.tick_detail(spot),
            Some(spot) if self.pane == Pane::List && self.can_be_ruled_on(spot) => {
                if !self.marked.remove(&spot) {
                    self.marked.insert(spot);
                }
                let n = self.marked.len();
                self.say(Notice::good(format!(
                    "{n} marked; r rules on them one by one"
                )));
                self.list_mut().step(1);
                self.read_selected();
            }
            Some(_) | None => self.say(Notice::bad(
                "space ticks a detail of a sentence, and marks a sentence or claim of a list",
            )),
        }
    }

    fn tick_detail(&mut self, spot: Spot) {
        let Spot::Detail(_, nth) = spot else { return };
        let (details, mut ticks) = (self.details(spot), self.ticked(spot));
        let Some(detail) = details.get(nth as usize) else {
            return;
        };
        let is_it = |tick: &Tick| tick.kind == detail.kind && tick.words == detail.words;
        if ticks.iter().any(is_it) {
            ticks.retain(|tick| !is_it(tick));
        } else {
            ticks.push(Tick {
                kind: detail.kind,
                words: detail.words.clone(),
            });
        }
        if let Some(words) = self.sentence(spot).map(|s| s.words.clone()) {
            self.ticks.insert(words, ticks);
        }
        self.read_again();
        if let Some(reading) = &self.reading {
            let last = reading.page.links().count().saturating_sub(1);
            let next = (reading.link + 1).min(last);
            self.choose_link(next);
        }
    }

    /// True if a window of this size shows the words while the page or they have the keys.
    fn words_in_sight(&self) -> bool {
        let (width, height) = self.window;
        match shape(width, height) {
            Shape::TooSmall => false,
            Shape::Stacked | Shape::Two | Shape::Three if self.zoom => self.pane == Pane::Words,
            Shape::One => self.pane == Pane::Words,
            Shape::Stacked => true,
            Shape::Two | Shape::Three => {
                parts(Rect::new(0, 0, width, height), false).words.height > 0
            }
        }
    }

    /// Keeps in mind which passage is on screen, and what it is looked at for.
    pub(super) fn look(&mut self) {
        if self.pane == Pane::List || !self.words_in_sight() {
            return;
        }
        let Some(reading) = &self.reading else { return };
        let Some(passage) = reading.shown().filter(|p| p.held != Held::None) else {
            return;
        };
        let name = passage_name(&self.open, passage);
        let subject = reading.subject;
        self.opened.entry(subject).or_default().insert(name);
    }

    /// The passages that were on screen for it.
    pub fn seen(&self, spot: Spot) -> Vec<String> {
        let opened = self.opened.get(&spot);
        opened.map_or(vec![], |opened| opened.iter().cloned().collect())
    }

    /// How it was seen, judging by what was on screen; the box lets one say otherwise.
    pub(super) fn saw(&self, spot: Spot) -> Option<Saw> {
        let node = spot.node()?;
        let opened = self.opened.get(&spot)?;
        let mut seen = passages(&self.open.case, node);
        seen.retain(|p| opened.contains(&passage_name(&self.open, p)));
        let own = |p: &crate::verify::Passage| {
            p.standpoint == Standpoint::SaidTo && matches!(p.held, Held::Full | Held::Changed)
        };
        if seen.iter().any(own) {
            Some(Saw::Primary)
        } else {
            (!seen.is_empty()).then_some(Saw::Via)
        }
    }

    /// What a confirmation would leave unlooked at, in words.
    pub(super) fn missing(&self, spot: Spot) -> Vec<String> {
        let mut missing = vec![];
        let details = self.details(spot);
        let ticks = self.ticked(spot);
        let left: Vec<String> = unticked(&ticks, &details)
            .into_iter()
            .map(|detail| format!("{} {}", detail.kind.word(), detail.words))
            .collect();
        if !left.is_empty() {
            missing.push(format!("not ticked: {}", left.join(", ")));
        }
        let opened = self.opened.get(&spot);
        let mut unopened: Vec<String> = vec![];
        for passage in &spot.node().map_or(vec![], |n| passages(&self.open.case, n)) {
            if opened.is_some_and(|o| o.contains(&passage_name(&self.open, passage))) {
                continue;
            }
            let words = passage_words(&self.open, passage);
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

    /// True if nothing is left of it to be checked but what a lawyer must see.
    pub(super) fn waits_for_a_lawyer(&self, spot: Spot) -> bool {
        let Spot::Record(ix) = spot else { return false };
        let open = &self.open;
        open.state(spot) == Standing::Confirmed
            && to_clear(&open.case, &open.assessed.standings).contains(&ix)
    }

    /// `u`: asks whether one's last ruling is to be taken back.
    pub(super) fn ask_to_undo(&mut self) {
        let by = self.seat.by.clone().unwrap_or_default();
        let Some(entry) = self.open.logs.last_of(&by) else {
            self.say(Notice::bad("you have no ruling here to take back"));
            return;
        };
        let on = entry
            .about
            .as_ref()
            .map_or(String::new(), |about| about.claim.clone());
        let word = entry.ruling.map_or("", Ruling::plainly);
        self.layers.push(Layer::Ask(Question::Undo {
            id: entry.id.clone(),
            says: format!("{word}, {on}, {}", crate::wording::time(&entry.at)),
            on,
        }));
    }

    /// `d`: every difference of the quotation in front of one, each with the words around it.
    pub(super) fn differences(&mut self) {
        let chosen = self.reading.as_ref().and_then(Reading::leads);
        let quotes = [self.subject(), chosen];
        let of_record = quotes.into_iter().flatten().find_map(|spot| match spot {
            Spot::Record(ix) => self.open.finding(ix),
            _ => None,
        });
        let found = of_record.or_else(|| match self.subject()? {
            Spot::Sentence(at) | Spot::Detail(at, _) => {
                let quotes = self.open.assessed.findings.of_sentence(at);
                quotes.first().map(|quote| &quote.found)
            }
            Spot::Record(_) | Spot::Problem(_) | Spot::Text(..) => None,
        });
        let pasted = self.subject().and_then(|spot| self.pasted_at(spot));
        let found = found.or(pasted.as_deref());
        let page = found.map(|found| super::machine::differences(&self.open.case, found));
        match page {
            Some(page) => self.layers.push(Layer::Paper("differences", page, 0)),
            None => self.say(Notice::bad(
                "no quotation is compared here; go to a quote, or to a sentence that prints one",
            )),
        }
    }

    /// `w`: what happened since one was here last.
    pub(super) fn since(&mut self) -> Vec<Effect> {
        self.go_to_view(super::View::ToDo);
        self.list_mut().first();
        self.read_selected();
        let quiet = self
            .open
            .since
            .as_ref()
            .is_none_or(|since| since.is_quiet());
        if quiet {
            self.say(Notice::good(match &self.visit {
                Some(visit) => format!(
                    "nothing of yours fell and nobody else ruled since {}",
                    crate::wording::time(&visit.at)
                ),
                None => "you were not here before".to_owned(),
            }));
        }
        vec![]
    }
}

/// The passages that count as seen though the case was read anew: those of texts that are as they were, for a record or
/// for a sentence of the same words.
pub(super) fn still_opened(
    opened: &HashMap<Spot, BTreeSet<String>>,
    old: &Case,
    new: &Case,
) -> HashMap<Spot, BTreeSet<String>> {
    let text = |case: &Case, id: &str| {
        let holding = case.holdings.get(&case.find(id)?)?;
        Some(Arc::clone(&holding.text))
    };
    let same_text = |name: &String| {
        let id = name.split('#').next().unwrap_or_default();
        text(old, id) == text(new, id)
    };
    let still = opened.iter().filter_map(|(spot, names)| {
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
    still.collect()
}

/// What a passage is called on the screen: `article ¶31`.
fn passage_words(open: &super::Open, passage: &crate::verify::Passage) -> String {
    let id = &open.case.at(passage.source).id.value;
    let place = passage.locator.map(crate::wording::locator);
    place.map_or_else(|| id.clone(), |place| format!("{id} {place}"))
}

/// What a passage is called in a ruling: the source and the place, `article#par31`.
pub(super) fn passage_name(open: &super::Open, passage: &crate::verify::Passage) -> String {
    let id = &open.case.at(passage.source).id.value;
    passage
        .locator
        .map_or_else(|| id.clone(), |locator| format!("{id}#{locator}"))
}
