//! What was found of a quotation: what it is, how much it weighs, where it stands, how far that reaches, what differs.
//!
//! A finding is never a confirmation: no row here has a tick or that word.

use super::row::Voice::{Own, Reference, Strong, Words};
use super::{Lead, Redaction, Row, Side, place};
use crate::case::{Case, Held, RecordIx};
use crate::ruling::{Sign, Tone};
use crate::text::Span;
use crate::verify::findings::words;
use crate::verify::{Class, FoundIn, QuoteFinding, Severity};

/// The most characters of a passage that only comes near, and the most further places that are named.
const NEAR: usize = 200;
const PLACES: usize = 20;

/// A quotation as it is printed, to stand over what was found of it.
pub fn printed(words: &str, hide: &Redaction) -> Row {
    Row::head().put(Words, hide.cover(&format!("“{words}”")))
}

/// What was found of a quotation, the head first.
pub fn quotation(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Vec<Row> {
    let source = found.found().and_then(|text| case.find(&text.source));
    let hidden = source.is_some_and(|ix| hide.hides(ix));
    let mut rows = vec![head(case, found, hide, hidden)];
    rows.extend(also(case, found, hide));
    rows.extend(reach(case, found, hide));
    if hidden {
        return rows;
    }
    rows.extend(side(case, found, hide).map(Row::side));
    for (n, difference) in (1..).zip(&found.finding.differences) {
        let words = format!("{n} {}", words::difference(difference));
        rows.push(Row::under().put(Own(Tone::Plain), hide.cover(&words)));
    }
    for warning in &found.finding.warnings {
        let words = words::warning(found, warning);
        rows.push(doubt(Sign::OTHER, &words, hide));
    }
    rows.extend(nearest(case, found, hide));
    rows
}

/// Sign, plain words, how much it weighs, where, said by whom.
fn head(case: &Case, found: &QuoteFinding, hide: &Redaction, hidden: bool) -> Row {
    let finding = &found.finding;
    let sign = Sign::of_class(finding.class, finding.severity);
    let reason = finding.reason;
    let reason = reason.map_or(String::new(), |reason| format!(": {}", reason.plainly()));
    let plain = format!("{}{reason}", sign.word);
    let row = Row::head()
        .sign(sign)
        .put(Own(sign.tone), hide.cover(&plain))
        .put(Strong, hide.cover(&weight(found)));
    if hidden {
        return row.put(Own(Tone::Plain), hide.cover(", in a confidential source"));
    }
    let all = places(case, found, hide);
    let at = match all.as_slice() {
        [] => String::new(),
        [(one, _)] => format!(", {one}"),
        [(first, _), rest @ ..] => format!(", {} places, first {first}", rest.len() + 1),
    };
    let speaker = finding.speaker.as_ref().filter(|_| !all.is_empty());
    let speaker = speaker.map_or(String::new(), |name| format!(", said by {name}"));
    row.put(Own(Tone::Plain), hide.cover(&format!("{at}{speaker}")))
}

/// How much it weighs, where it weighs anything: ` (high)`.
fn weight(found: &QuoteFinding) -> String {
    match found.finding.severity {
        Severity::Ok | Severity::Absent | Severity::Grey => String::new(),
        severity @ (Severity::Note | Severity::Low | Severity::High | Severity::Critical) => {
            format!(" ({})", severity.word())
        }
    }
}

/// Where it stands, each place once, but for what is held back.
fn places(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Vec<(String, Lead)> {
    let mut all: Vec<(String, Lead)> = vec![];
    for (id, span) in found.places() {
        let ix = case.find(id).filter(|ix| !hide.hides(*ix));
        all.extend(ix.map(|ix| (place(case, ix, span.start), lead(ix, span))));
    }
    all.dedup_by(|a, b| a.0 == b.0);
    all
}

fn lead(source: RecordIx, span: Span) -> Lead {
    Lead::Text(source, u32::try_from(span.start).unwrap_or(u32::MAX))
}

/// The further places.
fn also(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Option<Row> {
    let all = places(case, found, hide);
    let rest = all.get(1..).filter(|rest| !rest.is_empty())?;
    let named: Vec<&str> = rest
        .iter()
        .take(PLACES)
        .map(|(at, _)| at.as_str())
        .collect();
    let more = match rest.len().saturating_sub(PLACES) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    let words = hide.cover(&format!("{}{more}", named.join(", ")));
    Some(Row::under().label("also").put(Own(Tone::Plain), words))
}

/// A row with a sign of its own, in the tone of the sign.
fn doubt(sign: Sign, words: &str, hide: &Redaction) -> Row {
    Row::under()
        .sign(sign)
        .put(Own(sign.tone), hide.cover(words))
}

/// How far the finding reaches: what it was compared with, what not, and where else was looked.
fn reach(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Vec<Row> {
    let id = found.found().map_or("", |text| &*text.source);
    let id = hide.reference(case, id);
    let mut rows = vec![];
    let mut add = |sign, words: &str| rows.push(doubt(sign, words, hide));
    match found.found_in {
        Some(FoundIn::Via) => add(
            Sign::OTHER,
            &format!("read in {id}, not compared with the source itself"),
        ),
        Some(FoundIn::Notes) => add(
            Sign::OTHER,
            &format!("found in our own notes of {id} only, which are no full text"),
        ),
        Some(FoundIn::Record) => add(
            Sign::ASIDE,
            &format!("compared with the words of the record {id}"),
        ),
        Some(FoundIn::Source | FoundIn::Other) | None => {}
    }
    if found.found().is_some_and(|text| text.held == Held::Changed) {
        add(
            Sign::OTHER,
            "that text is not the one recorded: its hash differs",
        );
    }
    if found.is_original {
        add(
            Sign::ASIDE,
            "the words of `original` were compared; no machine checks the translation",
        );
    }
    if found.finding.class == Class::NotFound && !found.looked_in.is_empty() {
        let looked_in = looked_in(case, found, hide);
        add(Sign::ASIDE, &format!("looked in {looked_in}"));
    }
    rows
}

/// The texts looked in, each with what is held of it.
fn looked_in(case: &Case, found: &QuoteFinding, hide: &Redaction) -> String {
    let told = found.looked_in.iter().map(|text| {
        let at = text.located.is_some();
        let place = if at { ", at the place named first" } else { "" };
        let id = hide.reference(case, &text.source);
        format!("{id} ({}{place})", text.held.words())
    });
    let mut told: Vec<String> = told.collect();
    let holdings = case.holdings.values();
    let full = holdings.filter(|h| matches!(h.held, Held::Full | Held::Changed));
    if found.everywhere && full.count() > told.len() {
        told.push("all other full texts of the case".to_owned());
    }
    told.join("; ")
}

/// Source over draft, where words differ.
fn side(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Option<Side> {
    let finding = &found.finding;
    let same = matches!(finding.class, Class::Verbatim | Class::Typographic);
    if same || finding.class == Class::NotFound || found.found_in == Some(FoundIn::Record) {
        return None;
    }
    let source = case.find(&found.found()?.source)?;
    let text = &case.holdings.get(&source)?.text;
    Side::of_finding(&finding.rows, text, &found.words, hide)
}

/// Where nothing was found: the passage that comes nearest.
fn nearest(case: &Case, found: &QuoteFinding, hide: &Redaction) -> Option<Row> {
    let (id, span) = found.nearest()?;
    let ix = case.find(id).filter(|ix| !hide.hides(*ix))?;
    let words = case.holdings.get(&ix)?.text.get(span.start..span.end)?;
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let cut = words.char_indices().nth(NEAR);
    let words = cut.map_or(words.clone(), |(at, _)| format!("{}…", &words[..at]));
    let row = Row::under()
        .label("nearest")
        .put(Reference, hide.cover(&place(case, ix, span.start)))
        .put(Own(Tone::Plain), hide.cover(": "))
        .put(Words, hide.cover(&format!("“{words}”")));
    Some(row.leads(Some(lead(ix, span))))
}
