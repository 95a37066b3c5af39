//! The fold over the lines: for each checker the last ruling that was not taken back.

use super::about::About;
use super::binding::Binding;
use super::entry::Entry;
use super::log::Logs;
use super::renames;
use super::ruling::{Matter, Ruling};
use super::target::Target;
use crate::case::{Body, Case};
use jiff::Timestamp;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

/// What lines are about, in the case of today.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// Something that is there.
    Is(Target),
    /// Something that is not there any more, by the name or words it had.
    Gone(String),
}

/// The last ruling of a checker on a subject.
pub(super) struct Last<'a> {
    pub(super) subject: Subject,
    pub(super) about: About,
    pub(super) entry: &'a Entry,
    pub(super) ruling: Ruling,
    /// Where it comes among all lines.
    pub(super) when: Option<Timestamp>,
}

/// Who ruled on what in which matter.
type Key<'a> = (&'a str, Subject, Matter);

/// The last rulings of all checkers, in the order given.
pub(super) fn last<'a>(case: &Case, logs: &'a Logs, binding: &Binding<'_>) -> Vec<Last<'a>> {
    let mut all: HashMap<Key<'a>, Last<'a>> = HashMap::new();
    let mut finder = Finder::new(case, logs, binding);
    for log in &logs.files {
        let mut own: HashMap<Key<'a>, Last<'a>> = HashMap::new();
        for entry in &log.entries {
            // A line in somebody else's log may be anybody's.
            if entry.by != log.checker || logs.is_undone(entry) {
                continue;
            }
            let (Some(ruling), Some(about)) = (entry.ruling, &entry.about) else {
                continue;
            };
            let when = entry.time();
            let (subject, about) = finder.find(about, when);
            // Taking back without saying what takes back the last check.
            let matter = match ruling.matter() {
                Some(matter) => matter,
                None if entry.undoes.is_none() => Matter::Check,
                None => continue,
            };
            let last = Last {
                subject: subject.clone(),
                about,
                entry,
                ruling,
                when,
            };
            own.insert((&entry.by, subject, matter), last);
        }
        for (key, last) in own {
            match all.entry(key) {
                Slot::Vacant(slot) => {
                    slot.insert(last);
                }
                Slot::Occupied(mut slot) => {
                    let other = slot.get();
                    if (last.when, &last.entry.id) > (other.when, &other.entry.id) {
                        slot.insert(last);
                    }
                }
            }
        }
    }
    let given = all
        .into_values()
        .filter(|last| last.ruling != Ruling::Withdrawn);
    let mut given: Vec<Last> = given.collect();
    given.sort_by(|a, b| (a.when, &a.entry.id).cmp(&(b.when, &b.entry.id)));
    given
}

/// Finds what lines are about. Many lines are about the same.
pub(super) struct Finder<'a, 'b> {
    case: &'b Case,
    logs: &'a Logs,
    binding: &'b Binding<'b>,
    known: HashMap<&'a About, (Subject, About)>,
}

impl<'a, 'b> Finder<'a, 'b> {
    pub(super) fn new(case: &'b Case, logs: &'a Logs, binding: &'b Binding<'b>) -> Self {
        Self {
            case,
            logs,
            binding,
            known: HashMap::new(),
        }
    }

    /// What a line of this time is about, with the names that it has today.
    pub(super) fn find(&mut self, about: &'a About, when: Option<Timestamp>) -> (Subject, About) {
        let all = self.logs.renames();
        if all.0.is_empty() {
            if let Some(known) = self.known.get(about) {
                return known.clone();
            }
            let found = (subject(self.case, self.binding, about), about.clone());
            self.known.insert(about, found.clone());
            return found;
        }
        let renames = when.map_or(vec![], |when| all.after(when, self.case));
        let about = renames::about(about, &renames);
        (subject(self.case, self.binding, &about), about)
    }
}

fn subject(case: &Case, binding: &Binding<'_>, about: &About) -> Subject {
    if about.is_case() {
        return Subject::Is(Target::Case);
    }
    if about.is_sentence() {
        return match binding.bind(about) {
            Some(at) => Subject::Is(Target::Sentence(at)),
            None => Subject::Gone(about.words.clone()),
        };
    }
    match case.find(&about.claim) {
        Some(ix) if matches!(case.at(ix).body, Body::Claim(_)) => Subject::Is(Target::Claim(ix)),
        Some(_) | None => Subject::Gone(about.claim.clone()),
    }
}
