//! Characters that do not show what they do: controls, those that turn the reading direction, and those that look like nothing.
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// What a character is to a reader, who can only see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It shows itself.
    Seen,
    /// It sits on the character before it.
    Mark,
    /// The second or third part of a Korean syllable written in parts.
    Jamo,
    /// C0, C1 and delete.
    Control,
    /// Turns the reading direction.
    Bidi,
    /// Takes no room at all.
    ZeroWidth,
    /// Spells text that cannot be seen.
    Tag,
    /// Takes room but looks empty, or shows a different thing on every machine.
    Empty,
    /// Joins or separates its neighbours: legitimate in several scripts and between emoji.
    Joiner,
    /// Picks a shape of the character before it.
    Selector,
}

/// Sorts one character.
pub fn sort(c: char) -> Sort {
    match c {
        '\u{20}'..='\u{7e}' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => Sort::Seen,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Sort::Control,
        '\u{200c}' | '\u{200d}' => Sort::Joiner,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Sort::Bidi
        }
        '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}'
        | '\u{180b}'..='\u{180d}'
        | '\u{180f}' => Sort::Selector,
        '\u{e0000}'..='\u{e007f}' => Sort::Tag,
        '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{2800}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{f0000}'..='\u{10ffff}' => Sort::Empty,
        '\u{34f}' | '\u{17b4}' | '\u{17b5}' => Sort::ZeroWidth,
        '\u{1161}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' => Sort::Jamo,
        _ => by_width(c),
    }
}

fn by_width(c: char) -> Sort {
    if is_combining_mark(c) {
        return Sort::Mark;
    }
    match c.width() {
        Some(0) | None => Sort::ZeroWidth,
        Some(_) if c == '\u{ad}' || c == '\u{180e}' => Sort::ZeroWidth,
        Some(_) => Sort::Seen,
    }
}

/// Whether a character must never be written to a terminal, a page or a JSON line as it is.
///
/// Joiners and selectors are only dangerous out of place; see [`joins`] and [`selects`].
pub fn must_be_marked(c: char) -> bool {
    match sort(c) {
        Sort::Control | Sort::Bidi | Sort::ZeroWidth | Sort::Tag | Sort::Empty => true,
        Sort::Seen | Sort::Mark | Sort::Jamo | Sort::Joiner | Sort::Selector => false,
    }
}

/// Whether a joiner between these neighbours does what it is for.
pub fn joins(joiner: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    if indic(before) {
        return true;
    }
    if arabic(before) {
        return joiner == '\u{200d}' || after.is_some_and(arabic);
    }
    let emoji = pictographic(before) || before == '\u{fe0f}';
    joiner == '\u{200d}' && emoji && after.is_some_and(pictographic)
}

/// Whether a selector after this character does what it is for.
pub fn selects(selector: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match selector {
        '\u{fe0e}' | '\u{fe0f}' => {
            let keycap = matches!(before, '0'..='9' | '#' | '*') && after == Some('\u{20e3}');
            keycap || pictographic(before)
        }
        '\u{180b}'..='\u{180f}' => ('\u{1800}'..='\u{18af}').contains(&before),
        _ => {
            han(before)
                || ('\u{1000}'..='\u{109f}').contains(&before)
                || ('\u{2200}'..='\u{22ff}').contains(&before)
        }
    }
}

/// Chinese characters, as written in Chinese, Japanese and Korean.
pub fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{df4}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1cd0}'..='\u{1cff}' | '\u{a8e0}'..='\u{a8ff}' | '\u{11000}'..='\u{1137f}')
}

fn arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}' | '\u{700}'..='\u{74f}' | '\u{750}'..='\u{7ff}' | '\u{840}'..='\u{85f}' | '\u{870}'..='\u{8ff}' | '\u{1800}'..='\u{18af}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn pictographic(c: char) -> bool {
    matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
        | '\u{25aa}'..='\u{25fe}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}
