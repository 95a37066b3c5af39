//! How the ruling box is drawn: at the foot of the page, so that what is ruled on stays in sight.

use super::frame::frame;
use super::on_top::Sheet;
use super::rule_box::{BoxPart, CHOICES, RuleBox, Saving};
use crate::case::Case;
use crate::keys::Scope;
use crate::ruling::{Ruling, Sign};
use crate::text::safe::shown;
use crate::tui::canvas::layout::Parts;
use crate::tui::canvas::{Rect, Role, Row, Stand, field};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::paragraph_rows::rows;
use crate::tui::page::selection::words_of;
use crate::tui::page::{Para, Tone};

/// Rows of the box.
const BOX: u16 = 18;

/// The lower part of where the page and its words are.
fn lower_right(parts: &Parts) -> Rect {
    let column = parts.page;
    let beside = parts.page.x > parts.list.x;
    let height = parts.body.height.min(BOX);
    Rect {
        x: if beside { column.x } else { parts.body.x },
        y: parts.body.bottom() - height,
        width: if beside {
            column.width
        } else {
            parts.body.width
        },
        height,
    }
}

/// Draws the box.
pub fn draw(made: &RuleBox, at: &AtHand, sheet: &mut Sheet) {
    let title = title(made, &at.open.case, at.seat.by.as_deref());
    let area = frame(sheet.canvas, lower_right(sheet.parts), &title, BOX);
    let mut y = area.y;
    // What is ruled on stays in sight, even where the box covers its page.
    let words = words_of(&at.open.case, made.on);
    put(sheet, area, &mut y, &Row::new().text(Role::Strong, &words));
    let tail = foot_rows(made, at, usize::from(area.width));
    // The list gives way first: what is chosen and typed, and whether it is saved, must stay in sight.
    let room = usize::from(area.height).saturating_sub(3 + tail.len());
    for row in choices(made, sheet, room.min(CHOICES.len())) {
        put(sheet, area, &mut y, &row);
    }
    let lines = [
        ("fix", &made.fix, made.part == BoxPart::Fix),
        ("why", &made.why, made.part == BoxPart::Why),
    ];
    for (name, input, has_keys) in lines {
        let place = Rect {
            x: area.x + 5.min(area.width),
            y,
            width: area.width.saturating_sub(5),
            height: 1,
        };
        put(sheet, area, &mut y, &Row::new().tell(Role::Label, name));
        if place.y < area.bottom() {
            field::draw(sheet.canvas, place, input, has_keys);
        }
    }
    for row in tail {
        put(sheet, area, &mut y, &row);
    }
}

/// Draws a row where there is room for it, and goes on to the next.
fn put(sheet: &mut Sheet, area: Rect, y: &mut u16, row: &Row) {
    if *y < area.bottom() {
        sheet.canvas.row(area.x, *y, area.width, row);
    }
    *y += 1;
}

/// The rulings to choose from, so many of them, the chosen one among them.
fn choices(made: &RuleBox, sheet: &Sheet, shown: usize) -> Vec<Row> {
    let top = (made.choice + 1).saturating_sub(shown);
    let choices = CHOICES.iter().enumerate().skip(top).take(shown);
    let row = |(at, (action, _)): (usize, &(crate::keys::Action, Ruling))| {
        let key = sheet
            .keys
            .key(Scope::Ruling, *action, sheet.canvas.theme.ascii);
        let chosen = at == made.choice;
        let stand = match (chosen, made.part == BoxPart::List) {
            (true, true) => Stand::Selected,
            (true, false) => Stand::Kept,
            (false, _) => Stand::Level,
        };
        Row::new()
            .say(Role::Plain, if chosen { "> " } else { "  " })
            .tell(Role::Key, &key)
            .gap(2)
            .tell(Role::Strong, action.short())
            .to(20)
            .tell(Role::Dim, action.says())
            .stands(stand)
    };
    choices.map(row).collect()
}

/// How it was seen, what was not, and whether it is on the disk.
fn foot_rows(made: &RuleBox, at: &AtHand, width: usize) -> Vec<Row> {
    let saw = made.saw.map_or("not said", |saw| saw.word());
    let mut seen = Para::field("saw", Tone::Plain, saw).put(Tone::Dim, "  (s changes it)");
    let opened = at.work.seen(made.on);
    if !opened.is_empty() {
        seen = seen.put(Tone::Plain, &format!("   opened {}", opened.join(", ")));
    }
    let mut paras = vec![seen];
    if made.changed {
        paras.push(Para::new().put(
            Tone::Doubt,
            "! it changed in the files meanwhile: look at it as it is now",
        ));
    }
    if !made.asked.is_empty() {
        paras.push(Para::new().put(
            Tone::Doubt,
            &format!(
                "! {}. Enter again confirms all the same.",
                made.asked.join("; ")
            ),
        ));
    }
    paras.push(saving(&made.saving));
    paras
        .iter()
        .flat_map(|para| rows(para, width, Stand::Level))
        .collect()
}

/// Whether it is on the disk.
pub fn saving(saving: &Saving) -> Para {
    let (tone, words) = match saving {
        Saving::NotYet => (Tone::Dim, "[ ] not saved yet".to_owned()),
        Saving::Saving => (Tone::Plain, "[…] saving".to_owned()),
        Saving::NotSaved(why) => (
            Tone::Bad,
            format!(
                "[{}] NOT SAVED: {why}. Enter tries again.",
                Sign::WRONG.sign
            ),
        ),
    };
    Para::new().put(tone, &words)
}

/// Whom the box is for and who rules, as its title.
fn title(made: &RuleBox, case: &Case, by: Option<&str>) -> String {
    let by = by.unwrap_or_default();
    let name = shown(&made.on.name(case));
    let more = match made.rest.len() {
        0 => String::new(),
        n => format!(", {n} more after it"),
    };
    let what = if made.ruling() == Ruling::LegalCleared {
        "legal ruling"
    } else {
        "ruling"
    };
    format!("your {what} on {}{more} · {by}", name.as_str())
}
