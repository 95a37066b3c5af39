//! Lays the printed words beside a stretch of the source, word by word.
//!
//! Runs of words that occur once are fixed first; an affine alignment fills what lies between. Gaps are cheap
//! where the writer declared a cut or put in a bracket.
mod anchors;
mod grid;
mod likeness;
mod pairs;
mod slide;

pub(crate) use likeness::distance;

use super::parse::{Break, Word};
use super::window::SourceWord;
use crate::text::lexicon::Lexicon;

/// One step of an alignment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    /// Printed words beside source words: one to one, or two to one where a word was split or joined.
    Pair {
        draft: usize,
        source: usize,
        draft_len: usize,
        source_len: usize,
        cost: f32,
    },
    /// A printed word the source lacks.
    Draft(usize),
    /// A source word the quotation lacks.
    Source(usize),
}

impl Op {
    /// The same word on both sides.
    pub fn is_exact(&self) -> bool {
        matches!(self, Op::Pair { draft_len: 1, source_len: 1, cost, .. } if *cost < 1e-6)
    }

    /// Words that are the same or nearly so.
    pub fn is_like(&self) -> bool {
        matches!(self, Op::Pair { cost, .. } if *cost < LIKE)
    }

    /// The same step where printed words are counted from `by` on.
    pub const fn moved_on(mut self, by: usize) -> Self {
        match &mut self {
            Op::Pair { draft, .. } | Op::Draft(draft) => *draft += by,
            Op::Source(_) => {}
        }
        self
    }

    pub const fn exact(draft: usize, source: usize) -> Self {
        Op::Pair {
            draft,
            source,
            draft_len: 1,
            source_len: 1,
            cost: 0.0,
        }
    }
}

/// A pair that costs less than this is the same word, damaged or respelt.
const LIKE: f32 = 0.7;
/// What it costs to put one word for another.
const EXCHANGE: f32 = 1.25;

/// The printed words beside the source's.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    pub ops: Vec<Op>,
    /// The source's words `ops` speak of.
    pub source: Vec<SourceWord>,
    pub cost: f32,
}

/// Lays `draft`, with what stands between its words, beside `source`; nothing where that costs more than `limit`.
pub(crate) fn align(
    draft: &[Word],
    breaks: &[Break],
    source: Vec<SourceWord>,
    lists: &Lexicon,
    limit: f32,
) -> Option<Alignment> {
    let sides = Sides {
        draft,
        breaks,
        source: &source,
        lists,
    };
    let (mut ops, cost) = anchors::fill(&sides, limit)?;
    slide::slide(&sides, &mut ops);
    Some(Alignment { ops, source, cost })
}

/// What is laid side by side.
struct Sides<'a> {
    draft: &'a [Word],
    breaks: &'a [Break],
    source: &'a [SourceWord],
    lists: &'a Lexicon,
}

impl Sides<'_> {
    fn before(&self, draft: usize) -> Break {
        self.breaks.get(draft).copied().unwrap_or_default()
    }

    /// What it costs to begin and to go on leaving out source words before printed word `draft`; `own` where the
    /// source has an ellipsis of its own there, so that the printed one declares nothing.
    fn gap_cost(&self, draft: usize, own: bool) -> (f32, f32) {
        let before = self.before(draft);
        if before.has(Break::ELLIPSIS) && !own {
            (0.05, 0.002)
        } else if before.has(Break::BRACKET) {
            (0.05, 0.04)
        } else if before.has(Break::ATTRIBUTION) {
            (0.5, 0.1)
        } else if before.has(Break::ELLIPSIS) {
            (0.6, 0.1)
        } else {
            (0.75, 0.1)
        }
    }
}
