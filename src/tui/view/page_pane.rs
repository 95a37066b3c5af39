//! The page of what is selected, or of what is kept beside.

use crate::tui::canvas::{Canvas, Rect, Row, Stand};
use crate::tui::desk::{Desk, Laid, Own, Page, Pane, Para, Reading, Spot, Tone};
use crate::tui::page::paras::rows;

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

pub fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + u16::from(area.width > 1),
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// Draws a page, scrolled by so many rows but no further than to its end.
pub fn page(page: &Page, scroll: usize, link: Option<usize>, canvas: &mut Canvas, area: Rect) {
    if area.is_empty() {
        return;
    }
    let chosen = link
        .and_then(|link| page.links().nth(link))
        .map(|(para, _)| para);
    let mut all: Vec<Row> = vec![];
    for (i, para) in page.paras.iter().enumerate() {
        let stand = if chosen == Some(i) {
            Stand::Selected
        } else {
            Stand::Level
        };
        all.extend(rows(para, usize::from(area.width), stand));
    }
    let top = scroll.min(all.len().saturating_sub(usize::from(area.height)));
    canvas.rows(area, all.iter().skip(top));
}

/// How a page would lie in an area.
pub fn laid(page: &Page, area: Rect) -> Laid {
    let mut laid = Laid {
        height: usize::from(area.height),
        ..Laid::default()
    };
    for para in &page.paras {
        let begun = laid.rows;
        laid.rows += rows(para, usize::from(area.width), Stand::Level).len();
        if para.leads.is_some() {
            laid.links.push(begun..laid.rows);
        }
    }
    laid
}
