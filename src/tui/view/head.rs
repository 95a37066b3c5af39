//! The head of the screen: whose case it is, the views, how the draft stands or what was just said.

use crate::case::Kind;
use crate::ruling::{Reply, Sign, Standing};
use crate::text::safe::shown;
use crate::tui::canvas::layout::Parts;
use crate::tui::canvas::row::wrapped;
use crate::tui::canvas::{Canvas, Rect, Role, Row};
use crate::tui::desk::{Desk, View};

/// Draws the head.
pub fn head(desk: &Desk, canvas: &mut Canvas, parts: &Parts) {
    let width = |part: crate::tui::canvas::Rect| usize::from(part.width);
    if parts.title.height > 0 {
        let row = title(desk, width(parts.title));
        canvas.row(parts.title.x, parts.title.y, parts.title.width, &row);
        let row = summary(desk, canvas.theme.ascii, width(parts.summary));
        canvas.row(parts.summary.x, parts.summary.y, parts.summary.width, &row);
    }
    let row = views(desk, width(parts.views));
    canvas.row(parts.views.x, parts.views.y, parts.views.width, &row);
}

fn title(desk: &Desk, width: usize) -> Row {
    let case = &desk.open.case;
    let title = case.head.title.get().map_or("", String::as_str);
    let left = Row::new()
        .gap(1)
        .text(Role::Strong, &case.name)
        .gap(2)
        .text(Role::Plain, title);
    let mut right = String::new();
    if let Some(as_of) = case.head.as_of.get() {
        right = format!("as of {}", as_of.spoken());
    }
    if let Some(by) = &desk.seat.by {
        let role = case.head.team.get().and_then(|team| team.role_word(by));
        let role = role.map_or(String::new(), |role| format!(", {role}"));
        right = format!("{right} · you are {by}{role}");
    }
    left.right(
        width,
        Row::new()
            .text(Role::Dim, right.trim_start_matches(" · "))
            .gap(1),
    )
}

/// How many of what a view lists there are, behind its name.
fn count(view: View, desk: &Desk) -> String {
    let case = &desk.open.case;
    let sources = desk.open.kinds[Kind::Source.index()];
    match view {
        View::Draft | View::Timeline => String::new(),
        View::ToDo => format!(" {}", desk.lists.all[view.index()].spots()),
        View::Records => format!(" {}", case.records.len() - sources),
        View::Sources => format!(" {sources}"),
        View::Replies => match not_put(desk) {
            0 => String::new(),
            n => format!(" {n} not put"),
        },
    }
}

fn not_put(desk: &Desk) -> usize {
    let all = desk.open.allegations.iter();
    all.filter(|a| a.state == Reply::NotPut).count()
}

/// The views as tabs.
fn views(desk: &Desk, width: usize) -> Row {
    let (gap, labels) = labels(desk, width);
    labels.into_iter().fold(Row::new(), |row, (view, label)| {
        tab(row, is_on(desk, view), &label).gap(gap)
    })
}

/// The view whose tab is at a column.
pub fn view_at(desk: &Desk, width: usize, column: usize) -> Option<View> {
    let (gap, labels) = labels(desk, width);
    let mut end = 0;
    labels.into_iter().find_map(|(view, label)| {
        end += tab(Row::new(), is_on(desk, view), &label).width();
        let hit = column < end;
        end += gap;
        hit.then_some(view)
    })
}

/// What stands on each tab and how far apart they are: with counts where they fit, else the names alone, else the
/// numbers and the name of the one that is shown.
fn labels(desk: &Desk, width: usize) -> (usize, Vec<(View, String)>) {
    let of = |label: &dyn Fn(View) -> String| -> Vec<(View, String)> {
        View::ALL.map(|view| (view, label(view))).into()
    };
    let fits = |gap: usize, labels: &[(View, String)]| {
        let cells: usize = labels
            .iter()
            .map(|(_, label)| label.chars().count() + 2 + gap)
            .sum();
        cells <= width
    };
    let number = |view: View| view.index() + 1;
    let counted = of(&|view| format!("{} {}{}", number(view), view.name(), count(view, desk)));
    if fits(2, &counted) {
        return (2, counted);
    }
    let named = of(&|view| format!("{} {}", number(view), view.name()));
    if fits(0, &named) {
        return (0, named);
    }
    let numbered = |view: View| {
        if is_on(desk, view) {
            format!("{} {}", number(view), view.name())
        } else {
            number(view).to_string()
        }
    };
    (1, of(&numbered))
}

