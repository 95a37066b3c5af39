//! Lines of a text, numbered from 1.
use super::span::Span;

/// Where each line begins.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    len: usize,
}

impl Lines {
    /// Finds the lines of `text` as editors count them: `\n` and `\r\n` end one, a form feed does not.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
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

/// The line `offset` stands in, counted without an index: for a single question about a text.
pub fn line_at(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    1 + memchr::memchr_iter(b'\n', before).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_counting_agree() {
        let text = "one\r\ntwo\n\nfour\x0cstill four\nfive";
        let lines = Lines::new(text);
        for offset in 0..text.len() {
            assert_eq!(lines.at(offset), line_at(text, offset));
        }
        assert_eq!(lines.span(5).map(|span| span.of(text)), Some("five"));
        assert_eq!(lines.span(6), None);
    }
}
