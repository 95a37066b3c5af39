//! The walk from a claim to the words of its source and back, in panes and effects rather than pictures.

use super::super::click;
use super::{CASE, DRAFT, PLAIN, answer, desk_of, line_of, press, seen};
use crate::keys::Keymap;
use crate::ruling::{Assessment, Entry, Ruling};
use crate::tui::desk::{
    Clicked, Desk, Effect, Layer, Msg, NewLine, Pane, Question, Saving, Spot, View,
};
use crate::verify::Findings;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

fn desk() -> Desk {
    desk_of(CASE, Some(DRAFT))
}

fn name(desk: &Desk) -> String {
    desk.subject()
        .map_or(String::new(), |spot| spot.name(&desk.open.case))
}

fn words(desk: &Desk) -> String {
    let reading = desk.reading.as_ref().unwrap();
    let passage = reading.shown().unwrap();
    let text = &desk.open.case.holdings[&passage.source].text;
    passage
        .words
        .iter()
        .map(|span| span.of(text))
        .collect::<Vec<_>>()
        .join("|")
}

#[test]
fn two_keys_lead_from_a_claim_to_the_marked_words_and_one_leads_back() {
    let mut desk = desk();
    press(&mut desk, "3");
    assert_eq!(name(&desk), "c-brakes");
    press(&mut desk, "enter enter");
    assert_eq!(name(&desk), "q-brakes");
    assert_eq!(words(&desk), "the brakes had been out since autumn");
    press(&mut desk, "backspace");
    assert_eq!(name(&desk), "c-brakes");
    press(&mut desk, "L");
    assert_eq!(name(&desk), "q-brakes");
}

#[test]
fn passages_of_a_claim_are_turned_over() {
    let mut desk = desk();
    press(&mut desk, "3 enter");
    let link = desk.reading.as_ref().unwrap().link;
    assert_eq!(link, 0);
    press(&mut desk, "backspace");
    assert_eq!(desk.panes.focus, Pane::List);
    press(&mut desk, "1 down");
    let first = desk.reading.as_ref().unwrap().passage;
    press(&mut desk, ".");
    let reading = desk.reading.as_ref().unwrap();
    assert!(reading.passages.len() < 2 || reading.passage != first);
}

#[test]
fn chosen_words_become_a_quote_with_their_place() {
    let mut desk = desk();
    let effects = press(&mut desk, "3 enter tab v w a 'q-new' tab 'ruiz' enter");
    let Some(Effect::Inbox(quote)) = effects.last() else {
        panic!("{effects:?}");
    };
    assert_eq!((quote.id.as_str(), quote.who.as_str()), ("q-new", "ruiz"));
    assert_eq!(quote.source, "letter#par2");
    assert_eq!(quote.printed, "the brakes");
}

#[test]
fn the_editor_opens_where_the_thing_in_front_is_written() {
    let mut desk = desk();
    let at = |desk: &mut Desk, keys: &str| match press(desk, keys).pop() {
        Some(Effect::Edit { path, line }) => format!("{path}:{line}"),
        other => panic!("{other:?}"),
    };
    assert_eq!(at(&mut desk, "1 g e"), "draft.md:3");
    assert_eq!(at(&mut desk, "3 g e"), "case.yaml:24");
}

#[test]
fn an_older_answer_to_a_search_is_dropped() {
    let mut desk = desk();
    press(&mut desk, "s 'cranes'");
    let hits = desk.list().entries.len();
    assert!(hits > 0);
    let stale = crate::tui::desk::Found {
        number: 1,
        ..Default::default()
    };
    desk.update(Msg::Found(stale), &Keymap::default());
    assert_eq!(desk.list().entries.len(), hits);
}

#[test]
fn what_is_pasted_is_looked_for() {
    let mut desk = desk();
    let effects = desk.update(
        Msg::Paste("out since\nautumn".to_owned()),
        &Keymap::default(),
    );
    let Some(Effect::Search { query, .. }) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(query, "out since autumn");
}

