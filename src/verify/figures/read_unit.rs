//! The unit of a quantity: a currency before it, or what stands behind.

use super::number::Num;
use super::quantity::Said;
use super::read::{Read, Reader};
use super::unit::Unit;

/// The lists of units of several words.
pub const UNIT_PHRASES: [(&str, &str); 5] = [
    ("points phrases", "points"),
    ("working-days phrases", "working-days"),
    ("tonnes phrases", "tonnes"),
    ("CAD phrases", "CAD"),
    ("USD phrases", "USD"),
];

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
        Some(match self.word(at)? {
            "us" | "usd" => "USD",
            "c" | "ca" | "cad" | "can" | "cdn" => "CAD",
            "a" | "au" | "aud" => "AUD",
            "nz" => "NZD",
            "hk" => "HKD",
            "r" => "BRL",
            "mx" => "MXN",
            "s" | "sg" => "SGD",
            _ => return None,
        })
    }

    fn iso(&self, at: usize) -> Option<Unit> {
        const KNOWN: [&str; 16] = [
            "CAD", "USD", "EUR", "GBP", "AUD", "NZD", "JPY", "CNY", "CHF", "PEN", "MXN", "BRL",
            "INR", "RUB", "SEK", "NOK",
        ];
        let written = &self.text[self.pieces.get(at)?.span.clone()];
        KNOWN.contains(&written).then(|| Unit::known(written))
    }

    /// A unit behind the number. "a fortnight" counts two weeks.
    pub(super) fn unit_behind(&self, said: Said, at: usize) -> Option<(Option<Unit>, Said, usize)> {
        let mut here = at;
        let of_something = here..here + 2;
        for skip in of_something {
            if self.has(skip, "of") && self.unit_at(here + 1).or(self.unit_at(here + 2)).is_some() {
                here += 1;
            }
        }
        if self.has(here, "fortnight") {
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
        if let Some((unit, next)) = self.longest(at, &UNIT_PHRASES) {
            return Some((Unit::known(unit), next));
        }
        let percent = self.phrase(at, "percent phrases");
        if percent > 0 {
            return Some((Unit::percent(), at + percent));
        }
        if let Some(sign) = self.sign(at) {
            // "80 % points" and "3 %-points"
            let points = self
                .longest(at + 1, &UNIT_PHRASES)
                .filter(|(unit, _)| *unit == "points");
            return match (sign, points) {
                ('%', Some((unit, next))) => Some((Unit::known(unit), next)),
                ('%', None) => Some((Unit::percent(), at + 1)),
                (sign, _) => currency_sign(sign).map(|unit| (Unit::known(unit), at + 1)),
            };
        }
        if let Some(iso) = self.iso(at) {
            return Some((iso, at + 1));
        }
        let word = self.word(at)?;
        if self.lists.has("percent words", word) {
            return Some((Unit::percent(), at + 1));
        }
        let listed = self.lists.value("measures", word);
        let unit = listed.or_else(|| self.lists.value("currencies", word))?;
        Some((Unit::known(unit), at + 1))
    }
}

fn currency_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "$",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        _ => return None,
    })
}
