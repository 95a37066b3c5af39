//! The words behind the story as annotations (W3C Web Annotation Data Model): each quotation on the text it was found in,
//! selected by its words with what stands around them, and by its place.

use super::{told, web};
use crate::case::{Body, Case, Holding, Kind, Node, RecordIx};
use crate::report::{Known, Redaction};
use crate::text::Span;
use crate::verify::passages;
use serde_json::{Value, json};

/// Characters of prefix and suffix: enough to tell two places of the same words apart.
const AROUND: usize = 32;

/// A page of annotations, one for each place in which words of a record stand.
pub fn annotations(case: &Case, known: &Known, hide: &Redaction) -> Value {
    let mut items = vec![];
    for (ix, record) in case.iter().filter(|(ix, _)| !hide.hides(*ix)) {
        let wanted = matches!(
            record.kind(),
            Kind::Quote | Kind::Figure | Kind::Casualty | Kind::Permit | Kind::Event
        );
        if wanted {
            items.extend(of_record(case, known, hide, ix));
        }
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:casefile:{}:annotations", case.name),
        "type": "AnnotationPage",
        "items": items,
    })
}

fn of_record(case: &Case, known: &Known, hide: &Redaction, ix: RecordIx) -> Vec<Value> {
    let found = known
        .of(Node::Record(ix))
        .and_then(|about| about.stands_in.clone());
    let places: Vec<(RecordIx, Vec<Span>)> = match found {
        Some(found) => vec![found],
        None => passages(case, Node::Record(ix))
            .into_iter()
            .map(|passage| {
                let located = passage.located.into_iter().collect();
                let words = if passage.words.is_empty() {
                    located
                } else {
                    passage.words
                };
                (passage.source, words)
            })
            .collect(),
    };
    let mut all = vec![];
    for (source, spans) in places
        .into_iter()
        .filter(|(source, _)| !hide.hides(*source))
    {
        let Some(holding) = case.holdings.get(&source) else {
            continue;
        };
        for span in spans.iter().filter(|span| !span.is_empty()) {
            let n = all.len() + 1;
            all.extend(annotation(case, hide, ix, (source, holding), *span, n));
        }
    }
    all
}

fn annotation(
    case: &Case,
    hide: &Redaction,
    ix: RecordIx,
    (source, holding): (RecordIx, &Holding),
    span: Span,
    n: usize,
) -> Option<Value> {
    let text = &*holding.text;
    let exact = text.get(span.start..span.end)?;
    let (prefix, suffix) = around(text, span)?;
    // What is held back may stand beside the words, or in them: such words cannot be selected without telling them.
    let whole = format!("{prefix}{exact}{suffix}");
    if hide.covered_text(&whole) != whole {
        return None;
    }
    let start = text.get(..span.start)?.chars().count();
    let record = case.at(ix);
    Some(json!({
        "id": format!("urn:casefile:{}:{}:{n}", case.name, record.id.value),
        "type": "Annotation",
        "motivation": "linking",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": told(hide, &format!("{}: {}", record.id.value, case.title(ix))),
        },
        "target": {
            "source": hide.covered_text(&address(case, source, holding)),
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
                {"type": "TextPositionSelector", "start": start, "end": start + exact.chars().count()},
            ],
        },
    }))
}

/// Where the text is: on the web if it is there, else its name in the case. Positions count characters of the text as held.
fn address(case: &Case, source: RecordIx, holding: &Holding) -> String {
    let record = case.at(source);
    if let Body::Source(source) = &record.body
        && let Some(url) = source.url.get().and_then(|url| web(url))
    {
        return url.to_owned();
    }
    let file = holding.path.as_deref().unwrap_or_default();
    let file = if file.is_empty() {
        record.id.value.as_str()
    } else {
        file
    };
    let file: String = file.split_whitespace().collect::<Vec<_>>().join("%20");
    format!("urn:casefile:{}:{file}", case.name)
}

/// What stands before and after.
fn around(text: &str, span: Span) -> Option<(&str, &str)> {
    let before = text.get(..span.start)?;
    let after = text.get(span.end..)?;
    let from = before
        .char_indices()
        .rev()
        .take(AROUND)
        .last()
        .map_or(span.start, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(AROUND)
        .map_or(after.len(), |(at, _)| at);
    Some((&before[from..], &after[..to]))
}
