//! Lines of a text, numbered from 1.
use super::span::Span;

/// Where each line begins.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    len: usize,
}

impl Lines {
    /// Finds the lines of `text`; `\n`, `\r\n` and a form feed end one.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr2_iter(b'\n', b'\x0c', text.as_bytes()).map(|at| at + 1));
        Self {
            starts,
            len: text.len(),
        }
    }

    /// How many lines there are; at least one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line `offset` stands in, from 1.
    pub fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    /// The bytes of line `number` without its line end.
    pub fn span(&self, number: usize) -> Option<Span> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).map_or(self.len, |next| next - 1);
        Some(Span::new(start, end.max(start)))
    }
}

/// The line `offset` stands in, counted on the spot; for a single answer about a text.
pub fn line_at(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    // Counting one sign twice over is many times as fast as finding either.
    1 + memchr::memchr_iter(b'\n', before).count() + memchr::memchr_iter(b'\x0c', before).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_counting_agree() {
        let text = "one\r\ntwo\n\nfour\x0cfive";
        let lines = Lines::new(text);
        for offset in 0..text.len() {
            assert_eq!(lines.at(offset), line_at(text, offset));
        }
        assert_eq!(lines.span(4).map(|span| span.of(text)), Some("four"));
        assert_eq!(lines.span(6), None);
    }
}
