//! A field of a record: left out, not known yet, or given, with the place it was written at.

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
    /// The key is there, the value is open.
    Open(Sp<Open>),
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

    /// True if the key is there, whatever its value.
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// True if the value is `TK`.
    pub const fn is_tk(&self) -> bool {
        matches!(
            self,
            Self::Open(Sp {
                value: Open::Tk,
                ..
            })
        )
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
