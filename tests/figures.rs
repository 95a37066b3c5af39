//! Printed numbers against sources, as `tests/figures.tsv` lists them: a line a pair, with the outcome and the reason.

use casefile::verify::figures::{House, Outcome, compare_words};
use std::collections::BTreeMap;
use std::fmt::Write;

const TABLE: &str = include_str!("figures.tsv");

/// What is printed, what the source says, the outcome, why; with the line.
fn rows() -> Vec<(usize, [&'static str; 4])> {
    let lines = (1..).zip(TABLE.lines());
    let rows = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    rows.map(|(n, line)| {
        let columns: Vec<&str> = line.split('\t').collect();
        let row = <[&str; 4]>::try_from(columns.as_slice());
        (
            n,
            row.unwrap_or_else(|_| panic!("line {n} has not four columns: {line}")),
        )
    })
    .collect()
}

#[test]
fn every_pair_has_its_outcome() {
    let house = House::plain(Some("CAD"));
    let mut wrong = String::new();
    for (n, [printed, source, outcome, why]) in rows() {
        assert!(Outcome::parse(outcome).is_some(), "line {n}: {outcome}");
        let verdict = compare_words(printed, source, &house);
        if verdict.outcome.word() != outcome {
            let (got, rule) = (verdict.outcome.word(), &verdict.rule);
            writeln!(
                wrong,
                "line {n}: {printed} | {source}: {outcome} ({why}), but {got}: {rule}"
            )
            .unwrap();
        }
        assert!(!verdict.rule.is_empty(), "line {n} has no rule");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_outcome_has_eight_pairs_and_every_pair_a_reason() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, [_, _, outcome, why]) in rows() {
        assert!(why.len() > 4, "line {n} has no reason");
        *counts.entry(outcome).or_default() += 1;
    }
    for outcome in Outcome::ALL {
        assert!(
            counts.get(outcome.word()).is_some_and(|n| *n >= 8),
            "{outcome:?}"
        );
    }
    assert!(rows().len() >= 203);
}

#[test]
fn a_bare_dollar_is_noted_where_it_is_read_as_the_home_currency() {
    let house = House::plain(Some("CAD"));
    let verdict = compare_words("C$960K", "$960,000", &house);
    assert!(verdict.note.is_some_and(|note| note.contains("CAD")));
    let abroad = compare_words("C$960K", "$960,000", &House::plain(None));
    assert_eq!(abroad.outcome, Outcome::UnitMismatch);
}
