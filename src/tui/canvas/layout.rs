//! Where the panes lie in a window of any size.
use ratatui::layout::Rect;

/// Below this many columns or rows only a line says that the window is too small.
pub const SMALLEST: (u16, u16) = (20, 6);

/// How the panes are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// No room for anything.
    TooSmall,
    /// One pane at a time.
    One,
    /// The list over the text.
    Stacked,
    /// The list at the left, record over words at the right.
    Two,
    /// A list of kinds at the left of that.
    Three,
}

/// The arrangement for a window.
pub const fn shape(width: u16, height: u16) -> Shape {
    match (width, height) {
        (0..20, _) | (_, 0..6) => Shape::TooSmall,
        (20..60, _) | (60..100, 6..12) => Shape::One,
        (60..100, _) => Shape::Stacked,
        (100..150, _) => Shape::Two,
        _ => Shape::Three,
    }
}

/// The parts of the screen. A part without room is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// The case's title line.
    pub title: Rect,
    /// The views.
    pub views: Rect,
    /// Counts, or what was just said.
    pub summary: Rect,
    /// The line under them.
    pub top_line: Rect,
    /// Everything between the two lines.
    pub body: Rect,
    /// The kinds of records.
    pub kinds: Rect,
    /// The list or draft.
    pub list: Rect,
    /// The page of what is selected.
    pub page: Rect,
    /// The line between page and words.
    pub middle_line: Rect,
    /// The words of its source.
    pub words: Rect,
    /// The line above the foot.
    pub foot_line: Rect,
    /// The keys.
    pub foot: Rect,
}

/// Cuts a window into its parts. `zoomed` gives one pane the whole body, as a narrow window does.
pub fn parts(area: Rect, zoomed: bool) -> Parts {
    let shape = shape(area.width, area.height);
    if shape == Shape::TooSmall {
        return Parts::default();
    }
    let line = |y: u16| Rect::new(area.x, area.y + y, area.width, 1);
    // The lower the window the fewer lines around the body: first the summary's goes, then the title's.
    let low = area.height < 12;
    let head = if low { 1 } else { 3 };
    let foot = area.height - 1;
    let mut parts = Parts {
        views: line(u16::from(!low)),
        top_line: line(head),
        foot_line: line(foot - 1),
        foot: line(foot),
        body: Rect::new(area.x, area.y + head + 1, area.width, foot - head - 2),
        ..Parts::default()
    };
    if !low {
        parts.title = line(0);
        parts.summary = line(2);
    }
    let shape = if zoomed { Shape::One } else { shape };
    panes(shape, &mut parts);
    parts
}

fn panes(shape: Shape, parts: &mut Parts) {
    let body = parts.body;
    match shape {
        Shape::TooSmall => {}
        // One pane is shown at a time, so all have the same room.
        Shape::One => {
            parts.list = body;
            parts.page = body;
            parts.words = body;
        }
        Shape::Stacked => {
            let above = body.height * 2 / 5;
            parts.list = Rect {
                height: above,
                ..body
            };
            parts.middle_line = Rect::new(body.x, body.y + above, body.width, 1);
            let below = Rect {
                y: body.y + above + 1,
                height: body.height - above - 1,
                ..body
            };
            parts.page = below;
            parts.words = below;
        }
        Shape::Two => columns(body, 0, parts),
        Shape::Three => {
            let kinds = 18;
            parts.kinds = Rect {
                width: kinds,
                ..body
            };
            columns(body, kinds + 1, parts);
        }
    }
}

/// The list at the left, a free column for the line, page over words at the right.
fn columns(body: Rect, from: u16, parts: &mut Parts) {
    let width = body.width - from;
    let left = width * 9 / 20;
    let right = Rect {
        x: body.x + from + left + 1,
        width: width - left - 1,
        ..body
    };
    let above = (body.height / 2).max(3).min(body.height);
    parts.list = Rect {
        x: body.x + from,
        width: left,
        ..body
    };
    parts.page = Rect {
        height: above,
        ..right
    };
    let below = body.height - above;
    parts.middle_line = Rect {
        y: right.y + above,
        height: below.min(1),
        ..right
    };
    parts.words = Rect {
        y: right.y + above + below.min(1),
        height: below.saturating_sub(1),
        ..right
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_inside_the_window_at_any_size() {
        for width in 0..200 {
            for height in 0..70 {
                for zoomed in [false, true] {
                    let area = Rect::new(0, 0, width, height);
                    let p = parts(area, zoomed);
                    let all = [
                        p.title,
                        p.views,
                        p.summary,
                        p.top_line,
                        p.body,
                        p.kinds,
                        p.list,
                        p.page,
                        p.middle_line,
                        p.words,
                        p.foot_line,
                        p.foot,
                    ];
                    for part in all {
                        assert_eq!(
                            part.intersection(area).area(),
                            part.area(),
                            "{width}×{height} {part:?}"
                        );
                    }
                    if !zoomed && shape(width, height) == Shape::Two {
                        assert!(!p.list.intersects(p.page) && !p.page.intersects(p.words));
                    }
                }
            }
        }
    }

    #[test]
    fn the_widths_of_the_contract_divide_the_arrangements() {
        let at = |width| shape(width, 24);
        assert_eq!(
            [at(19), at(20), at(59)],
            [Shape::TooSmall, Shape::One, Shape::One]
        );
        assert_eq!(
            [at(60), at(99), at(100)],
            [Shape::Stacked, Shape::Stacked, Shape::Two]
        );
        assert_eq!([at(149), at(150)], [Shape::Two, Shape::Three]);
        assert_eq!(shape(80, 5), Shape::TooSmall);
    }
}
