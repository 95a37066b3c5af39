//! Lines and columns of many places in one file, with the lines counted once.

use super::Place;
use std::ops::Range;

/// Knows where the lines of a file begin.
pub struct Ruler<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
    /// The last place given, and its column: problems come in order, and a line may be megabytes long.
    last: (usize, Place),
}

impl<'a> Ruler<'a> {
    /// Finds the lines of a file.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1));
        Self {
            bytes,
            starts,
            last: (0, Place { line: 1, column: 1 }),
        }
    }

    /// Line and column of a byte; one past the end counts as the end. The next place is counted from here.
    pub fn place(&mut self, at: usize) -> Place {
        let place = self.end(at);
        self.last = (at.min(self.bytes.len()), place);
        place
    }

    /// Line and column of a byte from which the next place is not counted, such as the end of a problem.
    pub fn end(&self, at: usize) -> Place {
        let at = at.min(self.bytes.len());
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let (before, place) = self.last;
        let (from, column) = if place.line == line && before <= at {
            (before, place.column)
        } else {
            (self.starts[line - 1], 1)
        };
        let characters = self.bytes[from..at].iter().filter(|b| **b & 0xC0 != 0x80);
        // The byte up to which a column was counted may be inside a character, whose first byte has then been counted.
        Place {
            line,
            column: column + characters.count(),
        }
    }

    /// The bytes of a line without its line end.
    pub fn line(&self, number: usize) -> Range<usize> {
        let start = self.starts[number.clamp(1, self.starts.len()) - 1];
        let end = self
            .starts
            .get(number)
            .map_or(self.bytes.len(), |next| next - 1);
        let end = end.max(start);
        let returns = end > start && self.bytes[end - 1] == b'\r';
        start..end - usize::from(returns)
    }
}

#[cfg(test)]
mod tests {
    use super::Ruler;
    use crate::case::Place;

    #[test]
    fn places_are_those_counted_from_the_beginning() {
        let text = "a: é\r\n\nb: “x” y\n".as_bytes();
        let mut ruler = Ruler::new(text);
        for at in (0..=text.len() + 2).chain((0..text.len()).rev()) {
            if at >= text.len() || text[at] & 0xC0 != 0x80 {
                assert_eq!(ruler.place(at), Place::of(text, at), "byte {at}");
            }
        }
        assert_eq!(&text[ruler.line(1)], "a: é".as_bytes());
        assert_eq!(&text[ruler.line(2)], b"");
        assert_eq!(&text[ruler.line(4)], b"");
    }
}
