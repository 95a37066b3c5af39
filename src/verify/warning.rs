//! What a reader of a quotation should know beside its class.
use serde::Serialize;

/// The kinds of warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum WarningKind {
    /// The declared cut hides words that turn the meaning.
    EllipsisHides,
    /// The words before govern it: "I don't think that …".
    TruncatedBefore,
    /// The words after limit it: "… but", "… unless".
    TruncatedAfter,
    /// The bracket changes the meaning.
    BracketMeaning,
    /// The declared cut is long.
    LongEllipsis,
    /// The declared cut runs over another turn.
    CrossTurnEllipsis,
    /// It stands in several places.
    Ambiguous,
    /// It stands elsewhere than the place named.
    Elsewhere,
    /// It stands in another source than the one named.
    FoundInOtherSource,
    /// Somebody else says it.
    WrongSpeaker,
    /// The text here is damaged.
    NoisySource,
}

impl WarningKind {
    /// Every kind.
    pub const ALL: [WarningKind; 11] = [
        WarningKind::EllipsisHides,
        WarningKind::TruncatedBefore,
        WarningKind::TruncatedAfter,
        WarningKind::BracketMeaning,
        WarningKind::LongEllipsis,
        WarningKind::CrossTurnEllipsis,
        WarningKind::Ambiguous,
        WarningKind::Elsewhere,
        WarningKind::FoundInOtherSource,
        WarningKind::WrongSpeaker,
        WarningKind::NoisySource,
    ];

    /// The bare word machines read.
    pub const fn word(self) -> &'static str {
        match self {
            WarningKind::EllipsisHides => "EllipsisHides",
            WarningKind::TruncatedBefore => "TruncatedBefore",
            WarningKind::TruncatedAfter => "TruncatedAfter",
            WarningKind::BracketMeaning => "BracketMeaning",
            WarningKind::LongEllipsis => "LongEllipsis",
            WarningKind::CrossTurnEllipsis => "CrossTurnEllipsis",
            WarningKind::Ambiguous => "Ambiguous",
            WarningKind::Elsewhere => "Elsewhere",
            WarningKind::FoundInOtherSource => "FoundInOtherSource",
            WarningKind::WrongSpeaker => "WrongSpeaker",
            WarningKind::NoisySource => "NoisySource",
        }
    }

    /// The kind in words for people, to be followed by the warning's own words.
    pub const fn plainly(self) -> &'static str {
        match self {
            WarningKind::EllipsisHides => "the cut hides",
            WarningKind::TruncatedBefore => "the words before turn it",
            WarningKind::TruncatedAfter => "it goes on",
            WarningKind::BracketMeaning => "the bracket changes the meaning",
            WarningKind::LongEllipsis => "a long cut",
            WarningKind::CrossTurnEllipsis => "the cut runs over another speaker's words",
            WarningKind::Ambiguous => "it stands in several places",
            WarningKind::Elsewhere => "it stands elsewhere",
            WarningKind::FoundInOtherSource => "found in another source",
            WarningKind::WrongSpeaker => "said by somebody else",
            WarningKind::NoisySource => "a machine read this text, look at the page itself",
        }
    }
}

/// One warning with the words that show why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// What kind of warning.
    pub kind: WarningKind,
    /// The words it is about.
    pub words: String,
}

impl Warning {
    /// A warning about `words`, shown on one line.
    pub fn new(kind: WarningKind, words: &str) -> Self {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind, words }
    }
}
