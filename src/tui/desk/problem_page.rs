//! The page of a fault in the files: where, what, and what to do next.

use super::Spot;
use super::para::{Page, Para, Tone};
use crate::case::{Case, Problem, Severity};

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
    page.gap();
    lines(&file.bytes, place.line, place.column, &mut page);
    if let Some((file, span, why)) = &problem.also {
        let there = case.place(*file, span.start);
        let path = &case.file(*file).path;
        page.push(Para::field(
            "also",
            Tone::Plain,
            &format!("{path}:{}:{}  {why}", there.line, there.column),
        ));
    }
    let record = problem.id.as_ref().and_then(|id| case.find(id));
    if let Some(ix) = record {
        page.gap();
        page.push(
            Para::new()
                .name("record")
                .put(Tone::Link, &case.at(ix).id.value)
                .leads(Some(Spot::Record(ix))),
        );
    }
    page.gap();
    page.push(Para::new().put(Tone::Dim, "e opens the file there in your editor."));
    page
}

/// The lines around the fault, numbered, with a mark under its column.
fn lines(bytes: &[u8], line: usize, column: usize, page: &mut Page) {
    let text = String::from_utf8_lossy(bytes);
    let first = line.saturating_sub(AROUND).max(1);
    let shown = text
        .lines()
        .enumerate()
        .skip(first - 1)
        .take(line + AROUND + 1 - first);
    for (i, content) in shown {
        let number = i + 1;
        let here = number == line;
        let tone = if here { Tone::Plain } else { Tone::Dim };
        let short: String = content.chars().take(400).collect();
        page.push(
            Para::new()
                .put(Tone::Dim, &format!("{number:>5}  "))
                .put(tone, &short)
                .indented(0, 7),
        );
        if here && column < 200 {
            let under = format!("       {}^", " ".repeat(column - 1));
            page.push(Para::new().put(Tone::Bad, &under));
        }
    }
    page.gap();
}
