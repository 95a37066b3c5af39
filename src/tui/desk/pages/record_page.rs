//! The page of a record: its fields as written, what it stands on, what uses it.

use super::allegations_panel::put;
use super::bars::compared;
use super::finding_panel::{also, figures, machine};
use super::rulings_panel::people;
use crate::case::fields::{FieldRow, Page as OnPage};
use crate::case::{self, Body, Case, Held, Kind, Link, Node, RecordIx};
use crate::tui::desk::Spot;
use crate::tui::desk::lists::views;
use crate::tui::desk::open::Open;
use crate::tui::page::selection::is_source;
use crate::tui::page::{Page, Para, Tone};
use crate::verify::passage::where_from;

/// The page of a record.
pub fn record_page(open: &Open, ix: RecordIx) -> Page {
    let case = &*open.case;
    let record = case.at(ix);
    let mut page = Page::default();
    let place = case.place_of(ix);
    let file = &case.file(record.file).path;
    let heading = format!("  {}", record.kind().singular());
    page.push(
        Para::new()
            .put(Tone::Strong, &record.id.value)
            .put(Tone::Plain, &heading)
            .put(Tone::Dim, &format!("   {file}:{}", place.line)),
    );
    if record.faulty {
        page.push(Para::new().put(
            Tone::Bad,
            "! part of it could not be read: see To do, faults",
        ));
    }
    page.gap();
    if let Body::Claim(claim) = &record.body {
        // What a claim stands on comes before how it is tested: it is what one goes on to.
        if let Some(says) = claim.says.get() {
            page.push(Para::new().put(Tone::Words, says));
        }
        cited(case, ix, &mut page);
        page.gap();
        figures(case, Node::Record(ix), &mut page);
        people(open, Spot::Record(ix), &mut page);
        put(open, ix, &mut page);
        page.gap();
        fields(case, ix, &mut page);
    } else if let Body::Quote(_) = &record.body {
        // Where the words are from comes before who said them: the first Enter leads to it.
        for row in top(Kind::Quote) {
            only_field(case, ix, row.name, &mut page);
        }
        page.gap();
        machine(case, open.finding(ix), &mut page);
        page.push(Para::rule(""));
        page.push(
            Para::new()
                .name("PEOPLE")
                .put(Tone::Dim, "rule on the claims and sentences that print it"),
        );
        chain(case, ix, &mut page);
        page.gap();
        fields(case, ix, &mut page);
        cited(case, ix, &mut page);
    } else {
        fields(case, ix, &mut page);
        compared(case, ix, &mut page);
        chain(case, ix, &mut page);
        cited(case, ix, &mut page);
    }
    also(case, Node::Record(ix), &mut page);
    used_by(case, ix, &mut page);
    page
}

/// The fields that the page of a kind has at its top, in their order.
fn top(kind: Kind) -> Vec<&'static FieldRow> {
    let rank = |row: &&FieldRow| match row.page {
        OnPage::Top(rank) => Some(rank),
        OnPage::Among | OnPage::Listed | OnPage::Origin => None,
    };
    let rows = case::fields::of(kind).iter();
    let mut rows: Vec<&FieldRow> = rows.filter(|row| rank(row).is_some()).collect();
    rows.sort_by_key(rank);
    rows
}

/// Every field as written, references as links; of claims and quotes those that the page tells elsewhere are left out.
fn fields(case: &Case, ix: RecordIx, page: &mut Page) {
    let kind = case.at(ix).kind();
    let told = |name: &str| match (kind, case::fields::row(kind, name).map(|row| row.page)) {
        (Kind::Claim | Kind::Quote, Some(OnPage::Top(_) | OnPage::Origin)) => true,
        (Kind::Claim, Some(OnPage::Listed)) => true,
        _ => false,
    };
    put_fields(case, ix, |name| !told(name), page);
}

/// One field as written.
fn only_field(case: &Case, ix: RecordIx, this: &str, page: &mut Page) {
    put_fields(case, ix, |name| name == this, page);
}

