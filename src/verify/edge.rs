//! Where a quotation begins or ends within or at a number that the source writes in several words: "41" for
//! "forty-one" is the same number, "one" out of "forty-one" is another.
use super::align::Op;
use super::classify::Context;
use super::figures::written;
use super::groups::{draft_of, source_of};
use crate::text::Span;
use crate::text::typography::is_dash;

/// A number has no more words than this.
const LONGEST: usize = 8;

/// Lays a number at the edge of the quotation beside all of the source's words for it. What else stands before the
/// first and after the last printed word is none of the quotation's business.
pub(crate) fn whole_numbers(context: &Context, ops: &mut [Op]) {
    let Some(first) = ops.iter().position(|op| draft_of(op).is_some()) else {
        return;
    };
    let last = ops.iter().rposition(|op| draft_of(op).is_some());
    let words = context.quote.words.len();
    if let (Some((0, _)), Some(source)) = (draft_of(&ops[first]), source_of(&ops[first])) {
        let from = begin(context, source.0);
        widen(context, &mut ops[first], (from, source.1));
    }
    let last = last.unwrap_or(first);
    if let (Some((_, to)), Some(source)) = (draft_of(&ops[last]), source_of(&ops[last])) {
        if to == words {
            widen(context, &mut ops[last], (source.0, end(context, source.1)));
        }
    }
}

/// The first word of the number that source word `at` goes on with.
fn begin(context: &Context, at: usize) -> usize {
    let joined = |at: &usize| {
        at.checked_sub(1)
            .is_some_and(|before| joins(context, before))
    };
    let more = (at.saturating_sub(LONGEST) + 1..=at)
        .rev()
        .take_while(joined);
    at - more.count()
}

/// One past the last word of the number that ends with the source word before `at`.
fn end(context: &Context, at: usize) -> usize {
    let joined = |at: &usize| {
        at.checked_sub(1)
            .is_some_and(|before| joins(context, before))
    };
    at + (at..at + LONGEST).take_while(joined).count()
}

/// Whether source word `at` and the next are figures with nothing but a space or hyphen between.
fn joins(context: &Context, at: usize) -> bool {
    let figure = |at: usize| {
        let word = context.words.get(at);
        word.filter(|word| context.lists.is_figure(&word.folded, word.hash))
    };
    let (Some(one), Some(other)) = (figure(at), figure(at + 1)) else {
        return false;
    };
    let gap = Span::new(one.span.end, other.span.start).of(context.text);
    gap.chars()
        .all(|c| c.is_whitespace() || is_dash(c) && c != '—')
}

/// Lays the printed words beside the wider `source` words where those are one number.
fn widen(context: &Context, op: &mut Op, source: (usize, usize)) {
    let (Some(draft), Some(own)) = (draft_of(op), source_of(op)) else {
        return;
    };
    let number = |text: &str| written(text, context.lists);
    let whole = number(context.source_text(source)).filter(|all| all.len() == 1);
    let printed = number(context.draft_text(draft));
    // Two words that are the same and yet not the number they stand in: "one" out of "forty-one".
    let changed = op.is_exact() && printed != whole;
    let same = !op.is_exact() && printed == whole;
    if source != own && whole.is_some() && (changed || same) {
        *op = Op::Pair {
            draft: draft.0,
            source: source.0,
            draft_len: draft.1 - draft.0,
            source_len: source.1 - source.0,
            cost: 0.5,
        };
    }
}
