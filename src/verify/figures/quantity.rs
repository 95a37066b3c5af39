//! A quantity as it is printed or said: a number, a range or only a word, with its hedge and unit, and what it allows.

use super::number::Num;
use super::unit::Unit;
use crate::case::{Decimal, Hedge};

/// A quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number, or what stands for it.
    pub said: Said,
    /// The hedge; none for a number without one.
    pub hedge: Option<Hedge>,
    /// The unit, where one is said.
    pub unit: Option<Unit>,
    /// True if a sign, plus or minus, was printed.
    pub signed: bool,
}

/// What stands for the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One number.
    Number(Num),
    /// From one number to another, both included.
    Between(Num, Num),
    /// Only a word: dozens, several.
    Word(Word),
    /// A share in words, in per cent: half, two-thirds, one in four.
    Share(Num),
}

/// A word that stands for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as people read it.
    pub word: String,
    /// The least it means.
    pub low: Num,
    /// The end: for [`Word::open`] the first number it does not mean, else the last it does.
    pub high: Num,
    /// True for dozens and above, that end before a number; a few and several end with one.
    pub open: bool,
}

/// The words with the numbers they mean.
const WORDS: [(&str, Hedge, i64, i64, bool); 9] = [
    ("dozens", Hedge::Dozens, 24, 120, true),
    ("scores", Hedge::Scores, 40, 200, true),
    ("hundreds", Hedge::Hundreds, 200, 2000, true),
    ("thousands", Hedge::Thousands, 2000, 20_000, true),
    (
        "tens of thousands",
        Hedge::TensOfThousands,
        20_000,
        200_000,
        true,
    ),
    ("millions", Hedge::Millions, 2_000_000, 2_000_000_000, true),
    ("a couple", Hedge::ACouple, 2, 2, false),
    ("a few", Hedge::AFew, 3, 9, false),
    ("several", Hedge::Several, 3, 12, false),
];

/// Words that only texts use.
const MORE_WORDS: [(&str, i64, i64); 7] = [
    ("hundreds of thousands", 200_000, 2_000_000),
    ("tens of millions", 20_000_000, 200_000_000),
    ("hundreds of millions", 200_000_000, 2_000_000_000),
    ("billions", 2_000_000_000, 2_000_000_000_000),
    ("tens of billions", 20_000_000_000, 200_000_000_000),
    ("hundreds of billions", 200_000_000_000, 2_000_000_000_000),
    ("trillions", 2_000_000_000_000, 2_000_000_000_000_000),
];

impl Word {
    /// The word of this spelling.
    pub fn named(word: &str) -> Option<Self> {
        let own = WORDS.iter().find(|(name, ..)| *name == word);
        if let Some((name, _, low, high, open)) = own {
            return Some(Self::new(name, *low, *high, *open));
        }
        let more = MORE_WORDS.iter().find(|(name, ..)| *name == word);
        more.map(|(name, low, high)| Self::new(name, *low, *high, true))
    }

    /// The word that a hedge of a case file is, if it is one.
    pub fn of(hedge: Hedge) -> Option<Self> {
        let own = WORDS.iter().find(|(_, own, ..)| *own == hedge);
        own.map(|(name, _, low, high, open)| Self::new(name, *low, *high, *open))
    }

    fn new(word: &str, low: i64, high: i64, open: bool) -> Self {
        Self {
            word: word.to_owned(),
            low: Num::whole(low),
            high: Num::whole(high),
            open,
        }
    }

    /// True for a few and the like, not for several thousand.
    pub fn is_small(&self) -> bool {
        !self.open && self.high < Num::whole(100)
    }

    /// "several thousand": so many times as much.
    pub fn times(&self, factor: Num, name: &str) -> Option<Self> {
        Some(Self {
            word: format!("{} {name}", self.word),
            low: self.low.times(factor)?,
            high: self.high.times(factor)?,
            open: self.open,
        })
    }
}

/// The numbers a quantity allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The least.
    pub low: Num,
    /// True if the least itself is not allowed.
    pub above: bool,
    /// The most.
    pub high: Num,
    /// True if the most itself is not allowed.
    pub below: bool,
}

impl Reach {
    /// Both ends included.
    pub const fn closed(low: Num, high: Num) -> Self {
        Self {
            low,
            above: false,
            high,
            below: false,
        }
    }

    /// True if the number is allowed.
    pub fn has(&self, n: Num) -> bool {
        let low = if self.above {
            n > self.low
        } else {
            n >= self.low
        };
        let high = if self.below {
            n < self.high
        } else {
            n <= self.high
        };
        low && high
    }

    /// True if every number that the other allows is allowed.
    pub fn holds(&self, other: &Self) -> bool {
        let low = other.low > self.low || (other.low == self.low && (other.above || !self.above));
        let high =
            other.high < self.high || (other.high == self.high && (other.below || !self.below));
        low && high
    }

    /// True if both allow some number.
    pub fn meets(&self, other: &Self) -> bool {
        let before =
            |a: &Self, b: &Self| a.high < b.low || (a.high == b.low && (a.below || b.above));
        !before(self, other) && !before(other, self)
    }
}

/// How far a number may lie beside a hedged one, in per cent: as in `docs/verdicts.md`, or as the house says.
#[derive(Clone, Copy, Debug)]
pub struct Margins<'a> {
    /// Per cents of a house, by hedge.
    house: &'a [(Hedge, Decimal)],
}

