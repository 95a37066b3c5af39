//! The panes of the screen: which has the keys, and what they show beside the page.

use super::lists::seek::Find;
use crate::tui::page::Spot;

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

/// How the panes stand in their window.
#[derive(Debug)]
pub struct Panes {
    /// The pane the keys go to.
    pub focus: Pane,
    /// True while that pane has the whole screen.
    pub zoom: bool,
    /// Columns and rows of the window.
    pub window: (u16, u16),
    /// What is kept in sight beside.
    pub pinned: Option<Spot>,
    /// The find in a pane, while it is on.
    pub find: Option<Find>,
}

impl Panes {
    /// The panes of a window, the list having the keys.
    pub const fn new(window: (u16, u16)) -> Self {
        Self {
            focus: Pane::List,
            zoom: false,
            window,
            pinned: None,
            find: None,
        }
    }
}
