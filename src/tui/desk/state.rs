//! The state of the desk, and how one gets about in it.

use super::aside::Aside;
use super::effect::{Left, Notice};
use super::layers::layer::Layer;
use super::lists::seek::{Find, Seek};
use super::open::Open;
use super::pages::reading::Own;
use super::{Filter, Listing, Reading, Spot, Trail, View, entries};
use crate::ruling::{Tick, Visit};
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

/// A part of the screen that keys can go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list or draft at the left.
    #[default]
    List,
    /// The page of the selected thing.
    Page,
    /// The words of its source.
    Words,
}

impl Pane {
    /// The next pane, or the one before, going round.
    pub const fn next(self, forward: bool) -> Self {
        match (self, forward) {
            (Self::List, true) | (Self::Words, false) => Self::Page,
            (Self::Page, true) | (Self::List, false) => Self::Words,
            (Self::Words, true) | (Self::Page, false) => Self::List,
        }
    }
}

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

/// Who sits at the desk and how they want it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The user's short name, if it is known.
    pub by: Option<String>,
    /// Signs of ASCII only.
    pub ascii: bool,
    /// How many lines of a log were begun here. Each bears its number until the disk has it, whatever case it belongs to.
    pub lines: u64,
}

impl Seat {
    /// The number of a new line.
    pub const fn next_line(&mut self) -> u64 {
        self.lines += 1;
        self.lines
    }
}

/// Everything a person has in front of them.
#[derive(Debug)]
pub struct Desk {
    /// The case.
    pub open: Open,
    /// Who sits here.
    pub seat: Seat,
    /// The view shown.
    pub view: View,
    /// The list of each view.
    pub lists: [Listing; 6],
    /// What each list is narrowed to.
    pub filters: [Filter; 6],
    /// The page and the words beneath.
    pub reading: Option<Reading>,
    /// The pane the keys go to.
    pub pane: Pane,
    /// Columns and rows of the window.
    pub window: (u16, u16),
    /// True while that pane has the whole screen.
    pub zoom: bool,
    /// What is kept in sight beside.
    pub pinned: Option<Spot>,
    /// The way here.
    pub trail: Trail<Here>,
    /// What lies on top: help, palette, menus, questions.
    pub layers: Vec<Layer>,
    /// What was typed and is not on the disk.
    pub aside: Aside,
    /// The search of the case, while it is open.
    pub seek: Option<Seek>,
    /// The find in a pane, while it is on.
    pub find: Option<Find>,
    /// The last thing said.
    pub notice: Option<Notice>,
    /// Sentences and claims marked, to be ruled on one after the other.
    pub marked: BTreeSet<Spot>,
    /// Details ticked and not yet saved with a ruling, by the sentence's words.
    pub ticks: HashMap<String, Vec<Tick>>,
    /// The passages that were on screen, by what they were looked at for.
    pub opened: HashMap<Spot, BTreeSet<String>>,
    /// The user's own notes, by a record's id or a sentence's words.
    pub notes: Vec<(String, String)>,
    /// What there was to see when the person was last here.
    pub visit: Option<Visit>,
    /// True until a person who never had this case on the desk has followed something.
    pub is_new: bool,
    /// The cases of the folder, where it holds several: name, title, folder.
    pub cases: Vec<(String, String, PathBuf)>,
}

impl Desk {
    /// Lays a case on the desk, where it was last left.
    pub fn new(open: Open, seat: Seat, left: &Left) -> Self {
        let lists = View::ALL.map(|view| Listing::new(entries(view, &open, &Filter::All)));
        let mut desk = Self {
            open,
            seat,
            view: View::Draft,
            lists,
            filters: Default::default(),
            reading: None,
            pane: Pane::List,
            window: (100, 30),
            zoom: false,
            pinned: None,
            trail: Trail::default(),
            layers: vec![],
            aside: Aside::default(),
            seek: None,
            find: None,
            notice: None,
            is_new: *left == Left::default(),
            marked: BTreeSet::new(),
            ticks: left.ticks.iter().cloned().collect(),
            opened: HashMap::new(),
            notes: left.notes.clone(),
            visit: left.visit.clone(),
            cases: vec![],
        };
        desk.take_up(left);
        desk
    }

    fn take_up(&mut self, left: &Left) {
        if self.seat.by.is_none() {
            self.seat.by.clone_from(&left.by);
        }
        self.view = View::ALL.get(left.view).copied().unwrap_or_default();
        if self.list().spot().is_none() && self.open.case.draft.is_none() {
            self.view = View::Records;
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
            view: self.view.index(),
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
            ticks: self.ticks.clone().into_iter().collect(),
            notes: self.notes.clone(),
            // Before everything is compared nothing is known of what stands now.
            visit: if self.open.compared {
                Some(Visit::now(case, &self.open.assessed.standings, ""))
            } else {
                self.visit.clone()
            },
        }
    }

    /// The list of the view shown.
    pub fn list(&self) -> &Listing {
        match &self.seek {
            Some(seek) => &seek.hits,
            None => &self.lists[self.view.index()],
        }
    }

    /// The list of the view shown.
    pub fn list_mut(&mut self) -> &mut Listing {
        match &mut self.seek {
            Some(seek) => &mut seek.hits,
            None => &mut self.lists[self.view.index()],
        }
    }

    /// What the page is about.
    pub fn subject(&self) -> Option<Spot> {
        self.reading.as_ref().map(|reading| reading.subject)
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
            ticked: self.ticked(spot),
            note: self.own_note(spot).map(str::to_owned),
            pasted: self.pasted_at(spot),
        }
    }

    /// This place, to come back to.
    pub fn here(&self) -> Here {
        Here {
            view: self.view,
            selected: self.lists[self.view.index()].spot(),
            subject: self.subject(),
            link: self.reading.as_ref().map_or(0, |reading| reading.link),
            pane: self.pane,
        }
    }

    /// Comes back to a place.
    pub fn come_to(&mut self, here: &Here) {
        self.seek = None;
        self.view = here.view;
        if let Some(spot) = here.selected {
            self.list_mut().select(spot);
        }
        match here.subject {
            Some(spot) => self.read(spot),
            None => self.read_selected(),
        }
        self.choose_link(here.link);
        self.pane = here.pane;
    }

    /// Chooses a link of the page.
    pub fn choose_link(&mut self, link: usize) {
        if let Some(reading) = &mut self.reading {
            reading.choose(&self.open, link);
        }
    }

    /// Shows a view.
    pub fn go_to_view(&mut self, view: View) {
        self.seek = None;
        self.find = None;
        self.view = view;
        self.pane = Pane::List;
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
