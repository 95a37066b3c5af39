//! The signs that touch a figure: a currency, a percent, a minus lost or gained makes it another number.
use super::Glyph;
use crate::text::Span;
use crate::text::typography::is_currency;
use crate::text::typography::{is_dash, is_double, is_single};
use crate::verify::class::Class;
use crate::verify::classify::Context;
use crate::verify::figures::written;

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
pub(super) fn figure(context: &Context, draft: usize, source: usize) -> Option<Glyph> {
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
        written(
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
