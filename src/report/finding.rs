//! A finding of the machine as a report tells it: what, how much it matters, where it looked, and every difference.

use super::Redaction;
use super::account::{DifferenceRow, FindingRow};
use super::sign::Tone;
use crate::case::Case;
use crate::text::Span;
use crate::verify::figures::{Judged, Outcome};
use crate::verify::{FoundIn, QuoteFinding, Row, Severity, Sign};

/// The finding of a quotation.
pub fn row(case: &Case, hide: &Redaction, found: &QuoteFinding) -> FindingRow {
    let finding = &found.finding;
    let source = found.found().and_then(|text| case.find(&text.source));
    let hidden = source.is_some_and(|ix| hide.hides(ix));
    let text = source.filter(|_| !hidden && found.found_in != Some(FoundIn::Record));
    let text = text
        .and_then(|ix| case.holdings.get(&ix))
        .map(|holding| &*holding.text);
    let warnings = finding.warnings.iter().filter(|_| !hidden).map(|warning| {
        let words = &warning.words;
        let told = if words.is_empty() {
            warning.kind.plainly().to_owned()
        } else {
            format!("{}: {words}", warning.kind.plainly())
        };
        hide.cover(&told)
    });
    FindingRow {
        class: finding.class.word().to_owned(),
        severity: severity(finding.severity).to_owned(),
        tone: tone(finding.severity),
        rule: hide.cover(&rule(found, hidden)),
        differences: text.map_or(vec![], |text| differences(hide, found, text)),
        warnings: warnings.collect(),
    }
}

/// The judgement of a printed number or date.
pub fn figure_row(case: &Case, hide: &Redaction, judged: &Judged) -> FindingRow {
    let hidden = hide.hides_any(case, &judged.from);
    let note = judged
        .note
        .as_ref()
        .map_or(String::new(), |note| format!("; {note}"));
    let rule = if hidden {
        format!(
            "prints {}; what it is held against is held back",
            judged.printed
        )
    } else {
        format!(
            "prints {}, {} says {}: {}{note}",
            judged.printed, judged.from, judged.source, judged.rule
        )
    };
    FindingRow {
        class: judged.outcome.word().to_owned(),
        severity: String::new(),
        tone: figure_tone(judged.outcome),
        rule: hide.cover(&spoken(&rule)),
        differences: vec![],
        warnings: vec![],
    }
}

/// Units as people write them; `working-days(a, b)` is a calculation and stays as it is.
pub fn spoken(words: &str) -> String {
    let mut parts = words.split(" working-days");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let unit = if part.starts_with('(') {
            " working-days"
        } else {
            " working days"
        };
        out.push_str(unit);
        out.push_str(part);
    }
    out
}

const fn figure_tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Consistent | Outcome::InsideRange => Tone::Plain,
        Outcome::NotComparable => Tone::Dim,
        Outcome::RoundedWithoutHedge
        | Outcome::HedgeShifted
        | Outcome::Understated
        | Outcome::Stretched
        | Outcome::Overstated
        | Outcome::HedgeDropped => Tone::Doubt,
        Outcome::UnitMismatch | Outcome::Wrong => Tone::Bad,
    }
}

/// What it means, and where the words were found.
fn rule(found: &QuoteFinding, hidden: bool) -> String {
    let what = found.finding.class.plainly();
    let where_ = match (found.found_in, found.found()) {
        (Some(_), _) if hidden => "in a confidential source".to_owned(),
        (Some(role), Some(text)) => {
            let id = &text.source;
            match role {
                FoundIn::Source => format!("in {id}, {}", text.held.words()),
                FoundIn::Via => format!("in {id}, where we read it, not in the source itself"),
                FoundIn::Notes => format!("in our notes of {id} only"),
                FoundIn::Other => format!("in another source, {id}"),
                FoundIn::Record => format!("in the record {id}"),
            }
        }
        (Some(_) | None, _) => match found.looked_in.len() {
            0 => "there was no text to look in".to_owned(),
            1 => "looked in one text".to_owned(),
            n => format!("looked in {n} texts"),
        },
    };
    format!("{what}; {where_}")
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Ok => "",
        _ => severity.word(),
    }
}

const fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Ok | Severity::Note => Tone::Plain,
        Severity::Grey => Tone::Dim,
        Severity::Low | Severity::High => Tone::Doubt,
        Severity::Critical | Severity::Absent => Tone::Bad,
    }
}

/// Words of source and draft side by side, runs of one sign joined; nothing where they are the same throughout.
fn differences(hide: &Redaction, found: &QuoteFinding, text: &str) -> Vec<DifferenceRow> {
    let rows = &found.finding.rows;
    if rows.iter().all(|row| row.sign == Sign::Same) {
        return vec![];
    }
    let runs = rows.chunk_by(|a, b| a.sign == b.sign);
    runs.map(|run| {
        let words = |span: fn(&Row) -> Option<Span>, of: &str| {
            let first = run.iter().find_map(span);
            let last = run.iter().rev().find_map(span);
            let span = first.zip(last).map(|(a, b)| Span::new(a.start, b.end));
            let words = span.map_or("", |span| span.of(of));
            hide.cover(&words.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let sign = run.first().map_or(Sign::Same, |row| row.sign);
        let (kind, sign) = kind(sign);
        DifferenceRow {
            kind,
            sign,
            source: words(|row| row.source, text),
            draft: words(|row| row.draft, &found.words),
        }
    })
    .collect()
}

const fn kind(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Same => ("same", ""),
        Sign::Changed => ("changed", "≠"),
        Sign::OnlySource => ("source", "-"),
        Sign::OnlyDraft => ("draft", "+"),
        Sign::Moved => ("moved", "^"),
        Sign::Cut => ("cut", "."),
    }
}
