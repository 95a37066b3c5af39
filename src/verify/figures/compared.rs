//! The numbers of words that hold nothing else, for telling another way to write them from another number.

use super::number::Num;
use super::numeral::Numerals;
use super::pieces::pieces;
use super::read::Reader;
use crate::text::lexicon::{Lexicon, List};
use crate::text::typography::is_currency;

/// A number with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its value.
    pub value: Num,
    /// Its currency, `%`, `-`, `#` for the number of something, `o` for an ordinal; sorted.
    pub marks: Vec<String>,
}

/// The mark of an ordinal.
pub const ORDINAL: &str = "o";

/// The numbers of a text, if it holds nothing else.
pub fn written(text: &str, lexicon: &Lexicon) -> Option<Vec<Written>> {
    let pieces = pieces(text, lexicon.decimal_comma);
    let mut all = All {
        reader: Reader::new(text, &pieces, lexicon),
        done: vec![],
        marks: vec![],
        open: false,
    };
    let mut at = 0;
    while at < pieces.len() {
        at = all.next(at)?;
    }
    (!all.done.is_empty() && all.marks.is_empty()).then_some(all.done)
}

struct All<'a> {
    reader: Reader<'a>,
    done: Vec<Written>,
    /// Marks that stand before the number they belong to.
    marks: Vec<String>,
    /// True if a mark may belong to the number before it.
    open: bool,
}

impl All<'_> {
    /// Takes in what stands here; gives the piece behind it, or none if it belongs to no number.
    fn next(&mut self, at: usize) -> Option<usize> {
        if let Some(sign) = self.reader.sign(at) {
            self.sign(sign, at)?;
            return Some(at + 1);
        }
        if let Some((mark, next)) = self.unit(at) {
            self.behind(mark)?;
            return Some(next);
        }
        let word = self.reader.word(at);
        let value = |list| word.and_then(|word| self.reader.lists.value(list, word));
        if let Some(mark) = value(List::NumberSigns).filter(|_| !self.open) {
            self.marks.push(mark.to_owned());
            return Some(at + 1);
        }
        if let Some(mark) = value(List::SignWords) {
            self.marks.push(mark.to_owned());
            return Some(at + 1);
        }
        if self.open && value(List::JoiningNumbers).is_some() {
            return Some(at + 1);
        }
        let money = self.marks.iter().any(|mark| is_money(mark));
        let ((value, ordinal), next) = Numerals::compared(&self.reader).plain(at, money)?;
        let marks = std::mem::take(&mut self.marks);
        self.done.push(Written { value, marks });
        self.open = true;
        if ordinal {
            self.behind(ORDINAL)?;
        }
        Some(next)
    }

    /// "per cent" or the name of a currency, and the piece behind it.
    fn unit(&self, at: usize) -> Option<(&'static str, usize)> {
        let percent = self.reader.longest(at, List::Percent);
        let percent = percent.map(|(_, next)| ("%", next));
        percent.or_else(|| self.reader.longest(at, List::Currencies))
    }

    fn sign(&mut self, sign: char, at: usize) -> Option<()> {
        let known = matches!(sign, '%' | '‰' | '°' | '#');
        if known || is_currency(sign) {
            let own = sign.to_string();
            let mark = Lexicon::common().value(List::CurrencySigns, &own);
            let mark = mark.unwrap_or(&own);
            if self.open {
                return self.behind(mark);
            }
            self.marks.push(mark.to_owned());
        } else if sign == '-' && at == 0 {
            self.marks.push("-".to_owned());
        } else if !matches!(sign, '-' | '.' | ',') {
            return None;
        }
        Some(())
    }

    /// A mark that belongs to the number before it.
    fn behind(&mut self, mark: &str) -> Option<()> {
        self.open = false;
        let last = self.done.last_mut()?;
        last.marks.push(mark.to_owned());
        last.marks.sort_unstable();
        Some(())
    }
}

fn is_money(mark: &str) -> bool {
    !matches!(mark, "%" | "‰" | "°" | "#" | "-" | ORDINAL)
}
