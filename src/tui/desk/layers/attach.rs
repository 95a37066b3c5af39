//! A path to be typed, of a text to attach to a source.

use super::frame::{frame, line, say};
use super::make::DOING;
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::wish::Wish;
use crate::keys::{Action, Scope};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::{Para, Tone};
use tui_input::Input;

/// A text to be attached.
#[derive(Debug)]
pub struct Attach {
    /// The source's id.
    pub source: String,
    /// The line typed into.
    pub input: Input,
}

impl OnTop for Attach {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Field)
    }

    fn hints(&self) -> &'static [Hint] {
        DOING
    }

    fn act(mut self, action: Action, _: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => Outcome::goes(),
            Press::Accept => {
                let path = self.input.value().trim().to_owned();
                Outcome::goes().and(Wish::Attach(self.source, path))
            }
            Press::Edit(request) => {
                self.input.handle(request);
                Outcome::stays(self)
            }
            Press::Step(_) | Press::OtherField | Press::Nothing => Outcome::stays(self),
        }
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let area = frame(sheet.canvas, sheet.parts.body, "attach a text", 6);
        let words = format!("path of the text file to keep as {}:", self.source);
        say(sheet.canvas, area, &Para::new().put(Tone::Plain, &words));
        line(sheet.canvas, area, 1, &self.input, true);
    }
}
