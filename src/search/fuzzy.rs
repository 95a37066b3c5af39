//! Choosing from a short list by a few letters, in order but not in a row: commands, parties, ids, files.
//!
//! The one file that knows fuzzy-matcher. It asks only for indices: the crate's two entry points disagree on scores,
//! and what is painted must be what was counted. The search over a case is the word index, not this.

use super::fold::fold_char;
use super::highlight::merge;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;

/// Letters of a choice that are looked at; the matcher's work grows with the square.
const MOST_LETTERS: usize = 512;

/// One choice that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its place in the list given.
    pub index: usize,
    /// Larger is better.
    pub score: i64,
    /// Byte ranges of its text to paint.
    pub positions: Vec<Range<usize>>,
}

/// The choices that have the letters of every word of `query`, best first. An empty query leaves all, in their order.
pub fn pick(query: &str, choices: &[&str]) -> Vec<Pick> {
    let matcher = SkimMatcherV2::default();
    let words: Vec<String> = query.split_whitespace().map(fold).collect();
    let one = |(index, choice): (usize, &&str)| {
        let (score, positions) = fit(&matcher, &words, choice)?;
        Some(Pick {
            index,
            score,
            positions,
        })
    };
    let mut picks: Vec<Pick> = choices.iter().enumerate().filter_map(one).collect();
    // Of equal fits the shorter is nearer to what was typed.
    picks.sort_by_key(|pick| {
        (
            std::cmp::Reverse(pick.score),
            if words.is_empty() {
                0
            } else {
                choices[pick.index].len()
            },
        )
    });
    picks
}

/// Byte ranges of `text` to paint for `query`; none if it does not fit.
pub fn highlights(query: &str, text: &str) -> Vec<Range<usize>> {
    let words: Vec<String> = query.split_whitespace().map(fold).collect();
    fit(&SkimMatcherV2::default(), &words, text)
        .map(|(_, positions)| positions)
        .unwrap_or_default()
}

fn fit(matcher: &SkimMatcherV2, words: &[String], text: &str) -> Option<(i64, Vec<Range<usize>>)> {
    let folded: String = text.chars().take(MOST_LETTERS).map(fold_one).collect();
    let letters: Vec<(usize, char)> = text.char_indices().take(MOST_LETTERS).collect();
    let mut score = 0;
    let mut positions = vec![];
    for word in words {
        let (points, indices) = matcher.fuzzy_indices(&folded, word)?;
        score += points;
        for index in indices {
            let (at, c) = *letters.get(index)?;
            positions.push(at..at + c.len_utf8());
        }
    }
    positions.sort_unstable_by_key(|range| range.start);
    // Neighbours become one range.
    let mut joined: Vec<Range<usize>> = vec![];
    for range in merge(positions) {
        match joined.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => joined.push(range),
        }
    }
    Some((score, joined))
}

fn fold(word: &str) -> String {
    word.chars().take(MOST_LETTERS).map(fold_one).collect()
}

/// Folded, but one character for one, so that places stay places. Capitals stay: the matcher takes one in the middle of
/// a word for the beginning of a new one.
fn fold_one(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut first = None;
    fold_char(c, |f| {
        first.get_or_insert(f);
    });
    first.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(query: &str, choices: &[&str]) -> Vec<usize> {
        pick(query, choices)
            .into_iter()
            .map(|pick| pick.index)
            .collect()
    }

    #[test]
    fn a_few_letters_choose() {
        let commands = [
            "go to draft",
            "go to records",
            "search the case",
            "copy menu",
        ];
        assert_eq!(picked("gdr", &commands), [0]);
        assert_eq!(picked("case search", &commands), [2], "words in any order");
        assert_eq!(picked("", &commands), [0, 1, 2, 3]);
        assert_eq!(picked("xyz", &commands), [] as [usize; 0]);
    }

    #[test]
    fn accents_are_no_obstacle_and_places_stay_right() {
        let text = "Élise Côté";
        let picks = pick("cote", &["nobody", text]);
        assert_eq!(picks[0].index, 1);
        let painted: Vec<&str> = picks[0]
            .positions
            .iter()
            .map(|range| &text[range.clone()])
            .collect();
        assert_eq!(painted, ["Côté"]);
    }

    #[test]
    fn what_is_painted_is_what_was_picked() {
        assert_eq!(
            highlights("gdr", "go to draft"),
            pick("gdr", &["go to draft"])[0].positions
        );
        assert!(highlights("zz", "go to draft").is_empty());
    }

    #[test]
    fn a_very_long_choice_does_no_harm() {
        let long = "a".repeat(1_000_000);
        assert_eq!(picked(&"a".repeat(2000), &[&long]).len(), 1);
    }
}
