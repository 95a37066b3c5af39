//! Finds what in a text is not what it looks like. Whoever checks words wants to know of each.
use std::ops::Range;

use super::alike;
use super::hidden::{self, Sort};

/// The kind of a blemish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A control character other than a line break.
    Control,
    /// A character that turns the reading direction.
    Bidi,
    /// A character that takes no room or looks like nothing.
    Invisible,
    /// A letter or digit that looks like another one.
    LookAlike,
}

/// One place where a text is not what it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blemish {
    /// Bytes of the text as given.
    pub span: Range<usize>,
    /// Its kind.
    pub what: What,
    /// One sentence for a reader.
    pub message: String,
}

/// All blemishes of a text in order. A run of the same character is one blemish.
///
/// A tab is layout in YAML and in tables, so it is only made visible and not counted here.
pub fn hygiene(text: &str) -> Vec<Blemish> {
    let mut found = hidden_characters(text);
    found.extend(alike::look_alikes(text));
    found.sort_by_key(|blemish| blemish.span.start);
    found
}

fn hidden_characters(text: &str) -> Vec<Blemish> {
    let mut found: Vec<Blemish> = Vec::new();
    let mut last: Option<char> = None;
    let mut marks = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text[end..].chars().next();
        marks = if hidden::sort(c) == Sort::Mark {
            marks + 1
        } else {
            0
        };
        let what = if marks == 9 {
            Some(What::Invisible)
        } else {
            kind(c, last, after)
        };
        match (what, found.last_mut()) {
            (Some(what), Some(before))
                if before.span.end == at && before.what == what && last == Some(c) =>
            {
                before.span.end = end;
            }
            (Some(what), _) => found.push(Blemish {
                span: at..end,
                what,
                message: message(what, c, marks),
            }),
            (None, _) => {}
        }
        last = Some(c);
    }
    found
}

fn kind(c: char, before: Option<char>, after: Option<char>) -> Option<What> {
    match hidden::sort(c) {
        Sort::Seen | Sort::Mark | Sort::Jamo => None,
        // A byte order mark at the very start says how the file is written, not what it says.
        Sort::ZeroWidth if c == '\u{feff}' && before.is_none() => None,
        Sort::Control if matches!(c, '\t' | '\n') => None,
        Sort::Control if c == '\r' && after == Some('\n') => None,
        Sort::Control => Some(What::Control),
        Sort::Bidi => Some(What::Bidi),
        Sort::ZeroWidth | Sort::Tag | Sort::Empty => Some(What::Invisible),
        Sort::Joiner => (!hidden::joins(c, before, after)).then_some(What::Invisible),
        Sort::Selector => (!hidden::selects(c, before, after)).then_some(What::Invisible),
    }
}

fn message(what: What, c: char, marks: usize) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    let name = name(c).map_or(number.clone(), |name| format!("{name}, {number}"));
    if marks > 8 {
        return "more than eight marks sit on one character".to_owned();
    }
    match what {
        What::Control => {
            format!(
                "there is a control character here ({name}): it does something and shows nothing"
            )
        }
        What::Bidi => format!(
            "there is a character here that turns the reading direction ({name}): the words may not be in the order you see"
        ),
        What::Invisible => {
            format!(
                "there is an invisible character here ({name}): the words are not only what you see"
            )
        }
        What::LookAlike => format!("there is a look-alike character here ({name})"),
    }
}

/// Names of those that occur in practice; the others go by their number.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{0}' => "NUL",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\u{b}' => "vertical tab",
        '\u{c}' => "form feed",
        '\r' => "carriage return without a line feed",
        '\u{1b}' => "escape",
        '\u{7f}' => "delete",
        '\u{85}' => "next line",
        '\u{9b}' => "control sequence introducer",
        '\u{ad}' => "soft hyphen",
        '\u{61c}' => "Arabic letter mark",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of embedding",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2066}'..='\u{2068}' => "directional isolate",
        '\u{2069}' => "end of isolate",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{2800}' => "empty Braille pattern",
        '\u{3164}' => "Hangul filler",
        '\u{feff}' => "byte order mark inside the text",
        '\u{fffc}' => "place of an object that is not there",
        '\u{e0000}'..='\u{e007f}' => "tag character",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => "private use",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation selector",
        _ => return None,
    })
}
