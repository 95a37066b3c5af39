//! What the findings of a whole case promise.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::case::{Holding, Input, InputRole, Severity as Weight, read};
use crate::text::Places;
use crate::text::paragraphs::Rule;
use crate::verify::{Class, Reason, WarningKind};

const HEAD: &str = "format: casefile/1\nparties:\n  venn: {name: Mara Venn, is: person}\n  fenn: {name: Orla Fenn, is: person, aka: [Orla Fen]}\nsources:\n  talk: {kind: interview, who: venn}\n  letter: {kind: document}\n  meeting: {kind: transcript}\n  call: {kind: interview, via: letter}\n  lettre: {kind: statement, lang: fr}\n";

const TALK: &str = "MARA VENN: The sluice keeper did not ring the bell before the water came. My brother carried eleven lambs up the ladder.\n";
const LETTER: &str = "Dear reader, the bell rope was stolen at Candlemas and nobody in the parish replaced it. He said: the lane was full of hay and barrels.\n";
const NOTES: &str = "The chair opened late and spoke of the crack in the sill. Fenn says \"the mill wheel lay in the graveyard on its side\".\n";
const LETTRE: &str =
    "Nous demandons que le registre des pressions soit ouvert au public, page par page.\n";

/// A case of these records, with the texts above and what is in `more` instead of them.
fn case(records: &str, draft: &str, more: &[(&str, Held, &str)]) -> Case {
    let input = |path: &str, text: String, role| Input {
        path: path.to_owned(),
        bytes: text.into_bytes(),
        role,
    };
    let mut inputs = vec![input(
        "case.yaml",
        format!("{HEAD}{records}"),
        InputRole::Case,
    )];
    if !draft.is_empty() {
        inputs.push(input("draft.md", draft.to_owned(), InputRole::Draft));
    }
    let (mut case, problems) = read("x", inputs);
    let errors: Vec<_> = problems
        .iter()
        .filter(|p| p.severity == Weight::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let usual = [
        ("talk", Held::Full, TALK),
        ("letter", Held::Full, LETTER),
        ("meeting", Held::Notes, NOTES),
        ("lettre", Held::Full, LETTRE),
    ];
    for (id, held, text) in usual.iter().chain(more) {
        let holding = Holding {
            held: *held,
            path: Some(format!("{id}.txt")),
            text: Arc::from(*text),
            places: Arc::new(Places::new(text, Rule::Lines)),
            sha256: None,
            encoding: None,
        };
        let ix = case.find(id).unwrap();
        case.holdings.insert(ix, holding);
    }
    case
}

fn quote(fields: &str) -> QuoteFinding {
    let case = case(&format!("quotes:\n  q: {{{fields}}}\n"), "", &[]);
    of_quote(&case, case.find("q").unwrap(), &Policy::default()).unwrap()
}

#[test]
fn the_sources_own_text_is_looked_in_first_and_alone() {
    let found = quote(
        "who: venn, source: talk, printed: \"My brother carried eleven lambs up the ladder\"",
    );
    assert_eq!(found.finding.class, Class::Verbatim);
    assert_eq!(found.found_in, Some(FoundIn::Source));
    let (source, span) = found.places().next().unwrap();
    assert_eq!((source, span.of(TALK)), ("talk", &*found.words));
}

#[test]
fn what_was_read_in_another_text_is_found_there() {
    let found = quote("who: venn, source: call, printed: \"the lane was full of hay and barrels\"");
    assert_eq!(found.found_in, Some(FoundIn::Via));
    assert!(!found.finding.warns(WarningKind::FoundInOtherSource));
    let found = quote(
        "who: venn, source: talk, via: letter, printed: \"the lane was full of hay and barrels\"",
    );
    assert_eq!(found.found_in, Some(FoundIn::Via));
    assert!(found.finding.warns(WarningKind::FoundInOtherSource));
}

#[test]
fn of_notes_only_what_they_quote_counts() {
    let found = quote(
        "who: fenn, source: meeting, printed: \"the mill wheel lay in the graveyard on its side\"",
    );
    assert_eq!(found.found_in, Some(FoundIn::Notes));
    let span = found.finding.spans[0];
    assert_eq!(
        span.of(NOTES),
        "the mill wheel lay in the graveyard on its side"
    );
    let found = quote(
        "who: fenn, source: meeting, printed: \"The chair opened late and spoke of the crack in the sill.\"",
    );
    assert_eq!(found.finding.reason, Some(Reason::NoText), "{found:?}");
}

#[test]
fn a_few_words_are_not_looked_for_in_other_texts() {
    let found = quote("who: venn, source: talk, printed: \"hay and barrels\"");
    assert_eq!(
        (found.finding.class, found.everywhere),
        (Class::NotFound, false)
    );
    let found =
        quote("who: venn, source: talk, printed: \"the bell rope was stolen at Candlemas\"");
    assert_eq!(found.found_in, Some(FoundIn::Other));
    assert!(found.finding.warns(WarningKind::FoundInOtherSource));
}

#[test]
fn of_a_translation_the_original_words_are_compared() {
    let french = "who: fenn, source: lettre, translator: T, printed: \"we ask that the register be opened to the public\"";
    assert_eq!(quote(french).finding.reason, Some(Reason::Language));
    let found = quote(&format!(
        "{french}, original: \"que le registre des pressions soit ouvert au public\""
    ));
    assert_eq!(
        (found.finding.class, found.is_original),
        (Class::Verbatim, true)
    );
}

#[test]
fn a_text_that_changed_is_searched_and_said_so() {
    let records = "quotes:\n  q: {who: venn, source: talk, printed: \"My brother carried eleven lambs up the ladder\"}\n";
    let case = case(records, "", &[("talk", Held::Changed, TALK)]);
    let found = of_quote(&case, case.find("q").unwrap(), &Policy::default()).unwrap();
    assert_eq!(found.finding.class, Class::Verbatim);
    assert!(words::place(&found).contains("changed"));
}

#[test]
fn only_what_changed_is_asked_again() {
    let records = |lambs: &str| {
        format!(
            "quotes:\n  one: {{who: venn, source: talk, printed: \"My brother carried {lambs} lambs up the ladder\"}}\n  two: {{who: fenn, source: letter, printed: \"the bell rope was stolen at Candlemas\"}}\n"
        )
    };
    let before = case(&records("eleven"), "", &[]);
    let old = Findings::new(&before);
    let ix = before.find("one").unwrap();
    assert_eq!(old.get(ix).unwrap().finding.class, Class::Verbatim);
    let now = case(&records("twelve"), "", &[]);
    let new = old.again(&now);
    assert_eq!(
        new.get(now.find("one").unwrap()).unwrap().finding.class,
        Class::Number
    );
    let kept = |findings: &Findings, case: &Case| {
        let plan = &findings.quotes[&case.find("two").unwrap()];
        let plan = findings.known.get_key_value(plan).unwrap().0;
        Arc::as_ptr(&plan.steps[0].text)
    };
    assert_eq!(
        kept(&old, &before),
        kept(&new, &now),
        "the text and its index are kept"
    );
    let changed = case(
        &records("eleven"),
        "",
        &[("talk", Held::Full, "MARA VENN: Nothing at all was said.")],
    );
    let third = old.again(&changed);
    assert_eq!(third.get(ix).unwrap().finding.class, Class::NotFound);
}

#[test]
fn findings_come_one_by_one_in_the_order_asked_and_stop_when_told() {
    let quotes: String = (0..80)
        .map(|n| format!("  q{n}: {{who: venn, source: talk, printed: \"My brother carried {n} lambs up the ladder\"}}\n"))
        .collect();
    let case = case(&format!("quotes:\n{quotes}"), "", &[]);
    let last = case.find("q79").unwrap();
    let mut seen = vec![];
    let all = Findings::default().each(&case, &[last], &AtomicBool::new(false), |ix, _| {
        seen.push(ix)
    });
    assert_eq!((seen.len(), all.quotes().count()), (80, 80));
    assert!(seen[..PORTION].contains(&last));
    let stop = AtomicBool::new(false);
    let some = Findings::default().each(&case, &[], &stop, |_, _| {
        stop.store(true, Ordering::Relaxed)
    });
    assert!((1..80).contains(&some.quotes().count()));
}

#[test]
fn the_quotations_of_a_sentence_are_held_against_record_and_source() {
    let records = "draft: draft.md\nquotes:\n  q: {who: venn, source: talk, printed: \"The sluice keeper did not ring the bell before the water came.\"}\nclaims:\n  c: {says: x, evidence: [q]}\n";
    let draft = "“The sluice keeper did ring the bell before the water came,” she said. [@c]\n“The bell rope was stolen at Candlemas and nobody cared,” they wrote. [@letter]\n";
    let case = case(records, draft, &[]);
    let findings = Findings::new(&case);
    let [first] = findings.of_sentence(0) else {
        panic!("one quotation");
    };
    assert_eq!(first.record, case.find("q"));
    assert_eq!(first.found.finding.class, Class::Negation);
    assert!(
        first
            .span
            .of(&case.draft.as_ref().unwrap().sentences[0].words)
            .starts_with("The sluice")
    );
    let told: Vec<String> = problems(&case, &findings)
        .into_iter()
        .map(|p| p.code.to_string())
        .collect();
    assert!(told.contains(&"CF301".to_owned()), "{told:?}");
    assert_eq!(findings.of_sentence(1)[0].record, None);
    assert_eq!(
        of_sentence(&case, 0, &Policy::default())[0].found,
        first.found
    );
}

#[test]
fn house_rules_make_a_finding_weigh_more_and_never_less() {
    let (house, _) = read(
        "x",
        vec![Input {
            path: "policy.yaml".to_owned(),
            bytes:
                b"severity:\n  speech: {Omission: critical, Substitution: note}\nlong_ellipsis: 7\n"
                    .to_vec(),
            role: InputRole::Policy,
        }],
    );
    let policy = Policy::from(&house.policy);
    let weight = |class| policy.severity(crate::verify::Kind::Speech, class);
    assert_eq!(weight(Class::Omission), crate::verify::Severity::Critical);
    assert_eq!(weight(Class::Substitution), crate::verify::Severity::High);
    assert_eq!(policy.long_ellipsis, 7);
}
