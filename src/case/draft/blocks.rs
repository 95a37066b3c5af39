//! The parts of a draft that contain sentences: headings, lines of text, captions. Front matter, comments and fenced
//! code contain none.

use crate::text::quotation_marks::is_only_closing;
use std::ops::Range;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// `# Heading`
    Heading,
    /// Running text.
    Text,
    /// The caption of a picture: `![caption](file)`.
    Caption,
}

/// A stretch of the draft read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// From its first to its last byte.
    pub span: Range<usize>,
    /// The parts of it that are words: line beginnings such as `> ` and comments are left out.
    pub pieces: Vec<Range<usize>>,
    /// How many lines it runs over.
    pub lines: usize,
}

/// The blocks of a draft, in order, and the opening mark of a comment or of code that is never closed: what follows it is not read.
pub fn blocks(text: &str) -> (Vec<Block>, Option<Range<usize>>) {
    let mut reader = Reader::default();
    let start = front_matter(text);
    let mut at = start;
    for raw in text[start..].split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        reader.line(text, at..at + line.len());
        at += raw.len();
    }
    let open = (reader.fence.is_some() || reader.comment).then_some(reader.opened);
    (reader.blocks, open)
}

/// Bytes of the front matter, and of a byte order mark before it.
fn front_matter(text: &str) -> usize {
    let bom = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let body = &text[bom..];
    let mut at = bom;
    for (n, raw) in body.split_inclusive('\n').enumerate() {
        let line = raw.trim_end();
        at += raw.len();
        match n {
            0 if line != "---" => return bom,
            0 => {}
            _ if line == "---" || line == "..." => return at,
            _ => {}
        }
    }
    bom
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    fence: Option<String>,
    comment: bool,
    /// Where the last fence or comment began.
    opened: Range<usize>,
    /// True if the next line may go on with the last block.
    open: bool,
}

impl Reader {
    fn line(&mut self, text: &str, line: Range<usize>) {
        let content = text[line.clone()].trim_start();
        if let Some(fence) = &self.fence {
            if content.starts_with(fence.as_str()) {
                self.fence = None;
            }
            return;
        }
        if !self.comment && (content.starts_with("```") || content.starts_with("~~~")) {
            let sign = &content[..1];
            let length = content.len() - content.trim_start_matches(sign).len();
            self.fence = Some(sign.repeat(length));
            let start = line.end - content.len();
            self.opened = start..start + length;
            self.open = false;
            return;
        }
        let pieces = self.outside_comments(text, line.clone());
        let pieces: Vec<Range<usize>> = pieces
            .into_iter()
            .filter(|p| !text[p.clone()].trim().is_empty())
            .collect();
        if pieces.is_empty() {
            self.open = false;
            return;
        }
        self.words(text, line, pieces);
    }

    /// The parts of a line outside `<!-- … -->`.
    fn outside_comments(&mut self, text: &str, line: Range<usize>) -> Vec<Range<usize>> {
        let mut pieces = vec![];
        let mut at = line.start;
        loop {
            let rest = &text[at..line.end];
            if self.comment {
                let Some(end) = rest.find("-->") else {
                    return pieces;
                };
                at += end + 3;
                self.comment = false;
            } else if let Some(begin) = rest.find("<!--") {
                pieces.push(at..at + begin);
                self.opened = at + begin..at + begin + 4;
                at += begin + 4;
                self.comment = true;
            } else {
                pieces.push(at..line.end);
                return pieces;
            }
        }
    }

    fn words(&mut self, text: &str, line: Range<usize>, mut pieces: Vec<Range<usize>>) {
        let first = &mut pieces[0];
        let (kind, skipped) = beginning(&text[first.clone()]);
        first.start += skipped;
        if let Some((caption, behind)) = caption(&text[first.clone()]) {
            let start = first.start;
            let caption = start + caption.start..start + caption.end;
            let behind = start + behind..first.end;
            let rest = pieces.drain(1..);
            let all = [caption, behind].into_iter().chain(rest);
            let all = all.filter(|p| !text[p.clone()].trim().is_empty()).collect();
            self.push(BlockKind::Caption, line, all);
            self.open = false;
            return;
        }
        let trimmed = text[line.clone()].trim();
        if is_rule(trimmed) || is_table_rule(trimmed) {
            self.underline(trimmed);
            self.open = false;
            return;
        }
        let begins_item = is_item(&text[line.clone()]);
        if kind == BlockKind::Text
            && self.open
            && !begins_item
            && goes_on(text, self.blocks.last(), first)
        {
            if let Some(last) = self.blocks.last_mut() {
                last.span.end = line.end;
                last.pieces.extend(pieces);
                last.lines += 1;
                return;
            }
        }
        self.push(kind, line, pieces);
        self.open = kind == BlockKind::Text;
    }

