//! Files made to exhaust their reader: the work stays in proportion to the file. Each of these took minutes, or all
//! memory, or the stack.

use crate::case::{Code, Problem, timeline};

fn told(yaml: &str, draft: &str) -> Vec<Problem> {
    let (case, problems) = super::case(yaml, draft);
    let _ = timeline(&case);
    problems
}

fn has(problems: &[Problem], code: Code) -> bool {
    problems.iter().any(|problem| problem.code == code)
}

#[test]
fn brackets_and_dots_without_end_in_a_draft() {
    told("", &format!("{}]\n", "[".repeat(1_000_000)));
    told("", &format!("{}\n", "[".repeat(1_000_000)));
    told("", &format!("{}x\n", ".".repeat(1_000_000)));
    told("", &"Abc etc. [~] ".repeat(50_000));
}

#[test]
fn brackets_before_a_mistake() {
    let text = "      [ x\n".repeat(100_000);
    let problems = told(&format!("claims:\n  c:\n    says: |\n{text}    bad\n"), "");
    assert!(has(&problems, Code::NO_COLON), "{problems:?}");
}

#[test]
fn ids_at_two_depths_before_a_mistake() {
    let ids = |lead: &str| {
        (0..100_000)
            .map(|n| format!("{lead}a{n}: x\n"))
            .collect::<String>()
    };
    let problems = told(
        &format!("claims:\n{}{}  x: [\n", ids("  "), ids("    ")),
        "",
    );
    assert!(has(&problems, Code::OPEN_BRACKET) || has(&problems, Code::INDENT));
}

#[test]
fn long_ids_that_nobody_has() {
    let id = |n: usize| format!("{}{n:03}", "a".repeat(1000));
    let sources: String = (0..200)
        .map(|n| format!("  {}: {{kind: report}}\n", id(n)))
        .collect();
    let cited: Vec<String> = (200..1000).map(id).collect();
    let cited = cited.join(", ");
    let yaml = format!("sources:\n{sources}claims:\n  c: {{says: x, evidence: [{cited}]}}\n");
    assert!(has(&told(&yaml, ""), Code::DANGLING));
}

#[test]
fn a_computation_of_a_hundred_thousand_values() {
    let sum = format!("f.value{}", " + f.value".repeat(100_000));
    let yaml = format!(
        "claims:\n  c: {{says: x, evidence: [f], number: {{compute: {sum}}}}}\nfigures:\n  f: {{what: x, source: s, value: 1}}\nsources:\n  s: {{kind: report}}\n"
    );
    assert!(has(&told(&yaml, ""), Code::COMPUTE));
}

#[test]
fn a_text_of_a_megabyte_repeated_by_aliases() {
    let text = "x".repeat(1_000_000);
    let again = vec!["*t"; 5000].join(", ");
    let yaml = format!("parties:\n  p: {{name: &t \"{text}\", aka: [{again}]}}\n");
    assert!(has(&told(&yaml, ""), Code::LIMIT));
}

#[test]
fn a_permit_of_nine_thousand_years() {
    told(
        "permits:\n  p: {source: s, valid: {from: 2023, years: 9000}}\nsources:\n  s: {kind: report}\n",
        "",
    );
}
