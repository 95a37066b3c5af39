//! What lies on top of the desk: help, menus, questions. One at a time has the keys.

use super::note_box::NoteBox;
use super::rule_box::RuleBox;
use super::sign_box::SignBox;
use crate::keys::Action;
use crate::tui::desk::effect::Export;
use crate::tui::desk::{Filter, Spot};
use crate::tui::page::Page;
use std::path::PathBuf;
use tui_input::Input;

/// Something on top of the desk.
#[derive(Debug)]
pub enum Layer {
    /// The keys; scrolled by so many rows.
    Help(usize),
    /// Every command by name.
    Palette(Picker<Action>),
    /// What can be copied.
    Copy(Picker<Clip>),
    /// What uses this record.
    UsedBy(Picker<Spot>),
    /// What a list can be narrowed to.
    Narrow(Picker<Filter>),
    /// The cases of this folder.
    Cases(Picker<PathBuf>),
    /// A web address, to be opened only if the user agrees to it.
    Url(String),
    /// A path to be typed, of a text to attach to a source.
    Attach {
        /// The source's id.
        source: String,
        /// The line typed into.
        input: Input,
    },
    /// A quote to be made of chosen words.
    Make(Make),
    /// Names and numbers from `private.yaml`, until the next key.
    Private(Page),
    /// A short name to be typed, since it is not known who rules.
    Who {
        /// The line typed into.
        input: Input,
        /// What the name is wanted for.
        then: Then,
    },
    /// The story about to be signed off.
    Sign(SignBox),
    /// A ruling being made.
    Rule(Box<RuleBox>),
    /// A note or question to be typed.
    Note(NoteBox),
    /// What can be written to a file.
    Export(Picker<Export>),
    /// A page to be read: differences, others' words.
    Paper(&'static str, Page, usize),
    /// A question whether to do something that cannot be taken back.
    Ask(Question),
}

impl Layer {
    /// True for the box whose ruling or signature is this line of the log.
    pub fn writes(&self, line: u64) -> bool {
        let own = match self {
            Self::Rule(made) => made.line,
            Self::Sign(made) => made.line,
            _ => None,
        };
        own == Some(line)
    }
}

/// What a short name is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// To rule: on this, and on further ones after it.
    Rule(Spot, Vec<Spot>),
    /// To sign the story off.
    Sign,
}

/// A question to be answered by Enter or Esc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Leave the desk?
    Quit,
    /// Throw a ruling away that could not be saved?
    Unsaved,
    /// Take one's last ruling back? Its line's id, what it is on, what it says.
    Undo {
        /// The line.
        id: String,
        /// What it is on.
        on: String,
        /// What it says.
        says: String,
    },
}

/// A list to choose from by typing a few letters of a name.
#[derive(Debug)]
pub struct Picker<T> {
    /// What is chosen here.
    pub title: &'static str,
    /// The line typed into.
    pub input: Input,
    /// Name, explanation and value of each choice.
    pub choices: Vec<(String, String, T)>,
    /// The choices that suit what is typed, best first, with the bytes that matched.
    pub shown: Vec<(usize, Vec<std::ops::Range<usize>>)>,
    /// Which of those is chosen.
    pub selected: usize,
}

impl<T> Picker<T> {
    /// A picker with nothing typed yet.
    pub fn new(title: &'static str, choices: Vec<(String, String, T)>) -> Self {
        let shown = (0..choices.len()).map(|i| (i, vec![])).collect();
        Self {
            title,
            input: Input::default(),
            choices,
            shown,
            selected: 0,
        }
    }

    /// Narrows the choices to what is typed.
    pub fn narrow(&mut self) {
        let names: Vec<&str> = self
            .choices
            .iter()
            .map(|(name, _, _)| name.as_str())
            .collect();
        let picks = crate::search::fuzzy::pick(self.input.value(), &names);
        self.shown = picks
            .into_iter()
            .map(|pick| (pick.index, pick.positions))
            .collect();
        self.selected = 0;
    }

    /// Moves the choice, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// The chosen value.
    pub fn chosen(&self) -> Option<&T> {
        let (at, _) = self.shown.get(self.selected)?;
        self.choices.get(*at).map(|(_, _, value)| value)
    }
}

/// Something to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// What it is.
    pub what: &'static str,
    /// The text.
    pub text: String,
}

/// A quote being made of chosen words.
#[derive(Debug)]
pub struct Make {
    /// The words, as they stand in the source.
    pub words: String,
    /// Source and locator.
    pub source: String,
    /// The id typed.
    pub id: Input,
    /// The party typed.
    pub who: Input,
    /// True while the party has the keys.
    pub on_who: bool,
}
