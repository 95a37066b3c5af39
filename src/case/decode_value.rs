//! What can stand in a field: read by serde, and described in the schema. The value types of `quantity` are not ours, so that
//! serde's own traits cannot be written for them here; these two can.

use super::head::{Home, Member, Team};
use super::policy::{BeforePublication, SeverityRules, Tolerances, Weight, Weights};
use super::private::Person;
use super::records::{DateTest, Item, NumberTest, Printed, Put, Redaction, Try, Validity};
use super::typed_groups::{Parts, People};
use super::{
    Access, Amount, Compute, ContactOutcome, Grade, Identity, Legal, Money, ParagraphRule, PartyIs,
    Prints, PrintsDate, Ref, RequestOutcome, Role, SourceKind, Sp, Stage, Status, Terms, Tier, Who,
};
use schemars::{Schema, SchemaGenerator};
use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use std::marker::PhantomData;

/// A type that a field may hold.
pub trait Decode: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// If what is written is no such value; the text says why, with its code.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// A type that the schema describes.
pub trait Describe {
    /// Its schema, or a link to it.
    fn describe(generator: &mut SchemaGenerator) -> Schema;
}

/// Hands a [`Decode`] to serde.
pub(super) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Decode> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer)
    }
}

/// What serde reads of itself.
macro_rules! decoded_by_serde {
    ($($name:ty),+ $(,)?) => {$(
        impl Decode for $name {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )+};
}

/// What serde reads of itself, and the schema describes by itself.
macro_rules! own_values {
    ($($name:ty),+ $(,)?) => {
        decoded_by_serde!($($name),+);
        $(
            impl Describe for $name {
                fn describe(generator: &mut SchemaGenerator) -> Schema {
                    generator.subschema_for::<$name>()
                }
            }
        )+
    };
}

own_values!(
    String,
    bool,
    u32,
    Ref,
    Who,
    Compute,
    Amount,
    Money,
    Prints,
    PrintsDate,
    Access,
    ContactOutcome,
    Grade,
    Identity,
    Legal,
    ParagraphRule,
    PartyIs,
    RequestOutcome,
    Role,
    SourceKind,
    Stage,
    Status,
    Terms,
    Tier,
    Home,
    Team,
    DateTest,
    NumberTest,
    Item,
    Printed,
    Put,
    Redaction,
    Try,
    Validity,
);

// Parts of others, and what stands in files that have no schema.
decoded_by_serde!(
    Weight,
    Member,
    BeforePublication,
    SeverityRules,
    Tolerances,
    Weights,
    Person,
    People,
    Parts,
);

impl<T: Decode> Decode for Vec<Sp<T>> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::decode(deserializer).map(Self::new)
    }
}

impl<T: Describe> Describe for Vec<Sp<T>> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Self>()
    }
}

impl<T: Describe> Describe for Box<T> {
    fn describe(generator: &mut SchemaGenerator) -> Schema {
        T::describe(generator)
    }
}
