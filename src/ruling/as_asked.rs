//! Whether words were changed exactly as a ruling had asked.

use super::stale::{Because, Part};
use crate::text::fold::is_apostrophe;
use crate::text::typography::{is_dash, is_double};

/// True if all that changed are the words of the story, and each change is the one that was proposed.
pub(super) fn as_asked(fix: &str, because: &[Because]) -> bool {
    !because.is_empty()
        && because.iter().all(|one| match one.part {
            Part::Says | Part::Draft => is_fix(fix, &one.was, &one.now),
            Part::Test | Part::Evidence | Part::Passages | Part::Finding | Part::Seal => false,
        })
}

/// True if `now` is the proposed sentence, or is `was` with the proposed words put in and nothing else changed.
fn is_fix(fix: &str, was: &str, now: &str) -> bool {
    let (fix, was, now) = (words(fix), words(was), words(now));
    if fix.is_empty() || was.is_empty() || was == now {
        return false;
    }
    if unstopped(&fix) == unstopped(&now) {
        return true;
    }
    let before = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let most = was.len().min(now.len()) - before;
    let behind = was.iter().rev().zip(now.iter().rev()).take(most);
    let behind = behind.take_while(|(a, b)| a == b).count();
    // What is new must lie within the proposed words, wherever these now stand.
    let new = before..now.len() - behind;
    let stands = |words: &[String]| {
        (0..=words.len())
            .filter(|at| begins_with(&words[*at..], &fix))
            .collect::<Vec<_>>()
    };
    let covered = |at: &usize| *at <= new.start && new.end <= at + fix.len();
    stands(&now).iter().any(covered) && stands(&was).is_empty()
}

/// The signs that stand on a word and may belong to the sentence around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '"' | ',' | '.' | ';' | ':' | '!' | '?'))
}

/// True if words begin with others; signs at the ends of the others may be those of the sentence around them.
fn begins_with(words: &[String], others: &[String]) -> bool {
    words.len() >= others.len()
        && (0..others.len()).all(|at| {
            let end = at == 0 || at + 1 == others.len();
            words[at] == others[at] || (end && bare(&words[at]) == bare(&others[at]))
        })
}

fn unstopped(words: &[String]) -> Vec<&str> {
    let last = words.len().saturating_sub(1);
    let word = |(at, word): (usize, &String)| {
        if at == last {
            bare_end(word)
        } else {
            word.len()
        }
    };
    words
        .iter()
        .enumerate()
        .map(|one| &one.1[..word(one)])
        .collect()
}

fn bare_end(word: &str) -> usize {
    word.trim_end_matches('.').len()
}

/// Words between white space, with the kinds of quotation mark, apostrophe and dash made one.
fn words(text: &str) -> Vec<String> {
    let plain = |c: char| match c {
        c if is_double(c) => '"',
        c if is_apostrophe(c) => '\'',
        c if is_dash(c) => '-',
        c => c,
    };
    text.split_whitespace()
        .map(|word| word.chars().map(plain).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_fix;

    const WAS: &str = "“In two months, 49 people were killed by the army in Peru,” Navarro said.";

    #[test]
    fn a_whole_sentence_or_some_words_of_it_can_be_proposed() {
        let now =
            "“In two months, 49 people were killed by the armed forces in Peru,” Navarro said.";
        assert!(is_fix(now, WAS, now));
        assert!(is_fix("killed by the armed forces in Peru", WAS, now));
        assert!(is_fix("armed forces", WAS, now));
        assert!(is_fix("killed by the armed forces in Peru,\"", WAS, now));
        assert!(is_fix("It ended", "It began.", "It ended."));
    }

    #[test]
    fn what_else_was_changed_was_not_asked_for() {
        let more =
            "“In two months, 48 people were killed by the armed forces in Peru,” Navarro said.";
        assert!(!is_fix("killed by the armed forces in Peru", WAS, more));
        assert!(!is_fix("killed by the armed forces in Peru", WAS, WAS));
        assert!(!is_fix("army", WAS, more));
        assert!(!is_fix("", WAS, more));
        assert!(!is_fix("x", WAS, ""));
        assert!(!is_fix("x", "", "x"));
    }
}
