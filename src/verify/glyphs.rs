//! What differs where the words are the same: capitals, accents, punctuation, signs at figures.
//!
//! Everything that the allow-list of typography does not cover is a difference.
use unicode_normalization::UnicodeNormalization;

use crate::text::Span;
use crate::text::typography::{Mark, Spelling, is_dash, is_double, is_single, marks, spelling};

use super::align::Op;
use super::class::Class;
use super::classify::Context;
use super::classify::begins_sentence;
use super::parse::Break;
use super::quantity::{is_currency, quantities};
use super::window::SourceWord;

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

/// One word spelt otherwise.
fn word(context: &Context, draft: usize, source: usize) -> Option<Glyph> {
    let (one, other) = (&context.quote.words[draft], &context.words[source]);
    let (printed, there) = (
        one.span.of(&context.quote.text),
        other.span.of(context.text),
    );
    let class = match spelling(printed, there) {
        _ if one.edited => Class::Declared,
        Spelling::Same => return None,
        Spelling::Typographic => Class::Typographic,
        Spelling::Case if one.opens && first_letter_only(printed, there) => Class::Convention,
        Spelling::Case if capitals_matter(context, draft, source) => Class::Name,
        Spelling::Accent if is_another_letter(context, printed, there) => Class::Substitution,
        Spelling::Accent if accents_matter(context, &one.folded, printed, there) => {
            Class::MinorWording
        }
        Spelling::Case | Spelling::Accent => Class::Punctuation,
        Spelling::Other
            if printed.contains(|c: char| c.is_numeric())
                || there.contains(|c: char| c.is_numeric()) =>
        {
            let read = |text| quantities(text, context.lists);
            if read(printed).is_some() && read(printed) == read(there) {
                Class::NumberStyle
            } else {
                Class::Number
            }
        }
        Spelling::Other => Class::Punctuation,
    };
    Some(Glyph {
        class,
        draft: one.span,
        source: other.span,
    })
}

fn first_letter_only(one: &str, other: &str) -> bool {
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    spelling(&rest(one), &rest(other)) <= Spelling::Typographic
}

/// Words that an accent makes into other words: si and sí, ou and où, and every verb by its last letters: mató and
/// mato, tué and tue. Not in a text that knows no accents at all.
fn accents_matter(context: &Context, folded: &str, one: &str, other: &str) -> bool {
    let last = |word: &str| {
        let mut letters: Vec<char> = word.nfc().flat_map(char::to_lowercase).collect();
        letters.split_off(letters.len().saturating_sub(3))
    };
    let accented = |word: &SourceWord| !word.span.of(context.text).is_ascii();
    let ending = context.lists.decimal_comma && last(one) != last(other);
    context.lists.has("accent pairs", folded) || ending && context.words.iter().any(accented)
}

/// In Spanish ñ is no n with an accent: año and ano.
fn is_another_letter(context: &Context, one: &str, other: &str) -> bool {
    let count = |word: &str| word.nfc().filter(|c| matches!(c, 'ñ' | 'Ñ')).count();
    context.lists.has("letters", "ñ") && count(one) != count(other) && !context.is_noisy()
}

/// Words that capitals make into names: us and US, may and May. Not where a sentence begins, and not in a line that
/// stands in capitals as a whole.
fn capitals_matter(context: &Context, draft: usize, source: usize) -> bool {
    let (one, other) = (&context.quote.words[draft], &context.words[source]);
    let begins = one.begins || begins_sentence(&context.text[..other.span.start]);
    let (printed, there) = (
        one.span.of(&context.quote.text),
        other.span.of(context.text),
    );
    let upper = |word: &str| !word.contains(char::is_lowercase);
    let title = |word: &str| word.starts_with(char::is_uppercase);
    let shouted = |text: &str, at: Option<Span>| at.is_some_and(|at| upper(at.of(text)));
    let neighbour = source
        .checked_sub(1)
        .and_then(|before| context.words.get(before));
    let before = draft
        .checked_sub(1)
        .and_then(|before| context.quote.words.get(before));
    let loud = shouted(context.text, neighbour.map(|word| word.span))
        || shouted(&context.quote.text, before.map(|word| word.span));
    let lists = context.lists;
    lists.has("names in capitals", &one.folded) && upper(printed) != upper(there) && !loud
        || lists.has("names by a capital", &one.folded)
            && title(printed) != title(there)
            && !begins
            && !loud
}

