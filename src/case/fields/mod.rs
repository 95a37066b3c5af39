//! The fields of every kind of record: one table that says what is known of a field by its name.
//!
//! The record structs say how a field is read; the table says all else: whether it must be there, what it holds and which
//! records it may name, whether a seal keeps it, whether it can tell who a source is, how search and pages show it. To
//! add a field: the struct in `records`, a row in `table.rs`; tests hold the two together, and `docs/format.md` is made of them.

mod holds;
mod path;
mod table;

use super::records::Body;
use super::{Kind, Who};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub use holds::{Get, Holds, Targets};
pub use path::missing;
pub use table::HEAD;

/// A field of a kind of record.
#[derive(Clone, Copy, Debug)]
pub struct FieldRow {
    /// Its key in a case file.
    pub name: &'static str,
    /// What it holds, and where that is in a record.
    pub holds: Holds,
    /// A record without it is told as faulty.
    pub required: bool,
    /// What a seal keeps of it.
    pub seal: Seal,
    /// It stays legible in a seal of a source that is protected: of the others only a hash is kept.
    pub legible: bool,
    /// What of it could tell who a source is.
    pub discloses: Discloses,
    /// How search weighs it.
    pub found: Found,
    /// Where the page of a record has it.
    pub page: Page,
}

/// Whether the fields of cited records are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// It says nothing of the matter.
    Never,
    /// Where its record is cited.
    Cited,
    /// Also where its record is a source that only stands behind another record.
    Behind,
}

/// What of a field could tell who a source is that must not be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discloses {
    /// Nothing by itself.
    Nothing,
    /// It names somebody who stands behind the source.
    Person,
    /// Its words may stand elsewhere too: in a note, a URL, the name of a file.
    Words,
}

/// How near a field is to its record where one searches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// What the record is or says; shown as the line of an answer.
    Own,
    /// A name that goes with it; shown.
    Name,
    /// Further words; shown.
    Further,
    /// Found, and never shown by itself.
    Unshown,
    /// Not looked at.
    Never,
}

/// Where the page of a record has a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Among the others, as written.
    Among,
    /// At the top, in this order.
    Top(u8),
    /// Each record it names on a line of its own.
    Listed,
    /// Told as where the record's words are from.
    Origin,
}

impl FieldRow {
    const fn new(name: &'static str, holds: Holds) -> Self {
        Self {
            name,
            holds,
            required: false,
            seal: Seal::Cited,
            legible: false,
            discloses: Discloses::Nothing,
            found: Found::Unshown,
            page: Page::Among,
        }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn seal(mut self, seal: Seal) -> Self {
        self.seal = seal;
        self
    }

    const fn legible(mut self) -> Self {
        self.legible = true;
        self
    }

    const fn discloses(mut self, what: Discloses) -> Self {
        self.discloses = what;
        self
    }

    const fn found(mut self, found: Found) -> Self {
        self.found = found;
        self
    }

    const fn page(mut self, page: Page) -> Self {
        self.page = page;
        self
    }
}

/// The fields of a kind, in the order of the format.
pub const fn of(kind: Kind) -> &'static [FieldRow] {
    table::of(kind)
}

/// The field of a kind with this name.
pub fn row(kind: Kind, name: &str) -> Option<&'static FieldRow> {
    of(kind).iter().find(|row| row.name == name)
}

/// The names of a kind's fields.
pub fn names(kind: Kind) -> impl Iterator<Item = &'static str> {
    of(kind).iter().map(|row| row.name)
}

/// The names of the fields that a record of a kind must have.
pub fn required(kind: Kind) -> impl Iterator<Item = &'static str> {
    let rows = of(kind).iter().filter(|row| row.required);
    rows.map(|row| row.name)
}

/// The fields of this name, of whatever kind.
pub fn named(name: &str) -> impl Iterator<Item = &'static FieldRow> {
    static BY_NAME: LazyLock<FxHashMap<&str, Vec<&FieldRow>>> = LazyLock::new(|| {
        let mut all: FxHashMap<&str, Vec<&FieldRow>> = FxHashMap::default();
        for row in Kind::ALL.into_iter().flat_map(of) {
            all.entry(row.name).or_default().push(row);
        }
        all
    });
    BY_NAME.get(name).into_iter().flatten().copied()
}

/// True for the name of a field of any kind, or of one within another field.
pub(super) fn is_field(word: &str) -> bool {
    let mut all = Kind::ALL.into_iter().flat_map(of);
    // An open value may say on what ground it is withheld.
    named(word).next().is_some()
        || word == "withheld"
        || all.any(|row| row.holds.within().contains(&word))
}

/// True for a field that holds words as somebody said or prints them.
pub fn is_spoken(name: &str) -> bool {
    named(name).any(|row| match row.holds {
        Holds::Printed(_) => true,
        Holds::Words(_) => matches!(row.page, Page::Top(_)),
        _ => false,
    })
}

/// The people that a record names in fields that could tell who a source is.
pub fn people(body: &Body) -> impl Iterator<Item = &Who> {
    let rows = of(body.kind()).iter();
    let rows = rows.filter(|row| row.discloses == Discloses::Person);
    rows.filter_map(|row| match row.holds {
        Holds::Who(get, _) => get(body)?.get(),
        _ => None,
    })
}

/// The texts of a record that could tell who a source is where they stand elsewhere.
pub fn telling_texts(body: &Body) -> impl Iterator<Item = &String> {
    let rows = of(body.kind()).iter();
    let rows = rows.filter(|row| row.discloses == Discloses::Words);
    rows.filter_map(|row| match row.holds {
        Holds::Text(get) | Holds::Words(get) => get(body)?.get(),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
