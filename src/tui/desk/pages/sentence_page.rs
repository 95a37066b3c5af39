//! The page of a draft sentence: what it stands on, claim by claim, down to the passages.

use super::finding_panel::{also, figures, machine};
use super::reading::Own;
use super::rulings_panel::people;
use crate::case::{Body, Case, Mark, Node, RecordIx, Ref, Sentence, Want};
use crate::ruling::{Sign, Tick};
use crate::tui::desk::Spot;
use crate::tui::desk::open::Open;
use crate::tui::page::{Page, Para, Tone, say};
use crate::verify::{Passage, passages};
use crate::wording::{self, Redaction, printed};

/// The page of a sentence.
pub fn sentence_page(open: &Open, at: u32, own: &Own) -> Page {
    let case = &*open.case;
    let mut page = Page::default();
    let draft = case.draft.as_ref();
    let Some(sentence) = draft.and_then(|draft| draft.sentences.get(at as usize)) else {
        return page;
    };
    let standing = open.state(Spot::Sentence(at));
    let Sign { sign, word, .. } = Sign::of(standing);
    page.push(
        Para::new()
            .put(Tone::Strong, &Spot::Sentence(at).name(case))
            .put(Tone::Plain, "  ")
            .put(Tone::Dim, sign)
            .put(Tone::Plain, &format!(" {word}")),
    );
    page.gap();
    page.push(Para::new().put(Tone::Words, &words_shown(case, sentence)));
    page.gap();
    for quote in open.assessed.findings.of_sentence(at) {
        say(
            "",
            vec![printed(&quote.found.words, &Redaction::nothing())],
            &mut page,
        );
        machine(case, Some(&quote.found), &mut page);
        page.gap();
    }
    figures(case, Node::Sentence(at), &mut page);
    people(open, Spot::Sentence(at), &mut page);
    page.gap();
    for mark in &sentence.marks {
        match &mark.value {
            Mark::Cites(cited) => cite(open, cited, &mut page),
            Mark::OwnEyes => page.push(Para::field("author", Tone::Plain, "seen by the author")),
            Mark::Tk => page.push(Para::field(
                "TK",
                Tone::Doubt,
                "something is still to come here",
            )),
            Mark::NoCheck => page.push(Para::field("[~]", Tone::Dim, "marked as needing no check")),
        }
    }
    if sentence.is_uncited() {
        uncited(&sentence.wants, &mut page);
    }
    detail_lines(at, own, &mut page);
    also(case, Node::Sentence(at), &mut page);
    page
}

/// The details of a sentence, each to be ticked.
fn detail_lines(at: u32, own: &Own, page: &mut Page) {
    if own.details.is_empty() {
        return;
    }
    page.gap();
    page.push(
        Para::new()
            .put(Tone::Label, "DETAILS")
            .put(Tone::Dim, "   space ticks one"),
    );
    for (n, detail) in (0u32..).zip(&own.details) {
        let is_it = |tick: &Tick| tick.kind == detail.kind && tick.words == detail.words;
        let tick = if own.ticked.iter().any(is_it) {
            "[x]"
        } else {
            "[ ]"
        };
        page.push(
            Para::new()
                .put(Tone::Strong, tick)
                .put(Tone::Dim, &format!(" {:<11} ", detail.kind.word()))
                .put(Tone::Plain, &detail.words)
                .indented(2, 16)
                .leads(Some(Spot::Detail(at, n))),
        );
    }
}

/// A sentence's words, with `[TK]` where it is still open.
pub fn words_shown(case: &Case, sentence: &Sentence) -> String {
    let file = case.draft.as_ref().map(|draft| case.file(draft.file));
    let text = file.and_then(|file| std::str::from_utf8(&file.bytes).ok());
    text.map_or_else(|| sentence.words.clone(), |text| sentence.shown(text))
}

/// Why a sentence without a mark should have one.
fn uncited(wants: &[Want], page: &mut Page) {
    let holds: Vec<&str> = wants.iter().map(|want| want.words()).collect();
    let why = match holds.as_slice() {
        [] => "No mark says what it stands on. It holds no number, date, name or quotation."
            .to_owned(),
        holds => format!(
            "No mark says what it stands on, and it holds {}.",
            holds.join(", ")
        ),
    };
    page.push(Para::new().put(Tone::Doubt, &format!("? {why}")));
    page.push(Para::new().put(
        Tone::Dim,
        "Write [@id] behind it for a claim or a source, [@author] for own eyes, [~] for nothing to check. e edits the draft here.",
    ));
}

fn cite(open: &Open, cited: &Ref, page: &mut Page) {
    let case = &*open.case;
    let Some(ix) = case.find(&cited.id) else {
        let Sign { sign, word, .. } = Sign::NO_RECORD;
        page.push(Para::new().put(Tone::Bad, &format!("{sign} {cited}  {word}")));
        return;
    };
    let record = case.at(ix);
    let mut para = Para::new().put(Tone::Link, &cited.to_string());
    if let Body::Claim(_) = &record.body {
        let sign = Sign::of(open.state(Spot::Record(ix))).sign;
        para = para.put(Tone::Plain, " ").put(Tone::Dim, sign);
    }
    page.push(
        para.put(Tone::Plain, &format!("  {}", wording::title(case, ix)))
            .indented(0, 2)
            .leads(Some(Spot::Record(ix))),
    );
    let node = crate::case::Node::Record(ix);
    evidence(case, ix, &passages(case, node), page);
    page.gap();
}

/// What a claim stands on: each record and where it was read.
fn evidence(case: &Case, claim: RecordIx, passages: &[Passage], page: &mut Page) {
    let mut last = None;
    for passage in passages {
        if let Some(of) = passage.of.filter(|of| *of != claim && Some(*of) != last) {
            last = Some(of);
            page.push(
                Para::new()
                    .name("from")
                    .put(Tone::Link, &case.at(of).id.value)
                    .put(Tone::Plain, &format!("  {}", wording::title(case, of)))
                    .indented(2, crate::tui::page::NAME)
                    .leads(Some(Spot::Record(of))),
            );
        }
        page.push(read_line(case, passage));
    }
}

/// Where a passage was read, as a link to its words.
pub fn read_line(case: &Case, passage: &Passage) -> Para {
    let source = &case.at(passage.source).id.value;
    let place = passage
        .locator
        .map_or(String::new(), |l| format!(" {}", wording::locator(l)));
    let at = u32::try_from(passage.first_byte()).unwrap_or(u32::MAX);
    let held = Sign::of_held(passage.held);
    Para::new()
        .name("read")
        .put(Tone::Link, &format!("{source}{place}"))
        .put(Tone::Plain, "  ")
        .put(held.tone.into(), &held.spoken())
        .indented(2, crate::tui::page::NAME)
        .leads(Some(Spot::Text(passage.source, at)))
}