#[test]
fn read_again_everything_stays_in_its_place_and_what_changed_is_said() {
    let mut desk = desk();
    press(&mut desk, "3 down enter");
    let before = name(&desk);
    let edited = CASE.replace("Seven people died.", "Eight people died.");
    let open = desk_of(&edited, Some(DRAFT)).open;
    desk.update(Msg::Reread(open), &Keymap::default());
    assert_eq!(name(&desk), before);
    assert_eq!(desk.lists.view, View::Records);
    let said = desk.notice.clone().unwrap().text;
    assert!(said.contains("changed c-dead"), "{said}");
}

#[test]
fn a_record_that_is_gone_leaves_no_dead_end() {
    let mut desk = desk();
    press(&mut desk, "3 enter enter");
    let without = CASE.replace("  q-brakes: {", "  q-other: {");
    let open = desk_of(&without, Some(DRAFT)).open;
    desk.update(Msg::Reread(open), &Keymap::default());
    assert!(desk.subject().is_some());
    press(&mut desk, "backspace backspace L down up");
}

#[test]
fn quitting_asks_after_ctrl_c_and_not_after_q() {
    let mut desk = desk();
    assert!(press(&mut desk, "ctrl-c").is_empty());
    assert!(press(&mut desk, "esc").is_empty());
    assert!(press(&mut desk, "q").contains(&Effect::Quit));
}

#[test]
fn every_key_of_the_help_page_does_something() {
    let map = Keymap::default();
    for (row, chords) in map.rows() {
        for chord in chords {
            let mut desk = desk();
            let prepared = match row.scope {
                crate::keys::Scope::Everywhere => "3 down enter enter",
                crate::keys::Scope::Words => "3 enter tab",
                crate::keys::Scope::Marking => "3 enter tab v w",
                crate::keys::Scope::Menu => "3 y",
                crate::keys::Scope::Question => "ctrl-c",
                crate::keys::Scope::Field => "s 'c'",
                crate::keys::Scope::Ruling => "r",
            };
            press(&mut desk, prepared);
            assert_eq!(
                map.action(&desk.scopes(), *chord),
                Some(row.action),
                "{chord:?} in {:?}",
                row.scope
            );
            desk.update(Msg::Key(*chord), &map);
        }
    }
    assert!(matches!(desk().subject(), Some(Spot::Sentence(_))));
}

#[test]
fn a_click_goes_where_a_key_would() {
    let mut desk = desk();
    let map = Keymap::default();
    let area = Rect::new(0, 0, 100, 30);
    let at = |desk: &Desk, x, y| click(desk, area, Position::new(x, y));
    assert_eq!(at(&desk, 13, 1), Some(Clicked::View(View::ToDo)));
    assert_eq!(at(&desk, 99, 1), None);
    assert_eq!(at(&desk, 60, 5), Some(Clicked::Pane(Pane::Page)));
    assert_eq!(at(&desk, 60, 25), Some(Clicked::Pane(Pane::Words)));
    // The third row of the list is its first sentence, the one below it the second.
    let Some(second @ Clicked::Entry(_)) = at(&desk, 10, 7) else {
        panic!("no entry");
    };
    desk.update(Msg::Clicked(second), &map);
    assert_eq!(name(&desk), "draft#l4");
    for x in 0..100 {
        for y in 0..30 {
            at(&desk, x, y);
        }
    }
}

#[test]
fn somebody_new_is_told_where_to_begin_until_something_was_followed() {
    let mut desk = desk();
    let told = |desk: &Desk| seen(desk, (100, 30), PLAIN).contains("NEW HERE");
    assert!(told(&desk));
    press(&mut desk, "down");
    assert!(told(&desk));
    press(&mut desk, "enter backspace");
    assert!(!told(&desk));
}

