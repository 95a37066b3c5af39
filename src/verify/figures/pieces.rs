//! A text as pieces for reading numbers: numerals with their value, folded words, signs.

use super::number::Num;
use crate::text::fold::{fold, is_apostrophe};
use crate::text::typography::is_dash;
use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub span: Range<usize>,
    /// True if it follows the piece before without a space.
    pub glued: bool,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A numeral. `plain` if it is nothing but digits.
    Figure {
        /// Its value.
        value: Num,
        /// Nothing but digits, so that it may be a year or a day.
        plain: bool,
    },
    /// A word, folded. A hyphen before a letter parts words; an apostrophe ends one and stays with it: `d'` `euros`.
    Word(String),
    /// Any other sign; every dash is `-`.
    Sign(char),
}

impl Piece {
    /// The folded word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Figure { .. } | Kind::Sign(_) => None,
        }
    }

    /// The numeral's value, if it is one.
    pub fn figure(&self) -> Option<Num> {
        match &self.kind {
            Kind::Figure { value, .. } => Some(*value),
            Kind::Word(_) | Kind::Sign(_) => None,
        }
    }

    /// The value of a numeral of nothing but digits.
    pub fn plain(&self) -> Option<i64> {
        match &self.kind {
            Kind::Figure { value, plain: true } => value.small(),
            Kind::Figure { .. } | Kind::Word(_) | Kind::Sign(_) => None,
        }
    }

    /// True for this sign.
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The pieces of a text. `comma` says that a comma stands before decimals, as in French and Spanish.
pub fn pieces(text: &str, comma: bool) -> Vec<Piece> {
    let mut cutter = Cutter {
        text,
        comma,
        at: 0,
        all: vec![],
        end: None,
    };
    while let Some(c) = cutter.peek() {
        cutter.step(c);
    }
    cutter.all
}

