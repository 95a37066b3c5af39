//! Claims' own numbers and dates against what `from` and `compute` name, as `tests/figures_of_claims.tsv` lists them.

use casefile::case::{Body, Input, InputRole, Node, read};
use casefile::verify::figures::judge;
use std::fmt::Write;

const TABLE: &str = include_str!("figures_of_claims.tsv");
const CASE: &str = include_str!("figures_of_claims.yaml");

#[test]
fn every_claim_of_the_table_has_its_outcome() {
    let lines = (1..).zip(TABLE.lines());
    let rows = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let rows: Vec<(usize, Vec<&str>)> = rows
        .map(|(n, line)| (n, line.split('\t').collect()))
        .collect();
    let mut text = CASE.to_owned();
    for (n, row) in &rows {
        let [test, braces, says, _] = row[..] else {
            panic!("line {n} has not four columns");
        };
        let says = if says.is_empty() { "Something." } else { says };
        writeln!(
            text,
            "  c-{n}: {{says: {says:?}, evidence: [a100], {test}: {{{braces}}}}}"
        )
        .unwrap();
    }
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes: text.into_bytes(),
        role: InputRole::Case,
    };
    let (case, _) = read("figures-of-claims", vec![input]);
    let mut wrong = String::new();
    for (n, row) in &rows {
        let ix = case
            .find(&format!("c-{n}"))
            .unwrap_or_else(|| panic!("line {n} could not be read"));
        assert!(matches!(case.at(ix).body, Body::Claim(_)));
        let judged = judge(&case, Node::Record(ix));
        let got = judged
            .first()
            .map_or("nothing", |judged| judged.outcome.word());
        if got != row[3] {
            let rule = judged.first().map_or("", |judged| &judged.rule);
            writeln!(wrong, "line {n}: {}: {} but {got}: {rule}", row[1], row[3]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(rows.len() > 150);
}
