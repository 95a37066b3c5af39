//! The marks of a sentence, Pandoc-style: `[@c-value]`, `[@a; @b#p3]`, `[@author]`, `[TK]`, `[~]`.

use super::Mark;
use crate::case::{Ref, Sp};
use std::ops::Range;

/// The words of a block without marks, and the marks with where they stood.
#[derive(Debug, Default)]
pub struct Marked {
    /// The words; marks are taken out.
    pub words: String,
    /// The marks, in order: where in the words each stood, its bytes in the file, what it says.
    marks: Vec<(usize, Range<usize>, Mark)>,
    /// Marks that cannot be read, with why.
    pub faults: Vec<(Range<usize>, String)>,
    /// Where stretches of the words come from: offset in the words, offset in the file, length.
    runs: Vec<(usize, usize, usize)>,
}

/// Takes the marks out of the pieces of a block.
pub fn marked(text: &str, pieces: &[Range<usize>]) -> Marked {
    let mut out = Marked::default();
    for (n, piece) in pieces.iter().enumerate() {
        if n > 0 {
            out.words.push(' ');
        }
        out.piece(text, piece.clone());
    }
    out
}

impl Marked {
    fn piece(&mut self, text: &str, piece: Range<usize>) {
        let mut at = piece.start;
        // Where the next bracket closes: looked up once, however many open before it.
        let mut close = piece.start;
        while let Some(open) = text[at..piece.end].find('[').map(|i| at + i) {
            let inside = &text[open + 1..piece.end];
            if close <= open {
                close = inside.find(']').map_or(piece.end, |i| open + 1 + i);
            }
            if !is_mark(&text[open + 1..close]) {
                self.take(text, at..open + 1);
                at = open + 1;
                continue;
            }
            self.take(text, at..open);
            let closed = inside.find(['[', ']']);
            let Some(length) = closed.filter(|at| inside[*at..].starts_with(']')) else {
                let why = "this mark is not closed: a ] is missing".to_owned();
                let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
                self.faults.push((open..open + 1 + end, why));
                at = open + 1 + end;
                continue;
            };
            self.mark(inside, open, length);
            at = open + length + 2;
            // The space before a mark that stands before a stop goes with the mark.
            if text[at..piece.end].starts_with(['.', ',', ';', ':', '!', '?', ')']) {
                self.words.truncate(self.words.trim_end().len());
                // The mark then stands after the stop, however much space was before it.
                let behind = self.words.len() + 1;
                for (at, _, _) in self.marks.iter_mut().rev() {
                    if *at <= behind {
                        break;
                    }
                    *at = behind;
                }
            }
        }
        self.take(text, at..piece.end);
    }

    fn take(&mut self, text: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.runs.push((self.words.len(), range.start, range.len()));
            self.words.push_str(&text[range]);
        }
    }

    fn mark(&mut self, inside: &str, open: usize, length: usize) {
        let mut at = open + 1;
        for item in inside[..length].split(';') {
            let start = at + (item.len() - item.trim_start().len());
            let written = item.trim();
            at += item.len() + 1;
            match parse(written) {
                Ok(mark) => {
                    let span = start..start + written.len();
                    self.marks.push((self.words.len(), span, mark));
                }
                Err(why) => self.faults.push((start..start + written.len().max(1), why)),
            }
        }
    }

    /// Where in the words the first `[TK]` of the text stands.
    pub fn open(&self, text: &str) -> Option<usize> {
        let mut marks = self.marks.iter();
        let (at, place, _) = marks.find(|(_, _, mark)| *mark == Mark::Tk)?;
        let before = text[..place.start].rfind('[')?;
        let space = before - text[..before].trim_end().len();
        let stop = text[place.end..]
            .trim_start_matches(|c| c != ']')
            .get(1..)?;
        // The space before a mark that stands before a stop went with the mark.
        Some(if stop.starts_with(['.', ',', ';', ':', '!', '?', ')']) {
            at.saturating_sub(space.min(1))
        } else {
            *at
        })
    }

    /// Where marks stand in the words: a sentence may end there.
    pub fn cuts(&self) -> Vec<usize> {
        self.marks.iter().map(|(at, _, _)| *at).collect()
    }

    /// The marks that belong to a stretch of the words: those inside it and those right after it.
    pub fn marks_of(&self, span: &Range<usize>) -> Vec<Sp<Mark>> {
        let behind = self.words[span.end..].len() - self.words[span.end..].trim_start().len();
        let first = self.words[..span.start].trim_start().is_empty();
        let from = if first {
            0
        } else {
            self.marks.partition_point(|(at, _, _)| *at <= span.start)
        };
        self.marks[from..]
            .iter()
            .take_while(|(at, _, _)| *at <= span.end + behind)
            .map(|(_, place, mark)| Sp {
                value: mark.clone(),
                at: u32::try_from(place.start).unwrap_or(u32::MAX),
            })
            .collect()
    }

    /// The byte of the file at which a byte of the words stands.
    pub fn origin(&self, at: usize) -> Option<usize> {
        let after = self.runs.partition_point(|(start, _, _)| *start <= at);
        let (start, file, _) = self.runs.get(after.checked_sub(1)?)?;
        Some(file + (at - start))
    }

    /// One past the last byte in the file of a stretch of words and its marks.
    pub fn end_of(&self, span: &Range<usize>) -> Option<usize> {
        let words = self.origin(span.end.checked_sub(1)?).map(|at| at + 1);
        let behind = self.words[span.end..].len() - self.words[span.end..].trim_start().len();
        let from = self.marks.partition_point(|(at, _, _)| *at <= span.start);
        let marks = self.marks[from..]
            .iter()
            .take_while(|(at, _, _)| *at <= span.end + behind);
        let mark = marks.map(|(_, place, _)| place.end + 1).max();
        words.max(mark)
    }
}

/// True if what stands between a `[` and the next `]` is meant as a mark.
fn is_mark(inside: &str) -> bool {
    let content = inside.trim_start();
    let content = if content.starts_with(['T', '~']) {
        content.trim_end()
    } else {
        content
    };
    content.starts_with('@')
        || content == "TK"
        || content == "~"
        || content.starts_with("TK;")
        || content.starts_with("~;")
}

fn parse(written: &str) -> Result<Mark, String> {
    match written {
        "TK" => return Ok(Mark::Tk),
        "~" => return Ok(Mark::NoCheck),
        "@author" => return Ok(Mark::OwnEyes),
        "" => return Err("there is an empty mark here".to_owned()),
        _ => {}
    }
    let Some(reference) = written.strip_prefix('@') else {
        return Err(format!(
            "`{written}` is not a mark; an id needs an @ before it"
        ));
    };
    let reference = reference.trim();
    if reference.is_empty() {
        return Err("a mark has an @ but no id after it".to_owned());
    }
    if reference.contains(',') {
        return Err("marks are separated by semicolons, not by commas".to_owned());
    }
    Ref::parse(reference)
        .map(Mark::Cites)
        .map_err(|bad| bad.to_string())
}
