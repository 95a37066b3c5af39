//! The codes of quotations, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// A quotation whose meaning may be another now.
    pub const MEANING: Self = Self(301);
    /// A quotation that does not stand in its text.
    pub const NOT_THERE: Self = Self(302);
    /// Other words inside the quotation marks.
    pub const CHANGED_WORDS: Self = Self(303);
    /// Another style.
    pub const OTHER_STYLE: Self = Self(304);
    /// A quotation that could not be checked.
    pub const UNCHECKED: Self = Self(305);
    /// True words whose surroundings turn them.
    pub const CONTEXT: Self = Self(306);
    /// It stands elsewhere than the record says, or in several places.
    pub const ELSEWHERE: Self = Self(307);
    /// Somebody else says it.
    pub const SPEAKER: Self = Self(308);
    /// A machine read the source.
    pub const POOR_TEXT: Self = Self(309);
    /// Found only in our notes or in what the source was read in.
    pub const SECOND_HAND: Self = Self(310);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::MEANING,
        "a quotation whose meaning was changed",
        "Between the quotation marks stands something that can turn the meaning: a \"not\" lost or gained, another number, unit or name, \"will\" for \"may\", a question made a statement, sentences in another order, passages joined without a sign, or words of another speaker. The message names the words of the source and what is printed for them. Print the source's words, or take the quotation marks away and say it in your own. House rules cannot turn this off.",
    ),
    (
        Code::NOT_THERE,
        "a quotation that is not in its text",
        "The text is held in full, and the words do not stand in it, nor anything near enough to be them. Perhaps `source` names the wrong source, or the words were said in another conversation. `casefile search CASE \"some of the words\"` looks through all texts of the case. What nobody said is not printed in quotation marks.",
    ),
    (
        Code::CHANGED_WORDS,
        "other words inside the quotation marks",
        "Words were left out, put in or exchanged, and no sign says so. Words left out want three dots, words put in square brackets; words exchanged want the source's own. Fillers such as \"um\" may be left out of speech if the house allows it, but not out of a document.",
    ),
    (
        Code::OTHER_STYLE,
        "a quotation in another style",
        "The words are the source's, the spelling, the way numbers are written, or punctuation and capitals are not. Most houses allow it. Severities can be made stricter in policy.yaml.",
    ),
    (
        Code::UNCHECKED,
        "a quotation that was not checked",
        "Nothing could be said: no text is held (no-text), what is held is no text (unreadable), the quotation has four words or fewer and they stand there with differences (too-short), or there are no word lists for the language and the words differ (language). Not checked is never a pass. `casefile attach CASE SOURCE FILE` brings a text in; the rest a person must compare.",
    ),
    (
        Code::CONTEXT,
        "true words, and yet",
        "Every word is the source's, but what stands around them or was cut out may turn them: \"I don't think that\" before, \"but\" or \"unless\" after, a \"not\" under three dots, a bracket that says something else, a cut over many words or over another speaker. The machine cannot tell whether that is fair; a person must look.",
    ),
    (
        Code::ELSEWHERE,
        "words that stand elsewhere than the record says",
        "They were found, but not at the place named: on another page, in another source, or in several places so that nobody knows which one is meant. Correct `source`, or the place behind its `#`.",
    ),
    (
        Code::SPEAKER,
        "words that somebody else says",
        "In the text these words stand in the turn of another speaker than `who` names. Either the record names the wrong person, or the speaker's label is another name of the same one: then add it to the party's `aka`.",
    ),
    (
        Code::POOR_TEXT,
        "a quotation from a text that a machine read",
        "The text was read from a picture by a machine (`ocr: true`), which misreads letters and figures. What stands there may not be what stands on the page, whether or not the words agree. Hold the quotation against the page itself.",
    ),
    (
        Code::SECOND_HAND,
        "a quotation that was not found in the source itself",
        "The source's own text is not held here. The words stand in what we read it in, or only in our notes of it. That is as good as whoever wrote them down. Get the text or the recording and `casefile attach` it, or say in the story where the words were read.",
    ),
];
