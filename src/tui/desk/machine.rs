//! MACHINE: what was found of a quotation, in words and side by side. It compares; its signs are never those of people.

use super::Spot;
use super::para::{NAME, Page, Para, Side, Tone};
use crate::case::{Case, Held, RecordIx};
use crate::tui::Sign;
use crate::verify::{
    Class, Difference, FoundIn, Passage, QuoteFinding, Reason, Severity, Standpoint, Warning,
    WarningKind,
};
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
        let words = format!("{n} {}", in_words(difference));
        page.push(Para::new().put(Tone::Plain, &words).indented(NAME, 2));
    }
    for warning in &found.finding.warnings {
        let words = format!("! {}", warned(warning));
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

fn head(tone: Tone, words: &str) -> Para {
    Para::new().name("MACHINE").put(tone, words)
}

/// Sign, plain words, how much it weighs, where.
fn verdict(case: &Case, found: &QuoteFinding) -> Para {
    let finding = &found.finding;
    let class = finding.class;
    if class == Class::NotChecked {
        return head(
            Tone::Dim,
            &format!("– not checked: {}", why_not(finding.reason)),
        );
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

/// Why nothing could be said, and what to do about it.
const fn why_not(reason: Option<Reason>) -> &'static str {
    match reason {
        Some(Reason::NoText) => "no text of it is here; a on the source attaches it",
        Some(Reason::TooShort) => "too few words to tell; look at the passage",
        Some(Reason::Unreadable) => "the text cannot be read; look at the page",
        Some(Reason::Language) => "no word lists for this language; compare by eye",
        None => "nothing to compare",
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
        rows: finding.rows.clone(),
        source: Arc::clone(&holding.text),
        draft: Arc::clone(&found.words),
    })
}

/// A difference in words.
pub fn in_words(difference: &Difference) -> String {
    match (difference.printed.as_str(), difference.source.as_str()) {
        ("", source) => format!("“{source}” left out"),
        (printed, "") => format!("“{printed}” added"),
        (printed, source) => format!("“{source}” printed “{printed}”"),
    }
}

fn warned(warning: &Warning) -> String {
    let plain = warning.kind.plainly();
    match (warning.words.as_str(), warning.kind) {
        ("", _) => plain.to_owned(),
        (id, WarningKind::FoundInOtherSource) => format!("{plain}: {id}"),
        (n, WarningKind::Ambiguous | WarningKind::LongEllipsis) => format!("{plain}: {n}"),
        (words, _) => format!("{plain}: “{words}”"),
    }
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
pub fn found_passages(case: &Case, of: RecordIx, found: &QuoteFinding) -> Vec<Passage> {
    let passage = |id: &str, words: Vec<crate::text::Span>, near: Option<crate::text::Span>| {
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
            of: Some(of),
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
