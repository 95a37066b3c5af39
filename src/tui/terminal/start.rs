//! Opens the desk on a case and runs it.

use super::effect_runner::EffectRunner;
use super::worker::left;
use super::{Ended, Input, Screen, Wiring, run};
use crate::disk::{Opened, config, environment};
use crate::keys::{Action, Chord, Key};
use crate::tui::canvas::{Colours, Theme};
use crate::tui::desk::{Desk, Effect, Msg, Notice, Open, Seat};
use crate::tui::view::Seated;
use ratatui::crossterm::terminal::size;
use std::path::PathBuf;

/// Opens the desk on a case and stays until the user leaves it. `colours` is what the user asked for on the command line;
/// without it the configuration and `NO_COLOR` decide.
///
/// # Errors
/// If there is no terminal to draw on.
pub fn start(mut all: Vec<Opened>, colours: Option<bool>) -> std::io::Result<Ended> {
    let (config, faults) = config::read();
    let keys = config.keys;
    let theme = Theme {
        colours: if colours.unwrap_or(!config.plain && !environment::no_colour()) {
            Colours::Sixteen
        } else {
            Colours::None
        },
        ascii: config.ascii || environment::ascii_locale(),
    };
    let cases: Vec<_> = all.iter().map(told).collect();
    if all.is_empty() {
        return Err(std::io::Error::other("there is no case to open"));
    }
    let opened = all.swap_remove(0);
    let (root, open) = (
        opened.root,
        Open::new(FIRST, opened.case, opened.problems, opened.logs),
    );
    let seat = Seat {
        by: config.by.clone(),
        ascii: theme.ascii,
        cases,
        ..Seat::default()
    };
    let mut runner = EffectRunner::new(root.clone(), open.clone())?;
    let several = seat.cases.len() > 1;
    let mut desk = Desk::new(open, seat, &left(&root));
    if several {
        desk.act(Action::Cases);
    }
    let said: Vec<String> = faults
        .iter()
        .map(|fault| format!("config.toml:{} {}", fault.line, fault.message))
        .collect();
    if !said.is_empty() {
        desk.say(Notice::bad(said.join("; ")));
    }
    if let Ok(window) = size() {
        desk.panes.window = window;
    }
    let mut seated = Seated::new(desk, keys);
    let mut screen = Screen::take(theme, config.mouse)?;
    let wiring = Wiring {
        hear,
        update: Seated::update,
        view: Seated::view,
        perform: EffectRunner::perform,
        outside: EffectRunner::outside,
    };
    let first = vec![Effect::Watch(root), Effect::Compare(FIRST, None)];
    let ended = run::<_, _, Msg, Effect>(&mut screen, (&mut seated, &mut runner), &wiring, first)?;
    // Whoever leaves has it kept on the way out; a line that broke or a signal gave no time for it.
    if ended != Ended::Quit {
        drop(screen);
        runner.keep(seated.desk.left());
    }
    Ok(ended)
}

/// The number of the first reading of a case.
const FIRST: u64 = 1;

/// A case's name, title and folder, to be chosen by.
fn told(opened: &Opened) -> (String, String, PathBuf) {
    let title = opened.case.head.title.get().cloned().unwrap_or_default();
    (opened.case.name.clone(), title, opened.root.clone())
}

/// What the user did, for the desk. The wheel moves like the arrow keys.
fn hear(input: Input) -> Msg {
    match input {
        Input::Key(chord) => Msg::Key(chord),
        Input::Paste(text) => Msg::Paste(text),
        Input::Wheel { up, .. } => Msg::Key(Chord::plain(if up { Key::Up } else { Key::Down })),
        Input::Click { x, y } => Msg::Click(x, y),
        Input::Resize => size().map_or(Msg::Drawn, |(width, height)| Msg::Resized(width, height)),
    }
}

/// The exit code for how the desk ended: 0 for the user's wish, 128 and the signal's number for a signal.
pub fn exit_code(ended: &Ended) -> u8 {
    match ended {
        Ended::Quit => 0,
        Ended::Signal(signal) => u8::try_from(128 + signal).unwrap_or(2),
        Ended::Gone(_) => 2,
    }
}
