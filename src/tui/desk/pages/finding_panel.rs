//! MACHINE: what was found of a quotation, in words and side by side. It compares; its signs are never those of people.

use crate::case::{Case, Held, Node, RecordIx};
use crate::text::Span;
use crate::tui::canvas::Sign;
use crate::tui::desk::Spot;
use crate::tui::page::{NAME, Page, Para, Side, Tone};
use crate::verify::figures::{Also, Judged, Outcome, Prints, Tested, also_prints, judge};
use crate::verify::findings::words;
use crate::verify::{Class, FoundIn, Passage, QuoteFinding, Severity, Standpoint};
use std::sync::Arc;

/// What the machine says of a quotation; nothing yet while it is being compared.
pub fn machine(case: &Case, found: Option<&QuoteFinding>, page: &mut Page) {
    let Some(found) = found else {
        page.push(head(Tone::Dim, "… comparing"));
        return;
    };
    page.push(verdict(case, found));
    for line in doubts(found) {
        page.push(Para::new().put(Tone::Doubt, &line).indented(NAME, 2));
    }
    if let Some(side) = side(case, found) {
        page.gap();
        page.push(Para::side(side));
    }
    for (n, difference) in (1..).zip(&found.finding.differences) {
        let words = format!("{n} {}", words::difference(difference));
        page.push(Para::new().put(Tone::Plain, &words).indented(NAME, 2));
    }
    for warning in &found.finding.warnings {
        let words = format!("! {}", words::warning(found, warning));
        page.push(Para::new().put(Tone::Doubt, &words).indented(NAME, 2));
    }
    if let Some((id, span)) = found.nearest() {
        if let Some(ix) = case.find(id) {
            let at = u32::try_from(span.start).unwrap_or(u32::MAX);
            page.push(
                Para::field("nearest", Tone::Link, &place(case, ix, span.start))
                    .leads(Some(Spot::Text(ix, at))),
            );
        }
    }
}

/// What the machine says of the numbers and dates of a claim or sentence.
pub fn figures(case: &Case, node: Node, page: &mut Page) {
    for (n, judged) in judge(case, node).iter().enumerate() {
        figure(judged, n == 0, page);
    }
}

fn figure(judged: &Judged, is_first: bool, page: &mut Page) {
    let head = |tone, words: &str| {
        // The word MACHINE once is enough for a column of numbers.
        let name = if is_first { "MACHINE" } else { "" };
        Para::new().name(name).put(tone, words)
    };
    let agrees = matches!(judged.outcome, Outcome::Consistent | Outcome::InsideRange);
    let (tone, sign) = if agrees {
        (Tone::Plain, Sign::SAME.sign)
    } else {
        (Tone::Doubt, Sign::OTHER.sign)
    };
    let what = match judged.tested {
        Tested::Number => "number",
        Tested::Date => "date",
    };
    let from = match judged.from.as_str() {
        "" => "the source",
        from => from,
    };
    let (printed, source) = (&judged.printed, &judged.source);
    // What agrees needs no more than a line; why something does not is what a person must weigh.
    if agrees {
        let line = format!("{sign} {what} {printed} agrees: {source} in {from}");
        let rule = format!(" · {}", judged.rule);
        page.push(head(tone, &line).put(Tone::Dim, &rule));
        return;
    }
    let line = format!("{sign} {what} {printed}: {source} in {from}");
    page.push(head(tone, &line));
    let why = format!("{}: {}", judged.outcome.plain(), judged.rule);
    page.push(Para::new().put(Tone::Plain, &why).indented(NAME, 2));
    if let Some(note) = &judged.note {
        page.push(Para::new().put(Tone::Dim, note).indented(NAME, 2));
    }
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

fn head(tone: Tone, words: &str) -> Para {
    Para::new().name("MACHINE").put(tone, words)
}

/// Sign, plain words, how much it weighs, where.
fn verdict(case: &Case, found: &QuoteFinding) -> Para {
    let finding = &found.finding;
    let class = finding.class;
    if class == Class::NotChecked {
        return head(Tone::Dim, &format!("– {}", words::heading(found)));
    }
    let mut para = if class.is_clean() {
        head(
            Tone::Plain,
            &format!("{} {}", Sign::SAME.sign, class.plainly()),
        )
    } else {
        head(
            Tone::Doubt,
            &format!("{} {}", Sign::OTHER.sign, class.plainly()),
        )
    };
    let weight = match finding.severity {
        Severity::Ok | Severity::Grey => "",
        severity => severity.word(),
    };
    if !weight.is_empty() {
        para = para.put(Tone::Strong, &format!("   {}", weight.to_uppercase()));
    }
    let mut places: Vec<String> = vec![];
    for (id, span) in found.places() {
        places.extend(case.find(id).map(|ix| place(case, ix, span.start)));
    }
    places.dedup();
    match places.as_slice() {
        [] => para,
        [one] => para.put(Tone::Plain, &format!(", {one}")),
        [first, rest @ ..] => {
            let n = rest.len() + 1;
            para.put(Tone::Plain, &format!(", {n} places, first {first}"))
        }
    }
}

/// What the finding does not reach to.
fn doubts(found: &QuoteFinding) -> Vec<String> {
    let mut lines = vec![];
    match found.found_in {
        Some(FoundIn::Via) => lines.push("! not compared with what it was said to".to_owned()),
        Some(FoundIn::Notes) => {
            lines.push("! found in our own notes only, which are no full text".to_owned());
        }
        Some(FoundIn::Record) => lines.push("· held against the quote record's words".to_owned()),
        Some(FoundIn::Source | FoundIn::Other) | None => {}
    }
    if found.found().is_some_and(|text| text.held == Held::Changed) {
        lines.push("! that text is not the one recorded: its hash differs".to_owned());
    }
    if found.is_original {
        lines.push(
            "· the words of `original` were compared; no machine checks the translation".to_owned(),
        );
    }
    if found.finding.class == Class::NotFound {
        let texts: Vec<&str> = found.looked_in.iter().map(|t| &*t.source).collect();
        let all = if found.everywhere {
            ", then in every other text of the case"
        } else {
            ""
        };
        lines.push(format!("· looked in {}{all}", texts.join(", ")));
    }
    lines
}

/// Source over draft, where words differ.
fn side(case: &Case, found: &QuoteFinding) -> Option<Side> {
    let finding = &found.finding;
    if matches!(
        finding.class,
        Class::Verbatim | Class::Typographic | Class::NotFound | Class::NotChecked
    ) {
        return None;
    }
    let text = found.found()?;
    let holding = case.holdings.get(&case.find(&text.source)?)?;
    Some(Side {
        names: ["source", "draft"],
        rows: finding.rows.clone(),
        source: Arc::clone(&holding.text),
        draft: Arc::clone(&found.words),
    })
}

/// A byte of a source's text as readers say it: `article ¶31`.
pub fn place(case: &Case, source: RecordIx, at: usize) -> String {
    let id = &case.at(source).id.value;
    let Some(holding) = case.holdings.get(&source) else {
        return id.clone();
    };
    let places = &holding.places;
    match (places.page_of(at), places.paragraph_of(at)) {
        (Some(page), _) => format!("{id} p. {page}"),
        (None, Some(paragraph)) => format!("{id} ¶{paragraph}"),
        (None, None) => format!("{id} line {}", places.line_of(at)),
    }
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
