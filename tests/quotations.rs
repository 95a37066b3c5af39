//! Where quotations begin and end is one fact: the comparison, the details of a sentence and what wants a source agree on
//! it, in the sentences of `quotations.txt` and in any arrangement of marks.

use casefile::case::{Case, Code, Input, InputRole, Problem, Want, read};
use casefile::ruling::{DetailKind, details};
use casefile::text::Span;
use casefile::verify::story::quotations;
use casefile::verify::{Findings, quote_spans};
use proptest::prelude::*;

fn with_draft(draft: &str) -> (Case, Vec<Problem>) {
    let file = |path: &str, text: &str, role| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    let head = "format: casefile/1\ncase: x\ndraft: draft.md\n";
    let inputs = vec![
        file("case.yaml", head, InputRole::Case),
        file("draft.md", draft, InputRole::Draft),
    ];
    read("x", inputs)
}

/// The texts of the table, each with its quotations.
fn table() -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = vec![];
    let lines = include_str!("quotations.txt").lines();
    for line in lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match all.last_mut().filter(|_| line.starts_with(' ')) {
            Some((_, quoted)) => quoted.push(line.trim().to_owned()),
            None => all.push((line.replace('¶', "\n\n"), vec![])),
        }
    }
    all
}

/// The parts of all quotations that the comparison finds in a text.
fn compared(text: &str) -> Vec<String> {
    let all = quotations(text).into_iter();
    all.flat_map(|quotation| quotation.printed.parts).collect()
}

/// The quotations among the details of a draft's sentences.
fn to_tick(case: &Case) -> Vec<String> {
    let draft = case.draft.as_ref().unwrap();
    let all = draft.sentences.iter().flat_map(|s| details(case, s));
    all.filter(|detail| detail.kind == DetailKind::Quotation)
        .map(|detail| detail.words)
        .collect()
}

#[test]
fn every_text_of_the_table_holds_the_quotations_it_says() {
    let table = table();
    assert!(table.len() > 30);
    for (text, quoted) in &table {
        assert_eq!(&compared(text), quoted, "compared: {text}");
        let (case, _) = with_draft(&format!("{text}\n"));
        assert_eq!(&to_tick(&case), quoted, "to tick: {text}");
    }
}

#[test]
fn a_quotation_without_a_mark_wants_a_source_whatever_its_quotation_marks() {
    for (text, quoted) in &table() {
        let (case, problems) = with_draft(&format!("{text}\n"));
        let wants = case.draft.iter().flat_map(|draft| &draft.sentences);
        let wants = wants.filter(|s| s.wants.contains(&Want::Quotation)).count();
        let told = problems
            .iter()
            .filter(|p| p.code == Code::UNCITED && p.message.contains("a quotation"))
            .count();
        assert_eq!(wants, told, "{text}");
        assert_eq!(told > 0, !quoted.is_empty(), "{text}");
    }
}

/// What each sentence of a draft quotes, as the three that ask for it say. They have to say the same.
fn agree(draft: &str) -> Result<(), TestCaseError> {
    let (case, _) = with_draft(draft);
    let findings = Findings::new(&case);
    let sentences = &case.draft.as_ref().unwrap().sentences;
    for (at, sentence) in (0u32..).zip(sentences) {
        let ticked: Vec<Span> = details(&case, sentence)
            .into_iter()
            .filter(|detail| detail.kind == DetailKind::Quotation)
            .map(|detail| Span::new(detail.span.start, detail.span.end))
            .collect();
        let compared: Vec<Span> = findings.of_sentence(at).iter().map(|q| q.span).collect();
        let held = |part: &Span| {
            let around = |whole: &Span| whole.start <= part.start && part.end <= whole.end;
            compared.iter().any(around)
        };
        prop_assert!(ticked.iter().all(held), "{:?}: {:?}", sentence, compared);
        // The same words count once among the details.
        let words: Vec<&str> = ticked.iter().map(|part| part.of(&sentence.words)).collect();
        for whole in &compared {
            let quoted = whole.of(&sentence.words);
            let begun = words.iter().any(|part| quoted.starts_with(part));
            let ended = words.iter().any(|part| quoted.ends_with(part));
            prop_assert!(begun && ended, "{quoted:?} of {sentence:?}");
        }
        if sentence.marks.is_empty() {
            let wanted = sentence.wants.contains(&Want::Quotation);
            prop_assert_eq!(wanted, !compared.is_empty(), "{:?}", sentence);
        }
    }
    Ok(())
}

fn pieces() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "'", "\"", "＂", "``", "''", "<<",
        ">>", "「", "」", "&ldquo;", "&rdquo;", "&laquo;", "&raquo;", "&lsquo;", "&rsquo;",
        "&quot;", "—", "\n—", " —",
    ]);
    let between = prop::sample::select(vec![
        " ", " ", ". ", ", ", "?", "!", "… ", "\n", "\n\n", "(", ")", ": ", " [@a] ", " [~]\n",
    ]);
    let words = prop::sample::select(vec![
        "It is true",
        "she said",
        "No",
        "don’t",
        "’em",
        "'90s",
        "Mr. Bell",
        "6",
        "dijo Ana",
        "é",
    ]);
    let piece = prop_oneof![marks, between, words];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn all_who_ask_agree_over_any_arrangement_of_marks(draft in pieces()) {
        agree(&draft)?;
    }

    #[test]
    fn quotations_lie_behind_one_another_with_their_marks_around_them(text in pieces()) {
        let mut end = 0;
        for quote in quote_spans(&text) {
            prop_assert!(end <= quote.outer.start);
            prop_assert!(quote.outer.start <= quote.inner.start);
            prop_assert!(quote.inner.start < quote.inner.end);
            prop_assert!(quote.inner.end <= quote.outer.end);
            let words = quote.inner.of(&text);
            prop_assert_eq!(words, words.trim());
            let (before, behind) = quote.marks(&text);
            prop_assert!(!before.contains(char::is_alphanumeric) || before.starts_with('&'));
            prop_assert!(!behind.contains(char::is_alphanumeric) || behind.starts_with('&'));
            for nested in quote.nested(&text) {
                let inside = quote.inner.start <= nested.outer.start;
                prop_assert!(inside && nested.outer.end <= quote.inner.end);
            }
            end = quote.outer.end;
        }
    }
}

#[test]
fn a_quotation_inside_another_is_found_when_asked_for() {
    let text = "“He said ‘no, «never»’ to us,” she wrote.";
    let all = quote_spans(text);
    let nested = all[0].nested(text);
    assert_eq!(nested.len(), 1);
    assert_eq!(nested[0].inner.of(text), "no, «never»");
    assert_eq!(nested[0].marks(text), ("‘", "’"));
    assert_eq!(nested[0].nested(text)[0].inner.of(text), "never");
}

/// Marks that open and never close, many of them on one line, are each read once: a megabyte is read, not given up on.
#[test]
fn a_long_line_of_marks_that_never_close_holds_no_quotation() {
    for mark in [
        " (‘a",
        " —'b",
        " ``c",
        " &lsquo;d&rsquo;e",
        "\n—f",
        " ‹g",
        " <<h",
    ] {
        let text = mark.repeat(200_000);
        let found = quote_spans(&text);
        assert!(found.is_empty(), "{mark}: {}", found.len());
    }
}