fn put_fields(case: &Case, ix: RecordIx, wanted: impl Fn(&str) -> bool, page: &mut Page) {
    let record = case.at(ix);
    let fields = told(case, ix);
    for (name, value) in fields.into_iter().filter(|(name, _)| wanted(name)) {
        let mut rows = case::fields::named(&name);
        let is_spoken =
            rows.any(|row| matches!(row.page, OnPage::Top(_)) && row.holds.is_quantity());
        let tone = if is_spoken { Tone::Words } else { Tone::Plain };
        let unknown = record.unknown.iter().any(|key| key.value == name);
        let open = matches!(value.as_str(), "TK" | "unknown" | "withheld");
        let tone = if open { Tone::Doubt } else { tone };
        let target = led(case, ix, &value).map(Spot::Record);
        let tone = if target.is_some() { Tone::Link } else { tone };
        let mut para = Para::field(&name, tone, &value).leads(target);
        if let Some(Spot::Record(to)) = target {
            para = para.put(Tone::Dim, &format!("  {}", short(case, to)));
        }
        if unknown {
            para = para.put(Tone::Doubt, "  (not a field of the format)");
        }
        page.push(para);
    }
}

/// Where a record's words come from: said to, read in, how far that goes.
fn chain(case: &Case, ix: RecordIx, page: &mut Page) {
    let (source, via) = where_from(case, case.at(ix));
    if source.is_none() && via.is_none() {
        return;
    }
    page.gap();
    page.push(Para::new().put(Tone::Label, "WHERE FROM"));
    let mut firsthand = Held::None;
    for (role, reference) in [("said to", source), ("read in", via)] {
        let Some(reference) = reference else { continue };
        let Some(to) = case.find(&reference.id).filter(|to| is_source(case, *to)) else {
            continue;
        };
        let held = views::held(case, to);
        if role == "said to" {
            firsthand = held;
        }
        let place = reference
            .locator()
            .map_or(String::new(), |l| format!(" {}", place_words(l)));
        page.push(
            Para::new()
                .name(role)
                .put(Tone::Link, &format!("{}{place}", reference.id))
                .put(Tone::Dim, &format!("  {}  ", kind_of(case, to)))
                .put(held_tone(held), held_sign(held))
                .indented(2, crate::tui::page::NAME)
                .leads(Some(Spot::Record(to))),
        );
    }
    let so_far = match (firsthand, via.is_some()) {
        (Held::Full, _) => "first-hand: the source's own text is here",
        (Held::Changed, _) => "the source's text is here, but not the one that was recorded",
        (Held::Notes, _) => "only our notes of it are here",
        (Held::None, true) => "second-hand: nobody here has heard or seen it",
        (Held::None, false) => "its text is not here",
    };
    page.push(Para::field("so far", Tone::Plain, so_far).indented(2, crate::tui::page::NAME));
}

/// A locator as readers say it: `¶31`, `p. 3–5`.
pub fn place_words(locator: crate::case::Locator) -> String {
    use crate::case::Locator;
    let range = |sign: &str, from: u32, to: u32| {
        if from == to {
            format!("{sign}{from}")
        } else {
            format!("{sign}{from}–{to}")
        }
    };
    match locator {
        Locator::Paragraphs(from, to) => range("¶", from, to),
        Locator::Pages(from, to) => range("p. ", from, to),
        Locator::Lines(from, to) => range("line ", from, to),
        Locator::Time(_) => locator.to_string()[1..].to_owned(),
    }
}

fn kind_of(case: &Case, ix: RecordIx) -> &'static str {
    use crate::case::Choice;
    match &case.at(ix).body {
        Body::Source(source) => source.kind.get().map_or("source", |kind| kind.word()),
        _ => "record",
    }
}

/// Sign and words for what is held of a source.
pub const fn held_sign(held: Held) -> &'static str {
    match held {
        Held::Full => "✓ full text",
        Held::Changed => "≠ changed text",
        Held::Notes => "· notes only",
        Held::None => "✗ not held",
    }
}

/// The tone of it.
pub const fn held_tone(held: Held) -> Tone {
    match held {
        Held::Full => Tone::Good,
        Held::Changed => Tone::Bad,
        Held::Notes | Held::None => Tone::Doubt,
    }
}

