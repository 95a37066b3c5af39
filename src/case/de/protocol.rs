//! How a value is handed over together with its place.

use super::{Error, N};
use crate::case::Open;
use serde::de::value::{BoolDeserializer, StringDeserializer, U32Deserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, SeqAccess};

/// What [`crate::case::Field`] and [`crate::case::Sp`] are given: the place, then for a field the open word, then the value.
/// After a field's value that could not be read comes whether asking again helps: it does as long as further faulty entries of a list are left out.
pub(super) struct Protocol<'a> {
    node: N<'a>,
    step: u8,
    is_field: bool,
    skipped: usize,
}

/// How many faulty entries of one list are reported.
const MOST_ASKED: u8 = 100;

impl<'a> Protocol<'a> {
    pub(super) const fn field(node: N<'a>) -> Self {
        Self {
            node,
            step: 0,
            is_field: true,
            skipped: 0,
        }
    }

    pub(super) const fn spot(node: N<'a>) -> Self {
        Self {
            node,
            step: 0,
            is_field: false,
            skipped: 0,
        }
    }

    /// The open word as a text: empty for none; `withheld` carries its ground after a space.
    fn word(&self) -> String {
        let Some(open) = self.node.open() else {
            return String::new();
        };
        self.node.note_open(&open);
        match open {
            Open::Withheld(Some(ground)) => format!("withheld {ground}"),
            open => open.word().to_owned(),
        }
    }
}

impl<'a> SeqAccess<'a> for Protocol<'a> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'a>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        self.step += 1;
        match (self.step, self.is_field) {
            (1, _) => {
                let at: U32Deserializer<Error> = self.node.r.at(self.node.ix).into_deserializer();
                seed.deserialize(at).map(Some)
            }
            (2, true) => {
                let word: StringDeserializer<Error> = self.word().into_deserializer();
                seed.deserialize(word).map(Some)
            }
            (step, true) if step % 2 == 0 => {
                let more = self.node.r.skip.borrow().len() > self.skipped && step < MOST_ASKED;
                let more: BoolDeserializer<Error> = more.into_deserializer();
                seed.deserialize(more).map(Some)
            }
            (_, true) => {
                self.skipped = self.node.r.skip.borrow().len();
                Ok(self.node.seed(seed))
            }
            (_, false) => seed.deserialize(self.node).map(Some),
        }
    }
}
