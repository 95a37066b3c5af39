//! The fictional case: every quotation has the finding that its README gives for it.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read files of their own and run the program"
)]

use casefile::verify::{Class, Findings};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

const CASE: &str = "casefiles/ravel-ridge";

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the README's table under a heading, cell by cell.
fn table(heading: &str) -> Vec<Vec<String>> {
    let readme = std::fs::read_to_string(here().join(CASE).join("README.md")).unwrap();
    let part = readme.split(&format!("## {heading}\n")).nth(1).unwrap();
    let part = part.split("\n## ").next().unwrap();
    let rows = part.lines().filter(|line| line.starts_with("| "));
    rows.skip(1)
        .map(|row| {
            let cells = row.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

fn casefile(args: &[&str]) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_casefile"))
        .args(args)
        .current_dir(here())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {told}");
    told.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[allow(dead_code)]
/// What `show` says the machine finds of each quotation of the table.
fn findings() -> &'static HashMap<String, Value> {
    static FINDINGS: OnceLock<HashMap<String, Value>> = OnceLock::new();
    FINDINGS.get_or_init(|| {
        let rows = table("What was planted").into_par_iter();
        let ids = rows.map(|mut row| row.swap_remove(0));
        let quotes = ids.filter(|id| id.starts_with("q-"));
        quotes
            .map(|id| {
                let mut shown = casefile(&["show", CASE, &id, "--format", "json"]).remove(0);
                (id, shown["finding"].take())
            })
            .collect()
    })
}

#[test]
fn every_quotation_has_the_class_that_was_planted() {
    let listed = casefile(&["list", CASE, "--format", "json"]);
    let finding: HashMap<&str, &str> = listed
        .iter()
        .filter_map(|line| Some((line["id"].as_str()?, line["finding"].as_str()?)))
        .collect();
    let mut wrong = String::new();
    let rows = table("What was planted");
    let quotes: Vec<&Vec<String>> = rows.iter().filter(|row| row[0].starts_with("q-")).collect();
    for row in &quotes {
        let told = finding.get(row[0].as_str()).copied().unwrap_or_default();
        if told != row[1] {
            writeln!(wrong, "{}: {told}, not {}", row[0], row[1]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(quotes.len(), 78);
}

#[test]
fn every_quotation_has_the_warnings_and_the_reason_that_were_planted() {
    let mut wrong = String::new();
    for row in table("What was planted") {
        if !row[0].starts_with("q-") {
            continue;
        }
        let finding = &findings()[&row[0]];
        let warnings = finding["warnings"].as_array().unwrap().iter();
        let kinds: Vec<&str> = warnings.map(|w| w["kind"].as_str().unwrap()).collect();
        let reason = finding["reason"].as_str().unwrap_or_default();
        let class = finding["class"].as_str().unwrap();
        let told = [class, &kinds.join(", "), reason];
        if told != [&row[1], &row[2], &row[3]] {
            writeln!(wrong, "{}: {told:?}, not {:?}", row[0], &row[1..4]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_quotation_stands_where_the_case_says() {
    let mut wrong = String::new();
    for row in table("Where the words stand") {
        let finding = &findings()[&row[0]];
        // Of one too short to check the nearest place is told.
        let place = match &finding["source"] {
            Value::Null => &finding["nearest"],
            _ => finding,
        };
        let speaker = place["speaker"].as_str().unwrap_or_default().to_lowercase();
        let told = format!(
            "{} {}",
            place["source"].as_str().unwrap_or_default(),
            place["line"]
        );
        let named = row[4].to_lowercase();
        let first = named.split(", ").next().unwrap_or_default();
        if told != format!("{} {}", row[1], row[2]) || speaker != first {
            writeln!(wrong, "{}: {told} {speaker}, not {:?}", row[0], &row[1..]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn claims_and_their_numbers_are_in_the_same_table() {
    let listed = casefile(&["list", CASE, "claims", "--format", "json"]);
    let finding: HashMap<&str, &str> = listed
        .iter()
        .filter_map(|line| Some((line["id"].as_str()?, line["finding"].as_str()?)))
        .collect();
    for row in table("What was planted") {
        if row[0].starts_with("c-") {
            let told = finding.get(row[0].as_str()).copied().unwrap_or_default();
            assert_eq!(told, row[1], "{}", row[0]);
        }
    }
}

#[test]
fn nothing_the_machine_says_looks_like_a_confirmation() {
    let output = Command::new(env!("CARGO_BIN_EXE_casefile"))
        .args(["show", CASE, "q-hum"])
        .current_dir(here())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("MACHINE"), "{told}");
    assert!(!told.contains('✓') && !told.contains("confirmed"), "{told}");
}

/// Words that somebody pastes are looked for in every text of the case, with and without their marks.
#[test]
fn pasted_words_are_found_wherever_they_stand() {
    let case = casefile::disk::open_case(&here().join(CASE)).unwrap().case;
    let findings = Findings::new(&case);
    let ix = case.find("q-hum").unwrap();
    let known = findings.get(ix).unwrap();
    let source = known.found().unwrap().source.clone();
    let words = known.words.to_string();
    let middle = words.len() / 2 + words[words.len() / 2..].find(' ').unwrap();
    let (one, two) = words.split_at(middle);
    let halves = format!("“{one},” she said, “{}”", two.trim());
    for pasted in [&words, &format!("“{words}”"), &halves] {
        let found = findings.of_words(&case, pasted);
        assert!(found.finding.class.is_clean(), "{pasted}");
        assert_eq!(found.found().unwrap().source, source);
    }
    let found = findings.of_words(
        &case,
        "the geese of the neighbouring county had never played whist",
    );
    assert_eq!(found.finding.class, Class::NotFound);
    assert!(found.found().is_none());
}
