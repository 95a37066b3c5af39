//! Parties, sources and events as `FollowTheMoney` entities, one a line, as Aleph and its relatives read them.

use super::{name, told, web};
use crate::case::records::{Event, Party, Source};
use crate::case::{Body, Case, Date, Field, PartyIs, RecordIx, SourceKind, When, Who};
use crate::report::Redaction;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The entities.
pub fn entities(case: &Case, hide: &Redaction) -> Vec<Value> {
    let mut all = vec![];
    for (ix, record) in case.iter().filter(|(ix, _)| !hide.hides(*ix)) {
        match &record.body {
            Body::Party(party) => {
                all.push(of_party(case, hide, ix, party));
                all.extend(membership(case, hide, ix, party));
            }
            Body::Source(source) => all.push(document(case, hide, ix, source)),
            Body::Event(event) => all.push(of_event(case, hide, ix, event)),
            Body::Permit(_)
            | Body::Request(_)
            | Body::Quote(_)
            | Body::Casualty(_)
            | Body::Figure(_)
            | Body::Claim(_)
            | Body::Contact(_) => {}
        }
    }
    all
}

/// Properties of an entity; each is a list of texts.
#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn add(&mut self, key: &str, value: impl Into<Value>) {
        if let Value::Array(list) = self.0.entry(key).or_insert_with(|| json!([])) {
            list.push(value.into());
        }
    }

    fn text(&mut self, hide: &Redaction, key: &str, field: &Field<String>) {
        if let Some(text) = field.get() {
            self.add(key, told(hide, text));
        }
    }

    fn date(&mut self, key: &str, field: &Field<When>) {
        let day = |date: &Date| date.to_string();
        if let Some(when) = field.get() {
            let first = when.from.or(when.to);
            if let Some(first) = first {
                self.add(key, day(&first));
            }
        }
    }
}

/// Ids are the same for the same record of the same case, so that a second import replaces the first.
fn id(case: &Case, record: &str) -> String {
    let hash = Sha256::digest(format!("{}\n{record}", case.name));
    let hex: String = hash
        .iter()
        .take(20)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("casefile-{hex}")
}

fn entity(id: String, schema: &str, properties: Properties) -> Value {
    json!({"id": id, "schema": schema, "properties": properties.0})
}

const fn schema(is: Option<PartyIs>) -> &'static str {
    match is {
        Some(PartyIs::Person) => "Person",
        Some(PartyIs::PublicBody) => "PublicBody",
        Some(PartyIs::Company) => "Company",
        Some(PartyIs::Ngo | PartyIs::ArmedForce | PartyIs::Community | PartyIs::Media) => {
            "Organization"
        }
        Some(PartyIs::Other) | None => "LegalEntity",
    }
}

fn of_party(case: &Case, hide: &Redaction, ix: RecordIx, party: &Party) -> Value {
    let mut properties = Properties::default();
    let record = case.at(ix);
    properties.add("name", told(hide, &case.title(ix)));
    for aka in party.aka.items() {
        properties.add("alias", told(hide, &aka.value));
    }
    if party.is.get() == Some(&PartyIs::Person) {
        properties.text(hide, "position", &party.role);
    }
    if let Some(country) = party.country.get().filter(|c| is_country(c)) {
        properties.add("country", country.to_ascii_lowercase());
    }
    entity(
        id(case, &record.id.value),
        schema(party.is.get().copied()),
        properties,
    )
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// A person belongs to a body.
fn membership(case: &Case, hide: &Redaction, ix: RecordIx, party: &Party) -> Option<Value> {
    let of = party.of.get()?.id().and_then(|of| case.find(of))?;
    let is_body = matches!(&case.at(of).body, Body::Party(_));
    if hide.hides(of) || !is_body || party.is.get() != Some(&PartyIs::Person) {
        return None;
    }
    let (member, body) = (&case.at(ix).id.value, &case.at(of).id.value);
    let mut properties = Properties::default();
    properties.add("member", id(case, member));
    properties.add("organization", id(case, body));
    properties.text(hide, "role", &party.role);
    Some(entity(
        id(case, &format!("{member} of {body}")),
        "Membership",
        properties,
    ))
}

const fn document_schema(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Article) => "Article",
        Some(SourceKind::Email) => "Email",
        Some(SourceKind::Dataset) => "Table",
        Some(
            SourceKind::Document
            | SourceKind::Statement
            | SourceKind::Interview
            | SourceKind::Report
            | SourceKind::Release
            | SourceKind::Transcript
            | SourceKind::Legislation
            | SourceKind::Post
            | SourceKind::Treaty,
        )
        | None => "Document",
    }
}

fn document(case: &Case, hide: &Redaction, ix: RecordIx, source: &Source) -> Value {
    let mut properties = Properties::default();
    properties.add("title", told(hide, &case.title(ix)));
    let mut who = |key: &str, field: &Field<Who>| {
        if let Some(who) = field.get() {
            properties.add(key, name(case, hide, who));
        }
    };
    who("author", &source.who);
    who("publisher", &source.publisher);
    properties.date("date", &source.date);
    if let Some(url) = source.url.get().and_then(|url| web(url)) {
        properties.add("sourceUrl", told(hide, url));
    }
    if let Some(lang) = source.lang.get().and_then(|lang| three_letters(lang)) {
        properties.add("language", lang);
    }
    entity(
        id(case, &case.at(ix).id.value),
        document_schema(source.kind.get().copied()),
        properties,
    )
}

/// Languages are told by three letters there.
fn three_letters(tag: &str) -> Option<&'static str> {
    Some(match tag.get(..2)? {
        "en" => "eng",
        "fr" => "fra",
        "es" => "spa",
        "de" => "deu",
        "pt" => "por",
        "it" => "ita",
        "ru" => "rus",
        "ar" => "ara",
        "uk" => "ukr",
        "zh" => "zho",
        "nl" => "nld",
        _ => return None,
    })
}

fn of_event(case: &Case, hide: &Redaction, ix: RecordIx, event: &Event) -> Value {
    let mut properties = Properties::default();
    properties.add("name", told(hide, &case.title(ix)));
    properties.date("date", &event.date);
    properties.text(hide, "location", &event.place);
    for who in event.involved.items() {
        let party = who.value.id().and_then(|id| case.find(id));
        let party = party.filter(|ix| matches!(&case.at(*ix).body, Body::Party(_)));
        if let Some(ix) = party.filter(|ix| !hide.hides(*ix)) {
            properties.add("involved", id(case, &case.at(ix).id.value));
        }
    }
    entity(id(case, &case.at(ix).id.value), "Event", properties)
}
