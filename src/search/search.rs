//! The search over one case or several: what the desk and the command ask.

use super::answer::Answer;
use super::entries::{Part, held, of_draft, of_file, of_text};
use super::entry::{Entry, EntryKey};
use super::index::Index;
use super::thing::Thing;
use crate::case::{Case, FileIx, Node};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A case or several, ready to be searched. Cloning is cheap: a clone can answer in the background.
#[derive(Debug, Clone, Default)]
pub struct Search {
    index: Index,
    kept: Vec<Kept>,
    next: EntryKey,
}

/// What is known of a part of the index.
#[derive(Debug, Clone)]
struct Kept {
    slot: usize,
    name: String,
    /// Of what the entries say; the same print needs no new index.
    print: u64,
    first: EntryKey,
    things: Arc<Vec<Thing>>,
}

impl Search {
    /// A search over one case, in slot 0.
    pub fn of(case: &Case) -> Self {
        let mut search = Self::default();
        search.read(0, case);
        search
    }

    /// Reads a case into a slot, in place of what the slot held. Only the files whose entries changed are indexed anew.
    pub fn read(&mut self, slot: usize, case: &Case) {
        let mut names = FxHashSet::default();
        let files = (0u32..).map(FileIx).zip(&case.files);
        for (file, named) in files {
            let part = of_file(case, file);
            let print = print_of(&part.entries);
            names.insert(self.take(
                slot,
                format!("records {}", named.path),
                print,
                part.things,
                || part.entries,
            ));
        }
        let draft = of_draft(case);
        let print = print_of(&draft.entries);
        names.insert(
            self.take(slot, "draft".to_owned(), print, draft.things, || {
                draft.entries
            }),
        );
        for (ix, holding) in held(case) {
            let name = format!("text {}", case.at(ix).id.value);
            let mut hasher = FxHasher::default();
            (
                &*holding.text,
                &case.name,
                holding.places.paragraphs.count(),
            )
                .hash(&mut hasher);
            let print = hasher.finish();
            if let Some(at) = self.same(slot, &name, print) {
                // The record's place among the others may have changed, the text has not.
                let moved = |thing: &Thing| match thing {
                    Thing::Passage(_, start) => Thing::Passage(ix, *start),
                    Thing::Record(_) | Thing::Sentence(_) => *thing,
                };
                let things = self.kept[at].things.iter().map(moved).collect();
                self.kept[at].things = Arc::new(things);
                names.insert(name);
                continue;
            }
            let Part { things, entries } = of_text(case, ix, holding);
            names.insert(self.take(slot, name, print, things, || entries));
        }
        self.forget(slot, |name| !names.contains(name));
    }

    /// Empties a slot.
    pub fn close(&mut self, slot: usize) {
        self.forget(slot, |_| true);
    }

    fn forget(&mut self, slot: usize, gone: impl Fn(&str) -> bool) {
        let index = &mut self.index;
        self.kept.retain(|kept| {
            let stays = kept.slot != slot || !gone(&kept.name);
            if !stays {
                index.replace(&segment(slot, &kept.name), vec![]);
            }
            stays
        });
    }

    fn same(&self, slot: usize, name: &str, print: u64) -> Option<usize> {
        self.kept
            .iter()
            .position(|kept| kept.slot == slot && kept.name == name && kept.print == print)
    }

    /// Keeps the part if its entries are the same, else indexes them. Gives the name back.
    fn take(
        &mut self,
        slot: usize,
        name: String,
        print: u64,
        things: Vec<Thing>,
        entries: impl FnOnce() -> Vec<Entry>,
    ) -> String {
        let things = Arc::new(things);
        if let Some(at) = self.same(slot, &name, print) {
            self.kept[at].things = things;
            return name;
        }
        let first = self.next;
        let mut entries = entries();
        for entry in &mut entries {
            entry.key = self.next;
            self.next = self.next.wrapping_add(1);
        }
        self.index.replace(&segment(slot, &name), entries);
        let kept = Kept {
            slot,
            name: name.clone(),
            print,
            first,
            things,
        };
        match self
            .kept
            .iter_mut()
            .find(|kept| kept.slot == slot && kept.name == name)
        {
            Some(old) => *old = kept,
            None => self.kept.push(kept),
        }
        name
    }

    /// Standings for `is:`, by record and sentence of a slot; they change without the files changing.
    pub fn set_states(&mut self, states: impl IntoIterator<Item = (usize, Node, String)>) {
        let wanted: Vec<(usize, Thing, String)> = states
            .into_iter()
            .map(|(slot, node, state)| match node {
                Node::Record(ix) => (slot, Thing::Record(ix), state),
                Node::Sentence(at) => (slot, Thing::Sentence(at), state),
            })
            .collect();
        let mut keys: rustc_hash::FxHashMap<(usize, Thing), EntryKey> =
            rustc_hash::FxHashMap::default();
        for kept in &self.kept {
            let numbered = (kept.first..).zip(&*kept.things);
            keys.extend(numbered.map(|(key, thing)| ((kept.slot, *thing), key)));
        }
        let states = wanted
            .into_iter()
            .filter_map(|(slot, thing, state)| Some((*keys.get(&(slot, thing))?, state)));
        self.index.set_states(states);
    }

    /// The slot and thing that a hit's key stands for.
    pub fn thing(&self, key: EntryKey) -> Option<(usize, Thing)> {
        self.kept.iter().find_map(|kept| {
            let at = key.checked_sub(kept.first)? as usize;
            Some((kept.slot, *kept.things.get(at)?))
        })
    }

    /// The best `limit` hits, exact and close.
    pub fn query(&self, typed: &str, limit: usize) -> Answer {
        self.index.query(typed, limit)
    }

    /// Answers in two steps; see [`Index::ask`].
    pub fn ask(
        &self,
        typed: &str,
        limit: usize,
        stop: &dyn Fn() -> bool,
        show: &mut dyn FnMut(Answer),
    ) {
        self.index.ask(typed, limit, stop, show);
    }

    /// How many records, sentences and passages.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Nothing to find.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }
}

fn segment(slot: usize, name: &str) -> String {
    format!("{slot} {name}")
}

/// A number that tells whether entries say the same, their keys aside.
fn print_of(entries: &[Entry]) -> u64 {
    let mut hasher = FxHasher::default();
    for entry in entries {
        (entry.kind, &entry.case, &entry.who, &entry.is).hash(&mut hasher);
        for field in &entry.fields {
            (field.weight as u8, &field.text, field.shown).hash(&mut hasher);
        }
        for days in &entry.days {
            (days.first, days.last).hash(&mut hasher);
        }
        for amounts in &entry.amounts {
            (amounts.least.to_bits(), amounts.most.to_bits()).hash(&mut hasher);
        }
    }
    (entries.len()).hash(&mut hasher);
    hasher.finish()
}
