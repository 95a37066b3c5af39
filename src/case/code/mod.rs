//! The codes of problems: which rule was broken. What each means is a Markdown file in `explanations/`.

mod table;

use serde::Serialize;
use std::fmt;

/// A code such as `CF201`; the hundreds give its [family](FAMILIES).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub u16);

/// What is to be known about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code it explains.
    pub code: Code,
    /// The text: a title line, what it means, `## Example` and `## What to do`. A fenced block that is named after a
    /// file of a case can be tried.
    pub markdown: &'static str,
}

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

impl Explanation {
    /// What the code names, in a few words.
    pub fn title(&self) -> &'static str {
        let first = self.markdown.lines().next().unwrap_or_default();
        first.split_once(": ").map_or("", |(_, title)| title)
    }

    /// The text under the title line.
    pub fn body(&self) -> &'static str {
        self.markdown
            .split_once('\n')
            .map_or("", |(_, body)| body.trim_start())
    }

    /// What the code means and what to do, in one paragraph, for readers that show neither headings nor blocks.
    pub fn prose(&self) -> String {
        let (meaning, rest) = self.body().split_once("\n## Example\n").unwrap_or_default();
        let (_, cure) = rest.split_once("\n## What to do\n").unwrap_or_default();
        let cure = cure.split("\n```").next().unwrap_or_default();
        let words: Vec<&str> = meaning
            .split_whitespace()
            .chain(cure.split_whitespace())
            .collect();
        words.join(" ")
    }
}

impl Code {
    /// Every code with its explanation, in order.
    pub fn all() -> impl Iterator<Item = &'static Explanation> {
        table::EXPLANATIONS.iter()
    }

    /// What is to be known about the code; nothing if there is no such code.
    pub fn explanation(self) -> Option<&'static Explanation> {
        Self::all().find(|about| about.code == self)
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
    fn explanations_stand_in_order_and_each_is_of_a_family() {
        let codes: Vec<Code> = Code::all().map(|about| about.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        assert!(codes.iter().all(|code| code.family().is_some()));
    }

    #[test]
    fn every_explanation_has_the_same_form() {
        for about in Code::all() {
            let (code, text) = (about.code, about.markdown);
            assert!(text.starts_with(&format!("# {code}: ")), "{code}");
            assert!(about.title().chars().count() > 4, "{code}");
            let headings: Vec<&str> = text.lines().filter(|l| l.starts_with("##")).collect();
            assert_eq!(headings, ["## Example", "## What to do"], "{code}");
            let parts: Vec<&str> = about.body().split("\n## ").collect();
            let said = |part: &str| part.lines().skip(1).any(|line| !line.trim().is_empty());
            assert!(
                !parts[0].starts_with('#'),
                "{code} does not say what it means"
            );
            assert!(parts[1..].iter().all(|part| said(part)), "{code}");
            let fences = text.lines().filter(|line| line.starts_with("```")).count();
            assert!(fences.is_multiple_of(2), "{code}: a block is not closed");
        }
    }
}
