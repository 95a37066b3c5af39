//! The number of a quantity: digits, number words, words such as dozens, shares such as two-thirds.

use super::number::Num;
use super::pieces::Piece;
use super::quantity::{Said, Word};
use super::read::Reader;
use crate::text::lexicon::{Lexicon, List};

/// What was read and the piece behind it.
type Read<T> = Option<(T, usize)>;

/// What is a number: in a text whose figures are judged, words such as dozens and shares too; in one that is compared
/// word for word only digits and number words, whose value does not hang on how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Judged,
    Compared,
}

/// Reads numbers from the pieces of a [`Reader`].
pub struct Numerals<'r, 'a> {
    reader: &'r Reader<'a>,
    scope: Scope,
}

/// A whole number in words.
struct Cardinal {
    value: Num,
    /// The word that multiplied last, if nothing was added to it since.
    last: Option<Num>,
    ordinal: bool,
}

impl<'r, 'a> Numerals<'r, 'a> {
    /// For judging figures.
    pub(super) const fn of(reader: &'r Reader<'a>) -> Self {
        Self {
            reader,
            scope: Scope::Judged,
        }
    }

    /// For comparing words.
    pub(super) const fn compared(reader: &'r Reader<'a>) -> Self {
        Self {
            reader,
            scope: Scope::Compared,
        }
    }

    /// What stands for a number here. `money` says that a currency stands before it, so that `m` is million.
    pub fn said(&self, at: usize, money: bool) -> Read<Said> {
        self.share(at)
            .or_else(|| self.vague(at))
            .or_else(|| self.figures(at, money))
            .or_else(|| self.number_words(at))
    }

    /// A number in digits or number words, and whether it is an ordinal; for comparing words.
    pub fn plain(&self, at: usize, money: bool) -> Read<(Num, bool)> {
        if let Some((Said::Number(value), next)) = self.figures(at, money) {
            let glued = self.reader.pieces.get(next).filter(|piece| piece.glued);
            let ending = glued.and_then(Piece::word);
            let ordinal = ending.is_some_and(is_ordinal_ending);
            return Some(((value, ordinal), next + usize::from(ordinal)));
        }
        let (cardinal, next) = self.cardinal(at)?;
        Some(((cardinal.value, cardinal.ordinal), next))
    }

