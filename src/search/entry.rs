//! What can be found: a record, a sentence of the draft or a passage of a source, as plain data.

use crate::case::Kind;

/// The caller's name for an entry; an answer gives it back.
pub type EntryKey = u32;

/// What an entry is. The order is the order among equals: what a reporter works with before where it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A person, agency or company.
    Party,
    /// A claim of the story.
    Claim,
    /// Words somebody said or wrote.
    Quote,
    /// A count of people killed, injured or missing.
    Casualty,
    /// A permit.
    Permit,
    /// Any other number.
    Figure,
    /// Something that happened.
    Event,
    /// A document, interview, article.
    Source,
    /// A request for comment.
    Contact,
    /// A request under access to information.
    Request,
    /// A sentence of the draft.
    Sentence,
    /// A paragraph or page of a source's text.
    Passage,
}

impl EntryKind {
    /// Every kind, in order.
    pub const ALL: [Self; 12] = [
        Self::Party,
        Self::Claim,
        Self::Quote,
        Self::Casualty,
        Self::Permit,
        Self::Figure,
        Self::Event,
        Self::Source,
        Self::Contact,
        Self::Request,
        Self::Sentence,
        Self::Passage,
    ];

    /// The word for one, as `kind:` takes it and JSON gives it.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// The words for one and for several.
    pub fn names(self) -> (&'static str, &'static str) {
        let kind = Kind::ALL.into_iter().find(|kind| Self::of(*kind) == self);
        match (kind, self) {
            (Some(kind), _) => (kind.singular(), kind.section()),
            (None, Self::Passage) => ("passage", "passages"),
            (None, _) => ("sentence", "sentences"),
        }
    }

    /// What a record of a kind is found as.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Claim => Self::Claim,
            Kind::Quote => Self::Quote,
            Kind::Casualty => Self::Casualty,
            Kind::Figure => Self::Figure,
            Kind::Permit => Self::Permit,
            Kind::Request => Self::Request,
            Kind::Event => Self::Event,
            Kind::Contact => Self::Contact,
            Kind::Party => Self::Party,
            Kind::Source => Self::Source,
        }
    }

    /// Points among near equals, 0 to 84.
    pub(super) fn standing_among_equals(self) -> u8 {
        match self {
            Self::Claim => 80,
            Self::Quote => 78,
            Self::Casualty => 76,
            Self::Permit => 75,
            Self::Party => 84,
            Self::Figure => 72,
            Self::Event => 70,
            Self::Source => 66,
            Self::Contact | Self::Request => 62,
            Self::Sentence => 30,
            Self::Passage => 0,
        }
    }
}

/// How near a text is to what the entry itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What merely goes with it: notes, places, the title of its source.
    Related,
    /// Who spoke, who counted, who is named.
    Names,
    /// Its own words: a claim's sentence, a quotation, a name, a title.
    Own,
    /// Its id.
    Id,
}

/// One text of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// How near it is to the entry itself.
    pub weight: Weight,
    /// The text as written.
    pub text: String,
    /// May be shown as the line of an answer. Spelt-out dates and rounded amounts are only looked through.
    pub shown: bool,
}

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The caller's name for it.
    pub key: EntryKey,
    /// What it is, for `kind:` and the order among equals.
    pub kind: EntryKind,
    /// The case's name, for `case:`.
    pub case: String,
    /// The texts to look through.
    pub fields: Vec<Field>,
    /// Names for `who:`.
    pub who: Vec<String>,
    /// States for `is:` that belong to the record itself, such as `tk`. Standings come by [`super::Index::set_states`].
    pub is: Vec<String>,
    /// Days it speaks of, for `date:`.
    pub days: Vec<Days>,
    /// Numbers it gives, for `amount:`.
    pub amounts: Vec<Amounts>,
}

impl Entry {
    /// An entry without any text yet.
    pub fn new(key: EntryKey, kind: EntryKind) -> Self {
        Self {
            key,
            kind,
            case: String::new(),
            fields: vec![],
            who: vec![],
            is: vec![],
            days: vec![],
            amounts: vec![],
        }
    }

    /// With one more text; an empty one is left out.
    #[must_use]
    pub fn with(mut self, weight: Weight, text: impl Into<String>) -> Self {
        self.add(weight, text, true);
        self
    }

    /// Adds a text; an empty one is left out.
    pub fn add(&mut self, weight: Weight, text: impl Into<String>, shown: bool) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.fields.push(Field {
                weight,
                text,
                shown,
            });
        }
    }
}

/// Days from `first` to `last`, both included, each as the number yyyymmdd: a month runs from ..00 to ..99, so that
/// coarse and exact dates compare without a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
}

impl Days {
    /// Have a day in common.
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Numbers from `least` to `most`, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amounts {
    /// Smallest.
    pub least: f64,
    /// Largest.
    pub most: f64,
}

impl Amounts {
    /// Just this number.
    pub fn just(value: f64) -> Self {
        Self {
            least: value,
            most: value,
        }
    }
}
