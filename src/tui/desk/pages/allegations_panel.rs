//! Whom a claim accuses, in which words it was put to them, and what came of it.

use crate::case::records::Contact;
use crate::case::{Body, RecordIx, titles};
use crate::ruling::{Allegation, Reply, Sign};
use crate::tui::desk::Spot;
use crate::tui::desk::open::Open;
use crate::tui::page::{NAME, Page, Para, Tone};
use crate::wording::{Redaction, Side};

/// What is on file of each allegation that a claim makes. It says what was recorded, not what was done.
pub fn put(open: &Open, claim: RecordIx, page: &mut Page) {
    let mut named = false;
    for allegation in open.allegations.iter().filter(|a| a.claim == claim) {
        if !named {
            page.gap();
            page.push(Para::new().put(Tone::Label, "SAID AGAINST"));
            named = true;
        }
        one(open, allegation, page);
    }
}

fn one(open: &Open, allegation: &Allegation, page: &mut Page) {
    let case = &*open.case;
    let Sign {
        sign, word, tone, ..
    } = Sign::of_reply(allegation.state);
    page.push(
        Para::new()
            .put(tone.into(), sign)
            .put(
                Tone::Plain,
                &format!(" {}  ", case.party_name(&allegation.against)),
            )
            .put(tone.into(), word)
            .indented(2, 2),
    );
    let Some(ix) = allegation.contact else {
        let told =
            "says what was recorded, not what was done: ask the author first. x writes the letter";
        page.push(Para::new().put(Tone::Dim, told).indented(4, 0));
        return;
    };
    let Body::Contact(contact) = &case.at(ix).body else {
        return;
    };
    page.push(
        Para::new()
            .name("asked in")
            .put(Tone::Link, &case.at(ix).id.value)
            .put(Tone::Plain, &format!("  {}", case.title(ix)))
            .indented(4, NAME)
            .leads(Some(Spot::Record(ix))),
    );
    if allegation.state == Reply::OtherWords {
        words(open, allegation.claim, contact, page);
    }
    house(open, contact, page);
}

/// The words of the story beside those that were put.
fn words(open: &Open, claim: RecordIx, contact: &Contact, page: &mut Page) {
    let id = &open.case.at(claim).id.value;
    let put = contact.put.get().and_then(|put| {
        let (_, words) = put.words.iter().find(|(claim, _)| claim.value == *id)?;
        words.get()
    });
    let says = match &open.case.at(claim).body {
        Body::Claim(claim) => claim.says.get(),
        _ => None,
    };
    if let (Some(put), Some(says)) = (put, says) {
        let side = Side::of_change(["was put", "now"], put, says, &Redaction::nothing());
        page.push(Para::side(side));
    }
}

/// How often they were tried and what the house expects.
fn house(open: &Open, contact: &Contact, page: &mut Page) {
    let tries = contact.tries.items().len();
    let outcome = titles::outcome(contact).unwrap_or_else(|| "no outcome on file".to_owned());
    let mut line = format!("{tries} tried, {outcome}");
    if let Some(expected) = open.case.policy.before_publication.get() {
        if let Some(wanted) = expected.tries.get() {
            line.push_str(&format!("; the house expects {wanted} tries"));
        }
        if let Some(hours) = expected.hours.get() {
            line.push_str(&format!(" and {hours} hours to answer"));
        }
    }
    page.push(Para::new().put(Tone::Dim, &line).indented(4, 0));
}
