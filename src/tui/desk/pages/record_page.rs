//! The page of a record: its fields as written, what it stands on, what uses it.

use super::allegations_panel::put;
use super::bars::compared;
use super::finding_panel::{also, figures, machine};
use super::rulings_panel::people;
use crate::case::fields::{FieldRow, Page as OnPage};
use crate::case::{self, Body, Case, Held, Kind, Link, Node, RecordIx};
use crate::ruling::Sign;
use crate::tui::desk::Spot;
use crate::tui::desk::lists::views;
use crate::tui::desk::open::Open;
use crate::tui::page::selection::is_source;
use crate::tui::page::{Page, Para, Tone, say};
use crate::verify::passage::where_from;
use crate::wording::{self, Redaction};

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
    let told = |name: &str| {
        matches!(
            (kind, case::fields::row(kind, name).map(|row| row.page)),
            (
                Kind::Claim | Kind::Quote,
                Some(OnPage::Top(_) | OnPage::Origin)
            ) | (Kind::Claim, Some(OnPage::Listed))
        )
    };
    put_fields(case, ix, |name| !told(name), page);
}

/// One field as written.
fn only_field(case: &Case, ix: RecordIx, this: &str, page: &mut Page) {
    put_fields(case, ix, |name| name == this, page);
}

fn put_fields(case: &Case, ix: RecordIx, wanted: impl Fn(&str) -> bool, page: &mut Page) {
    let mut rows = wording::fields(case, ix, &Redaction::nothing());
    rows.retain(|row| wanted(row.label.as_str()));
    say("", rows, page);
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
        let sign = Sign::of_held(held);
        let place = reference
            .locator()
            .map_or(String::new(), |l| format!(" {}", wording::locator(l)));
        page.push(
            Para::new()
                .name(role)
                .put(Tone::Link, &format!("{}{place}", reference.id))
                .put(Tone::Dim, &format!("  {}  ", kind_of(case, to)))
                .put(sign.tone.into(), &sign.spoken())
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

fn kind_of(case: &Case, ix: RecordIx) -> &'static str {
    use crate::case::Choice;
    match &case.at(ix).body {
        Body::Source(source) => source.kind.get().map_or("source", |kind| kind.word()),
        _ => "record",
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
            .put(Tone::Plain, &format!("  {}", wording::title(case, target)))
            .leads(Some(Spot::Record(target))),
        None => para.put(Tone::Bad, &format!("  {}", Sign::NO_RECORD.word)),
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
                let words = format!("{} ({})", wording::title(case, from), link.field);
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
