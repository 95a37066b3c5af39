//! The number of a quantity: digits, number words, words such as dozens, shares such as two-thirds.

use super::number::Num;
use super::pieces::Piece;
use super::quantity::{Said, Word};
use super::read::Reader;

/// The lists of words that stand for numbers; each is named after the word, with "phrases" behind.
pub const VAGUE: [&str; 16] = [
    "dozens phrases",
    "scores phrases",
    "hundreds phrases",
    "thousands phrases",
    "tens of thousands phrases",
    "hundreds of thousands phrases",
    "millions phrases",
    "tens of millions phrases",
    "hundreds of millions phrases",
    "billions phrases",
    "tens of billions phrases",
    "hundreds of billions phrases",
    "trillions phrases",
    "a couple phrases",
    "a few phrases",
    "several phrases",
];

/// What was read and the piece behind it.
type Read<T> = Option<(T, usize)>;

/// Reads numbers from the pieces of a [`Reader`].
pub struct Numerals<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
}

impl Numerals<'_, '_> {
    /// What stands for a number here. `money` says that a currency stands before it, so that `m` is million.
    pub fn said(&self, at: usize, money: bool) -> Read<Said> {
        self.share(at)
            .or_else(|| self.vague(at))
            .or_else(|| self.figures(at, money))
            .or_else(|| self.number_words(at))
    }

