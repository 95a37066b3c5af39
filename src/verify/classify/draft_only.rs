//! Printed words that the source lacks.
use super::{Context, source_only};
use crate::text::typography::is_dash;
use crate::verify::class::Class;
use crate::verify::groups::Group;

pub(super) fn class(context: &Context, group: &Group) -> Class {
    let words = context.draft_words(group);
    if context.negations(group).1 > 0 {
        return Class::Negation;
    }
    // A word of one letter is easily lost to a machine.
    let specks = words
        .iter()
        .all(|word| word.len() == 1 && context.lists.is_function(word));
    if context.is_noisy() && specks {
        return Class::SourceNoise;
    }
    let next = context.quote.words.get(group.draft.1);
    if next.is_some_and(|next| context.lists.is_figure(&next.folded, next.hash))
        && context.lists.are_hedge(&words)
    {
        return Class::Number;
    }
    let mut prefixes = context.lists.negating_prefixes();
    let gap = context.quote.gap(group.draft.1);
    if prefixes.any(|prefix| [prefix] == words[..])
        && gap.chars().count() == 1
        && gap.chars().all(is_dash)
    {
        return Class::Negation;
    }
    source_only::small(context, &words, (0, 0)).unwrap_or(Class::Insertion)
}
