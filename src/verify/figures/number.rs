//! Exact fractions: shares, months and tolerances are compared without a rounding of ours.

use crate::case::{Decimal, grouped};
use std::cmp::Ordering;
use std::fmt;

/// A number as a reduced fraction. What does not fit is no number at all, never a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Num {
    over: i128,
    /// Above zero.
    under: i128,
}

impl Num {
    /// Nought.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self {
            over: n as i128,
            under: 1,
        }
    }

    /// `over` parts of `under`; none for an `under` of nought.
    pub fn ratio(over: i128, under: i128) -> Option<Self> {
        if under == 0 {
            return None;
        }
        let common = greatest(over.unsigned_abs(), under.unsigned_abs());
        let common = i128::try_from(common).ok()?.max(1);
        let (over, under) = (over / common, under / common);
        let (over, under) = if under < 0 {
            (over.checked_neg()?, under.checked_neg()?)
        } else {
            (over, under)
        };
        Some(Self { over, under })
    }

    /// Reads digits of which the last `scale` stand behind the decimal sign.
    pub fn digits(digits: &str, scale: u32) -> Option<Self> {
        if digits.len() > 30 || scale > 30 {
            return None;
        }
        Self::ratio(digits.parse().ok()?, 10i128.checked_pow(scale)?)
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Self::ratio(
            left.checked_add(right)?,
            self.under.checked_mul(other.under)?,
        )
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::ratio(
            self.over.checked_mul(other.over)?,
            self.under.checked_mul(other.under)?,
        )
    }

    /// The quotient.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::ratio(
            self.over.checked_mul(other.under)?,
            self.under.checked_mul(other.over)?,
        )
    }

    /// So many per cent of it.
    pub fn percent(self, percent: Self) -> Option<Self> {
        self.times(percent)?.over(Self::whole(100))
    }

    /// The same below nought.
    pub const fn negated(self) -> Self {
        Self {
            over: self.over.saturating_neg(),
            under: self.under,
        }
    }

    /// Its size.
    pub const fn size(self) -> Self {
        Self {
            over: self.over.saturating_abs(),
            under: self.under,
        }
    }

    /// True below nought.
    pub const fn is_negative(self) -> bool {
        self.over < 0
    }

    /// The whole number, if it is one and small.
    pub fn small(self) -> Option<i64> {
        (self.under == 1)
            .then(|| i64::try_from(self.over).ok())
            .flatten()
    }

    /// What one step of the last digit is worth, zeros at the end of a whole number not counted: of 412,000 a thousand, of 1.5 a tenth.
    pub fn last_digit(self) -> Option<Self> {
        let mut value = self.size();
        if value.over == 0 {
            return Some(Self::whole(1));
        }
        let (ten, mut step) = (Self::whole(10), Self::whole(1));
        for _ in 0..31 {
            if value.under == 1 {
                break;
            }
            (value, step) = (value.times(ten)?, step.over(ten)?);
        }
        if value.under != 1 {
            // A third, a seventh: there is no last digit.
            return Some(Self::ZERO);
        }
        while value.over % 10 == 0 {
            (value, step) = (value.over(ten)?, step.times(ten)?);
        }
        Some(step)
    }
}

fn greatest(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl From<Decimal> for Num {
    fn from(decimal: Decimal) -> Self {
        let under = 10i128.checked_pow(decimal.scale());
        let exact = under.and_then(|under| Self::ratio(decimal.units(), under));
        // A decimal has 30 digits at most, so that its fraction always fits.
        exact.unwrap_or(Self::ZERO)
    }
}

impl Ord for Num {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = self.over.checked_mul(other.under);
        let right = other.over.checked_mul(self.under);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.rough().total_cmp(&other.rough()),
        }
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Num {
    /// The nearest floating-point number, where nothing hangs on the last digit.
    #[allow(clippy::cast_precision_loss)] // used where the exact product does not fit
    pub fn rough(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

impl fmt::Display for Num {
    /// As a reader writes it: thousands parted, two decimals at most where the fraction does not end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let ends = [1, 10, 100, 1000].into_iter().find_map(|ten: i128| {
            let scaled = self.size().over.checked_mul(ten)?;
            (scaled % self.under == 0).then(|| (scaled / self.under, ten))
        });
        let (digits, ten) = match ends {
            Some(ends) => ends,
            None => {
                let scaled = self.size().over.checked_mul(200);
                let half_up = scaled.and_then(|scaled| scaled.checked_add(self.under));
                match half_up.zip(self.under.checked_mul(2)) {
                    Some((scaled, under)) => (scaled / under, 100),
                    None => (self.size().over / self.under, 1),
                }
            }
        };
        let whole = grouped(&(digits / ten).to_string());
        let places = ten.to_string().len() - 1;
        let rest = if places == 0 {
            String::new()
        } else {
            format!("{:0>places$}", digits % ten)
        };
        let rest = rest.trim_end_matches('0');
        if rest.is_empty() {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{rest}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Num;

    fn n(over: i128, under: i128) -> Num {
        Num::ratio(over, under).unwrap()
    }

    #[test]
    fn the_last_digit_leaves_out_zeros_at_the_end() {
        for (value, step) in [
            (n(412_000, 1), n(1000, 1)),
            (n(400, 1), n(100, 1)),
            (n(15, 10), n(1, 10)),
            (n(50, 1), n(10, 1)),
            (n(7, 1), n(1, 1)),
            (n(2, 3), Num::ZERO),
        ] {
            assert_eq!(value.last_digit(), Some(step), "{value}");
        }
    }

    #[test]
    fn numbers_are_shown_as_readers_write_them() {
        for (value, shown) in [
            (n(960_000, 1), "960,000"),
            (n(21_200, 420), "50.48"),
            (n(-3, 2), "-1.5"),
            (n(1, 20), "0.05"),
            (n(0, 1), "0"),
            (n(2, 3), "0.67"),
        ] {
            assert_eq!(value.to_string(), shown);
        }
    }

    #[test]
    fn what_does_not_fit_is_no_number() {
        let most = n(i128::MAX, 1);
        assert_eq!(most.times(most), None);
        assert_eq!(Num::ratio(1, 0), None);
        assert!(most > n(1, 1));
        let _ = (
            most.to_string(),
            n(1, i128::MAX).to_string(),
            n(i128::MIN, 3).size(),
        );
    }
}
