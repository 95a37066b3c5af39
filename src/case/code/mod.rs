//! The codes of problems: which rule was broken. `explain CODE` tells each at length.

mod figures;
mod form;
mod hygiene;
mod logs;
mod references;
mod replies;
mod rulings;
mod sources;

use serde::Serialize;
use std::fmt;

/// A code such as `CF201`. The hundreds say the family: 1 form, 2 references, 3 quotes, 4 numbers and dates, 5 sources, 6 hygiene of text, 7 rulings, 8 replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub u16);

/// A code, what it names in a few words, and what is to be known about it.
pub type Info = (Code, &'static str, &'static str);

/// The families of codes, by their hundreds.
pub const FAMILIES: [(u16, &str); 8] = [
    (1, "form"),
    (2, "references"),
    (3, "quotes"),
    (4, "numbers and dates"),
    (5, "sources"),
    (6, "hygiene of text"),
    (7, "rulings and logs"),
    (8, "replies"),
];

impl Code {
    /// What is known of each family's codes; a family adds its own file here.
    const BY_FAMILY: [&[Info]; 8] = [
        form::INFO,
        references::INFO,
        figures::INFO,
        sources::INFO,
        hygiene::INFO,
        logs::INFO,
        rulings::INFO,
        replies::INFO,
    ];

    /// Every code that can be explained, in order.
    pub fn all() -> impl Iterator<Item = &'static Info> {
        Self::BY_FAMILY.into_iter().flatten()
    }

    /// What the code names, and what is to be known about it.
    pub fn info(self) -> Option<&'static Info> {
        Self::all().find(|(code, _, _)| *code == self)
    }

    /// Reads a code as people write it: `CF105`, `cf105`, `105`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = match text.get(..2) {
            Some(prefix) if prefix.eq_ignore_ascii_case("cf") => &text[2..],
            _ => text,
        };
        digits.parse().ok().map(Self)
    }

    /// The word for the code's family.
    pub fn family(self) -> Option<&'static str> {
        let hundreds = self.0 / 100;
        FAMILIES
            .into_iter()
            .find(|(family, _)| *family == hundreds)
            .map(|(_, word)| word)
    }

    /// A line YAML cannot read.
    pub const SYNTAX: Self = Self(100);
    /// Bytes that are not UTF-8.
    pub const NOT_UTF8: Self = Self(101);
    /// A NUL character.
    pub const NUL: Self = Self(102);
    /// A tab as indentation.
    pub const TAB: Self = Self(103);
    /// A no-break space as indentation.
    pub const ODD_SPACE: Self = Self(104);
    /// A quotation mark never closed.
    pub const OPEN_QUOTE: Self = Self(105);
    /// A bracket never closed.
    pub const OPEN_BRACKET: Self = Self(106);
    /// A line too far left or right.
    pub const INDENT: Self = Self(107);
    /// A line without `key: value`.
    pub const NO_COLON: Self = Self(108);
    /// A colon within a text.
    pub const INNER_COLON: Self = Self(109);
    /// A text that begins with a sign YAML keeps for itself.
    pub const SIGN: Self = Self(110);
    /// Text behind a closing quotation mark.
    pub const AFTER_QUOTE: Self = Self(111);
    /// Text behind `|` or `>`.
    pub const BLOCK_HEADER: Self = Self(112);
    /// A comma that ended a text in braces.
    pub const COMMA: Self = Self(113);
    /// A second YAML document.
    pub const SECOND_DOCUMENT: Self = Self(114);
    /// Merge keys.
    pub const ANCHOR: Self = Self(115);
    /// A limit of reading.
    pub const LIMIT: Self = Self(116);
    /// A file that says nothing.
    pub const EMPTY_FILE: Self = Self(117);
    /// A key twice.
    pub const DUPLICATE_KEY: Self = Self(118);
    /// A section twice.
    pub const SECTION_TWICE: Self = Self(119);
    /// An unknown section.
    pub const UNKNOWN_SECTION: Self = Self(120);
    /// An unknown key.
    pub const UNKNOWN_KEY: Self = Self(121);
    /// A missing field.
    pub const MISSING: Self = Self(122);
    /// A key without a value.
    pub const EMPTY: Self = Self(123);
    /// A text, a list or keys where another belongs.
    pub const SHAPE: Self = Self(124);
    /// A word that is not one of the choices.
    pub const NOT_A_CHOICE: Self = Self(125);
    /// A date that does not exist or cannot be read.
    pub const BAD_DATE: Self = Self(126);
    /// A period that ends before it begins.
    pub const BACKWARDS: Self = Self(127);
    /// A number that cannot be read.
    pub const BAD_NUMBER: Self = Self(128);
    /// A number with thousands signs.
    pub const GROUPED: Self = Self(129);
    /// A number with too many digits.
    pub const TOO_LONG: Self = Self(130);
    /// Limits that contradict each other.
    pub const MIN_MAX: Self = Self(131);
    /// A negative count of people.
    pub const NEGATIVE: Self = Self(132);
    /// A number that begins with zero.
    pub const LEADING_ZERO: Self = Self(133);
    /// Typographic quotation marks around a value.
    pub const CURLY: Self = Self(134);
    /// An id that is none.
    pub const BAD_ID: Self = Self(135);
    /// A reserved id.
    pub const RESERVED: Self = Self(136);
    /// A reference that is none.
    pub const BAD_REFERENCE: Self = Self(137);
    /// The format line.
    pub const FORMAT: Self = Self(138);
    /// A byte-order mark.
    pub const BYTE_ORDER_MARK: Self = Self(139);
    /// Line ends of another system.
    pub const LINE_ENDS: Self = Self(140);
    /// A backslash that means nothing.
    pub const ESCAPE: Self = Self(141);
    /// A key that belongs in another file.
    pub const MISPLACED: Self = Self(142);
    /// A house rule that is none.
    pub const POLICY: Self = Self(144);
    /// A computation that cannot be read.
    pub const COMPUTE: Self = Self(143);
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CF{:03}", self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_understood_however_it_is_written() {
        for text in ["CF105", "cf105", " 105 "] {
            assert_eq!(Code::parse(text), Some(Code::OPEN_QUOTE), "{text}");
        }
        assert_eq!(Code::parse("quote"), None);
    }

    #[test]
    fn explanations_stand_in_order_and_each_code_has_one() {
        let codes: Vec<Code> = Code::all().map(|(code, _, _)| *code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        assert!(codes.iter().all(|code| code.family().is_some()));
    }
}
