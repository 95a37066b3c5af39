//! Fixes long runs of equal words first, and fills what lies between them.
use rustc_hash::FxHashMap;

use super::{EXCHANGE, Op, Sides, grid};

/// A run of equal words shorter than this fixes nothing.
const RUN: usize = 3;
/// More cells than this are not compared one by one.
const CELLS: usize = 1 << 18;

/// A stretch of both sides that is still to be filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub draft: (usize, usize),
    pub source: (usize, usize),
    /// The source words before, or after, are none of the quotation's business.
    pub free_left: bool,
    pub free_right: bool,
}

/// A run of equal words.
#[derive(Clone, Copy)]
struct Run {
    draft: usize,
    source: usize,
    len: usize,
}

enum Task {
    Fill(Stretch),
    Put(Run),
}

/// Aligns everything; gives the steps in order and their cost, if it is within `limit`.
pub(super) fn fill(sides: &Sides, limit: f32) -> Option<(Vec<Op>, f32)> {
    let (mut ops, mut cost) = (Vec::new(), 0.0);
    let whole = Stretch {
        draft: (0, sides.draft.len()),
        source: (0, sides.source.len()),
        free_left: true,
        free_right: true,
    };
    let mut tasks = vec![Task::Fill(whole)];
    while let Some(task) = tasks.pop() {
        match task {
            Task::Put(run) => {
                ops.extend((0..run.len).map(|step| Op::exact(run.draft + step, run.source + step)))
            }
            Task::Fill(stretch) => match anchor(sides, stretch) {
                Some(run) => {
                    let right = Stretch {
                        draft: (run.draft + run.len, stretch.draft.1),
                        source: (run.source + run.len, stretch.source.1),
                        free_left: false,
                        ..stretch
                    };
                    let left = Stretch {
                        draft: (stretch.draft.0, run.draft),
                        source: (stretch.source.0, run.source),
                        free_right: false,
                        ..stretch
                    };
                    tasks.extend([Task::Fill(right), Task::Put(run), Task::Fill(left)]);
                }
                None => cost += between(sides, stretch, limit - cost, &mut ops)?,
            },
        }
    }
    (cost <= limit).then_some((ops, cost))
}

/// Fills a stretch that holds no anchor, if that costs no more than `limit`.
fn between(sides: &Sides, stretch: Stretch, limit: f32, ops: &mut Vec<Op>) -> Option<f32> {
    let (draft, source) = (stretch.draft, stretch.source);
    if draft.0 == draft.1 {
        if stretch.free_left || stretch.free_right || source.0 == source.1 {
            return Some(0.0);
        }
        let (open, each) = sides.gap_cost(draft.0, sides.source[source.0].after_ellipsis);
        ops.extend((source.0..source.1).map(Op::Source));
        return Some(open + each * count(source.1 - source.0));
    }
    if (draft.1 - draft.0 + 1).saturating_mul(source.1 - source.0 + 1) > 4 * CELLS {
        ops.extend((draft.0..draft.1).map(Op::Draft));
        if !stretch.free_left && !stretch.free_right {
            ops.extend((source.0..source.1).map(Op::Source));
        }
        return Some(EXCHANGE * count(draft.1 - draft.0));
    }
    grid::fill(sides, stretch, limit, ops)
}

#[allow(clippy::cast_precision_loss, reason = "counts of words are small")]
fn count(words: usize) -> f32 {
    words as f32
}

/// The longest run of equal words, if it is long enough and occurs once.
fn anchor(sides: &Sides, stretch: Stretch) -> Option<Run> {
    let (draft, source) = (
        stretch.draft.1 - stretch.draft.0,
        stretch.source.1 - stretch.source.0,
    );
    if draft < RUN || source < RUN {
        return None;
    }
    if draft.saturating_mul(source) > CELLS {
        rare_run(sides, stretch)
    } else {
        longest_run(sides, stretch)
    }
}

fn longest_run(sides: &Sides, stretch: Stretch) -> Option<Run> {
    let source = &sides.source[stretch.source.0..stretch.source.1];
    let (mut last, mut row) = (vec![0u16; source.len() + 1], vec![0u16; source.len() + 1]);
    let (mut best, mut times) = (
        Run {
            draft: 0,
            source: 0,
            len: 0,
        },
        0,
    );
    for index in stretch.draft.0..stretch.draft.1 {
        let hash = sides.draft[index].hash;
        for (place, word) in source.iter().enumerate() {
            let len = if word.hash == hash {
                last[place].saturating_add(1)
            } else {
                0
            };
            row[place + 1] = len;
            let len = usize::from(len);
            if len > best.len {
                best = Run {
                    draft: index + 1 - len,
                    source: stretch.source.0 + place + 1 - len,
                    len,
                };
                times = 1;
            } else if len == best.len && len > 0 {
                times += 1;
            }
        }
        std::mem::swap(&mut last, &mut row);
    }
    (best.len >= RUN && times == 1).then_some(best)
}

/// For long stretches: the longest run that grows out of three neighbours occurring once on each side.
fn rare_run(sides: &Sides, stretch: Stretch) -> Option<Run> {
    let key = |hashes: [u32; RUN]| hashes;
    let mut places: FxHashMap<[u32; RUN], (usize, bool)> = FxHashMap::default();
    for (at, three) in sides.source[stretch.source.0..stretch.source.1]
        .windows(RUN)
        .enumerate()
    {
        let entry = places.entry(key([three[0].hash, three[1].hash, three[2].hash]));
        entry
            .and_modify(|place| place.1 = false)
            .or_insert((stretch.source.0 + at, true));
    }
    let mut best: Option<Run> = None;
    let mut covered = stretch.draft.0;
    for at in stretch.draft.0..stretch.draft.1 + 1 - RUN {
        let three = &sides.draft[at..at + RUN];
        if at < covered {
            continue;
        }
        if let Some((source, true)) = places.get(&[three[0].hash, three[1].hash, three[2].hash]) {
            let run = grown(sides, stretch, at, *source);
            covered = run.draft + run.len;
            if best.is_none_or(|best| run.len > best.len) {
                best = Some(run);
            }
        }
    }
    best
}

fn grown(sides: &Sides, stretch: Stretch, draft: usize, source: usize) -> Run {
    let (mut from, mut to) = (0, RUN);
    while draft > stretch.draft.0 + from
        && source > stretch.source.0 + from
        && sides.draft[draft - from - 1].hash == sides.source[source - from - 1].hash
    {
        from += 1;
    }
    while draft + to < stretch.draft.1
        && source + to < stretch.source.1
        && sides.draft[draft + to].hash == sides.source[source + to].hash
    {
        to += 1;
    }
    Run {
        draft: draft - from,
        source: source - from,
        len: from + to,
    }
}
