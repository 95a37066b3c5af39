//! A torn sequence is no key; a pressed Escape is one.
use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::{Guard, Input};

/// What terminals send for keys, mouse and focus, without the leading Escape.
fn sequences() -> Vec<String> {
    let mut all: Vec<String> = ["A", "B", "C", "D", "H", "F", "Z", "I", "O", "M !!"]
        .map(|s| format!("[{s}"))
        .into();
    for held in 1..=8 {
        all.extend("ABCDHFPQRS".chars().map(|key| format!("[1;{held}{key}")));
        all.extend(
            [1, 2, 3, 4, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24].map(|n| format!("[{n};{held}~")),
        );
    }
    all.extend(
        [
            1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24,
        ]
        .map(|n| format!("[{n}~")),
    );
    all.extend("ABCDHFPQRS".chars().map(|key| format!("O{key}")));
    for button in [0, 1, 2, 3, 32, 35, 64, 65] {
        for end in ['M', 'm'] {
            all.push(format!("[<{button};120;33{end}"));
        }
        all.push(format!("[{button};12;33M"));
    }
    all.extend(
        [
            "[97;5u",
            "[27;5;106~",
            "[200~q\u{1b}[201~",
            "[?62;4c",
            "[24;80R",
        ]
        .map(str::to_owned),
    );
    all
}

fn key(c: char) -> Event {
    let code = match c {
        '\u{1b}' => KeyCode::Esc,
        '\n' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        c => KeyCode::Char(c),
    };
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// A terminal whose events come after so many milliseconds each.
fn guarded(events: Vec<(u64, Event)>) -> Guard<impl FnMut(Duration) -> io::Result<Option<Event>>> {
    let mut events: VecDeque<(u64, Event)> = events.into();
    Guard::new(move |wait: Duration| {
        let wait = u64::try_from(wait.as_millis()).unwrap();
        match events.front_mut() {
            Some((after, _)) if *after > wait => {
                *after -= wait;
                Ok(None)
            }
            _ => Ok(events.pop_front().map(|(_, event)| event)),
        }
    })
}

fn all(events: Vec<(u64, Event)>) -> Vec<Input> {
    let mut guard = guarded(events);
    let mut heard = Vec::new();
    for _ in 0..200 {
        heard.extend(guard.read(Duration::from_millis(20)).unwrap());
    }
    heard
}

/// An Escape that came alone and the letters after it, with a pause of `gap` before the letter at `torn`.
fn torn(sequence: &str, torn: usize, gap: u64) -> Vec<(u64, Event)> {
    let mut events = vec![(0, key('\u{1b}'))];
    events.extend(
        sequence
            .chars()
            .enumerate()
            .map(|(nth, c)| (if nth == torn { gap } else { 0 }, key(c))),
    );
    events
}

#[test]
fn no_known_sequence_becomes_keys_wherever_it_is_torn() {
    let mut tried = 0;
    for sequence in sequences() {
        for at in 0..sequence.len() {
            tried += 1;
            let heard = all(torn(&sequence, at, 40));
            let keys = heard
                .iter()
                .filter(|input| matches!(input, Input::Key(_)))
                .count();
            assert_eq!(keys, 0, "ESC {sequence} torn at {at}: {heard:?}");
        }
    }
    assert!(tried >= 394, "only {tried}");
}

#[test]
fn escape_is_a_key_when_nothing_follows_soon_or_something_else_does() {
    assert_eq!(all(vec![(0, key('\u{1b}'))]).len(), 1);
    let keys = all(vec![
        (0, key('\u{1b}')),
        (10, key('q')),
        (0, key('\u{1b}')),
        (100, key('[')),
    ]);
    let keys: Vec<String> = keys
        .into_iter()
        .map(|input| match input {
            Input::Key(chord) => chord.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(keys, ["esc", "q", "esc", "["]);
}

#[test]
fn two_escapes_are_two_keys() {
    assert_eq!(all(vec![(0, key('\u{1b}')), (5, key('\u{1b}'))]).len(), 2);
}

#[test]
fn a_key_after_a_torn_sequence_is_heard() {
    let mut events = torn("[1;5C", 2, 30);
    events.push((0, key('j')));
    let heard = all(events);
    assert!(
        matches!(heard.as_slice(), [Input::Key(chord)] if chord.to_string() == "j"),
        "{heard:?}"
    );
}

#[test]
fn a_torn_paste_is_one_text_with_its_line_breaks() {
    let heard = all(torn("[200~49 people\nwere killed\u{1b}[201~", 0, 30));
    assert_eq!(heard, [Input::Paste("49 people\nwere killed".to_owned())]);
    // The closing mark may be lost: then a pause ends it.
    let mut events = torn("[200~r c\n", 3, 30);
    events.push((1000, key('q')));
    let heard = all(events);
    assert_eq!(heard.first(), Some(&Input::Paste("r c\n".to_owned())));
    assert_eq!(heard.len(), 2);
}
