//! The foot of the screen: the next thing to do, then the keys that help here; or the line being typed into.

use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::{Canvas, Rect, Role, Row, field};
use crate::tui::desk::{BoxPart, Desk, Layer, Pane, Question, Spot, View};

/// Draws the foot.
pub fn foot(desk: &Desk, keys: &Keymap, canvas: &mut Canvas, area: Rect) {
    if let Some(find) = desk.find.as_ref().filter(|find| find.typing) {
        let label = Row::new().gap(1).say(Role::Label, "find here  ");
        canvas.row(area.x, area.y, area.width, &label);
        let used = u16::try_from(label.width()).unwrap_or(0).min(area.width);
        let line = Rect {
            x: area.x + used,
            width: area.width - used,
            ..area
        };
        field::draw(canvas, line, &find.input, true);
        return;
    }
    let (scope, actions) = wanted(desk);
    let mut row = Row::new();
    for (n, (action, words)) in actions.into_iter().enumerate() {
        let key = keys.key(scope, action, canvas.theme.ascii);
        let key = if key.is_empty() {
            keys.key(Scope::Everywhere, action, canvas.theme.ascii)
        } else {
            key
        };
        if key.is_empty() {
            continue;
        }
        let hint = if n == 0 {
            Row::new()
                .gap(1)
                .tell(Role::FirstKey, &format!("[{key}] {}", words.to_uppercase()))
        } else {
            Row::new()
                .gap(2)
                .tell(Role::Key, &key)
                .tell(Role::Plain, &format!(" {words}"))
        };
        // A hint is there whole or not at all; a shorter one further on may still fit.
        if n == 0 || row.width() + hint.width() <= usize::from(area.width) {
            row = row.and(hint);
        }
    }
    canvas.row(area.x, area.y, area.width, &row);
}

/// The keys that help most where one is, the first one first.
fn wanted(desk: &Desk) -> (Scope, Vec<(Action, &'static str)>) {
    use Action as A;
    if let Some(layer) = desk.layers.last() {
        return match layer {
            Layer::Url(_) => (
                Scope::Question,
                vec![(A::Yes, "open in the browser"), (A::No, "leave it")],
            ),
            Layer::Ask(Question::Quit) => {
                (Scope::Question, vec![(A::Yes, "quit"), (A::No, "stay")])
            }
            Layer::Ask(Question::Unsaved) => (
                Scope::Question,
                vec![(A::No, "keep it"), (A::Yes, "throw it away")],
            ),
            Layer::Sign(_) => (
                Scope::Question,
                vec![(A::Yes, "sign off"), (A::No, "leave it")],
            ),
            Layer::Ask(Question::Undo { .. }) => (
                Scope::Question,
                vec![(A::Yes, "take it back"), (A::No, "leave it")],
            ),
            Layer::Rule(made) if made.part == BoxPart::List => (
                Scope::Ruling,
                vec![
                    (A::Accept, "save ruling"),
                    (A::NextField, "next field"),
                    (A::Saw, "how seen"),
                    (A::Close, "cancel"),
                ],
            ),
            Layer::Rule(_) => (
                Scope::Field,
                vec![
                    (A::Accept, "save ruling"),
                    (A::Close, "cancel"),
                    (A::NextField, "next field"),
                    (A::PreviousField, "field before"),
                    (A::EraseLine, "clear"),
                ],
            ),
            Layer::Who { .. } | Layer::Note(_) => (
                Scope::Field,
                vec![(A::Accept, "do it"), (A::Close, "leave it")],
            ),
            Layer::Private(_) => (Scope::Everywhere, vec![(A::Close, "hide")]),
            Layer::Help(_) | Layer::Paper(..) => (
                Scope::Menu,
                vec![
                    (A::Close, "close"),
                    (A::Down, "down"),
                    (A::Up, "up"),
                    (A::PageDown, "page down"),
                ],
            ),
            Layer::Copy(_) => (
                Scope::Menu,
                vec![
                    (A::Accept, "take"),
                    (A::Down, "down"),
                    (A::Up, "up"),
                    (A::Close, "close"),
                ],
            ),
            Layer::Palette(_)
            | Layer::UsedBy(_)
            | Layer::Narrow(_)
            | Layer::Cases(_)
            | Layer::Export(_) => (
                Scope::Field,
                vec![
                    (A::Accept, "take"),
                    (A::Down, "down"),
                    (A::Up, "up"),
                    (A::Close, "close"),
                ],
            ),
            Layer::Attach { .. } | Layer::Make(_) => (
                Scope::Field,
                vec![
                    (A::Accept, "do it"),
                    (A::NextField, "next field"),
                    (A::Close, "leave it"),
                ],
            ),
        };
    }
    if desk.chosen().is_some() {
        return (
            Scope::Marking,
            vec![
                (A::Copy, "copy with citation"),
                (A::Add, "make a quote"),
                (A::MarkWord, "word on"),
                (A::MarkWordBack, "word back"),
                (A::Close, "leave it"),
            ],
        );
    }
    let rest = [
        (A::Help, "keys"),
        (A::Quit, "quit"),
        (A::Search, "search the case"),
        (A::Find, "find here"),
        (A::Copy, "copy"),
        (A::Edit, "edit"),
    ];
    let first = match (desk.pane, &desk.seek) {
        (Pane::List, Some(_)) => vec![(A::Follow, "open"), (A::Close, "leave the search")],
        (Pane::List, None) => match (desk.view, desk.list().spot()) {
            (View::Draft | View::ToDo, Some(Spot::Sentence(_))) => {
                vec![
                    (A::Next, "next to check"),
                    (A::Follow, "open"),
                    (A::Rule, "rule"),
                ]
            }
            _ => vec![(A::Follow, "open"), (A::Next, "next")],
        },
        (Pane::Page, _) => vec![
            (A::Follow, "follow"),
            (A::Back, "back"),
            (A::Rule, "rule"),
            (A::NextPlace, "next passage"),
            (A::Differences, "differences"),
            (A::UsedBy, "used by"),
        ],
        (Pane::Words, _) => vec![
            (A::Mark, "choose words"),
            (A::Back, "back"),
            (A::NextPlace, "next passage"),
        ],
    };
    let scope = if desk.pane == Pane::Words {
        Scope::Words
    } else {
        Scope::Everywhere
    };
    (scope, first.into_iter().chain(rest).collect())
}