struct Cutter<'a> {
    text: &'a str,
    comma: bool,
    at: usize,
    all: Vec<Piece>,
    /// Where the last piece ended.
    end: Option<usize>,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn step(&mut self, c: char) {
        let start = self.at;
        if c.is_ascii_digit() {
            self.numeral(start);
        } else if let Some(part) = sign_fraction(c) {
            self.at += c.len_utf8();
            self.fraction(start, part);
        } else if c.is_alphabetic() {
            self.word(start);
        } else {
            self.at += c.len_utf8();
            if is_dash(c) {
                let next = self.peek();
                let joins =
                    start > 0 && self.end == Some(start) && next.is_some_and(char::is_alphabetic);
                if joins {
                    self.end = Some(self.at);
                } else {
                    self.push(Kind::Sign('-'), start);
                }
            } else if !c.is_whitespace() && !c.is_control() {
                self.push(Kind::Sign(c), start);
            }
        }
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let glued = self.end == Some(start);
        self.all.push(Piece {
            kind,
            span: start..self.at,
            glued,
        });
        self.end = Some(self.at);
    }

    fn word(&mut self, start: usize) {
        while let Some(c) = self.peek() {
            let dotted = c == '.' && self.at - start <= 4 && self.is_initials(start);
            if is_apostrophe(c) || dotted {
                self.at += c.len_utf8();
                if dotted {
                    continue;
                }
                break;
            }
            if !c.is_alphabetic() && !is_mark(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        let written = &self.text[start..self.at];
        let elided = written.ends_with(is_apostrophe);
        // Most words are plain letters, which need no folding but of their capitals.
        let plain = written.bytes().all(|b| b.is_ascii_alphabetic());
        let mut word = if plain {
            written.to_ascii_lowercase()
        } else {
            fold(written).replace(' ', "")
        };
        if elided {
            word.push('\'');
        }
        self.push(Kind::Word(word), start);
    }

    /// "U.S.": single letters, each before a full stop.
    fn is_initials(&self, start: usize) -> bool {
        let written = &self.text[start..self.at];
        let single = written.split('.').all(|part| part.chars().count() == 1);
        let next = self.text[self.at..].chars().nth(1);
        let ends = written.contains('.');
        single && (ends || next.is_some_and(char::is_alphabetic))
    }

    fn numeral(&mut self, start: usize) {
        let bytes = self.text.as_bytes();
        let digits = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count()
        };
        let mut whole = String::new();
        let first = digits(start);
        whole.push_str(&self.text[start..start + first]);
        self.at = start + first;
        let mut grouped = false;
        if first <= 3 {
            while let Some(sign) = self.thousands_sign() {
                let from = self.at + sign;
                whole.push_str(&self.text[from..from + 3]);
                self.at = from + 3;
                grouped = true;
            }
        }
        let mut scale = 0;
        let points: &[char] = if self.comma { &[',', '.'] } else { &['.'] };
        let mut plain = !grouped;
        if self.peek().is_some_and(|c| points.contains(&c)) {
            let decimals = digits(self.at + 1);
            if decimals > 0 {
                whole.push_str(&self.text[self.at + 1..self.at + 1 + decimals]);
                scale = decimals;
                self.at += 1 + decimals;
                plain = false;
            }
        }
        let scale = u32::try_from(scale).unwrap_or(u32::MAX);
        let Some(mut value) = Num::digits(&whole, scale) else {
            return;
        };
        if let Some(part) = self.peek().and_then(sign_fraction) {
            if let Some(sum) = value.plus(part) {
                value = sum;
                plain = false;
                self.at += self.peek().map_or(0, char::len_utf8);
            }
        }
        self.push(Kind::Figure { value, plain }, start);
    }

    /// Bytes of a sign that parts thousands here: three digits follow it, and no fourth.
    fn thousands_sign(&self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let sign = rest.chars().next()?;
        let thin = matches!(sign, '\u{a0}' | '\u{202f}' | '\u{2009}');
        let parts = match sign {
            ',' => !self.comma,
            '.' | ' ' => self.comma,
            '\'' | '\u{2019}' => true,
            _ => thin,
        };
        let after = rest.as_bytes().get(sign.len_utf8()..)?;
        let three = after.get(..3)?.iter().all(u8::is_ascii_digit);
        let fourth = after.get(3).is_some_and(u8::is_ascii_digit);
        (parts && three && !fourth).then_some(sign.len_utf8())
    }

    fn fraction(&mut self, start: usize, part: Num) {
        let kind = Kind::Figure {
            value: part,
            plain: false,
        };
        self.push(kind, start);
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn sign_fraction(c: char) -> Option<Num> {
    let (over, under) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅛' => (1, 8),
        _ => return None,
    };
    Num::ratio(over, under)
}

#[cfg(test)]
mod tests {
    use super::{Kind, pieces};

    fn told(text: &str, comma: bool) -> Vec<String> {
        pieces(text, comma)
            .into_iter()
            .map(|piece| match piece.kind {
                Kind::Figure { value, .. } => value.to_string(),
                Kind::Word(word) => word,
                Kind::Sign(sign) => sign.to_string(),
            })
            .collect()
    }

    #[test]
    fn numerals_are_read_by_the_signs_of_their_language() {
        assert_eq!(
            told("1,187,000.5 or 3½", false),
            ["1,187,000.5", "or", "3.5"]
        );
        assert_eq!(told("1.187.000,5", true), ["1,187,000.5"]);
        assert_eq!(told("1 600 000 €", true), ["1,600,000", "€"]);
        assert_eq!(told("12 100", false), ["12", "100"]);
        assert_eq!(
            told("10-20 and 20-odd", false),
            ["10", "-", "20", "and", "20", "odd"]
        );
    }

    #[test]
    fn words_part_at_hyphens_and_elisions() {
        assert_eq!(told("forty-nine", false), ["forty", "nine"]);
        assert_eq!(
            told("jusqu’à 40 d’euros", true),
            ["jusqu'", "a", "40", "d'", "euros"]
        );
        assert_eq!(
            told("U.S. dollars, US$5.", false),
            ["us", "dollars", ",", "us", "$", "5", "."]
        );
    }
}
