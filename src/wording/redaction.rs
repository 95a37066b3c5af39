//! What is held back where others read: sources that must not be named, whoever stands behind them, and all of
//! `private.yaml`.
//!
//! A source is held back whole: its words, names, dates and paths stand in no report, and neither does a record that
//! rests on it. Names that are held back are covered wherever else they occur, but for the draft's own sentences: those
//! are to be printed, and a report that changed them would be of no use.

use crate::case::records::Source;
use crate::case::{Body, Case, Field, Identity, Node, RecordIx, Ref, Terms, Who, fields};
use crate::text::{Shown, safe, tokens};
use crate::verify::passage::where_from;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What stands where something is covered.
pub const COVERED: &str = "[held back]";

/// The shortest text that is covered, in characters: a shorter one would be found everywhere.
const SHORTEST: usize = 4;

/// What of a case is held back.
#[derive(Debug, Default)]
pub struct Redaction {
    /// Sources held back, each with its number in reports.
    sources: HashMap<RecordIx, usize>,
    /// Every record held back, sources included.
    hidden: HashSet<RecordIx>,
    /// Texts to be covered, as hashes of their words, by the first word and how many there are.
    covered: HashMap<u32, BTreeMap<usize, HashSet<Vec<u32>>>>,
    /// True unless everything may be told.
    on: bool,
}

/// True if a source's terms or identity say that it must not be named.
pub fn is_confidential(source: &Source) -> bool {
    let by_terms = match source.terms.get() {
        Some(Terms::Background | Terms::DeepBackground | Terms::OffRecord | Terms::Embargoed) => {
            true
        }
        Some(Terms::OnRecord) | None => false,
    };
    let by_identity = match source.identity.get() {
        Some(Identity::Confidential | Identity::Described) => true,
        Some(Identity::Named) | None => false,
    };
    // What cannot be read, or is still to come, may be the word that says so.
    let unsaid = matches!(source.terms, Field::Faulty(_) | Field::Open(_))
        || matches!(source.identity, Field::Faulty(_) | Field::Open(_));
    by_terms || by_identity || unsaid
}

impl Redaction {
    /// Nothing held back at all: for the screens and lines of those who work on the case.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Nothing held back but what stands in `private.yaml`.
    pub fn none(case: &Case) -> Self {
        let mut redaction = Self::default();
        redaction.cover_private(case);
        redaction
    }

    /// Confidential sources held back, with what rests on them.
    pub fn of(case: &Case) -> Self {
        let mut redaction = Self {
            on: true,
            ..Self::default()
        };
        for (ix, record) in case.iter() {
            if let Body::Source(source) = &record.body
                && is_confidential(source)
            {
                let number = redaction.sources.len() + 1;
                redaction.sources.insert(ix, number);
                redaction.hidden.insert(ix);
            }
        }
        redaction.hide_what_rests_on_them(case);
        redaction.hide_parties(case);
        redaction.cover_private(case);
        redaction
    }

    /// True if a record must not be shown.
    pub fn hides(&self, ix: RecordIx) -> bool {
        self.hidden.contains(&ix)
    }

    /// How many sources are held back.
    pub fn count(&self) -> usize {
        self.sources.len()
    }

    /// What a record is called where it is held back.
    pub fn label(&self, case: &Case, ix: RecordIx) -> Option<String> {
        if !self.hides(ix) {
            return None;
        }
        let number = self.sources.get(&ix).copied().or_else(|| {
            let (source, via) = where_from(case, case.at(ix));
            let mut found = source
                .into_iter()
                .chain(via)
                .filter_map(|r| case.find(&r.id));
            found.find_map(|ix| self.sources.get(&ix)).copied()
        });
        Some(match number {
            Some(number) => format!("confidential source {number}"),
            None => "held back".to_owned(),
        })
    }

    /// True if an expression, such as `a.value - b.value` or `memo#p3`, names a record that must not be shown.
    pub fn hides_any(&self, case: &Case, expression: &str) -> bool {
        let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let names = expression.split(|c: char| !part(c));
        names
            .filter_map(|name| case.find(name))
            .any(|ix| self.hides(ix))
    }

    /// True if what a log says of a reference must not be shown: also where the case no longer has the record, since nothing
    /// says any more whether it was confidential.
    pub fn hides_logged(&self, case: &Case, reference: &str) -> bool {
        let id = reference.split(['#', '.']).next().unwrap_or_default();
        let is_gone = !matches!(id, "" | "draft") && case.find(id).is_none();
        self.on && is_gone || self.hides_any(case, reference)
    }

