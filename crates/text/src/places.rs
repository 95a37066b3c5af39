//! Places people name (paragraph 7, pages 3–5, lines 12–14, 00:12:30) and the bytes they stand for, both ways.
use super::lines::Lines;
use super::pages::Pages;
use super::paragraphs::{Paragraphs, Rule};
use super::span::Span;
use super::turns::{Turn, turns};

/// The map of one text.
#[derive(Clone, Debug)]
pub struct Places {
    /// Its lines.
    pub lines: Lines,
    /// Its pages, where it shows them.
    pub pages: Pages,
    /// Its paragraphs by the rule asked for.
    pub paragraphs: Paragraphs,
    /// Who speaks when.
    pub turns: Vec<Turn>,
}

impl Places {
    /// Maps `text`, its paragraphs by `rule`.
    pub fn new(text: &str, rule: Rule) -> Self {
        Self {
            lines: Lines::new(text),
            pages: Pages::new(text),
            paragraphs: Paragraphs::new(text, rule),
            turns: turns(text),
        }
    }

    /// The bytes of paragraph `number`.
    pub fn paragraph(&self, number: u32) -> Option<Span> {
        self.paragraphs.span(number)
    }

    /// The bytes of pages `first` to `last`.
    pub fn pages(&self, first: u32, last: u32) -> Option<Span> {
        self.pages.span(first, last)
    }

    /// The bytes of lines `first` to `last`.
    pub fn lines(&self, first: usize, last: usize) -> Option<Span> {
        let (from, to) = (self.lines.span(first)?, self.lines.span(last)?);
        (from.start <= to.end).then(|| Span::new(from.start, to.end))
    }

    /// What is said at `seconds`: from the last stamp not after it to the next stamp.
    pub fn time(&self, seconds: u32) -> Option<Span> {
        let stamped = || self.turns.iter().filter(|turn| turn.at.is_some());
        let start = stamped()
            .take_while(|turn| turn.at.is_some_and(|at| at <= seconds))
            .last()?
            .span
            .start;
        let next = stamped().find(|turn| turn.span.start > start);
        let last = self.turns.last()?;
        Some(Span::new(
            start,
            next.map_or(last.span.end, |turn| turn.span.start),
        ))
    }

    /// The line `offset` stands in, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.at(offset)
    }

    /// The paragraph `offset` stands in.
    pub fn paragraph_of(&self, offset: usize) -> Option<u32> {
        self.paragraphs.at(offset)
    }

    /// The page `offset` stands on.
    pub fn page_of(&self, offset: usize) -> Option<u32> {
        self.pages.at(offset)
    }

    /// Who says the words at `offset`.
    pub fn speaker_of(&self, offset: usize) -> Option<&str> {
        self.turn_of(offset)?.speaker.as_deref()
    }

    /// The last stamp at or before `offset`, in seconds.
    pub fn time_of(&self, offset: usize) -> Option<u32> {
        self.turns
            .iter()
            .take_while(|turn| turn.span.start <= offset)
            .filter_map(|turn| turn.at)
            .last()
    }

    fn turn_of(&self, offset: usize) -> Option<&Turn> {
        let after = self.turns.partition_point(|turn| turn.span.start <= offset);
        after.checked_sub(1).map(|index| &self.turns[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALK: &str = "[00:00:05] Q: Why?\n\n[00:12:30] NAVARRO: Because.\nAnd so on.\n\nQ: Oh.\n[00:20:00] Q: Thanks.";

    #[test]
    fn a_time_is_the_stretch_it_falls_into() {
        let places = Places::new(TALK, Rule::BlankLines);
        let said = places.time(760).map(|span| span.of(TALK));
        assert_eq!(
            said,
            Some("[00:12:30] NAVARRO: Because.\nAnd so on.\n\nQ: Oh.\n")
        );
        assert_eq!(places.time(2), None);
    }

    #[test]
    fn an_offset_knows_where_it_is() {
        let places = Places::new(TALK, Rule::BlankLines);
        let at = TALK.find("And so").unwrap();
        assert_eq!(
            (
                places.line_of(at),
                places.paragraph_of(at),
                places.page_of(at)
            ),
            (4, Some(2), None)
        );
        assert_eq!(
            (places.speaker_of(at), places.time_of(at)),
            (Some("NAVARRO"), Some(750))
        );
    }
}
