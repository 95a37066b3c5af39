//! The codes of text that is not what it looks like, and what `explain` says of them.

use super::{Code, Info};

impl Code {
    /// A control character.
    pub const CONTROL: Self = Self(601);
    /// A character that turns the reading direction.
    pub const BIDI: Self = Self(602);
    /// A character that cannot be seen.
    pub const INVISIBLE: Self = Self(603);
    /// A letter or digit that looks like another.
    pub const LOOK_ALIKE: Self = Self(604);
    /// More of these in one file than are told one by one.
    pub const MORE_OF_IT: Self = Self(605);
    /// A source's text that holds some of these.
    pub const IN_SOURCE: Self = Self(606);
}

pub(super) const INFO: &[Info] = &[
    (
        Code::CONTROL,
        "a control character",
        "A character that does something and shows nothing: it can move a terminal's cursor or change its colours. It came along with text copied from elsewhere. On screens it is shown as a small picture. Delete it.",
    ),
    (
        Code::BIDI,
        "a character that turns the reading direction",
        "Right-to-left marks and overrides belong to Arabic and Hebrew text. Elsewhere they can make words appear in another order than they are stored in: what you read is then not what is compared. Delete it, or make sure that it belongs there.",
    ),
    (
        Code::INVISIBLE,
        "a character that cannot be seen",
        "Zero-width spaces, joiners, soft hyphens and the like come along from web pages and word processors. Two texts that differ in one look the same and are not. Delete it.",
    ),
    (
        Code::LOOK_ALIKE,
        "a letter that looks like another",
        "The word holds a letter of another alphabet that looks like the expected one, such as a Cyrillic а in a Latin word, or a letter in a number, 1OO for 100. It is not the word it seems to be and will not be found as such. Type it anew.",
    ),
    (
        Code::MORE_OF_IT,
        "more characters that are not what they look like",
        "After a hundred of them in one file the rest is counted and not told one by one.",
    ),
    (
        Code::IN_SOURCE,
        "a source's text with characters that are not what they look like",
        "The text of a source is compared as it is. Characters that turn the reading direction, show nothing or control a terminal are counted here; the words pane shows each at its place. In a text taken from a PDF they are mostly harmless; in one from a stranger look at them.",
    ),
];
