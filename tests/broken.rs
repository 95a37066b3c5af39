//! Every usual mistake in a case file is told at its place, and all other records are read.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read and write files of their own"
)]

use casefile::case::{Case, Code, Input, InputRole, Place, Problem, read};
use casefile::disk::open_case;
use casefile::verify::{Findings, findings};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    files_in("tests/broken")
}

fn files_in(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "yaml"))
        .collect();
    files.sort();
    files
}

fn read_one(bytes: Vec<u8>) -> (Case, Vec<Problem>) {
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes,
        role: InputRole::Case,
    };
    let (case, mut problems) = read("broken", vec![input]);
    problems.extend(casefile::verify::figures::problems(&case));
    problems.sort_by_key(|problem| (problem.file, problem.span.start, problem.code));
    (case, problems)
}

/// What was read and found, in the form of the `.txt` files.
fn told(case: &Case, problems: &[Problem]) -> String {
    let mut told = String::new();
    for problem in problems {
        let file = case.file(problem.file);
        let Place { line, column } = Place::of(&file.bytes, problem.span.start);
        let (severity, code) = (problem.severity.word(), problem.code);
        let id = problem.id.as_deref().unwrap_or_default();
        let text = format!("{line}:{column} {severity} {code} {id}");
        writeln!(told, "{}", text.trim_end()).unwrap();
    }
    let names = |faulty: bool| {
        let records = case.records.iter().filter(|r| !faulty || r.faulty);
        let ids: Vec<&str> = records.map(|r| r.id.value.as_str()).collect();
        ids.join(" ")
    };
    writeln!(told, "{}", format!("ids: {}", names(false)).trim_end()).unwrap();
    writeln!(told, "{}", format!("faulty: {}", names(true)).trim_end()).unwrap();
    told
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let mut wrong = String::new();
    for path in files() {
        let wanted = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        let wanted: String = wanted
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect();
        let (case, problems) = read_one(std::fs::read(&path).unwrap());
        let told = told(&case, &problems);
        if told != wanted {
            let name = path.file_name().unwrap().to_string_lossy();
            writeln!(wrong, "{name}\n wanted\n{wanted} told\n{told}").unwrap();
            for problem in &problems {
                writeln!(wrong, "   {}: {}", problem.code, problem.message).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_enough_mistakes_to_learn_from() {
    assert!(files().len() >= 36);
}

#[test]
fn every_problem_says_what_to_do() {
    for path in files() {
        let (_, problems) = read_one(std::fs::read(&path).unwrap());
        for problem in problems {
            let helps = problem.help.as_ref().is_some_and(|help| !help.is_empty());
            assert!(helps, "{}: {}", path.display(), problem.message);
            assert!(problem.code.explanation().is_some(), "{}", problem.code);
        }
    }
}

/// What is said of the quotes of one file, in the form of the `.txt` files.
fn told_of_quotes(path: &Path) -> (String, Vec<Problem>) {
    let folder = tempfile::tempdir().unwrap();
    let sources = path.parent().unwrap().join("sources");
    std::fs::create_dir(folder.path().join("sources")).unwrap();
    for entry in std::fs::read_dir(sources).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let target = match name.to_str().unwrap() {
            "head.yaml" => folder.path().join("case.yaml"),
            _ => folder.path().join("sources").join(&name),
        };
        std::fs::copy(entry.path(), target).unwrap();
    }
    std::fs::copy(path, folder.path().join("quotes.yaml")).unwrap();
    let case = open_case(folder.path()).unwrap().case;
    let problems = findings::problems(&case, &Findings::new(&case));
    let mut told = String::new();
    for problem in &problems {
        let Place { line, column } = case.place(problem.file, problem.span.start);
        let (severity, code) = (problem.severity.word(), problem.code);
        let id = problem.id.as_deref().unwrap_or_default();
        writeln!(told, "{line}:{column} {severity} {code} {id}").unwrap();
    }
    (told, problems)
}

#[test]
fn every_changed_quotation_is_told_and_every_code_of_quotes_has_its_example() {
    let mut wrong = String::new();
    let mut codes: Vec<Code> = vec![];
    for path in files_in("tests/broken/quotes") {
        let wanted = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        let wanted = wanted.lines().filter(|line| !line.starts_with('#'));
        let wanted: String = wanted.map(|line| format!("{line}\n")).collect();
        let (told, problems) = told_of_quotes(&path);
        if told != wanted {
            let name = path.file_name().unwrap().to_string_lossy();
            writeln!(wrong, "{name}\n wanted\n{wanted} told\n{told}").unwrap();
        }
        for problem in problems {
            assert!(problem.help.is_some_and(|help| !help.is_empty()));
            codes.push(problem.code);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    let known = Code::all().map(|about| about.code);
    for code in known.filter(|code| code.0 / 100 == 3) {
        assert!(codes.contains(&code), "{code} has no example");
    }
}
