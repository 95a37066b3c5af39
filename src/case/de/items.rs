//! The entries of a list, one after the other.

use super::{Error, N, Reader};
use crate::case::tree::NodeIx;
use serde::de::{DeserializeSeed, SeqAccess};

/// The entries of a list. One that cannot be read is reported and left out; open words are noted and left out.
pub(super) struct Items<'a> {
    r: &'a Reader<'a>,
    at: NodeIx,
    end: NodeIx,
}

impl<'a> Items<'a> {
    pub(super) fn of(list: N<'a>) -> Self {
        Self {
            r: list.r,
            at: list.ix + 1,
            end: list.r.tree.after(list.ix),
        }
    }
}

impl<'a> SeqAccess<'a> for Items<'a> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'a>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        while self.at < self.end {
            let item = self.r.node(self.at);
            self.at = self.r.tree.after(self.at);
            if self.r.skip.borrow().contains(&item.ix) {
                continue;
            }
            if let Some(open) = item.open() {
                item.note_open(&open);
                continue;
            }
            // A seed reads once, so a faulty entry ends the list; the field then asks for the list again, without it.
            let value = item.seed(seed);
            if value.is_none() {
                self.r.skip.borrow_mut().push(item.ix);
            }
            return value.map(Some).ok_or(Error(None));
        }
        Ok(None)
    }
}