#[test]
fn another_case_of_the_folder_is_chosen_by_name() {
    let mut desk = desk();
    assert!(press(&mut desk, "C").is_empty());
    assert!(desk.layers.is_empty());
    desk.seat.cases = ["harbour", "quarry"]
        .map(|name| (name.to_owned(), String::new(), name.into()))
        .into();
    let effects = press(&mut desk, "C 'qu' enter");
    assert_eq!(effects.last(), Some(&Effect::OpenCase("quarry".into())));
    let open = desk_of("format: casefile/1\ncase: quarry\n", None).open;
    let opened = Msg::Opened {
        folder: "quarry".into(),
        open,
        left: Box::default(),
    };
    let effects = desk.update(opened, &Keymap::default());
    assert_eq!(effects.first(), Some(&Effect::Watch("quarry".into())));
    assert_eq!(desk.open.case.name, "quarry");
    assert_eq!(desk.seat.cases.len(), 2);
}

/// What is to be saved, of some effects.
fn line(effects: &[Effect]) -> Option<&NewLine> {
    effects.iter().find_map(|effect| match effect {
        Effect::Write(line) => Some(&**line),
        _ => None,
    })
}

/// The ruling that is to be saved.
fn ruling(effects: &[Effect]) -> Option<&Entry> {
    let line = line(effects)?;
    line.entry.ruling.is_some().then_some(&line.entry)
}

#[test]
fn a_ruling_is_chosen_then_entered_and_never_one_bare_key() {
    let mut desk = desk();
    assert!(ruling(&press(&mut desk, "r")).is_none());
    let Some(Layer::Rule(made)) = desk.layers.last() else {
        panic!("no box: {:?}", desk.layers)
    };
    assert_eq!(made.ruling(), Ruling::Confirmed);
    assert!(ruling(&press(&mut desk, "w")).is_none());
    let effects = press(&mut desk, "enter");
    let made = ruling(&effects).unwrap();
    assert_eq!((made.ruling, made.by.as_str()), (Some(Ruling::Wrong), "kl"));
    assert!(!made.seal.as_ref().unwrap().draft.is_empty());
    // Until it is known to be on the disk, the box stays.
    assert!(matches!(desk.layers.last(), Some(Layer::Rule(_))));
    desk.update(
        Msg::Saved(line_of(&desk), "saved".into()),
        &Keymap::default(),
    );
    assert!(desk.layers.is_empty());
}

#[test]
fn confirming_asks_once_what_was_not_looked_at() {
    let mut desk = desk();
    assert!(ruling(&press(&mut desk, "r enter")).is_none());
    let Some(Layer::Rule(made)) = desk.layers.last() else {
        panic!("no box")
    };
    assert!(!made.asked.is_empty());
    let effects = press(&mut desk, "enter");
    assert_eq!(ruling(&effects).unwrap().ruling, Some(Ruling::Confirmed));
}

#[test]
fn a_fix_needs_its_words() {
    let mut desk = desk();
    assert!(ruling(&press(&mut desk, "r f enter")).is_none());
    let effects = press(&mut desk, "'two' enter");
    let made = ruling(&effects).unwrap();
    assert_eq!(made.fix.as_deref(), Some("two"));
}

#[test]
fn what_is_not_saved_stays_and_is_not_thrown_away_without_asking() {
    let mut desk = desk();
    let first = press(&mut desk, "r w enter");
    let map = Keymap::default();
    desk.update(
        Msg::NotSaved(line_of(&desk), "the disk is full".into()),
        &map,
    );
    let Some(Layer::Rule(made)) = desk.layers.last() else {
        panic!("the ruling is gone")
    };
    assert_eq!(made.saving, Saving::NotSaved("the disk is full".into()));
    press(&mut desk, "esc");
    assert!(matches!(
        desk.layers.last(),
        Some(Layer::Ask(Question::Unsaved))
    ));
    press(&mut desk, "n");
    // Tried again it is the same line, so that it counts once.
    let again = press(&mut desk, "enter");
    assert_eq!(line(&first).unwrap().number, line(&again).unwrap().number);
    desk.update(Msg::NotSaved(line_of(&desk), "still full".into()), &map);
    assert!(press(&mut desk, "ctrl-c").is_empty());
    assert!(!press(&mut desk, "y").contains(&Effect::Quit));
}

