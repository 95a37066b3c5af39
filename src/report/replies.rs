//! Allegations and replies, as a report lists them.

use super::Redaction;
use crate::case::records::Contact;
use crate::case::{Body, Case, Field, Mark, Node, RecordIx, When, titles};
use crate::ruling::{Allegation, allegations, asked_only};
use crate::text::Shown;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// An allegation and how far its reply has come.
#[derive(Clone, Debug, Serialize)]
pub struct AllegationRow {
    /// How far, in words.
    pub state: &'static str,
    /// True if nothing is left to do about it.
    pub done: bool,
    /// The claim's id.
    pub claim: Shown,
    /// As the case has it now.
    pub now: Shown,
    /// As it was put; none where it was not, or the words are not at hand.
    pub put: Option<Shown>,
    /// The party it is against.
    pub against: Shown,
    /// Id of the contact, if there is one.
    pub contact: Option<Shown>,
    /// Each attempt: when, how, by whom.
    pub tries: Vec<Shown>,
    /// The same as those who were tried may read it: day and way, and only where the day is known.
    pub tried_openly: Vec<String>,
    /// When an answer was asked for.
    pub deadline: Option<String>,
    /// What came of it.
    pub outcome: String,
    /// The source that holds the answer.
    pub reply: Option<Shown>,
    /// Where the answer is printed.
    pub printed: Vec<Shown>,
    /// Lines of the draft that make it.
    pub lines: Vec<usize>,
    /// A lawyer must look at it.
    pub legal: bool,
}

/// Somebody asked, but not accused.
#[derive(Clone, Debug, Serialize)]
pub struct AskedRow {
    /// Who.
    pub to: Shown,
    /// Each attempt.
    pub tries: Vec<Shown>,
    /// What came of it.
    pub outcome: String,
}

/// Every allegation that may be shown. `uncleared` are the claims that wait for a lawyer.
pub fn rows(
    case: &Case,
    hide: &Redaction,
    uncleared: &HashSet<RecordIx>,
) -> Vec<(Allegation, AllegationRow)> {
    let all = allegations(case).into_iter();
    all.map(|allegation| {
        let row = row(case, hide, uncleared, &allegation);
        (allegation, row)
    })
    .collect()
}

fn row(
    case: &Case,
    hide: &Redaction,
    uncleared: &HashSet<RecordIx>,
    allegation: &Allegation,
) -> AllegationRow {
    let record = case.at(allegation.claim);
    let id = &record.id.value;
    let contact = allegation.contact.filter(|ix| !hide.hides(*ix));
    let asked = contact.and_then(|ix| contact_at(case, ix));
    AllegationRow {
        state: allegation.state.words(),
        done: allegation.state.is_done(),
        claim: hide.cover(id),
        now: hide.cover(&case.title(allegation.claim)),
        put: asked
            .and_then(|contact| put_words(contact, id))
            .map(|words| hide.cover(words)),
        against: hide.cover(case.party_name(&allegation.against)),
        contact: contact.map(|ix| hide.cover(&case.at(ix).id.value)),
        tries: asked.map_or(vec![], |contact| tries(hide, contact)),
        tried_openly: asked.map_or(vec![], |contact| tried_openly(hide, contact)),
        deadline: asked
            .and_then(|contact| contact.deadline.get())
            .map(When::spoken),
        outcome: asked.map_or(String::new(), outcome),
        reply: asked.and_then(|c| c.reply.get()).map(|reply| {
            let label = case.find(&reply.id).and_then(|ix| hide.label(case, ix));
            hide.cover(&label.unwrap_or_else(|| reply.to_string()))
        }),
        printed: asked.map_or(vec![], |contact| {
            let printed = contact.printed.items().iter();
            printed
                .map(|reference| hide.reference(case, &reference.value.to_string()))
                .collect()
        }),
        lines: lines_of(case, allegation.claim),
        legal: uncleared.contains(&allegation.claim),
    }
}

