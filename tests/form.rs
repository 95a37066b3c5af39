//! The cases that come with the program are read without a fault of form.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read and write files of their own"
)]

use casefile::case::{Input, InputRole, Place, Problem, Severity, read};
use std::path::Path;

fn inputs(folder: &Path) -> Vec<Input> {
    let mut inputs = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let role = match name.as_str() {
            "case.yaml" => InputRole::Case,
            "private.yaml" => InputRole::Private,
            "policy.yaml" => InputRole::Policy,
            "draft.md" => InputRole::Draft,
            name if name.ends_with(".yaml") => InputRole::More,
            _ => continue,
        };
        let bytes = std::fs::read(&path).unwrap();
        inputs.push(Input {
            path: name,
            bytes,
            role,
        });
    }
    inputs
}

#[test]
fn the_cases_that_come_with_the_program_have_no_fault_of_form() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("casefiles");
    for entry in std::fs::read_dir(root).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.join("case.yaml").exists() {
            continue;
        }
        let inputs = inputs(&folder);
        let (case, problems) = read("a-case", inputs);
        assert!(case.records.len() > 20, "{}", folder.display());
        let tell = |p: &Problem| {
            let file = case.file(p.file);
            let Place { line, column } = Place::of(&file.bytes, p.span.start);
            let Problem { code, message, .. } = p;
            format!("{}:{line}:{column} {code} {message}", file.path)
        };
        let form: Vec<String> = problems
            .iter()
            .filter(|p| p.severity == Severity::Error && p.code.0 < 200)
            .map(tell)
            .collect();
        assert_eq!(form, Vec::<String>::new());
    }
}
