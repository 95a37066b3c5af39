//! Printed words that the source lacks.
use super::{Context, source_only};
use crate::verify::class::Class;
use crate::verify::groups::Group;

pub(super) fn class(context: &Context, group: &Group) -> Class {
    let words = context.draft_words(group);
    if context.negations(group).1 > 0 {
        return Class::Negation;
    }
    source_only::small(context, &words, (0, 0)).unwrap_or(Class::Insertion)
}
