//! Breaks shown text into lines of a given width, by visible characters and cells.
//!
//! Lines are byte ranges of the shown text, so that a highlight can be found again on them. Works for any width: a
//! line always holds at least one character.
use std::ops::Range;

use super::hidden;
use super::safe::Shown;
use super::width;

/// One line of wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Bytes of the shown text, without the spaces it was broken at.
    pub range: Range<usize>,
    /// Empty cells before it.
    pub indent: usize,
}

/// All lines of a text `width` cells wide, the second and later ones indented by `hang`. An empty text is one empty line.
pub fn wrap(text: &Shown, width: usize, hang: usize) -> Vec<Line> {
    Wrap::new(text, width, hang).collect()
}

/// Wraps line by line, for texts of which only a window is shown.
#[derive(Debug, Clone)]
pub struct Wrap<'a> {
    text: &'a str,
    at: Option<usize>,
    width: usize,
    hang: usize,
}

impl<'a> Wrap<'a> {
    /// Starts at the beginning of the text.
    pub fn new(text: &'a Shown, width: usize, hang: usize) -> Self {
        let width = width.max(1);
        // An indent that leaves no room for words would turn the text into a column of letters.
        let hang = if hang + 4 > width { 0 } else { hang };
        Self {
            text: text.as_str(),
            at: Some(0),
            width,
            hang,
        }
    }
}

/// Where a line ends and where the next one begins.
#[derive(Clone, Copy)]
struct Break {
    end: usize,
    next: usize,
}

impl Iterator for Wrap<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let start = self.at?;
        let indent = if start == 0 { 0 } else { self.hang };
        let found = line(self.text, start, self.width - indent);
        self.at = (found.next < self.text.len()).then_some(found.next);
        Some(Line {
            range: start..found.end,
            indent,
        })
    }
}

/// The end of the line that starts at `start` and has room for `room` cells.
fn line(text: &str, start: usize, room: usize) -> Break {
    let mut used = 0;
    let mut at = start;
    let mut chance: Option<Break> = None;
    while let Some(step) = width::step(text, at) {
        let next = at + step.len;
        if is_space(text, at) {
            let word = at;
            at = after_spaces(text, at);
            used += at - word;
            let here = Break {
                end: word,
                next: at,
            };
            if at == text.len() || (used > room && word > start) {
                return here;
            }
            // Spaces at the beginning are an indent, not a place to break.
            if word > start {
                chance = Some(here);
            }
            continue;
        }
        if used + step.cells > room && at > start {
            return chance.unwrap_or(Break { end: at, next: at });
        }
        used += step.cells;
        if breaks_between(text, at, next) {
            chance = Some(Break { end: next, next });
        }
        at = next;
    }
    Break {
        end: text.len(),
        next: text.len(),
    }
}

fn is_space(text: &str, at: usize) -> bool {
    text.as_bytes()[at] == b' '
}

fn after_spaces(text: &str, at: usize) -> usize {
    let spaces = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| **byte == b' ');
    at + spaces.count()
}

/// Whether a line may end between the character at `at` and the one at `next`.
fn breaks_between(text: &str, at: usize, next: usize) -> bool {
    let Some(after) = text[next..].chars().next() else {
        return false;
    };
    let here = text[at..next].chars().next().unwrap_or(' ');
    if matches!(here, '-' | '/' | '‐' | '–' | '—') {
        let before = text[..at].chars().next_back();
        let number = before.is_some_and(|c| c.is_ascii_digit()) && after.is_ascii_digit();
        let joined = after.is_alphanumeric() || (here == '—' && after != ' ');
        return before.is_some_and(char::is_alphanumeric) && joined && !number;
    }
    (ideographic(here) || ideographic(after)) && !closes(after) && !opens(here) && after != ' '
}

/// Scripts that are written without spaces and may be broken anywhere.
fn ideographic(c: char) -> bool {
    hidden::han(c) || ('\u{3040}'..='\u{30ff}').contains(&c)
}

/// Signs of Chinese and Japanese that do not begin a line.
fn closes(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '！'
            | '？'
            | '：'
            | '；'
            | 'ー'
            | ')'
            | ']'
            | '”'
            | '’'
            | '.'
            | ','
            | '!'
            | '?'
            | ':'
            | ';'
    )
}

/// Signs that do not end a line.
fn opens(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '【' | '《' | '(' | '[' | '“' | '‘')
}
