//! The words of all sentences as one text: a quotation may run over several of them.

use super::{Draft, SentenceKind};
use crate::text::Span;

/// The words of a draft without their marks, sentence after sentence, with an empty line between paragraphs.
pub struct Joined {
    /// The text.
    pub text: String,
    /// Where each sentence stands in it.
    sentences: Vec<Span>,
}

impl Draft {
    /// The words of all sentences as one text.
    pub fn joined(&self) -> Joined {
        let mut text = String::new();
        let mut sentences = Vec::with_capacity(self.sentences.len());
        let mut last = 0;
        for sentence in &self.sentences {
            let apart = sentence.kind != SentenceKind::Text || sentence.line > last + 1;
            text.push_str(match (text.is_empty(), apart) {
                (true, _) => "",
                (false, true) => "\n\n",
                (false, false) => " ",
            });
            let start = text.len();
            text.push_str(&sentence.words);
            sentences.push(Span::new(start, text.len()));
            last = sentence.line;
        }
        Joined { text, sentences }
    }
}

impl Joined {
    /// The parts of a stretch of the text that each sentence has, by bytes of that sentence's words: the place of the
    /// sentence, and its part. A part is never empty.
    pub fn parts(&self, stretch: Span) -> impl Iterator<Item = (usize, Span)> {
        let first = self
            .sentences
            .partition_point(|sentence| sentence.end <= stretch.start);
        self.sentences
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, sentence)| sentence.start < stretch.end)
            .filter_map(move |(at, sentence)| {
                let start = stretch.start.max(sentence.start);
                let end = stretch.end.min(sentence.end);
                let part = Span::new(start - sentence.start, end.max(start) - sentence.start);
                (!part.is_empty()).then_some((at, part))
            })
    }
}