/// The signs that touch a figure: those before it, and those after.
fn touching(text: &str, span: Span) -> (Vec<char>, Vec<char>) {
    let sign = |c: char| {
        is_currency(c)
            || matches!(
                c,
                '%' | '‰'
                    | '°'
                    | '#'
                    | '+'
                    | '±'
                    | '<'
                    | '>'
                    | '≤'
                    | '≥'
                    | '~'
                    | '≈'
                    | '×'
                    | '*'
                    | '='
                    | '/'
                    | '^'
                    | '÷'
            )
    };
    let before: Vec<char> = text[..span.start].chars().rev().take(4).collect();
    let mut left = Vec::new();
    for (at, &c) in before.iter().enumerate() {
        let next = before.get(at + 1).copied();
        let money_apart =
            at == 0 && matches!(c, ' ' | '\u{A0}' | '\u{202F}') && next.is_some_and(is_currency);
        let minus = is_dash(c) && c != '—' && next.is_none_or(|next| !is_dash(next));
        if sign(c) {
            left.push(c);
        } else if minus
            && next.is_none_or(|next| {
                next.is_whitespace()
                    || is_currency(next)
                    || matches!(next, '(' | '[')
                    || is_double(next)
                    || is_single(next)
            })
        {
            left.push('-');
        } else if !money_apart {
            break;
        }
    }
    let mut right = Vec::new();
    let after: Vec<char> = text[span.end..].chars().take(3).collect();
    for (at, &c) in after.iter().enumerate() {
        let apart = at == 0
            && matches!(c, ' ' | '\u{A0}' | '\u{202F}')
            && after.get(1).is_some_and(|next| {
                is_currency(*next) && !after.get(2).is_some_and(char::is_ascii_digit)
                    || matches!(next, '%' | '‰' | '°')
            });
        if sign(c) && c != '*' && c != '/' {
            right.push(c);
        } else if !apart {
            break;
        }
    }
    (left, right)
}

/// The figure with the signs that touch it, so that what was lost, gained or exchanged is in the words told.
fn with_signs(text: &str, span: Span) -> Span {
    let sign = |c: char| is_currency(c) || is_dash(c) && c != '—' || "%‰°#+±<>≤≥~≈".contains(c);
    let apart = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{202F}');
    let reach = |chars: &mut dyn Iterator<Item = char>| {
        let (mut reach, mut len) = (0, 0);
        for c in chars.take(4).take_while(|c| sign(*c) || apart(*c)) {
            len += c.len_utf8();
            if sign(c) {
                reach = len;
            }
        }
        reach
    };
    let before = reach(&mut text[..span.start].chars().rev());
    let after = reach(&mut text[span.end..].chars());
    Span::new(span.start - before, span.end + after)
}

/// A figure whose sign, currency or percent was lost, gained or exchanged.
fn figure(context: &Context, draft: usize, source: usize) -> Option<Glyph> {
    let (one, other) = (&context.quote.words[draft], &context.words[source]);
    if !one.folded.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (here, there) = (
        touching(&context.quote.text, one.span),
        touching(context.text, other.span),
    );
    if cut_inside(context, draft, source) {
        return Some(Glyph {
            class: Class::Number,
            draft: one.span,
            source: other.span,
        });
    }
    if here == there {
        return None;
    }
    let glyph = |class, source| {
        Some(Glyph {
            class,
            draft: with_signs(&context.quote.text, one.span),
            source: with_signs(context.text, source),
        })
    };
    let read = |text: &str, (left, right): &(Vec<char>, Vec<char>)| {
        let sign = |signs: &[char]| signs.iter().collect::<String>();
        quantities(
            &format!(
                "{}{text}{}",
                left.iter().rev().collect::<String>(),
                sign(right)
            ),
            context.lists,
        )
    };
    let printed = read(one.span.of(&context.quote.text), &here);
    if printed.is_some() && draft + 1 == context.quote.words.len() {
        for more in 1..=2 {
            let Some(last) = context.words.get(source + more) else {
                break;
            };
            let span = Span::new(other.span.start, last.span.end);
            if printed == read(span.of(context.text), &(there.0.clone(), Vec::new())) {
                return glyph(Class::NumberStyle, span);
            }
        }
    }
    let same = printed.is_some() && printed == read(other.span.of(context.text), &there);
    glyph(
        if same {
            Class::NumberStyle
        } else {
            Class::Number
        },
        other.span,
    )
}

/// The quotation begins or ends inside something written in one piece: "30 people" of "20-30 people".
fn cut_inside(context: &Context, draft: usize, source: usize) -> bool {
    let span = context.words[source].span;
    let joins = |c: char| is_dash(c) && c != '—' || matches!(c, '/' | ':' | '.' | ',');
    let mut before = context.text[..span.start].chars().rev();
    let left = draft == 0
        && context.quote.gap(0).is_empty()
        && before.next().is_some_and(joins)
        && before.next().is_some_and(|c| {
            c.is_ascii_digit()
                || c.is_alphabetic() && !context.text[..span.start].ends_with([':', '.', ','])
        });
    let mut after = context.text[span.end..].chars();
    let right = draft + 1 == context.quote.words.len()
        && after.next().is_some_and(joins)
        && after.next().is_some_and(|c| c.is_ascii_digit());
    left || right
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
    let said = without_furniture(context, there);
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
