//! Lines whose indentation is not spaces. They are reported and, for the parser, turned into comments, so that all others can be read.

use super::de::Fault;
use super::lines::{first_ink, indent, key, line_start};
use super::{Code, Severity};

/// The text for the parser, with every place kept, and the faults; nothing if all indentation is spaces.
pub(super) fn only_spaces(text: &str) -> Option<(String, Vec<Fault>)> {
    let bytes = text.as_bytes();
    let has_tab = memchr::memchr(b'\t', bytes).is_some();
    let has_odd = !text.is_ascii() && text.contains(is_odd_space);
    if !has_tab && !has_odd {
        return None;
    }
    let mut margin = Margin::default();
    for line in text.split_inclusive('\n') {
        margin.take(line);
    }
    (!margin.faults.is_empty()).then_some((margin.text, margin.faults))
}

/// A space other than that of the space bar.
fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[derive(Default)]
struct Margin {
    text: String,
    faults: Vec<Fault>,
    /// The text under a `|` or `>` at this depth, whose lines may contain anything.
    block: Option<usize>,
    /// A line that was dropped and had opened a map: what is deeper goes with it.
    dropped: Option<usize>,
    /// The line before has been reported.
    told: bool,
}

impl Margin {
    fn take(&mut self, line: &str) {
        let ink = line.trim_start_matches(|c: char| c == ' ' || c == '\t' || is_odd_space(c));
        let lead = &line[..line.len() - ink.len()];
        if ink.trim().is_empty() {
            self.text.push_str(line);
            return;
        }
        let spaces = indent(lead);
        if self.block.is_some_and(|depth| spaces > depth) {
            self.text.push_str(line);
            return;
        }
        self.block = None;
        let odd = lead.char_indices().find(|(_, c)| *c != ' ');
        let goes_along = self.dropped.is_some_and(|depth| width(lead) > depth);
        match odd {
            Some((at, sign)) if is_structure(ink) => {
                if !self.told {
                    self.tell(self.text.len() + at, sign);
                }
                self.told = true;
                if !goes_along {
                    self.dropped = ink.trim_end().ends_with(':').then(|| width(lead));
                }
                self.comment(line);
            }
            _ if goes_along => self.comment(line),
            _ => {
                self.dropped = None;
                self.told = false;
                if opens_block(ink) {
                    self.block = Some(spaces);
                }
                self.text.push_str(line);
            }
        }
    }

    /// Adds the line as a comment of the same length.
    fn comment(&mut self, line: &str) {
        let first = line.chars().next().map_or(0, char::len_utf8);
        self.text.push('#');
        self.text
            .extend(std::iter::repeat_n(' ', first.saturating_sub(1)));
        self.text.push_str(&line[first..]);
    }

    fn tell(&mut self, at: usize, sign: char) {
        let (code, what) = match sign {
            '\t' => (Code::TAB, "a tab".to_owned()),
            '\u{a0}' => (Code::ODD_SPACE, "a no-break space".to_owned()),
            other => {
                let what = format!("a special space (U+{:04X})", u32::from(other));
                (Code::ODD_SPACE, what)
            }
        };
        self.faults.push(Fault {
            code,
            severity: Severity::Error,
            span: at..at + sign.len_utf8(),
            message: format!("{what} stands at the beginning of the line, where only spaces may stand"),
            help: Some("replace it with spaces, here and in the lines below; most editors can do so for the whole file".to_owned()),
        });
    }
}

/// How far the indentation seems to reach: a tab counts as two spaces.
fn width(lead: &str) -> usize {
    lead.chars().map(|c| if c == '\t' { 2 } else { 1 }).sum()
}

/// True for a line that is a key or a list entry, not the continuation of a text.
fn is_structure(ink: &str) -> bool {
    key(ink).is_some() || ink.starts_with("- ")
}

/// True if a text under `|` or `>` begins after the line.
fn opens_block(ink: &str) -> bool {
    let ink = ink.trim_end();
    let ink = ink.split(" #").next().unwrap_or(ink).trim_end();
    let ink = ink.trim_end_matches(|c: char| c == '-' || c == '+' || c.is_ascii_digit());
    ink.ends_with(": |") || ink.ends_with(": >") || ink.ends_with("- |") || ink.ends_with("- >")
}

/// True if a place stands in the record whose id stands at `id`: on its line, or deeper than it below. Where the indentation is not spaces, a field's name says so.
pub(super) fn stands_in(text: &str, id: usize, at: usize) -> bool {
    let own = first_ink(text, id) - line_start(text, id);
    let start = line_start(text, at);
    if start <= id && id <= at {
        return true;
    }
    let line = &text[start..];
    let ink = line.trim_start_matches(|c: char| c == ' ' || c == '\t' || is_odd_space(c));
    let lead = &line[..line.len() - ink.len()];
    let word = key(super::lines::line(text, at)).filter(|_| lead.contains(|c| c != ' '));
    width(lead) > own || word.is_some_and(super::fields::is_field)
}
