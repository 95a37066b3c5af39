//! What was typed and what was decided is never lost, and never taken for something else.

use super::{CASE, DRAFT, PLAIN, desk_of, press, seen};
use crate::keys::Keymap;
use crate::tui::desk::{Desk, Effect, Layer, Msg, Pane};

fn desk() -> Desk {
    desk_of(CASE, Some(DRAFT))
}

fn read_anew(desk: &mut Desk, yaml: &str, draft: &str) -> Vec<Effect> {
    let open = desk_of(yaml, Some(draft)).open;
    desk.update(Msg::Reread(open), &Keymap::default())
}

fn saves(effects: &[Effect]) -> bool {
    effects.iter().any(|e| matches!(e, Effect::Write(_)))
}

#[test]
fn a_box_stays_when_something_else_was_saved() {
    let mut desk = desk();
    press(&mut desk, "r f tab 'had_been_out'");
    desk.update(
        Msg::Saved(999, "saved: your question".into()),
        &Keymap::default(),
    );
    assert!(seen(&desk, (80, 24), PLAIN).contains("had been out"));
}

#[test]
fn words_that_changed_under_an_open_box_are_not_ruled_on_by_one_enter() {
    for (yaml, draft) in [
        (
            CASE.to_owned(),
            DRAFT.replace("had failed", "had not failed"),
        ),
        (
            CASE.replace("since autumn", "since spring"),
            DRAFT.to_owned(),
        ),
    ] {
        let mut desk = desk();
        press(&mut desk, "r w");
        read_anew(&mut desk, &yaml, &draft);
        assert!(seen(&desk, (80, 24), PLAIN).contains("changed in the files"));
        assert!(!saves(&press(&mut desk, "enter")));
        assert!(saves(&press(&mut desk, "enter")));
    }
    // What has nothing to do with it asks for nothing.
    let mut desk = desk();
    press(&mut desk, "r w");
    read_anew(&mut desk, CASE, &DRAFT.replace("worst day", "worst night"));
    assert!(saves(&press(&mut desk, "enter")));
}

#[test]
fn what_was_typed_into_a_box_comes_back_after_esc() {
    let mut desk = desk();
    press(&mut desk, "r f tab 'had_been_out' esc");
    assert!(desk.layers.is_empty());
    press(&mut desk, "r");
    assert!(seen(&desk, (80, 24), PLAIN).contains("had been out"));
    press(&mut desk, "esc down t 'ring_her' esc t");
    assert!(seen(&desk, (80, 24), PLAIN).contains("ring her"));
    // Another sentence's box begins empty.
    press(&mut desk, "esc down r");
    assert!(!seen(&desk, (80, 24), PLAIN).contains("had been out"));
}

#[test]
fn a_question_that_is_not_saved_comes_back_and_is_the_same_line() {
    let mut desk = desk();
    let line = |effects: Vec<Effect>| match effects.into_iter().next() {
        Some(Effect::Write(line)) => line.number,
        other => panic!("{other:?}"),
    };
    let first = line(press(&mut desk, "t '@ac_which_count?' enter"));
    press(&mut desk, "down down");
    let full = Msg::NotSaved(first, "the disk is full".into());
    desk.update(full, &Keymap::default());
    let told = seen(&desk, (80, 24), PLAIN);
    assert!(told.contains("NOT SAVED") && told.contains("@ac which count?"));
    assert_eq!(line(press(&mut desk, "enter")), first);
}

#[test]
fn a_note_is_written_on_and_not_over() {
    let mut desk = desk();
    press(&mut desk, "t 'ring_her' enter t '_today' enter");
    let here = desk.subject().unwrap();
    assert_eq!(desk.own_note(here), Some("ring her today"));
    press(&mut desk, "t ctrl-u enter");
    assert_eq!(desk.own_note(here), None);
}

#[test]
fn a_path_that_led_nowhere_is_there_again() {
    let mut desk = desk();
    press(&mut desk, "4 a '/tmp/lettre.txt' enter");
    press(&mut desk, "a");
    assert!(seen(&desk, (80, 24), PLAIN).contains("/tmp/lettre.txt"));
}

#[test]
fn a_search_goes_on_when_somebody_else_saves_a_file() {
    let mut desk = desk();
    press(&mut desk, "s 'cranes'");
    let effects = read_anew(
        &mut desk,
        &CASE.replace("Seven people", "Eight people"),
        DRAFT,
    );
    assert!(
        effects
            .iter()
            .any(|e| matches!(e, Effect::Search { query, .. } if query == "cranes"))
    );
    assert!(desk.list().spots() > 0);
    press(&mut desk, "'x'");
    assert!(seen(&desk, (80, 24), PLAIN).contains("cranesx"));
}

#[test]
fn text_pasted_where_no_line_takes_it_changes_nothing() {
    for keys in ["r", "?", "ctrl-c", "3 y"] {
        let mut desk = desk();
        press(&mut desk, keys);
        let on = desk.subject();
        let effects = desk.update(Msg::Paste("nine people".into()), &Keymap::default());
        assert_eq!(effects, [], "{keys}");
        assert!(desk.lists.seek.is_none() && desk.subject() == on, "{keys}");
    }
    let mut desk = desk();
    press(&mut desk, "3 / 'ruiz' enter P");
    desk.update(Msg::Paste("x".into()), &Keymap::default());
    assert!(!matches!(desk.layers.last(), Some(Layer::Private(_))));
}

#[test]
fn a_passage_counts_as_seen_only_while_text_and_sentence_are_the_same() {
    let mut desk = desk();
    press(&mut desk, "enter");
    let on = desk.subject().unwrap();
    assert!(desk.panes.focus == Pane::Page && !desk.seen(on).is_empty());
    read_anew(&mut desk, CASE, &DRAFT.replace("worst day", "worst night"));
    assert!(!desk.seen(on).is_empty());
    read_anew(
        &mut desk,
        CASE,
        &DRAFT.replace("had failed", "had not failed"),
    );
    assert!(desk.seen(on).is_empty());
}

#[test]
fn the_name_behind_a_confidential_source_is_not_copied_with_a_citation() {
    let yaml = "format: casefile/1\ncase: small\nparties:\n  dunn: {name: Iris Dunn}\nsources:\n  talk: {kind: interview, who: dunn, terms: background, title: \"Talk with Iris Dunn\"}\nquotes:\n  q-one: {who: dunn, source: talk, printed: \"nobody asked us about it\"}\n";
    for keys in ["4 y enter", "3 f 'quotes' enter y enter"] {
        let mut desk = desk_of(yaml, None);
        let effects = press(&mut desk, keys);
        let Some(Effect::Copy { what, text }) = effects.last() else {
            panic!("{effects:?}")
        };
        assert_eq!(*what, "citation");
        assert!(
            !text.contains("Dunn") && text.contains("may not be named"),
            "{text}"
        );
    }
}
