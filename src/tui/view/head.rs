//! The head of the screen: whose case it is, the views, how the draft stands or what was just said.

use crate::case::Kind;
use crate::ruling::{Reply, Standing};
use crate::tui::desk::{Desk, View};
use crate::tui::layout::Parts;
use crate::tui::{Canvas, Role, Row, Sign};

/// Draws the head.
pub fn head(desk: &Desk, canvas: &mut Canvas, parts: &Parts) {
    let width = |part: crate::tui::Rect| usize::from(part.width);
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
        View::ToDo => format!(" {}", desk.lists[view.index()].spots()),
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
    view == desk.view && desk.seek.is_none()
}

fn tab(row: Row, on: bool, label: &str) -> Row {
    if on {
        row.tell(Role::ViewOn, &format!("[{label}]"))
    } else {
        row.gap(1).tell(Role::Plain, label).gap(1)
    }
}

fn summary(desk: &Desk, ascii: bool, width: usize) -> Row {
    if let Some(notice) = &desk.notice {
        let role = if notice.bad { Role::Bad } else { Role::Good };
        let sign = if notice.bad { "! " } else { "" };
        return Row::new().gap(1).tell(role, sign).text(role, &notice.text);
    }
    let case = &desk.open.case;
    if case.draft.is_none() {
        let n = case.records.len();
        return Row::new()
            .gap(1)
            .tell(Role::Dim, &format!("{n} records, no draft.md yet"));
    }
    let counts = &desk.open.tally;
    let all: usize = counts.values().sum();
    let mut row = Row::new()
        .gap(1)
        .tell(Role::Plain, &format!("{all} sentences"));
    let mut shown = vec![Standing::Confirmed, Standing::ToCheck];
    shown.extend(
        Standing::ALL
            .into_iter()
            .filter(|s| !matches!(s, Standing::Confirmed | Standing::ToCheck)),
    );
    for standing in shown {
        let n = counts.get(&standing).copied().unwrap_or(0);
        if n > 0 || standing == Standing::Confirmed {
            let sign = Sign::of(standing);
            row = row
                .gap(2)
                .sign(sign, ascii)
                .tell(Role::Plain, &format!(" {n} {}", sign.word));
        }
    }
    if let Some(by) = &desk.open.signed_by {
        row = row
            .gap(2)
            .text(Role::Strong, &format!("signed off by {by}"));
    }
    let done = counts.get(&Standing::Confirmed).copied().unwrap_or(0)
        + counts.get(&Standing::Waived).copied().unwrap_or(0)
        + counts.get(&Standing::NoneNeeded).copied().unwrap_or(0);
    let share = (done * 100).checked_div(all).unwrap_or(0);
    row.right(
        width,
        Row::new().tell(Role::Plain, &format!("{share} %")).gap(1),
    )
}
