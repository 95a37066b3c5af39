//! `list` and `show`.

use crate::run::{Done, HEAD, casefile, keys};
use serde_json::json;

const CASE: &str = r#"draft: draft.md
title: The harbour
parties:
  gac: {name: Global Affairs, is: public-body}
  ana: {name: Ana Marin, is: person, of: gac}
sources:
  talk:
    kind: interview
    title: "Talk with Ana"
    who: ana
    file: sources/talk.txt
quotes:
  q-permit: {who: ana, source: talk#par2, printed: "We never saw the permit."}
  q-two: {who: gac, source: talk, printed: [One part, another]}
claims:
  c-seen: {says: "The ministry never saw it.", evidence: [q-permit], number: {prints: 012}}
"#;

const DRAFT: &str = "# Unseen [~]\n\nThe ministry never saw it. [@c-seen; @talk#par2]\n";

fn run(args: &[&str]) -> Done {
    let case = format!("{HEAD}{CASE}");
    let files = [
        ("h/case.yaml", case.as_str()),
        ("h/draft.md", DRAFT),
        (
            "h/sources/talk.txt",
            "Ana sat down.\n\n“We never saw the permit.” She left.\n",
        ),
    ];
    casefile(args).with(&files)
}

#[test]
fn records_are_listed_under_their_kinds() {
    let done = run(&["list", "h"]).exits(0);
    insta::assert_snapshot!(done.out);
}

#[test]
fn quotations_are_listed_under_their_speakers() {
    let done = run(&["list", "h", "Quotes", "--format", "json"]).exits(0);
    let lines = done.json();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["title"], "Ana Marin: “We never saw the permit.”");
    assert_eq!(lines[0]["id"], "q-permit");
    assert_eq!(lines[0]["kind"], "quote");
    assert_eq!(lines[0]["case"], "x");
    assert_eq!(lines[0]["file"], "h/case.yaml");
    assert_eq!(lines[0]["line"], 15);
    for line in &lines {
        let keys = keys(line);
        assert_eq!(&keys[..6], ["id", "kind", "case", "file", "line", "title"]);
        assert!(keys[6..].iter().all(|key| *key == "finding"), "{keys:?}");
    }
}

#[test]
fn claims_carry_their_standing() {
    let done = run(&["list", "h", "claim", "--format", "json"]).exits(0);
    assert_eq!(done.json()[0]["standing"], "to-check");
}

#[test]
fn a_folder_of_cases_is_listed_as_cases() {
    run(&["list", "."])
        .exits(0)
        .says("x  The harbour  (6 records, in h)");
    let done = run(&["list", ".", "--format", "json"]).exits(0);
    let line = &done.json()[0];
    assert_eq!(keys(line), ["id", "kind", "case", "file", "line", "title"]);
    assert_eq!(
        (&line["kind"], &line["file"]),
        (&json!("case"), &json!("h/case.yaml"))
    );
}

#[test]
fn an_unknown_kind_is_answered_with_the_known_ones() {
    run(&["list", "h", "qoutes"])
        .exits(2)
        .complains("did you mean `quotes`?")
        .complains("casualties");
}

#[test]
fn a_record_is_shown_with_its_links_both_ways() {
    let done = run(&["show", "h", "q-permit"]).exits(0);
    insta::assert_snapshot!(done.out);
}

#[test]
fn a_record_as_json_has_these_keys_and_its_fields_as_written() {
    let done = run(&["show", "h", "c-seen", "--format", "json"]).exits(0);
    let record = &done.json()[0];
    let known = [
        "id", "kind", "case", "file", "line", "fields", "cites", "cited_by", "finding", "rulings",
        "standing",
    ];
    let mut keys = keys(record);
    keys.retain(|key| *key != "finding");
    let expected: Vec<&str> = known.into_iter().filter(|key| *key != "finding").collect();
    assert_eq!(keys, expected);
    assert_eq!(record["fields"]["number"]["prints"], "012");
    assert_eq!(record["cites"][0]["ref"], "q-permit");
    assert_eq!(record["cites"][0]["id"], "q-permit");
    assert_eq!(record["cites"][0]["source"], "talk");
    assert_eq!(record["cited_by"], json!(["draft#l3"]));
    assert_eq!(record["rulings"], json!([]));
    assert_eq!(
        record["standing"],
        json!({"state": "to-check", "because": []})
    );
}

