//! Page furniture: running heads, page numbers, subtitle counters. It stands between words, and nobody said it.
use rustc_hash::FxHashMap;

use super::pages::heading;
use super::span::Span;

/// A running head is short, and comes back at least this often.
const LONGEST: usize = 80;
const REPEATS: usize = 3;

/// The furniture of `text`: sorted ranges, each with the empty lines around it, so that the words on both sides join.
pub fn furniture(text: &str) -> Vec<Span> {
    let mut heads: FxHashMap<u64, Vec<Span>> = FxHashMap::default();
    let mut found: Vec<Span> = Vec::new();
    let mut numbers: Vec<Span> = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for end in memchr::memchr2_iter(b'\n', b'\x0c', bytes).chain([bytes.len()]) {
        let line = Span::new(start, end);
        start = end + 1;
        if line.len() >= LONGEST || line.is_empty() {
            continue;
        }
        match kind(&text[line.start..line.end]) {
            Line::Mark => found.push(line),
            Line::Number => numbers.push(line),
            Line::Head(key) => heads.entry(key).or_default().push(line),
            Line::Words => {}
        }
    }
    found.extend(
        heads
            .into_values()
            .filter(|same| same.len() >= REPEATS)
            .flatten(),
    );
    if numbers.len() >= REPEATS {
        found.extend(numbers);
    }
    found.sort_unstable();
    found.into_iter().map(|line| widened(bytes, line)).collect()
}

enum Line {
    /// Furniture by its form alone: `--- page 3 ---`, a subtitle's time.
    Mark,
    /// Digits only: a page number or counter, if the text has several.
    Number,
    /// A line that could be a running head: the key of what it says without its digits.
    Head(u64),
    Words,
}

fn kind(line: &str) -> Line {
    let body = line.trim().as_bytes();
    let (Some(first), Some(last)) = (body.first(), body.last()) else {
        return Line::Words;
    };
    if memchr::memchr(b'>', body).is_some() && line.contains("-->") || heading(line).is_some() {
        return Line::Mark;
    }
    if body.len() <= 5 && body.iter().all(u8::is_ascii_digit) {
        return Line::Number;
    }
    // A sentence may end in a number too, but it does not come back word for word with another one.
    let numbered = first.is_ascii_digit() || last.is_ascii_digit();
    if body.len() < 4 || !numbered || body.contains(&b':') {
        return Line::Words;
    }
    let mut key = 0u64;
    let mut letters = 0;
    for byte in body
        .iter()
        .filter(|byte| !byte.is_ascii_digit() && **byte != b' ')
    {
        key = (key.rotate_left(7) ^ u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        letters += 1;
    }
    if letters == 0 {
        Line::Words
    } else {
        Line::Head(key)
    }
}

/// The line with the empty lines on both sides, but never the line break that ends the words before it.
fn widened(bytes: &[u8], line: Span) -> Span {
    let (mut start, mut end) = (line.start, line.end);
    while start >= 2 && bytes[start - 1] == b'\n' && bytes[start - 2] == b'\n' {
        start -= 1;
    }
    while end + 1 < bytes.len() && bytes[end] == b'\n' && matches!(bytes[end + 1], b'\n' | b'\x0c')
    {
        end += 1;
    }
    Span::new(start, end)
}

/// Whether `span` touches one of the sorted `ranges`.
pub fn touches(ranges: &[Span], span: Span) -> bool {
    let after = ranges.partition_point(|range| range.end <= span.start);
    ranges
        .get(after)
        .is_some_and(|range| range.start < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_head_that_comes_back_is_furniture() {
        let page = |n| format!("the words go\n\nANNUAL REPORT {n}\n\nstraight on\n");
        let text = [page(1), page(2), page(3)].concat();
        let found = furniture(&text);
        assert_eq!(found.len(), 3);
        assert!(
            found
                .iter()
                .all(|span| span.of(&text).contains("ANNUAL REPORT"))
        );
        assert!(furniture(&page(1)).is_empty());
    }

    #[test]
    fn marks_and_counters_are_furniture_by_form() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nGood\n\n2\n00:00:03,000 --> 00:00:04,000\nday\n\n3\n00:00:05,000 --> 00:00:06,000\nall\n";
        assert_eq!(furniture(text).len(), 6);
        assert_eq!(furniture("one\n--- page 2 ---\ntwo").len(), 1);
    }
}
