//! Everything of a case that can be found: records, sentences of the draft, passages of the sources held.

use super::entry::{Amounts, Days, Entry, EntryKind, Weight};
use crate::case::{Amount, Body, Case, Date, Kind, Node, Record, RecordIx, When};
use crate::ruling::{of_claim, of_sentence};

/// What an entry stands for; an entry's key is its place among these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A record.
    Record(RecordIx),
    /// A sentence of the draft: its index.
    Sentence(u32),
    /// A passage of a source's text: where it begins.
    Passage(RecordIx, u32),
}

/// Passages longer than this are cut, in bytes.
const MOST_PASSAGE: usize = 2_000;

/// The entries of a case and what each stands for. `private.yaml` is never looked at.
pub fn of_case(case: &Case) -> (Vec<Entry>, Vec<Thing>) {
    let mut entries = vec![];
    let mut things = vec![];
    let mut add = |thing: Thing, make: &dyn Fn(u32) -> Entry| {
        let key = u32::try_from(things.len()).unwrap_or(u32::MAX);
        let mut entry = make(key);
        entry.case.clone_from(&case.name);
        entries.push(entry);
        things.push(thing);
    };
    for (ix, record) in case.iter() {
        add(Thing::Record(ix), &|key| of_record(case, ix, record, key));
    }
    for (at, sentence) in (0u32..).zip(case.draft.iter().flat_map(|draft| &draft.sentences)) {
        add(Thing::Sentence(at), &|key| {
            let mut entry =
                Entry::new(key, EntryKind::Sentence).with(Weight::Own, sentence.words.as_str());
            entry.is.push(of_sentence(case, sentence).word().to_owned());
            entry
        });
    }
    for (ix, _) in case.of_kind(Kind::Source) {
        let Some(holding) = case.holdings.get(&ix) else {
            continue;
        };
        for (start, text) in passages(&holding.text) {
            let at = u32::try_from(start).unwrap_or(u32::MAX);
            add(Thing::Passage(ix, at), &|key| {
                Entry::new(key, EntryKind::Passage)
                    .with(Weight::Own, text)
                    .with(Weight::Related, case.at(ix).id.value.as_str())
            });
        }
    }
    (entries, things)
}

/// The lines of a text that hold words, long ones cut, with where each begins.
fn passages(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end()))
    });
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .flat_map(|(start, line)| cut(start, line))
}

fn cut(start: usize, line: &str) -> Vec<(usize, &str)> {
    let mut parts = vec![];
    let mut at = 0;
    while at < line.len() {
        let mut end = (at + MOST_PASSAGE).min(line.len());
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        parts.push((start + at, &line[at..end]));
        at = end;
    }
    parts
}

const fn kind(kind: Kind) -> EntryKind {
    match kind {
        Kind::Claim => EntryKind::Claim,
        Kind::Quote => EntryKind::Quote,
        Kind::Casualty => EntryKind::Casualty,
        Kind::Figure => EntryKind::Figure,
        Kind::Permit => EntryKind::Permit,
        Kind::Request => EntryKind::Request,
        Kind::Event => EntryKind::Event,
        Kind::Contact => EntryKind::Contact,
        Kind::Party => EntryKind::Party,
        Kind::Source => EntryKind::Source,
    }
}

fn of_record(case: &Case, ix: RecordIx, record: &Record, key: u32) -> Entry {
    let mut entry = Entry::new(key, kind(record.kind()))
        .with(Weight::Id, record.id.value.as_str())
        .with(Weight::Own, case.title(ix));
    for (field, text) in fields(case, record) {
        let weight = match field.as_str() {
            "name" | "title" | "printed" | "says" | "what" | "original" | "number" => Weight::Own,
            "aka" | "role" | "cite_as" | "items" => Weight::Names,
            _ => Weight::Related,
        };
        entry.add(weight, text, weight != Weight::Related);
    }
    for link in case.links.cites(Node::Record(ix)) {
        if let Some(target) = link.target.filter(|t| case.at(*t).kind() == Kind::Party) {
            let name = case.title(target);
            entry.add(Weight::Names, name.as_str(), false);
            entry.who.push(name);
            entry.who.push(link.to.value.id.clone());
        }
    }
    entry.days = days(&record.body);
    entry.amounts = amounts(&record.body);
    if let Body::Claim(claim) = &record.body {
        entry.is.push(of_claim(claim).word().to_owned());
    }
    for day in entry.days.clone() {
        entry.add(Weight::Related, spelt(day), false);
    }
    entry
}

