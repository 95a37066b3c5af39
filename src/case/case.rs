//! A case as read: its files, records and links. Plain data; nothing in it changes after reading.

use super::{
    Body, Draft, Field, Head, Holding, Kind, Links, Open, Place, Policy, Private, Sp, Tree, Who,
};
use std::collections::HashMap;

/// Which file of the case: an index into [`Case::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileIx(pub u32);

/// Which record of the case: an index into [`Case::records`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordIx(pub u32);

/// A file of the case: YAML or the draft, which people write, or a log of rulings.
#[derive(Clone, Debug)]
pub struct File {
    /// Path as shown: inside the case's folder, with `/`.
    pub path: String,
    /// The bytes as they are on disk.
    pub bytes: Vec<u8>,
    /// The YAML as a tree with places; none for the draft, or for a file that could not be read at all.
    pub tree: Option<Tree>,
}

impl File {
    /// True for a log of rulings, which is listed so that a problem with it has a place.
    pub fn is_log(&self) -> bool {
        self.path.starts_with("checks/") && self.path.ends_with(".jsonl")
    }
}

/// One record.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its id, with the place of the id in the file.
    pub id: Sp<String>,
    /// The file it stands in.
    pub file: FileIx,
    /// Bytes of the file from the id to the end of the last value.
    pub span: std::ops::Range<usize>,
    /// Its fields.
    pub body: Body,
    /// The node of its fields in the file's tree, for showing them as written.
    pub node: u32,
    /// Keys that the format does not know; kept and shown.
    pub unknown: Vec<Sp<String>>,
    /// `TK`, `unknown` and `withheld` wherever they stand in it, also within lists and nested fields.
    pub open: Vec<Sp<Open>>,
    /// True if an error makes it unreliable; what could be read of it is there.
    pub faulty: bool,
}

impl Record {
    /// Its kind.
    pub const fn kind(&self) -> Kind {
        self.body.kind()
    }
}

/// A case.
#[derive(Debug, Default)]
pub struct Case {
    /// The short name: `case:` or else the folder's name.
    pub name: String,
    /// What stands before the records.
    pub head: Head,
    /// The files, `case.yaml` first.
    pub files: Vec<File>,
    /// Every record, in the order of the files.
    pub records: Vec<Record>,
    /// What cites what.
    pub links: Links,
    /// The draft, if the case has one.
    pub draft: Option<Draft>,
    /// House rules.
    pub policy: Policy,
    /// Names and numbers for the desk's private view only.
    pub private: Private,
    /// What is held of each source, by its record.
    pub holdings: HashMap<RecordIx, Holding>,
    pub(super) by_id: HashMap<String, RecordIx>,
}

impl Case {
    /// The record with this id.
    pub fn find(&self, id: &str) -> Option<RecordIx> {
        self.by_id.get(id).copied()
    }

    /// The record with this id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.find(id).map(|ix| self.at(ix))
    }

    /// The record at an index of this case.
    ///
    /// # Panics
    /// If the index is of another case.
    pub fn at(&self, ix: RecordIx) -> &Record {
        &self.records[ix.0 as usize]
    }

    /// All records with their indexes.
    pub fn iter(&self) -> impl Iterator<Item = (RecordIx, &Record)> {
        let ixs = (0u32..).map(RecordIx);
        ixs.zip(&self.records)
    }

    /// The records of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (RecordIx, &Record)> {
        self.iter().filter(move |(_, record)| record.kind() == kind)
    }

    /// The file at an index of this case.
    ///
    /// # Panics
    /// If the index is of another case.
    pub fn file(&self, ix: FileIx) -> &File {
        &self.files[ix.0 as usize]
    }

    /// Line and column of a byte offset in a file.
    pub fn place(&self, file: FileIx, at: usize) -> Place {
        Place::of(&self.file(file).bytes, at)
    }

    /// Where a record's id stands.
    pub fn place_of(&self, ix: RecordIx) -> Place {
        let record = self.at(ix);
        self.place(record.file, record.id.at as usize)
    }

    /// The name a party is printed with: the record's name, or the words themselves.
    pub fn party_name<'a>(&'a self, who: &'a Who) -> &'a str {
        let name = who.id().and_then(|id| match &self.record(id)?.body {
            Body::Party(party) => party.name.get().map(String::as_str),
            Body::Source(source) => source.title.get().map(String::as_str),
            _ => None,
        });
        name.unwrap_or(who.as_str())
    }

    /// A record in one line, for lists: a claim's sentence, a quote's words, a party's name.
    pub fn title(&self, ix: RecordIx) -> String {
        let record = self.at(ix);
        let text = |field: &Field<String>| field.get().cloned();
        let title = match &record.body {
            Body::Party(p) => text(&p.name),
            Body::Source(s) => text(&s.title).or_else(|| Some(super::titles::source(self, s))),
            Body::Permit(p) => Some(super::titles::permit(self, p)),
            Body::Request(r) => Some(super::titles::request(self, r)),
            Body::Quote(q) => q.printed.get().map(|p| format!("“{}”", p.joined())),
            Body::Casualty(c) => Some(super::titles::casualty(c)),
            Body::Figure(f) => Some(super::titles::figure(f)),
            Body::Event(e) => text(&e.what),
            Body::Claim(c) => text(&c.says),
            Body::Contact(c) => Some(super::titles::contact(self, c)),
        };
        title.unwrap_or_else(|| record.id.value.clone())
    }
}
