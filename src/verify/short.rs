//! Quotations of one to four words: there exactly or not at all, and every place is listed.
use crate::text::Span;
use crate::text::furniture::touches;
use crate::text::tokens::words_while;

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
    for located in exact_places(case, within) {
        let finding = judge(case, &located);
        if finding.class <= Class::Convention {
            exact.push(finding);
        } else {
            near = near.or(finding.places.first().copied());
        }
    }
    if exact.is_empty() {
        let near = near
            .or_else(|| like(case, within))
            .or_else(|| in_pieces(case, within));
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

/// Every place at which the words stand one after another.
pub(crate) fn exact_places(case: &Case, within: &[Span]) -> Vec<Located> {
    let words = &case.quote.words;
    let pairs = words.windows(2).enumerate();
    let rarest = pairs.min_by_key(|(_, pair)| case.shelf.lookup.count(pair[0].hash, pair[1].hash));
    let mut starts = Vec::new();
    for range in within {
        match (rarest, words.as_slice()) {
            (Some((_, pair)), _) => {
                let give = &mut |at| {
                    if starts.len() < MOST {
                        starts.push(at);
                    }
                };
                case.shelf
                    .lookup
                    .places(pair[0].hash, pair[1].hash, *range, give);
            }
            (None, [only]) => single(case, only.hash, *range, &mut starts),
            (None, _) => {}
        }
    }
    starts.sort_unstable();
    starts.dedup();
    let step = rarest.map_or(0, |(step, _)| step);
    starts
        .into_iter()
        .filter_map(|at| laid(case, at, step))
        .collect()
}

fn single(case: &Case, hash: u32, range: Span, starts: &mut Vec<usize>) {
    for (number, source) in case.shelf.sources.iter().enumerate() {
        let own = case.shelf.range(number);
        if own.overlaps(range) && case.shelf.lookup.may_hold(number, hash) {
            each_said(&source.text, case.shelf.furniture(number), |word, at| {
                if word == hash && range.contains(own.start + at) && starts.len() < MOST {
                    starts.push(own.start + at);
                }
            });
        }
    }
}

/// The words laid beside the place where word `step` of them stands at byte `at` of all texts, if they all stand there.
fn laid(case: &Case, at: usize, step: usize) -> Option<Located> {
    let source = case.shelf.source_at(at);
    let at = at - case.shelf.range(source).start;
    let text = &case.shelf.sources[source].text;
    let end = end_as_printed(case, source, at, step)?;
    let before = case.quote.span(0, step).len() * 2 + AROUND;
    let range = between_words(text, at.saturating_sub(before), end + AROUND);
    let there = window(text, range, case.shelf.furniture(source));
    let words = &case.quote.words;
    let from = there
        .iter()
        .position(|word| word.span.start == at)?
        .checked_sub(step)?;
    let same = there.get(from..from + words.len())?;
    if !words
        .iter()
        .zip(same)
        .all(|(one, other)| one.hash == other.hash)
    {
        return None;
    }
    let ops = (0..words.len())
        .map(|step| Op::exact(step, from + step))
        .collect();
    let alignment = Alignment {
        ops,
        source: there,
        cost: 0.0,
    };
    Some(Located {
        source,
        alignment,
        blocks: Vec::new(),
        matched: words.len(),
    })
}

/// Where printed words `step..`, which begin at byte `at` of a source, end, if they stand there: the quick question
/// before all is laid out.
fn end_as_printed(case: &Case, source: usize, at: usize, step: usize) -> Option<usize> {
    let furniture = case.shelf.furniture(source);
    let mut wanted = case.quote.words[step..].iter();
    let mut next = wanted.next();
    let mut end = at;
    words_while(&case.shelf.sources[source].text, at, |token| {
        if touches(furniture, Span::new(token.start, token.end)) {
            return true;
        }
        match next {
            Some(word) if word.hash == token.hash => {
                (next, end) = (wanted.next(), token.end);
                next.is_some()
            }
            _ => false,
        }
    });
    next.is_none().then_some(end)
}

/// Where the first piece stands, if the quotation was cut or bracketed and every piece of it stands somewhere.
fn in_pieces(case: &Case, within: &[Span]) -> Option<Place> {
    let quote = case.quote;
    let cuts = (1..quote.words.len()).filter(|at| quote.before(*at).any());
    let mut edges: Vec<usize> = std::iter::once(0).chain(cuts).collect();
    edges.push(quote.words.len());
    let place = |edge: &[usize]| {
        let mut piece = quote.clone();
        piece.words = quote.words[edge[0]..edge[1]].to_vec();
        let case = Case {
            quote: &piece,
            ..*case
        };
        let found = exact_places(&case, within).into_iter().next()?;
        judge(&case, &found).places.first().copied()
    };
    let all: Option<Vec<Place>> = edges.windows(2).map(place).collect();
    all.filter(|all| all.len() > 1)?.first().copied()
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
