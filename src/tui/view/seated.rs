//! The desk with the keys it is used by, in a window: what the loop tells, and what it has drawn.

use super::{click, settle, view};
use crate::keys::Keymap;
use crate::tui::canvas::{Canvas, Rect};
use crate::tui::desk::{Desk, Effect, Msg};
use ratatui::layout::Position;

/// A desk with its keys.
#[derive(Debug)]
pub struct Seated {
    /// The desk.
    pub desk: Desk,
    keys: Keymap,
}

impl Seated {
    /// Sits down at a desk.
    pub fn new(mut desk: Desk, keys: Keymap) -> Self {
        settle(&mut desk, &keys);
        Self { desk, keys }
    }

    /// Takes in what happened; gives what is to be done about it elsewhere.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let msg = match msg {
            Msg::Click(x, y) => {
                let (width, height) = self.desk.panes.window;
                let window = Rect::new(0, 0, width, height);
                click(&self.desk, window, Position::new(x, y)).map_or(Msg::Drawn, Msg::Clicked)
            }
            other => other,
        };
        // Thousands of these come in a moment; nothing is scrolled by them.
        let scrolls = !matches!(msg, Msg::Compared(..));
        let effects = self.desk.update(msg, &self.keys);
        if scrolls {
            settle(&mut self.desk, &self.keys);
        }
        effects
    }

    /// Draws the desk.
    pub fn view(&self, canvas: &mut Canvas) {
        view(&self.desk, &self.keys, canvas);
    }
}
