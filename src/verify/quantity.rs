//! Numbers as written (digits, number words, signs, units) read to their value, to tell style from change.
use crate::text::Span;
use compact_str::CompactString;

use crate::text::tokens::{each_word, fold_at};
use crate::text::typography::is_dash;

use super::words::Words;

/// A number with everything that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// Value = `digits` / 10^`scale`, without trailing zeros.
    digits: i128,
    scale: u32,
    /// Currency, percent, sign, `#`, `o` for an ordinal; sorted.
    marks: Vec<char>,
}

/// The numbers in `text`, if it holds nothing else.
pub(crate) fn quantities(text: &str, lists: &Words) -> Option<Vec<Quantity>> {
    let mut reader = Reader {
        lists,
        all: Vec::new(),
        marks: Vec::new(),
        open: None,
    };
    let mut tokens = Vec::new();
    each_word(text, |token| tokens.push(Span::new(token.start, token.end)));
    let (mut at, mut index) = (0, 0);
    while let Some(token) = tokens.get(index) {
        reader.gap(&text[at..token.start], index > 0)?;
        let words: Vec<CompactString> = tokens[index..]
            .iter()
            .take(3)
            .map(|token| fold_at(text, token.start).0)
            .collect();
        let taken = reader.word(&words, token.of(text), &text[at..token.start])?;
        index += taken;
        at = tokens[index - 1].end;
    }
    reader.gap(&text[at..], true)?;
    reader.close()?;
    (!reader.all.is_empty() && reader.marks.is_empty()).then_some(reader.all)
}

/// Whether both texts hold the same numbers and nothing else.
pub(crate) fn same_quantities(lists: &Words, one: &str, other: &str) -> bool {
    let (Some(first), Some(second)) = (quantities(one, lists), quantities(other, lists)) else {
        return false;
    };
    first == second
        || spoken_year(one, &first).is_some_and(|year| second == [year])
        || spoken_year(other, &second).is_some_and(|year| first == [year])
}

/// The numbers, first and third told as one and three: what a day of the month is either way.
pub(crate) fn without_order(mut all: Vec<Quantity>) -> Vec<Quantity> {
    for one in &mut all {
        one.marks.retain(|mark| *mark != 'o');
    }
    all
}

/// "nineteen eighty-four" as the year it is.
fn spoken_year(text: &str, all: &[Quantity]) -> Option<Quantity> {
    let [century, year] = all else {
        return None;
    };
    let plain = |one: &Quantity| one.scale == 0 && one.marks.is_empty();
    let spoken = !text.contains(|c: char| c.is_ascii_digit() || c == ',');
    let is_year = plain(century)
        && plain(year)
        && (10..=20).contains(&century.digits)
        && (10..100).contains(&year.digits);
    (spoken && is_year).then(|| Quantity {
        digits: century.digits * 100 + year.digits,
        ..Quantity::default()
    })
}

/// A number being read: hundreds and below, and what has been multiplied up already.
#[derive(Clone, Copy, Debug)]
struct Open {
    total: Fixed,
    part: Fixed,
    /// Written in digits, so that no further number word can add to it.
    figures: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Fixed {
    digits: i128,
    scale: u32,
}

impl Fixed {
    fn times(self, factor: i128) -> Option<Self> {
        Some(Self {
            digits: self.digits.checked_mul(factor)?,
            scale: self.scale,
        })
    }

    fn plus(self, other: Fixed) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |value: Fixed| {
            value
                .digits
                .checked_mul(10i128.checked_pow(scale - value.scale)?)
        };
        Some(Self {
            digits: lift(self)?.checked_add(lift(other)?)?,
            scale,
        })
    }
}

struct Reader<'a> {
    lists: &'a Words,
    all: Vec<Quantity>,
    marks: Vec<char>,
    open: Option<Open>,
}

