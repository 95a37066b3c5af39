//! Where one sentence ends and the next begins.

use crate::text::quotation_marks::{is_closing, is_opening};
use crate::verify::quote_spans;
use crate::verify::sentence_ends::is_abbreviation;
use std::ops::Range;

/// How many stops of one run are looked at: a dotted line of a megabyte is not a sentence.
const MOST_STOPS: usize = 8;

/// The sentences of a line of words. `cuts` are the places where marks stood, in order: a sentence certainly ends there.
/// A quotation is not taken apart.
pub fn sentences(words: &str, cuts: &[usize]) -> Vec<Range<usize>> {
    let mut all = vec![];
    let mut start = 0;
    let mut quotes = quote_spans(words).into_iter().peekable();
    // Where a run of stops and closing marks ends, and how many of its stops were looked at.
    let (mut end, mut stops) = (0, 0);
    for (at, c) in words.char_indices() {
        // Further stops after one that ended a sentence belong to it.
        if at < start || !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        while quotes.next_if(|quote| quote.outer.end <= at).is_some() {}
        let quote = quotes.peek().filter(|quote| quote.outer.start <= at);
        let after = at + c.len_utf8();
        if at >= end {
            end = after + closing(&words[after..]);
            stops = 0;
            if let Some(quote) = quote.filter(|quote| quote.inner.end <= end) {
                end = end.max(quote.outer.end);
                end += closing(&words[end..]);
            }
        }
        stops += 1;
        if stops > MOST_STOPS {
            continue;
        }
        let inside = quote.is_some_and(|quote| end < quote.outer.end);
        if inside || !ends_here(words, start, at, end, cuts) {
            continue;
        }
        push(words, start..end, &mut all);
        start = end;
    }
    push(words, start..words.len(), &mut all);
    all
}

fn push(words: &str, range: Range<usize>, all: &mut Vec<Range<usize>>) {
    let text = &words[range.clone()];
    let from = range.start + (text.len() - text.trim_start().len());
    let to = range.start + text.trim_end().len();
    if from >= to {
        return;
    }
    // Punctuation alone is not a sentence: it belongs to the one before.
    if !words[from..to].chars().any(char::is_alphanumeric) {
        if let Some(last) = all.last_mut() {
            last.end = to;
            return;
        }
    }
    all.push(from..to);
}

/// Bytes of closing marks and further stops after a stop.
fn closing(rest: &str) -> usize {
    let kept = rest.trim_start_matches(|c| {
        is_closing(c) || matches!(c, '.' | '!' | '?' | '…' | ')' | ']' | '*' | '_')
    });
    rest.len() - kept.len()
}

/// True if a stop at `at`, with its closing marks up to `end`, ends a sentence.
fn ends_here(words: &str, start: usize, at: usize, end: usize, cuts: &[usize]) -> bool {
    let rest = &words[end..];
    let gap = rest.len() - rest.trim_start().len();
    let next_cut = cuts.get(cuts.partition_point(|cut| *cut < end));
    if gap == rest.len() || next_cut.is_some_and(|cut| *cut <= end + gap) {
        return true;
    }
    let next = rest.trim_start().trim_start_matches(|c| {
        is_opening(c) || matches!(c, '\'' | '(' | '¿' | '¡' | '[' | '*' | '_' | ' ' | '\u{a0}')
    });
    let begins = next.starts_with(|c: char| {
        c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase())
    });
    gap > 0 && begins && !(words[at..].starts_with('.') && is_abbreviation(&words[start..at], next))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(words: &str) -> Vec<&str> {
        sentences(words, &[])
            .into_iter()
            .map(|range| &words[range])
            .collect()
    }

    #[test]
    fn sentences_end_at_stops_not_at_abbreviations() {
        assert_eq!(
            split("It ended. Then it began."),
            ["It ended.", "Then it began."]
        );
        assert_eq!(
            split("Dr. Smith met J. R. Doe at 5 p.m. on No. 12."),
            ["Dr. Smith met J. R. Doe at 5 p.m. on No. 12."]
        );
        assert_eq!(
            split("The U.S. Army left. It rained."),
            ["The U.S. Army left.", "It rained."]
        );
        assert_eq!(
            split("He told me. Then Rev. Bell left."),
            ["He told me.", "Then Rev. Bell left."]
        );
        assert_eq!(
            split("He said no. She agreed."),
            ["He said no.", "She agreed."]
        );
        assert_eq!(
            split("Worth 1.5 million. Not more!"),
            ["Worth 1.5 million.", "Not more!"]
        );
    }

    #[test]
    fn a_quotation_is_not_taken_apart() {
        let line = "“There is no control. There is no check,” she said. He left.";
        assert_eq!(
            split(line),
            [
                "“There is no control. There is no check,” she said.",
                "He left."
            ]
        );
        assert_eq!(
            split("She said “No.” He left."),
            ["She said “No.”", "He left."]
        );
        for (open, close) in [
            ("‘", "’"),
            ("„", "“"),
            ("‹", "›"),
            ("``", "''"),
            ("<<", ">>"),
        ] {
            let words = format!("{open}There is no way. There is none.{close} He left.");
            assert_eq!(split(&words).len(), 2, "{words}");
        }
        assert_eq!(split("Er ging. „Ich auch“, sagte sie.").len(), 2);
        assert_eq!(split("A 6\" pipe. It broke.").len(), 2);
    }

    #[test]
    fn stops_in_a_row_end_one_sentence() {
        assert_eq!(split("..½ 10 of it"), ["..½ 10 of it"]);
        assert_eq!(split(".. ½ of it"), ["..", "½ of it"]);
        assert_eq!(split("It ended... Then 5."), ["It ended...", "Then 5."]);
    }

    #[test]
    fn a_mark_ends_a_sentence_even_before_a_small_letter() {
        let words = "It ended.  then it began.";
        assert_eq!(sentences(words, &[10]).len(), 2);
    }
}
