//! `new`, `attach`, `rename`: what they write, what they leave as it is, what they refuse.

use crate::run::{HEAD, casefile};
use serde_json::Value;

/// SHA-256 of the text `hello\n`.
const HELLO: &str = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

#[test]
fn a_new_case_is_clean_but_for_what_is_to_come() {
    let done = casefile(&["new", "Harbour Deal"])
        .nowhere()
        .exits(0)
        .says("case.yaml");
    let done = done
        .then(&["check", "Harbour Deal", "--fail-on", "warning"])
        .exits(0);
    let done = done
        .then(&["list", "Harbour Deal", "--format", "json"])
        .exits(0);
    assert!(
        done.json()
            .iter()
            .all(|line| line["case"] == "harbour-deal")
    );
    let case = done.file("Harbour Deal/case.yaml");
    assert!(case.matches('#').count() > 20, "it explains itself");
    assert!(
        done.file("Harbour Deal/.gitignore")
            .contains("private.yaml")
    );
}

#[test]
fn the_commented_examples_of_a_new_case_are_right_too() {
    let done = casefile(&["new", "a"]).nowhere().exits(0);
    let case = done.file("a/case.yaml");
    let uncommented: Vec<String> = case
        .lines()
        .map(|line| {
            let bare = line.trim_start();
            let code = bare.strip_prefix("# ").filter(|rest| {
                let key = rest.trim_start().split(':').next().unwrap_or_default();
                rest.contains(':') && !key.is_empty() && !key.contains(' ')
            });
            let indent = &line[..line.len() - bare.len()];
            code.map_or(line.to_owned(), |code| format!("{indent}{code}"))
        })
        .collect();
    let text = uncommented
        .join("\n")
        .replace("evidence: TK", "evidence: [q-first, budget] #");
    let done = casefile(&["check", "--fail-on", "warning"]).with(&[
        ("case.yaml", &text),
        (
            "sources/first-source.txt",
            "One.\n\nTwo.\n\x0cThree.\n\n“We never saw the permit.”\n\x0cFour.\n",
        ),
    ]);
    assert!(text.contains("\nquotes:"), "{text}");
    done.exits(0);
}

#[test]
fn nothing_is_overwritten_by_new() {
    let done = casefile(&["new", "a"])
        .with(&[("a/mine.txt", "x")])
        .exits(2);
    let done = done.complains("is not empty");
    assert_eq!(std::fs::read_dir(done.path("a")).unwrap().count(), 1);
    casefile(&["new", "no/such/folder"])
        .nowhere()
        .exits(2)
        .complains("cannot be made");
}

#[cfg(unix)]
#[test]
fn what_is_made_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let done = casefile(&["new", "a"])
        .with(&[("t.txt", "hello\n")])
        .exits(0);
    let done = done
        .then(&["attach", "a", "first-source", "t.txt"])
        .exits(0);
    for path in ["a/case.yaml", "a/draft.md", "a/sources/first-source.txt"] {
        let mode = std::fs::metadata(done.path(path))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
    }
}

const SOURCES: &str = "# head comment\nsources:\n  art:   # the article\n    title: \"A  b\"   # spaced\n    kind: article\n    file: TK       # ask Ana\n\n  other: {kind: report}   # flow\n";

#[test]
fn the_private_file_cannot_be_attached() {
    let case = format!("{HEAD}{SOURCES}");
    let files = [
        ("case.yaml", case.as_str()),
        ("private.yaml", "parties: {}\n"),
    ];
    let done = casefile(&["attach", ".", "art", "./private.yaml"]).with(&files);
    let done = done.exits(2).complains("holds what is private");
    assert!(!done.path("sources").exists());
    assert_eq!(done.file("case.yaml"), case);
}

#[test]
fn a_text_is_attached_and_nothing_else_in_the_file_changes() {
    for eol in ["\n", "\r\n"] {
        let before = format!("{HEAD}{SOURCES}").replace('\n', eol);
        let files = [("case.yaml", before.as_str()), ("t.txt", "hello\n")];
        let done = casefile(&["attach", ".", "art", "t.txt"])
            .with(&files)
            .exits(0);
        let done = done
            .says("sources/art.txt")
            .says(HELLO)
            .says("wrote file, sha256");
        let expected = before.replace(
            "file: TK       # ask Ana",
            &format!("file: sources/art.txt       # ask Ana{eol}    sha256: \"{HELLO}\""),
        );
        assert_eq!(done.file("case.yaml"), expected);
        assert_eq!(done.file("sources/art.txt"), "hello\n");
        let done = done.then(&["attach", ".", "other", "t.txt"]).exits(0);
        let flow = format!(
            "other: {{kind: report, file: sources/other.txt, sha256: \"{HELLO}\"}}   # flow"
        );
        assert_eq!(
            done.file("case.yaml"),
            expected.replace("other: {kind: report}   # flow", &flow)
        );
    }
}

