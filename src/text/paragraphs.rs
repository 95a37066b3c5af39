//! Paragraphs of a text, numbered from 1.
use super::span::Span;

/// How a text shows where a paragraph ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// Every line that is not empty is a paragraph.
    Lines,
    /// Paragraphs are separated by empty lines.
    #[default]
    BlankLines,
    /// Reading notes: a paragraph carries its number, `¶31 …`; what stands before the first mark is in no paragraph.
    Marks,
}

/// Numbered paragraphs.
#[derive(Clone, Debug, Default)]
pub struct Paragraphs {
    /// (number, where), in the order of the text.
    all: Vec<(u32, Span)>,
}

impl Paragraphs {
    /// Finds the paragraphs of `text` by `rule`.
    pub fn new(text: &str, rule: Rule) -> Self {
        let all = match rule {
            Rule::Lines => number(nonempty_lines(text).collect()),
            Rule::BlankLines => number(joined(text)),
            Rule::Marks => marked(text),
        };
        Self { all }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Where each stands, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = Span> {
        self.all.iter().map(|(_, span)| *span)
    }

    /// The bytes of paragraph `number`.
    pub fn span(&self, number: u32) -> Option<Span> {
        self.all
            .iter()
            .find(|(own, _)| *own == number)
            .map(|(_, span)| *span)
    }

    /// The number of the paragraph `offset` stands in; between two paragraphs, that of the first.
    pub fn at(&self, offset: usize) -> Option<u32> {
        let after = self.all.partition_point(|(_, span)| span.start <= offset);
        after.checked_sub(1).map(|index| self.all[index].0)
    }
}

fn number(spans: Vec<Span>) -> Vec<(u32, Span)> {
    (1..).zip(spans).collect()
}

fn nonempty_lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive(['\n', '\x0c'])
        .filter_map(move |line| {
            let at = start;
            start += line.len();
            let body = line.trim();
            let from = at + (line.len() - line.trim_start().len());
            (!body.is_empty()).then(|| Span::new(from, from + body.len()))
        })
}

/// Lines with no empty line between them, put together.
fn joined(text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for line in nonempty_lines(text) {
        let breaks = all
            .last()
            .map(|last| text[last.end..line.start].matches(['\n', '\x0c']).count());
        match (all.last_mut(), breaks) {
            (Some(last), Some(0 | 1)) => last.end = line.end,
            _ => all.push(line),
        }
    }
    all
}

/// Paragraphs that carry their number: `¶31`.
fn marked(text: &str) -> Vec<(u32, Span)> {
    let starts: Vec<(usize, u32)> = text
        .match_indices('¶')
        .filter(|(at, _)| {
            text[..*at]
                .trim_end_matches([' ', '\t', '-', '*'])
                .chars()
                .next_back()
                .is_none_or(|c| c == '\n')
        })
        .filter_map(|(at, mark)| {
            let digits = text[at + mark.len()..].trim_start_matches([' ', '\u{A0}']);
            let end = digits
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(digits.len());
            digits[..end].parse().ok().map(|number| (at, number))
        })
        .collect();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&(at, number), end)| (number, Span::new(at, at + text[at..end].trim_end().len())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_counts_its_own_way() {
        let text = "Head\n\nfirst line\nsecond line\n\n¶7 seven\nmore\n¶ 9 nine";
        let words = |rule, number| {
            Paragraphs::new(text, rule)
                .span(number)
                .map(|span| span.of(text).to_owned())
        };
        assert_eq!(words(Rule::Lines, 3).as_deref(), Some("second line"));
        assert_eq!(
            words(Rule::BlankLines, 2).as_deref(),
            Some("first line\nsecond line")
        );
        assert_eq!(words(Rule::Marks, 7).as_deref(), Some("¶7 seven\nmore"));
        assert_eq!(words(Rule::Marks, 9).as_deref(), Some("¶ 9 nine"));
        assert_eq!(words(Rule::Marks, 8), None);
    }

    #[test]
    fn an_offset_knows_its_paragraph() {
        let text = "one\n\ntwo";
        let paragraphs = Paragraphs::new(text, Rule::BlankLines);
        assert_eq!(
            [0, 3, 5, 7].map(|offset| paragraphs.at(offset)),
            [Some(1), Some(1), Some(2), Some(2)]
        );
    }
}
