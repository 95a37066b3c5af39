//! The fields of records are one table: nowhere else do the sources list their names.
#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use casefile::case::{Kind, fields};
use std::fs;
use std::path::{Path, PathBuf};

/// So many names one after the other are a list.
const LIST: usize = 3;

/// Places that list words which happen to be names of fields, with what they are there.
const OTHER_LISTS: [(&str, &str); 4] = [
    (
        "fields/table.rs",
        "the table itself, and the head of a case",
    ),
    ("fields/holds.rs", "what stands within a field"),
    (
        "begun/columns.rs",
        "names that columns of other people's sheets have",
    ),
    ("records/casualty.rs", "the words of the three counts"),
];

#[test]
fn no_file_lists_the_names_of_fields_a_second_time() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![];
    for folder in ["src", "crates"] {
        rust_files(&root.join(folder), &mut files);
    }
    assert!(files.len() > 300, "only {} files were read", files.len());
    let mut second = vec![];
    for path in files {
        let name = path.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let is_other = OTHER_LISTS.iter().any(|(end, _)| name.ends_with(end));
        if is_other || name.contains("/tests/") || name.ends_with("/tests.rs") {
            continue;
        }
        let shipped = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for list in lists(shipped) {
            second.push(format!("{name}: {}", list.join(" ")));
        }
    }
    assert!(second.is_empty(), "{}", second.join("\n"));
}

#[test]
fn a_list_is_seen_and_other_words_are_not() {
    assert_eq!(
        lists(r#"["via", "says", "scope"]"#),
        [["via", "says", "scope"]]
    );
    assert_eq!(
        lists("\"via\"\n    | \"says\" | \"scope\" => 1"),
        [["via", "says", "scope"]]
    );
    assert!(lists(r#"f("via", 1), g("says"), "scope""#).is_empty());
    assert!(lists(r#"["via", "nothing", "says", "scope"]"#).is_empty());
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Runs of names of fields with nothing but commas or bars between them.
fn lists(source: &str) -> Vec<Vec<&str>> {
    let mut all = vec![];
    let mut run: Vec<&str> = vec![];
    let mut texts = source.split('"');
    let mut between = texts.next().unwrap_or_default();
    while let Some(text) = texts.next() {
        let gap = between.trim();
        if !matches!(gap, "," | "|") {
            take(&mut run, &mut all);
        }
        if Kind::ALL
            .into_iter()
            .any(|kind| fields::row(kind, text).is_some())
        {
            run.push(text);
        } else {
            take(&mut run, &mut all);
        }
        between = texts.next().unwrap_or_default();
    }
    take(&mut run, &mut all);
    all
}

fn take<'a>(run: &mut Vec<&'a str>, all: &mut Vec<Vec<&'a str>>) {
    let run = std::mem::take(run);
    if run.len() >= LIST {
        all.push(run);
    }
}
