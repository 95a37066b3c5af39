//! The texts being looked in, laid end to end, with their page furniture and a way to find neighbouring words.
use crate::text::Span;
use crate::text::furniture::furniture;

use super::landmarks::Landmarks;
use super::lookup::Lookup;
use super::source::Source;

/// Where each text begins when all are laid end to end, what in it is furniture, and where its lines and turns are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub bases: Vec<usize>,
    pub furniture: Vec<Vec<Span>>,
    pub landmarks: Vec<Landmarks>,
    pub end: usize,
}

impl Layout {
    pub fn new(sources: &[Source]) -> Self {
        let mut layout = Layout::default();
        for source in sources {
            layout.bases.push(layout.end);
            layout.furniture.push(furniture(&source.text));
            layout.landmarks.push(Landmarks::default());
            layout.end += source.text.len();
        }
        layout
    }
}

/// The texts with everything needed to look in them.
pub(crate) struct Shelf<'a> {
    pub sources: &'a [Source],
    pub layout: &'a Layout,
    pub lookup: &'a dyn Lookup,
}

impl Shelf<'_> {
    /// The bytes of source `number` among all.
    pub fn range(&self, number: usize) -> Span {
        let start = self
            .layout
            .bases
            .get(number)
            .copied()
            .unwrap_or(self.layout.end);
        Span::new(
            start,
            start
                + self
                    .sources
                    .get(number)
                    .map_or(0, |source| source.text.len()),
        )
    }

    /// All bytes.
    pub fn whole(&self) -> Span {
        Span::new(0, self.layout.end)
    }

    /// The source a byte belongs to.
    pub fn source_at(&self, at: usize) -> usize {
        self.layout
            .bases
            .partition_point(|base| *base <= at)
            .saturating_sub(1)
    }

    pub fn furniture(&self, number: usize) -> &[Span] {
        self.layout.furniture.get(number).map_or(&[], Vec::as_slice)
    }
}
