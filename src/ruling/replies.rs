//! Allegations and replies: who is accused of what, whether it was put to them, in which words, and what they said.

use crate::case::records::{Claim, Contact};
use crate::case::{Body, Case, ContactOutcome, Field, RecordIx, Who};
use std::collections::HashMap;

/// How far an allegation has come. The order is the one in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reply {
    /// No contact record puts it to the party.
    NotPut,
    /// It was put in other words than those now in the case.
    OtherWords,
    /// It was put; the words in which it was put are not at hand.
    WordsOpen,
    /// It was put; there is no answer yet.
    NoAnswer,
    /// It was put and answered; no claim or quote prints the answer.
    NotPrinted,
    /// It was put, answered, and the answer is printed.
    Printed,
}

impl Reply {
    /// Every state, in order.
    pub const ALL: [Self; 6] = [
        Self::NotPut,
        Self::OtherWords,
        Self::WordsOpen,
        Self::NoAnswer,
        Self::NotPrinted,
        Self::Printed,
    ];

    /// The heading of its group.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotPut => "no contact on file",
            Self::OtherWords => "put in other words",
            Self::WordsOpen => "put, words not on file",
            Self::NoAnswer => "put, no answer",
            Self::NotPrinted => "answered, answer not printed",
            Self::Printed => "put, answered, answer printed",
        }
    }

    /// What is missing of it, for one allegation and for many; none where nothing is left to do.
    pub const fn lacks(self) -> Option<[&'static str; 2]> {
        match self {
            Self::NotPut => Some([
                "allegation with no contact on file",
                "allegations with no contact on file",
            ]),
            Self::OtherWords => Some([
                "allegation put in other words",
                "allegations put in other words",
            ]),
            Self::WordsOpen => Some([
                "allegation put in words that are not on file",
                "allegations put in words that are not on file",
            ]),
            Self::NotPrinted => Some([
                "allegation whose answer is not printed",
                "allegations whose answers are not printed",
            ]),
            Self::NoAnswer | Self::Printed => None,
        }
    }

    /// True if nothing is left to do about an allegation.
    pub const fn is_done(self) -> bool {
        self.lacks().is_none()
    }
}

/// One claim against one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allegation {
    /// The claim.
    pub claim: RecordIx,
    /// The party it is against.
    pub against: Who,
    /// The contact that puts it to the party, if any.
    pub contact: Option<RecordIx>,
    /// How far it has come.
    pub state: Reply,
}

/// Every allegation of the case, by state, then in the order of the files.
pub fn allegations(case: &Case) -> Vec<Allegation> {
    let put = Put::of(case);
    let mut all = vec![];
    for (ix, record) in case.iter() {
        if let Body::Claim(claim) = &record.body {
            let id = &record.id.value;
            let parties = claim.criticises.items();
            all.extend(
                parties
                    .iter()
                    .map(|p| allegation(&put, ix, id, claim, &p.value)),
            );
        }
    }
    all.sort_by_key(|allegation| (allegation.state, allegation.claim));
    all
}

/// A contact with the words in which it puts a claim.
type Putting<'a> = (RecordIx, &'a Contact, &'a Field<String>);

/// The contacts that put a claim to a party, by party and claim.
struct Put<'a>(HashMap<(&'a Who, &'a str), Vec<Putting<'a>>>);

impl<'a> Put<'a> {
    fn of(case: &'a Case) -> Self {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for (ix, contact) in contacts(case) {
            let (Some(to), Some(put)) = (contact.to.get(), contact.put.get()) else {
                continue;
            };
            for (claim, words) in &put.words {
                let put = all.entry((to, claim.value.as_str())).or_default();
                put.push((ix, contact, words));
            }
        }
        Self(all)
    }
}

fn allegation(put: &Put<'_>, ix: RecordIx, id: &str, claim: &Claim, against: &Who) -> Allegation {
    let contacts = put.0.get(&(against, id)).into_iter().flatten();
    let put = contacts
        .map(|(at, contact, words)| (*at, state(contact, words, claim)))
        .max_by_key(|(_, state)| *state);
    Allegation {
        claim: ix,
        against: against.clone(),
        contact: put.map(|(at, _)| at),
        state: put.map_or(Reply::NotPut, |(_, state)| state),
    }
}

/// How far a claim has come with one contact that puts it in these words.
fn state(contact: &Contact, words: &Field<String>, claim: &Claim) -> Reply {
    let Some(words) = words.get() else {
        return Reply::WordsOpen;
    };
    if claim
        .says
        .get()
        .is_some_and(|says| !same_words(says, words))
    {
        return Reply::OtherWords;
    }
    match (is_answered(contact), contact.printed.items().is_empty()) {
        (false, _) => Reply::NoAnswer,
        (true, true) => Reply::NotPrinted,
        (true, false) => Reply::Printed,
    }
}

/// True once the party has said something.
pub(super) fn is_answered(contact: &Contact) -> bool {
    match contact.outcome.get() {
        Some(
            ContactOutcome::Answered
            | ContactOutcome::Partial
            | ContactOutcome::Declined
            | ContactOutcome::NoInformation,
        ) => true,
        Some(ContactOutcome::NoReply | ContactOutcome::Pending) | None => false,
    }
}

/// True if two texts have the same words; white space and the full stop at the end do not count.
fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = text.trim().trim_end_matches('.');
        text.split_whitespace().map(str::to_owned).collect()
    };
    words(a) == words(b)
}

fn contacts(case: &Case) -> impl Iterator<Item = (RecordIx, &Contact)> {
    case.iter().filter_map(|(ix, record)| match &record.body {
        Body::Contact(contact) => Some((ix, contact.as_ref())),
        _ => None,
    })
}

/// The contacts that put no allegation to a party: asked, not accused.
pub fn asked_only(case: &Case) -> Vec<RecordIx> {
    let puts_nothing = |contact: &Contact| match &contact.put {
        Field::Given(put) => put.value.words.is_empty(),
        Field::Absent | Field::Open(_) | Field::Faulty(_) => true,
    };
    contacts(case)
        .filter(|(_, contact)| puts_nothing(contact))
        .map(|(ix, _)| ix)
        .collect()
}
