//! The table of codes: a name, a number, and by the number the Markdown file that explains it.

use super::{Code, Explanation};

/// Gives each code its name and reads its explanation; a code without its file does not compile.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        impl Code {
            $($(#[$doc])* pub const $name: Self = Self($number);)*
        }

        /// What is said of each code, in the order of their numbers.
        pub(super) const EXPLANATIONS: &[Explanation] = &[
            $(Explanation {
                code: Code::$name,
                markdown: include_str!(concat!("explanations/CF", stringify!($number), ".md")),
            },)*
        ];
    };
}

codes! {
    // CF1xx: form
    /// A line YAML cannot read.
    SYNTAX = 100;
    /// Bytes that are not UTF-8.
    NOT_UTF8 = 101;
    /// A NUL character.
    NUL = 102;
    /// A tab as indentation.
    TAB = 103;
    /// A no-break space as indentation.
    ODD_SPACE = 104;
    /// A quotation mark never closed.
    OPEN_QUOTE = 105;
    /// A bracket never closed.
    OPEN_BRACKET = 106;
    /// A line too far left or right.
    INDENT = 107;
    /// A line without `key: value`.
    NO_COLON = 108;
    /// A colon inside a text.
    INNER_COLON = 109;
    /// A text that begins with a sign YAML reserves.
    SIGN = 110;
    /// Text after a closing quotation mark.
    AFTER_QUOTE = 111;
    /// Text after `|` or `>`.
    BLOCK_HEADER = 112;
    /// A comma that ended a text in braces.
    COMMA = 113;
    /// A second YAML document.
    SECOND_DOCUMENT = 114;
    /// Merge keys.
    ANCHOR = 115;
    /// A limit of reading.
    LIMIT = 116;
    /// A file that says nothing.
    EMPTY_FILE = 117;
    /// A key given twice.
    DUPLICATE_KEY = 118;
    /// A section given twice.
    SECTION_TWICE = 119;
    /// An unknown section.
    UNKNOWN_SECTION = 120;
    /// An unknown key.
    UNKNOWN_KEY = 121;
    /// A missing field.
    MISSING = 122;
    /// A key without a value.
    EMPTY = 123;
    /// A text, a list or keys where something else belongs.
    SHAPE = 124;
    /// A word that is not one of the choices.
    NOT_A_CHOICE = 125;
    /// A date that does not exist or cannot be read.
    BAD_DATE = 126;
    /// A period that ends before it begins.
    BACKWARDS = 127;
    /// A number that cannot be read.
    BAD_NUMBER = 128;
    /// A number with thousands signs.
    GROUPED = 129;
    /// A number with too many digits.
    TOO_LONG = 130;
    /// Limits that contradict each other.
    MIN_MAX = 131;
    /// A negative count of people.
    NEGATIVE = 132;
    /// A number that begins with zero.
    LEADING_ZERO = 133;
    /// Typographic quotation marks around a value.
    CURLY = 134;
    /// An id that is not well formed.
    BAD_ID = 135;
    /// A reserved id.
    RESERVED = 136;
    /// A reference that cannot be read.
    BAD_REFERENCE = 137;
    /// The format line.
    FORMAT = 138;
    /// A byte-order mark.
    BYTE_ORDER_MARK = 139;
    /// Line ends of another system.
    LINE_ENDS = 140;
    /// A backslash that means nothing.
    ESCAPE = 141;
    /// A key that belongs in another file.
    MISPLACED = 142;
    /// A computation that cannot be read.
    COMPUTE = 143;
    /// A house rule that does not exist or weakens a check.
    POLICY = 144;

    // CF2xx: references and marks of the draft
    /// An id used twice.
    DUPLICATE_ID = 201;
    /// A reference to a record that does not exist.
    DANGLING = 210;
    /// A reference to a record of the wrong kind.
    WRONG_KIND = 211;
    /// A place in a text on a reference to something that is not a source.
    LOCATOR = 212;
    /// A field that the record does not have.
    NO_FIELD = 213;
    /// A place that the text lacks.
    LACKS = 214;
    /// A record that cites itself.
    ITSELF = 215;
    /// Sources that were read in each other.
    VIA_CIRCLE = 216;
    /// A number taken from a whole record, or from a field that has none.
    NO_QUANTITY = 217;
    /// A sentence of the draft with no mark.
    UNCITED = 230;
    /// Several sentences on one line.
    SEVERAL = 231;
    /// A mark that cannot be read.
    BAD_MARK = 232;
    /// A comment or code in the draft that is never closed.
    OPEN_COMMENT = 233;

    // CF3xx: quotations
    /// A quotation whose meaning was changed.
    MEANING = 301;
    /// A quotation that does not stand in its text.
    NOT_THERE = 302;
    /// Other words inside the quotation marks.
    CHANGED_WORDS = 303;
    /// Another style.
    OTHER_STYLE = 304;
    /// A quotation that could not be checked.
    UNCHECKED = 305;
    /// True words whose surroundings may turn them.
    CONTEXT = 306;
    /// It stands elsewhere than the record says, or in several places.
    ELSEWHERE = 307;
    /// Somebody else says it.
    SPEAKER = 308;
    /// A machine read the source.
    POOR_TEXT = 309;
    /// Found only in our notes or in what the source was read in.
    SECOND_HAND = 310;

    // CF4xx: numbers and dates
    /// Another number or date than the source's.
    WRONG_FIGURE = 401;
    /// Other units than the source's.
    OTHER_UNIT = 402;
    /// The source's hedge is gone.
    HEDGE_DROPPED = 403;
    /// It sounds like more than it is.
    OVERSTATED = 404;
    /// A place that still prints another number.
    STILL_PRINTS = 405;

    // CF5xx: files and sources
    /// A file that was refused, or is not there.
    FILE = 510;
    /// A file whose hash is not the recorded one.
    CHANGED = 511;
    /// A file without a recorded hash.
    NO_HASH = 512;
    /// A file that is not text.
    NO_TEXT = 513;
    /// A text with a recorded hash that is not here.
    ABSENT = 514;
    /// A text that was not in UTF-8.
    DECODED = 515;
    /// A file of the case that is not read because of its name.
    NOT_READ = 516;
    /// A text that changed elsewhere than where it was ruled on.
    CHANGED_AROUND = 517;

    // CF6xx: text hygiene
    /// A control character.
    CONTROL = 601;
    /// A character that turns the reading direction.
    BIDI = 602;
    /// A character that cannot be seen.
    INVISIBLE = 603;
    /// A letter or digit that looks like another.
    LOOK_ALIKE = 604;
    /// More of these in one file than are listed.
    MORE_OF_IT = 605;
    /// A source's text that holds some of these.
    IN_SOURCE = 606;

    // CF7xx: logs and rulings
    /// A log that is not read, because of what it is.
    LOG = 700;
    /// A file in `checks/` whose name is not that of a log.
    LOG_NAME = 701;
    /// A line that was never written to its end.
    TORN_LINE = 702;
    /// A line that is not what was written.
    EDITED_LINE = 703;
    /// Lines that are missing or out of place.
    BROKEN_CHAIN = 704;
    /// Lines missing from the end of a log.
    ROLLED_BACK = 705;
    /// Nothing is remembered of a log on this machine.
    NO_MEMORY = 706;
    /// A line that is not understood.
    ODD_LINE = 707;
    /// A line by somebody other than the log's owner.
    NOT_THEIRS = 708;
    /// A ruling by somebody who is not in the team.
    NOT_IN_TEAM = 720;
    /// A ruling on something that is gone.
    RULED_GONE = 721;
    /// A claim that only its author checked.
    SELF_CHECK = 722;
    /// Two different lines with one id.
    SAME_LINE_ID = 723;
    /// An undo that undoes nothing.
    VAIN_UNDO = 724;

    // CF8xx: requests for comment
    /// An allegation nobody put to the party.
    NOT_PUT = 800;
    /// An allegation put in other words.
    OTHER_WORDS = 801;
    /// An allegation put in words that are not on file.
    WORDS_OPEN = 802;
    /// An answer that is not printed.
    NOT_PRINTED = 803;
    /// Fewer tries than the house expects.
    FEW_TRIES = 804;
    /// Less time to answer than the house expects.
    LITTLE_TIME = 805;
}
