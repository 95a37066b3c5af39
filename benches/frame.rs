//! How long the desk takes from a key to a drawn screen, and for a frame alone, with 100,000 records on it; beside a floor:
//! filling the same cells with one character.
#![allow(
    clippy::disallowed_methods,
    missing_docs,
    reason = "a measurement makes its own data and macros make its entry"
)]

use casefile::case::{Input, InputRole, read};
use casefile::keys::{Chord, Key, Keymap};
use casefile::ruling::Logs;
use casefile::tui::desk::{Desk, Left, Msg, Open, Seat};
use casefile::tui::view::view;
use casefile::tui::{Canvas, Theme};
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write;

/// A case of so many claims, each with a quote.
fn desk(records: usize) -> Desk {
    let mut yaml = String::from(
        "format: casefile/1\ncase: big\nparties:\n  p: {name: Somebody}\nsources:\n  s: {kind: report}\nquotes:\n",
    );
    for i in 0..records / 2 {
        let _ = writeln!(
            yaml,
            "  q-{i}: {{who: p, source: s, printed: \"words number {i} of a long report\"}}"
        );
    }
    yaml.push_str("claims:\n");
    for i in 0..records / 2 {
        let _ = writeln!(
            yaml,
            "  c-{i}: {{says: \"Claim number {i} says something of some length that may have to be wrapped.\", evidence: [q-{i}]}}"
        );
    }
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes: yaml.into_bytes(),
        role: InputRole::Case,
    };
    let (case, problems) = read("big", vec![input]);
    Desk::new(
        Open::new(1, case, problems, Logs::default()),
        Seat::default(),
        &Left::default(),
    )
}

fn frames(c: &mut Criterion) {
    let keys = Keymap::default();
    let mut desk = desk(100_000);
    desk.update(Msg::Key(Chord::plain(Key::Char('3'))), &keys);
    let mut cells = Buffer::empty(Rect::new(0, 0, 200, 60));
    c.bench_function("floor: fill 200x60", |b| {
        b.iter(|| {
            cells.content.iter_mut().for_each(|cell| {
                cell.reset();
            })
        });
    });
    c.bench_function("frame 200x60 at 100,000 records", |b| {
        b.iter(|| view(&desk, &keys, &mut Canvas::new(&mut cells, Theme::default())));
    });
    c.bench_function("key to frame at 100,000 records", |b| {
        b.iter(|| {
            desk.update(Msg::Key(Chord::plain(Key::Down)), &keys);
            view(&desk, &keys, &mut Canvas::new(&mut cells, Theme::default()));
        });
    });
    desk.update(Msg::Key(Chord::plain(Key::End)), &keys);
    c.bench_function("frame 200x60 at the end of the list", |b| {
        b.iter(|| view(&desk, &keys, &mut Canvas::new(&mut cells, Theme::default())));
    });
}

criterion_group!(benches, frames);
criterion_main!(benches);
