//! The state of the desk, and how one gets about in it.

use super::at_hand::AtHand;
use super::effect::{Left, Notice};
use super::layers::Layer;
use super::lists::history::History;
use super::lists::listing::Listing;
use super::lists::of_views::Lists;
use super::lists::views::View;
use super::open::Open;
use super::pages::reading::{Own, Reading};
use super::panes::{Pane, Panes};
use super::seat::Seat;
use super::unsaved_input::UnsavedInput;
use super::work::{Work, details_of};
use crate::ruling::{Detail, Visit};
use crate::tui::page::Spot;
use std::sync::Arc;

/// A place on the desk to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// The view.
    pub view: View,
    /// The selected entry of its list.
    pub selected: Option<Spot>,
    /// What the page was about.
    pub subject: Option<Spot>,
    /// The chosen link of the page.
    pub link: usize,
    /// The pane the keys went to.
    pub pane: Pane,
}

/// What is known of the last time the person was here.
#[derive(Clone, Debug)]
pub struct Before {
    /// What there was to see then.
    pub visit: Option<Visit>,
    /// True until a person who never had this case on the desk has followed something.
    pub is_new: bool,
}

/// Everything a person has in front of them.
#[derive(Debug)]
pub struct Desk {
    /// The case.
    pub open: Open,
    /// Who sits here.
    pub seat: Seat,
    /// The lists at the left.
    pub lists: Lists,
    /// The page and the words beneath.
    pub reading: Option<Reading>,
    /// How the panes stand, and which has the keys.
    pub panes: Panes,
    /// The way here.
    pub history: History<Here>,
    /// What lies on top: help, palette, menus, questions.
    pub layers: Vec<Layer>,
    /// What was typed and is not on the disk.
    pub unsaved: UnsavedInput,
    /// The last thing said.
    pub notice: Option<Notice>,
    /// What was marked, ticked, looked at and noted.
    pub work: Work,
    /// What is known of the last time.
    pub before: Before,
}

impl Desk {
    /// Lays a case on the desk, where it was last left.
    pub fn new(open: Open, seat: Seat, left: &Left) -> Self {
        let mut desk = Self {
            lists: Lists::new(&open),
            open,
            seat,
            reading: None,
            panes: Panes::new((100, 30)),
            history: History::default(),
            layers: vec![],
            unsaved: UnsavedInput::default(),
            notice: None,
            work: Work::new(&left.ticks, &left.notes),
            before: Before {
                visit: left.visit.clone(),
                is_new: *left == Left::default(),
            },
        };
        desk.take_up(left);
        desk
    }

    fn take_up(&mut self, left: &Left) {
        if self.seat.by.is_none() {
            self.seat.by.clone_from(&left.by);
        }
        self.lists.view = View::ALL.get(left.view).copied().unwrap_or_default();
        if self.list().spot().is_none() && self.open.case.draft.is_none() {
            self.lists.view = View::Records;
        }
        let case = Arc::clone(&self.open.case);
        let record = left
            .record
            .as_ref()
            .and_then(|id| case.find(id))
            .map(Spot::Record);
        let sentence = left.sentence.as_ref().and_then(|words| {
            let mut sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
            let at = sentences.position(|s| s.words == *words)?;
            u32::try_from(at).ok().map(Spot::Sentence)
        });
        for spot in [record, sentence].into_iter().flatten() {
            self.list_mut().select(spot);
        }
        self.read_selected();
    }

    /// Where the desk is left now.
    pub fn left(&self) -> Left {
        let case = &self.open.case;
        let spot = self.list().spot();
        Left {
            view: self.lists.view.index(),
            sentence: match spot {
                Some(Spot::Sentence(at)) => case
                    .draft
                    .as_ref()
                    .and_then(|draft| draft.sentences.get(at as usize))
                    .map(|sentence| sentence.words.clone()),
                _ => None,
            },
            record: match spot {
                Some(Spot::Record(ix)) => Some(case.at(ix).id.value.clone()),
                _ => None,
            },
            by: self.seat.by.clone(),
            ticks: self.work.ticks.clone().into_iter().collect(),
            notes: self.work.notes.clone(),
            // Before everything is compared nothing is known of what stands now.
            visit: if self.open.compared {
                Some(Visit::now(case, &self.open.assessed.standings, ""))
            } else {
                self.before.visit.clone()
            },
        }
    }