#[test]
fn passages_are_byte_ranges_of_the_sources_text() {
    let done = run(&["show", "h", "q-permit", "--format", "json"]).exits(0);
    let cites = &done.json()[0]["cites"];
    let talk = cites
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["ref"] == "talk#par2")
        .unwrap();
    let span = &talk["spans"][0];
    let text = done.file("h/sources/talk.txt");
    let at = |i: usize| usize::try_from(span[i].as_u64().unwrap()).unwrap();
    assert_eq!(&text[at(0)..at(1)], "We never saw the permit");
}

#[test]
fn sentences_and_headings_of_the_draft_are_shown() {
    let done = run(&["show", "h", "draft#l3", "--format", "json"]).exits(0);
    let sentence = &done.json()[0];
    assert_eq!(sentence["kind"], "sentence");
    assert_eq!(sentence["file"], "h/draft.md");
    assert_eq!(sentence["fields"]["words"], "The ministry never saw it.");
    assert_eq!(
        sentence["fields"]["marks"],
        json!(["@c-seen", "@talk#par2"])
    );
    assert_eq!(sentence["standing"]["state"], "to-check");
    run(&["show", "h", "draft#h1"])
        .exits(0)
        .says("draft#h1  sentence, none needed");
    run(&["show", "h", "draft#l4"])
        .exits(2)
        .complains("draft#l3");
}

#[test]
fn an_unknown_id_is_answered_with_the_near_one() {
    run(&["show", "h", "q-pemrit"])
        .exits(2)
        .complains("did you mean `q-permit`?");
}

#[test]
fn an_id_in_two_cases_must_be_told_apart() {
    let a = format!("{HEAD}parties:\n  p: {{name: First}}\n");
    let b = a.replace("case: x", "case: y").replace("First", "Second");
    let files = [("a/case.yaml", a.as_str()), ("b/case.yaml", b.as_str())];
    casefile(&["show", ".", "p"])
        .with(&files)
        .exits(2)
        .complains("`x/p` or `y/p`");
    casefile(&["show", ".", "y/p"])
        .with(&files)
        .exits(0)
        .says("Second");
    casefile(&["show", ".", "b/p"])
        .with(&files)
        .exits(0)
        .says("Second");
    casefile(&["show", ".", "z/p"])
        .with(&files)
        .exits(2)
        .complains("no case `z`");
}

#[test]
fn two_cases_of_one_name_are_told_apart_by_their_folders() {
    let head = "format: casefile/1\ncase: same\nparties:\n";
    let (one, other) = (
        format!("{head}  a: {{name: One}}\n"),
        format!("{head}  a: {{name: Other}}\n"),
    );
    let files = [
        ("one/case.yaml", one.as_str()),
        ("same/case.yaml", other.as_str()),
    ];
    casefile(&["show", ".", "a"])
        .with(&files)
        .exits(2)
        .complains("say which: `one/a` or `same/a`");
    casefile(&["show", ".", "one/a"])
        .with(&files)
        .exits(0)
        .says("One");
    casefile(&["show", ".", "same/a"])
        .with(&files)
        .exits(0)
        .says("Other");
}

#[test]
fn texts_of_files_are_made_safe_on_the_way_out() {
    let text = "parties:\n  p: {name: \"A\u{202e}B\\x1b[2J\", note: \"x\\ty\"}\n";
    let show = casefile(&["show", ".", "p"]).in_case(text).exits(0);
    let show = show.says("<U+202E>");
    let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!show.out.contains(raw), "{:?}", show.out);
    let json = casefile(&["show", ".", "p", "--format", "json"]).in_case(text);
    assert!(!json.out.contains(raw), "{:?}", json.out);
    assert_eq!(json.json()[0]["fields"]["name"], "A\u{202e}B\u{1b}[2J");
    let list = casefile(&["list", "."]).in_case(text);
    assert!(!list.out.contains(raw), "{:?}", list.out);
}

#[test]
fn the_private_file_adds_nothing() {
    let case = format!("{HEAD}parties:\n  p: {{name: P}}\n");
    let files = [
        ("case.yaml", case.as_str()),
        (
            "private.yaml",
            "parties:\n  p: {name: CANARY, phone: CANARY}\n",
        ),
    ];
    for args in [
        &["show", ".", "p"][..],
        &["list", "."],
        &["show", ".", "p", "--format", "json"],
    ] {
        casefile(args).with(&files).exits(0).never_says("CANARY");
    }
}
