//! What keeps a story from being signed off is all on the list of what is to do, and each of it leads on.

use super::{PLAIN, press, seen};
use crate::case::{Input, InputRole, read};
use crate::keys::Keymap;
use crate::ruling::{About, Assessment, Entry, LogFile, Logs, Question, Ruling, Target, seal};
use crate::tui::desk::{Desk, Effect, Layer, Left, Msg, Open, Seat};
use crate::verify::Findings;
use std::sync::Arc;

const YAML: &str = "format: casefile/1
case: wall
sources:
  s: {kind: report, title: A report}
parties:
  p: {name: The Port}
claims:
  c: {says: The wall fell., evidence: [s], criticises: [p], legal: review}
contacts:
  k: {to: p, put: {c: The wall fell.}, outcome: answered}
";
const OLD: &str = "Nobody was told of it.\n\nThe wall fell. [@c]\n";
const NOW: &str = "The wall fell. [@c]\n";

fn case(draft: &str) -> crate::case::Case {
    let input = |path: &str, text: &str, role| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    let inputs = vec![
        input("case.yaml", YAML, InputRole::Case),
        input("draft.md", draft, InputRole::Draft),
    ];
    read("wall", inputs).0
}

fn line(n: u64, about: Option<About>) -> Entry {
    let mut line = Entry::new(
        format!("line-{n}"),
        format!("2026-03-0{n}T10:00:00Z"),
        "kl".to_owned(),
    );
    (line.seq, line.about) = (Some(n), about);
    line
}

/// The story with a ruling and a question on a sentence that was taken out since, and a damaged line; only a claim that
/// was waived is in order.
fn desk() -> Desk {
    let (old, now) = (case(OLD), case(NOW));
    let mut ruling = line(1, Some(About::new(&old, Target::Sentence(0))));
    ruling.ruling = Some(Ruling::Confirmed);
    ruling.seal = Some(seal(&old, Target::Sentence(0), None));
    let mut question = line(2, Some(About::new(&old, Target::Sentence(0))));
    question.question = Some(Question {
        to: Some("ac".to_owned()),
        words: "Who was told?".to_owned(),
    });
    let claim = Target::of(&now, "c").unwrap();
    let mut waived = line(3, Some(About::new(&now, claim)));
    waived.ruling = Some(Ruling::Waived);
    waived.seal = Some(seal(&now, claim, None));
    let logs = Logs::new(vec![LogFile {
        checker: "kl".to_owned(),
        machine: "m".to_owned(),
        entries: vec![ruling, question, waived],
        damaged: 1,
        ..LogFile::default()
    }]);
    let assessed = Assessment::of(&now, &logs, Findings::new(&now));
    let seat = Seat {
        by: Some("ac".to_owned()),
        ..Seat::default()
    };
    let mut desk = Desk::new(Open::new(1, now, vec![], logs), seat, &Left::default());
    let reading = desk.open.reading;
    desk.update(
        Msg::Assessed(reading, Arc::new(assessed)),
        &Keymap::default(),
    );
    desk
}

#[test]
fn all_that_keeps_a_story_from_being_signed_is_listed() {
    let mut desk = desk();
    press(&mut desk, "S");
    assert!(
        desk.layers
            .iter()
            .any(|layer| matches!(layer, Layer::Paper(..)))
    );
    press(&mut desk, "esc 2");
    let screen = seen(&desk, (100, 50), PLAIN);
    for heading in [
        "FOR LEGAL REVIEW, NOT CLEARED  1",
        "RULINGS WHOSE SENTENCE OR CLAIM IS GONE  1",
        "ALLEGATIONS WHOSE ANSWERS ARE NOT PRINTED",
        "QUESTIONS WITHOUT ANSWER  1",
        "DAMAGED LINES OF LOGS  1",
    ] {
        assert!(screen.contains(heading), "{heading}\n{screen}");
    }
    for words in [
        "kl asks: Who was told?",
        "checks/kl@m.jsonl: 1",
        "Nobody was told of it.",
    ] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn a_question_on_a_sentence_that_is_gone_is_read_and_answered_from_the_list() {
    let mut desk = desk();
    press(&mut desk, "2");
    let is_question =
        |desk: &Desk| seen(desk, (100, 50), PLAIN).contains("It was asked about a sentence");
    while !is_question(&desk) {
        let before = desk.list().selected;
        press(&mut desk, "j");
        assert!(desk.list().selected > before, "no question is listed");
    }
    let effects = press(&mut desk, "t 'Nobody.' enter");
    let answers = |effect: &Effect| match effect {
        Effect::Write(line) => line.entry.answer.as_ref().map(|answer| answer.to.clone()),
        _ => None,
    };
    let answered = effects.iter().find_map(answers).as_deref() == Some("line-2");
    assert!(answered, "{effects:?}");
}

#[test]
fn a_waived_claim_that_waits_for_a_lawyer_is_offered_to_one() {
    let mut desk = desk();
    press(&mut desk, "2");
    let claim = desk.open.case.find("c").unwrap();
    assert!(
        desk.list_mut()
            .select(crate::tui::desk::Spot::Record(claim))
    );
    desk.read_selected();
    press(&mut desk, "r");
    let Some(Layer::Rule(made)) = desk.layers.last() else {
        panic!("no ruling is asked for");
    };
    let (_, ruling) = crate::tui::desk::CHOICES[made.choice];
    assert_eq!(ruling, Ruling::LegalCleared);
}
