//! The one question: what was changed, and was it declared?
use crate::text::Span;

use super::align::Op;
use super::candidates::Candidate;
use super::class::{Class, Reason};
use super::classify::warn;
use super::finding::{Finding, Place};
use super::groups::source_of;
use super::judge::{Case, is_another, judge};
use super::locate::{Located, locate, share};
use super::lookup::Wanted;
use super::parse::{Parsed, parse, parse_without_asides};
use super::printed::Printed;
use super::query::Query;
use super::severity::Policy;
use super::shelf::{Layout, Shelf};
use super::short;
use super::source::Source;
use super::warning::WarningKind;

/// Up to so many words a quotation must stand there exactly.
pub(crate) const SHORT: usize = 4;

/// Looks for the printed words in `sources` and says what was changed.
///
/// The answer does not depend on the order of the sources.
pub fn check_quote(sources: &[Source], query: &Query, policy: &Policy) -> Finding {
    let layout = Layout::new(sources);
    let readings = Readings::new(&query.printed);
    let mut wanted = Wanted::new(readings.all());
    for (number, source) in sources.iter().enumerate() {
        wanted.read(&source.text, &layout.furniture[number]);
    }
    let shelf = Shelf {
        sources,
        layout: &layout,
        lookup: &wanted,
    };
    check(&shelf, &readings, query, policy)
}

/// A printed quotation read both ways: with its square brackets as the writer's, and as the source's own.
#[derive(Debug)]
pub(crate) struct Readings {
    pub written: Parsed,
    pub literal: Option<Parsed>,
    /// Without the attributions inside the marks.
    pub bare: Option<Parsed>,
}

impl Readings {
    pub fn new(printed: &Printed) -> Self {
        let written = parse(printed, false);
        let literal = written.has_brackets().then(|| parse(printed, true));
        let bare = parse_without_asides(printed);
        Self {
            written,
            literal,
            bare,
        }
    }

    /// Both, or the one.
    pub fn all(&self) -> impl Iterator<Item = &Parsed> {
        std::iter::once(&self.written)
            .chain(&self.literal)
            .chain(&self.bare)
    }
}

/// Looks for the printed words on `shelf`.
pub(crate) fn check(shelf: &Shelf, readings: &Readings, query: &Query, policy: &Policy) -> Finding {
    if shelf.sources.is_empty() || shelf.lookup.words() == 0 {
        return Finding::not_checked(Reason::NoText);
    }
    // Brackets may be the source's own: it is asked about them first.
    if let Some(literal) = &readings.literal {
        let finding = staged(shelf, literal, query, policy);
        if finding.class <= Class::Convention {
            return finding;
        }
    }
    let finding = staged(shelf, &readings.written, query, policy);
    match &readings.bare {
        // What looks like an attribution may be quoted itself: it is only left out where it is not there.
        Some(bare) if finding.class > Class::Declared => {
            let without = staged(shelf, bare, query, policy);
            if without.class < finding.class {
                without
            } else {
                finding
            }
        }
        Some(_) | None => finding,
    }
}

/// Looks at the place named first, then in the sources named, then in all.
fn staged(shelf: &Shelf, quote: &Parsed, query: &Query, policy: &Policy) -> Finding {
    let case = Case {
        shelf,
        quote,
        query,
        policy,
    };
    let scope: Vec<Span> = query
        .scope
        .iter()
        .filter(|number| **number < shelf.sources.len())
        .map(|number| shelf.range(*number))
        .collect();
    let all = vec![shelf.whole()];
    let inside = if scope.is_empty() { &all } else { &scope };
    if let Some((number, place)) = query
        .locator
        .filter(|(number, _)| *number < shelf.sources.len())
    {
        let base = shelf.range(number).start;
        let here = look(&case, &[Span::new(base + place.start, base + place.end)]);
        let there = if here.class <= Class::Declared {
            None
        } else {
            Some(look(&case, inside))
        };
        let better = there.filter(|there| there.class < here.class);
        if better.is_none() && here.class < Class::NotFound {
            return here;
        }
        if let Some(mut there) = better {
            let words = there
                .spans
                .first()
                .zip(there.source)
                .map(|(span, number)| span.of(&shelf.sources[number].text).to_owned());
            warn(
                &mut there.warnings,
                WarningKind::Elsewhere,
                &words.unwrap_or_default(),
            );
            return there;
        }
    }
    let found = look(&case, inside);
    if scope.is_empty() || found.class < Class::NotFound {
        return found;
    }
    let mut elsewhere = look(&case, &all);
    match elsewhere.source {
        Some(number) if elsewhere.class < Class::NotFound => {
            warn(
                &mut elsewhere.warnings,
                WarningKind::FoundInOtherSource,
                &shelf.sources[number].name,
            );
            elsewhere
        }
        _ => found,
    }
}

fn look(case: &Case, within: &[Span]) -> Finding {
    match case.quote.words.len() {
        0 => Finding::not_checked(Reason::TooShort),
        1..=SHORT => short::look(case, within),
        _ => look_long(case, within),
    }
}

