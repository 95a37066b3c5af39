//! Words as a searcher types them: small letters, no accents, ligatures taken apart.
//!
//! This is looser than what the checks may use. There a lost accent is a difference; here `Cote` is meant to find
//! *Côté*. So the folding lives in this room and never leaves it.

use std::ops::Range;
use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// Words longer than this (bytes, folded) are cut: a line of base64 must not become one giant word.
pub const LONGEST_WORD: usize = 64;

/// One word of a text: where its folded form is, and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    folded: Range<usize>,
    /// Byte range in the text as given.
    pub at: Range<usize>,
    /// Made by joining neighbours (`960,000` as `960000`, `O'Brien` as `obrien`), beside the parts.
    pub joined: bool,
}

/// The words of one text. Reused from text to text, so that building an index does not allocate for each.
#[derive(Debug, Default)]
pub struct Words {
    buffer: String,
    list: Vec<Word>,
}

impl Words {
    /// The words of `text`: the plain ones in order, then the joined ones.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.read(text);
        words
    }

    /// Forget what was there and read `text`.
    pub fn read(&mut self, text: &str) {
        self.buffer.clear();
        self.list.clear();
        let mut open = Open::default();
        let mut at = 0;
        let bytes = text.as_bytes();
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() {
                    open.begin(at, self.buffer.len());
                    open.push(char::from(byte.to_ascii_lowercase()), &mut self.buffer);
                    open.end = at + 1;
                } else {
                    self.close(&mut open);
                }
                at += 1;
                continue;
            }
            let Some(c) = text[at..].chars().next() else {
                break;
            };
            let next = at + c.len_utf8();
            if is_word(c) {
                open.begin(at, self.buffer.len());
                fold_char(c, |f| open.push(f, &mut self.buffer));
                open.end = next;
            } else if !is_transparent(c) {
                self.close(&mut open);
            }
            at = next;
        }
        self.close(&mut open);
        self.join(text);
    }

    fn close(&mut self, open: &mut Open) {
        if let Some((at, folded)) = open.start.take() {
            if self.buffer.len() > folded {
                self.list.push(Word {
                    folded: folded..self.buffer.len(),
                    at: at..open.end,
                    joined: false,
                });
            }
        }
        *open = Open::default();
    }

    /// Adds the joined forms: thousands groups as one number, hyphens, apostrophes and initials closed up.
    fn join(&mut self, text: &str) {
        let plain = self.list.len();
        let mut first = 0;
        while first + 1 < plain {
            let last = self
                .number_run(text, first, plain)
                .or_else(|| self.letter_run(text, first, plain));
            let Some(last) = last else {
                first += 1;
                continue;
            };
            let start = self.buffer.len();
            for i in first..=last {
                let part = self.list[i].folded.clone();
                self.buffer.extend_from_within(part);
            }
            let at = self.list[first].at.start..self.list[last].at.end;
            self.list.push(Word {
                folded: start..self.buffer.len(),
                at,
                joined: true,
            });
            first = last + 1;
        }
    }

    /// `1 254 300`: up to three digits, then groups of exactly three with one and the same sign between.
    fn number_run(&self, text: &str, first: usize, plain: usize) -> Option<usize> {
        let digits = |i: usize| {
            let word = self.folded(i);
            word.bytes()
                .all(|b| b.is_ascii_digit())
                .then_some(word.len())
        };
        if !(1..=3).contains(&digits(first)?) {
            return None;
        }
        let gap = self.gap(text, first);
        if !matches!(
            gap,
            "," | "." | "'" | "’" | " " | "\u{a0}" | "\u{202f}" | "\u{2009}"
        ) {
            return None;
        }
        let mut last = first;
        while last + 1 < plain
            && self.gap(text, last) == gap
            && digits(last + 1) == Some(3)
            && last - first < 10
        {
            last += 1;
        }
        (last > first).then_some(last)
    }

    fn letter_run(&self, text: &str, first: usize, plain: usize) -> Option<usize> {
        let mut last = first;
        let mut size = self.folded(first).len();
        while last + 1 < plain && self.closes_up(text, last) {
            size += self.folded(last + 1).len();
            last += 1;
        }
        let all_digits = (first..=last).all(|i| self.folded(i).bytes().all(|b| b.is_ascii_digit()));
        (last > first && size <= LONGEST_WORD && !all_digits).then_some(last)
    }

    fn closes_up(&self, text: &str, i: usize) -> bool {
        match self.gap(text, i) {
            "-" | "\u{2010}" | "\u{2011}" | "'" | "’" => true,
            "." => self.folded(i).len() == 1 && self.folded(i + 1).len() == 1,
            // A word broken at the end of a line.
            gap => {
                gap.contains('\n')
                    && matches!(
                        gap.trim_matches([' ', '\r', '\n']),
                        "-" | "\u{2010}" | "\u{ad}"
                    )
            }
        }
    }

    /// What stands between a word and the next.
    fn gap<'t>(&self, text: &'t str, i: usize) -> &'t str {
        &text[self.list[i].at.end..self.list[i + 1].at.start]
    }

    /// The folded form of word number `i`.
    pub fn folded(&self, i: usize) -> &str {
        &self.buffer[self.list[i].folded.clone()]
    }

    /// Each word with its folded form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Word)> {
        self.list
            .iter()
            .map(|word| (&self.buffer[word.folded.clone()], word))
    }

    /// The folded forms of the plain words, in order.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.iter()
            .filter(|(_, word)| !word.joined)
            .map(|(folded, _)| folded)
    }
}

