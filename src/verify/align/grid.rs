//! The affine alignment of what lies between two anchors, after O. Gotoh, *An improved algorithm for matching
//! biological sequences*, 1982: three sheets, one for words side by side, one for words only in the source, one for
//! words only in the draft.
use super::anchors::Stretch;
use super::pairs::{FAR, Pairs};
use super::{Op, Sides};

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

    /// A source word is left out after the cell `before`.
    fn leave_source(&mut self, before: &Cell, open: f32, each: f32) {
        let begin = before.beside.min(before.draft) + open + each;
        let go_on = before.source + each;
        self.source_from = match (go_on <= begin, before.beside <= before.draft) {
            (true, _) => Sheet::Source,
            (false, true) => Sheet::Beside,
            (false, false) => Sheet::Draft,
        };
        self.source = go_on.min(begin);
    }

    /// A printed word that the source lacks comes after the cell `before`.
    fn leave_draft(&mut self, before: &Cell) {
        let begin = before.beside.min(before.source) + DRAFT_ONLY.0 + DRAFT_ONLY.1;
        let go_on = before.draft + DRAFT_ONLY.1;
        self.draft_from = match (go_on <= begin, before.beside <= before.source) {
            (true, _) => Sheet::Draft,
            (false, true) => Sheet::Beside,
            (false, false) => Sheet::Source,
        };
        self.draft = go_on.min(begin);
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
    pairs: Pairs<'a>,
    cells: Vec<Cell>,
    width: usize,
}

/// Aligns a stretch, appends its steps and gives their cost, if that is no more than `limit`.
pub(super) fn fill(sides: &Sides, stretch: Stretch, limit: f32, ops: &mut Vec<Op>) -> Option<f32> {
    let width = stretch.source.1 - stretch.source.0 + 1;
    let rows = stretch.draft.1 - stretch.draft.0;
    let mut grid = Grid {
        pairs: Pairs::new(sides, stretch),
        cells: vec![Cell::NONE; (rows + 1) * width],
        width,
    };
    let first = if stretch.free_left { width } else { 1 };
    grid.cells[..first]
        .iter_mut()
        .for_each(|cell| cell.beside = 0.0);
    // Costs only grow, and a step goes down two rows at most.
    let mut before = 0.0;
    for i in 0..=rows {
        let least = grid.row(i);
        if least.min(before) > limit {
            return None;
        }
        before = least;
    }
    Some(grid.trace(ops))
}

impl Grid<'_> {
    fn at(&self, i: usize, j: usize) -> &Cell {
        &self.cells[i * self.width + j]
    }

    /// Works out a row; gives the least cost in it.
    fn row(&mut self, i: usize) -> f32 {
        let Pairs { sides, stretch, .. } = self.pairs;
        let at_free_edge =
            i == 0 && stretch.free_left || i == self.pairs.rows() && stretch.free_right;
        let [gap, own_gap] = [false, true].map(|own| sides.gap_cost(stretch.draft.0 + i, own));
        let (above, row) = self.cells.split_at_mut(i * self.width);
        let row = &mut row[..self.width];
        let up = &above[i.saturating_sub(1) * self.width..];
        let upper = &above[i.saturating_sub(2) * self.width..];
        let mut least = FAR;
        for j in 0..row.len() {
            let mut cell = row[j];
            if i > 0 && j > 0 {
                (cell.beside, cell.taken) = beside(&self.pairs, (i, j), up, upper);
            }
            if j > 0 && !at_free_edge {
                let own = sides.source[stretch.source.0 + j - 1].after_ellipsis;
                let (open, each) = if own { own_gap } else { gap };
                cell.leave_source(&row[j - 1], open, each);
            }
            if i > 0 {
                cell.leave_draft(&up[j]);
            }
            row[j] = cell;
            least = least.min(cell.least());
        }
        least
    }

    fn trace(&self, ops: &mut Vec<Op>) -> f32 {
        let (rows, last) = (self.pairs.rows(), self.width - 1);
        let ends = if self.pairs.stretch.free_right {
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
        while i > 0 || (!self.pairs.stretch.free_left && j > 0) {
            let cell = self.at(i, j);
            let (draft, source) = (
                self.pairs.stretch.draft.0 + i,
                self.pairs.stretch.source.0 + j,
            );
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

/// The cheapest way to end at a cell with words side by side: one to one, or one beside two; `up` is the row above it and
/// `upper` the one above that.
fn beside(pairs: &Pairs, at: (usize, usize), up: &[Cell], upper: &[Cell]) -> (f32, (u8, u8)) {
    let (i, j) = at;
    let mut best = (up[j - 1].least() + pairs.exchange(i, j), (1, 1));
    let mut or_two = |before: &Cell, taken: (u8, u8)| {
        let cost = before.least();
        // What two words cost is worked out only where it may matter.
        if cost < best.0 {
            let cost = cost + pairs.joined(i, j, taken == (2, 1));
            if cost < best.0 {
                best = (cost, taken);
            }
        }
    };
    if j > 1 {
        or_two(&up[j - 2], (1, 2));
    }
    if i > 1 {
        or_two(&upper[j - 1], (2, 1));
    }
    best
}
