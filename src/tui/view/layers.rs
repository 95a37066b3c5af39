//! What lies on top of the desk, in a box over its middle.

use super::page_pane::page;
use super::rule_box::{self, rule_box};
use crate::keys::{Keymap, Scope};
use crate::text::width;
use crate::tui::canvas::layout::Parts;
use crate::tui::canvas::{Canvas, Rect, Role, Row, Stand, field};
use crate::tui::desk::{Desk, Layer, Make, Page, Para, Picker, Question, SignBox, Tone};
use crate::tui::page::paras::rows;
use tui_input::Input;

/// Draws the uppermost layer.
pub fn layers(desk: &Desk, keys: &Keymap, canvas: &mut Canvas, parts: &Parts) {
    let body = parts.body;
    let Some(layer) = desk.layers.last() else {
        return;
    };
    match layer {
        Layer::Rule(made) => {
            let area = frame(
                canvas,
                lower_right(parts),
                &rule_box::title(desk, made),
                BOX,
            );
            rule_box(desk, made, keys, canvas, area);
        }
        Layer::Paper(title, paper, scroll) => {
            let area = frame(canvas, body, title, body.height);
            page(paper, *scroll, None, canvas, area);
        }
        Layer::Sign(made) => {
            let area = frame(canvas, body, "sign off the story", 7);
            page(&signing(desk, made), 0, None, canvas, area);
        }
        Layer::Export(picker) => pick(picker, canvas, body),
        Layer::Who { input, .. } => {
            let area = frame(canvas, body, "who are you?", 6);
            let para = Para::new().put(Tone::Plain, &who_is_there(desk));
            let said = rows(&para, usize::from(area.width), Stand::Level);
            canvas.rows(area, &said);
            line(canvas, area, area.height.saturating_sub(1), input, true);
        }
        Layer::Note(note) => {
            let (title, says) = match &note.answers {
                Some((_, question)) => ("your answer", format!("“{question}”")),
                None => (
                    "a note to yourself, or a question",
                    "begin with @name to ask somebody; otherwise only you see it".to_owned(),
                ),
            };
            let area = frame(canvas, body, title, 6);
            let para = Para::new().put(Tone::Dim, &says);
            let said = rows(&para, usize::from(area.width), Stand::Level);
            canvas.rows(area, &said);
            line(
                canvas,
                area,
                area.height.saturating_sub(1),
                &note.input,
                true,
            );
        }
        Layer::Help(scroll) => {
            let area = frame(canvas, body, "all keys", body.height);
            page(&help(keys, canvas.theme.ascii), *scroll, None, canvas, area);
        }
        Layer::Palette(picker) => pick(picker, canvas, body),
        Layer::Copy(picker) => pick(picker, canvas, body),
        Layer::UsedBy(picker) => pick(picker, canvas, body),
        Layer::Narrow(picker) => pick(picker, canvas, body),
        Layer::Cases(picker) => pick(picker, canvas, body),
        Layer::Url(url) => {
            let area = frame(canvas, body, "open this address in the browser?", 6);
            let para = Para::new().put(Tone::Strong, url);
            canvas.rows(area, &rows(&para, usize::from(area.width), Stand::Level));
        }
        Layer::Attach { source, input } => {
            let area = frame(canvas, body, "attach a text", 6);
            let para = Para::new().put(
                Tone::Plain,
                &format!("path of the text file to keep as {source}:"),
            );
            canvas.rows(area, &rows(&para, usize::from(area.width), Stand::Level));
            line(canvas, area, 1, input, true);
        }
        Layer::Make(make) => self::make(make, canvas, body),
        Layer::Private(private) => {
            let area = frame(canvas, body, "private: any key hides it", 10);
            page(private, 0, None, canvas, area);
        }
        Layer::Ask(question) => {
            let (title, says) = match question {
                Question::Quit => (
                    "quit casefile?",
                    "enter or y quits, esc or n stays".to_owned(),
                ),
                Question::Unsaved => (
                    "this ruling is NOT SAVED",
                    "enter or y throws it away, esc or n keeps it on the screen".to_owned(),
                ),
                Question::Undo { says, .. } => (
                    "take your last ruling back?",
                    format!("{says}. Enter or y takes it back, esc or n leaves it"),
                ),
            };
            let area = frame(canvas, body, title, 5);
            let para = Para::new().put(Tone::Plain, &says);
            canvas.rows(area, &rows(&para, usize::from(area.width), Stand::Level));
        }
    }
}

/// Whose short names there are to choose from.
fn who_is_there(desk: &Desk) -> String {
    let team = desk.open.case.head.team.get();
    let members = team.map_or(&[][..], |team| &team.members);
    let names = members.iter().map(|(short, _)| {
        let role = team.and_then(|team| team.role_word(&short.value));
        role.map_or_else(
            || short.value.clone(),
            |role| format!("{} ({role})", short.value),
        )
    });
    let names: Vec<String> = names.collect();
    let named = if names.is_empty() {
        "a short name for you, in small letters".to_owned()
    } else {
        format!("your short name, of the team: {}", names.join(", "))
    };
    format!("{named}. `by` in config.toml answers this for good.")
}

