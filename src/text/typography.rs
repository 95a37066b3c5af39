//! The allow-list: characters that may stand for one another without changing anything.
//!
//! What is not on this list is a difference. Only these are: kinds of quotation mark, apostrophe, dash and
//! space, line breaks, soft and line-end hyphens, ligatures, the two Unicode spellings of an accented letter,
//! and three dots for one sign.
use unicode_normalization::UnicodeNormalization;

use super::fold::{is_apostrophe, ligature};

/// A sign between words; all that the list lets stand for each other are the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Hyphen, en dash, em dash, minus; `--` too.
    Dash,
    /// `"`, `“`, `”`, `«`, `»`, `„`.
    Double,
    /// `'`, `‘`, `’`, `‹`, `›`, `‚`, an apostrophe.
    Single,
    /// `…`, `...`, `. . .`.
    Ellipsis,
    /// Any other sign stands only for itself.
    Sign(char),
}

/// Hyphens, dashes and the minus sign.
pub const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Signs of currencies.
pub const fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}' | '\u{FE69}' | '\u{FF04}'
    )
}

/// Double quotation marks, guillemets among them.
pub const fn is_double(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '«' | '»' | '\u{FF02}')
}

/// Single quotation marks and apostrophes.
pub const fn is_single(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '\u{201A}' | '\u{201B}' | '\u{2039}' | '\u{203A}')
}

/// The signs of `text`, spaces and line breaks left out.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::new();
    let mut dots = 0;
    for c in text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{AD}')
    {
        let mark = match c {
            '…' => Mark::Ellipsis,
            c if is_dash(c) => Mark::Dash,
            c if is_double(c) => Mark::Double,
            c if is_single(c) => Mark::Single,
            c => Mark::Sign(c),
        };
        dots = if c == '.' { dots + 1 } else { 0 };
        match (mark, all.last()) {
            // `--` is a dash, `''` a double mark, a third dot makes an ellipsis; more dots change nothing.
            (Mark::Dash, Some(Mark::Dash)) => {}
            (Mark::Single, Some(Mark::Single)) => {
                all.pop();
                all.push(Mark::Double);
            }
            (Mark::Sign('.'), _) if dots > 3 => {}
            (Mark::Sign('.'), _) if dots == 3 => {
                all.truncate(all.len() - 2);
                all.push(Mark::Ellipsis);
            }
            _ => all.push(mark),
        }
    }
    all
}

/// How two spellings of one folded word differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// The same bytes.
    Same,
    /// Only what the list allows.
    Typographic,
    /// Upper and lower case.
    Case,
    /// Accents, which may make it another word.
    Accent,
    /// Anything else, such as a comma inside a number.
    Other,
}

/// Compares two words that fold to the same.
pub fn spelling(one: &str, other: &str) -> Spelling {
    if one == other {
        return Spelling::Same;
    }
    let (one, other) = (plain(one), plain(other));
    if one == other {
        return Spelling::Typographic;
    }
    let (one, other) = (lower(&one), lower(&other));
    if one == other {
        return Spelling::Case;
    }
    if bare(&one) == bare(&other) {
        Spelling::Accent
    } else {
        Spelling::Other
    }
}

/// The word, with everything that the list allows written in one way.
fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut broken = word.chars().peekable();
    while let Some(c) = broken.next() {
        let at_line_end = |next: Option<&char>| next.is_some_and(|next| next.is_whitespace());
        match c {
            '\u{AD}' => {}
            c if is_dash(c) && at_line_end(broken.peek()) => {}
            c if c.is_whitespace() => {}
            c if is_apostrophe(c) => out.push('\''),
            c => match ligature(c) {
                Some(letters) => out.push_str(letters),
                None => out.push(c),
            },
        }
    }
    out.nfc().collect()
}

fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

fn bare(word: &str) -> String {
    word.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_what_the_list_says() {
        assert_eq!(marks(" — "), marks("--"));
        assert_eq!(marks("…"), marks(" . . . "));
        assert_eq!(marks(",”\n“"), marks(", \" \""));
        assert_ne!(marks(","), marks(" "));
        assert_ne!(marks(" $"), marks(" "));
        assert_ne!(marks("%"), marks(""));
        assert_ne!(marks(". "), marks("? "));
    }

    #[test]
    fn words_that_fold_alike_are_told_apart() {
        assert_eq!(spelling("deﬁne", "define"), Spelling::Typographic);
        assert_eq!(
            spelling("appr-\neciate", "appreciate"),
            Spelling::Typographic
        );
        assert_eq!(spelling("Peru\u{301}", "Per\u{FA}"), Spelling::Typographic);
        assert_eq!(spelling("don’t", "don't"), Spelling::Typographic);
        assert_eq!(spelling("Government", "government"), Spelling::Case);
        assert_eq!(spelling("si", "sí"), Spelling::Accent);
        assert_eq!(spelling("14,200", "14200"), Spelling::Other);
        assert_eq!(spelling("coop", "co\u{200B}op"), Spelling::Other);
    }
}
