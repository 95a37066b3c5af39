//! The six lists, which of them is shown, and the search that is shown in their place.

use super::listing::Listing;
use super::seek::Seek;
use super::views::{Filter, View, entries};
use crate::tui::desk::open::Open;
use crate::tui::page::Spot;

/// The list of each view.
#[derive(Debug)]
pub struct Lists {
    /// The view shown.
    pub view: View,
    /// The list of each view.
    pub all: [Listing; 6],
    /// What each list is narrowed to.
    pub filters: [Filter; 6],
    /// The search of the case, while it is open.
    pub seek: Option<Seek>,
}

impl Lists {
    /// What a case lists.
    pub fn new(open: &Open) -> Self {
        Self {
            view: View::Draft,
            all: View::ALL.map(|view| Listing::new(entries(view, open, &Filter::All))),
            filters: Default::default(),
            seek: None,
        }
    }

    /// The list that is shown.
    pub fn shown(&self) -> &Listing {
        match &self.seek {
            Some(seek) => &seek.hits,
            None => &self.all[self.view.index()],
        }
    }

    /// The list that is shown.
    pub fn shown_mut(&mut self) -> &mut Listing {
        match &mut self.seek {
            Some(seek) => &mut seek.hits,
            None => &mut self.all[self.view.index()],
        }
    }

    /// Lists anew what the case has now. On To do what somebody has just settled stays while they are there.
    pub fn renew(&mut self, open: &Open, carried: impl Fn(Spot) -> Option<Spot>) {
        for (i, view) in View::ALL.into_iter().enumerate() {
            let entries = entries(view, open, &self.filters[i]);
            if view == View::ToDo && self.view == view {
                self.all[i].renew_around(entries, &carried);
            } else {
                self.all[i].renew(entries, &carried);
            }
        }
    }
}
