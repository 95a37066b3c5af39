//! Printed words that stand where the source has others.
use super::{Change, Context, noise, warn};
use crate::text::lexicon::List;
use crate::text::tokens::hash_of;
use crate::text::typography::is_dash;
use crate::verify::class::Class;
use crate::verify::groups::Group;
use crate::verify::parse::Break;
use crate::verify::quantity::{same_quantities, without_order};
use crate::verify::spelling::{same_party, same_words};
use crate::verify::warning::{Warning, WarningKind};

pub(super) fn judge(
    context: &Context,
    group: &Group,
    changes: &mut Vec<Change>,
    warnings: &mut Vec<Warning>,
) {
    let several = group.pairwise && group.draft.1 - group.draft.0 > 1;
    if several && noise::parted_otherwise(context, group) {
        changes.push(Change {
            class: Class::SourceNoise,
            draft: group.draft,
            source: group.source,
        });
        return;
    }
    if several && !(has_figure(context, group) && same_number(context, group)) {
        for step in 0..group.draft.1 - group.draft.0 {
            let (draft, source) = (group.draft.0 + step, group.source.0 + step);
            if context.quote.words[draft].hash != context.words[source].hash {
                let breaks = context.quote.before(draft);
                let (draft, source) = ((draft, draft + 1), (source, source + 1));
                let one = Group {
                    draft,
                    source,
                    breaks,
                    pairwise: true,
                };
                let class = class(context, &one, warnings);
                changes.push(Change {
                    class,
                    draft,
                    source,
                });
            }
        }
        return;
    }
    let class = class(context, group, warnings);
    changes.push(Change {
        class,
        draft: group.draft,
        source: group.source,
    });
}

fn has_figure(context: &Context, group: &Group) -> bool {
    let draft = context.quote.words[group.draft.0..group.draft.1]
        .iter()
        .any(|word| context.lists.is_figure(&word.folded, word.hash));
    draft
        || context.words[group.source.0..group.source.1]
            .iter()
            .any(|word| context.lists.is_figure(&word.folded, word.hash))
}

fn class(context: &Context, group: &Group, warnings: &mut Vec<Warning>) -> Class {
    let (draft, source) = (context.draft_words(group), context.source_words(group));
    if let Some(class) = declared(context, group, &draft, &source, warnings) {
        return class;
    }
    let (there, here) = context.negations(group);
    if has_figure(context, group) {
        if let Some(class) = number(context, group, &draft, &source) {
            let turned = class == Class::Number && there != here;
            return if turned { Class::Negation } else { class };
        }
    }
    if draft.concat() == source.concat() {
        return joined(context, group, &draft, &source);
    }
    if there == here && same_words(context.lists, &draft, &source)
        || same_party(context.aliases, &draft.join(" "), &source.join(" "))
    {
        return Class::SpellingStyle;
    }
    let single = draft.len() == 1 && source.len() == 1;
    if single && noise::misread(context, group.draft.0, group.source.0) {
        return Class::SourceNoise;
    }
    if there != here || single && context.lists.negates(draft[0], source[0]) {
        return Class::Negation;
    }
    // Figures stand inside words too: K3s, MP3, A21.
    if noise::digits(&draft.concat()) != noise::digits(&source.concat())
        && !noise::only_read(context, &draft, &source)
    {
        return Class::Number;
    }
    if single {
        one_word(context, group, draft[0], source[0])
    } else {
        several(context, group, &draft, &source)
    }
}

/// What the writer put in brackets or edited by one.
fn declared(
    context: &Context,
    group: &Group,
    draft: &[&str],
    source: &[&str],
    warnings: &mut Vec<Warning>,
) -> Option<Class> {
    let edited = draft.len() == 1 && context.quote.words[group.draft.0].edited;
    let bracket = group.breaks.has(Break::BRACKET)
        && draft.len() <= 2
        && source.len() <= 12
        && draft.iter().all(|word| context.lists.is_function(word));
    if !edited && !bracket {
        return None;
    }
    let (there, here) = context.negations(group);
    if there != here
        || edited && source.len() == 1 && context.lists.negates(draft[0], source[0])
        || has_figure(context, group)
    {
        warn(
            warnings,
            WarningKind::BracketMeaning,
            context.source_text(group.source),
        );
    }
    // A bracket in a word declares that word's form, not another word.
    let related = !edited
        || source.len() == 1
            && crate::verify::align::distance(draft[0], source[0]) <= 1 + draft[0].len() / 2;
    related.then_some(Class::Declared)
}

