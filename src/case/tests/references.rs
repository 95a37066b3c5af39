//! References lead somewhere, or are told with what was meant.

use super::case;
use crate::case::{Code, Node};

const RECORDS: &str = "
parties:
  army: {name: The Army, aka: [La Armada]}
sources:
  article: {kind: article}
  copy: {kind: document, via: article#par3}
permits:
  permit-feb6: {source: copy, value: {amount: 960000, currency: CAD}, valid: {from: 2023-02-06, years: 3}}
casualties:
  dead-49: {source: copy, event: march, killed: {min: 49, max: 50}}
events:
  march: {date: 2022-12-07, what: A march, involved: [army]}
quotes:
  q-toll: {who: army, source: copy, printed: forty-nine people were killed}
  q-own: {who: copy, source: copy, printed: the words of a document}
contacts:
  ask: {to: army, put: {c-toll: did you}, reply: copy, printed: [c-toll], tries: [{at: 2023-01-01, by: ac}]}
claims:
  c-toll:
    says: It killed 49 people.
    evidence: [q-toll, dead-49]
    number: {prints: 49, from: dead-49.killed}
    criticises: [army, Somebody Else]
";

/// The problems of references: code, the words they are about, message and help.
fn told(more: &str, draft: &str) -> Vec<(Code, String, String)> {
    let (case, problems) = case(&format!("{RECORDS}{more}"), draft);
    let of_references = |code: Code| (200..230).contains(&code.0) || code == Code::BAD_MARK;
    let mut told = vec![];
    for problem in problems.iter().filter(|p| of_references(p.code)) {
        let bytes = &case.file(problem.file).bytes[problem.span.clone()];
        let help = problem.help.as_deref().unwrap_or_default();
        told.push((
            problem.code,
            String::from_utf8_lossy(bytes).into_owned(),
            format!("{} / {help}", problem.message),
        ));
    }
    told
}

/// Holds that a claim with these fields has one problem.
fn holds(fields: &str, code: Code, at: &str, says: &str) {
    let told = told(&format!("  c-new: {{says: New, {fields}}}\n"), "");
    let [(found, place, message)] = &told[..] else {
        panic!("{fields}: {told:?}");
    };
    assert_eq!((*found, place.as_str()), (code, at), "{fields}: {message}");
    assert!(message.contains(says), "{fields}: {message}");
}

#[test]
fn right_references_are_silent() {
    assert_eq!(told("", "It killed 49. [@c-toll; @article#par3]\n"), []);
}

#[test]
fn a_misspelt_id_is_told_with_the_one_that_was_meant() {
    holds(
        "evidence: [q-tol]",
        Code::DANGLING,
        "q-tol",
        "did you mean `q-toll`",
    );
    holds(
        "evidence: [article-two#p3]",
        Code::DANGLING,
        "article-two#p3",
        "add a record",
    );
    holds(
        "criticises: [amry]",
        Code::DANGLING,
        "amry",
        "did you mean `army`",
    );
}

#[test]
fn a_record_of_another_kind_is_refused() {
    holds(
        "criticises: [article]",
        Code::WRONG_KIND,
        "article",
        "wants a party, but `article` is a source",
    );
    let told = told(
        "figures:\n  f: {what: x, source: q-toll, via: march}\ncasualties:\n  d: {source: copy, event: army}\n",
        "",
    );
    let says: Vec<&str> = told.iter().map(|(_, _, says)| says.as_str()).collect();
    assert!(
        says.iter()
            .any(|says| says.contains("`source` wants a source, but `q-toll` is a quote")),
        "{says:?}"
    );
    assert!(
        says.iter()
            .any(|says| says.contains("but `march` is an event")),
        "{says:?}"
    );
    assert!(
        says.iter()
            .any(|says| says.contains("wants an event, but `army` is a party")),
        "{says:?}"
    );
}

#[test]
fn a_place_belongs_to_a_source_only() {
    holds(
        "evidence: [q-toll#par3]",
        Code::LOCATOR,
        "q-toll#par3",
        "is a quote",
    );
}

#[test]
fn a_field_must_be_there() {
    holds(
        "number: {from: permit-feb6.valeu}",
        Code::NO_FIELD,
        "permit-feb6.valeu",
        "did you mean `.value`",
    );
    holds(
        "number: {from: dead-49.killed.mni}",
        Code::NO_FIELD,
        "dead-49.killed.mni",
        "did you mean `.killed.min`",
    );
    for right in [
        "permit-feb6.value.amount",
        "dead-49.killed.max",
        "q-toll.printed",
        "permit-feb6.valid.to",
    ] {
        assert_eq!(
            told(
                &format!("  c-new: {{says: New, number: {{from: {right}}}}}\n"),
                ""
            ),
            []
        );
    }
}

#[test]
fn a_number_comes_from_a_field_that_holds_one() {
    holds(
        "number: {from: dead-49}",
        Code::NO_QUANTITY,
        "dead-49",
        "`dead-49.killed`",
    );
    holds(
        "date: {from: march.involved}",
        Code::NO_QUANTITY,
        "march.involved",
        "`march.date`",
    );
}

#[test]
fn references_within_a_computation_are_told_at_their_place() {
    holds(
        "number: {compute: \"dead-49.killed - permit-feb7.value\"}",
        Code::DANGLING,
        "permit-feb7.value",
        "did you mean `permit-feb6`",
    );
}

#[test]
fn nothing_stands_on_itself() {
    holds("evidence: [c-new]", Code::ITSELF, "c-new", "cites itself");
}

#[test]
fn sources_read_in_each_other_are_told_once() {
    let told = told(
        "sources:\n  a: {kind: report, via: c}\n  b: {kind: report, via: a}\n  c: {kind: report, via: b}\n  d: {kind: report, via: a}\n  e: {kind: report, via: e}\n",
        "",
    );
    let circles: Vec<_> = told
        .iter()
        .filter(|(code, _, _)| *code == Code::VIA_CIRCLE)
        .collect();
    assert_eq!(circles.len(), 2, "{told:?}");
    assert!(circles[0].2.contains("a → c → b → a"), "{circles:?}");
    assert!(circles[1].2.contains("e → e"), "{circles:?}");
}

#[test]
fn marks_of_the_draft_are_checked() {
    let told = told(
        "",
        "One. [@c-tol]\nTwo. [c-toll]\nThree [sic]. [@q-toll#p3]\n",
    );
    let codes: Vec<_> = told
        .iter()
        .map(|(code, at, _)| (*code, at.as_str()))
        .collect();
    assert_eq!(
        codes,
        [
            (Code::DANGLING, "c-tol"),
            (Code::BAD_MARK, "[c-toll]"),
            (Code::LOCATOR, "q-toll#p3"),
        ]
    );
    assert!(told[1].2.contains("write [@c-toll]"));
}

#[test]
fn links_are_walked_both_ways_sentences_first() {
    let (case, _) = case(RECORDS, "It killed 49 people. [@q-toll]\n");
    let toll = case.find("q-toll").unwrap();
    let by: Vec<(Node, &str)> = case
        .links
        .cited_by(toll)
        .map(|link| (link.from, link.field))
        .collect();
    let claim = Node::Record(case.find("c-toll").unwrap());
    assert_eq!(by, [(Node::Sentence(0), "draft"), (claim, "evidence")]);
    let cites: Vec<&str> = case.links.cites(claim).map(|link| link.field).collect();
    assert_eq!(cites, ["evidence", "evidence", "number.from", "criticises"]);
}

#[test]
fn a_name_at_the_beginning_counts_in_every_spelling() {
    let (case, _) = case(RECORDS, "La Armada agreed.\nNobody agreed.\n");
    let wants: Vec<bool> = case
        .draft
        .unwrap()
        .sentences
        .iter()
        .map(|s| s.wants.contains(&crate::case::Want::Name))
        .collect();
    assert_eq!(wants, [true, false]);
}

#[test]
fn when_very_many_are_lost_all_are_told_and_the_guessing_ends() {
    let more: String = (0..2_000)
        .map(|n| format!("  claim-{n}: {{says: New, evidence: [claim-{n}x]}}\n"))
        .collect();
    let told = told(&more, "");
    assert_eq!(told.len(), 2_000);
    let guessed = told
        .iter()
        .filter(|(_, _, says)| says.contains("did you mean"))
        .count();
    assert!((1..=100).contains(&guessed), "{guessed}");
}
