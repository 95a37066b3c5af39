//! A finding and a ruling as the export of records carries them. Scripts rely on these keys and texts: what people read
//! is worded in [`wording`](crate::wording), and may change without these.

use crate::case::Case;
use crate::ruling::{self, Ruled, Tone};
use crate::text::{Shown, Span};
use crate::verify::figures::Judged;
use crate::verify::{FoundIn, QuoteFinding, Row, Severity, Sign};
use crate::wording::{COVERED, Redaction, how_seen, spoken};
use serde::Serialize;

/// What the machine finds.
#[derive(Clone, Debug, Serialize)]
pub struct FindingData {
    /// The class or outcome.
    pub class: &'static str,
    /// Its severity, in a word; empty where it is all right.
    pub severity: &'static str,
    /// Its tone.
    pub tone: Tone,
    /// What it means and where it looked, in words.
    pub rule: Shown,
    /// Words of source and draft side by side.
    pub differences: Vec<DifferenceData>,
    /// What else to know.
    pub warnings: Vec<Shown>,
}

/// One run of a difference: words of the source over words of the draft.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceData {
    /// `same`, `changed`, `source`, `draft`, `moved`, `cut`.
    pub kind: &'static str,
    /// The sign under them.
    pub sign: &'static str,
    /// The source's words.
    pub source: Shown,
    /// The draft's words.
    pub draft: Shown,
}

/// What a person ruled.
#[derive(Clone, Debug, Serialize)]
pub struct RulingData {
    /// The ruling, in a word.
    pub ruling: &'static str,
    /// Who.
    pub by: Shown,
    /// When: `2025-12-04 16:12`.
    pub on: String,
    /// How seen, in words.
    pub saw: String,
    /// What it was given for: the sentence as it was.
    pub given_for: Shown,
    /// Why.
    pub why: Option<Shown>,
    /// The words it should have.
    pub fix: Option<Shown>,
    /// True if it counts now.
    pub counts: bool,
}

/// A ruling and the words that it was given for.
pub fn ruling(case: &Case, hide: &Redaction, ruled: &Ruled, given_for: &str) -> RulingData {
    let saw = ruled.saw.map(|saw| how_seen(saw).to_owned());
    let mut saw: Vec<String> = saw.into_iter().collect();
    if !ruled.seen.is_empty() {
        let open = ruled
            .seen
            .iter()
            .filter(|seen| !hide.hides_logged(case, seen));
        let mut seen: Vec<String> = open.map(|seen| hide.cover(seen).plain()).collect();
        if seen.len() < ruled.seen.len() {
            seen.push(COVERED.to_owned());
        }
        saw.push(format!("opened {}", seen.join(", ")));
    }
    if ruled.self_check {
        saw.push("by an author of the story".to_owned());
    }
    RulingData {
        ruling: ruled.ruling.plainly(),
        by: hide.cover(&ruled.by),
        on: day(&ruled.at),
        saw: hide.cover(&saw.join(", ")).plain(),
        given_for: hide.cover(given_for),
        why: ruled.why.as_ref().map(|why| hide.cover(why)),
        fix: ruled.fix.as_ref().map(|fix| hide.cover(fix)),
        counts: ruled.is_valid(),
    }
}

/// The day and minute of a time in a log.
pub(super) fn day(at: &str) -> String {
    let shown = crate::text::safe::shown(at).plain();
    match (shown.get(..10), shown.get(11..16)) {
        (Some(day), Some(time)) if at.is_ascii() => format!("{day} {time}"),
        _ => shown,
    }
}

/// The finding of a quotation.
pub fn quotation(case: &Case, hide: &Redaction, found: &QuoteFinding) -> FindingData {
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
    FindingData {
        class: finding.class.word(),
        severity: severity(finding.severity),
        tone: ruling::Sign::of_class(finding.class, finding.severity).tone,
        rule: hide.cover(&rule(found, hidden)),
        differences: text.map_or(vec![], |text| differences(hide, found, text)),
        warnings: warnings.collect(),
    }
}

/// The judgement of a printed number or date.
pub fn figure(case: &Case, hide: &Redaction, judged: &Judged) -> FindingData {
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
    FindingData {
        class: judged.outcome.word(),
        severity: "",
        tone: ruling::Sign::of_outcome(judged.outcome).tone,
        rule: hide.cover(&spoken(&rule)),
        differences: vec![],
        warnings: vec![],
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

/// Words of source and draft side by side, runs of one sign joined; nothing where they are the same throughout.
fn differences(hide: &Redaction, found: &QuoteFinding, text: &str) -> Vec<DifferenceData> {
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
        DifferenceData {
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