/// Whether both sides hold the same numbers, written by another style.
///
/// Words that are the same on both sides may stand beside them, and where the quotation begins or ends, source words
/// that it does not take.
fn same_number(context: &Context, group: &Group) -> bool {
    let same = |draft: (usize, usize), source: (usize, usize)| {
        let here = with_marks(&context.quote.text, context.quote.span(draft.0, draft.1));
        let there = with_marks(context.text, context.span(source));
        same_quantities(context.lists, &here, &there)
    };
    if same(group.draft, group.source) {
        return true;
    }
    let (mut draft, mut source) = (group.draft, group.source);
    let equal =
        |draft: usize, source: usize| context.quote.words[draft].hash == context.words[source].hash;
    while draft.1 > draft.0 + 1 && source.1 > source.0 + 1 && equal(draft.0, source.0) {
        (draft.0, source.0) = (draft.0 + 1, source.0 + 1);
    }
    while draft.1 > draft.0 + 1 && source.1 > source.0 + 1 && equal(draft.1 - 1, source.1 - 1) {
        (draft.1, source.1) = (draft.1 - 1, source.1 - 1);
    }
    let figure = |at: usize| {
        context
            .lists
            .is_figure(&context.words[at].folded, context.words[at].hash)
    };
    while draft.0 == 0 && source.1 > source.0 + 1 && !figure(source.0) {
        source.0 += 1;
    }
    while draft.1 == context.quote.words.len() && source.1 > source.0 + 1 && !figure(source.1 - 1) {
        source.1 -= 1;
    }
    same(draft, source)
}

/// "March 3" and "March 3rd", "the third of March".
fn same_day(context: &Context, group: &Group) -> bool {
    let month = |at: Option<usize>| {
        let word = at.and_then(|at| context.words.get(at));
        word.is_some_and(|word| context.lists.has(List::Months, &word.folded))
    };
    let dated = month(group.source.0.checked_sub(1)) || month(Some(group.source.1));
    let read = |text: &str| without_order(text, context.lists);
    let printed = read(context.draft_text(group.draft));
    dated && printed.is_some() && printed == read(context.source_text(group.source))
}

/// Numbers of the same value are a matter of style; all others are other numbers.
fn number(context: &Context, group: &Group, draft: &[&str], source: &[&str]) -> Option<Class> {
    if same_number(context, group) || same_day(context, group) {
        return Some(Class::NumberStyle);
    }
    let single = draft.len() == 1 && source.len() == 1;
    if noise::same_figures(context, draft, source) {
        return Some(Class::SourceNoise);
    }
    if single && noise::misread(context, group.draft.0, group.source.0) {
        return Some(Class::SourceNoise);
    }
    let figure = |words: &[&str]| {
        words
            .iter()
            .any(|word| context.lists.is_figure(word, hash_of(word)))
    };
    let letters =
        |word: &str| word.bytes().filter(u8::is_ascii_alphabetic).count() * 2 > word.len();
    let digits_inside =
        |word: &str| letters(word) && word.starts_with(|c: char| c.is_ascii_digit());
    if single && context.is_noisy() && digits_inside(source[0]) && !figure(draft) {
        return None;
    }
    let joined = draft.concat();
    if context.is_noisy()
        && joined == source.concat()
        && !joined.bytes().any(|byte| byte.is_ascii_digit())
    {
        return Some(Class::SourceNoise);
    }
    let pick = |words: &[&str]| -> Vec<String> {
        let figures = words
            .iter()
            .filter(|word| context.lists.is_figure(word, hash_of(word)));
        figures.map(|word| (*word).to_owned()).collect()
    };
    (single || pick(draft) != pick(source)).then_some(Class::Number)
}

/// The words with the sign, currency or percent that touches them.
fn with_marks(text: &str, span: crate::text::Span) -> String {
    let touching = |c: &char| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !matches!(
                c,
                '.' | ',' | ';' | ':' | '?' | '!' | '(' | ')' | '[' | ']' | '—'
            )
            && !crate::text::typography::is_double(*c)
            && !crate::text::typography::is_single(*c)
    };
    let before: String = text[..span.start]
        .chars()
        .rev()
        .take(2)
        .take_while(touching)
        .collect();
    let leads = text[..span.start - before.len()]
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric() && !is_dash(c));
    let after: String = text[span.end..]
        .chars()
        .take(2)
        .take_while(|c| touching(c) && !is_dash(*c))
        .collect();
    let before: String = if leads {
        before.chars().rev().collect()
    } else {
        String::new()
    };
    format!("{before}{}{after}", span.of(text))
}

