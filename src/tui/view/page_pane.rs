//! The page of what is selected, or of what is kept beside.

use super::paras::rows;
use crate::tui::desk::{Desk, Own, Page, Pane, Para, Reading, Spot, Tone};
use crate::tui::{Canvas, Rect, Row, Stand};

/// Draws the page; on a case nobody has worked on, with a few words to begin with.
pub fn page_pane(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let inner = inset(area);
    match &desk.reading {
        Some(reading) => {
            let selected = (desk.pane == Pane::Page).then_some(reading.link);
            page(&reading.page, reading.scroll, selected, canvas, inner);
        }
        None => {
            let para = Para::new().put(Tone::Dim, "Nothing is selected. ? shows all keys.");
            let rows = rows(&para, usize::from(inner.width), Stand::Level);
            canvas.rows(inner, &rows);
        }
    }
}

/// Draws what is kept beside.
pub fn pinned(desk: &Desk, spot: Spot, canvas: &mut Canvas, area: Rect) {
    let reading = Reading::of(&desk.open, spot, &Own::default());
    let rule = Para::rule("kept beside");
    let row = rows(&rule, usize::from(area.width), Stand::Level);
    canvas.rows(area, &row);
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    page(&reading.page, 0, None, canvas, inset(below));
}

/// Draws a page nobody chooses links of.
pub fn plain(shown: &Page, canvas: &mut Canvas, area: Rect) {
    page(shown, 0, None, canvas, inset(area));
}

fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + u16::from(area.width > 1),
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// Draws a page so that its chosen link is on screen.
pub fn page(page: &Page, scroll: usize, link: Option<usize>, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    let chosen = link
        .and_then(|link| page.links().nth(link))
        .map(|(para, _)| para);
    let mut all: Vec<Row> = vec![];
    let mut place = None;
    for (i, para) in page.paras.iter().enumerate() {
        let stand = if chosen == Some(i) {
            Stand::Selected
        } else {
            Stand::Level
        };
        let begun = all.len();
        all.extend(rows(para, usize::from(area.width), stand));
        if chosen == Some(i) {
            place = Some(begun..all.len());
        }
    }
    let height = usize::from(area.height);
    let mut top = scroll.min(all.len().saturating_sub(height));
    if let Some(place) = place {
        if place.end > top + height {
            top = place.end - height;
        }
        top = top.min(place.start);
    }
    canvas.rows(area, all.iter().skip(top));
}