/// What signing off says, and whether it is on the disk.
fn signing(desk: &Desk, made: &SignBox) -> Page {
    let by = desk.seat.by.as_deref().unwrap_or_default();
    let mut said = Page::default();
    said.push(Para::new().put(
        Tone::Strong,
        &format!("Nothing is open. Enter signs the story off as {by}."),
    ));
    said.push(Para::new().put(
        Tone::Dim,
        "Any later change to the draft withdraws the signature and says why.",
    ));
    said.gap();
    said.push(rule_box::saving(&made.saving));
    said
}

/// The lower part of where the page and its words are, so that what is ruled on stays in sight.
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

/// Rows of the ruling box.
const BOX: u16 = 18;
/// A place narrower than this is used from edge to edge.
const NARROW: u16 = 60;

/// Clears and frames a box, as high as wanted and as there is room for; gives its inside.
fn frame(canvas: &mut Canvas, body: Rect, title: &str, height: u16) -> Rect {
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

fn line(canvas: &mut Canvas, area: Rect, down: u16, input: &Input, keys: bool) {
    if down < area.height {
        let place = Rect {
            y: area.y + down,
            height: 1,
            ..area
        };
        field::draw(canvas, place, input, keys);
    }
}

fn pick<T>(picker: &Picker<T>, canvas: &mut Canvas, body: Rect) {
    let wanted = u16::try_from(picker.choices.len() + 4).unwrap_or(u16::MAX);
    let area = frame(canvas, body, picker.title, wanted.min(body.height));
    line(canvas, area, 0, &picker.input, true);
    let room = usize::from(area.height.saturating_sub(1));
    let top = (picker.selected + 1).saturating_sub(room);
    let name_width = picker
        .choices
        .iter()
        .map(|(name, _, _)| width::of(crate::text::safe::shown(name).as_str()))
        .max()
        .unwrap_or(0)
        .min(28);
    for (i, (choice, marks)) in picker.shown.iter().enumerate().skip(top).take(room) {
        let Some((name, says, _)) = picker.choices.get(*choice) else {
            continue;
        };
        let stand = if i == picker.selected {
            Stand::Selected
        } else {
            Stand::Level
        };
        let shown = crate::text::safe::shown(name);
        let lights: Vec<_> = marks
            .iter()
            .map(|m| (shown.place(m.clone()), Role::Hit))
            .collect();
        let mut row = Row::new();
        row.lit(&shown, 0..shown.as_str().len(), Role::Plain, &lights);
        let row = row.to(name_width + 2).text(Role::Dim, says).stands(stand);
        let y = area.y + 1 + u16::try_from(i - top).unwrap_or(0);
        canvas.row(area.x, y, area.width, &row);
    }
}

fn make(make: &Make, canvas: &mut Canvas, body: Rect) {
    let area = frame(canvas, body, "make a quote of these words", 9);
    let mut said = Page::default();
    said.push(Para::new().put(Tone::Strong, &format!("“{}”", make.words)));
    said.push(Para::field("source", Tone::Plain, &make.source));
    let top = Rect {
        height: area.height.saturating_sub(4),
        ..area
    };
    page(&said, 0, None, canvas, top);
    let fields = [
        ("id", &make.id, !make.on_who),
        ("who", &make.who, make.on_who),
    ];
    for (n, (name, input, keys)) in fields.into_iter().enumerate() {
        let down = area.height.saturating_sub(3) + u16::try_from(n).unwrap_or(0);
        let label = Row::new().say(Role::Label, name);
        canvas.row(area.x, area.y + down, area.width, &label);
        let place = Rect {
            x: area.x + 6,
            width: area.width.saturating_sub(6),
            ..area
        };
        line(canvas, place, down, input, keys);
    }
    let told = Row::new().say(Role::Dim, "it is added to inbox.yaml");
    canvas.row(area.x, area.bottom().saturating_sub(1), area.width, &told);
}

/// The keys that do something, by where they do it, from the one table.
pub fn help(keys: &Keymap, ascii: bool) -> Page {
    let mut page = Page::default();
    for scope in Scope::ALL {
        let rows: Vec<_> = keys
            .rows()
            .filter(|(row, chords)| row.scope == scope && !chords.is_empty())
            .collect();
        if rows.is_empty() {
            continue;
        }
        page.gap();
        page.push(Para::new().put(Tone::Label, &scope.title().to_uppercase()));
        let mut group = None;
        for (row, chords) in rows {
            if scope == Scope::Everywhere && group != Some(row.group.title()) {
                page.push(Para::new().put(Tone::Dim, row.group.title()));
                group = Some(row.group.title());
            }
            let chords: Vec<String> = chords.iter().map(|chord| chord.drawn(ascii)).collect();
            let names = chords.join("  ");
            page.push(
                Para::new()
                    .put(Tone::Strong, &format!("  {names:<22} "))
                    .put(Tone::Plain, row.action.says())
                    .indented(0, 25),
            );
        }
    }
    page
}