    /// True for "une cinquantaine": a number word that means about.
    pub fn is_rough(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.reader.has(at, List::Roughly))
    }

    /// What a word multiplies the number before it by.
    pub fn factor(&self, at: usize) -> Option<Num> {
        let word = self.reader.word(at)?;
        let lists = self.reader.lists;
        let sizes = || match self.scope {
            Scope::Judged => lists.value(List::Sizes, word),
            Scope::Compared => None,
        };
        lists
            .value(List::Multipliers, word)
            .or_else(sizes)
            .or_else(|| Lexicon::common().value(List::FactorLetters, word))
            .and_then(|value| Num::digits(value, 0))
    }

    /// "12 millions": behind digits the plural multiplies as its singular does.
    fn many(&self, at: usize) -> Option<Num> {
        let one = self.reader.word(at)?.strip_suffix('s')?;
        let value = self.reader.lists.value(List::Multipliers, one)?;
        Num::digits(value, 0)
    }

    /// Digits, perhaps with a half and with multipliers.
    fn figures(&self, at: usize, money: bool) -> Read<Said> {
        let mut value = self.reader.pieces.get(at)?.figure()?;
        let mut next = at + 1;
        // "2 ½"
        let half = self.reader.pieces.get(next).and_then(Piece::figure);
        if let Some(half) = half.filter(|half| *half < Num::whole(1)) {
            (value, next) = (value.plus(half)?, next + 1);
        }
        if let Some((sum, end)) = self.and_half_as_much(value, next, Num::whole(1)) {
            (value, next) = (sum, end);
        }
        let mut last = None;
        while let Some(factor) = self.factor(next).or_else(|| self.many(next)) {
            let piece = self.reader.pieces.get(next)?;
            let letters = self.reader.word(next);
            let letters =
                letters.is_some_and(|word| Lexicon::common().has(List::FactorLetters, word));
            let single = self.reader.word(next).is_some_and(|word| word.len() == 1);
            // "5m" in a quotation may be metres.
            let told = match self.scope {
                Scope::Judged => !single || piece.glued || money,
                Scope::Compared => !letters || money,
            };
            if !told {
                break;
            }
            (value, next, last) = (value.times(factor)?, next + 1, Some(factor));
        }
        let half = last.and_then(|factor| self.and_half_as_much(value, next, factor));
        let (value, next) = half.unwrap_or((value, next));
        Some((Said::Number(value), next))
    }

    /// "3 millones y medio": a half behind a word that multiplies is half of that. None if no half stands here.
    fn and_half_as_much(&self, value: Num, at: usize, factor: Num) -> Read<Num> {
        let length = match self.scope {
            Scope::Judged => self.reader.phrase(at, List::AndAHalf),
            Scope::Compared => 0,
        };
        let half = factor.over(Num::whole(2)).filter(|_| length > 0)?;
        Some((value.plus(half)?, at + length))
    }

    /// Number words: "two hundred and five thousand", "quatre-vingt-dix"; for figures "une cinquantaine" too.
    fn cardinal(&self, start: usize) -> Read<Cardinal> {
        let lists = self.reader.lists;
        let (mut sum, mut at, mut seen, mut ordinal) = (Sum::default(), start, false, false);
        while let Some(word) = self.reader.word(at).filter(|_| !ordinal) {
            let joins = seen && lists.has(List::JoiningNumbers, word);
            let here = at + usize::from(joins);
            let Some(word) = self.reader.word(here) else {
                break;
            };
            let number = |list| lists.value(list, word).and_then(|v| v.parse::<i64>().ok());
            if let Some(value) = number(List::Numbers) {
                let Some(part) = add(sum.part, value, lists, joins) else {
                    break;
                };
                (sum.part, sum.last) = (part, None);
            } else if !seen && lists.has(List::One, word) && self.opens(here + 1) {
                sum.part = 1;
            } else if let (Some(factor), false) = (number(List::Multipliers), joins) {
                // "millions" alone is a word for many.
                if !seen && word.ends_with('s') && self.scope == Scope::Judged {
                    break;
                }
                sum.multiply(factor)?;
            } else if self.scope == Scope::Compared {
                let value = number(List::Ordinals);
                let Some(part) = value.and_then(|value| add(sum.part, value, lists, joins)) else {
                    break;
                };
                (sum.part, ordinal) = (part, true);
            } else if let (Some(rough), false) = (number(List::Roughly), joins) {
                if self.is_something_else(here, seen) {
                    break;
                }
                sum.part = sum.part.max(1).checked_mul(rough)?;
                sum.last = Some(Num::whole(rough));
            } else {
                break;
            }
            (at, seen) = (here + 1, true);
        }
        let value = sum.value()?;
        let last = sum.last;
        seen.then_some((
            Cardinal {
                value,
                last,
                ordinal,
            },
            at,
        ))
    }

    /// Number words with what counts in them: "two and a half million", "three dozen", "twice".
    fn number_words(&self, start: usize) -> Read<Said> {
        let lists = self.reader.lists;
        let word = self.reader.word(start)?;
        if let Some(times) = lists.value(List::Twice, word) {
            return Some((Said::Number(Num::digits(times, 0)?), start + 1));
        }
        let read = self.cardinal(start);
        let seen = read.is_some();
        let (mut value, mut at) = (Num::ZERO, start);
        if let Some((cardinal, next)) = read {
            (value, at) = (cardinal.value, next);
            let factor = cardinal.last.unwrap_or(Num::whole(1));
            if let Some((sum, next)) = self.and_half_as_much(value, at, factor) {
                (value, at) = (sum, next);
                let times = self.factor(at).filter(|_| cardinal.last.is_none());
                if let Some(times) = times {
                    (value, at) = (value.times(times)?, at + 1);
                }
            }
        }
        let size = self.reader.word(at);
        let size = size.and_then(|word| lists.value(List::Sizes, word));
        if let Some(size) = size.filter(|_| !self.is_something_else(at, seen)) {
            let size = Num::digits(size, 0)?;
            value = if seen { value.times(size)? } else { size };
            let half = self.and_half_as_much(value, at + 1, size);
            let (value, next) = half.unwrap_or((value, at + 1));
            return Some((Said::Number(value), next));
        }
        seen.then_some((Said::Number(value), at))
    }

    /// "The score", "en quarantaine", "une quarantaine de 14 jours": a word that counts only behind a number or before
    /// what is counted.
    fn is_something_else(&self, at: usize, behind_number: bool) -> bool {
        let of = self.reader.has(at + 1, List::Of);
        let figure = |piece: &Piece| piece.figure().is_some();
        let measures = of && self.reader.pieces.get(at + 2).is_some_and(figure);
        self.reader.has(at, List::NotAlwaysNumbers) && (measures || !(behind_number || of))
    }

    /// True if "a" or "un" before this piece is a one: a hundred, a dozen, a year.
    fn opens(&self, at: usize) -> bool {
        if self.scope == Scope::Compared {
            return self.reader.has(at, List::Multipliers);
        }
        let lists = [
            List::Multipliers,
            List::Sizes,
            List::Roughly,
            List::Fortnight,
        ];
        let unit = self
            .reader
            .word(at)
            .and_then(|word| self.reader.lists.value(List::Measures, word));
        let time = [
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
            "hours",
        ];
        lists.iter().any(|list| self.reader.has(at, *list))
            || unit.is_some_and(|unit| time.contains(&unit))
    }

    /// Dozens, a few, several thousand.
    fn vague(&self, at: usize) -> Read<Said> {
        let (name, next) = self.reader.longest(at, List::ManyWords)?;
        let word = Word::named(name)?;
        let times = if word.open { None } else { self.factor(next) };
        Some(match (times, self.reader.word(next)) {
            (Some(factor), Some(size)) => (Said::Word(word.times(factor, size)?), next + 1),
            _ => (Said::Word(word), next),
        })
    }

    /// Half, two-thirds, one in four; half a million is a number.
    fn share(&self, at: usize) -> Read<Said> {
        if let Some(read) = self.out_of(at) {
            return Some(read);
        }
        let (over, next) = match self.small(at) {
            Some((over, next)) if self.reader.has(next, List::Parts) => (over, next),
            _ if self.reader.has(at, List::Of)
                && self
                    .small(at + 1)
                    .is_some_and(|(_, n)| self.reader.has(n, List::Parts)) =>
            {
                self.small(at + 1)?
            }
            _ if self.reader.has(at, List::Of) && self.reader.has(at + 1, List::Parts) => {
                (1, at + 1)
            }
            _ if self.reader.has(at, List::Parts) => (1, at),
            _ => return None,
        };
        let part = self.reader.word(next)?;
        let under: i128 = self.reader.lists.value(List::Parts, part)?.parse().ok()?;
        let ordinal = at == next && under > 2;
        let end = next + 1;
        let share = Num::ratio(i128::from(over), under)?;
        if let Some(number) = self.part_of_number(share, end) {
            return Some(number);
        }
        // "third" and "fifth" alone are ranks; "second" is no part at all.
        (!ordinal && over > 0 && i128::from(over) < under)
            .then(|| share.times(Num::whole(100)))
            .flatten()
            .map(|share| (Said::Share(share), end))
    }

    /// "a quarter of a million", "half a dozen", "medio millón".
    fn part_of_number(&self, share: Num, end: usize) -> Read<Said> {
        let mut at = end;
        while self.reader.has(at, List::Of) || self.reader.has(at, List::One) {
            at += 1;
            if at > end + 2 {
                return None;
            }
        }
        let rough = || {
            Num::digits(
                self.reader
                    .lists
                    .value(List::Roughly, self.reader.word(at)?)?,
                0,
            )
        };
        let factor = self.factor(at).or_else(rough);
        let factor = factor.filter(|factor| *factor >= Num::whole(10))?;
        let glued_letter = self.reader.word(at).is_some_and(|word| word.len() == 1);
        (!glued_letter).then_some(())?;
        Some((Said::Number(share.times(factor)?), at + 1))
    }

    /// One in four, nine out of ten, un sur quatre.
    fn out_of(&self, at: usize) -> Read<Said> {
        let (over, next) = self.small(at)?;
        let mut joiner = self.reader.phrase(next, List::OutOf);
        if joiner == 0 {
            // "une personne sur quatre"
            self.reader.word(next)?;
            joiner = match self.reader.phrase(next + 1, List::OutOfBehindANoun) {
                0 => return None,
                length => length + 1,
            };
        }
        let (under, end) = self.small(next + joiner)?;
        let measured = self
            .reader
            .word(end)
            .is_some_and(|word| self.reader.lists.has(List::Measures, word));
        if over < 1 || over >= under || under > 100 || measured {
            return None;
        }
        let share = Num::ratio(i128::from(over), i128::from(under))?;
        Some((Said::Share(share.times(Num::whole(100))?), end))
    }

    /// A small whole number in a word or in digits; "a" and "un" are one.
    fn small(&self, at: usize) -> Read<i64> {
        let piece = self.reader.pieces.get(at)?;
        if let Some(n) = piece.plain() {
            return Some((n, at + 1));
        }
        let word = piece.word()?;
        if self.reader.lists.has(List::One, word) {
            return Some((1, at + 1));
        }
        let value = self.reader.lists.value(List::Numbers, word)?;
        Some((value.parse().ok()?, at + 1))
    }
}

