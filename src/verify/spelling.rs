//! One word spelt by two styles: defence/defense, organise/organize, don't/do not, a name by its other name.
use super::words::Words;

/// Whether the two runs of folded words are the same words spelt by another style.
pub(crate) fn same_words(lists: &Words, one: &[&str], other: &[&str]) -> bool {
    let (one, other) = (lists.written_out(one), lists.written_out(other));
    one.len() == other.len()
        && one
            .iter()
            .zip(&other)
            .all(|(one, other)| one == other || same_word(lists, one, other))
}

fn same_word(lists: &Words, one: &str, other: &str) -> bool {
    american(lists, one) == american(lists, other)
}

/// The word in its American spelling.
fn american(lists: &Words, word: &str) -> String {
    let roots = lists
        .values("respellings")
        .filter(|(british, _)| word.starts_with(british));
    let root = roots.max_by_key(|(british, _)| british.len());
    let word = root.map_or_else(
        || word.to_owned(),
        |(british, american)| format!("{american}{}", &word[british.len()..]),
    );
    let ending = lists
        .values("swapped endings")
        .find(|(from, _)| word.strip_suffix(from).is_some_and(|stem| stem.len() >= 4));
    ending.map_or_else(
        || word.clone(),
        |(from, to)| format!("{}{to}", &word[..word.len() - from.len()]),
    )
}

/// Whether both runs are names of one party.
pub(crate) fn same_party(aliases: &[Vec<String>], one: &str, other: &str) -> bool {
    aliases.iter().any(|names| {
        let has = |words: &str| {
            names
                .iter()
                .any(|name| crate::text::fold::fold(name) == words)
        };
        has(one) && has(other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::words::Language;

    #[test]
    fn styles_of_spelling_are_told_from_other_words() {
        let same = |one, other| same_words(Language::English.lists(), &[one], &[other]);
        assert!(
            same("defence", "defense")
                && same("organised", "organized")
                && same("travelling", "traveling")
        );
        assert!(
            !same("four", "for")
                && !same("shoe", "she")
                && !same("filled", "filed")
                && !same("wise", "wize")
        );
        assert!(same_words(
            Language::English.lists(),
            &["don't"],
            &["do", "not"]
        ));
    }
}
