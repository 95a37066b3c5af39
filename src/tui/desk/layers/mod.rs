//! What lies on top of the desk: help, menus, boxes and questions. The uppermost has the keys.
//!
//! Each layer is a struct in a file of its own that knows all there is to know of it: its state, which keys mean something in it,
//! what they do, which of them are named at the foot, and how it is drawn. What follows for the desk it says as a [`Wish`]. The
//! table below is the one place where layers are told apart.

mod ask;
mod attach;
mod frame;
mod help;
mod make;
mod note_box;
mod on_top;
mod paper;
mod picker;
mod press;
mod private;
mod rule_box;
mod rule_box_drawn;
mod sign_box;
mod who;
mod wish;

pub use ask::Question;
pub use attach::Attach;
pub use frame::inside;
pub use help::Help;
pub use make::Make;
pub use note_box::NoteBox;
pub use on_top::{Hint, OnTop, Outcome, Sheet};
pub use paper::Paper;
pub use picker::Picker;
pub use private::Private;
pub use rule_box::{BoxPart, CHOICES, RuleBox, Saving};
pub use sign_box::SignBox;
pub use who::Who;
pub use wish::{Then, Wish};

use super::at_hand::AtHand;
use crate::case::Case;
use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::Rect;
use tui_input::Input;

macro_rules! layers {
    ($($(#[$says:meta])* $name:ident($kind:ty),)*) => {
        /// Something on top of the desk.
        #[derive(Debug)]
        pub enum Layer {
            $($(#[$says])* $name($kind),)*
        }

        impl Layer {
            /// Where its keys are in the table of keys; none where any key at all makes it go.
            pub fn scope(&self) -> Option<Scope> {
                match self { $(Self::$name(layer) => layer.scope(),)* }
            }

            /// The keys that help most, the first one first.
            pub fn hints(&self) -> &'static [Hint] {
                match self { $(Self::$name(layer) => layer.hints(),)* }
            }

            /// Does what a key asks for.
            pub fn act(self, action: Action, at: &AtHand) -> Outcome<Self> {
                match self { $(Self::$name(layer) => layer.act(action, at).map(Self::$name),)* }
            }

            /// The line typed into, if one has the keys.
            pub fn input(&mut self) -> Option<&mut Input> {
                match self { $(Self::$name(layer) => layer.input(),)* }
            }

            /// Its line was typed into.
            pub fn typed(&mut self) {
                match self { $(Self::$name(layer) => layer.typed(),)* }
            }

            /// Draws it.
            pub fn draw(&self, at: &AtHand, sheet: &mut Sheet) {
                match self { $(Self::$name(layer) => layer.draw(at, sheet),)* }
            }

            /// Takes back what was scrolled too far for a frame with this inside.
            pub fn settle(&mut self, keys: &Keymap, ascii: bool, inside: Rect) {
                match self { $(Self::$name(layer) => layer.settle(keys, ascii, inside),)* }
            }

            /// The case was read anew: it stays about the same thing.
            pub fn carry(&mut self, old: &Case, new: &Case) {
                match self { $(Self::$name(layer) => layer.carry(old, new),)* }
            }

            /// The line of the log that is being made of it: its number, once it was tried to be written.
            pub fn line(&self) -> Option<u64> {
                match self { $(Self::$name(layer) => layer.line(),)* }
            }

            /// How far its line is on the way to the disk, if one is to be made of it.
            pub fn saving(&mut self) -> Option<&mut Saving> {
                match self { $(Self::$name(layer) => layer.saving(),)* }
            }

            /// What is to be done once its line is on the disk.
            pub fn after(self) -> Option<Wish> {
                match self { $(Self::$name(layer) => layer.after(),)* }
            }
        }
    };
}

layers! {
    /// The keys.
    Help(Help),
    /// A page to be read: differences, what stands against signing.
    Paper(Paper),
    /// Names and numbers from `private.yaml`, until the next key.
    Private(Private),
    /// Something to be chosen by name.
    Picker(Picker),
    /// A question to be answered by Enter or Esc.
    Ask(Question),
    /// A path to be typed, of a text to attach to a source.
    Attach(Attach),
    /// A quote to be made of chosen words.
    Make(Make),
    /// A short name to be typed, since it is not known who rules.
    Who(Who),
    /// A note or question to be typed.
    Note(NoteBox),
    /// A ruling being made.
    Rule(Box<RuleBox>),
    /// The story about to be signed off.
    Sign(SignBox),
}
