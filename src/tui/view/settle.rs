//! What only the one who draws knows, told to the desk: how far lists and pages are scrolled in a window of this size.
//!
//! Called after every change and before the drawing, so that a scroll never runs past an end and comes back with one key.

use super::page_pane::inset;
use super::{list_area, list_pane, pane_area};
use crate::keys::Keymap;
use crate::tui::canvas::Rect;
use crate::tui::canvas::layout::{Shape, parts, shape};
use crate::tui::desk::{Desk, Pane, inside};
use crate::tui::page::drawn::laid;

/// Settles the scrolling of a desk in its window.
pub fn settle(desk: &mut Desk, keys: &Keymap) {
    let (width, height) = desk.panes.window;
    let area = Rect::new(0, 0, width, height);
    if shape(width, height) == Shape::TooSmall {
        return;
    }
    let parts = parts(area, desk.panes.zoom);
    list_pane::settle(desk, list_area(desk, parts.list));
    let page = inset(pane_area(desk, Pane::Page, &parts));
    if let Some(reading) = &mut desk.reading {
        reading.laid = laid(&reading.page, page);
        let link = reading.laid.links.get(reading.link).cloned();
        if let Some(rows) = link.filter(|_| std::mem::take(&mut reading.to_link)) {
            let lowest = rows.end.saturating_sub(reading.laid.height);
            reading.scroll = reading.scroll.max(lowest).min(rows.start);
        }
        reading.scroll = reading.scroll.min(reading.laid.end());
    }
    let inside = inside(parts.body, parts.body.height);
    if let Some(layer) = desk.layers.last_mut() {
        layer.settle(keys, desk.seat.ascii, inside);
    }
}
