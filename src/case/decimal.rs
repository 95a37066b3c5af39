//! Exact decimal numbers: no figure is ever rounded by being read.

use std::cmp::Ordering;
use std::fmt;

/// The most digits a number may have, those after the point included.
pub const MOST_DIGITS: usize = 30;

/// A decimal number, exactly as written: `units / 10^scale`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    // The two halves of an `i128`: as one value it would make every field that may hold a number half as large again.
    high: i64,
    low: u64,
    scale: u32,
}

/// Why a text is not a number a record may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadDecimal {
    /// It has no digits, or something among them that is not one.
    Form,
    /// A thousands comma or space: `412,000`.
    Grouped,
    /// More than [`MOST_DIGITS`] digits.
    TooLong,
}

impl Decimal {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the halves are put together again by `units`"
    )]
    const fn new(units: i128, scale: u32) -> Self {
        let (high, low) = ((units >> 64) as i64, units as u64);
        Self { high, low, scale }
    }

    /// A whole number.
    pub const fn whole(units: i64) -> Self {
        Self::new(units as i128, 0)
    }

    /// Reads a number as records write it: an optional sign, digits, and at most one decimal point.
    ///
    /// # Errors
    /// If the text is not such a number, has thousands separators, or more than [`MOST_DIGITS`] digits.
    pub fn parse(text: &str) -> Result<Self, BadDecimal> {
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        if digits().count() == 0
            || (whole.is_empty() || (body.contains('.') && fraction.is_empty()))
        {
            return Err(BadDecimal::Form);
        }
        if digits().any(|b| !b.is_ascii_digit()) {
            return Err(if is_grouped(body) {
                BadDecimal::Grouped
            } else {
                BadDecimal::Form
            });
        }
        if digits().count() > MOST_DIGITS {
            return Err(BadDecimal::TooLong);
        }
        let units = digits().fold(0i128, |sum, b| sum * 10 + i128::from(b - b'0'));
        let scale = u32::try_from(fraction.len()).map_err(|_| BadDecimal::TooLong)?;
        Ok(Self::new(if negative { -units } else { units }, scale))
    }

    /// True below zero.
    pub const fn is_negative(self) -> bool {
        self.high < 0
    }

    /// The digits as a whole number of `10^-scale`.
    #[allow(clippy::cast_lossless, reason = "`From` is not const")]
    pub const fn units(self) -> i128 {
        (self.high as i128) << 64 | self.low as i128
    }

    /// How many digits stand after the decimal point.
    pub const fn scale(self) -> u32 {
        self.scale
    }

    /// The nearest floating-point number, for drawing and sorting only.
    #[allow(clippy::cast_precision_loss)] // drawing needs no more
    pub fn to_f64(self) -> f64 {
        self.units() as f64 / 10f64.powi(i32::try_from(self.scale).unwrap_or(i32::MAX))
    }

    /// The same value without zeros at the end of its fraction.
    fn reduced(self) -> (i128, u32) {
        let (mut units, mut scale) = (self.units(), self.scale);
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        (units, scale)
    }
}

fn is_grouped(body: &str) -> bool {
    let separators = [',', ' ', '\'', '_', '\u{a0}', '\u{202f}', '\u{2009}'];
    body.starts_with(|c: char| c.is_ascii_digit())
        && body.contains(separators)
        && body
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || separators.contains(&c))
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.reduced().hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let split = |d: &Self| {
            let ten = 10i128.pow(d.scale.min(38));
            (
                d.units().div_euclid(ten),
                d.units().rem_euclid(ten),
                d.scale,
            )
        };
        let ((a, a_rest, a_scale), (b, b_rest, b_scale)) = (split(self), split(other));
        // The remainders are below 10^30 and are brought to one scale digit by digit, so nothing overflows.
        a.cmp(&b)
            .then_with(|| digits(a_rest, a_scale).cmp(digits(b_rest, b_scale)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The digits after the point, padded with zeros to a common length.
fn digits(rest: i128, scale: u32) -> impl Iterator<Item = i128> {
    let len = u32::try_from(MOST_DIGITS).unwrap_or(u32::MAX);
    (0..len).map(move |place| {
        if place < scale {
            rest / 10i128.pow(scale - place - 1) % 10
        } else {
            0
        }
    })
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.units().unsigned_abs().to_string();
        let scale = self.scale as usize;
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        let sign = if self.is_negative() { "-" } else { "" };
        if scale == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{fraction}")
        }
    }
}

/// Digits in groups of three, from five digits on, as they are printed in English.
pub fn grouped(number: &str) -> String {
    let (sign, body) = match number.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", number),
    };
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let mut out = String::with_capacity(number.len() + 8);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 && whole.len() > 3 {
            out.push(',');
        }
        out.push(digit);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{out}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::{BadDecimal, Decimal};

    #[test]
    fn a_number_is_kept_digit_by_digit() {
        for text in [
            "0",
            "960000",
            "-3.50",
            "0.10",
            "123456789012345678901234567890",
        ] {
            assert_eq!(
                Decimal::parse(text).map(|d| d.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_plain_number_is_refused_with_its_reason() {
        assert_eq!(Decimal::parse("412,000"), Err(BadDecimal::Grouped));
        assert_eq!(Decimal::parse("412 000"), Err(BadDecimal::Grouped));
        assert_eq!(
            Decimal::parse("1234567890123456789012345678901"),
            Err(BadDecimal::TooLong)
        );
        for text in ["", "-", ".5", "5.", "1e6", "1.2.3", "1O0", "٣"] {
            assert_eq!(Decimal::parse(text), Err(BadDecimal::Form), "{text}");
        }
    }

    #[test]
    fn numbers_compare_by_value() {
        let d = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(d("1.50"), d("1.5"));
        assert!(d("-0.5") < d("-0.25"));
        assert!(d("2") > d("1.999999999999999999999999999"));
        assert!(d("999999999999999999999999999999") > d("0.00000000000000000000000000001"));
    }
}
