//! Every quotation of a draft: curly, straight, guillemets; running over paragraphs; interrupted by its attribution.
use crate::text::Span;

use super::printed::Printed;

/// A quotation of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its words, one part for each run between quotation marks.
    pub printed: Printed,
    /// The bytes of each part in the draft, without the marks.
    pub parts: Vec<Span>,
}

impl Quotation {
    /// From the first part to the last, the attribution between them included.
    pub fn span(&self) -> Span {
        let first = self.parts.first().copied().unwrap_or_default();
        Span::new(
            first.start,
            self.parts.last().copied().unwrap_or_default().end,
        )
    }
}

/// Finds the quotations of `text`, in order.
///
/// Halves around an attribution are one quotation where the attribution ends in a comma ("…", she said, "…"); where
/// it ends in a full stop, two begin. A quotation of several paragraphs opens each and closes only the last.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut all: Vec<Quotation> = Vec::new();
    for run in runs(text) {
        let printed = run.of(text).to_owned();
        let joins = all.last().is_some_and(|last| {
            let before = last.parts.last().copied().unwrap_or_default();
            continues(before.of(text), &text[before.end..run.start])
        });
        match all.last_mut().filter(|_| joins) {
            Some(last) => {
                last.printed.parts.push(printed);
                last.parts.push(run);
            }
            None => all.push(Quotation {
                printed: Printed {
                    parts: vec![printed],
                },
                parts: vec![run],
            }),
        }
    }
    all
}

/// The longest attribution between two halves, in bytes.
const ATTRIBUTION: usize = 160;

/// Whether what stands between two runs is an attribution, or the break between two paragraphs of one quotation.
fn continues(before: &str, between: &str) -> bool {
    let inner = between.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
    if inner.is_empty() {
        // The first paragraph was never closed, so the second goes on with it.
        return !between.chars().next().is_some_and(is_mark) && between.contains('\n');
    }
    let open = before.trim_end().ends_with([',', '—', '–', '-', '…'])
        || !before.trim_end().ends_with(['.', '!', '?']);
    let attribution = inner.trim_end_matches([' ', '\u{A0}']);
    open && between.len() <= ATTRIBUTION
        && !between.contains('\n')
        && attribution.ends_with([',', '—', '–'])
        && !attribution.contains(['.', '!', '?', ';', ':'])
        && before.trim_end().ends_with([',', '—', '–', '-'])
}

const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‟' | '\u{FF02}')
}

/// The marks that close what `open` opened.
fn closes(open: char, c: char) -> bool {
    match open {
        '“' => matches!(c, '”'),
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        _ => c == open,
    }
}

/// The runs between quotation marks, without the marks.
fn runs(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match open {
            Some((mark, from)) if closes(mark, c) => {
                push(text, from, at, &mut all);
                open = None;
            }
            // Never closed: it ends with its paragraph, and the next one may go on with it.
            Some((_, from)) if c == '\n' && paragraph_ends(&text[end..]) => {
                push(text, from, at, &mut all);
                open = None;
            }
            Some(_) => {}
            None if opens(text, at, c) => open = Some((c, end)),
            None => {}
        }
    }
    if let Some((_, from)) = open {
        push(text, from, text.len(), &mut all);
    }
    all
}

fn paragraph_ends(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("");
    line.trim().is_empty()
        || rest
            .trim_start_matches([' ', '\t'])
            .starts_with(['“', '"', '«', '„'])
}

/// Whether the mark at `at` opens a quotation. A straight mark after a digit is inches or seconds.
fn opens(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '“' | '„' | '«' => true,
        '"' | '\u{FF02}' => {
            !before.is_some_and(char::is_alphanumeric)
                && after.is_some_and(|after| !after.is_whitespace())
        }
        '»' => before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

fn push(text: &str, from: usize, to: usize, all: &mut Vec<Span>) {
    let inner = &text[from..to];
    let start = from + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    if inner.contains(char::is_alphanumeric) {
        all.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<Vec<String>> {
        quotations(text)
            .into_iter()
            .map(|quotation| quotation.printed.parts)
            .collect()
    }

    #[test]
    fn every_kind_of_mark_is_read() {
        assert_eq!(
            parts("He said “one two” and \"three four\" and « cinq six »."),
            [["one two"], ["three four"], ["cinq six"]]
        );
        assert_eq!(
            parts("a 6\" pipe and “he said ‘no’ to us”"),
            [["he said ‘no’ to us"]]
        );
    }

    #[test]
    fn halves_are_joined_at_a_comma_and_parted_at_a_full_stop() {
        assert_eq!(
            parts("“It is true,” she said, “and more.”"),
            [vec!["It is true,", "and more."]]
        );
        assert_eq!(parts("“It is true,” she said. “And more.”").len(), 2);
        assert_eq!(parts("“one” and “two”").len(), 2);
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs() {
        assert_eq!(
            parts("“First paragraph.\n\n“Second one,” she said."),
            [vec!["First paragraph.", "Second one,"]]
        );
        assert_eq!(
            parts("“Never closed.\n\nSomebody else spoke."),
            [vec!["Never closed."]]
        );
    }

    #[test]
    fn spans_are_of_the_draft() {
        let text = "“It is true,” she said, “and more.”";
        let all = quotations(text);
        assert_eq!(all[0].span().of(text), "It is true,” she said, “and more.");
        assert_eq!(all[0].parts[1].of(text), "and more.");
    }
}