    /// The list that is shown.
    pub fn list(&self) -> &Listing {
        self.lists.shown()
    }

    /// The list that is shown.
    pub fn list_mut(&mut self) -> &mut Listing {
        self.lists.shown_mut()
    }

    /// What a layer sees of the desk.
    pub const fn at_hand(&self) -> AtHand<'_> {
        AtHand {
            open: &self.open,
            seat: &self.seat,
            work: &self.work,
        }
    }

    /// What the page is about.
    pub fn subject(&self) -> Option<Spot> {
        self.reading.as_ref().map(|reading| reading.subject)
    }

    /// The details of a sentence; none of anything else.
    pub fn details(&self, spot: Spot) -> Vec<Detail> {
        details_of(&self.open.case, spot)
    }

    /// The passages that were on screen for it.
    pub fn seen(&self, spot: Spot) -> Vec<String> {
        self.work.seen(spot)
    }

    /// The user's own note on something.
    pub fn own_note(&self, spot: Spot) -> Option<&str> {
        self.work.note(&self.open.case, spot)
    }

    /// Reads the selected entry of the list.
    pub fn read_selected(&mut self) {
        match self.list().spot() {
            Some(spot) if self.subject() == Some(spot) => {}
            Some(spot) => self.read(spot),
            None => self.reading = None,
        }
    }

    /// Reads anew what is being read, since more is known of it now; everything stays in its place.
    pub fn read_again(&mut self) {
        let Some(old) = self.reading.take() else {
            return;
        };
        let mut new = Reading::of(&self.open, old.subject, &self.own(old.subject));
        new.choose(&self.open, old.link);
        new.scroll = old.scroll;
        new.laid = old.laid.clone();
        new.to_link = false;
        let place = |r: &Reading| r.shown().map(|p| (p.source, p.words.clone()));
        let shown = place(&old);
        let same = |passage: &crate::verify::Passage| {
            shown.as_ref() == Some(&(passage.source, passage.words.clone()))
        };
        if let Some(at) = new.passages.iter().position(same) {
            new.passage = at;
            new.words = old.words;
        }
        self.reading = Some(new);
    }

    /// Reads one thing, wherever it is listed.
    pub fn read(&mut self, spot: Spot) {
        self.reading = Some(Reading::of(&self.open, spot, &self.own(spot)));
    }

    /// What of a thing's page is the user's own.
    fn own(&self, spot: Spot) -> Own {
        Own {
            details: self.details(spot),
            ticked: self.at_hand().ticked(spot),
            note: self.own_note(spot).map(str::to_owned),
            pasted: self.pasted_at(spot),
        }
    }

    /// This place, to come back to.
    pub fn here(&self) -> Here {
        Here {
            view: self.lists.view,
            selected: self.lists.all[self.lists.view.index()].spot(),
            subject: self.subject(),
            link: self.reading.as_ref().map_or(0, |reading| reading.link),
            pane: self.panes.focus,
        }
    }

    /// Comes back to a place.
    pub fn come_to(&mut self, here: &Here) {
        self.lists.seek = None;
        self.lists.view = here.view;
        if let Some(spot) = here.selected {
            self.list_mut().select(spot);
        }
        match here.subject {
            Some(spot) => self.read(spot),
            None => self.read_selected(),
        }
        self.choose_link(here.link);
        self.panes.focus = here.pane;
    }

    /// Chooses a link of the page.
    pub fn choose_link(&mut self, link: usize) {
        if let Some(reading) = &mut self.reading {
            reading.choose(&self.open, link);
        }
    }

    /// Shows a view.
    pub fn go_to_view(&mut self, view: View) {
        self.lists.seek = None;
        self.panes.find = None;
        self.lists.view = view;
        self.panes.focus = Pane::List;
        self.read_selected();
    }

    /// Says something in the line above the keys.
    pub fn say(&mut self, notice: Notice) {
        if self.notice.as_ref().is_some_and(|said| said.stays) && !notice.bad {
            return;
        }
        self.notice = Some(notice);
    }
}
