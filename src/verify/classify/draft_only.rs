//! Printed words that the source lacks.
use super::{Context, source_only};
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
    source_only::small(context, &words, (0, 0)).unwrap_or(Class::Insertion)
}
