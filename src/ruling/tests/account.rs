//! What a seal on a claim of a model is to hold, by the words of the format: a second account, made without the seal.

use super::model::{Field, Model, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Fields that no seal holds.
const FREE: [&str; 4] = ["note", "url", "archive_url", "mood"];
/// Fields that are sealed of a source behind what is cited.
const BEHIND: [&str; 7] = ["kind", "tier", "who", "terms", "identity", "via", "file"];

/// What a seal is to hold.
pub(super) struct Sealed {
    pub(super) says: String,
    pub(super) draft: BTreeSet<String>,
    pub(super) test: Option<BTreeMap<String, String>>,
    pub(super) evidence: BTreeMap<String, BTreeMap<String, String>>,
    /// Words, those beside them, and whose text they stand in.
    pub(super) passages: BTreeMap<String, (String, [String; 3])>,
}

impl Model {
    fn record(&self, id: &str) -> &Record {
        self.records.iter().find(|record| record.id == id).unwrap()
    }

    pub(super) fn sealed(&self, claim: &str) -> Sealed {
        let number: usize = claim[1..].parse().unwrap();
        let record = self.record(claim);
        let says = record.text("says").unwrap().to_owned();
        let citing = self
            .draft
            .iter()
            .filter(|(_, cites)| cites.contains(&number));
        let test = match record.fields.get("number") {
            Some(Field::Map(map)) => Some(map.clone()),
            _ => None,
        };
        let mut sealed = Sealed {
            says,
            draft: citing.map(|(words, _)| words.join(" ")).collect(),
            test,
            evidence: BTreeMap::new(),
            passages: BTreeMap::new(),
        };
        self.ground(claim, &mut sealed, &mut BTreeSet::new());
        sealed
    }

    /// Seals what a claim cites, and what the claims among that cite.
    fn ground(&self, claim: &str, sealed: &mut Sealed, done: &mut BTreeSet<String>) {
        if !done.insert(claim.to_owned()) {
            return;
        }
        let record = self.record(claim);
        for name in ["evidence", "against"] {
            let Some(Field::List(items)) = record.fields.get(name) else {
                continue;
            };
            for item in items {
                let (id, place) = item.split_once('#').unwrap_or((item, ""));
                let cited = self.record(id);
                if place.is_empty() {
                    self.whole(cited, item, sealed);
                } else {
                    sealed.evidence.entry(item.clone()).or_default();
                    self.behind(id, sealed);
                    if let Some(via) = cited.text("via") {
                        self.behind(via.split('#').next().unwrap(), sealed);
                    }
                    self.passage(item.clone(), Some(item), sealed);
                }
                if cited.kind == "claims" {
                    self.ground(id, sealed, done);
                }
            }
        }
        if let Some(Field::Map(number)) = record.fields.get("number") {
            let figure = self.record(number["from"].split('.').next().unwrap());
            let fields = sealed.evidence.entry(number["from"].clone()).or_default();
            for name in ["value", "unit", "how"] {
                if let Some(text) = figure.text(name) {
                    fields.insert(name.to_owned(), text.to_owned());
                }
            }
            self.sources_of(figure, sealed);
        }
    }

    /// A whole record: every field but the free ones, the sources behind it, and its passage.
    fn whole(&self, record: &Record, cited: &str, sealed: &mut Sealed) {
        let fields = sealed.evidence.entry(cited.to_owned()).or_default();
        for (name, field) in &record.fields {
            if !FREE.contains(&name.as_str()) {
                let text = match field {
                    Field::Text(text) => text.clone(),
                    Field::List(_) | Field::Map(_) => format!("{field:?}"),
                };
                fields.insert(name.clone(), text);
            }
        }
        if let Some(source) = record.text("source") {
            self.sources_of(record, sealed);
            self.passage(record.id.clone(), Some(source), sealed);
        } else if record.kind == "sources" {
            if let Some(via) = record.text("via") {
                self.behind(via.split('#').next().unwrap(), sealed);
            }
            self.passage(record.id.clone(), None, sealed);
        }
    }

    fn sources_of(&self, record: &Record, sealed: &mut Sealed) {
        let source = record.text("source").unwrap().split('#').next().unwrap();
        self.behind(source, sealed);
        if let Some(via) = self.record(source).text("via") {
            self.behind(via.split('#').next().unwrap(), sealed);
        }
    }

    fn behind(&self, source: &str, sealed: &mut Sealed) {
        let fields = sealed.evidence.entry(source.to_owned()).or_default();
        for name in BEHIND {
            if let Some(text) = self.record(source).text(name) {
                fields.insert(name.to_owned(), text.to_owned());
            }
        }
    }

    /// The words of a place with eight on each side; of a record whose source is not held, those of where it was read.
    fn passage(&self, name: String, place: Option<&str>, sealed: &mut Sealed) {
        let is_record = place.is_some_and(|place| *place != name);
        let (mut id, mut place) = match place {
            Some(place) => place.split_once('#').unwrap(),
            None => (name.as_str(), ""),
        };
        let number = |id: &str| id[1..].parse::<usize>().unwrap();
        if is_record && self.texts[number(id)].is_none() {
            (id, place) = self
                .record(id)
                .text("via")
                .unwrap()
                .split_once('#')
                .unwrap();
        }
        let Some(text) = &self.texts[number(id)] else {
            return;
        };
        let lines = match place.strip_prefix("par") {
            Some(n) => n.parse::<usize>().unwrap() - 1..n.parse().unwrap(),
            None => 0..text.len(),
        };
        let flat = |lines: &[Vec<String>]| lines.concat();
        let before = flat(&text[..lines.start]);
        let beside = before.len().saturating_sub(8);
        let mut after = flat(&text[lines.end..]);
        after.truncate(8);
        let words = flat(&text[lines]);
        let passage = [before[beside..].join(" "), words.join(" "), after.join(" ")];
        sealed
            .passages
            .insert(name.clone(), (id.to_owned(), passage));
    }
}
