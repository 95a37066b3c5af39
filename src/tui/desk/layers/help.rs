//! All keys, from the one table.

use super::frame::frame;
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::paper::READING;
use super::press::Press;
use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::Rect;
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::{Page, Para, Tone, drawn};

/// The keys, by where they do something.
#[derive(Debug, Default)]
pub struct Help {
    /// Rows above the frame.
    pub scroll: usize,
}

impl OnTop for Help {
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
        let area = frame(sheet.canvas, body, "all keys", body.height);
        let help = help(sheet.keys, sheet.canvas.theme.ascii);
        drawn::page(&help, self.scroll, None, sheet.canvas, area);
    }

    fn settle(&mut self, keys: &Keymap, ascii: bool, inside: Rect) {
        let end = drawn::laid(&help(keys, ascii), inside).end();
        self.scroll = end.min(self.scroll);
    }
}

/// The keys that do something, by where they do it.
fn help(keys: &Keymap, ascii: bool) -> Page {
    let mut page = Page::default();
    for scope in Scope::ALL {
        let rows: Vec<_> = keys
            .rows()
            .filter(|(row, chords)| row.scope == scope && !chords.is_empty())
            .collect();
        if rows.is_empty() {
            continue;
        }
        page.gap();
        page.push(Para::new().put(Tone::Label, &scope.title().to_uppercase()));
        let mut group = None;
        for (row, chords) in rows {
            if scope == Scope::Everywhere && group != Some(row.group.title()) {
                page.push(Para::new().put(Tone::Dim, row.group.title()));
                group = Some(row.group.title());
            }
            let chords: Vec<String> = chords.iter().map(|chord| chord.drawn(ascii)).collect();
            let names = chords.join("  ");
            page.push(
                Para::new()
                    .put(Tone::Strong, &format!("  {names:<22} "))
                    .put(Tone::Plain, row.action.says())
                    .indented(0, 25),
            );
        }
    }
    page
}
