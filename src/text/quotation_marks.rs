//! The marks quotations stand between: which ones open, which ones close what was opened, and how typewriters, keyboards
//! and web pages write them.
//!
//! Where a quotation begins and ends in a text takes more than its marks; that is the quote engine's to say. Which marks
//! may be printed for one another is a third matter: see [`super::typography`].
use super::fold::is_apostrophe;
use super::typography::{is_double, is_single};

/// Marks of one character: the one that opens, and those that close it.
const PAIRS: [(char, &[char]); 12] = [
    ('“', &['”']),
    ('”', &['”']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('»', &['«']),
    ('‹', &['›']),
    ('›', &['‹']),
    ('‘', &['’']),
    ('‚', &['‘']),
    ('"', &['"']),
    ('\u{FF02}', &['\u{FF02}']),
    ('\'', &['\'']),
];

/// Marks of more than one character, as typewriters, keyboards without guillemets and web pages write them.
pub const LONG_MARKS: [(&str, &str); 6] = [
    ("``", "''"),
    ("<<", ">>"),
    ("&ldquo;", "&rdquo;"),
    ("&laquo;", "&raquo;"),
    ("&lsquo;", "&rsquo;"),
    ("&quot;", "&quot;"),
];

/// Whether `close` closes what `open` opened.
pub fn closes(open: char, close: char) -> bool {
    PAIRS
        .iter()
        .any(|(mark, closing)| *mark == open && closing.contains(&close))
}

/// Whether `c` as a rule stands before the first word of a quotation. The straight single mark is not among them: far
/// more often it is an apostrophe.
pub const fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‹' | '‘' | '‚' | '"' | '\u{FF02}')
}

/// Whether `c` as a rule stands behind the last word of a quotation. Apostrophes are among them.
pub const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '»' | '›' | '’' | '"' | '\u{FF02}' | '\'')
}

/// Whether `c` as a rule stands behind the last word of a quotation and is no apostrophe.
pub const fn is_only_closing(c: char) -> bool {
    is_closing(c) && !is_apostrophe(c)
}

/// Whether the whole of `text` stands between one pair of typographic marks, none of which stands inside.
pub fn is_wrapped(text: &str) -> bool {
    let pairs = PAIRS.into_iter().filter(|(open, _)| !is_straight(*open));
    pairs
        .flat_map(|(open, closing)| closing.iter().map(move |close| (open, *close)))
        .any(|(open, close)| {
            let inner = text
                .strip_prefix(open)
                .and_then(|text| text.strip_suffix(close));
            inner.is_some_and(|inner| !inner.contains([open, close]))
        })
}

const fn is_straight(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{FF02}')
}

/// `between` without the marks and spaces around it.
pub fn without_marks(between: &str) -> &str {
    let mut inner = between;
    loop {
        let before = inner.len();
        inner = inner.trim_matches(|c: char| is_double(c) || is_single(c) || c.is_whitespace());
        for (open, close) in LONG_MARKS {
            inner = inner.strip_prefix(close).unwrap_or(inner);
            inner = inner.strip_suffix(open).unwrap_or(inner);
        }
        if inner.len() == before {
            return inner;
        }
    }
}
