//! The explanations of codes: one file a code, and examples that hold.

use super::run::{HEAD, casefile};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Every file of the sources, wherever its room stands.
fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join("src"), root.join("crates")];
    let mut files = vec![];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true if path.ends_with("target") => {}
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files
}

/// The explanations, by their codes as the files are named.
fn explanations() -> BTreeMap<String, String> {
    let about = sources().into_iter().filter(|path| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("explanations"))
    });
    let named = about.map(|path| {
        assert_eq!(path.extension().unwrap(), "md", "{}", path.display());
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (code, std::fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

/// The codes that `explain` lists, each with its title.
fn listed() -> BTreeMap<String, String> {
    let out = casefile(&["explain"]).nowhere().exits(0).out;
    let lines = out.lines().filter_map(|line| line.strip_prefix("  "));
    let pairs = lines.map(|line| line.split_once("  ").expect("a code and its title"));
    pairs
        .map(|(code, title)| (code.to_owned(), title.to_owned()))
        .collect()
}

#[test]
fn each_code_has_its_file_and_each_file_its_code() {
    let files: BTreeSet<String> = explanations().into_keys().collect();
    let codes: BTreeSet<String> = listed().into_keys().collect();
    assert_eq!(files, codes);
    assert!(codes.len() > 40, "{codes:?}");
}

#[test]
fn no_code_is_made_outside_the_table() {
    for path in sources()
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        for line in text.lines().filter(|line| line.contains("const ")) {
            let number = line
                .split("= Code(")
                .nth(1)
                .and_then(|rest| rest.split(')').next());
            let made = number.is_some_and(|number| number.parse::<u16>().is_ok());
            assert!(!made, "{}: {line}", path.display());
        }
    }
}

#[test]
fn a_code_is_explained_under_its_title_with_an_example_and_what_to_do() {
    let titles = listed();
    for code in ["CF105", "CF230", "CF706"] {
        casefile(&["explain", code])
            .nowhere()
            .exits(0)
            .says(&format!("{code} ("))
            .says(&format!("): {}\n\n", titles[code]))
            .says("\n\nExample\n")
            .says("\n\nWhat to do\n")
            .never_says("\n```");
    }
}

/// The blocks that are named after a file of a case.
fn files_of(part: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut name: Option<String> = None;
    for line in part.lines() {
        match (line.strip_prefix("```"), &name) {
            (Some(_), Some(_)) => name = None,
            (Some(info), None) => {
                let word = info.split_once(' ').map_or(info, |(_, file)| file);
                name = Some(word.to_owned());
                files.insert(word.to_owned(), String::new());
            }
            (None, Some(file)) => {
                let text = files.get_mut(file).unwrap();
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    files
}

/// The codes that `check` finds in each of these cases, by its folder.
fn found(cases: &BTreeMap<String, BTreeMap<String, String>>) -> BTreeSet<(String, String)> {
    let mut files: Vec<(String, String)> = vec![];
    for (folder, case) in cases {
        let head = case.get("case.yaml").map_or("", String::as_str);
        let head = match head.starts_with("format:") {
            true => head.to_owned(),
            false => format!("{HEAD}{head}"),
        };
        files.push((format!("{folder}/case.yaml"), head));
        let others = case.iter().filter(|(name, _)| *name != "case.yaml");
        files.extend(others.map(|(name, text)| (format!("{folder}/{name}"), text.clone())));
    }
    let mut args = vec!["check", "--format", "json"];
    args.extend(cases.keys().map(String::as_str));
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (&n[..], &t[..])).collect();
    let lines = casefile(&args).with(&files).json().into_iter();
    let pair = |line: serde_json::Value| {
        let (folder, _) = line["file"].as_str()?.split_once('/')?;
        Some((folder.to_owned(), line["code"].as_str()?.to_owned()))
    };
    lines.filter_map(pair).collect()
}

#[test]
fn each_example_has_its_fault_and_what_is_to_be_done_ends_it() {
    let (mut faulty, mut mended) = (BTreeMap::new(), BTreeMap::new());
    for (code, text) in explanations() {
        let (_, rest) = text.split_once("\n## Example\n").unwrap();
        let (example, cure) = rest.split_once("\n## What to do\n").unwrap();
        let (mut files, better) = (files_of(example), files_of(cure));
        if files.is_empty() {
            assert!(better.is_empty(), "{code} mends what it does not show");
            continue;
        }
        faulty.insert(code.clone(), files.clone());
        if !better.is_empty() {
            files.extend(better);
            mended.insert(code, files);
        }
    }
    assert!(faulty.len() > 75, "{} examples were tried", faulty.len());
    let (before, after) = (found(&faulty), found(&mended));
    let shows = |found: &BTreeSet<_>, code: &String| found.contains(&(code.clone(), code.clone()));
    let silent: Vec<_> = faulty.keys().filter(|code| !shows(&before, code)).collect();
    assert!(silent.is_empty(), "the example does not show {silent:?}");
    let still: Vec<_> = mended.keys().filter(|code| shows(&after, code)).collect();
    assert!(
        still.is_empty(),
        "what is to be done does not mend {still:?}"
    );
}
