//! What every layer knows of itself. Where a layer has no say in something, nothing happens.

use super::rule_box::Saving;
use super::wish::Wish;
use crate::case::Case;
use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::layout::Parts;
use crate::tui::canvas::{Canvas, Rect};
use crate::tui::desk::at_hand::AtHand;
use tui_input::Input;

/// A key at the foot of the screen, and what it does here.
pub type Hint = (Action, &'static str);

/// What a layer is drawn on.
#[derive(Debug)]
pub struct Sheet<'a, 'c> {
    /// The screen.
    pub canvas: &'a mut Canvas<'c>,
    /// Where everything lies on it.
    pub parts: &'a Parts,
    /// The keys, to be named.
    pub keys: &'a Keymap,
}

/// What became of a layer by a key.
#[derive(Debug)]
pub struct Outcome<L> {
    /// The layer, if it stays.
    pub stays: Option<L>,
    /// What the desk is to do.
    pub wish: Option<Wish>,
}

impl<L> Outcome<L> {
    /// It stays as it is now.
    pub const fn stays(layer: L) -> Self {
        Self {
            stays: Some(layer),
            wish: None,
        }
    }

    /// It goes.
    pub const fn goes() -> Self {
        Self {
            stays: None,
            wish: None,
        }
    }

    /// And the desk does something.
    #[must_use]
    pub fn and(self, wish: Wish) -> Self {
        Self {
            wish: Some(wish),
            ..self
        }
    }

    /// The same of a layer in another guise.
    pub fn map<M>(self, guise: impl FnOnce(L) -> M) -> Outcome<M> {
        Outcome {
            stays: self.stays.map(guise),
            wish: self.wish,
        }
    }
}

/// Something that lies on top of the desk. The methods are told in [`Layer`](super::Layer).
pub trait OnTop: Sized {
    /// Where its keys are in the table of keys.
    fn scope(&self) -> Option<Scope>;

    /// The keys that help most.
    fn hints(&self) -> &'static [Hint];

    /// Does what a key asks for.
    fn act(self, action: Action, at: &AtHand) -> Outcome<Self>;

    /// Draws it.
    fn draw(&self, at: &AtHand, sheet: &mut Sheet);

    /// The line typed into.
    fn input(&mut self) -> Option<&mut Input> {
        None
    }

    /// Its line was typed into.
    fn typed(&mut self) {}

    /// Takes back what was scrolled too far.
    fn settle(&mut self, _keys: &Keymap, _ascii: bool, _inside: Rect) {}

    /// The case was read anew.
    fn carry(&mut self, _old: &Case, _new: &Case) {}

    /// The line of the log that is being made of it.
    fn line(&self) -> Option<u64> {
        None
    }

    /// How far that line is on the way to the disk.
    fn saving(&mut self) -> Option<&mut Saving> {
        None
    }

    /// What is to be done once it is there.
    fn after(self) -> Option<Wish> {
        None
    }
}
