//! The desk as rows on a screen. Drawing changes nothing, and only what is on screen is built.

mod click;
mod foot;
mod head;
mod list_pane;
mod moment;
mod page_pane;
mod seated;
mod settle;
mod words_pane;

pub use click::click;
pub use seated::Seated;
pub use settle::settle;

use crate::keys::Keymap;
use crate::tui::canvas::layout::{Parts, Shape, parts, shape};
use crate::tui::canvas::{Canvas, Rect, Role, Row};
use crate::tui::desk::{Desk, Pane, Sheet, new_here};

/// Draws the desk.
pub fn view(desk: &Desk, keys: &Keymap, canvas: &mut Canvas) {
    let area = canvas.area();
    let shape = shape(area.width, area.height);
    if shape == Shape::TooSmall {
        let words = "needs 20×6 cells";
        let row = Row::new().say(Role::Plain, words);
        canvas.row(area.x, area.y, area.width, &row);
        return;
    }
    let parts = parts(area, desk.panes.zoom);
    head::head(desk, canvas, &parts);
    let one = desk.panes.zoom || shape == Shape::One;
    if one {
        pane(desk, desk.panes.focus, canvas, parts.body);
    } else if shape == Shape::Stacked {
        stacked(desk, canvas, &parts);
    } else {
        columns(desk, canvas, &parts);
    }
    lines(canvas, &parts, one || shape == Shape::Stacked);
    foot::foot(desk, keys, canvas, parts.foot);
    if let Some(layer) = desk.layers.last() {
        let parts = &parts;
        let mut sheet = Sheet {
            canvas,
            parts,
            keys,
        };
        layer.draw(&desk.at_hand(), &mut sheet);
    }
    head::notice(desk, canvas, &parts);
}

fn pane(desk: &Desk, which: Pane, canvas: &mut Canvas, area: Rect) {
    match which {
        Pane::List => list_pane::list_pane(desk, canvas, area),
        Pane::Page => page_pane::page_pane(desk, canvas, area),
        Pane::Words => words_pane::words_pane(desk, canvas, area),
    }
}

/// Where a pane is drawn, or would be if it had the keys.
fn pane_area(desk: &Desk, which: Pane, parts: &Parts) -> Rect {
    let area = parts.body;
    let stacked = parts.middle_line.width == area.width;
    let one = parts.middle_line.is_empty() && parts.list == area;
    let has_words = words_pane::has_words(desk);
    match which {
        Pane::List => parts.list,
        Pane::Words => parts.words,
        Pane::Page if one => area,
        Pane::Page if stacked && desk.panes.focus == Pane::List => parts.page,
        Pane::Page if stacked && desk.panes.focus == Pane::Page && !has_words => area,
        Pane::Page if stacked => parts.list,
        Pane::Page if has_words => parts.page,
        Pane::Page => Rect {
            height: area.height,
            ..parts.page
        },
    }
}

/// The list over the page; once one is in the page, the page over the words.
fn stacked(desk: &Desk, canvas: &mut Canvas, parts: &Parts) {
    let middle = parts.middle_line;
    if desk.panes.focus != Pane::Page || words_pane::has_words(desk) {
        canvas.across(middle.x, middle.y, middle.width, Role::Border);
    }
    pane(desk, Pane::Page, canvas, pane_area(desk, Pane::Page, parts));
    if desk.panes.focus == Pane::List {
        pane(desk, Pane::List, canvas, parts.list);
    } else if desk.panes.focus == Pane::Words || words_pane::has_words(desk) {
        words_pane::title(desk, canvas, middle);
        pane(desk, Pane::Words, canvas, parts.page);
    }
}

fn columns(desk: &Desk, canvas: &mut Canvas, parts: &Parts) {
    if parts.kinds.width > 0 {
        list_pane::kinds(desk, canvas, parts.kinds);
    }
    if let Some(spot) = desk.panes.pinned {
        let list = list_area(desk, parts.list);
        let pinned = Rect {
            y: list.bottom(),
            height: parts.list.height - list.height,
            ..list
        };
        page_pane::pinned(desk, spot, canvas, pinned);
    }
    pane(desk, Pane::List, canvas, list_area(desk, parts.list));
    if !words_pane::has_words(desk) {
        pane(desk, Pane::Page, canvas, pane_area(desk, Pane::Page, parts));
        return;
    }
    pane(desk, Pane::Page, canvas, parts.page);
    let middle = parts.middle_line;
    canvas.across(middle.x, middle.y, middle.width, Role::Border);
    if desk.before.is_new
        && desk.open.logs.entries().next().is_none()
        && desk.panes.focus == Pane::List
        && desk.lists.seek.is_none()
    {
        page_pane::plain(&new_here(&desk.open), canvas, parts.words);
        return;
    }
    words_pane::title(desk, canvas, middle);
    pane(desk, Pane::Words, canvas, parts.words);
}

/// The part of its place that the list has: what is kept beside takes the lower half, where there are columns.
fn list_area(desk: &Desk, place: Rect) -> Rect {
    let shared = desk.panes.pinned.is_some() && !desk.panes.zoom;
    Rect {
        height: if shared {
            place.height / 2
        } else {
            place.height
        },
        ..place
    }
}

/// The lines around the body and between its columns.
fn lines(canvas: &mut Canvas, parts: &Parts, single: bool) {
    for line in [parts.top_line, parts.foot_line] {
        canvas.across(line.x, line.y, line.width, Role::Border);
    }
    if single {
        return;
    }
    for part in [parts.kinds, parts.list] {
        if part.width > 0 {
            canvas.down(part.right(), parts.body.y, parts.body.height, Role::Border);
        }
    }
}

#[cfg(test)]
mod tests;
