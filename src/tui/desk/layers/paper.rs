//! A page to be read, over the whole desk.

use super::frame::frame;
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::Rect;
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::{Page, drawn};

/// A page to be read: differences, what stands against signing.
#[derive(Debug)]
pub struct Paper {
    /// What it is.
    pub title: &'static str,
    /// The page.
    pub page: Page,
    /// Rows above the frame.
    pub scroll: usize,
}

impl Paper {
    /// A page at its beginning.
    pub const fn new(title: &'static str, page: Page) -> Self {
        Self {
            title,
            page,
            scroll: 0,
        }
    }
}

/// The keys of whatever is read over the whole desk.
pub const READING: &[Hint] = &[
    (Action::Close, "close"),
    (Action::Down, "down"),
    (Action::Up, "up"),
    (Action::PageDown, "page down"),
];

impl OnTop for Paper {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Menu)
    }

    fn hints(&self) -> &'static [Hint] {
        READING
    }

    fn act(mut self, action: Action, _: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close | Press::Accept => return Outcome::goes(),
            Press::Step(by) => self.scroll = self.scroll.saturating_add_signed(by),
            Press::OtherField | Press::Edit(_) | Press::Nothing => {}
        }
        Outcome::stays(self)
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let body = sheet.parts.body;
        let area = frame(sheet.canvas, body, self.title, body.height);
        drawn::page(&self.page, self.scroll, None, sheet.canvas, area);
    }

    fn settle(&mut self, _: &Keymap, _: bool, inside: Rect) {
        self.scroll = drawn::laid(&self.page, inside).end().min(self.scroll);
    }
}