    /// A line of text right above `===` or `---` is a heading.
    fn underline(&mut self, rule: &str) {
        let solid = rule.bytes().all(|b| b == b'=') || rule.bytes().all(|b| b == b'-');
        if let Some(last) = self.blocks.last_mut() {
            if self.open && solid && last.kind == BlockKind::Text && last.lines == 1 {
                last.kind = BlockKind::Heading;
            }
        }
    }

    fn push(&mut self, kind: BlockKind, line: Range<usize>, pieces: Vec<Range<usize>>) {
        let start = pieces.first().map_or(line.start, |piece| piece.start);
        self.blocks.push(Block {
            kind,
            span: start..line.end,
            pieces,
            lines: 1,
        });
    }
}

/// What a line is by its beginning, and how many bytes of it are not words.
fn beginning(line: &str) -> (BlockKind, usize) {
    let rest = unquoted(line);
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\t']) {
        let words = rest[hashes..].trim_start();
        return (BlockKind::Heading, line.len() - words.len());
    }
    (
        BlockKind::Text,
        line.len() - after_bullet(rest).unwrap_or(rest).len(),
    )
}

/// A line without the signs of a block quote.
fn unquoted(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start();
    }
    rest
}

/// True if a line begins an entry of a list.
fn is_item(line: &str) -> bool {
    after_bullet(unquoted(line)).is_some()
}

/// What follows `- `, `* `, `+ `, `12. ` or `12) `.
fn after_bullet(rest: &str) -> Option<&str> {
    let bullets = ["- ", "* ", "+ "];
    if let Some(words) = bullets.iter().find_map(|bullet| rest.strip_prefix(bullet)) {
        return Some(words.trim_start());
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let dotted = rest[digits..].starts_with(". ") || rest[digits..].starts_with(") ");
    ((1..=3).contains(&digits) && dotted).then(|| rest[digits + 2..].trim_start())
}

/// The bytes of a picture's caption, and where what follows the picture begins: its marks.
fn caption(line: &str) -> Option<(Range<usize>, usize)> {
    let words = line.strip_prefix("![")?;
    let end = words.find("](")?;
    let after = words[end..]
        .find(')')
        .map_or(line.len(), |at| 2 + end + at + 1);
    (end > 0).then_some((2..2 + end, after))
}

/// True for the line under a table's head: `|---|:--:|`.
fn is_table_rule(line: &str) -> bool {
    let signs = |c: char| matches!(c, '|' | '-' | ':' | ' ');
    line.contains("--") && line.contains('|') && line.chars().all(signs)
}

/// True for `---`, `***`, `===`: a line across the page, or the underline of a heading.
fn is_rule(line: &str) -> bool {
    let Some(sign) = line.chars().next() else {
        return false;
    };
    matches!(sign, '-' | '*' | '_' | '=')
        && line.len() >= 3
        && line.chars().all(|c| c == sign || c == ' ')
}

/// True if a line continues the sentence before: that one has not ended, and this one begins with a small letter.
fn goes_on(text: &str, last: Option<&Block>, next: &Range<usize>) -> bool {
    let Some(end) = last.and_then(|block| block.pieces.last()) else {
        return false;
    };
    let before = text[end.clone()].trim_end();
    let after = text[next.clone()].trim_start();
    let ended = before.ends_with(|c| {
        is_only_closing(c) || matches!(c, '.' | '!' | '?' | '…' | ':' | ')' | ']' | '|')
    });
    !ended && after.starts_with(char::is_lowercase)
}
