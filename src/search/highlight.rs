//! Which letters of a text to paint for a query.

use super::answer::Tier;
use super::fold::{Words, fold_char};
use super::query::{Ask, Part, Query, Row};
use super::typo;
use super::vocabulary::LEAST_INSIDE;
use std::ops::Range;

/// Byte ranges of `text` where the query's words stand: by beginning, inside or as a whole, without regard to case and accents;
/// with [`Tier::Close`] words with a small slip too. In order, apart from each other, on character boundaries.
pub fn places(text: &str, query: &Query, tier: Tier) -> Vec<Range<usize>> {
    let words = Words::of(text);
    let mut found = vec![];
    for ask in query.wanted() {
        match ask {
            Ask::AnyOf(ways) => {
                for part in ways.iter().flatten() {
                    places_of_part(text, &words, part, tier, &mut found);
                }
            }
            Ask::Row(row) => places_of_row(text, &words, row, &mut found),
        }
    }
    merge(found)
}

/// The same for plain words, as typed into *find in this pane*.
pub fn find(text: &str, typed: &str) -> Vec<Range<usize>> {
    places(text, &Query::parse(typed), Tier::Exact)
}

/// Sorts, and joins what overlaps.
pub(super) fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = vec![];
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn places_of_part(
    text: &str,
    words: &Words,
    part: &Part,
    tier: Tier,
    found: &mut Vec<Range<usize>>,
) {
    let typed = part.word.as_str();
    for (folded, word) in words.iter() {
        let inside = if part.whole {
            (folded == typed).then_some(0)
        } else {
            folded.find(typed)
        };
        match inside {
            Some(0) if folded.len() == typed.len() => found.push(word.at.clone()),
            Some(_) if word.joined => found.push(word.at.clone()),
            Some(at) if at == 0 || typed.len() >= LEAST_INSIDE => {
                found.push(within(text, &word.at, at..at + typed.len()));
            }
            _ if tier == Tier::Close && !part.whole && is_close(typed, folded) => {
                found.push(word.at.clone())
            }
            _ => {}
        }
    }
}

/// A word with a slip, or one half of two words typed as one.
fn is_close(typed: &str, folded: &str) -> bool {
    let most = typo::allowed(typed.as_bytes());
    let slip = most > 0
        && typo::distance_to_beginning(typed.as_bytes(), folded.as_bytes(), most).is_some();
    let half = folded.len() >= LEAST_INSIDE && typed.len() >= folded.len() + LEAST_INSIDE;
    slip || (half && (typed.starts_with(folded) || typed.ends_with(folded)))
}

fn places_of_row(text: &str, words: &Words, row: &Row, found: &mut Vec<Range<usize>>) {
    let plain: Vec<_> = words.iter().filter(|(_, word)| !word.joined).collect();
    let last = row.words.len() - 1;
    let meets = |i: usize, folded: &str| {
        let typed = row.words[i].as_str();
        let (open_start, open_end) = (i == 0 && row.open_start, i == last && row.open_end);
        match (open_start, open_end) {
            (false, false) => folded == typed,
            (true, false) => folded.ends_with(typed),
            (false, true) => folded.starts_with(typed),
            (true, true) => folded.contains(typed),
        }
    };
    for (first, run) in plain.windows(row.words.len()).enumerate() {
        let here =
            (!row.at_start || first == 0) && (!row.at_end || first + run.len() == plain.len());
        if here
            && run
                .iter()
                .enumerate()
                .all(|(i, (folded, _))| meets(i, folded))
        {
            let mut range = run[0].1.at.start..run[last].1.at.end;
            if row.open_start {
                let (folded, word) = run[0];
                let start = folded.len() - row.words[0].len();
                range.start = within(text, &word.at, start..folded.len()).start;
            }
            if row.open_end {
                range.end = within(text, &run[last].1.at, 0..row.words[last].len()).end;
            }
            found.push(range);
        }
    }
    // A joined number is a word of its own only here.
    if row.words.len() == 1 {
        let joined = words
            .iter()
            .filter(|(folded, word)| word.joined && *folded == row.words[0]);
        found.extend(joined.map(|(_, word)| word.at.clone()));
    }
}

/// The bytes of the text that the bytes `folded` of a word's folded form come from.
fn within(text: &str, word: &Range<usize>, folded: Range<usize>) -> Range<usize> {
    let mut at = 0;
    let (mut start, mut end) = (None, word.start);
    for (i, c) in text[word.clone()].char_indices() {
        let before = at;
        fold_char(c, |f| at += f.len_utf8());
        let here = word.start + i;
        if before < folded.end && at > folded.start {
            start.get_or_insert(here);
            end = here + c.len_utf8();
        } else if at == before && start.is_some() && end == here {
            // An accent after its letter.
            end = here + c.len_utf8();
        }
    }
    start.map_or(word.clone(), |start| start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(text: &str, typed: &str) -> String {
        marked(text, find(text, typed))
    }

    fn marked(text: &str, ranges: Vec<Range<usize>>) -> String {
        let mut out = String::new();
        let mut at = 0;
        for range in ranges {
            out += &format!("{}[{}]", &text[at..range.start], &text[range.clone()]);
            at = range.end;
        }
        out + &text[at..]
    }

    #[test]
    fn the_letters_typed_are_painted_in_the_text_as_written() {
        assert_eq!(
            painted("Bélanger and Côté", "cot belan"),
            "[Bélan]ger and [Cot]é".replace("Cot", "Côt")
        );
        assert_eq!(
            painted("the ﬁnal straße", "fin strass"),
            "the [ﬁn]al [straß]e"
        );
        assert_eq!(
            painted("re\u{301}sume\u{301}", "re"),
            "[re\u{301}]sume\u{301}"
        );
    }

    #[test]
    fn a_number_is_painted_whole_however_it_is_grouped() {
        assert_eq!(
            painted("worth $960,000 in all", "960000"),
            "worth $[960,000] in all"
        );
        assert_eq!(
            painted("worth 960000 in all", "960 000"),
            "worth [960000] in all"
        );
    }

    #[test]
    fn words_in_a_row_are_painted_as_one() {
        assert_eq!(
            painted("not the words, the exact words", "\"exact words\""),
            "not the words, the [exact words]"
        );
        assert_eq!(painted("words in words", "words$"), "words in [words]");
        assert_eq!(painted("words in words", "^wo"), "[wo]rds in words");
    }

    #[test]
    fn a_slip_is_painted_only_among_close_hits() {
        let query = Query::parse("contaminaton");
        let text = "water contamination";
        assert!(places(text, &query, Tier::Exact).is_empty());
        assert_eq!(
            marked(text, places(text, &query, Tier::Close)),
            "water [contamination]"
        );
    }
}
