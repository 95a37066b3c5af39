//! The ruling box, at the foot of the page.

use super::paras::rows;
use crate::keys::{Keymap, Scope};
use crate::ruling::{Ruling, Sign};
use crate::text::safe::shown;
use crate::tui::desk::{BoxPart, CHOICES, Desk, Para, RuleBox, Saving, Tone, words_of};
use crate::tui::{Canvas, Rect, Role, Row, Stand, field};

/// Draws the box inside a frame.
pub fn rule_box(desk: &Desk, made: &RuleBox, keys: &Keymap, canvas: &mut Canvas, area: Rect) {
    let width = usize::from(area.width);
    let mut y = area.y;
    let mut put = |canvas: &mut Canvas, row: &Row| {
        if y < area.bottom() {
            canvas.row(area.x, y, area.width, row);
        }
        y += 1;
    };
    // What is ruled on stays in sight, even where the box covers its page.
    let words = words_of(&desk.open.case, made.on);
    put(canvas, &Row::new().text(Role::Strong, &words));
    let tail = foot_rows(desk, made, width);
    // The list gives way first: what is chosen and typed, and whether it is saved, must stay in sight.
    let room = usize::from(area.height).saturating_sub(3 + tail.len());
    let shown_choices = room.min(CHOICES.len());
    let top = (made.choice + 1).saturating_sub(shown_choices);
    for (at, (action, _)) in CHOICES.iter().enumerate().skip(top).take(shown_choices) {
        let key = keys.key(Scope::Ruling, *action, canvas.theme.ascii);
        let chosen = at == made.choice;
        let stand = match (chosen, made.part == BoxPart::List) {
            (true, true) => Stand::Selected,
            (true, false) => Stand::Kept,
            (false, _) => Stand::Level,
        };
        let row = Row::new()
            .say(Role::Plain, if chosen { "> " } else { "  " })
            .tell(Role::Key, &key)
            .gap(2)
            .tell(Role::Strong, action.short())
            .to(20)
            .tell(Role::Dim, action.says())
            .stands(stand);
        put(canvas, &row);
    }
    let lines = [
        ("fix", &made.fix, made.part == BoxPart::Fix),
        ("why", &made.why, made.part == BoxPart::Why),
    ];
    for (name, input, has_keys) in lines {
        if y < area.bottom() {
            let label = Row::new().tell(Role::Label, name);
            canvas.row(area.x, y, area.width, &label);
            let place = Rect {
                x: area.x + 5.min(area.width),
                y,
                width: area.width.saturating_sub(5),
                height: 1,
            };
            field::draw(canvas, place, input, has_keys);
        }
        y += 1;
    }
    for row in tail {
        if y < area.bottom() {
            canvas.row(area.x, y, area.width, &row);
        }
        y += 1;
    }
}

/// How it was seen, what was not, and whether it is on the disk.
fn foot_rows(desk: &Desk, made: &RuleBox, width: usize) -> Vec<Row> {
    let saw = made.saw.map_or("not said", |saw| saw.word());
    let mut seen = Para::field("saw", Tone::Plain, saw).put(Tone::Dim, "  (s changes it)");
    let opened = desk.seen(made.on);
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
pub fn title(desk: &Desk, made: &RuleBox) -> String {
    let by = desk.seat.by.as_deref().unwrap_or_default();
    let name = shown(&made.on.name(&desk.open.case));
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
