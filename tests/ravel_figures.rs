//! The claims of both cases that come with the program: each number and date comes out as the case says it does.

use casefile::case::{Body, Kind, Node};
use casefile::disk::{Opened, open_case};
use casefile::verify::figures::{Outcome, clashes, clashing_claims, judge, worst};
use std::path::Path;

fn open(name: &str) -> Opened {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("casefiles")
        .join(name);
    open_case(&folder).unwrap()
}

/// The rows of the table of what was planted that are claims: id and outcome.
fn planted() -> Vec<(&'static str, &'static str)> {
    let readme = include_str!("../casefiles/ravel-ridge/README.md");
    let rows = readme.lines().filter(|line| line.starts_with("| c-"));
    rows.filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        Some((cells.next()?, cells.next()?))
    })
    .collect()
}

#[test]
fn every_planted_number_and_date_is_found() {
    let opened = open("ravel-ridge");
    let case = &opened.case;
    let rows = planted();
    assert!(rows.len() > 50, "{}", rows.len());
    let mut wrong = vec![];
    for (id, outcome) in &rows {
        let ix = case.find(id).unwrap();
        let judged = judge(case, Node::Record(ix));
        let worst = worst(&judged);
        if worst.map(|judged| judged.outcome.word()) != Some(*outcome) {
            wrong.push(format!("{id}: {outcome}, but {worst:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_claim_with_a_test_is_in_the_table() {
    let opened = open("ravel-ridge");
    let case = &opened.case;
    let rows = planted();
    for (_, record) in case.of_kind(Kind::Claim) {
        let Body::Claim(claim) = &record.body else {
            continue;
        };
        let tested = claim.number.is_there() || claim.date.is_there();
        let listed = rows.iter().any(|(id, _)| *id == record.id.value);
        assert_eq!(tested, listed, "{}", record.id.value);
    }
}

#[test]
fn every_number_and_date_of_the_peru_case_is_judged_and_none_is_wrong() {
    let opened = open("peru-permit");
    let case = &opened.case;
    let mut judged_claims = 0;
    for (ix, record) in case.of_kind(Kind::Claim) {
        let Body::Claim(claim) = &record.body else {
            continue;
        };
        let tests = usize::from(claim.number.is_there()) + usize::from(claim.date.is_there());
        let judged = judge(case, Node::Record(ix));
        assert_eq!(judged.len(), tests, "{}", record.id.value);
        judged_claims += tests;
        for judged in judged {
            let id = &record.id.value;
            assert_eq!(judged.outcome, Outcome::Consistent, "{id}: {judged:?}");
            assert!(!judged.rule.is_empty() && !judged.from.is_empty(), "{id}");
        }
    }
    assert!(judged_claims > 25, "{judged_claims}");
}

#[test]
fn the_rule_that_applied_is_told_with_its_tolerance() {
    let opened = open("peru-permit");
    let case = &opened.case;
    let told = |id: &str| {
        let judged = judge(case, Node::Record(case.find(id).unwrap()));
        let judged = worst(&judged).unwrap().clone();
        (judged.source, judged.rule)
    };
    let (source, rule) = told("c-value");
    assert_eq!(source, "960,000 CAD");
    assert!(
        rule.contains("900,000 to just under 1,000,000 (10 per cent below)"),
        "{rule}"
    );
    let (source, _) = told("c-end");
    assert_eq!(source, "5 Feb 2026");
    let (source, rule) = told("c-five-months");
    assert_eq!(source, "5 months");
    assert!(rule.contains("0.5 months"), "{rule}");
}

/// Every judged number and date of the draft: line, what is printed, outcome.
fn of_draft(opened: &Opened) -> Vec<(usize, String, Outcome)> {
    let case = &opened.case;
    let draft = case.draft.as_ref().unwrap();
    let sentences = (0u32..).zip(&draft.sentences);
    sentences
        .flat_map(|(at, sentence)| {
            let judged = judge(case, Node::Sentence(at)).into_iter();
            judged.map(|judged| (sentence.line, judged.printed, judged.outcome))
        })
        .collect()
}

#[test]
fn of_both_drafts_what_is_cited_is_judged_and_nothing_is_called_wrong_that_is_right() {
    let peru = of_draft(&open("peru-permit"));
    assert!(peru.len() >= 20, "{peru:?}");
    for (line, printed, outcome) in &peru {
        assert_eq!(*outcome, Outcome::Consistent, "{line}: {printed}");
    }
    let ravel = of_draft(&open("ravel-ridge"));
    assert!(ravel.len() >= 17, "{ravel:?}");
    let others = ravel
        .iter()
        .filter(|(_, _, outcome)| *outcome != Outcome::Consistent);
    let others: Vec<(&str, &str)> = others.map(|(_, p, o)| (p.as_str(), o.word())).collect();
    assert_eq!(
        others,
        [("20", "InsideRange"), ("9 July 2024", "HedgeDropped")]
    );
}

#[test]
fn five_counts_of_one_night_clash_where_no_later_finding_explains_it() {
    let opened = open("ravel-ridge");
    let case = &opened.case;
    let pairs: Vec<[&str; 2]> = clashes(case)
        .iter()
        .filter(|clash| clash.what == "killed")
        .map(|clash| clash.records.map(|ix| case.at(ix).id.value.as_str()))
        .collect();
    assert_eq!(
        pairs,
        [
            ["toll-company", "toll-radio"],
            ["toll-committee", "toll-inquiry"]
        ]
    );
    let claims = clashing_claims(case);
    let mut ids: Vec<&str> = claims
        .keys()
        .map(|ix| case.at(*ix).id.value.as_str())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, ["c-sixteen", "c-volume"]);
    assert_eq!(clashes(&open("peru-permit").case), []);
}
