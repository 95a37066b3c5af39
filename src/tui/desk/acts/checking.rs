//! The checker's work on the desk: details ticked, entries marked, passages looked at, differences read.

use crate::case::Held;
use crate::ruling::Tick;
use crate::tui::canvas::Rect;
use crate::tui::canvas::layout::{Shape, parts, shape};
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::layers::{Layer, Paper};
use crate::tui::desk::lists::views::View;
use crate::tui::desk::pages::finding_panel::differences;
use crate::tui::desk::pages::reading::Reading;
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::desk::work::sentence_at;
use crate::tui::page::Spot;
use crate::wording;

impl Desk {
    /// Space: ticks a detail of a sentence, or marks an entry of a list.
    pub(in crate::tui::desk) fn tick(&mut self) {
        let chosen = match self.panes.focus {
            Pane::List => self.list().spot(),
            Pane::Page | Pane::Words => self.reading.as_ref().and_then(Reading::leads),
        };
        match chosen {
            Some(spot @ Spot::Detail(..)) => self.tick_detail(spot),
            Some(spot) if self.panes.focus == Pane::List && self.can_be_ruled_on(spot) => {
                if !self.work.marked.remove(&spot) {
                    self.work.marked.insert(spot);
                }
                let n = self.work.marked.len();
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
        let (details, mut ticks) = (self.details(spot), self.at_hand().ticked(spot));
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
        if let Some(words) = sentence_at(&self.open.case, spot).map(|s| s.words.clone()) {
            self.work.ticks.insert(words, ticks);
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
        let (width, height) = self.panes.window;
        match shape(width, height) {
            Shape::TooSmall => false,
            Shape::Stacked | Shape::Two | Shape::Three if self.panes.zoom => {
                self.panes.focus == Pane::Words
            }
            Shape::One => self.panes.focus == Pane::Words,
            Shape::Stacked => true,
            Shape::Two | Shape::Three => {
                parts(Rect::new(0, 0, width, height), false).words.height > 0
            }
        }
    }

    /// Keeps in mind which passage is on screen, and what it is looked at for.
    pub(in crate::tui::desk) fn look(&mut self) {
        if self.panes.focus == Pane::List || !self.words_in_sight() {
            return;
        }
        let Some(reading) = &self.reading else { return };
        let Some(passage) = reading.shown().filter(|p| p.held != Held::None) else {
            return;
        };
        self.work.look(&self.open, reading.subject, passage);
    }

    /// `d`: every difference of the quotation in front of one, each with the words around it.
    pub(in crate::tui::desk) fn differences(&mut self) {
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
            Spot::Record(_) | Spot::Problem(_) | Spot::Unmet(_) | Spot::Text(..) => None,
        });
        let pasted = self.subject().and_then(|spot| self.pasted_at(spot));
        let found = found.or(pasted.as_deref());
        let page = found.map(|found| differences(&self.open.case, found));
        match page {
            Some(page) => self
                .layers
                .push(Layer::Paper(Paper::new("differences", page))),
            None => self.say(Notice::bad(
                "no quotation is compared here; go to a quote, or to a sentence that prints one",
            )),
        }
    }

    /// `w`: what happened since one was here last.
    pub(in crate::tui::desk) fn since(&mut self) -> Vec<Effect> {
        self.go_to_view(View::ToDo);
        self.list_mut().first();
        self.read_selected();
        let quiet = self
            .open
            .since
            .as_ref()
            .is_none_or(|since| since.is_quiet());
        if quiet {
            self.say(Notice::good(match &self.before.visit {
                Some(visit) => format!(
                    "nothing of yours fell and nobody else ruled since {}",
                    wording::time(&visit.at)
                ),
                None => "you were not here before".to_owned(),
            }));
        }
        vec![]
    }
}
