//! Pages of a text: separated by form feeds, or headed by lines such as `--- page 3 ---`.
use super::span::Span;

/// Numbered pages; none where the text does not show them.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    all: Vec<(u32, Span)>,
}

impl Pages {
    /// Finds the pages of `text`. Headed pages keep their printed number; form feeds count from 1.
    pub fn new(text: &str) -> Self {
        let headed = headings(text);
        let starts: Vec<(u32, usize, usize)> = if headed.is_empty() {
            feeds(text)
        } else {
            headed
        };
        let ends = starts
            .iter()
            .skip(1)
            .map(|(_, at, _)| *at)
            .chain([text.len()]);
        let all = starts
            .iter()
            .zip(ends)
            .map(|(&(number, _, from), end)| (number, Span::new(from, end.max(from))));
        Self { all: all.collect() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Where each stands, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = Span> {
        self.all.iter().map(|(_, span)| *span)
    }

    /// The bytes from the beginning of page `first` to the end of page `last`.
    pub fn span(&self, first: u32, last: u32) -> Option<Span> {
        let of = |number| {
            self.all
                .iter()
                .find(|(own, _)| *own == number)
                .map(|(_, span)| *span)
        };
        let (from, to) = (of(first)?, of(last)?);
        (from.start <= to.end).then(|| Span::new(from.start, to.end))
    }

    /// The page `offset` stands on.
    pub fn at(&self, offset: usize) -> Option<u32> {
        let after = self.all.partition_point(|(_, span)| span.start <= offset);
        after.checked_sub(1).map(|index| self.all[index].0)
    }
}

/// (number, where the mark begins, where the page begins).
fn feeds(text: &str) -> Vec<(u32, usize, usize)> {
    let marks: Vec<usize> = memchr::memchr_iter(b'\x0c', text.as_bytes()).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let starts = std::iter::once((0, 0)).chain(marks.into_iter().map(|at| (at, at + 1)));
    (1..)
        .zip(starts)
        .map(|(number, (at, from))| (number, at, from))
        .collect()
}

fn headings(text: &str) -> Vec<(u32, usize, usize)> {
    let mut start = 0;
    let mut all = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(number) = heading(line) {
            all.push((number, start, start + line.len()));
        }
        start += line.len();
    }
    all
}

/// The number in `--- page 3 ---`, `=== Page 3 ===`, `[page 3]`.
pub(crate) fn heading(line: &str) -> Option<u32> {
    let line = line.trim();
    let framed = |mark: &str| {
        line.strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
    };
    let inner = framed("---").or_else(|| framed("===")).or_else(|| {
        line.strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
    })?;
    let inner = inner.trim_matches(['-', '=', ' ']);
    let head = inner
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("page"))?;
    inner[head.len()..].trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_feeds_count_pages() {
        let text = "one\x0ctwo\x0cthree";
        let pages = Pages::new(text);
        assert_eq!(
            pages.span(2, 3).map(|span| span.of(text)),
            Some("two\x0cthree")
        );
        assert_eq!(pages.at(5), Some(2));
    }

    #[test]
    fn headed_pages_keep_their_numbers() {
        let text = "cover\n--- page 3 ---\nthree\n--- Page 4 ---\nfour";
        let pages = Pages::new(text);
        assert_eq!(pages.span(3, 3).map(|span| span.of(text)), Some("three\n"));
        assert_eq!(pages.span(5, 5), None);
        assert_eq!(pages.at(0), None);
    }
}
