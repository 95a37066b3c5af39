//! The page of a fault in the files: where, what, and what to do next.

use crate::case::{Case, Problem, Severity};
use crate::tui::desk::Spot;
use crate::tui::page::{Page, Para, Tone};
use std::ops::Range;

/// Lines shown before and after the faulty one.
const AROUND: usize = 2;

/// The page of a fault.
pub fn problem_page(case: &Case, problem: &Problem) -> Page {
    let mut page = Page::default();
    let file = case.file(problem.file);
    let place = case.place(problem.file, problem.span.start);
    let tone = match problem.severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Doubt,
        Severity::Note => Tone::Dim,
    };
    page.push(
        Para::new()
            .put(Tone::Strong, &problem.code.to_string())
            .put(tone, &format!("  {}", problem.severity.word()))
            .put(
                Tone::Dim,
                &format!("   {}:{}:{}", file.path, place.line, place.column),
            ),
    );
    page.gap();
    page.push(Para::new().put(Tone::Plain, &problem.message));
    if let Some(help) = &problem.help {
        page.push(Para::field("help", Tone::Plain, help));
    }
    let record = problem.id.as_ref().and_then(|id| case.find(id));
    if let Some(ix) = record {
        page.push(
            Para::new()
                .name("record")
                .put(Tone::Link, &case.at(ix).id.value)
                .leads(Some(Spot::Record(ix))),
        );
    }
    page.gap();
    lines(&file.bytes, &problem.span, &mut page);
    if let Some((file, span, why)) = &problem.also {
        let there = case.place(*file, span.start);
        let path = &case.file(*file).path;
        page.push(Para::field(
            "also",
            Tone::Plain,
            &format!("{path}:{}:{}  {why}", there.line, there.column),
        ));
    }
    page.gap();
    page.push(Para::new().put(Tone::Dim, "e opens the file there in your editor."));
    page
}

/// The lines around the fault, numbered, the faulty words marked in theirs. Of a long line the stretch around them is shown.
fn lines(bytes: &[u8], span: &Range<usize>, page: &mut Page) {
    let at = span.start.min(bytes.len());
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let first = line.saturating_sub(AROUND).max(1);
    let mut start = 0;
    for (i, content) in bytes
        .split(|byte| *byte == b'\n')
        .enumerate()
        .take(line + AROUND)
    {
        let (number, end) = (i + 1, start + content.len());
        if number >= first {
            let here = span.start.max(start)..span.end.clamp(start, end).max(span.start.max(start));
            page.push(numbered(
                number,
                content,
                start,
                (number == line).then_some(here),
            ));
        }
        start = end + 1;
    }
    page.gap();
}

/// One line with its number; the bytes of the file that are the fault marked.
fn numbered(number: usize, content: &[u8], start: usize, fault: Option<Range<usize>>) -> Para {
    let para = Para::new()
        .put(Tone::Dim, &format!("{number:>5}  "))
        .indented(0, 7);
    let shown = |range: Range<usize>| {
        let from = range.start.min(content.len());
        String::from_utf8_lossy(&content[from..range.end.clamp(from, content.len())]).into_owned()
    };
    let Some(fault) = fault else {
        return para.put(Tone::Dim, &cut(&shown(0..MOST)));
    };
    let (from, to) = (fault.start - start, fault.end - start);
    let before = shown(from.saturating_sub(MOST / 2)..from);
    let before = if from > MOST / 2 {
        format!("…{before}")
    } else {
        before
    };
    // An end of line or file has no words of its own to be marked.
    let words = if from == to {
        "⏎".to_owned()
    } else {
        cut(&shown(from..to))
    };
    para.put(Tone::Plain, &before)
        .put(Tone::Bad, &words)
        .put(Tone::Plain, &cut(&shown(to..to + MOST / 2)))
}

/// The most bytes of a line that are shown.
const MOST: usize = 400;

fn cut(text: &str) -> String {
    let mut chars = text.chars();
    let kept: String = chars.by_ref().take(MOST / 2).collect();
    if chars.next().is_some() {
        format!("{kept}…")
    } else {
        kept
    }
}
