//! The closed word lists of the case format: what a field with a fixed choice may hold.

/// Defines an enum whose variants are written as fixed words, with the list of those words for messages, the schema and completion.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $word, "`")] $variant),+ }

        impl $crate::case::Choice for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $crate::case::typed::Word for $name {
            fn read<E: serde::de::Error>(word: &str) -> Result<Self, E> {
                $crate::case::typed::choice(word)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::case::schema::one_of(Self::WORDS)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::case::typed::WordVisitor(std::marker::PhantomData))
            }
        }
    };
}

/// A field that holds one of a few fixed words.
pub trait Choice: Sized + Copy {
    /// The words, as written in case files.
    const WORDS: &'static [&'static str];
    /// The choice that a word names.
    fn parse(word: &str) -> Option<Self>;
    /// The word as written.
    fn word(self) -> &'static str;
}

words!(
    /// What a party is.
    PartyIs {
        Person = "person",
        PublicBody = "public-body",
        Company = "company",
        Ngo = "ngo",
        ArmedForce = "armed-force",
        Community = "community",
        Media = "media",
        Other = "other",
    }
);
words!(
    /// What a source is. Interviews and transcripts are speech, all others documents.
    SourceKind {
        Document = "document",
        Statement = "statement",
        Interview = "interview",
        Article = "article",
        Report = "report",
        Release = "release",
        Email = "email",
        Transcript = "transcript",
        Dataset = "dataset",
        Legislation = "legislation",
        Post = "post",
        Treaty = "treaty",
    }
);
words!(
    /// How near a source stands to the event.
    Tier {
        Primary = "primary",
        Secondary = "secondary",
        Tertiary = "tertiary",
    }
);
words!(
    /// The terms on which a source spoke.
    Terms {
        OnRecord = "on-record",
        Background = "background",
        DeepBackground = "deep-background",
        OffRecord = "off-record",
        Embargoed = "embargoed",
    }
);
words!(
    /// How a source may be identified.
    Identity {
        Named = "named",
        Described = "described",
        Confidential = "confidential",
    }
);
words!(
    /// How a source was obtained.
    Access {
        Public = "public",
        Ati = "ati",
        AtiShared = "ati-shared",
        Leaked = "leaked",
        Interview = "interview",
    }
);
words!(
    /// What a paragraph is in a source's text.
    ParagraphRule {
        Lines = "lines",
        BlankLines = "blank-lines",
    }
);
words!(
    /// How far a permit has come. `authorised` is not `shipped`.
    Stage {
        Applied = "applied",
        Authorised = "authorised",
        Amended = "amended",
        Suspended = "suspended",
        Denied = "denied",
        Cancelled = "cancelled",
        Shipped = "shipped",
        Expired = "expired",
    }
);
words!(
    /// What came of an access-to-information request.
    RequestOutcome {
        Pending = "pending",
        Granted = "granted",
        GrantedInPart = "granted-in-part",
        Refused = "refused",
        NoReply = "no-reply",
    }
);
words!(
    /// Who the counted people were.
    Status {
        Civilian = "civilian",
        Combatant = "combatant",
        Unknown = "unknown",
    }
);
words!(
    /// How well a casualty count is supported (after Airwars).
    Grade {
        Confirmed = "confirmed",
        Fair = "fair",
        Weak = "weak",
        Contested = "contested",
        Discounted = "discounted",
    }
);
words!(
    /// What came of a request for comment.
    ContactOutcome {
        Answered = "answered",
        Partial = "partial",
        Declined = "declined",
        NoInformation = "no-information",
        NoReply = "no-reply",
        Pending = "pending",
    }
);
words!(
    /// Whether a lawyer must look at a claim.
    Legal {
        Review = "review",
    }
);
words!(
    /// What a member of the team does.
    Role {
        Author = "author",
        Checker = "checker",
        Editor = "editor",
        Lawyer = "lawyer",
    }
);
