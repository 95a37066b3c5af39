//! `verify`, which needs no case.

use crate::run::{Done, casefile, keys};

const TALK: &str = "ANA MARIN: We never saw the permit, and nobody in the ministry asked us about it.\n\nBO LIND: I did not sign any of those forms before the summer.\n";

fn verify(args: &[&str]) -> Done {
    let story = "Marin said “we never saw the permit, and nobody in the ministry asked us about it”.\n\nLind: “I did sign any of those forms before the summer.”\n";
    let list = "{\"id\": \"a\", \"quote\": \"We never saw the permit\", \"in\": \"talk.txt\"}\n\n{\"id\": 7, \"quote\": [\"nobody in the ministry\", \"asked us about it\"], \"in\": \"talk.txt\", \"kind\": \"speech\"}\n{\"id\": null, \"quote\": \"gone with the wind and rain\", \"in\": \"missing.txt\"}\n";
    let files = [
        ("t/talk.txt", TALK),
        ("draft.md", story),
        ("t/list.jsonl", list),
        ("t/bad.jsonl", "{\"quote\": 5}\n"),
    ];
    casefile(&[&["verify"], args].concat()).with(&files)
}

#[test]
fn a_quotation_is_found_at_its_line_with_its_speaker() {
    let quote = "We never saw the permit, and nobody in the ministry asked us about it.";
    let done = verify(&["--in", "t/talk.txt", "--quote", quote, "--format", "json"]).exits(0);
    let line = &done.json()[0];
    let all = [
        "id",
        "quote",
        "class",
        "severity",
        "source",
        "spans",
        "line",
        "speaker",
        "differences",
        "warnings",
    ];
    assert_eq!(keys(line), all);
    assert_eq!(line["class"], "Verbatim");
    assert_eq!(line["source"], "t/talk.txt");
    assert_eq!(line["line"], 1);
}

#[test]
fn a_dropped_negation_is_never_a_pass() {
    let quote = "I did sign any of those forms before the summer.";
    let done = verify(&["--in", "t", "--quote", quote]).exits(1);
    done.says("Negation").says("not whether it is true");
}

#[test]
fn every_quotation_of_a_story_is_looked_for() {
    let done = verify(&[
        "--in",
        "t/talk.txt",
        "--story",
        "draft.md",
        "--format",
        "json",
    ])
    .exits(1);
    let classes: Vec<_> = done.json().iter().map(|l| l["class"].clone()).collect();
    assert_eq!(classes.len(), 2);
    assert_eq!(classes[1], "Negation");
    verify(&["--in", "t/talk.txt", "--story", "draft.md"])
        .exits(1)
        .says("draft.md:3");
}

#[test]
fn a_list_is_answered_line_by_line_with_its_own_ids() {
    let done = verify(&["--quotes", "t/list.jsonl", "--format", "json"]).exits(1);
    let lines = done.json();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["id"], "a");
    assert_eq!(lines[1]["id"], 7);
    assert_eq!(lines[1]["quote"][1], "asked us about it");
    assert_eq!(lines[2]["class"], "NotChecked");
    assert_eq!(lines[2]["reason"], "no-text");
}

#[test]
fn what_cannot_be_understood_is_said_with_its_line() {
    verify(&["--quotes", "t/bad.jsonl"])
        .exits(2)
        .complains("bad.jsonl:1");
    verify(&["--in", "nowhere.txt", "--quote", "x"])
        .exits(2)
        .complains("nowhere.txt");
    verify(&["--quote", "x"]).exits(2).complains("--in");
    verify(&["--in", "t"]).exits(2).complains("--quote");
}

#[test]
fn files_that_hold_no_text_are_named_since_what_is_not_found_may_stand_there() {
    let files = [
        ("t/a.txt", TALK),
        ("t/b.pdf", "%PDF-1.7\n"),
        ("c.pdf", "%PDF-1.7\n"),
    ];
    let quote = [
        "--quote",
        "gone with the wind and the rain",
        "--format",
        "json",
    ];
    let within = |texts: &[&str]| {
        casefile(&[&["verify", "--in"], texts, &quote].concat())
            .with(&files)
            .exits(1)
    };
    let done = within(&["t"]);
    assert_eq!(done.json()[0]["class"], "NotFound");
    assert!(
        done.err
            .contains("1 file holds no text and could not be looked in: t/b.pdf"),
        "{}",
        done.err
    );
    let done = within(&["t/b.pdf", "c.pdf"]);
    assert_eq!(done.json()[0]["reason"], "unreadable");
    assert!(done.err.contains("2 files hold no text"), "{}", done.err);
    assert_eq!(within(&["t/a.txt"]).err, "");
}
