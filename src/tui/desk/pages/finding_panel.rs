//! MACHINE: what was found of a quotation, in words and side by side. It compares; its signs are never those of people.

use crate::case::{Case, Node, RecordIx};
use crate::text::Span;
use crate::tui::desk::Spot;
use crate::tui::page::{Page, Para, Tone, say};
use crate::verify::figures::{Also, Prints, also_prints, judge};
use crate::verify::findings::words;
use crate::verify::{FoundIn, Passage, QuoteFinding, Standpoint};
use crate::wording::{Redaction, figure, quotation};
use std::sync::Arc;

/// What the machine says of a quotation; nothing yet while it is being compared.
pub fn machine(case: &Case, found: Option<&QuoteFinding>, page: &mut Page) {
    match found {
        Some(found) => say(MACHINE, quotation(case, found, &Redaction::nothing()), page),
        None => page.push(Para::new().name(MACHINE).put(Tone::Dim, "… comparing")),
    }
}

/// The name over everything that the machine says.
pub const MACHINE: &str = "MACHINE";

/// What the machine says of the numbers and dates of a claim or sentence.
pub fn figures(case: &Case, node: Node, page: &mut Page) {
    let all = judge(case, node);
    let rows = all
        .iter()
        .flat_map(|judged| figure(case, judged, &Redaction::nothing()));
    say(MACHINE, rows.collect(), page);
}

/// Where else the draft prints the same figure or name, and where it prints another.
pub fn also(case: &Case, node: Node, page: &mut Page) {
    let all = also_prints(case, node);
    if all.is_empty() {
        return;
    }
    page.gap();
    page.push(Para::new().put(Tone::Label, "ALSO IN THE DRAFT"));
    for place in all.iter().take(MOST_ALSO) {
        page.push(also_line(case, place));
    }
    if all.len() > MOST_ALSO {
        let more = format!("  and {} more", all.len() - MOST_ALSO);
        page.push(Para::new().put(Tone::Dim, &more));
    }
}

/// The most other places that a page names.
const MOST_ALSO: usize = 20;

fn also_line(case: &Case, also: &Also) -> Para {
    let spot = Spot::Sentence(also.sentence);
    let (tone, what) = match also.prints {
        Prints::Same => (Tone::Plain, "the same figure"),
        Prints::Name => (Tone::Plain, "the same name"),
        Prints::Other => (Tone::Doubt, "! another number"),
    };
    Para::new()
        .put(Tone::Link, &spot.name(case))
        .put(tone, &format!("  {what}: {}", also.words))
        .indented(2, 2)
        .leads(Some(spot))
}

/// The page of all differences of a quotation, each with eight words of the source on either side.
pub fn differences(case: &Case, found: &QuoteFinding) -> Page {
    let mut page = Page::default();
    machine(case, Some(found), &mut page);
    let text = found
        .found()
        .and_then(|text| case.holdings.get(&case.find(&text.source)?))
        .map(|holding| Arc::clone(&holding.text));
    for (n, difference) in (1..).zip(&found.finding.differences) {
        page.gap();
        let class = difference.class.word();
        let heading = format!("{n} {class}: {}", words::difference(difference));
        page.push(Para::new().put(Tone::Strong, &heading));
        if let (Some(span), Some(text)) = (difference.span, &text) {
            let (before, after) = around(text, span);
            page.push(
                Para::new()
                    .name("source")
                    .put(Tone::Dim, &before)
                    .put(Tone::Words, &folded(span.of(text)))
                    .put(Tone::Dim, &after),
            );
        }
        page.push(Para::field("draft", Tone::Words, &difference.printed));
    }
    page.gap();
    page.push(Para::new().put(
        Tone::Dim,
        "This says what stands in this text, not whether it is true.",
    ));
    page
}

/// Eight words before and after a place.
fn around(text: &str, span: Span) -> (String, String) {
    let before: Vec<&str> = text[..span.start]
        .split_whitespace()
        .rev()
        .take(8)
        .collect();
    let before: Vec<&str> = before.into_iter().rev().collect();
    let after: Vec<&str> = text[span.end..].split_whitespace().take(8).collect();
    (
        format!("… {} ", before.join(" ")),
        format!(" {} …", after.join(" ")),
    )
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the words were found, or what comes nearest, as passages to be read; empty where there is neither.
pub fn found_passages(case: &Case, of: Option<RecordIx>, found: &QuoteFinding) -> Vec<Passage> {
    let passage = |id: &str, words: Vec<Span>, near: Option<Span>| {
        let source = case.find(id)?;
        let text = found.looked_in.iter().find(|text| &*text.source == id)?;
        let standpoint = match text.role {
            FoundIn::Source | FoundIn::Record => Standpoint::SaidTo,
            FoundIn::Via | FoundIn::Notes | FoundIn::Other => Standpoint::ReadIn,
        };
        let first = words.first().map(|span| span.start);
        let holding = case.holdings.get(&source);
        let piece = first.and_then(|at| Some(super::pieces::piece_at(holding?, at).span));
        Some(Passage {
            of,
            source,
            standpoint,
            held: text.held,
            locator: None,
            located: near.or(piece),
            words,
        })
    };
    let mut passages = vec![];
    for (n, (id, span)) in found.places().enumerate() {
        let words = if n == 0 {
            found.finding.spans.clone()
        } else {
            vec![span]
        };
        passages.extend(passage(id, words, None));
    }
    if passages.is_empty() {
        let nearest = found.nearest();
        passages.extend(nearest.and_then(|(id, span)| passage(id, vec![], Some(span))));
    }
    passages
}