#[test]
fn details_are_ticked_with_space_and_saved_with_the_ruling() {
    let mut desk = desk();
    while desk.details(desk.subject().unwrap()).is_empty() {
        let here = desk.subject();
        press(&mut desk, "down");
        assert_ne!(desk.subject(), here, "no sentence has a detail");
    }
    let details = desk.details(desk.subject().unwrap());
    press(&mut desk, "enter");
    for _ in 0..30 {
        if matches!(
            desk.reading.as_ref().unwrap().leads(),
            Some(Spot::Detail(..))
        ) {
            break;
        }
        press(&mut desk, "down");
    }
    press(&mut desk, "space");
    let effects = press(&mut desk, "r w enter");
    let made = ruling(&effects).unwrap();
    assert_eq!(made.ticks.len(), 1);
    assert_eq!(made.ticks[0].words, details[0].words);
}

#[test]
fn marked_sentences_are_ruled_on_one_after_the_other_each_by_its_own_enter() {
    let mut desk = desk();
    press(&mut desk, "space space r w");
    let map = Keymap::default();
    let first = press(&mut desk, "enter");
    desk.update(Msg::Saved(line_of(&desk), "saved".into()), &map);
    assert!(matches!(desk.layers.last(), Some(Layer::Rule(_))));
    let second = press(&mut desk, "w enter");
    assert_ne!(
        ruling(&first).unwrap().about,
        ruling(&second).unwrap().about
    );
    desk.update(Msg::Saved(line_of(&desk), "saved".into()), &map);
    assert!(desk.layers.is_empty());
}

#[test]
fn who_rules_is_asked_once() {
    let mut desk = desk();
    desk.seat.by = None;
    press(&mut desk, "r '../x' enter");
    assert!(matches!(desk.layers.last(), Some(Layer::Who(_))));
    press(&mut desk, "ctrl-u 'kl' enter");
    assert!(matches!(desk.layers.last(), Some(Layer::Rule(_))));
    assert_eq!(desk.seat.by.as_deref(), Some("kl"));
}

#[test]
fn a_line_that_begins_with_a_name_is_a_question_and_any_other_a_note() {
    let mut desk = desk();
    let asked = press(&mut desk, "t '@ac_which_count?' enter");
    let asked = line(&asked).unwrap().entry.question.as_ref().unwrap();
    assert_eq!(asked.to.as_deref(), Some("ac"));
    assert_eq!(asked.words, "which count?");
    let noted = press(&mut desk, "t 'ring_again' enter");
    assert!(line(&noted).is_none());
    assert_eq!(desk.own_note(desk.subject().unwrap()), Some("ring again"));
}

/// Pastes a text and lets the machine answer, as the worker does.
fn paste(desk: &mut Desk, text: &str) -> Vec<Effect> {
    let map = Keymap::default();
    let effects = desk.update(Msg::Paste(text.to_owned()), &map);
    answer(desk, &effects);
    effects
}

#[test]
fn pasted_words_are_held_against_every_text_as_a_quotation() {
    let mut desk = desk();
    paste(
        &mut desk,
        "“The brakes had not been out since autumn,” she wrote",
    );
    let screen = seen(&desk, (120, 40), PLAIN);
    assert!(screen.contains("AS A QUOTATION"), "{screen}");
    assert!(screen.contains("a negation lost or gained"), "{screen}");
    // What is found leads to the words it is found in.
    press(&mut desk, "enter");
    assert_eq!(desk.panes.focus, Pane::Words);
    assert!(words(&desk).contains("brakes"));
    press(&mut desk, "esc esc");
    assert!(desk.lists.seek.is_none());
    assert!(!seen(&desk, (120, 40), PLAIN).contains("AS A QUOTATION"));
}