#[test]
fn a_text_that_is_there_with_its_hash_changes_nothing() {
    let case = format!(
        "{HEAD}sources:\n  art: {{kind: article, file: texts/a.txt, sha256: \"{HELLO}\"}}\n"
    );
    let files = [("case.yaml", case.as_str()), ("t.txt", "hello\n")];
    let done = casefile(&["attach", ".", "art", "t.txt"])
        .with(&files)
        .exits(0);
    assert_eq!(done.file("texts/a.txt"), "hello\n");
    let done = done
        .then(&["attach", ".", "art", "t.txt"])
        .exits(0)
        .says("was there already");
    assert_eq!(done.file("case.yaml"), case);
}

#[test]
fn another_text_than_the_recorded_one_is_refused_with_both_hashes() {
    let wrong = "0".repeat(64);
    let case =
        format!("{HEAD}sources:\n  art: {{kind: article, file: a.txt, sha256: \"{wrong}\"}} # c\n");
    let files = [("case.yaml", case.as_str()), ("t.txt", "hello\n")];
    let done = casefile(&["attach", ".", "art", "t.txt"])
        .with(&files)
        .exits(2);
    let done = done
        .complains(&wrong)
        .complains(HELLO)
        .complains("--record");
    assert!(!done.path("a.txt").exists());
    let done = done
        .then(&["attach", ".", "art", "t.txt", "--force"])
        .exits(0);
    assert_eq!(done.file("a.txt"), "hello\n");
    assert_eq!(done.file("case.yaml"), case);
    let done = done
        .then(&["attach", ".", "art", "t.txt", "--record"])
        .exits(0);
    assert_eq!(done.file("case.yaml"), case.replace(&wrong, HELLO));
}

#[test]
fn what_is_no_text_is_refused() {
    let case = format!("{HEAD}{SOURCES}");
    let attach = |bytes: &[u8]| {
        casefile(&["attach", ".", "art", "t.bin"])
            .with_bytes(&[("case.yaml", case.as_bytes()), ("t.bin", bytes)])
            .exits(2)
    };
    attach(b"%PDF-1.7 x").complains("pdftotext");
    attach(b"a\0b").complains("NUL");
    let done = attach(b"PK\x03\x04").complains("zip");
    assert!(!done.path("sources").exists());
    assert_eq!(done.file("case.yaml"), case);
}

