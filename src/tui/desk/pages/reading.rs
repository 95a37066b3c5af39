//! The right side of the desk: the page of one thing, and the words of the source it stands on.

use super::finding_panel::found_passages;
use super::pasted::pasted_lines;
use super::problem_page::problem_page;
use super::record_page::record_page;
use super::sentence_page::sentence_page;
use super::unmet_page::unmet_page;
use crate::case::{Body, Case, Held};
use crate::ruling::{Detail, Tick};
use crate::tui::desk::Spot;
use crate::tui::desk::open::Open;
use crate::tui::page::{Laid, Page, Para, Tone};
use crate::verify::{Passage, QuoteFinding, Standpoint, passages};

/// What of a page is the user's own: the details ticked, a note.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The details of the sentence.
    pub details: Vec<Detail>,
    /// Those that are ticked.
    pub ticked: Vec<Tick>,
    /// A note to oneself.
    pub note: Option<String>,
    /// What the machine says of pasted words, where this is a place of theirs.
    pub pasted: Option<std::sync::Arc<QuoteFinding>>,
}

/// A page and the passages beneath it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the page is about.
    pub subject: Spot,
    /// The page.
    pub page: Page,
    /// Which of the page's links is chosen.
    pub link: usize,
    /// Rows of the page above the pane.
    pub scroll: usize,
    /// How the page lies in its pane, as drawn last.
    pub laid: Laid,
    /// True if the chosen link is to be scrolled into sight.
    pub to_link: bool,
    /// The passages shown beneath: those of the chosen link, else of the subject.
    pub passages: Vec<Passage>,
    /// Which of them is shown.
    pub passage: usize,
    /// Where in the source's text the pane begins.
    pub words: Words,
}

/// A position in a source's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Byte at which the topmost piece of text begins.
    pub top: usize,
    /// Rows of that piece which are above the pane.
    pub skip: usize,
    /// The word under the cursor while words are being chosen, and where choosing began.
    pub chosen: Option<(usize, usize)>,
}

impl Reading {
    /// One step down or up: to the next link where it is in sight, else the page moves by a row, so that nothing between two
    /// links is passed over.
    pub fn step(&mut self, open: &Open, down: bool) {
        let last = self.page.links().count().checked_sub(1);
        let next = if down {
            Some(self.link + 1).filter(|next| last.is_some_and(|last| *next <= last))
        } else {
            self.link.checked_sub(1)
        };
        let moves = if down {
            self.scroll < self.laid.end()
        } else {
            self.scroll > 0
        };
        match next {
            Some(next) if !moves || self.laid.shows(next, self.scroll) => {
                self.choose(open, next);
                self.to_link = !moves;
            }
            _ if moves && down => self.scroll += 1,
            _ if moves => self.scroll -= 1,
            _ => return,
        }
        if !self.laid.shows(self.link, self.scroll) && !self.to_link {
            let mut links = 0..self.laid.links.len();
            if let Some(seen) = links.find(|link| self.laid.shows(*link, self.scroll)) {
                self.choose(open, seen);
                self.to_link = false;
            }
        }
    }

    /// Reads one thing.
    pub fn of(open: &Open, subject: Spot, own: &Own) -> Self {
        let mut page = Page::default();
        if let Some(pasted) = &own.pasted {
            pasted_lines(&open.case, pasted, &mut page);
        }
        let own_page = match subject {
            Spot::Sentence(at) | Spot::Detail(at, _) => sentence_page(open, at, own),
            Spot::Record(ix) | Spot::Text(ix, _) => record_page(open, ix),
            Spot::Problem(at) => open
                .problems
                .get(at as usize)
                .map_or_else(Page::default, |problem| problem_page(&open.case, problem)),
            Spot::Unmet(at) => unmet_page(open, at),
        };
        page.paras.extend(own_page.paras);
        let mut reading = Self {
            subject,
            page,
            link: 0,
            scroll: 0,
            laid: Laid::default(),
            to_link: false,
            passages: vec![],
            passage: 0,
            words: Words::default(),
        };
        if let Some(note) = &own.note {
            reading.page.gap();
            reading
                .page
                .push(Para::field("NOTE", Tone::Plain, note).put(Tone::Dim, "  (only you)"));
        }
        reading.find_passages(open, subject);
        if let (Some(pasted), Spot::Text(..)) = (&own.pasted, subject) {
            reading.passages = found_passages(&open.case, None, pasted);
            let at = |passage: &Passage| {
                let first = u32::try_from(passage.first_byte()).unwrap_or(u32::MAX);
                Spot::Text(passage.source, first) == subject
            };
            reading.passage = reading.passages.iter().position(at).unwrap_or(0);
            reading.show_passage(&open.case);
        }
        reading
    }

