//! The page of what is selected, or of what is kept beside.

use crate::tui::canvas::{Canvas, Rect, Stand};
use crate::tui::desk::{Desk, Own, Page, Pane, Para, Reading, Spot, Tone};
use crate::tui::page::drawn::page;
use crate::tui::page::paragraph_rows::rows;

/// Draws the page; on a case nobody has worked on, with a few words to begin with.
pub fn page_pane(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let inner = inset(area);
    match &desk.reading {
        Some(reading) => {
            let selected = (desk.panes.focus == Pane::Page).then_some(reading.link);
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