/// What the record cites in some of its fields, each with the record it names.
fn cited(case: &Case, ix: RecordIx, page: &mut Page) {
    let kind = case.at(ix).kind();
    let is_listed = |name: &str| {
        let row = case::fields::row(kind, name);
        row.is_some_and(|row| row.page == OnPage::Listed)
    };
    let links = case.links.cites(Node::Record(ix));
    let shown = links.filter(|link| is_listed(link.field));
    let mut heading = None;
    for link in shown {
        if heading != Some(link.field) {
            page.gap();
            page.push(Para::new().put(Tone::Label, &link.field.replace('_', " ").to_uppercase()));
            heading = Some(link.field);
        }
        page.push(reference(case, link));
    }
}

/// A reference with the record it names in short.
pub fn reference(case: &Case, link: &Link) -> Para {
    let to = link.to.value.to_string();
    let para = Para::new().put(Tone::Link, &to).indented(2, 2);
    match link.target {
        Some(target) => para
            .put(Tone::Plain, &format!("  {}", short(case, target)))
            .leads(Some(Spot::Record(target))),
        None => para.put(Tone::Bad, "  no record has this id"),
    }
}

/// The most users of a record that its page names.
const MOST_USED: usize = 200;

/// What uses the record: sentences of the draft first.
fn used_by(case: &Case, ix: RecordIx, page: &mut Page) {
    let links: Vec<&Link> = case.links.cited_by(ix).collect();
    if links.is_empty() {
        return;
    }
    page.gap();
    page.push(Para::new().put(Tone::Label, &format!("USED BY {}", links.len())));
    let more = links.len().saturating_sub(MOST_USED);
    for link in links.into_iter().take(MOST_USED) {
        let (name, words, spot) = match link.from {
            Node::Sentence(at) => {
                let spot = Spot::Sentence(at);
                (spot.name(case), sentence_words(case, at), spot)
            }
            Node::Record(from) => {
                let spot = Spot::Record(from);
                let words = format!("{} ({})", short(case, from), link.field);
                (spot.name(case), words, spot)
            }
        };
        page.push(
            Para::new()
                .put(Tone::Link, &name)
                .put(Tone::Plain, &format!("  {words}"))
                .indented(2, 2)
                .leads(Some(spot)),
        );
    }
    if more > 0 {
        page.push(Para::new().put(Tone::Dim, &format!("  and {more} more; b lists them all")));
    }
}

fn sentence_words(case: &Case, at: u32) -> String {
    let draft = case.draft.as_ref();
    let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
    sentence.map_or(String::new(), |s| s.words.clone())
}

/// A record in a few words, for beside a reference to it.
pub fn short(case: &Case, ix: RecordIx) -> String {
    case.title(ix)
}

/// Every field of a record as a dotted name and its value as written; a list of words is one field.
fn told(case: &Case, ix: RecordIx) -> Vec<(String, String)> {
    let record = case.at(ix);
    let file = case.file(record.file);
    let mut fields = vec![];
    if let Some(tree) = &file.tree {
        tell("", &tree.to_json(&file.bytes, record.node), &mut fields);
    }
    fields
}

fn tell(name: &str, value: &serde_json::Value, fields: &mut Vec<(String, String)>) {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let name = if name.is_empty() {
                    key.clone()
                } else {
                    format!("{name}.{key}")
                };
                tell(&name, value, fields);
            }
        }
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            if words.len() == items.len() {
                fields.push((name.to_owned(), words.join(", ")));
            } else {
                for (n, item) in items.iter().enumerate() {
                    tell(&format!("{name} {}", n + 1), item, fields);
                }
            }
        }
        Value::String(text) => fields.push((name.to_owned(), text.clone())),
        other => fields.push((name.to_owned(), other.to_string())),
    }
}

/// The record that a value of a field leads to, if the field is a reference: `kind: interview` leads nowhere, even
/// where a record is called so.
fn led(case: &Case, ix: RecordIx, value: &str) -> Option<RecordIx> {
    let mut links = case.links.cites(Node::Record(ix));
    links
        .find(|link| link.to.value.to_string() == value && link.field != "kind")?
        .target
}