/// The word being read.
#[derive(Default)]
struct Open {
    /// Start in the text and in the buffer.
    start: Option<(usize, usize)>,
    end: usize,
    size: usize,
    full: bool,
}

impl Open {
    fn begin(&mut self, at: usize, folded: usize) {
        if self.start.is_none() {
            self.start = Some((at, folded));
        }
    }

    fn push(&mut self, c: char, buffer: &mut String) {
        self.full = self.full || self.size + c.len_utf8() > LONGEST_WORD;
        if !self.full {
            buffer.push(c);
            self.size += c.len_utf8();
        }
    }
}

/// The folded form of one character: none, one or several.
pub fn fold_char(c: char, mut push: impl FnMut(char)) {
    if c.is_ascii() {
        push(c.to_ascii_lowercase());
        return;
    }
    let mut lower = |d: char| {
        for l in d.to_lowercase() {
            match l {
                'ß' => ['s', 's'].into_iter().for_each(&mut push),
                'æ' => ['a', 'e'].into_iter().for_each(&mut push),
                'œ' => ['o', 'e'].into_iter().for_each(&mut push),
                'þ' => ['t', 'h'].into_iter().for_each(&mut push),
                'ø' => push('o'),
                'đ' | 'ð' => push('d'),
                'ł' => push('l'),
                'ı' => push('i'),
                'ς' => push('σ'),
                l if is_transparent(l) => {}
                l => push(l),
            }
        }
    };
    match c {
        // Hangul would fall apart into single letters.
        '\u{ac00}'..='\u{d7a3}' => push(c),
        // Ligatures and full-width forms only: elsewhere compatibility turns ½ into 1⁄2 and so 49½ into 4912.
        '\u{fb00}'..='\u{fb17}' | '\u{ff01}'..='\u{ffee}' | '\u{1c4}'..='\u{1cc}' => {
            decompose_compatible(c, lower)
        }
        _ => decompose_canonical(c, &mut lower),
    }
}

/// Belongs to a word. Raised figures do not: `killed²` is the word *killed* with a footnote.
fn is_word(c: char) -> bool {
    match c {
        '\u{b2}'
        | '\u{b3}'
        | '\u{b9}'
        | '\u{bc}'..='\u{be}'
        | '\u{2070}'..='\u{209f}'
        | '\u{2460}'..='\u{24ff}' => false,
        c if is_transparent(c) => false,
        c => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// Neither part of a word nor its end: accents, vowel points, soft hyphens, joiners, marks of direction.
fn is_transparent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{2bc}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::of(text)
            .iter()
            .map(|(folded, _)| folded.to_owned())
            .collect()
    }

    #[test]
    fn case_accents_and_ligatures_do_not_matter() {
        assert_eq!(
            words("Bélanger CÔTÉ Łódź ﬁnal Straße Ýmir œuvre"),
            [
                "belanger", "cote", "lodz", "final", "strasse", "ymir", "oeuvre"
            ]
        );
        assert_eq!(
            words("re\u{301}sume\u{301}"),
            ["resume"],
            "an accent as a character of its own"
        );
        assert_eq!(words("infor\u{ad}mation"), ["information"], "a soft hyphen");
    }

    #[test]
    fn numbers_are_one_number_however_they_are_grouped() {
        for text in ["960,000", "960 000", "960\u{202f}000", "960.000", "960’000"] {
            assert_eq!(words(text), ["960", "000", "960000"], "{text}");
        }
        assert_eq!(words("1,254,300"), ["1", "254", "300", "1254300"]);
        assert_eq!(
            words("2023-02-06"),
            ["2023", "02", "06"],
            "a date is not one number"
        );
        assert_eq!(words("1.5"), ["1", "5"]);
    }

    #[test]
    fn hyphens_apostrophes_and_initials_also_close_up() {
        assert_eq!(
            words("e-mail O’Brien U.S."),
            ["e", "mail", "o", "brien", "u", "s", "email", "obrien", "us"]
        );
        assert_eq!(
            words("infor-\n  mation"),
            ["infor", "mation", "information"]
        );
    }

    #[test]
    fn a_word_knows_where_it_stands_in_the_text_as_given() {
        let text = "«Bélanger», 960 000";
        let words = Words::of(text);
        let places: Vec<&str> = words
            .iter()
            .map(|(_, word)| &text[word.at.clone()])
            .collect();
        assert_eq!(places, ["Bélanger", "960", "000", "960 000"]);
    }

    #[test]
    fn a_footnote_is_not_part_of_the_word() {
        assert_eq!(words("killed² 49½"), ["killed", "49"]);
    }

    #[test]
    fn a_line_without_spaces_is_cut() {
        let words = Words::of(&"é".repeat(100_000));
        assert_eq!(words.folded(0).len(), LONGEST_WORD);
    }
}
