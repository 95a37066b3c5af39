//! The runs between quotation marks: curly, straight, single, guillemets, the marks of typewriters and pages, and the
//! dashes of Spanish dialogues.
use crate::text::Span;
use crate::text::typography::{is_double, is_single};

use crate::text::lexicon::{Language, List};

/// `between` without the marks and spaces around it.
pub(crate) fn without_marks(between: &str) -> &str {
    let mut inner = between;
    loop {
        let before = inner.len();
        inner = inner.trim_matches(|c: char| is_double(c) || is_single(c) || c.is_whitespace());
        for (open, close) in LONG_MARKS {
            inner = inner.strip_prefix(close).unwrap_or(inner);
            inner = inner.strip_suffix(open).unwrap_or(inner);
        }
        if inner.len() == before {
            return inner;
        }
    }
}

/// Where the quotation in single marks that opens at byte `at` ends: its marks, and what is between them. Apostrophes
/// are passed over: a closing mark stands behind a sign, or it is the last that a word ends with before others open.
fn single(text: &str, at: usize, open: char) -> Option<(Span, usize)> {
    let from = at + open.len_utf8();
    let before = text[..at].chars().next_back();
    let rest = paragraph(&text[from..]);
    let first = rest.chars().next()?;
    if before.is_some_and(|c| !c.is_whitespace() && !"([—–".contains(c)) || !first.is_alphanumeric()
    {
        return None;
    }
    let elided = crate::text::tokens::fold_at(rest, 0).0;
    if open != '‘' && (first.is_ascii_digit() || ELIDED.contains(&elided.as_str())) {
        return None;
    }
    let mut last = None;
    for (place, c) in rest.char_indices() {
        let (inside, after) = (&rest[..place], &rest[place + c.len_utf8()..]);
        let begins =
            inside.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace);
        if begins && (c == '‘' || c == open && open == '\'') {
            break;
        }
        let closes = matches!((open, c), ('‘', '’') | ('\'', '\''));
        if !closes || begins || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        last = Some((Span::new(from, from + place), from + place + c.len_utf8()));
        if inside.ends_with([',', '.', '!', '?', '…', ';', '—'])
            || after.starts_with([',', '.', ';', ':', ')'])
        {
            break;
        }
    }
    last.filter(|(span, _)| span.of(text).chars().count() > 1)
}

/// Quotation marks of more than one character, as typewriters, keyboards without guillemets and pages write them.
pub(crate) const LONG_MARKS: [(&str, &str); 6] = [
    ("``", "''"),
    ("<<", ">>"),
    ("&ldquo;", "&rdquo;"),
    ("&laquo;", "&raquo;"),
    ("&lsquo;", "&rsquo;"),
    ("&quot;", "&quot;"),
];

/// The quotation in marks of more than one character that opens at byte `at`: what is between them, and where they end.
/// One that its paragraph never closes is none. An apostrophe is no closing mark.
fn long(text: &str, at: usize) -> Option<(Span, usize)> {
    let (open, close) = LONG_MARKS
        .into_iter()
        .find(|(open, _)| text[at..].starts_with(open))?;
    let from = at + open.len();
    let rest = paragraph(&text[from..]);
    let mut ends = rest.match_indices(close).map(|(place, _)| place);
    let apostrophe = |place: usize| {
        close == "&rsquo;" && rest[place + close.len()..].starts_with(char::is_alphanumeric)
    };
    let end = from + ends.find(|place| !apostrophe(*place))?;
    Some((Span::new(from, end), end + close.len()))
}

/// Words that are written with an apostrophe before them.
const ELIDED: [&str; 11] = [
    "em", "n", "tis", "twas", "cause", "til", "till", "round", "bout", "cos", "s",
];

/// The marks that close what `open` opened.
fn closes(open: char, c: char) -> bool {
    match open {
        '“' | '”' => matches!(c, '”'),
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '›' => c == '‹',
        _ => c == open,
    }
}

