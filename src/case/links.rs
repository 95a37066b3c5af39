//! What cites what, walked in both directions.

use super::{RecordIx, Ref, Sp};
use rustc_hash::FxHashMap;
use std::ops::Range;

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
    /// All of them, those of one record or sentence next to each other.
    pub(super) all: Vec<Link>,
    /// Which of them come from a record or sentence.
    from: FxHashMap<Node, Range<u32>>,
    /// Those that lead to a record, one record after the other; `to_ends` says where each ends.
    to: Vec<u32>,
    to_ends: Vec<u32>,
}

impl Links {
    /// Adds what a record or sentence cites.
    pub(super) fn add(&mut self, from: Node, links: impl Iterator<Item = Link>) {
        let begin = index(self.all.len());
        self.all.extend(links);
        let end = index(self.all.len());
        if end > begin {
            self.from.insert(from, begin..end);
        }
    }

    /// Reverses the links: for each of `records` records what cites it, sentences before records.
    pub(super) fn settle(&mut self, records: usize) {
        let mut ends = vec![0u32; records + 1];
        for target in self.all.iter().filter_map(|link| link.target) {
            ends[target.0 as usize + 1] += 1;
        }
        for ix in 1..ends.len() {
            ends[ix] += ends[ix - 1];
        }
        let total = ends.last().map_or(0, |end| *end as usize);
        let mut to = vec![0; total];
        for sentences in [true, false] {
            for (at, link) in (0u32..).zip(&self.all) {
                let is_sentence = matches!(link.from, Node::Sentence(_));
                if let Some(target) = link.target.filter(|_| is_sentence == sentences) {
                    let next = &mut ends[target.0 as usize];
                    to[*next as usize] = at;
                    *next += 1;
                }
            }
        }
        ends.pop();
        self.all.shrink_to_fit();
        (self.to, self.to_ends) = (to, ends);
    }

    /// What a record or sentence cites, in the order written.
    pub fn cites(&self, node: Node) -> impl Iterator<Item = &Link> {
        let range = self.from.get(&node).cloned().unwrap_or_default();
        self.all[range.start as usize..range.end as usize].iter()
    }

    /// What cites a record: sentences in draft order, then records.
    pub fn cited_by(&self, ix: RecordIx) -> impl Iterator<Item = &Link> {
        let ix = ix.0 as usize;
        let end = self.to_ends.get(ix).copied().unwrap_or(0);
        let before = ix.checked_sub(1).and_then(|ix| self.to_ends.get(ix));
        let begin = before.copied().unwrap_or(0).min(end);
        let ixs = &self.to[begin as usize..end as usize];
        ixs.iter().map(|ix| &self.all[*ix as usize])
    }
}

/// A number of links; there are fewer than 4 billion.
fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