/// Number words being added up.
#[derive(Debug, Default)]
struct Sum {
    /// What was multiplied already, and by what; the factors fall: a million, three thousand.
    groups: Vec<(Num, i64)>,
    /// What a factor may still multiply: hundreds and below.
    part: i64,
    /// The factor that was read last, if nothing was added to it since.
    last: Option<Num>,
}

impl Sum {
    /// Multiplies what stands before a factor and is smaller: of "dos mil quinientos millones" all of it, of "a million
    /// two hundred thousand" the hundreds.
    fn multiply(&mut self, factor: i64) -> Option<()> {
        self.last = Some(Num::whole(factor));
        if factor == 100 {
            self.part = self.part.max(1).checked_mul(100)?;
            return Some(());
        }
        let mut sum = Num::whole(self.part);
        while let Some((group, _)) = self.groups.pop_if(|(_, by)| *by < factor) {
            sum = sum.plus(group)?;
        }
        let sum = if sum == Num::ZERO { Num::whole(1) } else { sum };
        self.groups.push((sum.times(Num::whole(factor))?, factor));
        self.part = 0;
        Some(())
    }

    fn value(&self) -> Option<Num> {
        let mut groups = self.groups.iter().map(|(group, _)| *group);
        groups.try_fold(Num::whole(self.part), Num::plus)
    }
}

/// Adds a number word to what was read: twenty and one, a hundred and five, soixante and dix; not five and six.
fn add(so_far: i64, next: i64, lists: &Lexicon, joined: bool) -> Option<i64> {
    let twenties = lists.counts_in_twenties;
    if twenties && so_far % 100 == 4 && next == 20 {
        return Some(so_far - 4 + 80);
    }
    let (tens, hundreds) = (so_far % 100, so_far % 1000);
    let joins = !joined || lists.joins_tens;
    let after_tens = tens >= 20 && tens % 10 == 0 && (1..10).contains(&next) && joins;
    let after_ten = twenties && tens == 10 && (7..10).contains(&next) && !joined;
    let after_sixty = twenties && (tens == 60 || tens == 80) && (1..20).contains(&next);
    let after_hundred = hundreds >= 100 && tens == 0 && (1..100).contains(&next);
    (so_far == 0 || after_ten || after_tens || after_sixty || after_hundred)
        .then_some(so_far + next)
}

/// True for what makes an ordinal of digits in any language: 2nd, 1er, 3º.
pub fn is_ordinal_ending(word: &str) -> bool {
    Lexicon::of_all().has(List::OrdinalEndings, word)
        || Lexicon::common().has(List::OrdinalSigns, word)
}
