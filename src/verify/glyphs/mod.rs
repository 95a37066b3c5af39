//! What differs where the words are the same: capitals, accents, punctuation, signs at figures.
//!
//! Everything that the allow-list of typography does not cover is a difference.
mod figure;
mod word;

use crate::text::Span;
use crate::text::typography::{Mark, marks};

use super::align::Op;
use super::class::Class;
use super::classify::Context;
use super::parse::Break;
use figure::figure;
use word::word;

/// A difference between the lines of words: what was printed, and what stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub class: Class,
    pub draft: Span,
    pub source: Span,
}

/// Compares everything around and inside the words that stand side by side. `judged` are printed words that belong
/// to a group already judged.
pub(crate) fn glyphs(context: &Context, ops: &[Op], judged: &[bool]) -> Vec<Glyph> {
    let pairs: Vec<(usize, usize)> = ops
        .iter()
        .filter_map(|op| match op {
            Op::Pair {
                draft,
                source,
                draft_len: 1,
                source_len: 1,
                ..
            } => Some((*draft, *source)),
            _ => None,
        })
        .collect();
    let mut all = Vec::new();
    let mut figures = vec![false; context.quote.words.len() + 1];
    for &(draft, source) in pairs
        .iter()
        .filter(|(draft, source)| context.quote.words[*draft].hash == context.words[*source].hash)
    {
        if judged[draft] {
            continue;
        }
        all.extend(word(context, draft, source));
        if let Some(glyph) = figure(context, draft, source) {
            all.push(glyph);
            (figures[draft], figures[draft + 1]) = (true, true);
        }
    }
    for two in pairs.windows(2) {
        let ((draft, source), next) = (two[0], two[1]);
        if next == (draft + 1, source + 1) && !figures[next.0] && !(judged[draft] && judged[next.0])
        {
            all.extend(gap(context, next.0, next.1));
        }
    }
    if let (Some(first), Some(last)) = (pairs.first(), pairs.last()) {
        if first.0 == 0 {
            all.extend(leading(context, first.1));
        }
        if last.0 + 1 == context.quote.words.len() && !figures[last.0 + 1] {
            all.extend(trailing(context, last.1));
        }
    }
    all
}

/// What stands between two neighbouring words on both sides.
fn gap(context: &Context, draft: usize, source: usize) -> Option<Glyph> {
    let words = &context.quote.words;
    let here = Span::new(words[draft - 1].span.end, words[draft].span.start);
    let there = Span::new(
        context.words[source - 1].span.end,
        context.words[source].span.start,
    );
    let (printed, furnished) = (here.of(&context.quote.text), there.of(context.text));
    let glyph = |class| {
        Some(Glyph {
            class,
            draft: here,
            source: there,
        })
    };
    let breaks = context.quote.before(draft);
    if breaks.has(Break::BRACKET) {
        return glyph(Class::Declared);
    }
    if printed == furnished {
        return None;
    }
    if context.quote.sic && printed.to_lowercase().contains("[sic]") {
        return glyph(Class::Declared);
    }
    let said = without_furniture(context, there);
    let (one, other) = (marks(printed), marks(&said));
    if one == other {
        return glyph(if said.len() == there.len() {
            Class::Typographic
        } else {
            Class::LayoutOnly
        });
    }
    let stops = |all: &[Mark]| {
        let stop = |mark: &&Mark| !matches!(mark, Mark::Sign('.' | ',' | ';') | Mark::Ellipsis);
        all.iter().filter(stop).copied().collect::<Vec<_>>()
    };
    let specks =
        context.is_noisy() && stops(&one) == stops(&other) && one.is_empty() == other.is_empty();
    if specks {
        return glyph(Class::SourceNoise);
    }
    if breaks.has(Break::ELLIPSIS) {
        // No words were cut here, so the ellipsis stands for the mark alone: a question made a statement.
        let asked = |all: &[Mark]| all.contains(&Mark::Sign('?'));
        return glyph(if asked(&other) && !asked(&one) {
            Class::Modality
        } else {
            Class::Declared
        });
    }
    if breaks.has(Break::ATTRIBUTION) && printed.contains(char::is_alphanumeric) {
        return glyph(Class::Convention);
    }
    if breaks.has(Break::ATTRIBUTION) {
        return glyph(
            ending(context, &one, &other)
                .unwrap_or(Class::Convention)
                .max(Class::Convention),
        );
    }
    let figure = |word: &str, last: bool| {
        if last {
            word.ends_with(|c: char| c.is_ascii_digit())
        } else {
            word.starts_with(|c: char| c.is_ascii_digit())
        }
    };
    let figures = (
        figure(&words[draft - 1].folded, true),
        figure(&words[draft].folded, false),
    );
    glyph(between(&one, &other, figures))
}

