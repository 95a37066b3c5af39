//! One word spelt by two styles: defence/defense, organise/organize, don't/do not, a name by its other name.
use crate::text::fold::fold;
use crate::text::lexicon::{Lexicon, List};

/// Whether the two runs of folded words are the same words spelt by another style.
pub(crate) fn same_words(lists: &Lexicon, one: &[&str], other: &[&str]) -> bool {
    let (Some((first, rest)), Some((second, others))) = (one.split_first(), other.split_first())
    else {
        return one.is_empty() && other.is_empty();
    };
    let written_out = |word: &str, rest: &[&str], all: &[&str], swapped: bool| {
        lists.readings(word).any(|reading| {
            let longer = [&reading[..], rest].concat();
            reading.len() > 1 && {
                if swapped {
                    same_words(lists, all, &longer)
                } else {
                    same_words(lists, &longer, all)
                }
            }
        })
    };
    (first == second || same_word(lists, first, second)) && same_words(lists, rest, others)
        || written_out(first, rest, other, false)
        || written_out(second, others, one, true)
}

fn same_word<'a>(lists: &Lexicon, one: &'a str, other: &'a str) -> bool {
    let owned = |word: &'a str| {
        word.strip_suffix("'s")
            .map_or((word, false), |word| (word, true))
    };
    let ((one, its), (other, theirs)) = (owned(one), owned(other));
    its == theirs
        && (american(lists, one) == american(lists, other) || short_for(lists, one, other))
}

/// Whether one word is the other's abbreviation: "vs" and "versus".
fn short_for(lists: &Lexicon, one: &str, other: &str) -> bool {
    lists.readings(one).any(|long| long == [other])
        || lists.readings(other).any(|long| long == [one])
}

/// The word in its American spelling.
fn american(lists: &Lexicon, word: &str) -> String {
    let roots = lists
        .entries(List::Respellings)
        .filter(|(british, _)| word.starts_with(british));
    let root = roots.max_by_key(|(british, _)| british.len());
    let word = root.map_or_else(
        || word.to_owned(),
        |(british, american)| format!("{american}{}", &word[british.len()..]),
    );
    let ending = lists
        .entries(List::SwappedEndings)
        .find(|(from, _)| word.strip_suffix(from).is_some_and(|stem| stem.len() >= 4));
    ending.map_or_else(
        || word.clone(),
        |(from, to)| format!("{}{to}", &word[..word.len() - from.len()]),
    )
}

/// Whether both runs are names of one party, or the parts in which two names of it differ.
pub(crate) fn same_party(aliases: &[Vec<String>], one: &str, other: &str) -> bool {
    aliases.iter().any(|names| {
        let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let has = |words: &str| names.iter().any(|name| name == words);
        let pairs = names.iter().flat_map(|a| names.iter().map(move |b| (a, b)));
        has(one) && has(other)
            || pairs
                .into_iter()
                .any(|(a, b)| differing(a, b) == (one, other))
    })
}

/// The words in which two names differ: of "ansgar weidlich" and "ansgar weydlich" the last ones.
pub(crate) fn differing<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let mut start = 0;
    for (at, _) in one.match_indices(' ') {
        if other.get(..=at) == Some(&one[..=at]) {
            start = at + 1;
        }
    }
    let (one, other) = (&one[start..], &other[start..]);
    let mut cut = 0;
    for (at, _) in one.rmatch_indices(' ') {
        let rest = &one[at..];
        let fits = other.ends_with(rest) && rest.len() < other.len();
        if !fits {
            break;
        }
        cut = rest.len();
    }
    (&one[..one.len() - cut], &other[..other.len() - cut])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Language;

    #[test]
    fn a_party_may_be_spelt_as_its_other_names_are() {
        let names = [
            vec!["Ansgar Weidlich".to_owned(), "Ansgar Weydlich".to_owned()],
            vec!["Mill & Son Ltd".to_owned(), "Mill & Sohn Ltd".to_owned()],
            vec!["Global Affairs Canada".to_owned(), "GAC".to_owned()],
        ];
        for (one, other, same) in [
            ("weidlich", "weydlich", true),
            ("ansgar weydlich", "ansgar weidlich", true),
            ("son", "sohn", true),
            ("gac", "global affairs canada", true),
            ("gac", "global", false),
            ("ansgar", "weidlich", false),
            ("weidlich", "sohn", false),
        ] {
            assert_eq!(same_party(&names, one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn styles_of_spelling_are_told_from_other_words() {
        let same = |one, other| same_words(Language::English.lexicon(), &[one], &[other]);
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
            Language::English.lexicon(),
            &["don't"],
            &["do", "not"]
        ));
    }
}
