//! One word spelt otherwise: capitals, accents, the signs inside a number.
use crate::text::lexicon::List;
use unicode_normalization::UnicodeNormalization;

use super::Glyph;
use crate::text::Span;
use crate::text::typography::{Spelling, spelling};
use crate::verify::class::Class;
use crate::verify::classify::{Context, begins_sentence};
use crate::verify::figures::written;
use crate::verify::window::SourceWord;

/// One word spelt otherwise.
pub(super) fn word(context: &Context, draft: usize, source: usize) -> Option<Glyph> {
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
            let read = |text| written(text, context.lists);
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
    let ending = context.lists.accents_tell_verbs && last(one) != last(other);
    context.lists.has(List::AccentPairs, folded) || ending && context.words.iter().any(accented)
}

/// In Spanish ñ is no n with an accent: año and ano.
fn is_another_letter(context: &Context, one: &str, other: &str) -> bool {
    let count = |word: &str| word.nfc().filter(|c| matches!(c, 'ñ' | 'Ñ')).count();
    context.lists.has(List::OwnLetters, "n") && count(one) != count(other) && !context.is_noisy()
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
    lists.has(List::NamesInCapitals, &one.folded) && upper(printed) != upper(there) && !loud
        || lists.has(List::NamesByACapital, &one.folded)
            && title(printed) != title(there)
            && !begins
            && !loud
}
