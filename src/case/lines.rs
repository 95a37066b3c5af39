//! Lines of YAML looked at without a parser.

/// How many spaces begin a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The word before the colon if the line reads as `key:`, perhaps followed by a value.
pub(super) fn key(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t', '\u{a0}']);
    let end = line.find(':')?;
    let (word, rest) = (&line[..end], &line[end + 1..]);
    let begins = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_word = word
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let stands_alone = rest.is_empty() || rest.starts_with([' ', '\r', '\n', '\t']);
    (begins && is_word && stands_alone).then_some(word)
}

/// The line that holds a byte offset, without its end.
pub(super) fn line(text: &str, at: usize) -> &str {
    let start = line_start(text, at);
    let end = memchr::memchr(b'\n', &text.as_bytes()[start..]);
    let line = &text[start..end.map_or(text.len(), |i| start + i)];
    line.strip_suffix('\r').unwrap_or(line)
}

/// Where the line that holds a byte offset begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at.min(text.len())];
    memchr::memrchr(b'\n', before).map_or(0, |i| i + 1)
}

/// Where the first character of a line stands that is not a space.
pub(super) fn first_ink(text: &str, at: usize) -> usize {
    let line = line(text, at);
    line_start(text, at) + line.len() - line.trim_start().len()
}

/// Where the value of a `key: value` line begins; none if there is no key, or nothing after it.
pub(super) fn value_start(text: &str, at: usize) -> Option<usize> {
    let start = first_ink(text, at);
    let body = line(text, at).trim_start();
    let skipped = body.len() - body.trim_start_matches("- ").trim_start().len();
    let body = &body[skipped..];
    let word = key(body)?;
    let rest = &body[word.len() + 1..];
    let ink = rest.trim_start();
    (!ink.is_empty()).then(|| start + skipped + word.len() + 1 + rest.len() - ink.len())
}

/// The nearest line above that is neither empty nor a comment, as the offset of its beginning.
pub(super) fn line_above(text: &str, at: usize) -> Option<usize> {
    let mut start = line_start(text, at);
    while start > 0 {
        start = line_start(text, start - 1);
        let ink = line(text, start).trim();
        if !ink.is_empty() && !ink.starts_with('#') {
            return Some(start);
        }
    }
    None
}
