//! A page drawn in an area, and how it would lie there.

use super::paragraph::Page;
use super::paragraph_rows::rows;
use crate::tui::canvas::{Canvas, Rect, Row, Stand};
use std::ops::Range;

/// How a page lies in its pane: counted in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// The rows of each link.
    pub links: Vec<Range<usize>>,
    /// Rows of the whole page.
    pub rows: usize,
    /// Rows of the pane.
    pub height: usize,
}

impl Laid {
    /// The furthest that the page can be scrolled.
    pub const fn end(&self) -> usize {
        self.rows.saturating_sub(self.height)
    }

    /// True if a link is whole in sight on a page scrolled by so many rows, or if it is none.
    pub fn shows(&self, link: usize, scroll: usize) -> bool {
        let rows = self.links.get(link);
        rows.is_none_or(|rows| rows.start >= scroll && rows.end <= scroll + self.height)
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
