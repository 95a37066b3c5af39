//! Sources as CSL-JSON (the data of the Citation Style Language, 1.0.2), which citation managers read.

use super::{name, told, web};
use crate::case::records::Source;
use crate::case::{Body, Case, Date, Kind, PartyIs, RecordIx, SourceKind, When, Who};
use crate::report::Redaction;
use serde_json::{Value, json};

/// One array of items.
pub fn csl(case: &Case, hide: &Redaction) -> Value {
    let open = case
        .of_kind(Kind::Source)
        .filter(|(ix, _)| !hide.hides(*ix));
    let items = open.filter_map(|(ix, record)| match &record.body {
        Body::Source(source) => Some(item(case, hide, ix, source)),
        _ => None,
    });
    Value::Array(items.collect())
}

fn item(case: &Case, hide: &Redaction, ix: RecordIx, source: &Source) -> Value {
    let mut item = json!({
        "id": case.at(ix).id.value,
        "type": kind(source.kind.get().copied()),
        "title": hide.covered_text(&case.title(ix)),
    });
    let mut add = |key: &str, value: Value| {
        if let Some(item) = item.as_object_mut() {
            item.insert(key.to_owned(), value);
        }
    };
    if let Some(who) = source.who.get() {
        add("author", json!([person(case, hide, who)]));
    }
    if let Some(publisher) = source.publisher.get() {
        let name = name(case, hide, publisher);
        let is_paper = source.kind.get() == Some(&SourceKind::Article);
        add(
            if is_paper {
                "container-title"
            } else {
                "publisher"
            },
            name.into(),
        );
    }
    if let Some(date) = source.date.get().and_then(date) {
        add("issued", date);
    }
    if let Some(date) = source.captured.get().and_then(date) {
        add("accessed", date);
    }
    if let Some(url) = source.url.get().and_then(|url| web(url)) {
        add("URL", told(hide, url));
    }
    if let Some(url) = source.archive_url.get().and_then(|url| web(url)) {
        add("archive_location", told(hide, url));
    }
    if let Some(lang) = source.lang.get() {
        add("language", told(hide, lang));
    }
    item
}

/// The type of the schema that comes nearest.
const fn kind(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Article) => "article-newspaper",
        Some(SourceKind::Report) => "report",
        Some(SourceKind::Statement | SourceKind::Release) => "pamphlet",
        Some(SourceKind::Email) => "personal_communication",
        Some(SourceKind::Interview) => "interview",
        Some(SourceKind::Transcript) => "speech",
        Some(SourceKind::Dataset) => "dataset",
        Some(SourceKind::Legislation) => "legislation",
        Some(SourceKind::Treaty) => "treaty",
        Some(SourceKind::Post) => "post",
        Some(SourceKind::Document) | None => "document",
    }
}

/// A person by family and given name, a body by its name as a whole.
fn person(case: &Case, hide: &Redaction, who: &Who) -> Value {
    let name = name(case, hide, who);
    let is_person = who.id().and_then(|id| case.record(id)).is_some_and(|record| {
        matches!(&record.body, Body::Party(party) if party.is.get() == Some(&PartyIs::Person))
    });
    match name.rsplit_once(' ') {
        Some((given, family)) if is_person => json!({"family": family, "given": given}),
        _ => json!({"literal": name}),
    }
}

/// A date as `date-parts`; two of them make a range.
fn date(when: &When) -> Option<Value> {
    let parts = |date: &Date| {
        let mut parts = vec![i64::from(date.year)];
        parts.extend(date.month.map(i64::from));
        parts.extend(date.day.map(i64::from));
        parts
    };
    let ends: Vec<Vec<i64>> = match (&when.from, &when.to) {
        (Some(from), Some(to)) if from == to => vec![parts(from)],
        (Some(from), Some(to)) => vec![parts(from), parts(to)],
        (Some(day), None) | (None, Some(day)) => vec![parts(day)],
        (None, None) => return None,
    };
    Some(json!({ "date-parts": ends }))
}
