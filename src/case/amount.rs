//! Numbers as sources give them: exact, a range, or hedged.

use super::decimal::Decimal;

/// A number with limits, as in `{min: 20, max: 60, best: 49}`. Each may be open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The least it may be.
    pub min: Option<Decimal>,
    /// The most it may be.
    pub max: Option<Decimal>,
    /// The source's own best estimate.
    pub best: Option<Decimal>,
}

/// A quantity as a record gives it; the hedge stands in the record's `how`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// One number.
    Number(Decimal),
    /// A number with limits.
    Range(Box<Range>),
}

impl Amount {
    /// The least and the most it may be, where it says so.
    pub fn limits(&self) -> (Option<Decimal>, Option<Decimal>) {
        match self {
            Self::Number(n) => (Some(*n), Some(*n)),
            Self::Range(range) => (range.min.or(range.best), range.max.or(range.best)),
        }
    }
}

/// What a claim prints: a number, limits, or words such as `ninety-four`, `half`, `dozens`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prints {
    /// A number or limits.
    Amount(Amount),
    /// Words, or a number with signs: `$1 million`, `412,000`, `ninety-four`.
    Words(String),
}

/// Money: an amount and the ISO 4217 code of its currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct Money {
    /// The amount.
    pub amount: super::Field<Amount>,
    /// ISO 4217 code.
    pub currency: super::Field<String>,
}
