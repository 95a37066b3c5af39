//! The fictional case: every quotation has the finding that its README gives for it.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read files of their own and run the program"
)]

use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

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
fn show(id: &str) -> Value {
    casefile(&["show", CASE, id, "--format", "json"]).remove(0)
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
