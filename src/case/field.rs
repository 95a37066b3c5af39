//! A field of a record: left out, not known yet, or given, with the place it was written at.

use super::de::{FIELD, SP};
use super::decode_value::{Decode, Seed};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A value and the byte offset at which it stands in the record's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sp<T> {
    /// The value.
    pub value: T,
    /// Byte offset of the value's first character.
    pub at: u32,
}

/// Why a value is not known. These are values of their own, not blanks: each is open work or a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// `TK`, "to come": to be filled in before publication.
    Tk,
    /// `unknown`: looked for, not known.
    Unknown,
    /// `withheld`, with the ground given for it, if any: `{withheld: "s. 20(1)"}`.
    Withheld(Option<String>),
}

impl Open {
    /// The word as it is written in a case file.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Tk => "TK",
            Self::Unknown => "unknown",
            Self::Withheld(_) => "withheld",
        }
    }
}

/// What a case file says in one field of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there, the value is open. Boxed, since it is rare and would make every field larger.
    Open(Box<Sp<Open>>),
    /// The key is there, its value could not be read; a problem says why.
    Faulty(u32),
    /// The value.
    Given(Sp<T>),
}

impl<T> Field<T> {
    /// The value, if one is given and readable.
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Given(sp) => Some(&sp.value),
            Self::Absent | Self::Open(_) | Self::Faulty(_) => None,
        }
    }

    /// The value with its place, if one is given and readable.
    pub const fn given(&self) -> Option<&Sp<T>> {
        match self {
            Self::Given(sp) => Some(sp),
            Self::Absent | Self::Open(_) | Self::Faulty(_) => None,
        }
    }

    /// Why the value is not known, if it is open.
    pub const fn open(&self) -> Option<&Sp<Open>> {
        match self {
            Self::Open(open) => Some(open),
            Self::Absent | Self::Given(_) | Self::Faulty(_) => None,
        }
    }

    /// Byte offset of the value, whatever it is; none if the key is not there.
    pub const fn at(&self) -> Option<u32> {
        match self {
            Self::Absent => None,
            Self::Open(open) => Some(open.at),
            Self::Faulty(at) => Some(*at),
            Self::Given(sp) => Some(sp.at),
        }
    }

    /// Takes the other's value if the key is not there.
    pub(super) fn fill(&mut self, other: Self) {
        if !self.is_there() {
            *self = other;
        }
    }

    /// True if the key is there, whatever its value.
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// True if the value is `TK`.
    pub fn is_tk(&self) -> bool {
        self.open().is_some_and(|open| open.value == Open::Tk)
    }
}

/// A list in which each entry has its own place. One text instead of a list is an error of form.
pub type List<T> = Field<Vec<Sp<T>>>;

impl<T> Field<Vec<Sp<T>>> {
    /// The entries; none if the list is not there or open.
    pub fn items(&self) -> &[Sp<T>] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

/// Reads a [`Field`] as [`super::de`] hands it over: place, open word, value.
struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Field<T>, A::Error> {
        let short = || A::Error::custom("a field without place");
        let at: u32 = seq.next_element()?.ok_or_else(short)?;
        let word: String = seq.next_element()?.ok_or_else(short)?;
        if let Some(value) = open_of(&word) {
            return Ok(Field::Open(Box::new(Sp { value, at })));
        }
        loop {
            if let Some(value) = seq.next_element_seed(Seed::new())? {
                return Ok(Field::Given(Sp { value, at }));
            }
            if seq.next_element()? != Some(true) {
                return Ok(Field::Faulty(at));
            }
        }
    }
}

fn open_of(word: &str) -> Option<Open> {
    match word {
        "" => None,
        "TK" => Some(Open::Tk),
        "unknown" => Some(Open::Unknown),
        withheld => {
            let ground = withheld.strip_prefix("withheld ").map(str::to_owned);
            Some(Open::Withheld(ground))
        }
    }
}

impl<'de, T: Decode> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(FIELD, 3, FieldVisitor(PhantomData))
    }
}

/// Reads a [`Sp`]: place, value.
struct SpVisitor<T>(PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for SpVisitor<T> {
    type Value = Sp<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Sp<T>, A::Error> {
        let short = || A::Error::custom("a value without place");
        let at = seq.next_element()?.ok_or_else(short)?;
        let value = seq.next_element_seed(Seed::new())?.ok_or_else(short)?;
        Ok(Sp { value, at })
    }
}

impl<'de, T: Decode> Deserialize<'de> for Sp<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(SP, 2, SpVisitor(PhantomData))
    }
}
