//! The affine alignment of what lies between two anchors, after O. Gotoh, *An improved algorithm for matching
//! biological sequences*, 1982: three sheets, one for words side by side, one for words only in the source, one for
//! words only in the draft.
use super::anchors::Stretch;
use super::likeness::{distance, unlikeness};
use super::{EXCHANGE, Op, Sides};
use crate::verify::classify::shape;
use crate::verify::window::letters;

const FAR: f32 = 1e9;
/// A printed word the source lacks: the first, and each further one.
const DRAFT_ONLY: (f32, f32) = (0.8, 0.5);

/// The sheet a step comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sheet {
    #[default]
    Beside,
    Source,
    Draft,
}

/// One place of the three sheets: cost and where the cheapest way comes from.
#[derive(Clone, Copy, Debug)]
struct Cell {
    beside: f32,
    source: f32,
    draft: f32,
    /// Words taken on each side by the pair that ends here.
    taken: (u8, u8),
    source_from: Sheet,
    draft_from: Sheet,
}

impl Cell {
    const NONE: Cell = Cell {
        beside: FAR,
        source: FAR,
        draft: FAR,
        taken: (1, 1),
        source_from: Sheet::Beside,
        draft_from: Sheet::Beside,
    };

    fn least(&self) -> f32 {
        self.beside.min(self.source).min(self.draft)
    }

    fn sheet(&self) -> Sheet {
        if self.beside <= self.source && self.beside <= self.draft {
            Sheet::Beside
        } else if self.source <= self.draft {
            Sheet::Source
        } else {
            Sheet::Draft
        }
    }
}

struct Grid<'a> {
    sides: &'a Sides<'a>,
    stretch: Stretch,
    cells: Vec<Cell>,
    width: usize,
    draft: Vec<Look>,
    source: Vec<Look>,
}

/// What is known of a word at first sight.
#[derive(Clone, Copy)]
struct Look {
    letters: u32,
    figure: bool,
    /// It may be two words drawn together: "don't", "gonna".
    contracted: bool,
}

impl Look {
    fn new(sides: &Sides, folded: &str, hash: u32) -> Self {
        Self {
            letters: letters(folded),
            figure: sides.lists.is_figure(folded, hash),
            contracted: folded.contains('\'') || folded.ends_with("nna") || folded.ends_with("tta"),
        }
    }
}

/// Aligns a stretch, appends its steps and gives their cost, if that is no more than `limit`.
pub(super) fn fill(sides: &Sides, stretch: Stretch, limit: f32, ops: &mut Vec<Op>) -> Option<f32> {
    let draft = &sides.draft[stretch.draft.0..stretch.draft.1];
    let source = &sides.source[stretch.source.0..stretch.source.1];
    let width = source.len() + 1;
    let mut grid = Grid {
        sides,
        stretch,
        cells: vec![Cell::NONE; (draft.len() + 1) * width],
        width,
        draft: draft
            .iter()
            .map(|word| Look::new(sides, &word.folded, word.hash))
            .collect(),
        source: source
            .iter()
            .map(|word| Look::new(sides, &word.folded, word.hash))
            .collect(),
    };
    let first = if stretch.free_left { width } else { 1 };
    grid.cells[..first]
        .iter_mut()
        .for_each(|cell| cell.beside = 0.0);
    // Costs only grow, and a step goes down two rows at most.
    let mut before = 0.0;
    for i in 0..=draft.len() {
        let mut least = FAR;
        for j in 0..width {
            least = grid.step(i, j).min(least);
        }
        if least.min(before) > limit {
            return None;
        }
        before = least;
    }
    Some(grid.trace(ops))
}

