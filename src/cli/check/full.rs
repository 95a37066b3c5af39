//! Problems for people: each under the line it is in, with what to do next; then the counts.

use super::summary::Summary;
use super::told::Told;
use crate::case::Severity;
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::{count, safe};
use crate::ruling::Sign;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::io::Write;

/// Tells everything.
pub fn tell(told: &[Told], summary: &Summary, out: &mut Out) -> Result<(), Failure> {
    let renderer = if out.styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for told in told {
        writeln!(out, "{}\n", drawn(told, &renderer))?;
    }
    write!(out, "{}", counts(summary))?;
    Ok(())
}

fn drawn(told: &Told, renderer: &Renderer) -> String {
    let level = match told.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = safe(&told.path);
    let title = level
        .primary_title(safe(&told.message))
        .id(told.code.to_string());
    let line = told.from.line;
    let mut main = if told.excerpt.text.is_empty() {
        let origin = Origin::path(path.as_str()).line(line);
        title.element(origin.char_column(told.from.column))
    } else {
        let mark = AnnotationKind::Primary.span(told.excerpt.span.clone());
        let snippet = Snippet::source(told.excerpt.text.as_str()).path(path.as_str());
        title.element(snippet.line_start(line).annotation(mark))
    };
    if let Some(help) = &told.help {
        main = main.element(Level::HELP.message(safe(help)));
    }
    let drawn = renderer.render(&groups(main, told));
    if !told.excerpt.altered {
        return drawn;
    }
    // The column in the heading was counted in what is shown; the file's own is wanted.
    let shown = format!("{path}:{line}:{}", told.excerpt.column());
    drawn.replacen(&shown, &format!("{path}:{line}:{}", told.from.column), 1)
}

fn groups<'a>(main: Group<'a>, told: &Told) -> Vec<Group<'a>> {
    let mut groups = vec![main];
    if let Some((path, place, words)) = &told.also {
        let origin = Origin::path(safe(path)).line(place.line);
        let title = Level::NOTE.secondary_title(safe(words));
        groups.push(title.element(origin.char_column(place.column)));
    }
    groups
}

/// The last lines: how many of what, and how things stand.
fn counts(summary: &Summary) -> String {
    let mut faults = vec![];
    let mut add = |n, one, many| {
        if n > 0 {
            faults.push(count(n, one, many));
        }
    };
    add(summary.errors, "error", "errors");
    add(summary.warnings, "warning", "warnings");
    add(summary.notes, "note", "notes");
    let faults = if faults.is_empty() {
        "Nothing wrong in the files.".to_owned()
    } else {
        format!("{}.", faults.join(", "))
    };
    let claims = count(summary.claims, "claim", "claims");
    let sentences = count(summary.sentences, "sentence", "sentences");
    let states: Vec<String> = summary
        .standings
        .iter()
        .map(|(state, n)| format!("{n} {}", Sign::of(*state).word))
        .collect();
    let stand = if states.is_empty() {
        String::new()
    } else {
        format!(": {}", states.join(", "))
    };
    format!("{faults}\n{claims}, {sentences}{stand}.\n")
}
