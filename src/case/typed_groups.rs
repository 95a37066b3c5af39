//! Values made of several texts: the team, the words put to a party, the parts of a quotation, private entries.

use super::decode_value::Decode;
use super::head::{Member, Team};
use super::private::{Person, Private};
use super::records::{Printed, Put};
use super::typed::fault;
use super::{Code, Field, Sp};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Reads a map in which every key is a name, in the order written.
struct Named<T>(PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for Named<T> {
    type Value = Vec<(Sp<String>, Field<T>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("names with values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = vec![];
        while let Some(entry) = map.next_entry()? {
            all.push(entry);
        }
        Ok(all)
    }
}

/// Reads a map in which every key is a name.
#[allow(clippy::type_complexity)] // a list of names with what is said of each
pub(super) fn named<'de, T, D>(deserializer: D) -> Result<Vec<(Sp<String>, Field<T>)>, D::Error>
where
    T: Decode,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(Named(PhantomData))
}

/// A named entry whose own faults have been reported; what could be read of it stays.
fn kept<T: Default>(all: Vec<(Sp<String>, Field<T>)>) -> Vec<(Sp<String>, T)> {
    let keep = |(name, field)| match field {
        Field::Given(sp) => (name, sp.value),
        Field::Absent | Field::Open(_) | Field::Faulty(_) => (name, T::default()),
    };
    all.into_iter().map(keep).collect()
}

impl<'de> Deserialize<'de> for Team {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = named::<Member, D>(deserializer)?;
        Ok(Self {
            members: kept(members),
        })
    }
}

impl<'de> Deserialize<'de> for Put {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = named(deserializer)?;
        Ok(Self { words })
    }
}

/// People by id.
pub(super) struct People(Vec<(Sp<String>, Person)>);

impl<'de> Deserialize<'de> for People {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = named::<Person, D>(deserializer)?;
        Ok(Self(kept(all)))
    }
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct PrivateParts {
    parties: Field<People>,
    sources: Field<People>,
}

impl<'de> Deserialize<'de> for Private {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parts = PrivateParts::deserialize(deserializer)?;
        let people = |field| match field {
            Field::Given(Sp {
                value: People(all), ..
            }) => all,
            Field::Absent | Field::Open(_) | Field::Faulty(_) => vec![],
        };
        Ok(Self {
            parties: people(parts.parties),
            sources: people(parts.sources),
        })
    }
}

/// The printed words, before the place of a single text is known.
pub(super) enum Parts {
    One(String),
    Many(Vec<Sp<String>>),
}

struct PartsVisitor;

impl<'de> Visitor<'de> for PartsVisitor {
    type Value = Parts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Parts, E> {
        Ok(Parts::One(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Parts, A::Error> {
        let mut parts = vec![];
        while let Some(part) = seq.next_element()? {
            parts.push(part);
        }
        if parts.is_empty() {
            return Err(fault(
                Code::EMPTY,
                "there are no words here",
                "write the words as they are printed, or TK if they are still to come",
            ));
        }
        Ok(Parts::Many(parts))
    }
}

impl<'de> Deserialize<'de> for Parts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartsVisitor)
    }
}

impl<'de> Deserialize<'de> for Printed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Sp { value, at } = Sp::<Parts>::deserialize(deserializer)?;
        let parts = match value {
            Parts::One(value) => vec![Sp { value, at }],
            Parts::Many(parts) => parts,
        };
        Ok(Self { parts })
    }
}
