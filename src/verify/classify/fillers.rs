//! What people say while they look for words: um, you know, words said twice. The same words may be content ("the right to
//! water", "as well"), and what parts the two is how they are set off.
use super::Context;
use crate::text::lexicon::{Filler, List};
use crate::text::typography::{Mark, marks};

/// How many words at most are said again.
const AGAIN: usize = 4;

/// Whether source words `range` are fillers, false starts, or words said twice.
pub(super) fn is_clean_speech(context: &Context, range: (usize, usize)) -> bool {
    let fillers = |from: usize, to: usize| from == to || are_fillers(context, (from, to));
    if fillers(range.0, range.1) {
        return true;
    }
    // "um, you know, the, the bus": fillers, and beside them words that are said again.
    (1..=(range.1 - range.0).min(AGAIN)).any(|len| {
        let (last, first) = (range.1 - len, range.0 + len);
        fillers(range.0, last) && same(context, last, range.1, len)
            || fillers(first, range.1)
                && range
                    .0
                    .checked_sub(len)
                    .is_some_and(|before| same(context, before, range.0, len))
    })
}

/// Whether the `len` words at `one` are those at `other`. A figure said twice in one breath is a longer figure.
fn same(context: &Context, one: usize, other: usize, len: usize) -> bool {
    let words = |from: usize| context.words.get(from..from + len);
    let (Some(first), Some(second)) = (words(one), words(other)) else {
        return false;
    };
    let figure = context
        .lists
        .is_figure(&first[len - 1].folded, first[len - 1].hash);
    let same = first
        .iter()
        .zip(second)
        .all(|(one, other)| one.folded == other.folded);
    same && !(figure && signs(context, other).is_empty())
}

/// Whether source words `range` are nothing but fillers.
fn are_fillers(context: &Context, range: (usize, usize)) -> bool {
    let words: Vec<&str> = context.words[range.0..range.1]
        .iter()
        .map(|word| word.folded.as_str())
        .collect();
    let mut at = range.0;
    while at < range.1 {
        let Some((len, filler)) = context.lists.filler(&words[at - range.0..]) else {
            return false;
        };
        let fits = match filler {
            Filler::Always => true,
            Filler::SetOff => is_set_off(context, range, at),
            Filler::Unstressed => !is_stress(context, at),
        };
        if !fits {
            return false;
        }
        at += len;
    }
    range.0 < range.1
}

/// Whether a word of those that stress takes part in what is said: "not really", "just 50".
pub(super) fn is_stress(context: &Context, at: usize) -> bool {
    let negated = at
        .checked_sub(1)
        .is_some_and(|before| context.source_negates(before));
    let figure = context
        .words
        .get(at + 1)
        .is_some_and(|next| context.lists.is_figure(&next.folded, next.hash));
    context
        .lists
        .has(List::StressingFillers, &context.words[at].folded)
        && (negated || figure)
}

/// Whether word `at` stands outside its sentence: before it, or between signs. Fillers beside it are as good as signs.
fn is_set_off(context: &Context, range: (usize, usize), at: usize) -> bool {
    let before = signs(context, at);
    let begins = before.is_empty() && is_first(context, at)
        || before
            .iter()
            .any(|mark| matches!(mark, Mark::Sign('.' | '!' | '?' | ':') | Mark::Ellipsis));
    let joins = at.checked_sub(1).is_some_and(|last| {
        context
            .lists
            .has(List::JoiningWords, &context.words[last].folded)
    });
    let left = !before.is_empty() || at > range.0 || joins;
    let right = !signs(context, at + 1).is_empty() || at + 1 < range.1;
    begins || left && right
}

/// Whether source word `at` begins a line.
fn is_first(context: &Context, at: usize) -> bool {
    let start = context.words[at].span.start;
    let before = context.text[..start].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// The signs before source word `at`.
fn signs(context: &Context, at: usize) -> Vec<Mark> {
    let from = at
        .checked_sub(1)
        .and_then(|before| context.words.get(before))
        .map_or(0, |word| word.span.end);
    let to = context
        .words
        .get(at)
        .map_or(context.text.len(), |word| word.span.start);
    context.text.get(from..to).map_or_else(Vec::new, marks)
}
