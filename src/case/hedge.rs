//! How a number is hedged: nearly, about, more than, dozens.

/// How a source or a draft hedges a number. Other spellings of a hedge are read as the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hedge {
    /// No hedge.
    Exactly,
    /// about, around, some.
    About,
    /// nearly, almost, just-under.
    Nearly,
    /// more-than, over.
    MoreThan,
    /// at-least.
    AtLeast,
    /// up-to, at-most.
    UpTo,
    /// fewer-than, less-than, under.
    FewerThan,
    /// dozens.
    Dozens,
    /// scores.
    Scores,
    /// hundreds.
    Hundreds,
    /// thousands.
    Thousands,
    /// tens-of-thousands.
    TensOfThousands,
    /// millions.
    Millions,
    /// a-couple.
    ACouple,
    /// a-few.
    AFew,
    /// several.
    Several,
    /// odd, as in "forty-odd".
    Odd,
    /// half.
    Half,
}

impl Hedge {
    /// Every spelling with its meaning; the first spelling of a hedge is the one we print.
    pub const WORDS: [(&'static str, Self); 26] = [
        ("exactly", Self::Exactly),
        ("about", Self::About),
        ("around", Self::About),
        ("some", Self::About),
        ("nearly", Self::Nearly),
        ("almost", Self::Nearly),
        ("just-under", Self::Nearly),
        ("more-than", Self::MoreThan),
        ("over", Self::MoreThan),
        ("at-least", Self::AtLeast),
        ("up-to", Self::UpTo),
        ("at-most", Self::UpTo),
        ("fewer-than", Self::FewerThan),
        ("less-than", Self::FewerThan),
        ("under", Self::FewerThan),
        ("dozens", Self::Dozens),
        ("scores", Self::Scores),
        ("hundreds", Self::Hundreds),
        ("thousands", Self::Thousands),
        ("tens-of-thousands", Self::TensOfThousands),
        ("millions", Self::Millions),
        ("a-couple", Self::ACouple),
        ("a-few", Self::AFew),
        ("several", Self::Several),
        ("odd", Self::Odd),
        ("half", Self::Half),
    ];

    /// The hedge a word means.
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(spelling, _)| *spelling == word)
            .map(|(_, hedge)| *hedge)
    }

    /// The word as case files write it.
    pub fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, hedge)| *hedge == self)
            .map_or("exactly", |(spelling, _)| spelling)
    }
}
