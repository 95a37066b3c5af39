//! A run of printed words that stands elsewhere than its neighbours: a far declared cut, a change of order, or a stitch.
use crate::text::Span;

use super::align::Op;
use super::class::Class;
use super::classify::{Change, Context, classify, warn};
use super::edge::whole_numbers;
use super::finding::Difference;
use super::glyphs::glyphs;
use super::groups::{draft_of, groups, source_of};
use super::judge::{Case, difference, glyph_difference};
use super::locate::{Block, Located};
use super::parse::Break;
use super::truncation;
use super::warning::{Warning, WarningKind};

/// Passages that stand closer than this, in bytes, were put in another order; farther apart they are joined.
const NEAR: usize = 400;
/// A label this close to the joint makes it one of two speakers.
const JOINT: usize = 200;
/// An ellipsis that stands in the source itself declares no cut as wide as this.
const OWN_ELLIPSIS: usize = 250;

/// Where the printed neighbours of the block stand.
struct Joint {
    /// End of what is printed before it.
    before: Option<usize>,
    /// Beginning of what is printed after it.
    after: Option<usize>,
    own: Span,
    home: bool,
}

/// Judges `block` and adds what it amounts to.
pub(crate) fn judge(
    case: &Case,
    located: &Located,
    ops: &[Op],
    block: &Block,
    differences: &mut Vec<Difference>,
    spans: &mut Vec<Span>,
    warnings: &mut Vec<Warning>,
) {
    let home = case.context(located);
    let there = case.beside(block.source, &block.alignment.source);
    let taken: Vec<(usize, usize)> = block
        .alignment
        .ops
        .iter()
        .filter(|op| op.is_like())
        .filter_map(source_of)
        .collect();
    let (Some(first), Some(last)) = (taken.first(), taken.last()) else {
        return;
    };
    let range = (first.0, last.1);
    let side = |wanted: &dyn Fn((usize, usize)) -> bool| {
        ops.iter()
            .filter(|op| op.is_like() && draft_of(op).is_some_and(wanted))
            .filter_map(source_of)
            .map(|range| home.span(range))
            .collect::<Vec<_>>()
    };
    let joint = Joint {
        before: side(&|draft| draft.0 < block.draft.0)
            .iter()
            .map(|span| span.end)
            .max(),
        after: side(&|draft| draft.0 >= block.draft.1)
            .iter()
            .map(|span| span.start)
            .min(),
        own: there.span(range),
        home: block.source == located.source,
    };
    let class = class(case, &home, block, &joint, spans);
    if class == Class::Declared {
        hidden(case, &home, block, &joint, warnings);
    }
    spans.push(joint.own);
    differences.push(difference(
        &there,
        &Change {
            class,
            draft: block.draft,
            source: range,
        },
    ));
    inside(case, &there, block, differences, warnings);
}

/// What was changed inside the block, by the rules for every passage.
fn inside(
    case: &Case,
    there: &Context,
    block: &Block,
    differences: &mut Vec<Difference>,
    warnings: &mut Vec<Warning>,
) {
    let ops = block.alignment.ops.iter();
    let mut ops: Vec<Op> = ops.map(|op| op.moved_on(block.draft.0)).collect();
    whole_numbers(there, &mut ops);
    let mut changes = Vec::new();
    let mut judged = vec![false; case.quote.words.len() + 1];
    for group in groups(&ops, case.quote, there.words, there.lists) {
        judged[group.draft.0..group.draft.1].fill(true);
        classify(there, &group, &mut changes, warnings);
    }
    differences.extend(changes.iter().map(|change| difference(there, change)));
    let glyphs = glyphs(there, &ops, &judged);
    let glyphs = glyphs
        .iter()
        .filter(|glyph| glyph.class > Class::Convention);
    differences.extend(glyphs.map(|glyph| glyph_difference(there, glyph)));
}

fn class(case: &Case, home: &Context, block: &Block, joint: &Joint, spans: &[Span]) -> Class {
    let left = case.quote.before(block.draft.0).has(Break::ELLIPSIS);
    let right = case.quote.before(block.draft.1).has(Break::ELLIPSIS);
    let own = |at: usize| {
        home.text
            .get(at..)
            .is_some_and(|rest| rest.starts_with("...") || rest.starts_with('…'))
    };
    let far = |one: usize, other: usize| one.abs_diff(other) > OWN_ELLIPSIS;
    let borrowed = left
        && joint
            .before
            .is_some_and(|before| own(before) && far(before, joint.own.start))
        || right
            && joint
                .after
                .is_some_and(|after| joint.home && own(joint.own.end) && far(joint.own.end, after));
    let declared = (left && joint.before.is_some() || right && joint.after.is_some()) && !borrowed;
    let in_order = joint.home
        && joint.before.is_none_or(|before| joint.own.start >= before)
        && joint.after.is_none_or(|after| joint.own.end <= after);
    if in_order && declared {
        return Class::Declared;
    }
    if joint.home && crosses_speaker(home, joint) {
        return Class::CrossSpeaker;
    }
    let gap = |span: &Span| {
        span.start
            .abs_diff(joint.own.end)
            .min(span.end.abs_diff(joint.own.start))
    };
    let near = spans.iter().map(gap).min().is_some_and(|gap| gap < NEAR);
    if joint.home && !in_order && near {
        Class::Reordered
    } else {
        Class::Stitched
    }
}

fn crosses_speaker(home: &Context, joint: &Joint) -> bool {
    let left = joint
        .before
        .filter(|before| joint.own.start > *before && joint.own.start - before < JOINT)
        .map(|before| Span::new(before, joint.own.start));
    let right = joint
        .after
        .filter(|after| *after > joint.own.end && after - joint.own.end < JOINT)
        .map(|after| Span::new(joint.own.end, after));
    left.into_iter()
        .chain(right)
        .any(|stretch| home.turn_in(stretch).is_some())
}

/// Warns of what a far declared cut hides.
fn hidden(case: &Case, home: &Context, block: &Block, joint: &Joint, warnings: &mut Vec<Warning>) {
    const LOOKED_AT: usize = 4_000;
    let left = case.quote.before(block.draft.0).has(Break::ELLIPSIS);
    let cut = match (joint.before, joint.after) {
        (Some(before), _) if left => Span::new(before, joint.own.start),
        (_, Some(after)) => Span::new(joint.own.end, after),
        _ => return,
    };
    let mut end = cut.end.min(cut.start + LOOKED_AT);
    while !home.text.is_char_boundary(end) {
        end -= 1;
    }
    let words = Span::new(cut.start, end).of(home.text);
    let folded = crate::text::fold::fold(words);
    let shown: String = words.chars().take(240).collect();
    let negates = folded.split(' ').any(|word| home.lists.is_negation(word));
    if negates || truncation::hides(home.text, cut, home.lists) {
        warn(warnings, WarningKind::EllipsisHides, &shown);
    }
    if folded.split(' ').count() > home.long_ellipsis {
        warn(warnings, WarningKind::LongEllipsis, &shown);
    }
    if home
        .turn_in(cut)
        .is_some_and(|(before, _)| home.others_in(cut, before))
    {
        warn(warnings, WarningKind::CrossTurnEllipsis, &shown);
    }
}
