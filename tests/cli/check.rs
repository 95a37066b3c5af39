//! `check`: several problems in one run, in every format, with the exit code wanted.

use crate::run::{HEAD, casefile, keys};
use serde_json::Value;

/// A wrong word, a reference to nobody and a missing field, in three records.
const FAULTS: &str = "parties:\n  gac: {name: GAC, is: publc-body}\nsources:\n  s: {kind: article, who: nobody}\nclaims:\n  c-a: {evidence: [s]}\n";

#[test]
fn a_case_without_faults_exits_0_and_says_so() {
    casefile(&["check"])
        .in_case("parties:\n  gac: {name: GAC}\n")
        .exits(0)
        .says("Nothing wrong in the files.");
}

#[test]
fn all_faults_are_told_in_one_run_with_line_mark_and_help() {
    let done = casefile(&["check", "."]).in_case(FAULTS).exits(1);
    insta::assert_snapshot!(done.out);
}

#[test]
fn concise_is_one_line_a_problem_at_its_place() {
    let done = casefile(&["check", "--format", "concise"])
        .in_case(FAULTS)
        .exits(1);
    let places: Vec<&str> = done
        .out
        .lines()
        .map(|l| l.split(' ').next().unwrap())
        .collect();
    assert_eq!(
        places,
        ["case.yaml:4:24:", "case.yaml:6:27:", "case.yaml:8:3:"]
    );
    done.says("error[CF125]").says("public-body");
}

#[test]
fn json_has_these_keys_and_the_summary_last() {
    let done = casefile(&["check", "--format", "json"])
        .in_case(FAULTS)
        .exits(1);
    let lines = done.json();
    let (last, problems) = lines.split_last().unwrap();
    for problem in problems {
        assert_eq!(
            keys(problem),
            [
                "code", "severity", "file", "line", "column", "id", "message", "help"
            ]
        );
    }
    assert_eq!(problems[0]["id"], "gac");
    assert_eq!(keys(last), ["summary"]);
    assert_eq!(
        keys(&last["summary"]),
        [
            "claims",
            "sentences",
            "standings",
            "not_here",
            "errors",
            "warnings"
        ]
    );
    let errors = problems.iter().filter(|p| p["severity"] == "error").count();
    assert_eq!(last["summary"]["errors"], errors);
    assert_eq!(last["summary"]["claims"], 1);
}

#[test]
fn standings_count_every_sentence_of_the_draft_once() {
    let draft = "It was so. [@c-a]\nNobody knows. [TK]\nWe walked there. [@author]\nHello. [~]\nAnna Bell saw 40 ships.\n";
    let text = format!(
        "{HEAD}draft: draft.md\nparties:\n  p: {{name: P}}\nclaims:\n  c-a: {{says: It was so., evidence: [p]}}\n"
    );
    let done = casefile(&["check", "--format", "json"])
        .with(&[("case.yaml", &text), ("draft.md", draft)])
        .exits(0);
    let lines = done.json();
    let standings = &lines.last().unwrap()["summary"]["standings"];
    assert_eq!(standings["tk"], 1);
    assert_eq!(standings["unsourced"], 1);
    assert_eq!(standings["none-needed"], 1);
    assert_eq!(standings["to-check"], 2);
    assert_eq!(standings["confirmed"], 0);
    let all = standings
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_u64);
    assert_eq!(all.sum::<u64>(), 5);
}

#[test]
fn github_annotations_name_file_line_and_column() {
    casefile(&["check", "--format", "github"])
        .in_case(FAULTS)
        .exits(1)
        .says("::error file=case.yaml,line=4,col=24,title=CF125::");
}

#[test]
fn sarif_names_the_rule_and_the_place_of_each_result() {
    let done = casefile(&["check", "--format", "sarif"])
        .in_case(FAULTS)
        .exits(1);
    let log = &done.json()[0];
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "casefile");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        let rule = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "case.yaml");
        assert!(place["region"]["startLine"].as_u64().unwrap() > 0);
    }
}

#[test]
fn what_makes_a_check_fail_can_be_chosen() {
    let warning = "parties:\n  gac: {name: GAC, nmae: x}\n";
    let check =
        |fail_on: &str, text: &str| casefile(&["check", "--fail-on", fail_on]).in_case(text);
    check("error", warning).exits(0);
    check("warning", warning).exits(1);
    let unchecked = "parties:\n  p: {name: P}\nclaims:\n  c-a: {says: It was so., evidence: [p]}\n";
    check("warning", unchecked).exits(0);
    check("unchecked", unchecked).exits(1);
}

#[test]
fn an_empty_case_file_exits_1() {
    casefile(&["check"])
        .with(&[("case.yaml", "")])
        .exits(1)
        .says("case.yaml:1:1");
    casefile(&["check"])
        .with(&[("case.yaml", "# only a comment\n")])
        .exits(1)
        .says("case.yaml:1:1");
}

#[test]
fn a_folder_of_cases_is_checked_whole_and_paths_are_the_users() {
    let good = format!("{HEAD}parties:\n  p: {{name: P}}\n");
    let bad = format!("{HEAD}parties:\n  p: {{is: person}}\n");
    let files = [
        ("all/one/case.yaml", good.as_str()),
        ("all/two/case.yaml", bad.as_str()),
    ];
    casefile(&["check", "all", "--format", "concise"])
        .with(&files)
        .exits(1)
        .says("all/two/case.yaml:4:3: error");
    let done = casefile(&["check", "all/one", "nowhere", "all/two"]).with(&files);
    done.exits(2)
        .says("all/two/case.yaml")
        .complains("`nowhere`");
}

#[test]
fn what_is_no_case_exits_2_and_says_what_to_name() {
    casefile(&["check", "missing"])
        .nowhere()
        .exits(2)
        .complains("there is no file or folder `missing`");
    casefile(&["check", "."])
        .with(&[("notes.txt", "x")])
        .exits(2)
        .complains("case.yaml");
}

#[test]
fn characters_that_hide_turn_or_command_never_reach_the_terminal() {
    let text =
        "parties:\n  gac: {name: \"G\u{202e}AC\", is: \"p\u{9b}31m\u{7}x\"}\n  \u{202e}bad: 1\n";
    for format in ["full", "concise", "json", "github", "sarif"] {
        let done = casefile(&["check", "--format", format])
            .in_case(text)
            .exits(1);
        let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!done.out.contains(raw), "{format}: {:?}", done.out);
    }
}

#[test]
fn the_private_file_is_never_printed() {
    let case = format!("{HEAD}parties:\n  p: {{name: P}}\n");
    let private =
        "parties:\n  p:\n    phnoe: CANARY\n    name: [CANARY]\n  canary-id: {name: CANARY\n";
    for format in ["full", "concise", "json", "github", "sarif"] {
        casefile(&["check", "--format", format])
            .with(&[("case.yaml", &case), ("private.yaml", private)])
            .says("private.yaml")
            .never_says("CANARY")
            .never_says("canary")
            .never_says("phnoe");
    }
}

#[test]
fn a_line_of_ten_megabytes_is_told_in_a_few_words() {
    let text = format!(
        "parties:\n  gac: {{name: GAC, is: \"{0}\", of: {0}}}\n",
        "x".repeat(10_000_000)
    );
    let done = casefile(&["check"]).in_case(&text).exits(1);
    assert!(done.out.len() < 20_000, "{}", done.out.len());
}

#[test]
fn colour_is_written_only_when_asked_for_here() {
    casefile(&["check"]).in_case(FAULTS).never_says("\u{1b}");
    casefile(&["check", "--color", "always"])
        .in_case(FAULTS)
        .says("\u{1b}[");
}
