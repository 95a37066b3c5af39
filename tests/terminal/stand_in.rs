//! A small desk for the loop to run, which can be made to fail in ways that the real one should not.
use std::io::Write;
use std::thread;

use casefile::tui::{Canvas, Input, Next, Role, Row, Screen, Theme, Wiring, run as run_loop};
use crossbeam_channel::Sender;

struct Desk {
    said: String,
}

#[derive(Debug)]
enum Msg {
    Input(Input),
    Said(String),
}

#[derive(Debug)]
enum Effect {
    Quit,
    Panic,
    Work,
    Edit,
}

fn update(desk: &mut Desk, msg: Msg) -> Vec<Effect> {
    let key = match msg {
        Msg::Said(words) => {
            desk.said = words;
            return vec![];
        }
        Msg::Input(Input::Key(chord)) => chord.to_string(),
        Msg::Input(_) => return vec![],
    };
    desk.said = format!("heard: {key}");
    match key.as_str() {
        "q" => vec![Effect::Quit],
        "p" => vec![Effect::Panic],
        "w" => vec![Effect::Work],
        "e" => vec![Effect::Edit],
        _ => vec![],
    }
}

fn view(desk: &Desk, canvas: &mut Canvas) {
    let rows = [
        Row::new().say(Role::Strong, "stand-in is here"),
        Row::new().text(Role::Plain, &desk.said),
    ];
    canvas.rows(canvas.area(), &rows);
}

fn perform((): &mut (), effect: Effect, answers: &Sender<Msg>) -> Next<Msg, Effect> {
    match effect {
        Effect::Quit => Next::Quit,
        Effect::Edit => Next::Outside(Effect::Edit),
        Effect::Panic => panic!("secret words of a case"),
        Effect::Work => {
            let answers = answers.clone();
            thread::spawn(move || {
                let worker = thread::spawn(|| panic!("secret words of a case"));
                let words = if worker.join().is_err() {
                    "worker: failed"
                } else {
                    "worker: fine"
                };
                answers.send(Msg::Said(words.to_owned())).unwrap();
            });
            Next::Done
        }
    }
}

/// An editor of the simplest kind: it reads a line.
fn outside((): &mut (), _: Effect) -> Msg {
    let mut out = std::io::stdout();
    write!(out, "\r\noutside:\r\n").unwrap();
    out.flush().unwrap();
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    Msg::Said(format!("read: {}", line.trim()))
}

/// Runs it in the terminal at hand.
pub fn run() {
    let mut screen = Screen::take(Theme::default(), true).unwrap();
    let mut desk = Desk {
        said: String::new(),
    };
    let wiring = Wiring {
        hear: Msg::Input,
        update,
        view,
        perform,
        outside,
    };
    let ended = run_loop(&mut screen, (&mut desk, &mut ()), &wiring, vec![]);
    drop(screen);
    let told = format!("stand-in ended: {:?}\n", ended.unwrap());
    std::io::stdout().write_all(told.as_bytes()).unwrap();
}
