//! What the comparison of a printed number with its source gives.

/// What is to be said of a printed number or date. The order is from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// What is printed is what the source says.
    Consistent,
    /// One number, where the source gives limits around it.
    InsideRange,
    /// Right when rounded, and nothing says that it is rounded.
    RoundedWithoutHedge,
    /// There is nothing to compare.
    NotComparable,
    /// The hedge is another than the source's.
    HedgeShifted,
    /// True, and it hides how much more it is.
    Understated,
    /// "Nearly", for less than nine tenths.
    Stretched,
    /// Allowed by the letter, and it sounds like more than it is.
    Overstated,
    /// The source was less sure.
    HedgeDropped,
    /// Other units.
    UnitMismatch,
    /// Another number.
    Wrong,
}

impl Outcome {
    /// Every outcome, from the best to the worst.
    pub const ALL: [Self; 11] = [
        Self::Consistent,
        Self::InsideRange,
        Self::RoundedWithoutHedge,
        Self::NotComparable,
        Self::HedgeShifted,
        Self::Understated,
        Self::Stretched,
        Self::Overstated,
        Self::HedgeDropped,
        Self::UnitMismatch,
        Self::Wrong,
    ];

    /// The bare word for JSON and for lists.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consistent => "Consistent",
            Self::InsideRange => "InsideRange",
            Self::RoundedWithoutHedge => "RoundedWithoutHedge",
            Self::NotComparable => "NotComparable",
            Self::HedgeShifted => "HedgeShifted",
            Self::Understated => "Understated",
            Self::Stretched => "Stretched",
            Self::Overstated => "Overstated",
            Self::HedgeDropped => "HedgeDropped",
            Self::UnitMismatch => "UnitMismatch",
            Self::Wrong => "Wrong",
        }
    }

    /// The same in the words of a screen.
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Consistent => "agrees with the source",
            Self::InsideRange => "inside the range the source gives",
            Self::RoundedWithoutHedge => "rounded, and nothing says so",
            Self::NotComparable => "nothing to compare",
            Self::HedgeShifted => "another hedge than the source's",
            Self::Understated => "true, but it is much more",
            Self::Stretched => "\u{201c}nearly\u{201d} is too kind",
            Self::Overstated => "it sounds like more than it is",
            Self::HedgeDropped => "the source was less sure",
            Self::UnitMismatch => "other units than the source's",
            Self::Wrong => "not what the source says",
        }
    }

    /// Reads the bare word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}
