//! The judgement of a printed quantity against a source's, by the tables of `docs/verdicts.md`.

use super::number::Num;
use super::outcome::Outcome;
use super::quantity::{Margins, Quantity, Reach, Said, Side};
use super::rows::row;
use super::unit::{Meeting, Unit};
use crate::case::{Decimal, Hedge};

/// What a house understands and allows.
#[derive(Clone, Copy, Debug)]
pub struct House<'a> {
    /// What a bare `$` means.
    pub home: Option<&'a str>,
    /// How far numbers may lie beside hedged ones.
    pub margins: Margins<'a>,
}

impl<'a> House<'a> {
    /// The rules of `docs/verdicts.md`, with a home currency.
    pub const fn plain(home: Option<&'a str>) -> Self {
        Self {
            home,
            margins: Margins::of(&[]),
        }
    }

    /// The contract's rules, with a home currency and a house's own tolerances: per cent by hedge.
    pub const fn of(home: Option<&'a str>, tolerances: &'a [(Hedge, Decimal)]) -> Self {
        Self {
            home,
            margins: Margins::of(tolerances),
        }
    }
}

/// An outcome, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The rule and the tolerance that applied, in words.
    pub rule: String,
    /// What else is to be known, such as what a bare `$` was read as.
    pub note: Option<String>,
}

impl Verdict {
    /// An outcome with its rule.
    pub fn new(outcome: Outcome, rule: impl Into<String>) -> Self {
        Self {
            outcome,
            rule: rule.into(),
            note: None,
        }
    }

    /// Nothing can be compared, and why.
    pub fn not_comparable(why: &str) -> Self {
        Self::new(Outcome::NotComparable, why)
    }

    /// The same with a note.
    pub fn noting(self, note: Option<String>) -> Self {
        Self {
            note: note.or(self.note),
            ..self
        }
    }
}

/// Compares what is printed with what the source says.
pub fn compare(printed: &Quantity, source: &Quantity, house: &House<'_>) -> Verdict {
    let units = |q: &Quantity| match q.said {
        Said::Share(_) => Some(Unit::percent()),
        Said::Number(_) | Said::Between(..) | Said::Word(_) => q.unit.clone(),
    };
    let (own, other) = (units(printed), units(source));
    let (source, note) = match Unit::meets(own.as_ref(), other.as_ref(), house.home) {
        Meeting::Same => (Some(source.clone()), None),
        Meeting::Turned(factor) => (source.scaled(factor), None),
        Meeting::Home(note) => (Some(source.clone()), Some(note)),
        Meeting::Apart => return apart(own.as_ref(), other.as_ref()),
    };
    let compared = source.and_then(|source| {
        // Below nought everything is mirrored, so that "more than" means farther from nought.
        let (printed, source) = match printed.said {
            Said::Number(n) if n.is_negative() => {
                let minus = Num::whole(-1);
                (printed.scaled(minus)?, source.scaled(minus)?)
            }
            Said::Number(_) | Said::Between(..) | Said::Word(_) | Said::Share(_) => {
                (printed.clone(), source)
            }
        };
        same_unit(&printed, &source, house.margins)
    });
    compared
        .unwrap_or_else(|| Verdict::not_comparable("the numbers are too large to be compared"))
        .noting(note)
}

fn apart(own: Option<&Unit>, other: Option<&Unit>) -> Verdict {
    let word = |unit: Option<&Unit>| unit.map_or("", |unit| unit.word()).to_owned();
    let (own, other) = (word(own), word(other));
    let why = match (own.as_str(), other.as_str()) {
        ("%", "points") | ("points", "%") => {
            "; points are the difference between two percentages".to_owned()
        }
        ("days", "working-days") | ("working-days", "days") => {
            "; working days leave out weekends and holidays".to_owned()
        }
        ("$", _) | (_, "$") => {
            "; what a bare $ means is said by `home: {currency: …}` in case.yaml".to_owned()
        }
        _ => String::new(),
    };
    Verdict::new(
        Outcome::UnitMismatch,
        format!("the story says {own}, the source {other}{why}"),
    )
}

/// None where the arithmetic does not fit.
fn same_unit(printed: &Quantity, source: &Quantity, margins: Margins<'_>) -> Option<Verdict> {
    let own = |q: &Quantity| q.hedge.filter(|hedge| *hedge != Hedge::Exactly);
    let class = |q: &Quantity| match own(q) {
        Some(Hedge::Odd) => Some(Hedge::About),
        hedge => hedge,
    };
    if class(printed) == class(source) && same_said(&printed.said, &source.said) {
        return Some(Verdict::new(
            Outcome::Consistent,
            if printed.is_hedged() {
                "the source's own number and hedge"
            } else {
                "the source's own number"
            },
        ));
    }
    let hedged = own(source).is_some() || matches!(source.said, Said::Word(_) | Said::Share(_));
    if hedged {
        return hedged_source(printed, source, margins);
    }
    match source.said {
        Said::Between(low, high) if low != high => ends(printed, low, high, margins),
        Said::Number(v) | Said::Between(v, _) => row(printed, v, margins),
        Said::Word(_) | Said::Share(_) => None,
    }
}