    /// A reference or expression as it may be shown.
    pub fn reference(&self, case: &Case, written: &str) -> Shown {
        if self.hides_any(case, written) {
            safe::shown(COVERED)
        } else {
            self.cover(written)
        }
    }

    /// A text of the case as it may be shown.
    pub fn cover(&self, text: &str) -> Shown {
        safe::shown(&self.covered_text(text))
    }

    /// A text of the case with what is held back covered, otherwise as it is.
    pub fn covered_text(&self, text: &str) -> String {
        if self.covered.is_empty() {
            return text.to_owned();
        }
        let words = tokens::words(text);
        let hashes: Vec<u32> = words.iter().map(|word| word.hash).collect();
        let mut out = String::with_capacity(text.len());
        let (mut from, mut at) = (0, 0);
        while let Some(word) = words.get(at) {
            match self.covered_at(&hashes[at..]) {
                Some(length) => {
                    out.push_str(&text[from..word.start]);
                    out.push_str(COVERED);
                    from = words[at + length - 1].end;
                    at += length;
                }
                None => at += 1,
            }
        }
        out.push_str(&text[from..]);
        out
    }

    /// How many of these words are the longest text to be covered that they begin with.
    fn covered_at(&self, words: &[u32]) -> Option<usize> {
        let runs = self.covered.get(words.first()?)?.iter().rev();
        let mut fits = runs.filter(|(length, runs)| {
            let run = words.get(..**length);
            run.is_some_and(|run| runs.contains(run))
        });
        fits.next().map(|(length, _)| *length)
    }

    fn hide_what_rests_on_them(&mut self, case: &Case) {
        for (ix, record) in case.iter() {
            let (source, via) = where_from(case, record);
            let rests = |reference: Option<&Ref>| {
                let target = reference.and_then(|r| case.find(&r.id));
                target.is_some_and(|ix| self.sources.contains_key(&ix))
            };
            if rests(source) || rests(via) {
                self.hidden.insert(ix);
            }
        }
    }

    /// Hides the parties behind what is hidden, unless the case also names them in their own right.
    fn hide_parties(&mut self, case: &Case) {
        let named = named_openly(case, self);
        let hidden = self.hidden.iter();
        let behind: Vec<&Who> = hidden
            .flat_map(|ix| fields::people(&case.at(*ix).body))
            .collect();
        let mut texts: Vec<String> = vec![];
        for who in behind {
            let party = who.id().and_then(|id| case.find(id));
            match party {
                Some(ix) if named.contains(&ix) || !matches!(case.at(ix).body, Body::Party(_)) => {}
                Some(ix) => {
                    self.hidden.insert(ix);
                    texts.extend(names_of(case, ix));
                }
                None => texts.push(who.as_str().to_owned()),
            }
        }
        texts.extend(self.hide_company(case, &named));
        for ix in self.sources.keys() {
            texts.extend(fields::telling_texts(&case.at(*ix).body).cloned());
        }
        self.hide_contacts(case);
        self.cover_ids(case, &mut texts);
        for text in &texts {
            self.add(text);
        }
    }

    /// Hides the parties that only what is hidden speaks of, such as the employer of a confidential source; their names.
    fn hide_company(&mut self, case: &Case, named: &HashSet<RecordIx>) -> Vec<String> {
        let mut texts = vec![];
        let mut left: Vec<RecordIx> = self.hidden.iter().copied().collect();
        while let Some(from) = left.pop() {
            for party in case.links.cites(Node::Record(from)) {
                let Some(ix) = party.target else {
                    continue;
                };
                let is_party = matches!(case.at(ix).body, Body::Party(_));
                let open = is_party && !self.hides(ix) && !named.contains(&ix);
                if open && self.hides_all_that_cite(case, ix) {
                    texts.extend(names_of(case, ix));
                    self.hidden.insert(ix);
                    left.push(ix);
                }
            }
        }
        texts
    }

    fn hides_all_that_cite(&self, case: &Case, ix: RecordIx) -> bool {
        let mut citing = case.links.cited_by(ix);
        citing.all(|link| match link.from {
            Node::Record(from) => self.hides(from),
            Node::Sentence(_) => false,
        })
    }

