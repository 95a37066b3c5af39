//! The box that a layer is drawn in, over the middle of the desk, and what several of them show in it.

use crate::text::width;
use crate::tui::canvas::{Canvas, Rect, Role, Row, Stand, field};
use crate::tui::page::Para;
use crate::tui::page::paragraph_rows::rows;
use tui_input::Input;

/// A place narrower than this is used from edge to edge.
const NARROW: u16 = 60;

/// Clears and frames a box, as high as wanted and as there is room for; gives its inside.
pub fn frame(canvas: &mut Canvas, body: Rect, title: &str, height: u16) -> Rect {
    let area = placed(body, height);
    let width = area.width;
    canvas.blank(area);
    if is_bare(area) {
        return area;
    }
    let dashes = usize::from(width).saturating_sub(width::of(title) + 5);
    let top = Row::new()
        .say(Role::BorderOn, "┌ ")
        .tell(Role::Strong, title)
        .tell(Role::BorderOn, &format!(" {}┐", "─".repeat(dashes + 1)));
    canvas.row(area.x, area.y, width, &top);
    let bottom = Row::new().tell(
        Role::BorderOn,
        &format!("└{}┘", "─".repeat(usize::from(width) - 2)),
    );
    canvas.row(area.x, area.bottom() - 1, width, &bottom);
    let side = Row::new().say(Role::BorderOn, "│");
    for y in area.y + 1..area.bottom() - 1 {
        canvas.row(area.x, y, 1, &side);
        canvas.row(area.right() - 1, y, 1, &side);
    }
    inside(body, height)
}

/// True for a box too small for a frame.
const fn is_bare(area: Rect) -> bool {
    area.height < 3 || area.width < 4
}

/// The inside of a box.
pub fn inside(body: Rect, height: u16) -> Rect {
    let area = placed(body, height);
    if is_bare(area) {
        return area;
    }
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width - 4,
        height: area.height - 2,
    }
}

/// Where a box lies: over the middle, as high as wanted and as there is room for.
fn placed(body: Rect, height: u16) -> Rect {
    let margin = if body.width < NARROW { 0 } else { 4 };
    let width = body
        .width
        .saturating_sub(margin)
        .clamp(1, 90)
        .min(body.width);
    let height = height.max(3).min(body.height);
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    }
}

/// Says something from the top of a box on.
pub fn say(canvas: &mut Canvas, area: Rect, para: &Para) {
    let said = rows(para, usize::from(area.width), Stand::Level);
    canvas.rows(area, &said);
}

/// A line typed into, so many rows below the top of a box.
pub fn line(canvas: &mut Canvas, area: Rect, down: u16, input: &Input, keys: bool) {
    if down < area.height {
        let place = Rect {
            y: area.y + down,
            height: 1,
            ..area
        };
        field::draw(canvas, place, input, keys);
    }
}
