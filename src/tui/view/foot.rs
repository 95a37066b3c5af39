//! The foot of the screen: the next thing to do, then the keys that help here; or the line being typed into.

use crate::keys::{Action, Keymap, Scope};
use crate::tui::canvas::{Canvas, Rect, Role, Row, field};
use crate::tui::desk::{Desk, Hint, Pane, Spot, View};

/// Draws the foot.
pub fn foot(desk: &Desk, keys: &Keymap, canvas: &mut Canvas, area: Rect) {
    if let Some(find) = desk.panes.find.as_ref().filter(|find| find.typing) {
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
fn wanted(desk: &Desk) -> (Scope, Vec<Hint>) {
    if let Some(layer) = desk.layers.last() {
        let scope = layer.scope().unwrap_or(Scope::Everywhere);
        return (scope, layer.hints().to_vec());
    }
    if desk.chosen().is_some() {
        return (Scope::Marking, CHOOSING.to_vec());
    }
    let first = match (desk.panes.focus, &desk.lists.seek) {
        (Pane::List, Some(_)) => HITS,
        (Pane::List, None) => match (desk.lists.view, desk.list().spot()) {
            (View::Draft | View::ToDo, Some(Spot::Sentence(_))) => SENTENCES,
            _ => LIST,
        },
        (Pane::Page, _) => PAGE,
        (Pane::Words, _) => WORDS,
    };
    let scope = if desk.panes.focus == Pane::Words {
        Scope::Words
    } else {
        Scope::Everywhere
    };
    (scope, [first, ANYWHERE].concat())
}

/// While words of a source are being chosen.
const CHOOSING: &[Hint] = &[
    (Action::Copy, "copy with citation"),
    (Action::Add, "make a quote"),
    (Action::MarkWord, "word on"),
    (Action::MarkWordBack, "word back"),
    (Action::Close, "leave it"),
];

/// In what a search found.
const HITS: &[Hint] = &[
    (Action::Follow, "open"),
    (Action::Close, "leave the search"),
];

/// On a sentence of the draft or of what is to do.
const SENTENCES: &[Hint] = &[
    (Action::Next, "next to check"),
    (Action::Follow, "open"),
    (Action::Rule, "rule"),
];

/// On anything else in a list.
const LIST: &[Hint] = &[(Action::Follow, "open"), (Action::Next, "next")];

/// In a page.
const PAGE: &[Hint] = &[
    (Action::Follow, "follow"),
    (Action::Back, "back"),
    (Action::Rule, "rule"),
    (Action::NextPlace, "next passage"),
    (Action::Differences, "differences"),
    (Action::UsedBy, "used by"),
];

/// In the words of a source.
const WORDS: &[Hint] = &[
    (Action::Mark, "choose words"),
    (Action::Back, "back"),
    (Action::NextPlace, "next passage"),
];

/// Behind these, wherever one is.
const ANYWHERE: &[Hint] = &[
    (Action::Help, "keys"),
    (Action::Quit, "quit"),
    (Action::Search, "search the case"),
    (Action::Find, "find here"),
    (Action::Copy, "copy"),
    (Action::Edit, "edit"),
];
