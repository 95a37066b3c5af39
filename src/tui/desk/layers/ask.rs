//! A question whether to do something that is not done by one key.

use super::frame::{frame, say};
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::wish::Wish;
use crate::keys::{Action, Scope};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::desk::effect::Effect;
use crate::tui::page::{Para, Tone};

/// A question to be answered by Enter or Esc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Leave the desk?
    Quit,
    /// Throw a ruling away that could not be saved?
    Unsaved,
    /// Take one's last ruling back?
    Undo {
        /// The ruling's line.
        id: String,
        /// What it is on.
        on: String,
        /// What it says.
        says: String,
    },
    /// Open this web address?
    Url(String),
}

impl Question {
    /// What is done if the answer is yes.
    fn wish(self) -> Wish {
        match self {
            Self::Quit => Wish::Quit,
            Self::Unsaved => Wish::ThrowAway,
            Self::Undo { id, on, .. } => Wish::Undo(id, on),
            Self::Url(url) => Wish::Effect(Effect::OpenUrl(url)),
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::Quit => "quit casefile?",
            Self::Unsaved => "this ruling is NOT SAVED",
            Self::Undo { .. } => "take your last ruling back?",
            Self::Url(_) => "open this address in the browser?",
        }
    }

    fn says(&self) -> Para {
        let plain = |words: &str| Para::new().put(Tone::Plain, words);
        match self {
            Self::Quit => plain("enter or y quits, esc or n stays"),
            Self::Unsaved => plain("enter or y throws it away, esc or n keeps it on the screen"),
            Self::Undo { says, .. } => plain(&format!(
                "{says}. Enter or y takes it back, esc or n leaves it"
            )),
            Self::Url(url) => Para::new().put(Tone::Strong, url),
        }
    }
}

impl OnTop for Question {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Question)
    }

    fn hints(&self) -> &'static [Hint] {
        match self {
            Self::Quit => &[(Action::Yes, "quit"), (Action::No, "stay")],
            Self::Unsaved => &[(Action::No, "keep it"), (Action::Yes, "throw it away")],
            Self::Undo { .. } => &[(Action::Yes, "take it back"), (Action::No, "leave it")],
            Self::Url(_) => &[
                (Action::Yes, "open in the browser"),
                (Action::No, "leave it"),
            ],
        }
    }

    fn act(self, action: Action, _: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => Outcome::goes(),
            Press::Accept => Outcome::goes().and(self.wish()),
            Press::Step(_) | Press::OtherField | Press::Edit(_) | Press::Nothing => {
                Outcome::stays(self)
            }
        }
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let height = if matches!(self, Self::Url(_)) { 6 } else { 5 };
        let area = frame(sheet.canvas, sheet.parts.body, self.title(), height);
        say(sheet.canvas, area, &self.says());
    }
}
