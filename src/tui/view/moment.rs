//! A dated thing on the timeline: a bar on the axis of the whole case, its date, and under them what it is.

use crate::case::{Moment, RecordIx};
use crate::tui::desk::{Desk, Para, Spot, Tone, View, words_of};

/// What stands under an entry: on the timeline the words, under date and axis.
pub fn below(desk: &Desk, spot: Spot) -> Option<Para> {
    let (Spot::Record(ix), View::Timeline, None) = (spot, desk.lists.view, &desk.lists.seek) else {
        return None;
    };
    let moment = desk.open.moments.iter().find(|m| m.record == ix)?;
    let words = words_of(&desk.open.case, spot);
    let para = Para::new()
        .put(Tone::Dim, moment.what.word())
        .put(Tone::Plain, &format!("  {words}"));
    Some(para.indented(4, 2))
}

/// A dated thing: its date and a bar on the axis of the whole case. What it is stands below.
pub fn moment_para(desk: &Desk, ix: RecordIx) -> Option<Para> {
    let moments = &*desk.open.moments;
    let mine: Vec<&Moment> = moments.iter().filter(|m| m.record == ix).collect();
    let moment = mine.first()?;
    let when = moment.when.spoken();
    let para = Para::new()
        .put(Tone::Plain, "  ")
        .put(Tone::Dim, &axis(moment, moments))
        .put(Tone::Label, &format!("  {when}"));
    Some(para.indented(0, 4))
}

/// Cells of the axis.
const AXIS: i64 = 16;

/// Where a moment lies between the first and the last day of the case.
fn axis(moment: &Moment, moments: &[Moment]) -> String {
    let days =
        |date: jiff::civil::Date| i64::from(date.year()) * 366 + i64::from(date.day_of_year());
    let ends = moments.iter().filter_map(Moment::days);
    let first = ends.clone().map(|(from, _)| days(from)).min().unwrap_or(0);
    let last = ends
        .map(|(_, to)| days(to))
        .max()
        .unwrap_or(0)
        .max(first + 1);
    let Some((from, to)) = moment.days() else {
        return String::new();
    };
    let cell = |day: i64| ((day - first) * (AXIS - 1) / (last - first)).clamp(0, AXIS - 1);
    let (from, to) = (cell(days(from)), cell(days(to)));
    let draw = |at: i64| match at {
        at if at == from && from == to => 'o',
        at if at == from || at == to => '|',
        at if at > from && at < to => '-',
        _ => '.',
    };
    (0..AXIS).map(draw).collect()
}
