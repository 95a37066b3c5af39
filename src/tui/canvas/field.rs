//! A line of text being written, with the terminal's own cursor in it, which input methods need.
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use super::Role;
use super::paint::Canvas;
use super::row::Row;
use crate::keys::Action;
use crate::text::{safe, width};

/// The longest line that can be written, in bytes.
pub const LONGEST: usize = 4096;

/// What an action does to a line; nothing if it is not for lines.
pub const fn request(action: Action) -> Option<InputRequest> {
    Some(match action {
        Action::Left => InputRequest::GoToPrevChar,
        Action::Right => InputRequest::GoToNextChar,
        Action::LineStart => InputRequest::GoToStart,
        Action::LineEnd => InputRequest::GoToEnd,
        Action::EraseBefore => InputRequest::DeletePrevChar,
        Action::EraseAfter => InputRequest::DeleteNextChar,
        Action::EraseWord => InputRequest::DeletePrevWord,
        Action::EraseLine => InputRequest::DeleteLine,
        _ => return None,
    })
}

/// Draws a line within one row, scrolled so that the cursor is in sight, and puts the cursor there if it has the keys.
pub fn draw(canvas: &mut Canvas, area: Rect, input: &Input, keys: bool) {
    if area.is_empty() {
        return;
    }
    let before: String = input.value().chars().take(input.cursor()).collect();
    let cursor = safe::shown(&before).width();
    let words = safe::shown(input.value());
    // The last cell is kept free for the cursor at the end of the line.
    let room = usize::from(area.width).saturating_sub(1);
    let hidden = width::fit(words.as_str(), cursor.saturating_sub(room));
    let hidden_cells = width::of(&words.as_str()[..hidden]);
    let skipped = match cursor.saturating_sub(room) > hidden_cells {
        // A wide character at the left edge is skipped whole.
        true => hidden + width::step(words.as_str(), hidden).map_or(0, |step| step.len),
        false => hidden,
    };
    let mut row = Row::new();
    row.lit(&words, skipped..words.as_str().len(), Role::Plain, &[]);
    canvas.row(area.x, area.y, area.width, &row);
    if keys {
        let left = width::of(&words.as_str()[..skipped]);
        canvas.set_cursor(area, cursor.saturating_sub(left));
    }
}
