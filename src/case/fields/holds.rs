//! What a field holds: the type of its value, how to get it from a record, and what stands within it.

use crate::case::records::{
    Body, DateTest, Item, NumberTest, Printed, Put, Redaction, Try, Validity,
};
use crate::case::{Amount, Field, Hedge, Kind, List, Money, Ref, When, Who};

/// Gets a field from a record of its kind; nothing from records of other kinds.
pub type Get<T> = for<'a> fn(&'a Body) -> Option<&'a Field<T>>;
/// Gets a list from a record of its kind.
pub type GetList<T> = for<'a> fn(&'a Body) -> Option<&'a List<T>>;

/// Which records a reference may lead to.
#[derive(Clone, Copy, Debug)]
pub enum Targets {
    /// One of these kinds.
    Kinds(&'static [Kind]),
    /// Anything that can be evidence.
    Evidence,
    /// A number or a date of a record.
    Quantity,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text.
    Text(Get<String>),
    /// A sentence or words in which numbers and dates are read.
    Words(Get<String>),
    /// A list of texts.
    Texts(GetList<String>),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// How a number is hedged.
    Hedge(Get<Hedge>),
    /// Yes or no.
    Flag(Get<bool>),
    /// A date or period.
    When(Get<When>),
    /// A number, or its limits.
    Amount(Get<Amount>),
    /// A number with a currency.
    Money(Get<Money>),
    /// Printed words, perhaps in parts; numbers and dates are read in them.
    Printed(Get<Printed>),
    /// A reference.
    Ref(Get<Ref>, Targets),
    /// A list of references.
    Refs(GetList<Ref>, Targets),
    /// Somebody, by id or by name.
    Who(Get<Who>, Targets),
    /// A list of those.
    Whos(GetList<Who>, Targets),
    /// Words by the ids of claims.
    Put(Get<Put>),
    /// First and last day, or years.
    Validity(Get<Validity>),
    /// The number that a claim prints, and what it is held against.
    NumberTest(Get<Box<NumberTest>>),
    /// The date that a claim prints, and what it is held against.
    DateTest(Get<Box<DateTest>>),
    /// Attempts to reach somebody.
    Tries(GetList<Try>),
    /// Goods.
    Items(GetList<Item>),
    /// What is blacked out.
    Redactions(GetList<Redaction>),
}

const LIMITS: &[&str] = &["min", "max", "best"];
const PERIOD: &[&str] = &["from", "to"];

impl Holds {
    /// What of it a reference may name below the field.
    pub const fn below(&self) -> &'static [&'static str] {
        match self {
            Self::When(_) => PERIOD,
            Self::Amount(_) => LIMITS,
            Self::Money(_) => &[
                "amount",
                "amount.min",
                "amount.max",
                "amount.best",
                "currency",
            ],
            Self::Validity(_) => &["from", "to", "years"],
            Self::NumberTest(_) => &["prints", "how", "unit", "from", "compute"],
            Self::DateTest(_) => &["prints", "how", "from", "compute"],
            Self::Text(_)
            | Self::Words(_)
            | Self::Texts(_)
            | Self::Choice(_)
            | Self::Hedge(_)
            | Self::Flag(_)
            | Self::Printed(_)
            | Self::Ref(..)
            | Self::Refs(..)
            | Self::Who(..)
            | Self::Whos(..)
            | Self::Put(_)
            | Self::Tries(_)
            | Self::Items(_)
            | Self::Redactions(_) => &[],
        }
    }

    /// The keys that stand within it in a case file.
    pub const fn within(&self) -> &'static [&'static str] {
        match self {
            Self::When(_) => &["date", "precision", "from", "to"],
            Self::Amount(_) => LIMITS,
            Self::Money(_) => &["amount", "currency"],
            Self::Tries(_) => &["at", "method", "by"],
            Self::Items(_) => &["words", "ecl", "hs", "qty", "value"],
            Self::Redactions(_) => &["field", "ground"],
            _ => self.below(),
        }
    }

    /// True if it holds a number, a date, or words that numbers are read in.
    pub const fn is_quantity(&self) -> bool {
        match self {
            Self::Words(_)
            | Self::When(_)
            | Self::Amount(_)
            | Self::Money(_)
            | Self::Printed(_)
            | Self::Validity(_)
            | Self::DateTest(_) => true,
            // The number itself stands below: `c-value.number.prints`.
            Self::NumberTest(_)
            | Self::Text(_)
            | Self::Texts(_)
            | Self::Choice(_)
            | Self::Hedge(_)
            | Self::Flag(_)
            | Self::Ref(..)
            | Self::Refs(..)
            | Self::Who(..)
            | Self::Whos(..)
            | Self::Put(_)
            | Self::Tries(_)
            | Self::Items(_)
            | Self::Redactions(_) => false,
        }
    }

    /// True if it names records or parties, by itself or in what it is computed from. Tries name who made them, and are
    /// no part of what a record stands on.
    pub const fn refers(&self) -> bool {
        match self {
            Self::Ref(..)
            | Self::Refs(..)
            | Self::Who(..)
            | Self::Whos(..)
            | Self::Put(_)
            | Self::NumberTest(_)
            | Self::DateTest(_) => true,
            Self::Text(_)
            | Self::Words(_)
            | Self::Texts(_)
            | Self::Choice(_)
            | Self::Hedge(_)
            | Self::Flag(_)
            | Self::When(_)
            | Self::Amount(_)
            | Self::Money(_)
            | Self::Printed(_)
            | Self::Validity(_)
            | Self::Tries(_)
            | Self::Items(_)
            | Self::Redactions(_) => false,
        }
    }
}