/// The same letters, parted otherwise: "health care" and "healthcare".
fn joined(context: &Context, group: &Group, draft: &[&str], source: &[&str]) -> Class {
    let there = context.source_text(group.source);
    let here = context.draft_text(group.draft);
    let line_end = |text: &str| {
        text.char_indices().any(|(at, c)| {
            (is_dash(c) || c == '\u{AD}')
                && text[at + c.len_utf8()..].starts_with([' ', '\t', '\r', '\n'])
        })
    };
    if line_end(there) || line_end(here) {
        return if there.contains("\n\n") {
            Class::LayoutOnly
        } else {
            Class::Typographic
        };
    }
    if context.is_noisy() {
        return Class::SourceNoise;
    }
    let (one, other) = context.negations(group);
    let words = || draft.iter().chain(source);
    if one != other {
        Class::Negation
    } else if words().any(|word| context.lists.is_modal(word)) {
        Class::Modality
    } else if there.contains(is_dash)
        || here.contains(is_dash)
        || words().all(|word| !context.lists.is_function(word))
    {
        Class::SpellingStyle
    } else {
        Class::MinorWording
    }
}

/// One word for another.
fn one_word(context: &Context, group: &Group, draft: &str, source: &str) -> Class {
    let small = |word: &str| context.lists.is_function(word);
    let modal = |word: &str| context.lists.is_modal(word);
    if modal(draft) && modal(source)
        || modal(draft) && small(source)
        || small(draft) && modal(source)
    {
        return Class::Modality;
    }
    let unit = |word: &str| context.lists.is_unit(word);
    let counted = group
        .draft
        .0
        .checked_sub(1)
        .map(|before| &context.quote.words[before]);
    if unit(draft)
        && unit(source)
        && counted.is_some_and(|word| context.lists.is_figure(&word.folded, word.hash))
    {
        return Class::Number;
    }
    let name = is_name_there(context, group.source.0) || is_name_here(context, group.draft.0);
    if name && !(small(draft) && small(source)) {
        return Class::Name;
    }
    if small(draft) && small(source) {
        Class::MinorWording
    } else {
        Class::Substitution
    }
}

/// Several words for several.
fn several(context: &Context, group: &Group, draft: &[&str], source: &[&str]) -> Class {
    let sorted = |words: &[&str]| {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.sort_unstable();
        words
    };
    if sorted(draft) == sorted(source) {
        return Class::Substitution;
    }
    if noise::run_together(context, group) {
        return Class::SourceNoise;
    }
    let small = |word: &&str| context.lists.is_function(word) || context.lists.is_modal(word);
    if draft.iter().chain(source).all(small) && draft.len().max(source.len()) <= 2 {
        let modals = |words: &[&str]| {
            sorted(words)
                .into_iter()
                .filter(|word| context.lists.is_modal(word))
                .collect::<Vec<_>>()
        };
        return if modals(draft) == modals(source) {
            Class::MinorWording
        } else {
            Class::Modality
        };
    }
    let there = (group.source.0..group.source.1).any(|at| is_name_there(context, at));
    let here = (group.draft.0..group.draft.1).any(|at| is_name_here(context, at));
    if there && here {
        Class::Name
    } else {
        Class::Substitution
    }
}

/// A source word with a capital inside a sentence.
fn is_name_there(context: &Context, at: usize) -> bool {
    let word = &context.words[at];
    let capital = context.text[word.span.start..]
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    capital
        && !context.lists.is_function(&word.folded)
        && !begins_sentence(&context.text[..word.span.start])
}

fn is_name_here(context: &Context, at: usize) -> bool {
    let word = &context.quote.words[at];
    word.capital && !word.begins && !context.lists.is_function(&word.folded)
}

pub(crate) fn begins_sentence(before: &str) -> bool {
    let last = before.chars().rev().find(|c| !c.is_whitespace());
    last.is_none_or(|c| matches!(c, '.' | '!' | '?' | '"' | ':' | '…') || !c.is_ascii())
}
