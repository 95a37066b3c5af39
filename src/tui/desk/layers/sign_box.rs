//! The question whether to sign the whole story off, with nothing left that stands against it.

use super::frame::frame;
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::rule_box::Saving;
use super::rule_box_drawn::saving;
use super::wish::Wish;
use crate::keys::{Action, Scope};
use crate::ruling::{About, Entry, Ruling, Target, seal};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::desk::effect::Notice;
use crate::tui::desk::new_line;
use crate::tui::page::{Page, Para, Tone, drawn};

/// The story about to be signed off.
#[derive(Debug, Default)]
pub struct SignBox {
    /// How far it is.
    pub saving: Saving,
    /// The number of its line, once it was tried to be written: tried again, it is the same line.
    pub line: Option<u64>,
}

impl SignBox {
    fn sign(mut self, at: &AtHand) -> Outcome<Self> {
        self.saving = Saving::Saving;
        let number = *self.line.get_or_insert(at.next_line());
        let Some(by) = at.seat.by.clone() else {
            return Outcome::stays(self);
        };
        let case = &at.open.case;
        let entry = Entry {
            about: Some(About::new(case, Target::Case)),
            ruling: Some(Ruling::SignedOff),
            seal: Some(seal(case, Target::Case, None)),
            ..new_line::blank(by)
        };
        let line = new_line::ruling(case, number, "the story", entry);
        Outcome::stays(self).and(Wish::Write(Box::new(line)))
    }
}

impl OnTop for SignBox {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Question)
    }

    fn hints(&self) -> &'static [Hint] {
        &[(Action::Yes, "sign off"), (Action::No, "leave it")]
    }

    fn act(self, action: Action, at: &AtHand) -> Outcome<Self> {
        match (Press::of(action), &self.saving) {
            (Press::Accept, Saving::NotYet | Saving::NotSaved(_)) => self.sign(at),
            (Press::Close, Saving::NotYet) => {
                Outcome::goes().and(Wish::Say(Notice::good("nothing was written")))
            }
            (Press::Close, Saving::NotSaved(_)) => Outcome::stays(self).and(Wish::AskUnsaved),
            (Press::Accept | Press::Close, Saving::Saving)
            | (Press::Step(_) | Press::OtherField | Press::Edit(_) | Press::Nothing, _) => {
                Outcome::stays(self)
            }
        }
    }

    fn line(&self) -> Option<u64> {
        self.line
    }

    fn saving(&mut self) -> Option<&mut Saving> {
        Some(&mut self.saving)
    }

    fn draw(&self, at: &AtHand, sheet: &mut Sheet) {
        let area = frame(sheet.canvas, sheet.parts.body, "sign off the story", 7);
        let by = at.seat.by.as_deref().unwrap_or_default();
        let mut said = Page::default();
        said.push(Para::new().put(
            Tone::Strong,
            &format!("Nothing is open. Enter signs the story off as {by}."),
        ));
        said.push(Para::new().put(
            Tone::Dim,
            "Any later change to the draft withdraws the signature and says why.",
        ));
        said.gap();
        said.push(saving(&self.saving));
        drawn::page(&said, 0, None, sheet.canvas, area);
    }
}
