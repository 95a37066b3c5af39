//! Names and numbers from `private.yaml`: there until the next key, whichever that is.

use super::frame::frame;
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use crate::keys::{Action, Scope};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::{Page, drawn};

/// What is private.
#[derive(Debug)]
pub struct Private(pub Page);

impl OnTop for Private {
    fn scope(&self) -> Option<Scope> {
        None
    }

    fn hints(&self) -> &'static [Hint] {
        &[(Action::Close, "hide")]
    }

    fn act(self, _: Action, _: &AtHand) -> Outcome<Self> {
        Outcome::goes()
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let body = sheet.parts.body;
        let area = frame(sheet.canvas, body, "private: any key hides it", 10);
        drawn::page(&self.0, 0, None, sheet.canvas, area);
    }
}