fn is_on(desk: &Desk, view: View) -> bool {
    view == desk.lists.view && desk.lists.seek.is_none()
}

fn tab(row: Row, on: bool, label: &str) -> Row {
    if on {
        row.tell(Role::ViewOn, &format!("[{label}]"))
    } else {
        row.gap(1).tell(Role::Plain, label).gap(1)
    }
}

/// How the draft stands: the counts, whole, as many as there is room for, and the share that is done.
fn summary(desk: &Desk, ascii: bool, width: usize) -> Row {
    let case = &desk.open.case;
    if case.draft.is_none() {
        let n = case.records.len();
        return Row::new()
            .gap(1)
            .tell(Role::Dim, &format!("{n} records, no draft.md yet"));
    }
    let counts = &desk.open.tally;
    let all: usize = counts.values().sum();
    let of = |standing: Standing| counts.get(&standing).copied().unwrap_or(0);
    let done = counts.iter().filter(|(standing, _)| standing.is_settled());
    let done: usize = done.map(|(_, n)| n).sum();
    let share = (done * 100).checked_div(all).unwrap_or(0);
    let mut right = Row::new();
    if let Some(by) = &desk.open.signed_by {
        right = right
            .text(Role::Strong, &format!("signed off by {by}"))
            .gap(2);
    }
    // What is counted before everything is compared may fall yet.
    if !desk.open.compared {
        right = right.say(Role::Doubt, "comparing…").gap(2);
    }
    let right = right.tell(Role::Plain, &format!("{share} %")).gap(1);
    let room = width.saturating_sub(right.width() + 2);
    let left = counted(all, &of, ascii, room);
    left.right(width, right)
}

/// The counts; where that is too wide without their words, the last first, and then without those that ask for nothing.
fn counted(all: usize, of: &dyn Fn(Standing) -> usize, ascii: bool, room: usize) -> Row {
    let first = [Standing::Confirmed, Standing::ToCheck];
    let others = Standing::ALL.into_iter().filter(|s| !first.contains(s));
    let (settled, asking): (Vec<_>, Vec<_>) = others.partition(|s| s.is_settled());
    let mut shown: Vec<Standing> = first.into_iter().chain(asking).chain(settled).collect();
    shown.retain(|standing| *standing == Standing::Confirmed || of(*standing) > 0);
    // The first so many with their words, the others as sign and number.
    let row = |shown: &[Standing], worded: usize| {
        let begin = Row::new()
            .gap(1)
            .tell(Role::Plain, &format!("{all} sentences"));
        shown.iter().enumerate().fold(begin, |row, (n, standing)| {
            let sign = Sign::of(*standing);
            let count = format!(" {}", of(*standing));
            let row = row.gap(2).sign(sign, ascii).tell(Role::Plain, &count);
            if n < worded {
                row.gap(1).tell(Role::Plain, sign.word)
            } else {
                row
            }
        })
    };
    let n = shown.len();
    let tries = (0..=n)
        .rev()
        .map(|worded| (n, worded))
        .chain((0..n).rev().map(|kept| (kept, 0)));
    let mut rows = tries.map(|(kept, worded)| row(&shown[..kept], worded));
    rows.find(|row| row.width() <= room).unwrap_or_default()
}

/// What was just said, in as many rows as it takes, over whatever stands below; nothing of it may be cut off.
pub fn notice(desk: &Desk, canvas: &mut Canvas, parts: &Parts) {
    let Some(notice) = &desk.notice else { return };
    let role = if notice.bad { Role::Bad } else { Role::Good };
    let sign = if notice.bad { "! " } else { "" };
    let words = shown(&format!("{sign}{}", notice.text));
    let place = if parts.summary.height > 0 {
        parts.summary
    } else {
        parts.views
    };
    let rows = wrapped(
        &words,
        usize::from(place.width).saturating_sub(2).max(1),
        2,
        role,
        &[],
    );
    let most = (parts.body.bottom() - place.y).min(MOST_SAID);
    let height = u16::try_from(rows.len()).unwrap_or(most).min(most);
    canvas.blank(Rect { height, ..place });
    let inner = Rect {
        x: place.x + 1,
        width: place.width.saturating_sub(1),
        height,
        ..place
    };
    canvas.rows(inner, &rows);
}

/// The most rows that a message takes.
const MOST_SAID: u16 = 6;
