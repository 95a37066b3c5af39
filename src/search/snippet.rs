//! The line of an answer: the text that tells best why an entry was found.

use super::answer::Tier;
use super::entry::Weight;
use super::highlight::places;
use super::query::Query;
use std::ops::Range;

/// Longer texts are cut around the words that were found (bytes).
const LONGEST: usize = 240;
/// What is kept before the first word found.
const LEAD: usize = 60;
/// Texts are painted so far and no farther (bytes): a hit may be a page.
const LOOKED_AT: usize = 64 << 10;

/// The text to show of an entry's `texts` (heaviest first), and what to paint in it.
pub fn snippet<'t>(
    texts: impl Iterator<Item = (&'t str, Weight, bool)>,
    query: &Query,
    tier: Tier,
) -> (String, Vec<Range<usize>>) {
    let mut best: Option<(usize, &str, Vec<Range<usize>>)> = None;
    for (text, weight, shown) in texts {
        if !shown {
            continue;
        }
        let text = &text[..text.floor_char_boundary(LOOKED_AT)];
        let found = places(text, query, tier);
        // An id alone tells little: any other text is better, but for itself having more of the words.
        let rank = found.len() * 2 + usize::from(weight != Weight::Id);
        let rank = if weight == Weight::Id { rank / 4 } else { rank };
        if best.as_ref().is_none_or(|(better, ..)| rank > *better) {
            best = Some((rank, text, found));
        }
    }
    let Some((_, text, found)) = best else {
        return (String::new(), vec![]);
    };
    cut(text, &found)
}

/// Cuts a long text around what was found in it, at spaces, with an ellipsis where something is left out.
fn cut(text: &str, found: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let trimmed = text.trim_end();
    if trimmed.len() <= LONGEST {
        return (trimmed.to_owned(), found.to_vec());
    }
    let first = densest(found);
    let mut start = text.floor_char_boundary(first.saturating_sub(LEAD));
    if start > 0 {
        start = text[start..first]
            .find(' ')
            .map_or(start, |i| start + i + 1);
    }
    let mut end = text.floor_char_boundary(start + LONGEST);
    if end < trimmed.len() {
        let last = found
            .iter()
            .filter(|range| range.end <= end)
            .map(|range| range.end)
            .max()
            .unwrap_or(start);
        end = text[last..end].rfind(' ').map_or(end, |i| last + i);
    }
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    let lead = out.len();
    out.push_str(text[start..end].trim_end());
    let kept = out.len() - lead + start;
    let inside = found
        .iter()
        .filter(|range| range.start >= start && range.end <= kept);
    let highlights = inside
        .map(|range| range.start - start + lead..range.end - start + lead)
        .collect();
    if end < trimmed.len() {
        out.push('…');
    }
    (out, highlights)
}

/// Where the window begins that holds the most of what was found.
fn densest(found: &[Range<usize>]) -> usize {
    let room = LONGEST - LEAD;
    let count = |range: &Range<usize>| {
        found
            .iter()
            .filter(|r| r.start >= range.start && r.end <= range.start + room)
            .count()
    };
    let mut best = (0, 0);
    // The first places are enough: a word on every line has no densest place.
    for range in found.iter().take(64) {
        let here = count(range);
        if here > best.0 {
            best = (here, range.start);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(texts: &[(&str, Weight)], typed: &str) -> String {
        let texts = texts.iter().map(|(text, weight)| (*text, *weight, true));
        let (text, highlights) = snippet(texts, &Query::parse(typed), Tier::Exact);
        for range in highlights {
            assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        }
        text
    }

    #[test]
    fn the_text_with_the_words_is_shown_and_the_own_words_if_none_has_them() {
        let texts = [
            ("q-toll", Weight::Id),
            ("49 people were killed", Weight::Own),
            ("Marina Navarro", Weight::Names),
        ];
        assert_eq!(line(&texts, "killed"), "49 people were killed");
        assert_eq!(line(&texts, "navarro"), "Marina Navarro");
        assert_eq!(line(&texts, "q-toll"), "49 people were killed");
    }

    #[test]
    fn a_long_text_is_cut_around_the_words_found() {
        let long = format!(
            "{}the needle is here {}",
            "é wörd ".repeat(200),
            "and on ".repeat(200)
        );
        let text = line(&[(&long, Weight::Own)], "needle");
        assert!(
            text.starts_with('…') && text.ends_with('…') && text.contains("the needle is here"),
            "{text}"
        );
        assert!(text.len() < LONGEST + 12, "{}", text.len());
    }
}
