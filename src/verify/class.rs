//! What was done to a quotation, from nothing at all to something that is not there.
use serde::Serialize;

/// Classes in the order of weight: the finding is the weightiest of its differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Class {
    /// The same bytes.
    Verbatim,
    /// Only characters of the allow-list differ.
    Typographic,
    /// First letter's case, the final stop or comma, marks exchanged at a nesting, halves joined at an attribution.
    Convention,
    /// Page furniture, line numbers, time stamps, `[laughter]` in the source skipped.
    LayoutOnly,
    /// Damage in the source explains it.
    SourceNoise,
    /// Ellipsis, bracket, `[sic]`: changed and said so.
    Declared,
    /// defence/defense, don't/do not, vs./versus.
    SpellingStyle,
    /// forty-nine/49, per cent/%, $9/$9.00.
    NumberStyle,
    /// Inner punctuation, or capitals only.
    Punctuation,
    /// Fillers and repetitions removed.
    CleanedSpeech,
    /// Up to two function words.
    MinorWording,
    /// Content words left out without saying so.
    Omission,
    /// Content words added without saying so.
    Insertion,
    /// Content words exchanged without saying so.
    Substitution,
    /// may/will, some/all, only, alleged, before/after; a question made a statement.
    Modality,
    /// A name.
    Name,
    /// A number with its unit, sign and hedge.
    Number,
    /// A negation lost or gained.
    Negation,
    /// The order changed.
    Reordered,
    /// Passages joined without saying so.
    Stitched,
    /// Runs over another speaker's words.
    CrossSpeaker,
    /// Nothing significant found.
    NotFound,
    /// Nothing could be said; never a pass.
    NotChecked,
}

impl Class {
    /// Every class, lightest first.
    pub const ALL: [Class; 23] = [
        Class::Verbatim,
        Class::Typographic,
        Class::Convention,
        Class::LayoutOnly,
        Class::SourceNoise,
        Class::Declared,
        Class::SpellingStyle,
        Class::NumberStyle,
        Class::Punctuation,
        Class::CleanedSpeech,
        Class::MinorWording,
        Class::Omission,
        Class::Insertion,
        Class::Substitution,
        Class::Modality,
        Class::Name,
        Class::Number,
        Class::Negation,
        Class::Reordered,
        Class::Stitched,
        Class::CrossSpeaker,
        Class::NotFound,
        Class::NotChecked,
    ];

    /// Reads the bare word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.word() == word)
    }

    /// The bare word machines read.
    pub const fn word(self) -> &'static str {
        match self {
            Class::Verbatim => "Verbatim",
            Class::Typographic => "Typographic",
            Class::Convention => "Convention",
            Class::LayoutOnly => "LayoutOnly",
            Class::SourceNoise => "SourceNoise",
            Class::Declared => "Declared",
            Class::SpellingStyle => "SpellingStyle",
            Class::NumberStyle => "NumberStyle",
            Class::Punctuation => "Punctuation",
            Class::CleanedSpeech => "CleanedSpeech",
            Class::MinorWording => "MinorWording",
            Class::Omission => "Omission",
            Class::Insertion => "Insertion",
            Class::Substitution => "Substitution",
            Class::Modality => "Modality",
            Class::Name => "Name",
            Class::Number => "Number",
            Class::Negation => "Negation",
            Class::Reordered => "Reordered",
            Class::Stitched => "Stitched",
            Class::CrossSpeaker => "CrossSpeaker",
            Class::NotFound => "NotFound",
            Class::NotChecked => "NotChecked",
        }
    }

    /// The class in words for people.
    pub const fn plainly(self) -> &'static str {
        match self {
            Class::Verbatim => "word for word",
            Class::Typographic => "the same words, set differently",
            Class::Convention => "the same words, by the conventions of quoting",
            Class::LayoutOnly => "the same words; the source's page layout lies between",
            Class::SourceNoise => {
                "the same words; the source's text is damaged here, look at the page"
            }
            Class::Declared => "changed, and the change is declared",
            Class::SpellingStyle => "spelt by another style",
            Class::NumberStyle => "the number is written by another style",
            Class::Punctuation => "other punctuation or capitals",
            Class::CleanedSpeech => "fillers or repetitions removed",
            Class::MinorWording => "small words differ",
            Class::Omission => "words left out without an ellipsis",
            Class::Insertion => "words added inside the quote marks",
            Class::Substitution => "other words inside the quote marks",
            Class::Modality => "the certainty or scope changed",
            Class::Name => "another name",
            Class::Number => "another number",
            Class::Negation => "a negation lost or gained",
            Class::Reordered => "the order changed",
            Class::Stitched => "passages joined without an ellipsis",
            Class::CrossSpeaker => "runs over another speaker's words",
            Class::NotFound => "not found in this text",
            Class::NotChecked => "not checked",
        }
    }

    /// Faithful as it stands: the source's words, nothing changed by the writer.
    pub const fn is_clean(self) -> bool {
        matches!(
            self,
            Class::Verbatim
                | Class::Typographic
                | Class::Convention
                | Class::LayoutOnly
                | Class::SourceNoise
        )
    }
}

/// Why a quotation could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No text is held.
    NoText,
    /// Too few words to tell.
    TooShort,
    /// The text cannot be read.
    Unreadable,
    /// There are no word lists for the language.
    Language,
}

impl Reason {
    /// The bare word machines read.
    pub const fn word(self) -> &'static str {
        match self {
            Reason::NoText => "no-text",
            Reason::TooShort => "too-short",
            Reason::Unreadable => "unreadable",
            Reason::Language => "language",
        }
    }

    /// The reason in words for people.
    pub const fn plainly(self) -> &'static str {
        match self {
            Reason::NoText => "no text of the source is held here",
            Reason::TooShort => "these few words stand there with differences, too few to say more",
            Reason::Unreadable => "the file holds no text that could be searched",
            Reason::Language => {
                "there are no word lists for the language, and the words are not the same"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_in_order() {
        assert!(Class::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        for class in Class::ALL {
            assert_eq!(
                serde_json::to_string(&class).unwrap(),
                format!("\"{}\"", class.word())
            );
        }
    }
}
