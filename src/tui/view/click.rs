//! What lies where somebody clicked: the same layout as is drawn, asked the other way round.

use super::list_pane::entry_at;
use super::{head, words_pane};
use crate::tui::canvas::layout::{Shape, parts, shape};
use crate::tui::desk::{Clicked, Desk, Pane};
use ratatui::layout::{Position, Rect};

/// What of the desk is drawn at a cell of a window.
pub fn click(desk: &Desk, area: Rect, at: Position) -> Option<Clicked> {
    let parts = parts(area, desk.panes.zoom);
    if parts.views.contains(at) {
        let column = usize::from(at.x - parts.views.x);
        return head::view_at(desk, usize::from(parts.views.width), column).map(Clicked::View);
    }
    let one = desk.panes.zoom || matches!(shape(area.width, area.height), Shape::One);
    let stacked = matches!(shape(area.width, area.height), Shape::Stacked);
    let places = if one {
        vec![(desk.panes.focus, parts.body)]
    } else if stacked && desk.panes.focus != Pane::List {
        vec![(Pane::Page, parts.list), (Pane::Words, parts.page)]
    } else if stacked {
        vec![(Pane::List, parts.list), (Pane::Page, parts.page)]
    } else if words_pane::has_words(desk) {
        vec![
            (Pane::List, parts.list),
            (Pane::Page, parts.page),
            (Pane::Words, parts.words),
        ]
    } else {
        vec![(Pane::List, parts.list), (Pane::Page, parts.page)]
    };
    let (pane, place) = places.into_iter().find(|(_, place)| place.contains(at))?;
    let entry = (pane == Pane::List)
        .then(|| entry_at(desk, super::list_area(desk, place), at.y))
        .flatten();
    Some(entry.map_or(Clicked::Pane(pane), Clicked::Entry))
}