impl<'a> Margins<'a> {
    /// Those of a house; those of `docs/verdicts.md` where it says nothing.
    pub const fn of(house: &'a [(Hedge, Decimal)]) -> Self {
        Self { house }
    }

    /// Per cent for a hedge; [`Hedge::Exactly`] stands for a number without one.
    pub fn percent(self, hedge: Hedge) -> Num {
        let own = self.house.iter().find(|(of, _)| *of == hedge);
        let own = own.map(|(_, percent)| Num::from(*percent));
        own.filter(|own| !own.is_negative()).unwrap_or_else(|| {
            Num::whole(match hedge {
                Hedge::Nearly => 10,
                Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::FewerThan => 25,
                Hedge::Exactly
                | Hedge::About
                | Hedge::Odd
                | Hedge::Half
                | Hedge::Dozens
                | Hedge::Scores
                | Hedge::Hundreds
                | Hedge::Thousands
                | Hedge::TensOfThousands
                | Hedge::Millions
                | Hedge::ACouple
                | Hedge::AFew
                | Hedge::Several => 5,
            })
        })
    }
}

/// Who uses a quantity: what a story may print for it is wider than what a source means by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The story.
    Printed,
    /// The source.
    Source,
}

impl Quantity {
    /// One number without hedge and unit.
    pub const fn exactly(n: Num) -> Self {
        Self {
            said: Said::Number(n),
            hedge: None,
            unit: None,
            signed: false,
        }
    }

    /// True if it has a hedge, or is only a word.
    pub fn is_hedged(&self) -> bool {
        self.hedge.is_some() || matches!(self.said, Said::Word(_) | Said::Share(_))
    }

    /// Every number in it turned by a factor, for another unit.
    pub fn scaled(&self, factor: Num) -> Option<Self> {
        let said = match &self.said {
            Said::Number(n) => Said::Number(n.times(factor)?),
            Said::Between(low, high) => {
                let (a, b) = (low.times(factor)?, high.times(factor)?);
                Said::Between(a.min(b), a.max(b))
            }
            Said::Share(n) => Said::Share(n.times(factor)?),
            Said::Word(word) if factor == Num::whole(1) => Said::Word(word.clone()),
            Said::Word(word) => {
                let (low, high) = (word.low.times(factor)?, word.high.times(factor)?);
                if low > high {
                    return None;
                }
                Said::Word(Word {
                    low,
                    high,
                    ..word.clone()
                })
            }
        };
        Some(Self {
            said,
            ..self.clone()
        })
    }

    /// The numbers it allows. None where the arithmetic does not fit.
    pub fn reach(&self, side: Side, margins: Margins<'_>) -> Option<Reach> {
        let (low, high) = match &self.said {
            Said::Number(n) => (*n, *n),
            Said::Between(low, high) => (*low, *high),
            Said::Word(word) => {
                return Some(Reach {
                    below: word.open,
                    ..Reach::closed(word.low, word.high)
                });
            }
            Said::Share(n) => match self.hedge {
                None | Some(Hedge::About | Hedge::Nearly | Hedge::Odd | Hedge::Exactly) => {
                    let points = share_points(self.hedge);
                    return Some(Reach::closed(n.minus(points)?, n.plus(points)?));
                }
                Some(_) => (*n, *n),
            },
        };
        let Some(hedge) = self.hedge else {
            return Some(Reach::closed(low, high));
        };
        let margin = |n: Num| n.percent(margins.percent(hedge));
        Some(match hedge {
            Hedge::Nearly => Reach {
                below: true,
                ..Reach::closed(low.minus(margin(low)?)?, high)
            },
            Hedge::About | Hedge::Odd => {
                let beside = |n: Num| match side {
                    Side::Printed => about(n, margins),
                    Side::Source => margin(n),
                };
                Reach::closed(low.minus(beside(low)?)?, high.plus(beside(high)?)?)
            }
            Hedge::MoreThan => Reach {
                above: true,
                ..Reach::closed(low, high.plus(margin(high)?)?)
            },
            Hedge::AtLeast => Reach::closed(low, high.plus(margin(high)?)?),
            Hedge::UpTo => Reach::closed(low.minus(margin(low)?)?, high),
            Hedge::FewerThan => Reach {
                below: true,
                ..Reach::closed(low.minus(margin(low)?)?, high)
            },
            Hedge::Exactly
            | Hedge::Half
            | Hedge::Dozens
            | Hedge::Scores
            | Hedge::Hundreds
            | Hedge::Thousands
            | Hedge::TensOfThousands
            | Hedge::Millions
            | Hedge::ACouple
            | Hedge::AFew
            | Hedge::Several => Reach::closed(low, high),
        })
    }
}

/// How many points a share in words may be off.
pub fn share_points(hedge: Option<Hedge>) -> Num {
    Num::whole(if hedge.is_some() { 3 } else { 1 })
}

/// How far "about X" reaches in print: half of its last digit or five per cent, whichever is more, fifteen at most.
pub fn about(n: Num, margins: Margins<'_>) -> Option<Num> {
    let half = n.last_digit()?.over(Num::whole(2))?;
    let percent = margins.percent(Hedge::About);
    let most = percent.max(Num::whole(15));
    Some(half.max(n.percent(percent)?).min(n.percent(most)?))
}