fn same_said(a: &Said, b: &Said) -> bool {
    match (a, b) {
        (Said::Word(a), Said::Word(b)) => a.low == b.low && a.high == b.high,
        (Said::Number(a), Said::Between(b, c)) | (Said::Between(b, c), Said::Number(a)) => {
            a == b && b == c
        }
        (a, b) => a == b,
    }
}

/// The source is hedged, or has only a word.
fn hedged_source(printed: &Quantity, source: &Quantity, margins: Margins<'_>) -> Option<Verdict> {
    let says = source.spoken();
    let theirs = source.reach(Side::Source, margins)?;
    let bare = printed.hedge.is_none_or(|hedge| hedge == Hedge::Exactly);
    if bare {
        let dropped = match (&printed.said, &source.said) {
            (Said::Number(x), Said::Number(y) | Said::Share(y)) if source.hedge.is_some() => {
                Some(x == y)
            }
            (Said::Number(x), Said::Between(low, high)) => Some(low <= x && x <= high),
            (Said::Number(x), Said::Word(_) | Said::Share(_) | Said::Number(_)) => {
                Some(theirs.has(*x))
            }
            (Said::Between(..), Said::Between(..)) if printed.said == source.said => Some(true),
            (Said::Share(x), Said::Share(y) | Said::Number(y)) if x == y => Some(true),
            (Said::Between(..) | Said::Word(_) | Said::Share(_), _) => None,
        };
        match dropped {
            Some(true) => {
                return Some(Verdict::new(
                    Outcome::HedgeDropped,
                    format!("the source says \u{201c}{says}\u{201d}; the story prints it without"),
                ));
            }
            Some(false) => {
                return Some(Verdict::new(
                    Outcome::Wrong,
                    format!("the source says \u{201c}{says}\u{201d}, and this is not its number"),
                ));
            }
            None => {}
        }
    }
    let ours = printed.reach(Side::Printed, margins)?;
    let (us, them) = (told(printed, &ours), told(source, &theirs));
    let (outcome, rule) = if ours.holds(&theirs) {
        (Outcome::Consistent, format!("{us} takes in {them}"))
    } else if ours.meets(&theirs) {
        (
            Outcome::HedgeShifted,
            format!("{us} and {them} only overlap"),
        )
    } else {
        (
            Outcome::Wrong,
            format!("{us} and {them} have no number in common"),
        )
    };
    Some(Verdict::new(outcome, rule))
}

fn told(quantity: &Quantity, reach: &Reach) -> String {
    format!("\u{201c}{}\u{201d} ({})", quantity.spoken(), bounds(reach))
}

/// "900,000 to just under 1,000,000".
pub fn bounds(reach: &Reach) -> String {
    let above = if reach.above { "just over " } else { "" };
    let below = if reach.below { "just under " } else { "" };
    format!("{above}{} to {below}{}", reach.low, reach.high)
}

/// The source gives a range without a hedge.
fn ends(printed: &Quantity, low: Num, high: Num, margins: Margins<'_>) -> Option<Verdict> {
    let theirs = Reach::closed(low, high);
    let range = format!("the source gives {low} to {high}");
    let bare = printed.hedge.is_none_or(|hedge| hedge == Hedge::Exactly);
    if let (Said::Number(x), true) = (&printed.said, bare) {
        return Some(if theirs.has(*x) {
            Verdict::new(Outcome::InsideRange, format!("{range}; {x} lies within"))
        } else {
            Verdict::new(Outcome::Wrong, format!("{range}; {x} lies outside"))
        });
    }
    let ours = printed.reach(Side::Printed, margins)?;
    let us = told(printed, &ours);
    if ours.holds(&theirs) {
        return Some(Verdict::new(
            Outcome::Consistent,
            format!("{us} takes in what the source gives, {low} to {high}"),
        ));
    }
    let (first, last) = (row(printed, low, margins)?, row(printed, high, margins)?);
    if first.outcome == last.outcome && first.outcome != Outcome::Wrong {
        return Some(last);
    }
    Some(if ours.meets(&theirs) {
        Verdict::new(
            Outcome::HedgeShifted,
            format!("{range}; {us} only overlaps with it"),
        )
    } else {
        Verdict::new(
            Outcome::Wrong,
            format!("{range}; {us} has no number in common with it"),
        )
    })
}