#[test]
fn a_path_on_record_cannot_lead_out_or_over_the_cases_own_files() {
    for path in [
        "../x.txt",
        "/tmp/x.txt",
        "case.yaml",
        "a/../../x",
        "draft.md",
        ".git/config",
    ] {
        let case = format!("{HEAD}sources:\n  art: {{kind: article, file: \"{path}\"}}\n");
        let files = [("case/case.yaml", case.as_str()), ("t.txt", "hello\n")];
        let done = casefile(&["attach", "case", "art", "t.txt"])
            .with(&files)
            .exits(2);
        assert_eq!(done.file("case/case.yaml"), case);
        assert!(!done.path("x.txt").exists());
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_case_are_not_written_through() {
    let case = format!("{HEAD}sources:\n  art: {{kind: article, file: out/a.txt}}\n");
    let files = [
        ("case/case.yaml", case.as_str()),
        ("t.txt", "hello\n"),
        ("far/keep", ""),
    ];
    let done = casefile(&["--version"]).with(&files);
    std::os::unix::fs::symlink(done.path("far"), done.path("case/out")).unwrap();
    let done = done.then(&["attach", "case", "art", "t.txt"]).exits(2);
    assert!(!done.path("far/a.txt").exists());
}

#[test]
fn only_sources_that_exist_take_texts() {
    let files = [
        ("case.yaml", format!("{HEAD}{SOURCES}")),
        ("t.txt", "x".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (*p, t.as_str())).collect();
    casefile(&["attach", ".", "atr", "t.txt"])
        .with(&files)
        .exits(2)
        .complains("did you mean `art`?");
    casefile(&["attach", ".", "art", "missing.txt"])
        .with(&files)
        .exits(2)
        .complains("missing.txt");
}

const NAMED: &str = r#"# permit-feb6 in a comment stays
draft: draft.md
sources:
  copy: {kind: document, title: "the permit-feb6 copy"}
permits:
  permit-feb6:      # the permit
    source: copy
    value: {amount: 960000, currency: CAD}
    note: "permit-feb6 in prose stays"
  permit-feb6-b: {source: copy, value: {amount: 1, currency: CAD}}
claims:
  c-a:
    says: A permit-feb6 story.
    evidence: [ "permit-feb6" , permit-feb6-b]
    number: {prints: 960001, compute: permit-feb6.value.amount + permit-feb6-b.value.amount}
  c-b: {says: B., evidence: ['permit-feb6'], number: {prints: 960000, from: permit-feb6.value}}
contacts:
  ask: {to: Somebody, put: {c-a: "words", c-b: "words"}, about: [permit-feb6]}
"#;

fn named(eol: &str) -> (String, String) {
    let case = format!("{HEAD}{NAMED}").replace('\n', eol);
    let draft =
        "It is worth a lot. [@permit-feb6; @c-a]\nThe permit-feb6 is prose. [@permit-feb6-b]\n";
    (case, draft.replace('\n', eol))
}

#[test]
fn a_record_is_renamed_wherever_it_is_named_and_nowhere_else() {
    for eol in ["\n", "\r\n"] {
        let (case, draft) = named(eol);
        let files = [("case.yaml", case.as_str()), ("draft.md", draft.as_str())];
        let done = casefile(&["rename", ".", "permit-feb6", "licence"])
            .with(&files)
            .exits(0);
        let done = done
            .says("renamed permit-feb6 to licence in 7 places")
            .says("draft.md:1:");
        let expected = case
            .replace("  permit-feb6:      #", "  licence:      #")
            .replace("[ \"permit-feb6\" ,", "[ \"licence\" ,")
            .replace("compute: permit-feb6.", "compute: licence.")
            .replace("['permit-feb6']", "['licence']")
            .replace("from: permit-feb6.", "from: licence.")
            .replace("about: [permit-feb6]", "about: [licence]");
        assert_eq!(done.file("case.yaml"), expected);
        assert_eq!(
            done.file("draft.md"),
            draft.replace("[@permit-feb6;", "[@licence;")
        );
        let done = done
            .then(&["rename", ".", "licence", "permit-feb6"])
            .exits(0);
        assert_eq!(done.file("case.yaml"), case);
        assert_eq!(done.file("draft.md"), draft);
    }
}

#[test]
fn claims_are_renamed_where_they_were_put_and_parties_in_the_private_file() {
    let (case, draft) = named("\n");
    let files = [("case.yaml", case.as_str()), ("draft.md", draft.as_str())];
    let done = casefile(&["rename", ".", "c-a", "c-worth"])
        .with(&files)
        .exits(0);
    assert!(done.file("case.yaml").contains("put: {c-worth: \"words\""));
    let case =
        format!("{HEAD}parties:\n  ana: {{name: A}}\nsources:\n  s: {{kind: post, who: ana}}\n");
    let private = "parties:\n  ana:   # never\n    phone: CANARY\n";
    let files = [("case.yaml", case.as_str()), ("private.yaml", private)];
    let done = casefile(&["rename", ".", "ana", "marin"])
        .with(&files)
        .exits(0)
        .never_says("CANARY");
    assert_eq!(done.file("private.yaml"), private.replace("ana:", "marin:"));
    assert_eq!(done.file("case.yaml"), case.replace("ana", "marin"));
}

#[test]
fn a_rename_that_cannot_be_right_is_refused_and_changes_nothing() {
    let (case, draft) = named("\n");
    let files = [("case.yaml", case.as_str()), ("draft.md", draft.as_str())];
    let refuse = |new: &str| {
        let done = casefile(&["rename", ".", "permit-feb6", new])
            .with(&files)
            .exits(2);
        assert_eq!(done.file("case.yaml"), case);
        assert_eq!(done.file("draft.md"), draft);
        done
    };
    refuse("c-a").complains("is the id of a claim already");
    refuse("author").complains("cannot be an id");
    refuse("Permit").complains("small letters");
    casefile(&["rename", ".", "permit-feb", "x"])
        .with(&files)
        .exits(2)
        .complains("`permit-feb6`");
    let broken = format!("{case}parties:\n  p: {{is: persn}}\n");
    let done = casefile(&["rename", ".", "permit-feb6", "x"])
        .with(&[("case.yaml", &broken)])
        .exits(2);
    assert_eq!(done.complains("errors of form").file("case.yaml"), broken);
}

#[test]
fn an_id_written_with_escapes_is_left_to_its_writer() {
    let case = format!(
        "{HEAD}parties:\n  ana: {{name: A}}\nsources:\n  s: {{kind: post, who: \"an\\x61\"}}\n"
    );
    let done = casefile(&["rename", ".", "ana", "marin"])
        .with(&[("case.yaml", &case)])
        .exits(2);
    assert_eq!(done.complains("case.yaml:6").file("case.yaml"), case);
}

#[test]
fn what_refers_to_a_renamed_record_still_leads_there() {
    let (case, draft) = named("\n");
    let files = [("case.yaml", case.as_str()), ("draft.md", draft.as_str())];
    let done = casefile(&["show", ".", "permit-feb6", "--format", "json"])
        .with(&files)
        .exits(0);
    let before: Vec<Value> = done.json();
    let done = done
        .then(&["rename", ".", "permit-feb6", "licence"])
        .exits(0);
    let done = done
        .then(&["show", ".", "licence", "--format", "json"])
        .exits(0);
    assert_eq!(done.json()[0]["cited_by"], before[0]["cited_by"]);
    assert_eq!(done.json()[0]["cites"], before[0]["cites"]);
}
