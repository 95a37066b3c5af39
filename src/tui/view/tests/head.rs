//! The head of the screen: counts that are whole or not there, messages that are never cut.

use super::{CASE, DRAFT, PLAIN, desk_of, press, seen};
use crate::keys::Keymap;
use crate::ruling::Standing;
use crate::tui::desk::Msg;

#[test]
fn counts_are_whole_at_every_width_and_what_asks_for_nothing_goes_first() {
    let mut desk = desk_of(CASE, Some(DRAFT));
    for standing in Standing::ALL {
        desk.open.tally.insert(standing, 12);
    }
    let words: Vec<&str> = Standing::ALL
        .map(|s| crate::ruling::Sign::of(s).word)
        .into();
    for width in 20..220 {
        let told = seen(&desk, (width, 24), PLAIN);
        let Some(row) = told.lines().find(|row| row.contains("156 sentences")) else {
            assert!(width < 24, "{width}");
            continue;
        };
        let counts = row
            .split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        for part in counts.skip(1) {
            let whole = part.ends_with(" 12")
                || part.ends_with(" %")
                || words
                    .iter()
                    .any(|word| part.ends_with(&format!(" 12 {word}")));
            assert!(whole, "{width}: {part:?} in {row:?}");
        }
    }
}

#[test]
fn a_message_is_read_to_its_end_in_any_window() {
    for size in [(80, 24), (60, 20), (40, 9), (30, 12), (100, 30)] {
        let mut desk = desk_of(CASE, Some(DRAFT));
        let why = "checks/kl@desk.jsonl could not be written: no room is left on the disk; free some, then try again".to_owned();
        desk.update(Msg::Failed(why), &Keymap::default());
        let told = seen(&desk, size, PLAIN);
        let told: Vec<&str> = told.split_whitespace().collect();
        assert!(
            told.contains(&"again") && told.contains(&"checks/kl@desk.jsonl"),
            "{size:?}"
        );
    }
}

#[test]
fn before_everything_is_compared_the_counts_say_so() {
    let mut desk = desk_of(CASE, Some(DRAFT));
    assert!(!seen(&desk, (80, 24), PLAIN).contains("comparing"));
    desk.open.compared = false;
    assert!(seen(&desk, (80, 24), PLAIN).contains("comparing…"));
    press(&mut desk, "down");
}

#[test]
fn what_was_not_saved_is_said_until_it_was_answered() {
    let mut desk = desk_of(CASE, Some(DRAFT));
    let full = Msg::NotSaved(999, "the disk is full".into());
    desk.update(full, &Keymap::default());
    press(&mut desk, "down down");
    assert!(seen(&desk, (80, 24), PLAIN).contains("NOT SAVED"));
    press(&mut desk, "esc");
    assert!(!seen(&desk, (80, 24), PLAIN).contains("NOT SAVED"));
}
