//! The only file that writes into cells. What it writes comes from a [`Row`], and so from safe text.
#![allow(
    clippy::disallowed_methods,
    reason = "the one file that puts text into cells"
)]
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Role;
use super::row::{Row, Run};
use super::signs::twin;
use super::theme::{Stand, Theme};
use crate::text::safe::Mark;
use crate::text::width;

/// What a view draws on.
#[derive(Debug)]
pub struct Canvas<'a> {
    cells: &'a mut Buffer,
    /// How things look.
    pub theme: Theme,
    /// Where the cursor stands, if a line of text has the keys.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    /// A canvas over a screen's cells.
    pub const fn new(cells: &'a mut Buffer, theme: Theme) -> Self {
        Self {
            cells,
            theme,
            cursor: None,
        }
    }

    /// The whole screen.
    pub const fn area(&self) -> Rect {
        self.cells.area
    }

    /// Draws rows from the top of an area; those below its end are not drawn.
    pub fn rows<'r>(&mut self, area: Rect, rows: impl IntoIterator<Item = &'r Row>) {
        for (y, row) in (area.top()..area.bottom()).zip(rows) {
            self.row(area.x, y, area.width, row);
        }
    }

    /// Draws one row `width` cells wide, cut where it is longer.
    pub fn row(&mut self, x: u16, y: u16, width: u16, row: &Row) {
        let end = x.saturating_add(width).min(self.area().right());
        if y < self.area().top() || y >= self.area().bottom() {
            return;
        }
        let mut at = x;
        for run in &row.runs {
            at = self.run(at, y, end, run, row.stand);
        }
        if row.stand == Stand::Selected {
            let style = self.theme.piece(Role::Plain, Mark::Plain, row.stand);
            while at < end {
                at = self.cell(at, y, end, " ", style);
            }
        }
    }

    fn run(&mut self, x: u16, y: u16, end: u16, run: &Run, stand: Stand) -> u16 {
        let style = self.theme.piece(run.role, run.mark, stand);
        let twins = self.theme.ascii && (run.own || run.mark == Mark::Picture);
        let mut at = x;
        for (_, cluster, _) in width::steps(&run.text) {
            if at >= end {
                break;
            }
            if twins {
                let ascii: String = cluster.chars().map(twin).collect();
                at = self.cell(at, y, end, &ascii, style);
            } else {
                at = self.cell(at, y, end, cluster, style);
            }
        }
        at
    }

    /// Writes one visible character and says where the next one goes. One too wide for what is left becomes spaces.
    fn cell(&mut self, x: u16, y: u16, end: u16, cluster: &str, style: Style) -> u16 {
        let cells = u16::try_from(width::of(cluster)).unwrap_or(u16::MAX);
        let fits = cells > 0 && cells <= end.saturating_sub(x);
        let last = if fits { x + cells } else { end };
        for (nth, column) in (x..last).enumerate() {
            if let Some(cell) = self.cells.cell_mut((column, y)) {
                cell.reset();
                cell.set_style(style);
                if nth == 0 && fits {
                    cell.set_symbol(cluster);
                }
            }
        }
        last
    }

    /// Empties an area, before something is drawn on top of it.
    pub fn blank(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.cells.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Puts the cursor into a line of text, within an area.
    pub fn set_cursor(&mut self, area: Rect, column: usize) {
        let last = area.width.saturating_sub(1);
        let column = u16::try_from(column).unwrap_or(last).min(last);
        if !area.is_empty() && area.intersects(self.area()) {
            self.cursor = Some(Position::new(area.x + column, area.y));
        }
    }

    /// A line across, joined to the lines that it meets.
    pub fn across(&mut self, x: u16, y: u16, width: u16, role: Role) {
        for column in x..x.saturating_add(width) {
            self.line(column, y, "─", role);
        }
        for edge in [x.checked_sub(1), Some(x.saturating_add(width))]
            .into_iter()
            .flatten()
        {
            let joint = if edge < x { "├" } else { "┤" };
            if self.is_line(edge, y, '│') {
                self.line(edge, y, joint, role);
            }
        }
    }

    /// A line down, joined to the lines across that it begins and ends at.
    pub fn down(&mut self, x: u16, y: u16, height: u16, role: Role) {
        for row in y..y.saturating_add(height) {
            self.line(x, row, "│", role);
        }
        if let Some(above) = y
            .checked_sub(1)
            .filter(|above| self.is_line(x, *above, '─'))
        {
            self.line(x, above, "┬", role);
        }
        let below = y.saturating_add(height);
        if self.is_line(x, below, '─') {
            self.line(x, below, "┴", role);
        }
    }

    /// A frame around an area, which is emptied; gives the area inside.
    pub fn frame(&mut self, area: Rect, title: &Row, role: Role) -> Rect {
        let area = area.intersection(self.area());
        self.blank(area);
        if area.width < 2 || area.height < 2 {
            return area;
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for x in area.x..=right {
            self.line(x, area.y, "─", role);
            self.line(x, bottom, "─", role);
        }
        for y in area.y..=bottom {
            self.line(area.x, y, "│", role);
            self.line(right, y, "│", role);
        }
        for (x, y, corner) in [
            (area.x, area.y, "┌"),
            (right, area.y, "┐"),
            (area.x, bottom, "└"),
            (right, bottom, "┘"),
        ] {
            self.line(x, y, corner, role);
        }
        self.row(area.x + 1, area.y, area.width - 2, title);
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    }

    fn line(&mut self, x: u16, y: u16, sign: &'static str, role: Role) {
        let style = self.theme.style(role);
        let ascii = self.theme.ascii;
        if let Some(cell) = self.cells.cell_mut((x, y)) {
            cell.reset();
            cell.set_style(style);
            let mut chars = sign.chars();
            match chars.next() {
                Some(c) if ascii => cell.set_char(twin(c)),
                _ => cell.set_symbol(sign),
            };
        }
    }

    fn is_line(&self, x: u16, y: u16, sign: char) -> bool {
        let wanted = if self.theme.ascii { twin(sign) } else { sign };
        self.cells
            .cell((x, y))
            .is_some_and(|cell| cell.symbol().chars().eq([wanted]))
    }
}