/// The class of signs that differ between words; `figures`: whether a figure stands before, after.
fn between(one: &[Mark], other: &[Mark], figures: (bool, bool)) -> Class {
    let nested = |all: &[Mark]| {
        all.iter()
            .map(|mark| {
                if *mark == Mark::Single {
                    Mark::Double
                } else {
                    *mark
                }
            })
            .collect::<Vec<_>>()
    };
    if nested(one) == nested(other) {
        return Class::Convention;
    }
    let count = |all: &[Mark], of: Mark| all.iter().filter(|mark| **mark == of).count();
    if count(one, Mark::Sign('?')) != count(other, Mark::Sign('?')) {
        return Class::Modality;
    }
    let quoting = |mark: &Mark| matches!(mark, Mark::Double | Mark::Single);
    let bare = |all: &[Mark]| {
        all.iter()
            .copied()
            .filter(|mark| !quoting(mark))
            .collect::<Vec<_>>()
    };
    let plain = |mark: &Mark| {
        matches!(
            mark,
            Mark::Dash
                | Mark::Ellipsis
                | Mark::Sign('.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']')
        )
    };
    let only = |all: &[Mark], rest: &[Mark]| {
        all.iter()
            .any(|mark| !plain(mark) && count(all, *mark) != count(rest, *mark))
    };
    let (one, other) = (bare(one), bare(other));
    let symbol = only(&one, &other) || only(&other, &one);
    let touches = (figures.0 || figures.1) && symbol || figures.0 && figures.1 && one != other;
    if touches {
        Class::Number
    } else {
        Class::Punctuation
    }
}

/// The source bytes of `span` without page furniture.
pub(crate) fn without_furniture(context: &Context, span: Span) -> String {
    let mut out = String::with_capacity(span.len());
    let mut at = span.start;
    let first = context
        .furniture
        .partition_point(|range| range.end <= span.start);
    for range in context.furniture[first..]
        .iter()
        .take_while(|range| range.start < span.end)
    {
        out.push_str(context.text.get(at..range.start.max(at)).unwrap_or(""));
        at = range.end.min(span.end);
    }
    out.push_str(context.text.get(at..span.end).unwrap_or(""));
    out
}

fn unquoted(text: &str) -> Vec<Mark> {
    marks(text)
        .into_iter()
        .filter(|mark| !matches!(mark, Mark::Double | Mark::Single))
        .collect()
}

/// What stands before the first printed word; quotation marks there are the printer's.
fn leading(context: &Context, source: usize) -> Option<Glyph> {
    let (here, at) = (context.quote.gap(0), context.words[source].span.start);
    let draft = Span::new(0, here.len());
    if context.quote.before(0).any() {
        return Some(Glyph {
            class: Class::Declared,
            draft,
            source: Span::new(at, at),
        });
    }
    let from = source
        .checked_sub(1)
        .map_or(0, |before| context.words[before].span.end);
    let (one, other) = (unquoted(here), unquoted(&context.text[from..at]));
    let class = if one.is_empty() || other.ends_with(&one) {
        return None;
    } else {
        Class::Punctuation
    };
    Some(Glyph {
        class,
        draft,
        source: Span::new(from, at),
    })
}

/// What stands after the last printed word: a stop or comma there is the printer's, a question mark is not.
fn trailing(context: &Context, source: usize) -> Option<Glyph> {
    let count = context.quote.words.len();
    let from = context.quote.words[count - 1].span.end;
    let draft = Span::new(from, context.quote.text.len());
    let at = context.words[source].span.end;
    let to = context
        .words
        .get(source + 1)
        .map_or(context.text.len(), |next| next.span.start);
    let there = Span::new(at, to);
    let (one, other) = (
        unquoted(context.quote.gap(count)),
        unquoted(there.of(context.text)),
    );
    let glyph = |class| {
        Some(Glyph {
            class,
            draft,
            source: there,
        })
    };
    if context.quote.before(count).has(Break::ELLIPSIS) {
        return if other.starts_with(&one) {
            None
        } else {
            glyph(Class::Declared)
        };
    }
    if context.quote.before(count).has(Break::BRACKET) {
        return glyph(Class::Declared);
    }
    ending(context, &one, &other).and_then(glyph)
}

/// The class of a printed ending `one` where the source goes on with `other`; nothing where it is the source's own.
fn ending(context: &Context, one: &[Mark], other: &[Mark]) -> Option<Class> {
    let quoting = |mark: &&Mark| !matches!(mark, Mark::Double | Mark::Single);
    let (one, other): (Vec<Mark>, Vec<Mark>) = (
        one.iter().filter(quoting).copied().collect(),
        other.iter().filter(quoting).copied().collect(),
    );
    if other.starts_with(&one) {
        return None;
    }
    let kept = match one.last() {
        Some(Mark::Sign('.' | ',')) => &one[..one.len() - 1],
        _ => &one[..],
    };
    let question = Mark::Sign('?');
    let replaced = other.get(kept.len()).copied();
    // A question closed with a full stop became a statement, unless other marks still show what it is; a comma before
    // "she asked" is the printer's.
    let asks = context.quote.text.contains('?');
    let closed = one.last() == Some(&Mark::Sign('.')) && replaced == Some(question) && !asks;
    Some(
        if closed || one.contains(&question) && !other.contains(&question) {
            Class::Modality
        } else if !other.starts_with(kept)
            || kept.len() == one.len()
            || replaced == Some(Mark::Sign('!'))
        {
            Class::Punctuation
        } else {
            Class::Convention
        },
    )
}
