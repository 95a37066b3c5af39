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
fn words_that_a_cut_or_their_neighbours_turn_are_no_pass() {
    let cut = "nobody in the ministry … about it";
    let done = verify(&["--in", "t/talk.txt", "--quote", cut]).exits(0);
    done.says("Declared (ok)");
    let turned = "sign any of those forms before the summer.";
    let done = verify(&["--in", "t/talk.txt", "--quote", turned]).exits(1);
    done.says("TruncatedBefore")
        .says("(ok, but read the warning)");
    let done = verify(&["--in", "t/talk.txt", "--quote", turned]).exits(1);
    done.says("0 as in the texts, 1 so but with a warning,");
}

#[test]
fn what_is_too_short_to_check_is_told_with_what_comes_nearest() {
    let done = verify(&["--in", "t/talk.txt", "--quote", "never saw a permit"]).exits(1);
    done.says("too-short").says("nearest: “");
}

#[test]
fn a_quotation_without_words_is_told_as_one() {
    for quote in ["", "…"] {
        let done = verify(&["--in", "t/talk.txt", "--quote", quote]).exits(1);
        done.says("not checked: there are no words in it");
    }
}

#[test]
fn a_file_without_text_is_not_passed_over_in_silence() {
    let files = [("t/talk.txt", TALK), ("t/plan.pdf", "%PDF-1.4")];
    let asked = ["verify", "--in", "t", "--quote", "We never saw the permit"];
    let done = casefile(&asked).with(&files).exits(0);
    done.complains("t/plan.pdf: no text, and not looked into");
    let asked = ["verify", "--in", "t/plan.pdf", "--quote", "We never saw it"];
    let done = casefile(&asked).with(&files).exits(1);
    done.complains("t/plan.pdf: no text, and not looked into");
}

#[test]
fn a_story_without_quotations_is_not_told_as_one_that_is_well() {
    let files = [("t/talk.txt", TALK), ("s.md", "Nobody speaks here.\n")];
    let done = casefile(&["verify", "--in", "t", "--story", "s.md"]).with(&files);
    done.exits(0).says("No quotation was found in s.md");
}

#[test]
fn a_story_does_not_say_who_speaks_so_the_reader_is_told_to_look() {
    let done = verify(&["--in", "t/talk.txt", "--story", "draft.md"]).exits(1);
    done.says("who says it there").says(", ANA MARIN");
}
