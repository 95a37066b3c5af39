//! What the machine says, as plain lines: source over draft, the signs under them, every difference in words.
//!
//! A finding is never a confirmation: no line here has a tick or that word.

use super::find::Found;
use crate::case::{Case, Node};
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::safe;
use crate::verify::figures::{Judged, judge};
use crate::verify::findings::{of_quote, of_sentence, words};
use crate::verify::{Class, FoundIn, Policy, QuoteFinding, side_by_side};
use std::io::Write;

/// Cells the three rows may take, beside their names.
const WIDTH: usize = 68;

/// Tells it, where there is anything to compare.
pub fn tell(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    let policy = Policy::from(&case.policy);
    let quotes: Vec<QuoteFinding> = match found.node {
        Node::Record(ix) => of_quote(case, ix, &policy).into_iter().collect(),
        Node::Sentence(at) => {
            let quotes = of_sentence(case, at, &policy).into_iter();
            quotes.map(|quote| quote.found).collect()
        }
    };
    let figures = judge(case, found.node);
    if quotes.is_empty() && figures.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", out.bold("MACHINE"))?;
    for figure in &figures {
        tell_figure(figure, out)?;
    }
    for quote in &quotes {
        if matches!(found.node, Node::Sentence(_)) {
            writeln!(out, "  “{}”", safe(&quote.words))?;
        }
        tell_quote(case, quote, out)?;
    }
    Ok(())
}

fn tell_figure(figure: &Judged, out: &mut Out) -> Result<(), Failure> {
    let from = if figure.from.is_empty() {
        String::new()
    } else {
        format!(" ({})", figure.from)
    };
    let outcome = figure.outcome.word();
    let (printed, source) = (&figure.printed, &figure.source);
    let line = format!("{outcome}: printed {printed}, source {source}{from}");
    writeln!(out, "  {}", safe(&line))?;
    writeln!(out, "  rule: {}", safe(&figure.rule))?;
    if let Some(note) = &figure.note {
        writeln!(out, "  {}", safe(note))?;
    }
    Ok(())
}

fn tell_quote(case: &Case, quote: &QuoteFinding, out: &mut Out) -> Result<(), Failure> {
    let finding = &quote.finding;
    writeln!(out, "  {}", safe(&words::rule(quote)))?;
    let place = words::place(quote);
    if !place.is_empty() {
        let speaker = finding.speaker.as_deref();
        let speaker = speaker.map_or(String::new(), |name| format!(", said by {name}"));
        writeln!(out, "  found: {}", safe(&format!("{place}{speaker}")))?;
    }
    for (source, span) in quote.places().skip(1) {
        let line = line_of(case, source, span.start);
        writeln!(out, "  also: {}, line {line}", safe(source))?;
    }
    let looked_in = words::looked_in(case, quote);
    if place.is_empty() && !looked_in.is_empty() {
        writeln!(out, "  looked in: {}", safe(&looked_in))?;
    }
    if let Some((source, span)) = quote.nearest().filter(|_| place.is_empty()) {
        let line = line_of(case, source, span.start);
        let words: String = span.of(text_of(case, source)).chars().take(200).collect();
        let nearest = format!("{source}, line {line}: “{words}”");
        writeln!(out, "  nearest: {}", safe(&nearest))?;
    }
    three_rows(case, quote, out)?;
    for (number, difference) in (1..).zip(&finding.differences) {
        let class = difference.class.word();
        let words = words::difference(difference);
        writeln!(out, "  {number} {class}: {}", safe(&words))?;
    }
    for warning in &finding.warnings {
        let told = format!(
            "warning {}: {}",
            warning.kind.word(),
            words::warning(quote, warning)
        );
        writeln!(out, "  {}", safe(&told))?;
    }
    Ok(())
}

/// Source over draft over signs, where anything differs.
fn three_rows(case: &Case, quote: &QuoteFinding, out: &mut Out) -> Result<(), Failure> {
    let finding = &quote.finding;
    let same = finding.class <= Class::Convention || finding.class == Class::NotFound;
    let Some(text) = quote.found().filter(|_| !same) else {
        return Ok(());
    };
    if quote.found_in == Some(FoundIn::Record) {
        return Ok(());
    }
    let source = text_of(case, &text.source);
    for three in side_by_side(&finding.rows, source, &quote.words, WIDTH) {
        for (name, row) in [
            ("source", &three.source),
            ("draft ", &three.draft),
            ("      ", &three.signs),
        ] {
            if name.trim().is_empty() && row.is_empty() {
                continue;
            }
            let line = format!("  {name} │ {row}");
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

fn text_of<'a>(case: &'a Case, source: &str) -> &'a str {
    let ix = case.find(source);
    let holding = ix.and_then(|ix| case.holdings.get(&ix));
    holding.map_or("", |holding| &*holding.text)
}

fn line_of(case: &Case, source: &str, at: usize) -> usize {
    crate::text::lines::line_at(text_of(case, source), at)
}
