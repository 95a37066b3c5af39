//! Which quotation marks and brackets are open at a place, found without a parser that has already stumbled.

/// What is open before a place.
#[derive(Debug, Default)]
pub(super) struct OpenMark {
    /// Brackets not closed so far, outermost first.
    pub(super) brackets: Vec<usize>,
    /// Where the last text in quotation marks before the place begins.
    pub(super) last_quote: Option<usize>,
}

/// Looks at `text[from..to]`; `from` must be the beginning of a line.
pub(super) fn open_marks(text: &str, from: usize, to: usize) -> OpenMark {
    let bytes = &text.as_bytes()[..to.min(text.len())];
    let mut open = OpenMark::default();
    let mut at = from;
    // A mark counts only where a value can begin: elsewhere it is an apostrophe or a bracket inside a text.
    let mut value_may_begin = true;
    while at < bytes.len() {
        let byte = bytes[at];
        match byte {
            b'"' | b'\'' if value_may_begin => {
                open.last_quote = Some(at);
                at = quote_end(bytes, at);
                value_may_begin = false;
                continue;
            }
            b'[' | b'{' if value_may_begin => {
                open.brackets.push(at);
            }
            b']' | b'}' if !open.brackets.is_empty() => {
                open.brackets.pop();
                value_may_begin = false;
            }
            b',' if !open.brackets.is_empty() => value_may_begin = true,
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                let end = memchr::memchr(b'\n', &bytes[at..]);
                at = end.map_or(bytes.len(), |i| at + i);
                continue;
            }
            b'\n' => value_may_begin = true,
            b' ' | b'\r' | b'\t' => {
                let before = at.checked_sub(1).map_or(b'\n', |i| bytes[i]);
                value_may_begin |= before == b':' || before == b'-';
            }
            b'-' if value_may_begin => {}
            _ => value_may_begin = false,
        }
        at += 1;
    }
    open
}

/// After the closing mark of a text in quotation marks, or the end.
fn quote_end(bytes: &[u8], start: usize) -> usize {
    let mark = bytes[start];
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if mark == b'"' => at += 1,
            b'\'' if mark == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == mark => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}