#[test]
fn an_answer_about_words_that_are_looked_for_no_more_is_dropped() {
    let mut desk = desk();
    let map = Keymap::default();
    let effects = desk.update(Msg::Paste("the brakes had been out since".to_owned()), &map);
    let verify = effects.iter().find_map(|effect| match effect {
        Effect::Verify { number, words } => Some((*number, words.clone())),
        _ => None,
    });
    let (number, pasted) = verify.unwrap();
    let found = Findings::default().of_words(&desk.open.case, &pasted);
    press(&mut desk, "'x'");
    desk.update(Msg::Verified(number, Box::new(found)), &map);
    assert!(!seen(&desk, (120, 40), PLAIN).contains("AS A QUOTATION"));
}

#[test]
fn what_is_pasted_into_a_field_is_text() {
    let mut desk = desk();
    press(&mut desk, "1 down r tab");
    let effects = paste(&mut desk, "the brakes had been out since autumn");
    assert!(effects.is_empty());
    assert!(desk.lists.seek.is_none());
}

#[test]
fn a_story_with_open_ends_is_not_signed_off_and_the_desk_says_why() {
    let mut desk = desk();
    desk.open.compared = false;
    press(&mut desk, "S");
    assert!(
        desk.notice
            .as_ref()
            .unwrap()
            .text
            .contains("still being compared")
    );
    let map = Keymap::default();
    let findings = Findings::new(&desk.open.case);
    let assessed = Assessment::of(&desk.open.case, &desk.open.logs, findings);
    let reading = desk.open.reading;
    desk.update(Msg::Assessed(reading, Arc::new(assessed)), &map);
    assert_eq!(press(&mut desk, "S"), []);
    let screen = seen(&desk, (100, 30), PLAIN);
    assert!(screen.contains("cannot be signed off yet"), "{screen}");
    assert!(screen.contains("to be checked"), "{screen}");
}

#[test]
fn a_stranger_to_the_team_cannot_sign() {
    let mut desk = desk();
    desk.seat.by = None;
    press(&mut desk, "S 'zz' enter");
    assert!(
        desk.notice
            .as_ref()
            .unwrap()
            .text
            .contains("not in the team")
    );
    assert!(desk.layers.is_empty());
}

#[test]
fn a_story_with_nothing_open_is_signed_by_enter_and_not_by_one_key() {
    let yaml = "format: casefile/1\ncase: short\ntitle: Short\n";
    let mut desk = desk_of(yaml, Some("Nothing follows. [~]\n"));
    desk.seat.by = Some("kl".to_owned());
    desk.open.compared = true;
    assert_eq!(press(&mut desk, "S"), []);
    let effects = press(&mut desk, "enter");
    let made = ruling(&effects).unwrap();
    assert_eq!(made.ruling, Some(Ruling::SignedOff));
    assert!(made.about.as_ref().unwrap().is_case());
    let number = line(&effects).unwrap().number;
    let map = Keymap::default();
    desk.update(
        Msg::NotSaved(line_of(&desk), "the disk is full".into()),
        &map,
    );
    assert!(seen(&desk, (100, 30), PLAIN).contains("NOT SAVED"));
    // Tried again it is the same line, and it is not thrown away by one key.
    assert_eq!(line(&press(&mut desk, "enter")).unwrap().number, number);
    desk.update(
        Msg::NotSaved(line_of(&desk), "the disk is full".into()),
        &map,
    );
    press(&mut desk, "esc");
    assert!(matches!(
        desk.layers.last(),
        Some(Layer::Ask(Question::Unsaved))
    ));
    press(&mut desk, "n enter");
    desk.update(Msg::Saved(line_of(&desk), "saved".into()), &map);
    assert!(desk.layers.is_empty());
}
