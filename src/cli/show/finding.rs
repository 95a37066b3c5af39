//! What the machine says of a record or sentence, for machines.

use super::find::Found;
use crate::case::{Case, Node};
use crate::text::lines::line_at;
use crate::verify::figures::{Judged, Tested, judge, worst};
use crate::verify::findings::{of_quote, of_sentence, words};
use crate::verify::{FoundIn, Policy, QuoteFinding, SentenceQuote};
use serde_json::{Map, Value, json};

/// The finding of a quote, of a claim's number and date, or of what a sentence prints; nothing where there is nothing to
/// compare.
pub fn finding(found: &Found) -> Option<Value> {
    let case = &found.seen.case;
    let policy = Policy::from(&case.policy);
    let figures = judge(case, found.node);
    match found.node {
        Node::Record(ix) => match of_quote(case, ix, &policy) {
            Some(quote) => Some(Value::Object(of_record(case, &quote))),
            None => of_figures(&figures).map(Value::Object),
        },
        Node::Sentence(at) => of_line(case, &figures, &of_sentence(case, at, &policy)),
    }
}

/// A quote record: the class, the rule, every difference, and where it stands.
fn of_record(case: &Case, quote: &QuoteFinding) -> Map<String, Value> {
    let mut told = Map::new();
    let finding = &quote.finding;
    told.insert("class".to_owned(), json!(finding.class));
    told.insert("rule".to_owned(), words::rule(quote).into());
    told.insert("all".to_owned(), json!(finding.differences));
    told.insert("severity".to_owned(), json!(finding.severity));
    if let Some(reason) = finding.reason {
        told.insert("reason".to_owned(), reason.word().into());
    }
    told.insert("warnings".to_owned(), json!(finding.warnings));
    if let Some(text) = quote.found() {
        told.insert("source".to_owned(), json!(&*text.source));
        told.insert("held".to_owned(), text.held.words().into());
        told.insert("found_in".to_owned(), quote.found_in.map(found_in).into());
        told.insert("line".to_owned(), json!(finding.line));
        told.insert("speaker".to_owned(), json!(finding.speaker));
        told.insert("spans".to_owned(), json!(finding.spans));
        let places = quote.places();
        let places = places.map(|(source, span)| json!({"source": source, "span": span}));
        told.insert("places".to_owned(), places.collect());
    }
    if let Some((source, span)) = quote.nearest() {
        let holding = case.find(source).and_then(|ix| case.holdings.get(&ix));
        let line = holding.map(|holding| line_at(&holding.text, span.start));
        let speaker = holding.and_then(|holding| holding.places.speaker_of(span.start));
        let nearest = json!({"source": source, "span": span, "line": line, "speaker": speaker});
        told.insert("nearest".to_owned(), nearest);
    }
    let looked_in = quote.looked_in.iter();
    let looked_in =
        looked_in.map(|text| json!({"source": &*text.source, "held": text.held.words()}));
    told.insert("looked_in".to_owned(), looked_in.collect());
    if quote.is_original {
        told.insert("compared".to_owned(), "original".into());
    }
    told
}

const fn found_in(role: FoundIn) -> &'static str {
    match role {
        FoundIn::Source => "source",
        FoundIn::Via => "via",
        FoundIn::Notes => "notes",
        FoundIn::Other => "other",
        FoundIn::Record => "record",
    }
}

/// A claim's number and date: the worst decides, all are listed.
fn of_figures(figures: &[Judged]) -> Option<Map<String, Value>> {
    let worst = worst(figures)?;
    let mut told = Map::new();
    told.insert("outcome".to_owned(), worst.outcome.word().into());
    told.insert("rule".to_owned(), worst.rule.as_str().into());
    told.insert("all".to_owned(), figures.iter().map(figure).collect());
    Some(told)
}

fn figure(judged: &Judged) -> Value {
    let tested = match judged.tested {
        Tested::Number => "number",
        Tested::Date => "date",
    };
    let mut told = json!({
        "tested": tested,
        "outcome": judged.outcome.word(),
        "printed": judged.printed,
        "source": judged.source,
        "from": judged.from,
        "rule": judged.rule,
    });
    if let Some(note) = &judged.note {
        told["note"] = note.as_str().into();
    }
    told
}

/// A sentence: the worst of its numbers and dates, the worst of its quotations, and all of both.
fn of_line(case: &Case, figures: &[Judged], quotes: &[SentenceQuote]) -> Option<Value> {
    let worst = quotes
        .iter()
        .max_by_key(|quote| quote.found.finding.severity);
    let mut told = of_figures(figures).unwrap_or_default();
    if let Some(worst) = worst {
        told.insert("class".to_owned(), json!(worst.found.finding.class));
        let rule = words::rule(&worst.found);
        told.entry("rule").or_insert_with(|| rule.into());
        let mut all: Vec<Value> = figures.iter().map(figure).collect();
        all.extend(quotes.iter().map(|quote| {
            let mut own = of_record(case, &quote.found);
            own.insert("words".to_owned(), json!(&*quote.found.words));
            own.insert("span".to_owned(), json!(quote.span));
            Value::Object(own)
        }));
        told.insert("all".to_owned(), all.into());
    }
    (!told.is_empty()).then_some(Value::Object(told))
}
