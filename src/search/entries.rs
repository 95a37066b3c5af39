//! Everything of a case that can be found: its records, the sentences of the draft, the passages of source texts held.
//! `private.yaml` is never looked at.

use super::entry::{Entry, EntryKind, Weight};
use super::numbers::{amounts, days, spelt_amount, spelt_days};
use super::passages::passages;
use super::thing::Thing;
use crate::case::fields::{self, Found};
use crate::case::{Body, Case, FileIx, Held, Holding, Kind, Node, Record, RecordIx, Sentence};
use serde_json::Value;
use std::collections::HashSet;

/// Entries that come and go together, each with what it stands for. Keys are given by whoever keeps them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// What each stands for.
    pub things: Vec<Thing>,
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Part {
    fn add(&mut self, case: &Case, thing: Thing, mut entry: Entry) {
        entry.case.clone_from(&case.name);
        self.things.push(thing);
        self.entries.push(entry);
    }
}

/// Everything of a case, in one list.
pub fn entries(case: &Case) -> Part {
    let mut all = Part::default();
    let files = (0u32..).map(FileIx).zip(&case.files);
    let records = files.map(|(file, _)| of_file(case, file));
    let texts = held(case).map(|(ix, holding)| of_text(case, ix, holding));
    for part in records.chain([of_draft(case)]).chain(texts) {
        all.things.extend(part.things);
        all.entries.extend(part.entries);
    }
    for (key, entry) in (0..).zip(&mut all.entries) {
        entry.key = key;
    }
    all
}

/// The records of one file.
pub(super) fn of_file(case: &Case, file: FileIx) -> Part {
    let mut part = Part::default();
    for (ix, record) in case.iter().filter(|(_, record)| record.file == file) {
        part.add(case, Thing::Record(ix), of_record(case, ix, record));
    }
    part
}

/// The sentences of the draft.
pub(super) fn of_draft(case: &Case) -> Part {
    let mut part = Part::default();
    for (at, sentence) in (0u32..).zip(case.draft.iter().flat_map(|draft| &draft.sentences)) {
        let thing = Thing::Sentence(at);
        part.add(case, thing, of_sentence(&thing.reference(case), sentence));
    }
    part
}

/// Sources of which a text is held.
pub(super) fn held(case: &Case) -> impl Iterator<Item = (RecordIx, &Holding)> {
    case.of_kind(Kind::Source).filter_map(|(ix, _)| {
        let holding = case.holdings.get(&ix)?;
        (holding.held != Held::None).then_some((ix, holding))
    })
}

/// The passages of one source's text.
pub(super) fn of_text(case: &Case, ix: RecordIx, holding: &Holding) -> Part {
    let mut part = Part::default();
    for span in passages(&holding.text, &holding.places) {
        let thing = Thing::Passage(ix, u32::try_from(span.start).unwrap_or(u32::MAX));
        let text = span.of(&holding.text);
        // Below a record's own words, which are what somebody chose from such passages.
        let mut entry = Entry::new(0, EntryKind::Passage).with(Weight::Names, text);
        entry.add(Weight::Related, thing.reference(case), false);
        if let Some(speaker) = holding.places.speaker_of(span.start) {
            entry.who.push(speaker.to_owned());
        }
        part.add(case, thing, entry);
    }
    part
}

fn of_sentence(reference: &str, sentence: &Sentence) -> Entry {
    let mut entry = Entry::new(0, EntryKind::Sentence).with(Weight::Own, sentence.words.as_str());
    entry.add(Weight::Related, reference, false);
    for cited in sentence.cites() {
        entry.add(Weight::Related, cited.to_string(), false);
    }
    if sentence.is_tk() {
        entry.is.push("tk".to_owned());
    }
    if sentence.is_uncited() && sentence.counts() {
        entry.is.push("uncited".to_owned());
    }
    entry
}