    /// A request for comment to somebody who must not be named tells that there is somebody.
    fn hide_contacts(&mut self, case: &Case) {
        let to_hidden = |who: Option<&Who>| {
            let party = who.and_then(Who::id).and_then(|id| case.find(id));
            party.is_some_and(|ix| self.hidden.contains(&ix))
        };
        let contacts = case.iter().filter_map(|(ix, record)| match &record.body {
            Body::Contact(contact) if to_hidden(contact.to.get()) => Some(ix),
            _ => None,
        });
        let contacts: Vec<RecordIx> = contacts.collect();
        self.hidden.extend(contacts);
    }

    /// Ids are chosen by hand and may say who it is. One that is an ordinary word is left alone.
    fn cover_ids(&self, case: &Case, texts: &mut Vec<String>) {
        for ix in &self.hidden {
            let id = &case.at(*ix).id.value;
            if id.contains(|c: char| c == '-' || c.is_ascii_digit()) {
                texts.push(id.clone());
            }
        }
    }

    fn cover_private(&mut self, case: &Case) {
        let public: HashSet<&str> = case
            .iter()
            .filter(|(ix, _)| !self.hides(*ix))
            .filter_map(|(_, record)| match &record.body {
                Body::Party(party) => Some(party),
                _ => None,
            })
            .flat_map(|party| {
                let aka = party.aka.items().iter().map(|aka| aka.value.as_str());
                party.name.get().map(String::as_str).into_iter().chain(aka)
            })
            .collect();
        let people = case.private.parties.iter().chain(&case.private.sources);
        let texts: Vec<String> = people
            .flat_map(|(_, person)| {
                [
                    &person.name,
                    &person.phone,
                    &person.email,
                    &person.address,
                    &person.note,
                ]
            })
            .filter_map(|field| field.get().cloned())
            .filter(|text| !public.contains(text.as_str()))
            .collect();
        for text in &texts {
            self.add(text);
        }
    }

    fn add(&mut self, text: &str) {
        let run: Vec<u32> = tokens::words(text).iter().map(|word| word.hash).collect();
        if let Some(first) = run.first()
            && text.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST
        {
            let runs = self.covered.entry(*first).or_default();
            runs.entry(run.len()).or_default().insert(run);
        }
    }
}

/// A party's name and other spellings, and a person's last name where it is written like one.
fn names_of(case: &Case, ix: RecordIx) -> Vec<String> {
    let Body::Party(party) = &case.at(ix).body else {
        return vec![];
    };
    let aka = party.aka.items().iter().map(|aka| aka.value.clone());
    let mut names: Vec<String> = party.name.get().cloned().into_iter().chain(aka).collect();
    let last = party
        .name
        .get()
        .and_then(|name| name.split_whitespace().last());
    let last = last.filter(|last| last.starts_with(char::is_uppercase));
    names.extend(last.map(str::to_owned));
    names.extend(party.note.get().cloned());
    names
}

/// Parties that the case names in their own right: the draft prints them, a claim accuses them, an open source is theirs.
fn named_openly(case: &Case, hidden: &Redaction) -> HashSet<RecordIx> {
    let mut named = HashSet::new();
    let mut add = |who: Option<&Who>| {
        named.extend(who.and_then(Who::id).and_then(|id| case.find(id)));
    };
    for (ix, record) in case.iter() {
        match &record.body {
            Body::Source(source) if !hidden.hides(ix) => {
                add(source.who.get());
                add(source.publisher.get());
            }
            Body::Claim(claim) => claim
                .criticises
                .items()
                .iter()
                .for_each(|w| add(Some(&w.value))),
            _ => {}
        }
    }
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let printed: Vec<u32> = sentences
        .flat_map(|s| {
            tokens::words(&s.words)
                .into_iter()
                .map(|w| w.hash)
                .chain([0])
        })
        .collect();
    let mut by_name: HashMap<usize, HashMap<Vec<u32>, Vec<RecordIx>>> = HashMap::new();
    for (ix, record) in case.iter() {
        if let Body::Party(party) = &record.body
            && let Some(name) = party.name.get()
        {
            let run: Vec<u32> = tokens::words(name).iter().map(|w| w.hash).collect();
            let alike = by_name.entry(run.len()).or_default();
            alike.entry(run).or_default().push(ix);
        }
    }
    for (length, names) in by_name.iter().filter(|(length, _)| **length > 0) {
        let runs = printed.windows(*length);
        named.extend(runs.filter_map(|run| names.get(run)).flatten());
    }
    named
}
