//! The table: where, which chords, what.
use super::{Action, Scope};

/// Which part of the help page a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The six views.
    Views,
    /// Moving about.
    Move,
    /// Following what cites what.
    Links,
    /// Finding.
    Find,
    /// Checking and ruling.
    Check,
    /// Getting things in and out.
    Bring,
    /// The desk itself.
    Desk,
    /// Writing a line.
    Write,
}

impl Group {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Views => "views",
            Self::Move => "move",
            Self::Links => "follow",
            Self::Find => "find",
            Self::Check => "check",
            Self::Bring => "in and out",
            Self::Desk => "desk",
            Self::Write => "write",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Where it holds.
    pub scope: Scope,
    /// What happens.
    pub action: Action,
    /// Its chords as a configuration would write them; the first is the one shown at the foot of the screen.
    pub chords: &'static [&'static str],
    /// Its part of the help page.
    pub group: Group,
}

const fn row(scope: Scope, group: Group, action: Action, chords: &'static [&'static str]) -> Row {
    Row {
        scope,
        action,
        chords,
        group,
    }
}

use Action as A;
use Group as G;
use Scope::{Everywhere, Field, Marking, Menu, Question, Ruling, Words};

/// The default keys.
pub const TABLE: &[Row] = &[
    row(Everywhere, G::Views, A::Draft, &["1"]),
    row(Everywhere, G::Views, A::ToDo, &["2"]),
    row(Everywhere, G::Views, A::Records, &["3"]),
    row(Everywhere, G::Views, A::Sources, &["4"]),
    row(Everywhere, G::Views, A::Timeline, &["5"]),
    row(Everywhere, G::Views, A::Replies, &["6"]),
    row(Everywhere, G::Move, A::NextPane, &["tab", "right", "l"]),
    row(
        Everywhere,
        G::Move,
        A::PreviousPane,
        &["shift-tab", "left", "h"],
    ),
    row(Everywhere, G::Move, A::Up, &["up", "k"]),
    row(Everywhere, G::Move, A::Down, &["down", "j"]),
    row(Everywhere, G::Move, A::PageUp, &["pgup"]),
    row(Everywhere, G::Move, A::PageDown, &["pgdn", "ctrl-f"]),
    row(Everywhere, G::Move, A::HalfPageUp, &["ctrl-u"]),
    row(Everywhere, G::Move, A::HalfPageDown, &["ctrl-d"]),
    row(Everywhere, G::Move, A::First, &["g", "home"]),
    row(Everywhere, G::Move, A::Last, &["G", "end"]),
    row(Everywhere, G::Links, A::Follow, &["enter"]),
    row(Everywhere, G::Links, A::Back, &["backspace", "H", "ctrl-o"]),
    row(Everywhere, G::Links, A::Forward, &["L"]),
    row(Everywhere, G::Links, A::UsedBy, &["b"]),
    row(Everywhere, G::Links, A::PreviousPlace, &[","]),
    row(Everywhere, G::Links, A::NextPlace, &["."]),
    row(Everywhere, G::Links, A::Pin, &["p"]),
    row(Everywhere, G::Find, A::Next, &["n"]),
    row(Everywhere, G::Find, A::Previous, &["N"]),
    row(Everywhere, G::Find, A::Find, &["/"]),
    row(Everywhere, G::Find, A::Search, &["s"]),
    row(Everywhere, G::Find, A::Filter, &["f"]),
    row(Everywhere, G::Find, A::Palette, &[":"]),
    row(Everywhere, G::Check, A::Rule, &["r"]),
    row(Everywhere, G::Check, A::Undo, &["u"]),
    row(Everywhere, G::Check, A::Tick, &["space"]),
    row(Everywhere, G::Check, A::Note, &["t"]),
    row(Everywhere, G::Check, A::Differences, &["d"]),
    row(Everywhere, G::Check, A::Since, &["w"]),
    row(Everywhere, G::Check, A::SignOff, &["S"]),
    row(Everywhere, G::Bring, A::Add, &["a"]),
    row(Everywhere, G::Bring, A::Edit, &["e"]),
    row(Everywhere, G::Bring, A::Copy, &["y"]),
    row(Everywhere, G::Bring, A::OpenUrl, &["o"]),
    row(Everywhere, G::Bring, A::Export, &["x"]),
    row(Everywhere, G::Desk, A::Help, &["?", "f1"]),
    row(Everywhere, G::Desk, A::Private, &["P"]),
    row(Everywhere, G::Desk, A::Cases, &["C"]),
    row(Everywhere, G::Desk, A::Zoom, &["z"]),
    row(Everywhere, G::Desk, A::Reread, &["f5"]),
    row(Everywhere, G::Desk, A::Redraw, &["ctrl-l"]),
    row(Everywhere, G::Desk, A::Stop, &["ctrl-c"]),
    row(Everywhere, G::Desk, A::Suspend, &["ctrl-z"]),
    row(Everywhere, G::Desk, A::Close, &["esc"]),
    row(Everywhere, G::Desk, A::Quit, &["q"]),
    row(Words, G::Bring, A::Mark, &["v"]),
    row(Marking, G::Move, A::MarkLeft, &["h", "left"]),
    row(Marking, G::Move, A::MarkDown, &["j", "down"]),
    row(Marking, G::Move, A::MarkUp, &["k", "up"]),
    row(Marking, G::Move, A::MarkRight, &["l", "right"]),
    row(Marking, G::Move, A::MarkWord, &["w"]),
    row(Marking, G::Move, A::MarkWordBack, &["b"]),
    row(Marking, G::Move, A::MarkLineStart, &["0", "home"]),
    row(Marking, G::Move, A::MarkLineEnd, &["$", "end"]),
    row(Marking, G::Bring, A::Copy, &["y"]),
    row(Marking, G::Bring, A::Add, &["a"]),
    row(Marking, G::Desk, A::Close, &["esc", "v", "q"]),
    row(Ruling, G::Check, A::Confirmed, &["c"]),
    row(Ruling, G::Check, A::Fix, &["f"]),
    row(Ruling, G::Check, A::Wrong, &["w"]),
    row(Ruling, G::Check, A::Unsupported, &["u"]),
    row(Ruling, G::Check, A::CannotVerify, &["v"]),
    row(Ruling, G::Check, A::Contradicted, &["x"]),
    row(Ruling, G::Check, A::NotCheckable, &["n"]),
    row(Ruling, G::Check, A::Waived, &["a"]),
    row(Ruling, G::Check, A::LegalCleared, &["l"]),
    row(Ruling, G::Check, A::Saw, &["s"]),
    row(Ruling, G::Move, A::Up, &["up", "k"]),
    row(Ruling, G::Move, A::Down, &["down", "j"]),
    row(Ruling, G::Move, A::NextField, &["tab"]),
    row(Ruling, G::Move, A::PreviousField, &["shift-tab"]),
    row(Ruling, G::Desk, A::Accept, &["enter"]),
    row(Ruling, G::Desk, A::Close, &["esc"]),
    row(Menu, G::Move, A::Up, &["up", "k"]),
    row(Menu, G::Move, A::Down, &["down", "j"]),
    row(Menu, G::Move, A::PageUp, &["pgup"]),
    row(Menu, G::Move, A::PageDown, &["pgdn"]),
    row(Menu, G::Move, A::First, &["home"]),
    row(Menu, G::Move, A::Last, &["end"]),
    row(Menu, G::Desk, A::Accept, &["enter"]),
    row(Menu, G::Desk, A::Close, &["esc", "q"]),
    row(Question, G::Desk, A::Yes, &["y", "enter"]),
    row(Question, G::Desk, A::No, &["n", "esc", "q"]),
    row(Field, G::Desk, A::Accept, &["enter"]),
    row(Field, G::Desk, A::Close, &["esc"]),
    row(Field, G::Move, A::NextField, &["tab"]),
    row(Field, G::Move, A::PreviousField, &["shift-tab"]),
    row(Field, G::Move, A::Up, &["up"]),
    row(Field, G::Move, A::Down, &["down"]),
    row(Field, G::Move, A::PageUp, &["pgup"]),
    row(Field, G::Move, A::PageDown, &["pgdn"]),
    row(Field, G::Write, A::Left, &["left"]),
    row(Field, G::Write, A::Right, &["right"]),
    row(Field, G::Write, A::LineStart, &["ctrl-a", "home"]),
    row(Field, G::Write, A::LineEnd, &["ctrl-e", "end"]),
    row(Field, G::Write, A::EraseBefore, &["backspace"]),
    row(Field, G::Write, A::EraseAfter, &["delete"]),
    row(Field, G::Write, A::EraseWord, &["ctrl-w"]),
    row(Field, G::Write, A::EraseLine, &["ctrl-u"]),
];
