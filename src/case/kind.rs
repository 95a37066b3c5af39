//! The ten kinds of record a case is made of.

use serde::Serialize;

/// A kind of record. The order is the one in which screens and lists group them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A sentence the story rests on.
    Claim,
    /// The exact words of a person or a document.
    Quote,
    /// Killed, injured or missing people, as one source counts them.
    Casualty,
    /// Any other number with a source.
    Figure,
    /// An export permit, licence or other authorisation.
    Permit,
    /// An access-to-information request.
    Request,
    /// Something that happened on a date.
    Event,
    /// A request for comment and what came of it.
    Contact,
    /// A person or a body.
    Party,
    /// A document, interview or other thing that was read or heard.
    Source,
}

impl Kind {
    /// Every kind, in display order.
    pub const ALL: [Self; 10] = [
        Self::Claim,
        Self::Quote,
        Self::Casualty,
        Self::Figure,
        Self::Permit,
        Self::Request,
        Self::Event,
        Self::Contact,
        Self::Party,
        Self::Source,
    ];

    /// Its place in [`Kind::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    const fn words(self) -> &'static Words {
        &WORDS[self as usize]
    }

    /// The word for one record of the kind, as commands and screens print it.
    pub const fn singular(self) -> &'static str {
        self.words().singular
    }

    /// One record of the kind with its article: `an event`, `a source`.
    pub fn one(self) -> String {
        format!("{} {}", self.words().article, self.singular())
    }

    /// The section's name in a case file, which is also the plural.
    pub const fn section(self) -> &'static str {
        self.words().plural
    }

    /// The kind whose section has this name.
    pub fn of_section(section: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.section() == section)
    }

    /// The kind a person means, in the singular or the plural.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        Self::ALL
            .into_iter()
            .find(|kind| kind.singular() == word || kind.section() == word)
    }
}

/// What a kind is called.
struct Words {
    article: &'static str,
    singular: &'static str,
    plural: &'static str,
}

/// What every kind is called, in display order.
#[rustfmt::skip]
const WORDS: [Words; 10] = [
    Words { article: "a", singular: "claim", plural: "claims" },
    Words { article: "a", singular: "quote", plural: "quotes" },
    Words { article: "a", singular: "casualty", plural: "casualties" },
    Words { article: "a", singular: "figure", plural: "figures" },
    Words { article: "a", singular: "permit", plural: "permits" },
    Words { article: "a", singular: "request", plural: "requests" },
    Words { article: "an", singular: "event", plural: "events" },
    Words { article: "a", singular: "contact", plural: "contacts" },
    Words { article: "a", singular: "party", plural: "parties" },
    Words { article: "a", singular: "source", plural: "sources" },
];

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_kind_is_understood_in_singular_and_plural() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.singular()), Some(kind));
            assert_eq!(Kind::parse(&kind.section().to_uppercase()), Some(kind));
            assert_eq!(Kind::of_section(kind.section()), Some(kind));
            assert_eq!(Kind::ALL[kind.index()], kind);
        }
        assert_eq!(Kind::parse("quotation"), None);
        assert_eq!(
            [Kind::Event.one(), Kind::Source.one()],
            ["an event", "a source"]
        );
    }
}