impl Grid<'_> {
    fn rows(&self) -> usize {
        self.stretch.draft.1 - self.stretch.draft.0
    }

    fn at(&self, i: usize, j: usize) -> &Cell {
        &self.cells[i * self.width + j]
    }

    /// Works out a cell; gives its cost.
    fn step(&mut self, i: usize, j: usize) -> f32 {
        let mut cell = *self.at(i, j);
        if i > 0 && j > 0 {
            (cell.beside, cell.taken) = self.beside(i, j);
        }
        let at_free_edge =
            i == 0 && self.stretch.free_left || i == self.rows() && self.stretch.free_right;
        if j > 0 && !at_free_edge {
            let own = self.sides.source[self.stretch.source.0 + j - 1].after_ellipsis;
            let (open, each) = self.sides.gap_cost(self.stretch.draft.0 + i, own);
            let before = self.at(i, j - 1);
            let begin = before.beside.min(before.draft) + open + each;
            let go_on = before.source + each;
            cell.source_from = match (go_on <= begin, before.beside <= before.draft) {
                (true, _) => Sheet::Source,
                (false, true) => Sheet::Beside,
                (false, false) => Sheet::Draft,
            };
            cell.source = go_on.min(begin);
        }
        if i > 0 {
            let before = self.at(i - 1, j);
            let begin = before.beside.min(before.source) + DRAFT_ONLY.0 + DRAFT_ONLY.1;
            let go_on = before.draft + DRAFT_ONLY.1;
            cell.draft_from = match (go_on <= begin, before.beside <= before.source) {
                (true, _) => Sheet::Draft,
                (false, true) => Sheet::Beside,
                (false, false) => Sheet::Source,
            };
            cell.draft = go_on.min(begin);
        }
        self.cells[i * self.width + j] = cell;
        cell.least()
    }

    /// The cheapest way to end with words side by side: one to one, or one beside two.
    fn beside(&self, i: usize, j: usize) -> (f32, (u8, u8)) {
        let mut best = (self.at(i - 1, j - 1).least() + self.exchange(i, j), (1, 1));
        if j > 1 {
            let cost = self.at(i - 1, j - 2).least() + self.joined(i, j, false);
            if cost < best.0 {
                best = (cost, (1, 2));
            }
        }
        if i > 1 {
            let cost = self.at(i - 2, j - 1).least() + self.joined(i, j, true);
            if cost < best.0 {
                best = (cost, (2, 1));
            }
        }
        best
    }

    /// What it costs to put printed word `i` for source word `j`.
    fn exchange(&self, i: usize, j: usize) -> f32 {
        let draft = &self.sides.draft[self.stretch.draft.0 + i - 1];
        let source = &self.sides.source[self.stretch.source.0 + j - 1];
        if draft.hash == source.hash {
            return 0.0;
        }
        if let Some(share) = unlikeness(draft, self.draft[i - 1].letters, source) {
            return 0.2 + share;
        }
        if self.draft[i - 1].figure && self.source[j - 1].figure {
            return 0.5;
        }
        // "Tlie" for "The": in a short word one misread letter is much of it.
        let close = |one: &str, other: &str| {
            one.len().abs_diff(other.len()) <= 1
                && one.len() <= 5
                && one.as_bytes().last() == other.as_bytes().last()
        };
        if close(&draft.folded, &source.folded) && shape(&draft.folded) == shape(&source.folded) {
            return 0.5;
        }
        // The quotation may begin or end inside a word that the source has run together with its neighbour.
        let (one, other) = (draft.folded.as_str(), source.folded.as_str());
        let cut_right = self.stretch.free_right && i == self.rows() && other.starts_with(one);
        let cut_left = self.stretch.free_left && i == 1 && other.ends_with(one);
        if one.len() >= 4 && (cut_left || cut_right) {
            0.5
        } else {
            EXCHANGE
        }
    }

    /// What it costs to lay one word beside two: little where the two put together are the one.
    fn joined(&self, i: usize, j: usize, two_printed: bool) -> f32 {
        let draft = |back: usize| {
            self.sides.draft[self.stretch.draft.0 + i - back]
                .folded
                .as_str()
        };
        let source = |back: usize| {
            self.sides.source[self.stretch.source.0 + j - back]
                .folded
                .as_str()
        };
        let (one, left, right) = if two_printed {
            (source(1), draft(2), draft(1))
        } else {
            (draft(1), source(2), source(1))
        };
        let long = left.len() + right.len();
        // No contraction and no damage makes that much of a difference.
        if long.abs_diff(one.len()) > 3 {
            return FAR;
        }
        let (single, first, second) = if two_printed {
            (self.source[j - 1], self.draft[i - 2], self.draft[i - 1])
        } else {
            (self.draft[i - 1], self.source[j - 2], self.source[j - 1])
        };
        let allowed = if two_printed { 1 + long / 8 } else { 1 };
        // An edit changes two of the letters that occur at most.
        let letters = ((first.letters | second.letters) ^ single.letters).count_ones() as usize;
        if letters > 2 * allowed && !single.contracted {
            return FAR;
        }
        if long == one.len() && one.starts_with(left) && one.ends_with(right) {
            return 0.1;
        }
        if single.contracted
            && self
                .sides
                .lists
                .readings(one)
                .any(|long| long == [left, right])
        {
            return 0.1;
        }
        let figures = first.figure || second.figure;
        let likely = one.len() >= 5 && long.abs_diff(one.len()) <= 1 && !figures;
        let plausible = two_printed
            || (left.len() <= 2 || right.len() <= 2)
                && (one.starts_with(left) || one.ends_with(right));
        if !(likely && plausible) || self.sides.lists.is_negation(one) {
            return FAR;
        }
        if distance(&format!("{left}{right}"), one) <= allowed {
            0.45
        } else {
            FAR
        }
    }

    fn trace(&self, ops: &mut Vec<Op>) -> f32 {
        let (rows, last) = (self.rows(), self.width - 1);
        let ends = if self.stretch.free_right {
            0..=last
        } else {
            last..=last
        };
        let (mut end, mut cost) = (last, FAR);
        for j in ends {
            let least = self.at(rows, j).least();
            if least < cost - 1e-6 {
                (end, cost) = (j, least);
            }
        }
        let begin = ops.len();
        let (mut i, mut j) = (rows, end);
        let mut sheet = self.at(i, j).sheet();
        while i > 0 || (!self.stretch.free_left && j > 0) {
            let cell = self.at(i, j);
            let (draft, source) = (self.stretch.draft.0 + i, self.stretch.source.0 + j);
            match sheet {
                Sheet::Beside if i > 0 && j > 0 => {
                    let (down, left) = (usize::from(cell.taken.0), usize::from(cell.taken.1));
                    let cost = cell.beside - self.at(i - down, j - left).least();
                    ops.push(Op::Pair {
                        draft: draft - down,
                        source: source - left,
                        draft_len: down,
                        source_len: left,
                        cost,
                    });
                    (i, j) = (i - down, j - left);
                    sheet = self.at(i, j).sheet();
                }
                Sheet::Source if j > 0 => {
                    ops.push(Op::Source(source - 1));
                    sheet = cell.source_from;
                    j -= 1;
                }
                Sheet::Beside | Sheet::Source | Sheet::Draft => {
                    if i > 0 {
                        ops.push(Op::Draft(draft - 1));
                        sheet = cell.draft_from;
                        i -= 1;
                    } else {
                        ops.push(Op::Source(source - 1));
                        j -= 1;
                    }
                }
            }
        }
        ops[begin..].reverse();
        cost
    }
}
