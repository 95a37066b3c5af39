//! Reads the quantities of a text: "nearly $1 million", "two-thirds", "between 10 and 20 per cent", "forty-odd".

use super::language::cues_of;
use super::number::Num;
use super::numeral::Numerals;
use super::pieces::{Kind, Piece, pieces};
use super::quantity::{Quantity, Said};
use crate::case::Hedge;
use crate::text::lexicon::{Language, Lexicon, List};
use std::ops::Range;

/// A quantity of a text, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The quantity.
    pub quantity: Quantity,
    /// Its bytes, hedge and unit included.
    pub span: Range<usize>,
    /// True if it may be a year: four digits, and nothing about them.
    pub year: bool,
    /// The word behind it, folded: what is counted.
    pub counted: Option<String>,
}

/// Every quantity of a text, in order.
pub fn quantities(text: &str, language: Language) -> Vec<Found> {
    let pieces = pieces(text, language.or_english().decimal_comma);
    quantities_of(text, &pieces, language)
}

/// The quantities of a text that was cut into pieces by the signs of its language.
pub fn quantities_of(text: &str, pieces: &[Piece], language: Language) -> Vec<Found> {
    let reader = Reader::new(text, pieces, language.or_english());
    let cues = cues_of(language);
    let (mut all, mut at) = (vec![], 0);
    while at < pieces.len() {
        let may_open = reader.word(at).is_none_or(|word| cues.may_open(word));
        match may_open.then(|| reader.quantity(at)).flatten() {
            Some((found, next)) => {
                all.extend(found);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    all
}

/// The first quantity of a text that is one: `ninety-four`, `$1 million`.
pub fn quantity(text: &str, language: Language) -> Option<Quantity> {
    let found = quantities(text, language).into_iter().next();
    found.map(|found| found.quantity)
}

/// Pieces being read.
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) lists: &'a Lexicon,
}

/// What was read and the piece behind it.
pub(super) type Read<T> = Option<(T, usize)>;

impl<'a> Reader<'a> {
    pub(super) const fn new(text: &'a str, pieces: &'a [Piece], lists: &'a Lexicon) -> Self {
        Self {
            text,
            pieces,
            lists,
        }
    }

    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        self.pieces.get(at).and_then(Piece::word)
    }

    pub(super) fn sign(&self, at: usize) -> Option<char> {
        match self.pieces.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            Kind::Figure { .. } | Kind::Word(_) => None,
        }
    }

    pub(super) fn has(&self, at: usize, list: List) -> bool {
        self.word(at).is_some_and(|word| self.lists.has(list, word))
    }

    /// The longest phrase of a list that stands here: its value, and the piece behind it.
    pub(super) fn longest(&self, at: usize, list: List) -> Read<&'static str> {
        let phrase = self.lists.longest(list, |nth| self.word(at + nth))?;
        Some((phrase.value, at + phrase.words.len()))
    }

    /// How many pieces the longest phrase of a list takes here; 0 if none stands here.
    pub(super) fn phrase(&self, at: usize, list: List) -> usize {
        self.longest(at, list).map_or(0, |(_, next)| next - at)
    }

    fn hedge(&self, at: usize, list: List) -> Read<Hedge> {
        let (hedge, next) = self.longest(at, list)?;
        Some((Hedge::parse(hedge)?, next))
    }

    /// The quantity that begins here. A numeral that is none (a page, a time, "2nd") is passed over with nothing found.
    fn quantity(&self, start: usize) -> Read<Option<Found>> {
        if self.is_label(start) {
            return Some((None, start + 1));
        }
        let (mut hedge, mut at) = (None, start);
        if let Some((sign, next)) = self.hedge_sign(at) {
            (hedge, at) = (Some(sign), next);
        }
        if let Some((word, next)) = self.hedge(at, List::Hedges) {
            (hedge, at) = (hedge.or(Some(word)), next);
            if self.has(at, List::Of) {
                at += 1;
            }
        }
        let (mut quantity, next) = self.amount(at)?;
        let mut end = next;
        if let Some((after, next)) = self.after(end) {
            (hedge, end) = (hedge.or(Some(after)), next);
        }
        quantity.hedge = hedge.or(quantity.hedge);
        let written = self.pieces.get(start)?.span.start..self.pieces.get(end - 1)?.span.end;
        if self.is_article(&quantity, at, end) {
            return None;
        }
        let year = self.is_year(&quantity, at, end);
        let counted = (end..end + 2)
            .find(|at| !self.has(*at, List::Of))
            .and_then(|at| self.word(at))
            .map(str::to_owned);
        let found = Found {
            quantity,
            span: written,
            year,
            counted,
        };
        Some((Some(found), end))
    }

    fn hedge_sign(&self, at: usize) -> Read<Hedge> {
        let hedge = match self.sign(at)? {
            '~' | '≈' | '±' => Hedge::About,
            '>' => Hedge::MoreThan,
            '<' => Hedge::FewerThan,
            '≥' => Hedge::AtLeast,
            '≤' => Hedge::UpTo,
            _ => return None,
        };
        Some((hedge, at + 1))
    }

    fn after(&self, at: usize) -> Read<Hedge> {
        let plus = self
            .pieces
            .get(at)
            .is_some_and(|piece| piece.is('+') && piece.glued);
        if plus {
            return Some((Hedge::AtLeast, at + 1));
        }
        self.hedge(at, List::HedgesBehind)
    }

    /// "one", "un" and "a" are numbers only with a unit, or where nothing else is said.
    fn is_article(&self, quantity: &Quantity, at: usize, end: usize) -> bool {
        let bare = quantity.said == Said::Number(Num::whole(1)) && quantity.unit.is_none();
        bare && self.has(at, List::One) && end == at + 1 && self.pieces.len() > 1
    }

    fn is_year(&self, quantity: &Quantity, at: usize, end: usize) -> bool {
        let alone = end == at + 1 && quantity.hedge.is_none() && quantity.unit.is_none();
        let piece = self.pieces.get(at);
        let four = piece.is_some_and(|piece| piece.span.len() == 4);
        let plain = piece.and_then(Piece::plain);
        alone && four && plain.is_some_and(|year| (1700..2200).contains(&year))
    }

    /// A numeral that names something: page 3, SH-2G, 03:52, 2nd.
    fn is_label(&self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else {
            return false;
        };
        let before = at.checked_sub(1);
        let named = before.is_some_and(|at| self.has(at, List::Labels))
            || before.is_some_and(|at| self.sign(at) == Some('.'))
                && at >= 2
                && self.has(at - 2, List::Labels)
            || before.is_some_and(|at| matches!(self.sign(at), Some('#' | '№' | '§')));
        let is_number = piece.figure().is_some() || self.has(at, List::Numbers);
        if named && is_number {
            return true;
        }
        if piece.figure().is_none() {
            return false;
        }
        let tied = |sign: Option<usize>, signs: &[char]| {
            sign.and_then(|at| self.sign(at).map(|sign| (at, sign)))
                .is_some_and(|(at, sign)| {
                    signs.contains(&sign)
                        && self.pieces[at].glued
                        && self.pieces.get(at + 1).is_some_and(|next| next.glued)
                })
        };
        let behind_letter = piece.glued
            && before.is_some_and(|at| match self.pieces[at].word() {
                Some(word) => !self.is_currency_word(at) && !word.ends_with('\''),
                None => false,
            });
        behind_letter
            || tied(before, &[':', '/'])
            || tied(Some(at + 1), &[':', '/'])
            || self.is_ordinal(at)
    }

    /// "2nd", "3e", "2G": letters glued to a numeral that are no unit and no multiplier.
    fn is_ordinal(&self, at: usize) -> bool {
        let next = self.pieces.get(at + 1).filter(|next| next.glued);
        let written = next.map_or("", |next| {
            &self.text[self.pieces[at].span.end..next.span.start]
        });
        let Some(word) = next.and_then(Piece::word).filter(|_| written.is_empty()) else {
            return false;
        };
        let letters = [List::FactorLetters, List::UnitLetters];
        let letters = || {
            letters
                .iter()
                .any(|list| Lexicon::common().has(*list, word))
        };
        let lists = [List::Measures, List::Multipliers, List::Currencies];
        !letters() && !lists.iter().any(|list| self.lists.has(*list, word))
    }

    /// True for the letters of a currency sign: US of US$, C of C$.
    fn is_currency_word(&self, at: usize) -> bool {
        self.code(at).is_some()
    }

    /// A number or a range, with its unit.
    fn amount(&self, at: usize) -> Read<Quantity> {
        let both = self.has(at, List::Between);
        let first = if both { at + 1 } else { at };
        let (low, next) = self.single(first)?;
        let joined = self.joined(&low, next, both, at);
        let (mut quantity, end) = match joined {
            Some(joined) => joined,
            None if both => return None,
            None => (low, next),
        };
        // "a year and a half"
        let half = self.phrase(end, List::AndAHalf);
        if let (Said::Number(n), true, true) = (&quantity.said, half > 0, quantity.unit.is_some()) {
            quantity.said = Said::Number(n.plus(Num::ratio(1, 2)?)?);
            return Some((quantity, end + half));
        }
        Some((quantity, end))
    }

    /// The other end of a range.
    fn joined(&self, low: &Quantity, at: usize, both: bool, start: usize) -> Read<Quantity> {
        let dash = self.sign(at) == Some('-');
        let to = self.has(at, List::To) || (both && self.has(at, List::BothEnds));
        let grows = start > 0 && self.has(start - 1, List::From);
        if !(dash || to) || (grows && !both) {
            return None;
        }
        let (high, end) = self.single(at + 1)?;
        let (Said::Number(a), Said::Number(b)) = (&low.said, &high.said) else {
            return None;
        };
        let mut a = *a;
        // "10 to 15 million": the word belongs to both.
        if let Some(factor) = self.factor_before(end, at + 1) {
            if a < Num::whole(1000) && a < *b && self.factor_before(at, start).is_none() {
                a = a.times(factor)?;
            }
        }
        let unit = high.unit.clone().or_else(|| low.unit.clone());
        let agree = low.unit.is_none() || high.unit.is_none() || low.unit == high.unit;
        (a < *b && agree && !(high.signed && dash)).then_some((
            Quantity {
                said: Said::Between(a, *b),
                hedge: None,
                unit,
                signed: low.signed,
            },
            end,
        ))
    }

    /// One number, a word or a share, with its unit.
    fn single(&self, start: usize) -> Read<Quantity> {
        let (mut at, mut sign) = (start, None);
        let minus = self.sign(at) == Some('-')
            && self
                .pieces
                .get(at + 1)
                .is_some_and(|next| next.glued && next.figure().is_some());
        let plus =
            self.sign(at) == Some('+') && self.pieces.get(at + 1).is_some_and(|next| next.glued);
        if minus || plus {
            (sign, at) = (Some(minus), at + 1);
        } else if self
            .word(at)
            .is_some_and(|word| self.lists.value(List::SignWords, word) == Some("-"))
        {
            (sign, at) = (Some(true), at + 1);
        }
        let (money, next) = self.money_before(at);
        at = next;
        let numerals = Numerals::of(self);
        let (said, next) = numerals.said(at, money.is_some())?;
        let said = match (said, sign) {
            (Said::Number(n), Some(true)) => Said::Number(n.negated()),
            (said, _) => said,
        };
        let (rough, said) = match said {
            Said::Number(n) if numerals.is_rough(at, next) => (true, Said::Number(n)),
            said => (false, said),
        };
        let (unit, said, end) = match money {
            Some(money) => (Some(money), said, next),
            None => self.unit_behind(said, next)?,
        };
        let quantity = Quantity {
            said,
            hedge: rough.then_some(Hedge::About),
            unit,
            signed: sign.is_some(),
        };
        Some((quantity, end))
    }

    /// What the word behind a number multiplied it by, if one did.
    fn factor_before(&self, end: usize, start: usize) -> Option<Num> {
        (start..end)
            .rev()
            .find_map(|at| Numerals::of(self).factor(at))
    }
}
