//! The part of a seal that keeps the fields of what is cited, each as it was written.

use super::about::folded;
use super::protect::{Protection, veiled};
use super::seal::Evidence;
use crate::case::fields::{self, Holds};
use crate::case::{Body, Case, NodeIx, Part, Record, RecordIx, Ref, Shape};
use crate::verify::passage::where_from;
use std::collections::BTreeMap;

/// True for a field that some kind of record has sealed so. A log keeps names only, and any kind may be cited by mistake.
fn is_sealed(name: &str, seal: fields::Seal) -> bool {
    fields::named(name).any(|row| row.seal == seal)
}

/// True for a field that stays legible where its source is protected: closed lists of words, numbers and dates, references,
/// and the words that are printed anyway. Everything else of it is a hash.
fn is_legible(name: &str) -> bool {
    fields::named(name).any(|row| row.legible)
}

/// The fields of a record by dotted name.
type Fields = BTreeMap<String, String>;

/// Seals what references cite, and the sources behind it.
pub(super) fn sealed(case: &Case, protection: &Protection, cited: &[Ref]) -> Evidence {
    let mut all = Evidence::new();
    for reference in cited {
        let Some(ix) = case.find(&reference.id) else {
            all.entry(reference.to_string()).or_default();
            continue;
        };
        let record = case.at(ix);
        let hidden = protection.record(ix);
        let fields = fields_of(case, record, hidden, &reference.part);
        all.entry(reference.to_string()).or_default().extend(fields);
        let (source, via) = where_from(case, record);
        for behind in [source, via].into_iter().flatten() {
            add_source(case, protection, &behind.id, &mut all);
        }
        if let Part::Locator(_) = reference.part {
            add_source(case, protection, &reference.id, &mut all);
        }
    }
    all
}

/// A few fields of a source that stands behind a record.
fn add_source(case: &Case, protection: &Protection, id: &str, all: &mut Evidence) {
    let Some(ix) = case.find(id) else {
        return;
    };
    let few = few_of(case, ix, protection.record(ix));
    all.entry(id.to_owned()).or_default().extend(few);
}

fn few_of(case: &Case, ix: RecordIx, hidden: bool) -> Fields {
    let mut fields = Fields::new();
    tell(case, case.at(ix), hidden, &mut fields, |name| {
        is_sealed(name, fields::Seal::Behind)
    });
    fields
}

fn fields_of(case: &Case, record: &Record, hidden: bool, part: &Part) -> Fields {
    let mut fields = Fields::new();
    let is_source = matches!(record.body, Body::Source(_));
    match part {
        // A place in a source is sealed as a passage; of the source itself only what is sealed of any.
        Part::Locator(_) if is_source => {}
        Part::Whole | Part::Locator(_) => tell(case, record, hidden, &mut fields, |name| {
            !is_sealed(name, fields::Seal::Never)
        }),
        Part::Field(path) => {
            tell(case, record, hidden, &mut fields, |name| {
                path.first().is_some_and(|first| first == name) || is_company(record, path, name)
            });
            keep_path(&mut fields, path);
        }
    }
    fields
}

/// True for the fields that a quantity brings along: its unit, and its hedge unless one of its limits is named.
fn is_company(record: &Record, path: &[String], name: &str) -> bool {
    let first = path.first().map_or("", String::as_str);
    let row = fields::row(record.kind(), first);
    let quantity = row.is_some_and(|row| matches!(row.holds, Holds::Amount(_)));
    quantity && (name == "unit" || name == "how" && path.len() == 1)
}

/// Of a field with parts, only the part that is named, where it is written on its own. What is computed from other
/// parts, such as the last day of a permit, rests on the whole field.
fn keep_path(fields: &mut Fields, path: &[String]) {
    let wanted = path.join(".");
    let below = format!("{wanted}.");
    let is_part = |name: &str| name == wanted || name.starts_with(&below);
    if path.len() < 2 || !fields.keys().any(|name| is_part(name)) {
        return;
    }
    let first = format!("{}.", path[0]);
    // An amount stands with its currency.
    let currency = format!("{first}currency");
    fields.retain(|name, _| is_part(name) || *name == currency || !name.starts_with(&first));
}

/// The fields of a record whose outermost name is wanted; those that the format does not know are left out.
fn tell(
    case: &Case,
    record: &Record,
    hidden: bool,
    fields: &mut Fields,
    wanted: impl Fn(&str) -> bool,
) {
    let file = case.file(record.file);
    let Some(tree) = &file.tree else {
        return;
    };
    let unknown: Vec<usize> = record.unknown.iter().map(|sp| sp.at as usize).collect();
    let told = Teller {
        tree,
        bytes: &file.bytes,
        unknown: &unknown,
    };
    for (key, value) in tree.entries(record.node) {
        let name = tree.text(&file.bytes, key);
        if !wanted(&name) || unknown.contains(&tree.span(key).start) {
            continue;
        }
        let veil = hidden && !is_legible(&name);
        told.tell(value, &name, &mut |name, text| {
            fields.insert(name, veiled(&folded(&text), veil));
        });
    }
}

struct Teller<'a> {
    tree: &'a crate::case::Tree,
    bytes: &'a [u8],
    /// Where keys stand that the format does not know.
    unknown: &'a [usize],
}

impl Teller<'_> {
    /// Every text at or below a node with its dotted name; a list of texts is one text.
    fn tell(&self, node: NodeIx, name: &str, sink: &mut impl FnMut(String, String)) {
        match self.tree.shape(node) {
            Shape::Map | Shape::FlowMap => {
                for (key, value) in self.tree.entries(node) {
                    if !self.unknown.contains(&self.tree.span(key).start) {
                        let key = self.tree.text(self.bytes, key);
                        self.tell(value, &format!("{name}.{key}"), sink);
                    }
                }
            }
            Shape::List | Shape::FlowList => {
                let items: Vec<NodeIx> = self.tree.items(node).collect();
                if items.iter().all(|item| self.is_text(*item)) {
                    let words = items.iter().map(|item| self.tree.text(self.bytes, *item));
                    let words: Vec<_> = words.map(|word| in_list(&word)).collect();
                    sink(name.to_owned(), words.join(", "));
                    return;
                }
                for (n, item) in (1..).zip(items) {
                    self.tell(item, &format!("{name}.{n}"), sink);
                }
            }
            Shape::Plain | Shape::Quoted | Shape::Block | Shape::Empty | Shape::Cut => {
                let text = self.tree.text(self.bytes, node).into_owned();
                sink(name.to_owned(), text);
            }
        }
    }

    fn is_text(&self, node: NodeIx) -> bool {
        let shape = self.tree.shape(node);
        !shape.is_map() && !shape.is_list()
    }
}

/// A text as one of a list: in marks where it holds a comma or a mark, lest it look like two.
fn in_list(word: &str) -> String {
    if word.contains([',', '"']) {
        format!("\"{}\"", word.replace('"', "\"\""))
    } else {
        word.to_owned()
    }
}
