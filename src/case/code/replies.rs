//! The codes of requests for comment, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// An allegation nobody put to the party.
    pub const NOT_PUT: Self = Self(800);
    /// An allegation put in other words.
    pub const OTHER_WORDS: Self = Self(801);
    /// An allegation put in words that are not on file.
    pub const WORDS_OPEN: Self = Self(802);
    /// An answer that is not printed.
    pub const NOT_PRINTED: Self = Self(803);
    /// Fewer tries than the house expects.
    pub const FEW_TRIES: Self = Self(804);
    /// Less time to answer than the house expects.
    pub const LITTLE_TIME: Self = Self(805);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::NOT_PUT,
        "an allegation with no contact on file",
        "The claim criticises a party, and no contact says that it was put to them. That may mean that nobody asked, or that nobody wrote it down: ask the author first. Then add a record under `contacts:` with `to:`, `put:` and `tries:`. `casefile report --format letter --to PARTY` drafts the request.",
    ),
    (
        Code::OTHER_WORDS,
        "an allegation that was put in other words",
        "The claim has changed since it was put to the party, or was put in other words to begin with. People must have had the chance to answer what is printed, not something milder. Put it to them again, and record it, or go back to the words that were put.",
    ),
    (
        Code::WORDS_OPEN,
        "an allegation put in words that are not on file",
        "It was put to the party, and the words in which it was put are still to come. Get the message as it was sent and write its words under `put:`.",
    ),
    (
        Code::NOT_PRINTED,
        "an answer that is not printed",
        "The party answered, and no claim or quotation prints it. Print the answer, and name under `printed:` the claim or quotation that does.",
    ),
    (
        Code::FEW_TRIES,
        "fewer tries than the house expects",
        "policy.yaml says under `before_publication:` how many attempts to reach everyone whom the story accuses are expected. Fewer are on file, and there is no answer yet. Try again by another way and write it under `tries:`.",
    ),
    (
        Code::LITTLE_TIME,
        "less time to answer than the house expects",
        "policy.yaml says under `before_publication:` how many hours people should have to answer. Between the first try and the deadline there are fewer. Give them longer, or say in the story how long they had.",
    ),
];
