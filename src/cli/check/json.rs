//! Problems as JSON, one object a line, and a summary last.

use super::summary::Summary;
use super::told::Told;
use crate::case::{Code, Severity};
use crate::cli::out::Out;
use crate::cli::{Failure, json};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    code: Code,
    severity: Severity,
    file: &'a str,
    line: usize,
    column: usize,
    id: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Last<'a> {
    summary: &'a Summary,
}

/// Tells each problem, then the counts.
pub fn tell(told: &[Told], summary: &Summary, out: &mut Out) -> Result<(), Failure> {
    for told in told {
        let line = Line {
            code: told.code,
            severity: told.severity,
            file: &told.path,
            line: told.from.line,
            column: told.from.column,
            id: told.id.as_deref(),
            message: &told.message,
            help: told.help.as_deref(),
        };
        json::line(out, &line)?;
    }
    json::line(out, &Last { summary })
}