    /// True for "une cinquantaine": a number word that means about.
    pub fn is_rough(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.reader.has(at, "roughly"))
    }

    /// What a word multiplies the number before it by.
    pub fn factor(&self, at: usize) -> Option<Num> {
        let word = self.reader.word(at)?;
        let lists = self.reader.lists;
        let listed = lists
            .value("multipliers", word)
            .or_else(|| lists.value("sizes", word));
        listed
            .or(match word {
                "k" => Some("1000"),
                "m" | "mn" => Some("1000000"),
                "bn" | "b" => Some("1000000000"),
                "tn" => Some("1000000000000"),
                _ => None,
            })
            .and_then(|value| Num::digits(value, 0))
    }

    /// "12 millions": behind digits the plural multiplies as its singular does.
    fn many(&self, at: usize) -> Option<Num> {
        let one = self.reader.word(at)?.strip_suffix('s')?;
        let value = self.reader.lists.value("multipliers", one)?;
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
        let and_a_half = self.reader.phrase(next, "and a half phrases");
        if and_a_half > 0 {
            (value, next) = (value.plus(Num::ratio(1, 2)?)?, next + and_a_half);
        }
        let mut last = None;
        while let Some(factor) = self.factor(next).or_else(|| self.many(next)) {
            let piece = self.reader.pieces.get(next)?;
            let letter = self.reader.word(next).is_some_and(|word| word.len() == 1);
            if letter && !(piece.glued || money) {
                break;
            }
            (value, next, last) = (value.times(factor)?, next + 1, Some(factor));
        }
        let (value, next) = self.and_half_as_much(value, next, last)?;
        Some((Said::Number(value), next))
    }

    /// "3 millones y medio": a half behind a word that multiplies is half of that.
    fn and_half_as_much(&self, value: Num, at: usize, factor: Option<Num>) -> Read<Num> {
        let half = self.reader.phrase(at, "and a half phrases");
        match factor.filter(|_| half > 0) {
            Some(factor) => Some((value.plus(factor.over(Num::whole(2))?)?, at + half)),
            None => Some((value, at)),
        }
    }

    /// Number words: "two hundred and five thousand", "quatre-vingt-dix", "a dozen", "twice".
    fn number_words(&self, start: usize) -> Read<Said> {
        let lists = self.reader.lists;
        let word = self.reader.word(start)?;
        if let Some(times) = lists.value("twice", word) {
            return Some((Said::Number(Num::digits(times, 0)?), start + 1));
        }
        let (mut sum, mut at, mut seen) = (Sum::default(), start, false);
        while let Some(word) = self.reader.word(at) {
            let joins = seen && lists.has("joining numbers", word);
            let here = if joins { at + 1 } else { at };
            let Some(word) = self.reader.word(here) else {
                break;
            };
            if let Some(value) = lists.value("numbers", word).and_then(|v| v.parse().ok()) {
                let Some(part) = add(sum.part, value, lists.decimal_comma, joins) else {
                    break;
                };
                (sum.part, sum.last) = (part, None);
            } else if !seen && lists.has("one", word) && self.opens(here + 1) {
                sum.part = 1;
            } else if let (Some(factor), false) = (lists.value("multipliers", word), joins) {
                // "millions" alone is a word for many.
                if !seen && word.ends_with('s') {
                    break;
                }
                sum.multiply(factor.parse().ok()?)?;
            } else if let (Some(rough), false) = (lists.value("roughly", word), joins) {
                if self.is_something_else(here, seen) {
                    break;
                }
                let rough: i64 = rough.parse().ok()?;
                sum.part = sum.part.max(1).checked_mul(rough)?;
                sum.last = Some(Num::whole(rough));
            } else {
                break;
            }
            (at, seen) = (here + 1, true);
        }
        let mut value = sum.value()?;
        if seen && sum.last.is_some() {
            (value, at) = self.and_half_as_much(value, at, sum.last)?;
        } else if seen && self.reader.phrase(at, "and a half phrases") > 0 {
            (value, at) = self.and_half_as_much(value, at, Some(Num::whole(1)))?;
            if let Some(factor) = self.factor(at) {
                (value, at) = (value.times(factor)?, at + 1);
            }
        }
        let size = self
            .reader
            .word(at)
            .and_then(|word| lists.value("sizes", word));
        if let Some(size) = size.filter(|_| !self.is_something_else(at, seen)) {
            let size = Num::digits(size, 0)?;
            value = if seen { value.times(size)? } else { size };
            (value, at) = self.and_half_as_much(value, at + 1, Some(size))?;
            seen = true;
        }
        seen.then_some((Said::Number(value), at))
    }

    /// "The score", "en quarantaine", "une quarantaine de 14 jours": a word that counts only behind a number or before
    /// what is counted.
    fn is_something_else(&self, at: usize, behind_number: bool) -> bool {
        let of = self.reader.has(at + 1, "of");
        let figure = |piece: &Piece| piece.figure().is_some();
        let measures = of && self.reader.pieces.get(at + 2).is_some_and(figure);
        self.reader.has(at, "not always numbers") && (measures || !(behind_number || of))
    }

    /// True if "a" or "un" before this piece is a one: a hundred, a dozen, a year.
    fn opens(&self, at: usize) -> bool {
        let lists = ["multipliers", "sizes", "roughly", "fortnight"];
        let unit = self
            .reader
            .word(at)
            .and_then(|word| self.reader.lists.value("measures", word));
        let time = [
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
            "hours",
        ];
        lists.iter().any(|list| self.reader.has(at, list))
            || unit.is_some_and(|unit| time.contains(&unit))
    }

    /// Dozens, a few, several thousand.
    fn vague(&self, at: usize) -> Read<Said> {
        let lengths = VAGUE
            .iter()
            .map(|list| (self.reader.phrase(at, list), *list));
        let (length, list) = lengths.max_by_key(|(length, _)| *length)?;
        if length == 0 {
            return None;
        }
        let name = list.strip_suffix(" phrases")?;
        let word = Word::named(name)?;
        let next = at + length;
        let small = matches!(name, "a couple" | "a few" | "several");
        let times = small.then(|| self.factor(next)).flatten();
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
            Some((over, next)) if self.reader.has(next, "parts") => (over, next),
            _ if self.reader.has(at, "of")
                && self
                    .small(at + 1)
                    .is_some_and(|(_, n)| self.reader.has(n, "parts")) =>
            {
                self.small(at + 1)?
            }
            _ if self.reader.has(at, "of") && self.reader.has(at + 1, "parts") => (1, at + 1),
            _ if self.reader.has(at, "parts") => (1, at),
            _ => return None,
        };
        let part = self.reader.word(next)?;
        let under: i128 = self.reader.lists.value("parts", part)?.parse().ok()?;
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
        while self.reader.has(at, "of") || self.reader.has(at, "one") {
            at += 1;
            if at > end + 2 {
                return None;
            }
        }
        let rough = || {
            Num::digits(
                self.reader.lists.value("roughly", self.reader.word(at)?)?,
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
        let mut joiner = self.reader.phrase(next, "out of phrases");
        if joiner == 0 {
            // "une personne sur quatre"
            self.reader.word(next)?;
            joiner = match self.reader.phrase(next + 1, "out of behind a noun phrases") {
                0 => return None,
                length => length + 1,
            };
        }
        let (under, end) = self.small(next + joiner)?;
        let measured = self
            .reader
            .word(end)
            .is_some_and(|word| self.reader.lists.has("measures", word));
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
        if self.reader.lists.has("one", word) {
            return Some((1, at + 1));
        }
        let value = self.reader.lists.value("numbers", word)?;
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
fn add(so_far: i64, next: i64, french: bool, joined: bool) -> Option<i64> {
    if french && so_far % 100 == 4 && next == 20 {
        return Some(so_far - 4 + 80);
    }
    let (tens, hundreds) = (so_far % 100, so_far % 1000);
    let after_tens = tens >= 20 && tens % 10 == 0 && (1..10).contains(&next) && (!joined || french);
    let after_ten = french && tens == 10 && (7..10).contains(&next) && !joined;
    let after_sixty = french && (tens == 60 || tens == 80) && (1..20).contains(&next);
    let after_hundred = hundreds >= 100 && tens == 0 && (1..100).contains(&next);
    (so_far == 0 || after_ten || after_tens || after_sixty || after_hundred)
        .then_some(so_far + next)
}
