//! What cites what, walked in both directions.

use super::{RecordIx, Ref, Sp};
use std::collections::HashMap;

/// One end of a link: a record or a sentence of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// A record.
    Record(RecordIx),
    /// A sentence: an index into the draft's sentences.
    Sentence(u32),
}

/// One reference from a record or sentence to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who cites.
    pub from: Node,
    /// The field it is cited in: `evidence`, `source`, `via`, `number.from`; `draft` for a sentence.
    pub field: &'static str,
    /// The reference as written, with its place.
    pub to: Sp<Ref>,
    /// The record it names, if there is one.
    pub target: Option<RecordIx>,
}

/// Every link of a case.
#[derive(Clone, Debug, Default)]
pub struct Links {
    pub(super) all: Vec<Link>,
    pub(super) from: HashMap<Node, Vec<u32>>,
    pub(super) to: HashMap<RecordIx, Vec<u32>>,
}

impl Links {
    /// What a record or sentence cites, in the order written.
    pub fn cites(&self, node: Node) -> impl Iterator<Item = &Link> {
        self.pick(self.from.get(&node))
    }

    /// What cites a record: sentences in draft order, then records.
    pub fn cited_by(&self, ix: RecordIx) -> impl Iterator<Item = &Link> {
        self.pick(self.to.get(&ix))
    }

    fn pick<'a>(&'a self, ixs: Option<&'a Vec<u32>>) -> impl Iterator<Item = &'a Link> {
        ixs.into_iter().flatten().map(|ix| &self.all[*ix as usize])
    }
}
