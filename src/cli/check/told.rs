//! A problem with its place in the user's terms.

use super::excerpt::Excerpt;
use crate::case::{Case, Code, FileIx, Place, Problem, Ruler, Severity};
use crate::cli::open::Seen;
use std::collections::HashMap;

/// A problem ready to be told in any format. Texts are as they stand in the files; each format makes them safe.
pub struct Told {
    /// Which rule was broken.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as the user would name it.
    pub path: String,
    /// Where it begins.
    pub from: Place,
    /// Where it ends, the end not included.
    pub to: Place,
    /// The record it is in.
    pub id: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do next.
    pub help: Option<String>,
    /// Another place that explains it: path, place, words.
    pub also: Option<(String, Place, String)>,
    /// The line it is in.
    pub excerpt: Excerpt,
}

/// Every problem, by case, file, line and column.
pub fn all(seen: &[Seen]) -> Vec<Told> {
    seen.iter().flat_map(of_case).collect()
}

fn of_case(seen: &Seen) -> Vec<Told> {
    let mut order: Vec<&Problem> = seen.problems.iter().collect();
    order.sort_by(|a, b| {
        let key = |p: &Problem| (p.file, p.span.start, p.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    let mut rulers = HashMap::new();
    order
        .into_iter()
        .map(|problem| of_problem(seen, problem, &mut rulers))
        .collect()
}

fn of_problem<'a>(
    seen: &'a Seen,
    problem: &Problem,
    rulers: &mut HashMap<FileIx, Ruler<'a>>,
) -> Told {
    let file = problem.file;
    let path = seen.file(file);
    let bytes = &seen.case.file(file).bytes;
    let ruler = rulers.entry(file).or_insert_with(|| Ruler::new(bytes));
    let from = ruler.place(problem.span.start);
    let told = Told {
        code: problem.code,
        severity: problem.severity,
        path,
        from,
        to: from,
        id: problem.id.clone(),
        message: short(&problem.message),
        help: problem.help.as_deref().map(short),
        also: None,
        excerpt: Excerpt::default(),
    };
    if is_private(&seen.case, file) {
        return discreet(told);
    }
    let excerpt = Excerpt::of(bytes, ruler.line(from.line), &problem.span);
    let to = ruler.end(problem.span.end.max(problem.span.start));
    let also = problem.also.as_ref();
    let also = also.filter(|(file, _, _)| !is_private(&seen.case, *file));
    let also = also.map(|(file, span, words)| {
        let bytes = &seen.case.file(*file).bytes;
        let ruler = rulers.entry(*file).or_insert_with(|| Ruler::new(bytes));
        (seen.file(*file), ruler.end(span.start), words.clone())
    });
    Told {
        to,
        also,
        excerpt,
        ..told
    }
}

/// The most characters of a message: one that repeats a value of megabytes is cut.
const MOST: usize = 600;

fn short(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}… (cut after {MOST} characters)", &text[..at]),
        None => text.to_owned(),
    }
}

/// True for the file whose content no command may print.
fn is_private(case: &Case, file: FileIx) -> bool {
    case.file(file).path == "private.yaml"
}

/// A problem of the private file: the place and the rule, none of its words.
fn discreet(told: Told) -> Told {
    let code = told.code;
    Told {
        id: None,
        message: "something in the private file is not as the format wants it (its words are not printed)".to_owned(),
        help: Some(format!("open it at this line; `casefile explain {code}` tells the rule")),
        ..told
    }
}
