//! The words of a source around the passage in question, with signs under the words meant.

use crate::case::{Body, Case, Choice, Held, Holding};
use crate::ruling::Sign;
use crate::text::safe::{Shown, shown};
use crate::text::wrap::{Line, Wrap};
use crate::text::{Span, width};
use crate::tui::canvas::row::line_row;
use crate::tui::canvas::{Canvas, Rect, Role, Row, Stand};
use crate::tui::desk::pieces::{Piece, next, piece_at};
use crate::tui::desk::{Desk, Pane, Para, Reading, Tone};
use crate::wording;

/// True if there is a passage to show, whether or not its text is at hand.
pub fn has_words(desk: &Desk) -> bool {
    desk.reading
        .as_ref()
        .is_some_and(|reading| reading.shown().is_some())
}

/// Cells before the words: a bar, the paragraph's number.
const GUTTER: usize = 6;

/// The line above the words: which source, which place, how far it may be trusted, which passage of how many.
pub fn title(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let Some(reading) = &desk.reading else { return };
    let Some(passage) = reading.shown() else {
        return;
    };
    let case = &desk.open.case;
    let source = case.at(passage.source);
    let place = passage
        .locator
        .map_or(String::new(), |l| format!(" {}", wording::locator(l)));
    let left = Row::new()
        .tell(Role::Border, "─ ")
        .text(
            if desk.panes.focus == Pane::Words {
                Role::Strong
            } else {
                Role::Label
            },
            &format!("{}{place}", source.id.value),
        )
        .gap(1);
    let right = Row::new()
        .gap(1)
        .tell(Role::Dim, &tier(case, passage.source))
        .tell(
            Sign::of_held(passage.held).tone.into(),
            &trust(passage.held, case.holdings.get(&passage.source)),
        )
        .tell(
            Role::Dim,
            &format!(" · {} of {} ", reading.passage + 1, reading.passages.len()),
        );
    let gap = usize::from(area.width).saturating_sub(left.width() + right.width());
    let row = left.tell(Role::Border, &"─".repeat(gap)).and(right);
    canvas.row(area.x, area.y, area.width, &row);
}

fn tier(case: &Case, source: crate::case::RecordIx) -> String {
    match &case.at(source).body {
        Body::Source(source) => source
            .tier
            .get()
            .map_or(String::new(), |tier| format!("{} · ", tier.word())),
        _ => String::new(),
    }
}

fn trust(held: Held, holding: Option<&Holding>) -> String {
    let unproved = held == Held::Full && holding.is_none_or(|h| h.sha256.is_none());
    let but = if unproved { ", no hash" } else { "" };
    format!("{}{but}", held.words())
}

/// Draws the words.
pub fn words_pane(desk: &Desk, canvas: &mut Canvas, area: Rect) {
    let Some(reading) = &desk.reading else { return };
    let case = &desk.open.case;
    let Some(passage) = reading.shown() else {
        say(canvas, area, "This stands on no source's words yet.");
        return;
    };
    let Some(holding) = case
        .holdings
        .get(&passage.source)
        .filter(|h| !h.text.is_empty())
    else {
        let id = &case.at(passage.source).id.value;
        say(
            canvas,
            area,
            &format!("The text of {id} is not on this machine. a attaches it."),
        );
        return;
    };
    let mut y = area.y;
    let mut piece = Some(piece_at(holding, reading.words.top));
    while let Some(here) = piece {
        for row in piece_rows(desk, reading, holding, here, usize::from(area.width)) {
            if y >= area.bottom() {
                return;
            }
            canvas.row(area.x, y, area.width, &row);
            y += 1;
        }
        piece = next(holding, here);
    }
}

fn say(canvas: &mut Canvas, area: Rect, words: &str) {
    let para = Para::new().put(Tone::Dim, words);
    let rows = crate::tui::page::paragraph_rows::rows(
        &para,
        usize::from(area.width.saturating_sub(2)),
        Stand::Level,
    );
    let inner = Rect {
        x: area.x + u16::from(area.width > 1),
        width: area.width.saturating_sub(2),
        ..area
    };
    canvas.rows(inner, &rows);
}

/// One piece of the text: its lines, and under each line with words in question a row of signs.
fn piece_rows(
    desk: &Desk,
    reading: &Reading,
    holding: &Holding,
    piece: Piece,
    width: usize,
) -> Vec<Row> {
    let text = piece.span.of(&holding.text);
    let words = shown(text);
    let passage = reading.shown();
    let located = passage
        .and_then(|p| p.located)
        .is_some_and(|place| place.overlaps(piece.span));
    let place = |span: Span| {
        let from = span.start.clamp(piece.span.start, piece.span.end) - piece.span.start;
        let to = span.end.clamp(piece.span.start, piece.span.end) - piece.span.start;
        (from < to).then(|| words.place(from..to))
    };
    let hits: Vec<_> = passage
        .iter()
        .flat_map(|p| &p.words)
        .filter_map(|span| place(*span))
        .collect();
    let mut lights: Vec<_> = hits
        .iter()
        .map(|range| (range.clone(), Role::Passage))
        .collect();
    let found = desk
        .panes
        .find
        .as_ref()
        .filter(|_| desk.panes.focus == Pane::Words)
        .and_then(|find| find.at);
    lights.extend(found.and_then(place).map(|range| (range, Role::Hit)));
    lights.extend(
        desk.chosen()
            .and_then(place)
            .map(|range| (range, Role::Marked)),
    );
    let number = piece.number.map_or(String::new(), |n| n.to_string());
    let room = width.saturating_sub(GUTTER + 1).max(1);
    let mut rows = vec![];
    for (nth, line) in Wrap::new(&words, room, 0).enumerate() {
        let number = if nth == 0 { number.as_str() } else { "" };
        let gutter = gutter(located, number);
        rows.push(gutter.and(line_row(&words, &line, Role::Plain, &lights)));
        if let Some(signs) = under(&words, &line, &hits) {
            rows.push(self::gutter(located, "").tell(Role::Passage, &signs));
        }
    }
    rows
}

fn gutter(located: bool, number: &str) -> Row {
    let bar = if located { "▌" } else { " " };
    Row::new()
        .tell(Role::Passage, bar)
        .tell(Role::Dim, &format!("{number:>3}  "))
}

/// Signs under the words in question, so that they are seen without colour; none where a line holds none of them.
fn under(words: &Shown, line: &Line, hits: &[std::ops::Range<usize>]) -> Option<String> {
    let text = words.as_str();
    let mut signs = " ".repeat(line.indent);
    let mut any = false;
    for (at, cluster, cells) in width::steps(&text[line.range.clone()]) {
        let at = line.range.start + at;
        let hit = hits.iter().any(|hit| hit.contains(&at)) && !cluster.trim().is_empty();
        any |= hit;
        signs.push_str(&(if hit { "^" } else { " " }).repeat(cells));
    }
    any.then(|| signs.trim_end().to_owned())
}
