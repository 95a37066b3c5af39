//! Reading a draft: plain text or Markdown, one sentence after the other, each with its marks.

use super::blocks::{Block, BlockKind, blocks};
use super::marks::{Marked, marked};
use super::sentences::sentences;
use super::wants::wants;
use super::{Draft, Names, Sentence, SentenceKind};
use crate::case::{Code, FileIx, Problem, Severity};
use crate::text::lexicon::Language;
use crate::verify::quote_spans;
use std::ops::Range;

/// Reads a draft. `names` are the parties' names, which a sentence may hold at its beginning.
pub fn read(file: FileIx, bytes: &[u8], names: &Names<'_>, problems: &mut Vec<Problem>) -> Draft {
    problems.extend(nul(file, bytes));
    let text = utf8(file, bytes, problems);
    let language = Language::guess(&text);
    let mut draft = Draft {
        file,
        language,
        sentences: vec![],
    };
    let mut headings = 0;
    let mut lines = LineCounter::new(&text);
    let (blocks, open) = blocks(&text);
    problems.extend(open.map(|span| never_closed(file, &text, span)));
    for block in blocks {
        let kind = match block.kind {
            BlockKind::Heading => {
                headings += 1;
                SentenceKind::Heading(headings)
            }
            BlockKind::Text => SentenceKind::Text,
            BlockKind::Caption => SentenceKind::Caption,
        };
        let marks = marked(&text, &block.pieces);
        for (span, why) in &marks.faults {
            problems.push(problem(
                file,
                span.clone(),
                Code::BAD_MARK,
                Severity::Error,
                why,
                MARK_HELP,
            ));
        }
        let spans = match kind {
            SentenceKind::Heading(_) => vec![0..marks.words.len()],
            SentenceKind::Text | SentenceKind::Caption => sentences(&marks.words, &marks.cuts()),
        };
        if spans.len() > 1 && block.lines == 1 {
            let help = "put each sentence on a line of its own, so that it keeps its ruling when another one changes";
            let said = format!(
                "{} sentences stand on this line; they are taken apart",
                spans.len()
            );
            problems.push(problem(
                file,
                block.span.clone(),
                Code::SEVERAL,
                Severity::Note,
                &said,
                help,
            ));
        }
        for span in spans {
            let sentence = sentence(kind, &marks, span, &block, &mut lines);
            draft.sentences.push(sentence);
        }
    }
    look_into(&mut draft, names);
    let uncited = draft.sentences.iter().filter_map(|s| uncited(file, s));
    problems.extend(uncited);
    draft
}

/// Fills in what the sentences quote, and what those without a mark want a source for.
fn look_into(draft: &mut Draft, names: &Names<'_>) {
    let joined = draft.joined();
    for quote in quote_spans(&joined.text) {
        for (at, part) in joined.parts(quote.inner) {
            draft.sentences[at].quoted.push(part);
        }
    }
    for sentence in draft.sentences.iter_mut().filter(|s| s.marks.is_empty()) {
        sentence.wants = wants(sentence, names, draft.language);
    }
}

const MARK_HELP: &str = "marks are [@id] or [@a; @b#p3] for claims and sources, [@author] for own eyes, [TK] for open work, [~] for nothing to check";

/// One sentence of a block, with its marks and its place.
fn sentence(
    kind: SentenceKind,
    marked: &Marked,
    span: Range<usize>,
    block: &Block,
    lines: &mut LineCounter<'_>,
) -> Sentence {
    let words = marked.words[span.clone()]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let marks = marked.marks_of(&span);
    let start = marked.origin(span.start).unwrap_or(block.span.start);
    let end = marked.end_of(&span).unwrap_or(block.span.end);
    Sentence {
        kind,
        line: lines.line_of(start),
        span: start..end.max(start),
        words,
        marks,
        quoted: vec![],
        wants: vec![],
    }
}

/// The problem of a sentence without a mark; a heading with nothing to check needs none.
fn uncited(file: FileIx, sentence: &Sentence) -> Option<Problem> {
    if !sentence.is_uncited() || !sentence.counts() {
        return None;
    }
    let holds: Vec<&str> = sentence.wants.iter().map(|want| want.words()).collect();
    let (severity, message) = if holds.is_empty() {
        (
            Severity::Note,
            "no mark says what this sentence stands on".to_owned(),
        )
    } else {
        let holds = holds.join(" and ");
        (
            Severity::Warning,
            format!("no mark says what this sentence stands on, and it contains {holds}"),
        )
    };
    Some(problem(
        file,
        sentence.span.clone(),
        Code::UNCITED,
        severity,
        &message,
        MARK_HELP,
    ))
}

fn problem(
    file: FileIx,
    span: Range<usize>,
    code: Code,
    severity: Severity,
    message: &str,
    help: &str,
) -> Problem {
    Problem {
        code,
        severity,
        file,
        span,
        id: None,
        message: message.to_owned(),
        help: Some(help.to_owned()),
        also: None,
    }
}

/// A comment or code that runs to the end of the draft, and so hides every sentence after it.
fn never_closed(file: FileIx, text: &str, span: Range<usize>) -> Problem {
    let mark = &text[span.clone()];
    let (what, close) = if mark == "<!--" {
        ("comment", "-->")
    } else {
        ("code block", mark)
    };
    let message = format!("this {what} is never closed: nothing after it is read as a sentence");
    let help = format!("close it with `{close}` where it ends");
    problem(
        file,
        span,
        Code::OPEN_COMMENT,
        Severity::Warning,
        &message,
        &help,
    )
}

fn nul(file: FileIx, bytes: &[u8]) -> Option<Problem> {
    let at = memchr::memchr(0, bytes)?;
    let message = "there is a NUL character here, which no text contains";
    let help = "delete it; if there are many, the file is not text or is UTF-16: save it as UTF-8";
    Some(problem(
        file,
        at..at + 1,
        Code::NUL,
        Severity::Error,
        message,
        help,
    ))
}

/// The bytes as text of the same length: bytes that are not UTF-8 are reported once and read as `?`.
fn utf8(file: FileIx, bytes: &[u8], problems: &mut Vec<Problem>) -> String {
    let Err(error) = std::str::from_utf8(bytes) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let at = error.valid_up_to();
    let message = "the draft is not UTF-8 from here on; it looks like Latin-1 or Windows-1252";
    let help = "save it as UTF-8 in your editor; letters that could not be read are shown as ?";
    problems.push(problem(
        file,
        at..at + 1,
        Code::NOT_UTF8,
        Severity::Error,
        message,
        help,
    ));
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text
}

/// Counts lines up to offsets that only grow.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> LineCounter<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    fn line_of(&mut self, at: usize) -> usize {
        if at < self.at {
            *self = Self::new(self.text);
        }
        let between = &self.text.as_bytes()[self.at..at.min(self.text.len())];
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.at = at.min(self.text.len());
        self.line
    }
}
