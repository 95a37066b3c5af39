//! `rule`, `undo`, `log`, `sign`: what they say, what they save, and what is told of a log that is not as it was written.

use crate::run::{Done, HEAD, casefile, keys};

/// A case with one claim that stands on a figure, and a sentence that cites it.
const RECORDS: &str = "sources:
  report: {kind: report, tier: primary, file: report.txt}
figures:
  lost: {what: Houses lost, value: 212, unit: houses, source: report#p1}
claims:
  c-lost: {says: \"The mud took 212 houses.\", evidence: [lost], number: {from: lost.value}}
";
const DRAFT: &str = "The mud took 212 houses. [@c-lost]\n\nNobody had warned them. [@c-lost]\n";
const REPORT: &str = "Of the houses, 212 were destroyed.\n";

pub fn run(args: &[&str]) -> Done {
    let case = format!(
        "{HEAD}team: {{kl: {{role: checker}}, jo: {{role: checker}}, mo: {{role: author}}}}\n{RECORDS}"
    );
    casefile(args).with(&[
        ("case.yaml", &case),
        ("draft.md", DRAFT),
        ("report.txt", REPORT),
    ])
}

pub fn confirmed() -> Done {
    run(&[
        "rule",
        ".",
        "c-lost",
        "confirmed",
        "--by",
        "kl",
        "--saw",
        "primary",
        "--why",
        "counted\nthem",
    ])
    .exits(0)
}

impl Done {
    /// The only log of kl, and its path.
    pub fn log(&self) -> (std::path::PathBuf, String) {
        let all = std::fs::read_dir(self.path("checks")).unwrap();
        let mut all = all.map(|entry| entry.unwrap().path());
        let path = all
            .find(|path| path.to_string_lossy().contains("kl@"))
            .unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    }

    pub fn write_log(&self, text: &str) {
        std::fs::write(self.log().0, text).unwrap();
    }

    pub fn edit(self, file: &str, was: &str, now: &str) -> Self {
        let text = self.file(file);
        assert!(text.contains(was), "{was} is not in {text}");
        std::fs::write(self.path(file), text.replace(was, now)).unwrap();
        self
    }

    pub fn stands(self, state: &str) -> Self {
        let done = self
            .then(&["show", ".", "c-lost", "--format", "json"])
            .exits(0);
        assert_eq!(done.json()[0]["standing"]["state"], state, "{}", done.out);
        done
    }
}

#[test]
fn a_ruling_is_saved_and_told_with_what_was_not_looked_at() {
    let done = confirmed();
    let done = done
        .says("saved: c-lost is confirmed by kl")
        .says("not ticked: number 212")
        .says("not opened: report#p1");
    let (_, text) = done.log();
    assert_eq!(
        text.lines().count(),
        1,
        "a break in a note stays within the line"
    );
    let line: serde_json::Value = serde_json::from_str(&text).unwrap();
    let want = [
        "v", "id", "seq", "prev", "at", "by", "claim", "ruling", "saw", "why", "seal", "sum",
    ];
    assert_eq!(keys(&line), want);
    done.stands("confirmed");
}

#[test]
fn a_ruling_falls_with_what_it_was_given_for_and_stands_again_when_that_is_put_back() {
    let done = confirmed()
        .edit("case.yaml", "value: 212", "value: 213")
        .stands("stale");
    let because = &done.json()[0]["standing"]["because"];
    assert_eq!(
        because[0],
        serde_json::json!({"part": "evidence", "ref": "lost.value", "was": "212", "now": "213"})
    );
    let done = done
        .then(&["show", ".", "c-lost"])
        .says("was  212")
        .says("now  213");
    let done = done
        .edit("case.yaml", "value: 213", "value: 212")
        .stands("confirmed");
    let done = done
        .edit("draft.md", "took 212", "swallowed 212")
        .stands("stale");
    let done = done
        .edit("draft.md", "swallowed 212", "took 212")
        .stands("confirmed");
    done.edit("report.txt", "212 were", "212 houses were")
        .stands("stale");
}

#[test]
fn rulings_are_counted_in_list_show_search_and_check() {
    let done = confirmed().then(&["list", ".", "claims", "--format", "json"]);
    assert_eq!(done.json()[0]["standing"], "confirmed");
    let done = done.then(&["search", ".", "is:confirmed"]).says("c-lost");
    let done = done.then(&["check", ".", "--format", "json"]);
    let last = done.json().pop().unwrap();
    assert_eq!(last["summary"]["standings"]["confirmed"], 2, "{}", done.out);
    let done = done.then(&["show", ".", "c-lost", "--format", "json"]);
    let ruling = &done.json()[0]["rulings"][0];
    assert_eq!(
        (&ruling["by"], &ruling["ruling"], &ruling["saw"]),
        (&"kl".into(), &"confirmed".into(), &"primary".into())
    );
}

#[test]
fn undo_takes_back_ones_own_ruling_and_no_other() {
    let done = confirmed()
        .then(&["undo", ".", "c-lost", "--by", "jo"])
        .exits(2)
        .complains("no ruling on `c-lost`");
    let id = done.then(&["log", ".", "--format", "json"]);
    let text = id.json()[0]["id"].as_str().unwrap().to_owned();
    let done = id
        .then(&["undo", ".", &text, "--by", "jo"])
        .exits(2)
        .complains("is by `kl`");
    let done = done
        .then(&["undo", ".", &text[..6], "--by", "kl"])
        .exits(0)
        .says("took back that c-lost is confirmed");
    let done = done.stands("to-check");
    let done = done
        .then(&["undo", ".", &text, "--by", "kl"])
        .exits(2)
        .complains("taken back already");
    let done = done
        .then(&["undo", ".", "--by", "kl"])
        .exits(2)
        .complains("no ruling to take back");
    let done = done
        .then(&["log", "."])
        .exits(0)
        .says("(taken back)")
        .says("took back");
    let done = done
        .then(&["rule", ".", "c-lost", "wrong", "--by", "kl"])
        .exits(0)
        .stands("to-fix");
    done.then(&["undo", ".", "--by", "kl"])
        .exits(0)
        .stands("to-check");
}

#[test]
fn what_cannot_be_ruled_says_not_saved_and_makes_no_log() {
    let refused = |args: &[&str], words: &str| {
        let done = run(args).exits(2).complains("NOT SAVED").complains(words);
        assert!(!done.path("checks").exists());
    };
    refused(
        &["rule", ".", "c-last", "confirmed", "--by", "kl"],
        "did you mean `c-lost`",
    );
    refused(
        &["rule", ".", "lost", "confirmed", "--by", "kl"],
        "is a figure",
    );
    refused(
        &["rule", ".", "draft#l9", "confirmed", "--by", "kl"],
        "no sentence begins",
    );
    refused(
        &["rule", ".", "@case", "confirmed", "--by", "kl"],
        "claims and sentences",
    );
    refused(
        &["rule", ".", "draft#l1", "legal-cleared", "--by", "kl"],
        "clears claims",
    );
    refused(&["rule", ".", "c-lost", "confirmed"], "who rules");
    for name in ["../x", "KL", "k l", ""] {
        refused(
            &["rule", ".", "c-lost", "confirmed", "--by", name],
            "cannot be the name",
        );
    }
}

#[test]
fn who_rules_may_stand_in_the_configuration() {
    let done = casefile(&["rule", ".", "c-lost", "confirmed"]).with(&[
        ("case.yaml", &format!("{HEAD}{RECORDS}")),
        ("report.txt", REPORT),
        (".config/casefile/config.toml", "by = \"kl\"\n"),
    ]);
    done.exits(0).says("by kl");
}

#[test]
fn rulings_of_others_are_saved_and_do_not_count() {
    let done = run(&["rule", ".", "c-lost", "confirmed", "--by", "zz"])
        .exits(0)
        .says("does not count")
        .stands("to-check");
    assert_eq!(done.json()[0]["rulings"][0]["counts"], false);
}

#[test]
fn two_who_differ_are_disputed_and_an_author_may_check() {
    let done = confirmed()
        .then(&["rule", ".", "c-lost", "wrong", "--by", "jo"])
        .exits(0)
        .stands("disputed");
    let done = done
        .then(&["undo", ".", "--by", "jo"])
        .exits(0)
        .stands("confirmed");
    let done = done.then(&["undo", ".", "--by", "kl"]).then(&[
        "rule",
        ".",
        "c-lost",
        "confirmed",
        "--by",
        "mo",
    ]);
    let done = done.stands("confirmed");
    assert_eq!(done.json()[0]["rulings"][0]["self_check"], true);
}

#[test]
fn sentences_are_ruled_on_by_their_line_and_found_again_when_they_move() {
    let done = run(&["rule", ".", "draft#l3", "unsupported", "--by", "kl"]).exits(0);
    let done = done.edit("draft.md", "The mud", "# Ravel\n\nThe mud");
    let done = done.then(&["show", ".", "draft#l5", "--format", "json"]);
    assert_eq!(done.json()[0]["standing"]["state"], "to-fix");
    done.then(&["log", ".", "draft#l5"])
        .says("draft#l3 is unsupported");
}

#[test]
fn sign_tells_each_unmet_condition_with_its_count_and_signs_when_there_is_none() {
    let done = run(&["sign", ".", "--by", "jo"])
        .exits(1)
        .says("not signed off")
        .says("2 × to be checked");
    assert!(!done.path("checks").exists());
    let done = done.then(&["rule", ".", "c-lost", "confirmed", "--by", "kl"]);
    let done = done
        .then(&["sign", ".", "--by", "zz"])
        .exits(2)
        .complains("not in the team");
    let done = done
        .then(&["sign", ".", "--by", "jo"])
        .exits(0)
        .says("signed off by jo");
    let done = done.then(&["log", "."]).says("@case is signed-off");
    let done = done
        .edit("case.yaml", "value: 212", "value: 213")
        .then(&["sign", ".", "--by", "jo"]);
    done.exits(1).says("2 × changed since it was checked");
}

#[test]
fn an_answer_that_is_not_printed_keeps_a_story_from_being_signed_as_the_report_says() {
    let accused = "criticises: [port], evidence: [lost]";
    let contact = "parties: {port: {name: The Port}}\ncontacts:\n  k: {to: port, put: {c-lost: The mud took 212 houses.}, outcome: answered}\n";
    let done = confirmed()
        .edit("case.yaml", "evidence: [lost]", accused)
        .edit("case.yaml", "figures:", &format!("{contact}figures:"));
    let done = done
        .then(&["sign", ".", "--by", "jo"])
        .exits(1)
        .says("1 × allegation whose answer is not printed");
    let done = done
        .then(&["report", ".", "--format", "markdown"])
        .says("Not ready: 1 allegation whose answer is not printed.");
    assert!(!done.out.contains("Signed off"));
    let done = done.edit(
        "case.yaml",
        "outcome: answered",
        "outcome: answered, printed: [c-lost]",
    );
    let done = done
        .then(&["sign", ".", "--by", "jo"])
        .exits(0)
        .says("signed off by jo");
    let done = done
        .then(&["report", ".", "--format", "markdown"])
        .says("**Ready: all 2 sentences stand, and every allegation was put.**")
        .says("Signed off by jo, 20");
    let done = done
        .then(&["report", ".", "--format", "html"])
        .says("<p class=\"ready yes\">Signed off by jo, 20");
    // Whatever comes to stand against it takes the signature out of the report.
    let done = done.edit("case.yaml", ", printed: [c-lost]", "");
    let done = done.then(&["report", ".", "--format", "html"]);
    assert!(!done.out.contains("Signed off"));
}

#[test]
fn a_story_in_which_nothing_is_to_check_cannot_be_signed() {
    let done = casefile(&["sign", ".", "--by", "jo"]).with(&[("case.yaml", HEAD)]);
    let done = done.exits(1).says("there is nothing to check yet");
    done.then(&["report", ".", "--format", "markdown"])
        .says("Not ready: there is nothing to check yet.");
}

#[test]
fn the_report_counts_as_the_check_does() {
    let done = confirmed().then(&["check", "."]).says("2 sentences: 2 ok.");
    done.then(&["report", ".", "--format", "markdown"])
        .says("✓ ok 2\n");
}

#[test]
fn an_authors_own_check_blocks_the_signature() {
    let done = run(&["rule", ".", "c-lost", "confirmed", "--by", "mo"]).exits(0);
    done.then(&["sign", ".", "--by", "jo"])
        .exits(1)
        .says("2 × checked only by the author");
}

#[test]
fn rulings_follow_a_renamed_claim() {
    let done = confirmed()
        .then(&["rename", ".", "c-lost", "c-houses"])
        .exits(2)
        .complains("who rules");
    let done = done
        .then(&["rename", ".", "c-lost", "c-houses", "--by", "jo"])
        .exits(0);
    let done = done.then(&["show", ".", "c-houses", "--format", "json"]);
    assert_eq!(done.json()[0]["standing"]["state"], "confirmed");
    let done = done
        .then(&["log", ".", "c-houses"])
        .says("c-lost is confirmed")
        .says("renamed c-lost to c-houses");
    done.then(&["rename", ".", "lost", "houses-lost", "--by", "jo"])
        .exits(0)
        .then(&["list", ".", "claims"])
        .says("[ok]");
}

#[test]
fn an_edited_line_does_not_count_and_is_told_at_its_place() {
    let done = confirmed().then(&["rule", ".", "draft#l1", "confirmed", "--by", "kl"]);
    let (_, text) = done.log();
    done.write_log(&text.replacen("\"confirmed\"", "\"waived\"", 1));
    let done = done
        .stands("to-check")
        .then(&["check", ".", "--format", "json"])
        .exits(1);
    let told = done.json();
    let told = told.iter().find(|line| line["code"] == "CF703").unwrap();
    assert_eq!(
        (&told["code"], &told["line"]),
        (&"CF703".into(), &1.into()),
        "{told}"
    );
    assert!(
        told["file"].as_str().unwrap().starts_with("checks/kl@"),
        "{told}"
    );
    done.then(&["check", "."])
        .says("CF703")
        .then(&["log", "."])
        .says("1 line does not count");
}

#[test]
fn removed_lines_are_told_in_the_middle_by_the_chain_and_at_the_end_by_what_is_remembered() {
    let rule = |done: Done, ruling| {
        done.then(&["rule", ".", "c-lost", ruling, "--by", "kl"])
            .exits(0)
    };
    let done = rule(rule(confirmed(), "wrong"), "waived");
    let (_, text) = done.log();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    done.write_log(&[lines[0], lines[2]].concat());
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF704")
        .says("one line that stood before");
    done.write_log(lines[0]);
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF705")
        .says("the last 2 lines of the log are gone");
    // Going on does not hide it.
    let done = rule(rule(rule(done, "wrong"), "wrong"), "confirmed")
        .then(&["check", "."])
        .exits(1)
        .says("CF705");
    done.write_log(&text);
    done.then(&["check", "."]).exits(0).never_says("CF70");
}

#[test]
fn a_log_that_is_emptied_or_taken_away_is_missed() {
    let done = confirmed();
    let (path, text) = done.log();
    done.write_log("");
    let done = done.then(&["check", "."]).exits(1).says("CF705");
    std::fs::remove_file(&path).unwrap();
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF705")
        .says("is gone");
    std::fs::write(&path, &text).unwrap();
    done.then(&["check", "."]).exits(0).never_says("CF705");
}

#[test]
fn a_torn_line_is_a_note_and_the_next_ruling_stands_behind_it() {
    let done = confirmed();
    let (_, text) = done.log();
    done.write_log(&format!("{text}{}", &text[..text.len() / 2]));
    let done = done.then(&["check", "."]).exits(0).says("note[CF702]");
    let done = done
        .then(&["rule", ".", "c-lost", "wrong", "--by", "kl"])
        .exits(0)
        .stands("to-fix");
    done.then(&["check", "."])
        .exits(0)
        .never_says("CF703")
        .never_says("CF704");
}

#[test]
fn a_log_copied_under_another_name_does_not_count() {
    let done = confirmed();
    let (_, text) = done.log();
    std::fs::write(done.path("checks/jo@desk.jsonl"), &text).unwrap();
    std::fs::write(done.path("checks/kl@desk (conflict).jsonl"), &text).unwrap();
    std::fs::write(done.path("checks/notes.txt"), "mine").unwrap();
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF708")
        .says("CF701")
        .never_says("notes.txt");
    done.stands("confirmed");
}

#[cfg(unix)]
#[test]
fn a_log_that_is_a_link_is_neither_read_nor_written_to() {
    let done = confirmed();
    let (path, _) = done.log();
    let elsewhere = done.path("elsewhere");
    std::fs::rename(&path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    let done = done
        .then(&["check", "."])
        .exits(1)
        .says("CF700")
        .stands("to-check");
    let before = done.file("elsewhere");
    let done = done
        .then(&["rule", ".", "c-lost", "wrong", "--by", "kl"])
        .exits(2)
        .complains("NOT SAVED")
        .complains("is a link");
    assert_eq!(done.file("elsewhere"), before);
}

#[test]
fn hostile_notes_and_forged_json_stay_words() {
    let note = "a\u{1b}[2J\u{202e}b\",\"ruling\":\"wrong\",\"sum\":\"0\"}\n{\"v\":1}";
    let done = run(&[
        "rule",
        ".",
        "c-lost",
        "confirmed",
        "--by",
        "kl",
        "--why",
        note,
    ])
    .exits(0)
    .stands("confirmed");
    assert_eq!(done.log().1.lines().count(), 1);
    let done = done
        .then(&["log", "."])
        .never_says("\u{1b}")
        .never_says("\u{202e}");
    let done = done.then(&["log", ".", "--format", "json"]);
    assert_eq!(done.json()[0]["why"], note);
}

#[test]
fn several_who_rule_at_once_are_all_saved() {
    let done = run(&["check", "."]);
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                let status = std::process::Command::new(crate::run::program())
                    .args(["rule", ".", "c-lost", "confirmed", "--by", "kl"])
                    .current_dir(done.folder.path())
                    .env("XDG_STATE_HOME", done.path(".state"))
                    .output()
                    .unwrap();
                assert!(status.status.success());
            });
        }
    });
    assert_eq!(done.log().1.lines().count(), 12);
    done.then(&["check", "."]).exits(0).never_says("CF7");
}