fn look_long(case: &Case, within: &[Span]) -> Finding {
    // Where the very words stand one after another nothing need be aligned; they may stand in many places, and all are
    // worth knowing.
    let exact = short::exact_places(case, within);
    let (located, first) = if exact.is_empty() {
        locate(case.shelf, case.quote, within)
    } else {
        (exact, None)
    };
    let mut findings: Vec<Finding> = located
        .iter()
        .filter(|place| is_significant(case, place))
        .map(|place| judge(case, place))
        .collect();
    if findings.is_empty() {
        let stretch = |candidate: Candidate| Place {
            source: candidate.source,
            span: candidate.range,
        };
        let near = located.first().and_then(nearest);
        return Finding::not_found(near.or(first.map(stretch)));
    }
    let name = |finding: &Finding| {
        finding
            .source
            .map(|number| case.shelf.sources[number].name.clone())
    };
    findings.sort_by_cached_key(|finding| {
        let other_speaker = finding
            .speaker
            .as_deref()
            .is_some_and(|label| is_another(label, &case.query.speaker));
        (
            finding.class.max(Class::Typographic),
            other_speaker,
            finding.class,
            name(finding),
            finding.spans.first().copied(),
        )
    });
    gathered(findings)
}

/// The first finding, with the places of all that are as good.
pub(crate) fn gathered(findings: Vec<Finding>) -> Finding {
    let mut all = findings.into_iter();
    let Some(mut best) = all.next() else {
        return Finding::not_found(None);
    };
    let weight = |finding: &Finding| finding.class.max(Class::Convention);
    // Where it is changed at every place, no place is more surely the one it was taken from.
    let changed = best.class > Class::Declared;
    let places: Vec<Place> = all
        .filter(|other| changed || weight(other) == weight(&best))
        .flat_map(|other| other.places)
        .collect();
    best.places.extend(places);
    if best.places.len() > 1 {
        let words = format!("{} places", best.places.len());
        warn(&mut best.warnings, WarningKind::Ambiguous, &words);
    }
    best
}

/// The stretch that came nearest.
fn nearest(located: &Located) -> Option<Place> {
    let words = || {
        located
            .alignment
            .ops
            .iter()
            .filter(|op| matches!(op, Op::Pair { .. }))
            .filter_map(source_of)
    };
    let (first, last) = (words().next()?, words().next_back()?);
    let source = &located.alignment.source;
    Some(Place {
        source: located.source,
        span: Span::new(source[first.0].span.start, source[last.1 - 1].span.end),
    })
}

/// Whether enough of the quotation stands there, and enough that is not found everywhere.
fn is_significant(case: &Case, located: &Located) -> bool {
    let count = case.quote.words.len();
    let mut cost = located.alignment.cost;
    for block in &located.blocks {
        cost += block.alignment.cost - 0.5 * share(block.draft.1 - block.draft.0);
    }
    // Words between two long runs cost much, and yet every printed word stands there.
    let whole = located.matched == count && shortest_run(located) >= LONG_RUN;
    let enough = located.matched * 10 >= count * 6 && (whole || cost <= 0.5 * share(count));
    let in_a_row = longest_run(&located.alignment.ops) >= 3 || located.matched * 100 >= count * 95;
    enough && in_a_row && information(case, located) > bits(case.shelf.lookup.words()) + 10.0
}

/// A run of so many words as printed is no chance.
const LONG_RUN: usize = 5;

/// The shortest run of words as printed, in one place or elsewhere; none if a printed word is anything else.
fn shortest_run(located: &Located) -> usize {
    let moved = |at: usize| {
        let mut blocks = located.blocks.iter();
        blocks.any(|block| block.draft.0 <= at && at < block.draft.1)
    };
    let (mut run, mut shortest) = (0, usize::MAX);
    for op in &located.alignment.ops {
        let draft = super::groups::draft_of(op);
        let own = draft.is_some_and(|range| !moved(range.0));
        if own && !op.is_exact() {
            return 0;
        }
        if own {
            run += 1;
        } else if run > 0 {
            shortest = shortest.min(run);
            run = 0;
        }
    }
    let last = if run > 0 { run } else { usize::MAX };
    let blocks = located
        .blocks
        .iter()
        .map(|block| longest_run(&block.alignment.ops));
    blocks.fold(shortest.min(last), usize::min)
}

fn longest_run(ops: &[Op]) -> usize {
    let (mut run, mut longest) = (0, 0);
    for op in ops {
        run = if op.is_exact() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// The information in the matched words, in bits.
fn information(case: &Case, located: &Located) -> f64 {
    let total = bits(case.shelf.lookup.words() + 1_000);
    let moved = located
        .blocks
        .iter()
        .flat_map(|block| block.draft.0..block.draft.1);
    let own = located
        .alignment
        .ops
        .iter()
        .filter(|op| op.is_like())
        .filter_map(super::groups::draft_of)
        .flat_map(|range| range.0..range.1);
    own.chain(moved)
        .map(|word| total - bits(case.shelf.lookup.frequency(case.quote.words[word].hash)))
        .sum()
}

#[allow(clippy::cast_precision_loss, reason = "a logarithm needs no more")]
fn bits(count: u64) -> f64 {
    (count.max(1) as f64).log2()
}