/// Who was asked and not accused.
pub fn asked(case: &Case, hide: &Redaction) -> Vec<AskedRow> {
    let open = asked_only(case).into_iter().filter(|ix| !hide.hides(*ix));
    open.filter_map(|ix| {
        let contact = contact_at(case, ix)?;
        let to = contact
            .to
            .get()
            .map_or("somebody", |who| case.party_name(who));
        Some(AskedRow {
            to: hide.cover(to),
            tries: tries(hide, contact),
            outcome: outcome(contact),
        })
    })
    .collect()
}

/// A contact at an index.
pub fn contact_at(case: &Case, ix: RecordIx) -> Option<&Contact> {
    match &case.at(ix).body {
        Body::Contact(contact) => Some(contact),
        _ => None,
    }
}

/// The words in which a contact puts a claim, where they are at hand.
pub fn put_words<'a>(contact: &'a Contact, claim: &str) -> Option<&'a String> {
    let put = contact.put.get()?;
    let (_, words) = put.words.iter().find(|(id, _)| id.value == claim)?;
    words.get()
}

/// Attempts with a day, in words for those who were tried.
fn tried_openly(hide: &Redaction, contact: &Contact) -> Vec<String> {
    let told = contact.tries.items().iter().filter_map(|attempt| {
        let day = attempt.value.at.get()?.spoken();
        let method = attempt.value.method.get();
        let method = method.map_or(String::new(), |how| format!(", {how}"));
        Some(hide.cover(&format!("{day}{method}")).plain())
    });
    told.collect()
}

fn tries(hide: &Redaction, contact: &Contact) -> Vec<Shown> {
    let told = contact.tries.items().iter().map(|attempt| {
        let attempt = &attempt.value;
        let when = match &attempt.at {
            Field::Given(when) => when.value.spoken(),
            Field::Open(open) => format!("date {}", open.value.word()),
            Field::Absent | Field::Faulty(_) => "no date".to_owned(),
        };
        let method = attempt
            .method
            .get()
            .map_or(String::new(), |how| format!(", {how}"));
        let by = attempt
            .by
            .get()
            .map_or(String::new(), |by| format!(", by {}", by.as_str()));
        hide.cover(&format!("{when}{method}{by}"))
    });
    told.collect()
}

/// What came of a contact, in words.
pub fn outcome(contact: &Contact) -> String {
    titles::outcome(contact).unwrap_or_default()
}

/// Lines of the draft whose sentences cite a claim.
pub fn lines_of(case: &Case, claim: RecordIx) -> Vec<usize> {
    let Some(draft) = &case.draft else {
        return vec![];
    };
    let mut lines: Vec<usize> = case
        .links
        .cited_by(claim)
        .filter_map(|link| match link.from {
            Node::Sentence(ix) => draft.sentences.get(ix as usize).map(|s| s.line),
            Node::Record(_) => None,
        })
        .collect();
    lines.dedup();
    lines
}

/// Allegations by the claim that makes them.
pub struct ByClaim<'a> {
    rows: &'a [(Allegation, AllegationRow)],
    by_claim: HashMap<RecordIx, Vec<usize>>,
}

impl<'a> ByClaim<'a> {
    /// Sorts allegations by their claims.
    pub fn of(rows: &'a [(Allegation, AllegationRow)]) -> Self {
        let mut by_claim: HashMap<RecordIx, Vec<usize>> = HashMap::new();
        for (at, (allegation, _)) in rows.iter().enumerate() {
            by_claim.entry(allegation.claim).or_default().push(at);
        }
        Self { rows, by_claim }
    }

    /// How far an answer has come, for a sentence that cites claims against somebody.
    pub fn of_sentence(&self, case: &Case, marks: &[crate::case::Sp<Mark>]) -> Option<String> {
        let cited = marks.iter().filter_map(|mark| match &mark.value {
            Mark::Cites(reference) => self.by_claim.get(&case.find(&reference.id)?),
            Mark::OwnEyes | Mark::Tk | Mark::NoCheck => None,
        });
        let mut mine: Vec<usize> = cited.flatten().copied().collect();
        mine.sort_unstable();
        mine.dedup();
        let told = mine.into_iter().filter_map(|at| self.rows.get(at));
        let told: Vec<String> = told
            .map(|(_, row)| format!("{}: {}", row.against, row.state))
            .collect();
        (!told.is_empty()).then(|| told.join("; "))
    }
}
