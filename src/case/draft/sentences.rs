//! Where one sentence ends and the next begins.

use std::ops::Range;

/// Words whose full stop does not end a sentence, in English, French and Spanish.
const SHORT: [&str; 52] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "etc", "gen", "col", "sgt", "capt",
    "lt", "maj", "sen", "rep", "gov", "pres", "inc", "ltd", "corp", "co", "jr", "sr", "sra",
    "srta", "m", "mm", "mme", "mlle", "me", "art", "p", "pp", "fig", "vol", "ch", "cf", "al", "ca",
    "approx", "est", "dept", "univ", "núm", "av", "ud", "uds", "dra", "hon",
];

/// How many stops of one run are looked at: a dotted line of a megabyte is not a sentence.
const MOST_STOPS: usize = 8;

/// The sentences of a line of words. `cuts` are the places where marks stood, in order: a sentence certainly ends there.
pub fn sentences(words: &str, cuts: &[usize]) -> Vec<Range<usize>> {
    let mut all = vec![];
    let mut start = 0;
    let mut quotes = Quotes::default();
    // Where a run of stops and closing marks ends, and how many of its stops were looked at.
    let (mut end, mut stops) = (0, 0);
    for (at, c) in words.char_indices() {
        quotes.see(c);
        // Further stops after one that ended a sentence belong to it.
        if at < start || !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let after = at + c.len_utf8();
        if at >= end {
            (end, stops) = (after + closing(&words[after..]), 0);
        }
        stops += 1;
        if stops > MOST_STOPS {
            continue;
        }
        let mut inner = quotes.clone();
        words[after..end].chars().for_each(|c| inner.see(c));
        if inner.is_open() || !ends_here(words, start, at, end, cuts) {
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
    let kept = rest.trim_start_matches([
        '.', '!', '?', '…', '”', '"', '’', '\'', '»', ')', ']', '*', '_',
    ]);
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
    let next = rest.trim_start().trim_start_matches([
        '“', '"', '«', '(', '‘', '\'', '¿', '¡', '[', '*', '_', ' ', '\u{a0}',
    ]);
    let begins = next.starts_with(|c: char| {
        c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase())
    });
    gap > 0 && begins && !(words[at..].starts_with('.') && is_short(&words[start..at], next))
}

/// True if the word before a full stop is an abbreviation or an initial.
fn is_short(before: &str, next: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '«'))
        .next()
        .unwrap_or(before);
    let bare = word.trim_end_matches('.');
    let initial = bare.chars().count() == 1 && bare.chars().all(char::is_uppercase) && bare != "I";
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let number = next.starts_with(|c: char| c.is_numeric());
    let lower = bare.to_lowercase();
    match lower.as_str() {
        // "No." ends a sentence unless a number follows.
        "no" | "nos" | "art" | "p" | "pp" | "fig" | "vol" | "ch" => number,
        "co" | "inc" | "ltd" | "corp" | "etc" | "al" => false,
        _ => initial || dotted || SHORT.contains(&lower.as_str()),
    }
}

/// Whether a double quotation mark is open. Straight marks open and close alternately.
#[derive(Clone, Default)]
struct Quotes {
    curly: usize,
    straight: bool,
}

impl Quotes {
    const fn see(&mut self, c: char) {
        match c {
            '“' | '«' => self.curly += 1,
            '”' | '»' => self.curly = self.curly.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    const fn is_open(&self) -> bool {
        self.curly > 0 || self.straight
    }
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
