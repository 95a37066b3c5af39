//! Quotations of one to four words: there exactly or not at all, and every place is listed.
use crate::text::Span;

use super::align::{Alignment, Op};
use super::candidates::{Effort, candidates};
use super::check::gathered;
use super::class::{Class, Reason};
use super::finding::{Finding, Place};
use super::judge::{Case, judge};
use super::locate::Located;
use super::lookup::each_said;
use super::window::{between_words, window};

/// Most places listed.
const MOST: usize = 1_000;
/// Bytes of the source looked at around a place, so that its neighbours are known.
const AROUND: usize = 120;

pub(crate) fn look(case: &Case, within: &[Span]) -> Finding {
    let mut exact: Vec<Finding> = Vec::new();
    let mut near: Option<Place> = None;
    for (source, start) in places(case, within) {
        let finding = judge(case, &laid(case, source, start));
        if finding.class <= Class::Convention {
            exact.push(finding);
        } else {
            near = near.or(finding.places.first().copied());
        }
    }
    if exact.is_empty() {
        let near = near.or_else(|| like(case, within));
        return near.map_or_else(
            || Finding::not_found(None),
            |near| Finding {
                nearest: Some(near),
                ..Finding::not_checked(Reason::TooShort)
            },
        );
    }
    let name = |finding: &Finding| {
        finding
            .source
            .map(|number| case.shelf.sources[number].name.clone())
    };
    exact.sort_by_cached_key(|finding| (name(finding), finding.spans.first().copied()));
    let best = (0..exact.len())
        .min_by_key(|at| exact[*at].class)
        .unwrap_or(0);
    exact[..=best].rotate_right(1);
    gathered(exact)
}

/// Every place at which the words stand one after another: source and byte.
fn places(case: &Case, within: &[Span]) -> Vec<(usize, usize)> {
    let words = &case.quote.words;
    let mut starts = Vec::new();
    for range in within {
        if let [first, second, ..] = words.as_slice() {
            case.shelf
                .lookup
                .places(first.hash, second.hash, *range, &mut |at| {
                    if starts.len() < MOST {
                        starts.push(at);
                    }
                });
        } else if let [only] = words.as_slice() {
            single(case, only.hash, *range, &mut starts);
        }
    }
    starts.sort_unstable();
    starts.dedup();
    let local = |at: usize| {
        let source = case.shelf.source_at(at);
        (source, at - case.shelf.range(source).start)
    };
    starts
        .into_iter()
        .map(local)
        .filter(|(source, at)| follows(case, *source, *at))
        .collect()
}

fn single(case: &Case, hash: u32, range: Span, starts: &mut Vec<usize>) {
    for (number, source) in case.shelf.sources.iter().enumerate() {
        let own = case.shelf.range(number);
        if own.overlaps(range) {
            each_said(&source.text, case.shelf.furniture(number), |word, at| {
                if word == hash && range.contains(own.start + at) && starts.len() < MOST {
                    starts.push(own.start + at);
                }
            });
        }
    }
}

/// Whether all printed words follow one another from byte `at` on.
fn follows(case: &Case, source: usize, at: usize) -> bool {
    let there = stretch(case, source, at);
    let from = there.iter().position(|word| word.span.start == at);
    from.is_some_and(|from| {
        let words = &case.quote.words;
        there.len() >= from + words.len()
            && words
                .iter()
                .zip(&there[from..])
                .all(|(one, other)| one.hash == other.hash)
    })
}

fn stretch(case: &Case, source: usize, at: usize) -> Vec<super::window::SourceWord> {
    let text = &case.shelf.sources[source].text;
    let range = between_words(
        text,
        at.saturating_sub(AROUND),
        at + case.quote.text.len() * 2 + AROUND,
    );
    window(text, range, case.shelf.furniture(source))
}

fn laid(case: &Case, source: usize, at: usize) -> Located {
    let words = stretch(case, source, at);
    let from = words
        .iter()
        .position(|word| word.span.start == at)
        .unwrap_or(0);
    let ops = (0..case.quote.words.len())
        .map(|step| Op::exact(step, from + step))
        .collect();
    Located {
        source,
        alignment: Alignment {
            ops,
            source: words,
            cost: 0.0,
        },
        blocks: Vec::new(),
        matched: case.quote.words.len(),
    }
}

/// A place with some of the words, for three words or more.
fn like(case: &Case, within: &[Span]) -> Option<Place> {
    let count = case.quote.words.len();
    if count < 3 {
        return None;
    }
    let found = within.iter().flat_map(|range| {
        candidates(
            case.shelf,
            case.quote,
            (0, count),
            *range,
            1,
            Effort::Thorough,
        )
    });
    found
        .max_by_key(|candidate| candidate.score)
        .map(|candidate| Place {
            source: candidate.source,
            span: candidate.range,
        })
}
