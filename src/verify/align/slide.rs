//! A run of skipped source words can often be drawn in several places (`the [the] army` or `[the] the army`).
//! It is drawn where the quotation declares it, else as a run of fillers, else at a clause boundary.
use std::iter::repeat_n;

use super::{Op, Sides};
use crate::verify::parse::Break;

/// How many words a run may be moved either way.
const FARTHEST: usize = 12;

/// A run of source words between two equal pairs.
struct Gap {
    /// Its first step, and one past its last.
    steps: (usize, usize),
    /// The printed word after it.
    draft: usize,
    /// Its first source word.
    source: usize,
}

pub(super) fn slide(sides: &Sides, ops: &mut [Op]) {
    let mut at = 0;
    while at < ops.len() {
        if !matches!(ops[at], Op::Source(_)) {
            at += 1;
            continue;
        }
        let from = at;
        while matches!(ops.get(at), Some(Op::Source(_))) {
            at += 1;
        }
        let (Some(before), Op::Source(source)) = (from.checked_sub(1), ops[from]) else {
            continue;
        };
        match ops.get(at) {
            Some(Op::Pair { draft, .. }) if ops[before].is_exact() && ops[at].is_exact() => {
                let gap = Gap {
                    steps: (from, at),
                    draft: *draft,
                    source,
                };
                at += move_gap(sides, ops, &gap);
            }
            _ => {}
        }
    }
}

/// Moves the gap to its best place; gives how far to the right it went.
fn move_gap(sides: &Sides, ops: &mut [Op], gap: &Gap) -> usize {
    let len = gap.steps.1 - gap.steps.0;
    let (mut best, mut left, mut right) = (score(sides, gap.draft, gap.source, len), 0, 0);
    for back in 1..=FARTHEST.min(gap.steps.0).min(gap.source).min(gap.draft) {
        let same =
            sides.source[gap.source - back].hash == sides.source[gap.source + len - back].hash;
        if !ops[gap.steps.0 - back].is_exact() || !same {
            break;
        }
        let value = score(sides, gap.draft - back, gap.source - back, len);
        if value > best {
            (best, left) = (value, back);
        }
    }
    for on in 1..=FARTHEST {
        let exact = ops.get(gap.steps.1 + on - 1).is_some_and(Op::is_exact);
        let next = sides.source.get(gap.source + len + on - 1);
        if !exact
            || next.is_none_or(|next| next.hash != sides.source[gap.source + on - 1].hash)
            || gap.steps.1 + on >= ops.len()
        {
            break;
        }
        let value = score(sides, gap.draft + on, gap.source + on, len);
        if value > best {
            (best, left, right) = (value, 0, on);
        }
    }
    if left > 0 {
        redraw(
            ops,
            gap.steps.0 - left,
            (gap.draft - left, gap.source - left),
            (0, len, left),
        );
    } else if right > 0 {
        redraw(ops, gap.steps.0, (gap.draft, gap.source), (right, len, 0));
    }
    right
}

/// Writes `shape`: equal pairs, skipped words, equal pairs, beginning at step `at` with the words at `from`.
fn redraw(ops: &mut [Op], at: usize, from: (usize, usize), shape: (usize, usize, usize)) {
    let (mut draft, mut source) = from;
    let kinds = repeat_n(true, shape.0)
        .chain(repeat_n(false, shape.1))
        .chain(repeat_n(true, shape.2));
    for (op, pair) in ops[at..].iter_mut().zip(kinds) {
        *op = if pair {
            Op::exact(draft, source)
        } else {
            Op::Source(source)
        };
        draft += usize::from(pair);
        source += 1;
    }
}

/// How well a gap of `len` source words stands before printed word `draft`.
fn score(sides: &Sides, draft: usize, source: usize, len: usize) -> u32 {
    let words: Vec<&str> = sides.source[source..source + len]
        .iter()
        .map(|word| word.folded.as_str())
        .collect();
    let declared = sides.before(draft).has(Break::ELLIPSIS | Break::BRACKET);
    let after_mark = |at: usize| sides.source.get(at).is_some_and(|word| word.after_mark);
    u32::from(declared) * 100
        + u32::from(sides.lists.are_fillers(&words)) * 20
        + u32::from(after_mark(source)) * 3
        + u32::from(after_mark(source + len))
}
