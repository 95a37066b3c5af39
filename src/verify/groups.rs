//! Puts the steps of an alignment that are no equal words together into groups: what is judged as one change.
use super::align::Op;
use super::parse::{Break, Parsed};
use super::window::SourceWord;
use crate::text::lexicon::Lexicon;

/// Printed words against source words; one side may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub draft: (usize, usize),
    pub source: (usize, usize),
    /// What the writer declared in it or at its edges.
    pub breaks: Break,
    /// Words stand beside one another, one to one, all along.
    pub pairwise: bool,
}

/// The groups of `ops`, in order; source words before the first and after the last printed word belong to none.
pub(crate) fn groups(
    ops: &[Op],
    quote: &Parsed,
    source: &[SourceWord],
    lists: &Lexicon,
) -> Vec<Group> {
    let first = ops
        .iter()
        .position(|op| matches!(op, Op::Pair { .. } | Op::Draft(_)));
    let last = ops
        .iter()
        .rposition(|op| matches!(op, Op::Pair { .. } | Op::Draft(_)));
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let ops = &ops[first..=last];
    let figure = |op: &Op| match op {
        Op::Pair {
            source: at,
            source_len,
            ..
        } => source[*at..at + source_len]
            .iter()
            .any(|word| lists.is_figure(&word.folded, word.hash)),
        Op::Source(at) => {
            lists.is_figure(&source[*at].folded, source[*at].hash)
                || lists.is_of_percent(&source[*at].folded)
        }
        Op::Draft(at) => {
            lists.is_figure(&quote.words[*at].folded, quote.words[*at].hash)
                || lists.is_of_percent(&quote.words[*at].folded)
        }
    };
    let mut all: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < ops.len() {
        if ops[at].is_exact() {
            at += 1;
            continue;
        }
        let (mut from, mut to) = (at, at + 1);
        while ops.get(to).is_some_and(|op| !op.is_exact()) {
            to += 1;
        }
        // A change of part of a number is a change of the whole number: "forty-nine" for "forty-eight".
        if figure(&ops[from]) {
            while from > 0 && ops[from - 1].is_exact() && figure(&ops[from - 1]) {
                from -= 1;
            }
        }
        if figure(&ops[to - 1]) {
            while ops.get(to).is_some_and(figure) {
                to += 1;
            }
        }
        at = to;
        match all.last_mut() {
            Some(last) if last.1 >= from => last.1 = to,
            _ => all.push((from, to)),
        }
    }
    all.into_iter()
        .map(|(from, to)| group(ops, (from, to), quote))
        .collect()
}

fn group(ops: &[Op], steps: (usize, usize), quote: &Parsed) -> Group {
    let inside = &ops[steps.0..steps.1];
    let draft = reach(inside, draft_of).unwrap_or_else(|| {
        let next = ops[steps.1..]
            .iter()
            .find_map(draft_of)
            .map_or(quote.words.len(), |range| range.0);
        (next, next)
    });
    let source = reach(inside, source_of).unwrap_or_else(|| {
        let next = ops[steps.1..].iter().find_map(source_of).or_else(|| {
            ops[..steps.0]
                .iter()
                .rev()
                .find_map(source_of)
                .map(|range| (range.1, range.1))
        });
        next.map_or((0, 0), |range| (range.0, range.0))
    });
    let breaks = (draft.0..=draft.1).fold(Break::default(), |all, at| all | quote.before(at));
    let pairwise = inside.iter().all(|op| {
        matches!(
            op,
            Op::Pair {
                draft_len: 1,
                source_len: 1,
                ..
            }
        )
    });
    Group {
        draft,
        source,
        breaks,
        pairwise,
    }
}

fn reach(ops: &[Op], of: impl Fn(&Op) -> Option<(usize, usize)>) -> Option<(usize, usize)> {
    ops.iter()
        .filter_map(of)
        .reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
}

/// The printed words of a step.
pub(crate) fn draft_of(op: &Op) -> Option<(usize, usize)> {
    match op {
        Op::Pair {
            draft, draft_len, ..
        } => Some((*draft, draft + draft_len)),
        Op::Draft(at) => Some((*at, at + 1)),
        Op::Source(_) => None,
    }
}

/// The source words of a step.
pub(crate) fn source_of(op: &Op) -> Option<(usize, usize)> {
    match op {
        Op::Pair {
            source, source_len, ..
        } => Some((*source, source + source_len)),
        Op::Source(at) => Some((*at, at + 1)),
        Op::Draft(_) => None,
    }
}
