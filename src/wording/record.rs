//! A record in a line, and its fields as written.

use super::row::Voice::{Own, Reference, Words};
use super::{Lead, Redaction, Row};
use crate::case::{Body, Case, Node, RecordIx, fields};
use crate::ruling::Tone;

/// A record in one line; a quotation with its speaker.
pub fn title(case: &Case, ix: RecordIx) -> String {
    let title = case.title(ix);
    match &case.at(ix).body {
        Body::Quote(quote) => match quote.who.get() {
            Some(who) => format!("{}: {title}", case.party_name(who)),
            None => title,
        },
        Body::Party(_)
        | Body::Source(_)
        | Body::Permit(_)
        | Body::Request(_)
        | Body::Casualty(_)
        | Body::Figure(_)
        | Body::Event(_)
        | Body::Claim(_)
        | Body::Contact(_) => title,
    }
}

/// The fields of a record as written, each a row under its dotted name; a reference leads to its record, whose title
/// stands beside it.
pub fn fields(case: &Case, ix: RecordIx, hide: &Redaction) -> Vec<Row> {
    let record = case.at(ix);
    let file = case.file(record.file);
    let tree = file.tree.as_ref();
    let fields = tree.map(|tree| tree.told(record.node, &file.bytes));
    let fields = fields.into_iter().flatten();
    fields
        .map(|(name, value)| field(case, ix, (&name, &value), hide))
        .collect()
}

fn field(case: &Case, ix: RecordIx, (name, value): (&str, &str), hide: &Redaction) -> Row {
    let target = named(case, ix, value);
    let voice = match (target, value, name) {
        (Some(_), _, _) => Reference,
        (None, "TK" | "unknown" | "withheld", _) => Own(Tone::Doubt),
        (None, _, name) if fields::is_spoken(name) => Words,
        (None, _, _) => Own(Tone::Plain),
    };
    let mut row = Row {
        label: hide.cover(name),
        ..Row::under()
    };
    row = row.put(voice, hide.cover(value));
    if let Some(to) = target {
        let title = hide.cover(&format!("  {}", title(case, to)));
        row = row.put(Own(Tone::Dim), title);
    }
    let unknown = case.at(ix).unknown.iter().any(|key| key.value == name);
    if unknown {
        let words = hide.cover("  (not a field of the format)");
        row = row.put(Own(Tone::Doubt), words);
    }
    row.leads(target.map(Lead::Record))
}

/// The record that the value of a field names, if the field is a reference: `kind: interview` leads nowhere, even where
/// a record is called so.
fn named(case: &Case, ix: RecordIx, value: &str) -> Option<RecordIx> {
    let mut links = case.links.cites(Node::Record(ix));
    links
        .find(|link| link.to.value.to_string() == value && link.field != "kind")?
        .target
}