    /// The spot that the chosen link leads to.
    pub fn leads(&self) -> Option<Spot> {
        self.page.links().nth(self.link).map(|(_, spot)| spot)
    }

    /// Chooses another link; the words beneath follow it.
    pub fn choose(&mut self, open: &Open, link: usize) {
        let last = self.page.links().count().saturating_sub(1);
        self.link = link.min(last);
        self.to_link = true;
        let spot = self.leads().unwrap_or(self.subject);
        self.find_passages(open, spot);
    }

    fn find_passages(&mut self, open: &Open, spot: Spot) {
        let mut found = passages_of(open, spot);
        if found.is_empty() && spot != self.subject {
            found = passages_of(open, self.subject);
        }
        self.passage = found.iter().position(|p| p.held != Held::None).unwrap_or(0);
        self.passages = found;
        self.show_passage(&open.case);
    }

    /// The passage shown beneath the page.
    pub fn shown(&self) -> Option<&Passage> {
        self.passages.get(self.passage)
    }

    /// Goes to the next passage, or the one before, going round.
    pub fn turn(&mut self, case: &Case, forward: bool) {
        let n = self.passages.len();
        if n > 0 {
            self.passage = (self.passage + if forward { 1 } else { n - 1 }) % n;
            self.show_passage(case);
        }
    }

    /// Scrolls the words so that the passage stands a little below the top.
    fn show_passage(&mut self, case: &Case) {
        self.words = Words::default();
        let Some(passage) = self.shown() else {
            return;
        };
        let at = passage.first_byte();
        if let Some(holding) = case.holdings.get(&passage.source) {
            let here = super::pieces::piece_at(holding, at);
            self.words.top = super::pieces::before(holding, here.span.start);
        }
    }
}

/// The passages of whatever is in front of a person.
fn passages_of(open: &Open, spot: Spot) -> Vec<Passage> {
    let case = &open.case;
    match spot {
        Spot::Record(ix) if matches!(case.at(ix).body, Body::Quote(_)) => {
            let found = open.finding(ix);
            let found = found.map_or(vec![], |found| found_passages(case, Some(ix), found));
            if found.is_empty() {
                passages(case, crate::case::Node::Record(ix))
            } else {
                found
            }
        }
        Spot::Sentence(_) | Spot::Record(_) | Spot::Detail(..) => {
            spot.node().map_or(vec![], |node| passages(case, node))
        }
        Spot::Text(source, at) => text_at(case, source, at as usize),
        Spot::Problem(at) => {
            let id = open.problems.get(at as usize).and_then(|p| p.id.as_ref());
            let record = id.and_then(|id| case.find(id));
            record.map_or(vec![], |ix| passages(case, crate::case::Node::Record(ix)))
        }
        Spot::Unmet(_) => vec![],
    }
}

/// A place in a text as a passage of its own.
fn text_at(case: &Case, source: crate::case::RecordIx, at: usize) -> Vec<Passage> {
    let Some(holding) = case.holdings.get(&source) else {
        return vec![];
    };
    let located = super::pieces::piece_at(holding, at).span;
    vec![Passage {
        of: None,
        source,
        standpoint: Standpoint::SaidTo,
        held: holding.held,
        locator: None,
        located: Some(located),
        words: vec![],
    }]
}