/// The texts of a record as written, with the name of the outermost field.
fn fields(case: &Case, record: &Record) -> Vec<(String, String)> {
    let file = case.file(record.file);
    let mut all = vec![];
    if let Some(serde_json::Value::Object(map)) = file
        .tree
        .as_ref()
        .map(|tree| tree.to_json(&file.bytes, record.node))
    {
        for (name, value) in map {
            texts(&name, &value, &mut all);
        }
    }
    all
}

fn texts(name: &str, value: &serde_json::Value, all: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => all.push((name.to_owned(), text.clone())),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(name, item, all)),
        serde_json::Value::Object(map) => map.values().for_each(|item| texts(name, item, all)),
        _ => {}
    }
}

fn days(body: &Body) -> Vec<Days> {
    let whens: Vec<Option<&When>> = match body {
        Body::Event(r) => vec![r.date.get()],
        Body::Source(r) => vec![r.date.get(), r.captured.get()],
        Body::Permit(r) => vec![r.applied.get(), r.approved.get()],
        Body::Request(r) => vec![r.filed.get(), r.due.get(), r.answered.get()],
        Body::Casualty(r) => vec![r.period.get()],
        Body::Figure(r) => vec![r.as_of.get()],
        Body::Contact(r) => vec![r.deadline.get()],
        Body::Claim(r) => vec![r.date.get().and_then(|test| test.prints.get())],
        Body::Party(_) | Body::Quote(_) => vec![],
    };
    let mut all: Vec<Days> = whens.into_iter().flatten().filter_map(span).collect();
    if let Body::Permit(permit) = body {
        let valid = permit
            .valid
            .get()
            .and_then(crate::case::records::Validity::period);
        all.extend(valid.as_ref().and_then(span));
    }
    all
}

fn span(when: &When) -> Option<Days> {
    let first = number(when.from.or(when.to)?, 0);
    let last = number(when.to.or(when.from)?, 99);
    Some(Days { first, last })
}

/// A date as yyyymmdd; a missing month or day is `open`.
fn number(date: Date, open: i32) -> i32 {
    let month = date.month.map_or(open, i32::from);
    let day = date.day.map_or(open, i32::from);
    i32::from(date.year) * 10_000 + month * 100 + day
}

/// A day as people say it, to be looked through.
fn spelt(days: Days) -> String {
    let spell = |day: i32| {
        let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
        let month = usize::try_from(month)
            .ok()
            .and_then(|m| crate::case::MONTHS.get(m.checked_sub(1)?));
        match (month, day) {
            (Some(month), 1..=31) => format!("{day} {month} {year}"),
            (Some(month), _) => format!("{month} {year}"),
            (None, _) => year.to_string(),
        }
    };
    if days.first == days.last {
        spell(days.first)
    } else {
        format!("{} {}", spell(days.first), spell(days.last))
    }
}

fn amounts(body: &Body) -> Vec<Amounts> {
    let given: Vec<Option<&Amount>> = match body {
        Body::Figure(r) => vec![r.value.get()],
        Body::Casualty(r) => vec![r.killed.get(), r.injured.get(), r.missing.get()],
        Body::Permit(r) => vec![
            r.value.get().and_then(|money| money.amount.get()),
            r.shipped_value.get().and_then(|money| money.amount.get()),
        ],
        _ => vec![],
    };
    let limits = given.into_iter().flatten().map(Amount::limits);
    limits
        .filter_map(|(low, high)| {
            let least = low.or(high)?.to_f64();
            let most = high.or(low)?.to_f64();
            Some(Amounts { least, most })
        })
        .collect()
}