impl Reader<'_> {
    /// Signs between numbers.
    fn gap(&mut self, gap: &str, after_number: bool) -> Option<()> {
        let mut last = ' ';
        for c in gap.chars() {
            if is_currency(c) || matches!(c, '%' | '‰' | '°' | '#') {
                if self.open.is_some() {
                    self.mark_last(c)?;
                } else {
                    self.marks.push(c);
                }
            } else if is_dash(c) && last == ' ' && !after_number {
                self.marks.push('-');
            } else if !(c.is_whitespace() || is_dash(c) || c == '.' || c == ',') {
                return None;
            }
            last = c;
        }
        Some(())
    }

    fn mark_last(&mut self, mark: char) -> Option<()> {
        self.close()?;
        let last = self.all.last_mut()?;
        last.marks.push(mark);
        last.marks.sort_unstable();
        Some(())
    }

    /// Reads the word or phrase that begins `words`; gives how many words it took.
    fn word(&mut self, words: &[CompactString], raw: &str, gap: &str) -> Option<usize> {
        let word = words[0].as_str();
        if let Some(phrase) = self.lists.phrases("percent phrases").iter().find(|phrase| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(one, other)| one == other)
        }) {
            self.mark_last('%')?;
            return Some(phrase.len());
        }
        if self.lists.has("percent words", word) {
            self.mark_last('%')?;
        } else if let Some(unit) = self.lists.value("currency words", word) {
            self.mark_last(unit.chars().next()?)?;
        } else if self.open.is_none() && self.lists.has("number signs", word) {
            self.marks.push('#');
        } else if let Some(sign) = self.lists.value("sign words", word) {
            self.marks.push(sign.chars().next()?);
        } else if self.lists.has("joining numbers", word) && self.open.is_some()
            || word == "a"
                && words
                    .get(1)
                    .is_some_and(|next| self.lists.has("multipliers", next))
        {
            // "a hundred and five": neither word has a value of its own.
        } else if word.as_bytes()[0].is_ascii_digit() {
            self.figures(word, raw, gap)?;
        } else if let Some(factor) = self.lists.value("multipliers", word) {
            self.multiply(factor.parse().ok()?)?;
        } else if let Some(value) = self.lists.value("numbers", word) {
            self.add(value.parse().ok()?)?;
        } else if let Some(value) = self.lists.value("ordinals", word) {
            self.add(value.parse().ok()?)?;
            self.mark_last('o')?;
        } else {
            return None;
        }
        Some(1)
    }

    /// A number in digits, perhaps with an ordinal ending.
    fn figures(&mut self, word: &str, raw: &str, gap: &str) -> Option<()> {
        let end = word
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(word.len());
        let money = self.marks.iter().any(|mark| is_currency(*mark));
        let (ordinal, factor) = match &word[end..] {
            "" => (false, 1),
            "st" | "nd" | "rd" | "th" | "er" | "e" | "eme" | "º" | "ª" => (true, 1),
            // "$1.2m"; without a currency these may be metres.
            "k" if money => (false, 1_000),
            "m" | "mn" if money => (false, 1_000_000),
            "b" | "bn" if money => (false, 1_000_000_000),
            _ => return None,
        };
        let value = self.digits(&word[..end], raw)?.times(factor)?;
        let joins = self.lists.decimal_comma && word.len() == end;
        match &mut self.open {
            // "1 500" and "3,5" of French and Spanish.
            Some(open)
                if joins
                    && open.figures
                    && end == 3
                    && matches!(gap, " " | "\u{A0}" | "\u{202F}") =>
            {
                open.part = open.part.times(1000)?.plus(value)?;
            }
            Some(open) if joins && open.figures && gap == "," => {
                let scale = u32::try_from(end).ok()?;
                open.part = open.part.plus(Fixed {
                    digits: value.digits,
                    scale,
                })?;
            }
            _ => {
                self.close()?;
                self.open = Some(Open {
                    total: Fixed::default(),
                    part: value,
                    figures: true,
                });
            }
        }
        if ordinal {
            self.mark_last('o')
        } else {
            Some(())
        }
    }

    fn digits(&self, folded: &str, raw: &str) -> Option<Fixed> {
        let thousands = |text: &str, sign: char| {
            text.split(sign).skip(1).all(|group| group.len() == 3) && text.contains(sign)
        };
        let text = if self.lists.decimal_comma && raw.contains(',') {
            raw.replace(',', ".")
        } else if self.lists.decimal_comma && thousands(folded, '.') {
            folded.replace('.', "")
        } else {
            folded.to_owned()
        };
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{whole}{part}");
        (digits.len() <= 30)
            .then(|| digits.parse().ok())
            .flatten()
            .map(|digits| Fixed {
                digits,
                scale: u32::try_from(part.len()).unwrap_or(0),
            })
    }

    fn add(&mut self, value: i128) -> Option<()> {
        let value = Fixed {
            digits: value,
            scale: 0,
        };
        match &mut self.open {
            // quatre-vingts
            Some(open)
                if open.part.digits == 4 && value.digits == 20 && self.lists.decimal_comma =>
            {
                open.part = open.part.times(20)?
            }
            Some(open)
                if !open.figures
                    && fits(open.part.digits, value.digits, self.lists.decimal_comma) =>
            {
                open.part = open.part.plus(value)?;
            }
            _ => {
                self.close()?;
                self.open = Some(Open {
                    total: Fixed::default(),
                    part: value,
                    figures: false,
                });
            }
        }
        Some(())
    }

    fn multiply(&mut self, factor: i128) -> Option<()> {
        let one = Open {
            total: Fixed::default(),
            part: Fixed {
                digits: 1,
                scale: 0,
            },
            figures: false,
        };
        let open = self.open.get_or_insert(one);
        if open.part.digits == 0 {
            open.part.digits = 1;
        }
        let part = open.part.times(factor)?;
        if factor == 100 {
            open.part = part;
        } else {
            open.total = open.total.plus(part)?;
            open.part = Fixed::default();
        }
        Some(())
    }

    fn close(&mut self) -> Option<()> {
        let Some(open) = self.open.take() else {
            return Some(());
        };
        let mut value = open.total.plus(open.part)?;
        while value.scale > 0 && value.digits % 10 == 0 {
            value = Fixed {
                digits: value.digits / 10,
                scale: value.scale - 1,
            };
        }
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_unstable();
        self.all.push(Quantity {
            digits: value.digits,
            scale: value.scale,
            marks,
        });
        Some(())
    }
}

/// Whether `next` can be added to `so_far`: twenty + one, a hundred + five, soixante + dix; not five + six.
fn fits(so_far: i128, next: i128, french: bool) -> bool {
    let (tens, hundreds) = (so_far % 100, so_far % 1000);
    let after_tens = tens >= 20 && tens % 10 == 0 && next < 10;
    let after_sixty = french && (tens == 60 || tens == 80) && next < 20;
    let after_hundred = hundreds >= 100 && tens == 0 && next < 100;
    so_far == 0 || after_tens || after_sixty || after_hundred
}

/// Signs of currencies.
pub(crate) const fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}' | '\u{FE69}' | '\u{FF04}'
    )
}
