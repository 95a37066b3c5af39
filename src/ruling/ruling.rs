//! What a person can decide about a claim or sentence, and how they saw what they decided on.

use serde::{Deserialize, Serialize};

/// A ruling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// As printed, against the source.
    Confirmed,
    /// Right once these words change.
    Fix,
    /// The source says otherwise.
    Wrong,
    /// Another source says the contrary.
    Contradicted,
    /// The source does not say it.
    Unsupported,
    /// There is no way to tell from what is held.
    CannotVerify,
    /// There is nothing in it that could be checked.
    NotCheckable,
    /// An editor lets it stand unchecked.
    Waived,
    /// An earlier ruling is taken back.
    Withdrawn,
    /// A lawyer has no objection.
    LegalCleared,
    /// The whole story may be printed.
    SignedOff,
}

/// Rulings of one kind replace each other; those of different kinds stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Matter {
    /// Whether it is right.
    Check,
    /// Whether it may be printed by law.
    Legal,
    /// Whether the story is done.
    SignOff,
}

impl Ruling {
    /// Every ruling, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Confirmed,
        Self::Fix,
        Self::Wrong,
        Self::Contradicted,
        Self::Unsupported,
        Self::CannotVerify,
        Self::NotCheckable,
        Self::Waived,
        Self::LegalCleared,
        Self::Withdrawn,
        Self::SignedOff,
    ];

    /// The word in a log and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Fix => "fix",
            Self::Wrong => "wrong",
            Self::Contradicted => "contradicted",
            Self::Unsupported => "unsupported",
            Self::CannotVerify => "cannot-verify",
            Self::NotCheckable => "not-checkable",
            Self::Waived => "waived",
            Self::Withdrawn => "withdrawn",
            Self::LegalCleared => "legal-cleared",
            Self::SignedOff => "signed-off",
        }
    }

    /// What it says, in a few words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Confirmed => "As printed, against the source",
            Self::Fix => "Right once these words change",
            Self::Wrong => "The source says otherwise",
            Self::Contradicted => "Another source says otherwise",
            Self::Unsupported => "The source does not say it",
            Self::CannotVerify => "Nothing that is held can tell",
            Self::NotCheckable => "Nothing in it can be checked",
            Self::Waived => "Let stand, by an editor",
            Self::LegalCleared => "A lawyer has no objection",
            Self::Withdrawn => "An earlier ruling is taken back",
            Self::SignedOff => "The whole story may be printed",
        }
    }

    /// The ruling a word names.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.word() == word)
    }

    /// Which rulings it replaces; none for taking one back, which is of the matter of what it takes back.
    pub const fn matter(self) -> Option<Matter> {
        match self {
            Self::Confirmed
            | Self::Fix
            | Self::Wrong
            | Self::Contradicted
            | Self::Unsupported
            | Self::CannotVerify
            | Self::NotCheckable
            | Self::Waived => Some(Matter::Check),
            Self::LegalCleared => Some(Matter::Legal),
            Self::SignedOff => Some(Matter::SignOff),
            Self::Withdrawn => None,
        }
    }

    /// True if it says that something must be changed.
    pub const fn asks_for_change(self) -> bool {
        match self {
            Self::Fix | Self::Wrong | Self::Contradicted | Self::Unsupported => true,
            Self::Confirmed
            | Self::CannotVerify
            | Self::NotCheckable
            | Self::Waived
            | Self::Withdrawn
            | Self::LegalCleared
            | Self::SignedOff => false,
        }
    }
}

/// How a checker saw what the ruling rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Saw {
    /// The source itself.
    Primary,
    /// What the source was read in.
    Via,
    /// A recording of it.
    Recording,
    /// In a call to the source.
    Call,
}

impl Saw {
    /// Every way of seeing.
    pub const ALL: [Self; 4] = [Self::Primary, Self::Via, Self::Recording, Self::Call];

    /// The word in a log and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Via => "via",
            Self::Recording => "recording",
            Self::Call => "call",
        }
    }

    /// What it says, in a few words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Primary => "The source itself",
            Self::Via => "What the source was read in",
            Self::Recording => "A recording",
            Self::Call => "In a call to the source",
        }
    }

    /// The way a word names.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|saw| saw.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ruling, Saw};

    #[test]
    fn every_word_names_its_ruling_in_commands_and_in_logs() {
        for ruling in Ruling::ALL {
            assert_eq!(Ruling::parse(ruling.word()), Some(ruling));
            let json = serde_json::to_value(ruling).unwrap();
            assert_eq!(json, ruling.word());
        }
        for saw in Saw::ALL {
            assert_eq!(Saw::parse(saw.word()), Some(saw));
            assert_eq!(serde_json::to_value(saw).unwrap(), saw.word());
        }
        assert_eq!(Ruling::parse("true"), None);
    }
}