/// The runs between quotation marks, without the marks.
pub(crate) fn runs(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if at < passed {
            continue;
        }
        match open {
            Some((mark, from)) if closes(mark, c) => {
                push(text, from, at, &mut all);
                open = None;
            }
            // Never closed: it ends with its paragraph, and the next one may go on with it.
            Some((_, from)) if c == '\n' && paragraph_ends(&text[end..]) => {
                push(text, from, at, &mut all);
                open = None;
            }
            Some(_) => {}
            None if matches!(c, '`' | '<' | '&') => {
                if let Some((inner, after)) = long(text, at) {
                    push(text, inner.start, inner.end, &mut all);
                    passed = after;
                }
            }
            None if c == '—' => {
                if let Some((parts, after)) = dialogue(text, at) {
                    for part in parts {
                        push(text, part.start, part.end, &mut all);
                    }
                    passed = after;
                }
            }
            None if opens(text, at, c) => open = Some((c, end)),
            None if matches!(c, '‘' | '\'') => {
                if let Some((inner, after)) = single(text, at, c) {
                    push(text, inner.start, inner.end, &mut all);
                    passed = after;
                }
            }
            None => {}
        }
    }
    if let Some((_, from)) = open {
        push(text, from, text.len(), &mut all);
    }
    all
}

/// The rest of the paragraph that `text` begins in.
fn paragraph(text: &str) -> &str {
    &text[..text.find("\n\n").unwrap_or(text.len())]
}

/// What is said in the paragraph that the dash at byte `at` begins, and where it ends, as Spanish prints dialogues:
/// —No lo sabía —dijo Ana—, pero lo temía. It is one only where such a dash names who speaks.
fn dialogue(text: &str, at: usize) -> Option<(Vec<Span>, usize)> {
    const DASH: char = '—';
    /// The verb of an attribution stands among so many words.
    const NEAR: usize = 4;
    let from = at + DASH.len_utf8();
    let rest = paragraph(&text[from..]);
    let rest = &rest[..rest.find("\n—").unwrap_or(rest.len())];
    let begins = text[..at].is_empty() || text[..at].ends_with('\n');
    if !begins || !rest.starts_with(|c: char| c.is_alphanumeric() || "¿¡«“…".contains(c)) {
        return None;
    }
    let says = |words: &str| {
        let folded = crate::text::fold::fold(words);
        let mut words = folded.split(' ').take(NEAR);
        words.any(|word| Language::Spanish.lexicon().has(List::Saying, word))
    };
    let (mut said, mut begin, mut parts) = (0, 0, Vec::new());
    while let Some(open) = rest[begin..].find(" —").map(|place| begin + place) {
        let inner = open + 1 + DASH.len_utf8();
        let close = rest[inner..]
            .find(DASH)
            .map_or(rest.len(), |len| inner + len);
        if says(&rest[inner..close]) {
            parts.push(Span::new(from + said, from + open));
            let after = &rest[close..];
            said = rest.len()
                - after
                    .trim_start_matches([DASH, ',', '.', ';', ':', ' '])
                    .len();
        }
        begin = (close + DASH.len_utf8()).min(rest.len());
    }
    let attributed = !parts.is_empty();
    parts.push(Span::new(from + said.min(rest.len()), from + rest.len()));
    attributed.then_some((parts, from + rest.len()))
}

fn paragraph_ends(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("");
    line.trim().is_empty()
        || rest
            .trim_start_matches([' ', '\t'])
            .starts_with(['“', '"', '«', '„'])
}

/// Whether the mark at `at` opens a quotation. A straight mark after a digit is inches or seconds.
fn opens(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '“' | '„' | '«' => true,
        // Pages use them as arrows, too.
        '‹' => paragraph(&text[at..]).contains('›'),
        '"' | '\u{FF02}' => {
            !before.is_some_and(char::is_alphanumeric)
                && after.is_some_and(|after| !after.is_whitespace())
        }
        '”' | '»' | '›' => {
            before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
        }
        _ => false,
    }
}

fn push(text: &str, from: usize, to: usize, all: &mut Vec<Span>) {
    let inner = &text[from..to];
    let start = from + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    if inner.contains(char::is_alphanumeric) {
        all.push(Span::new(start, end));
    }
}