fn of_record(case: &Case, ix: RecordIx, record: &Record) -> Entry {
    let mut entry = Entry::new(0, EntryKind::of(record.kind()))
        .with(Weight::Id, record.id.value.as_str())
        .with(Weight::Own, case.title(ix));
    let fields = entry.fields.iter();
    let mut known: HashSet<String> = fields
        .map(|field| field.text.trim_matches(['“', '”']).to_owned())
        .collect();
    for (field, text) in written(case, record) {
        if text == "TK" && !entry.is.iter().any(|is| is == "tk") {
            entry.is.push("tk".to_owned());
        }
        let (weight, shown) = weight(record.kind(), &field);
        if !known.contains(&text) {
            known.insert(text.trim_matches(['“', '”']).to_owned());
            entry.add(weight, text, shown);
        }
    }
    if let Body::Party(party) = &record.body {
        entry.who.extend(party.name.get().cloned());
        entry
            .who
            .extend(party.aka.items().iter().map(|aka| aka.value.clone()));
        entry.who.push(record.id.value.clone());
    }
    for link in case.links.cites(Node::Record(ix)) {
        if let Some(target) = link.target.filter(|target| *target != ix) {
            add_cited(case, target, &mut entry);
        }
    }
    entry.days = days(&record.body);
    entry.amounts = amounts(&record.body);
    for days in entry.days.clone() {
        entry.add(Weight::Names, spelt_days(days), false);
    }
    for amounts in entry.amounts.clone() {
        entry.add(Weight::Own, spelt_amount(amounts), false);
    }
    if record.faulty {
        entry.is.push("faulty".to_owned());
    }
    entry
}

/// What a record brings in by citing another: a party's names, a source's title and speaker.
fn add_cited(case: &Case, target: RecordIx, entry: &mut Entry) {
    let cited = case.at(target);
    match &cited.body {
        Body::Party(party) => {
            let aka = party.aka.items().iter().map(|aka| &aka.value);
            for name in party
                .name
                .get()
                .into_iter()
                .chain(aka)
                .chain([&cited.id.value])
            {
                if !entry.who.contains(name) {
                    entry.who.push(name.clone());
                }
                let own_name = party.name.get() == Some(name);
                entry.add(Weight::Names, name.as_str(), own_name);
            }
        }
        Body::Source(source) => {
            entry.add(Weight::Related, case.title(target), false);
            if let Some(who) = source.who.get() {
                entry.add(Weight::Related, case.party_name(who), false);
            }
        }
        Body::Permit(_)
        | Body::Request(_)
        | Body::Quote(_)
        | Body::Casualty(_)
        | Body::Figure(_)
        | Body::Event(_)
        | Body::Claim(_)
        | Body::Contact(_) => {}
    }
}

/// How near a field is to the record itself. One that the kind does not have goes by what it is elsewhere.
fn found(kind: Kind, field: &str) -> Found {
    let row = fields::row(kind, field).or_else(|| fields::named(field).next());
    row.map_or(Found::Unshown, |row| row.found)
}

/// Its weight, and whether it may be shown as the line of an answer.
fn weight(kind: Kind, field: &str) -> (Weight, bool) {
    match found(kind, field) {
        Found::Own => (Weight::Own, true),
        Found::Name => (Weight::Names, true),
        Found::Further => (Weight::Related, true),
        Found::Unshown | Found::Never => (Weight::Related, false),
    }
}

/// Every text of a record as written, with the outermost field it stands in; unknown fields too.
fn written(case: &Case, record: &Record) -> Vec<(String, String)> {
    let file = case.file(record.file);
    let mut all = vec![];
    let fields = file
        .tree
        .as_ref()
        .map(|tree| tree.to_json(&file.bytes, record.node));
    if let Some(Value::Object(fields)) = fields {
        for (field, value) in fields {
            if found(record.kind(), &field) != Found::Never {
                texts(&field, value, &mut all);
            }
        }
    }
    all
}

fn texts(field: &str, value: Value, all: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => all.push((field.to_owned(), text)),
        Value::Array(items) => items.into_iter().for_each(|item| texts(field, item, all)),
        Value::Object(map) => {
            for (key, item) in map {
                // `put` has claims' ids for keys.
                if field == "put" {
                    all.push((String::new(), key));
                }
                texts(field, item, all);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
