//! The unit of a quantity: a currency before it, or what stands behind.

use super::number::Num;
use super::quantity::Said;
use super::read::{Read, Reader};
use super::unit::Unit;
use crate::text::lexicon::{Lexicon, List};

impl Reader<'_> {
    /// A currency before the number: `$`, `US$`, `C$`, `EUR`.
    pub(super) fn money_before(&self, at: usize) -> (Option<Unit>, usize) {
        if let Some(code) = self.code(at) {
            return (Some(Unit::known(code)), at + 2);
        }
        if let Some(unit) = self.sign(at).and_then(currency_sign) {
            return (Some(Unit::known(unit)), at + 1);
        }
        match self.iso(at) {
            Some(unit)
                if self
                    .pieces
                    .get(at + 1)
                    .is_some_and(|p| p.figure().is_some()) =>
            {
                (Some(unit), at + 1)
            }
            _ => (None, at),
        }
    }

    /// `US$`: the letters before a dollar sign.
    pub(super) fn code(&self, at: usize) -> Option<&'static str> {
        let sign = self.pieces.get(at + 1)?;
        if !(sign.is('$') && sign.glued) {
            return None;
        }
        Lexicon::common().value(List::DollarLetters, self.word(at)?)
    }

    fn iso(&self, at: usize) -> Option<Unit> {
        let written = &self.text[self.pieces.get(at)?.span.clone()];
        let known = Lexicon::common().has(List::CurrencyCodes, written);
        known.then(|| Unit::known(written))
    }

    /// A unit behind the number. "a fortnight" counts two weeks.
    pub(super) fn unit_behind(&self, said: Said, at: usize) -> Option<(Option<Unit>, Said, usize)> {
        let mut here = at;
        let of_something = here..here + 2;
        for skip in of_something {
            if self.has(skip, List::Of)
                && self.unit_at(here + 1).or(self.unit_at(here + 2)).is_some()
            {
                here += 1;
            }
        }
        if self.has(here, List::Fortnight) {
            if let Said::Number(n) = said {
                let weeks = Said::Number(n.times(Num::whole(2))?);
                return Some((Some(Unit::known("weeks")), weeks, here + 1));
            }
        }
        Some(match self.unit_at(here) {
            Some((unit, next)) => (Some(unit), said, next),
            None => (None, said, at),
        })
    }

    fn unit_at(&self, at: usize) -> Read<Unit> {
        if let Some(sign) = self.sign(at) {
            // "80 % points" and "3 %-points"
            let points = self.longest(at + 1, List::Measures);
            let points = points.filter(|(unit, _)| *unit == "points");
            return match (sign, points) {
                ('%', Some((unit, next))) => Some((Unit::known(unit), next)),
                ('%', None) => Some((Unit::percent(), at + 1)),
                (sign, _) => currency_sign(sign).map(|unit| (Unit::known(unit), at + 1)),
            };
        }
        if let Some(iso) = self.iso(at) {
            return Some((iso, at + 1));
        }
        let percent = self.longest(at, List::Percent).map(|(_, next)| ("%", next));
        // Where a word is money and a measure, as a pound is, it is a measure.
        let currency = self
            .longest(at, List::Currencies)
            .filter(|(unit, _)| *unit != "¢");
        let units = [percent, currency, self.longest(at, List::Measures)];
        let longest = units.into_iter().flatten().max_by_key(|(_, next)| *next);
        longest.map(|(unit, next)| (Unit::known(unit), next))
    }
}

fn currency_sign(sign: char) -> Option<&'static str> {
    let unit = Lexicon::common().value(List::CurrencySigns, sign.encode_utf8(&mut [0; 4]))?;
    (unit != "¢").then_some(unit)
}
