//! The Peru case against the article it is about, which is not part of the project: skipped where it is not beside it.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read files of their own and say what they saw"
)]

mod copied;

use casefile::case::{Body, Held, Kind, Node, Severity};
use casefile::disk::attach::{OnMismatch, attach};
use casefile::disk::{Opened, open_case};
use casefile::verify::{Findings, FoundIn, Severity as Weight, passages};
use copied::copy;
use std::path::{Path, PathBuf};

fn case_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("casefiles/peru-permit")
}

/// A copy of the case with the article attached; none where the article is not at hand.
fn with_article(folder: &Path) -> Option<Opened> {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/article.txt");
    if !article.is_file() {
        println!("skipped: the article is not beside this checkout");
        return None;
    }
    copy(&case_folder(), folder);
    let opened = open_case(folder).unwrap();
    attach(&opened, "article", &article, OnMismatch::Refuse).unwrap();
    Some(open_case(folder).unwrap())
}

fn errors(opened: &Opened) -> Vec<&str> {
    let problems = opened.problems.iter();
    let errors = problems.filter(|p| p.severity == Severity::Error);
    errors.map(|p| p.message.as_str()).collect()
}

/// For each quotation whether its words stand in the text at the paragraph named.
fn in_place(opened: &Opened, held: Held) -> (usize, Vec<String>) {
    let case = &opened.case;
    let mut strays = vec![];
    let mut all = 0;
    for (ix, record) in case.of_kind(Kind::Quote) {
        let Body::Quote(quote) = &record.body else {
            continue;
        };
        all += 1;
        let parts = quote.printed.get().map_or(0, |printed| printed.parts.len());
        let found = passages(case, Node::Record(ix))
            .into_iter()
            .find(|p| p.of == Some(ix));
        let right = found.is_some_and(|p| {
            p.held == held && p.words.len() == parts && p.located.is_some() && !p.is_elsewhere()
        });
        if !right {
            strays.push(record.id.value.clone());
        }
    }
    (all, strays)
}

#[test]
fn every_quotation_stands_in_our_notes_at_its_paragraph() {
    let opened = open_case(&case_folder()).unwrap();
    if opened
        .case
        .holdings
        .values()
        .any(|holding| holding.held == Held::Full)
    {
        println!("skipped: the article is attached to this checkout");
        return;
    }
    assert_eq!(errors(&opened), [] as [&str; 0]);
    assert_eq!(in_place(&opened, Held::Notes), (39, vec![]));
}

#[test]
fn with_the_article_every_quotation_stands_in_it_at_its_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    let Some(opened) = with_article(&folder.path().join("peru-permit")) else {
        return;
    };
    assert_eq!(errors(&opened), [] as [&str; 0]);
    assert_eq!(in_place(&opened, Held::Full), (39, vec![]));
}

#[test]
fn every_claim_of_the_draft_leads_to_a_text() {
    let opened = open_case(&case_folder()).unwrap();
    let case = &opened.case;
    let draft = case.draft.as_ref().unwrap();
    for (at, sentence) in (0u32..).zip(&draft.sentences) {
        if sentence.cites().next().is_some() {
            let read = passages(case, Node::Sentence(at));
            assert!(
                read.iter().any(|p| p.held != Held::None),
                "{}",
                sentence.words
            );
        }
    }
}

/// The quotations of which the machine does not say that they stand there as printed.
fn not_clean(opened: &Opened, found_in: FoundIn) -> Vec<String> {
    let case = &opened.case;
    let findings = Findings::new(case);
    assert_eq!(findings.quotes().count(), 39);
    let strays = findings.quotes().filter(|(_, found)| {
        found.finding.severity != Weight::Ok || found.found_in != Some(found_in)
    });
    let told = strays.map(|(ix, found)| {
        let (class, place) = (found.finding.class.word(), found.found_in);
        format!("{} {class} {place:?}", case.at(ix).id.value)
    });
    told.collect()
}

#[test]
fn the_machine_finds_every_quotation_in_our_notes() {
    let opened = open_case(&case_folder()).unwrap();
    if opened.case.holdings.values().any(|h| h.held == Held::Full) {
        println!("skipped: the article is attached to this checkout");
        return;
    }
    assert_eq!(not_clean(&opened, FoundIn::Notes), [] as [&str; 0]);
}

#[test]
fn the_machine_finds_every_quotation_in_the_article() {
    let folder = tempfile::tempdir().unwrap();
    let Some(opened) = with_article(&folder.path().join("peru-permit")) else {
        return;
    };
    assert_eq!(not_clean(&opened, FoundIn::Via), [] as [&str; 0]);
}
