//! `list`: the records of a case as lines, or the cases of a folder.

use super::args::{Format, List};
use super::open::{self, Seen};
use super::out::Out;
use super::words::{count, safe};
use super::{Failure, json};
use crate::case::{Case, FileIx, Kind, Node, RecordIx, Ruler, near};
use crate::ruling::{Sign, Standing};
use crate::verify::said;
use crate::wording;
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;

/// One record or case in one line.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    kind: &'static str,
    case: &'a str,
    file: String,
    line: usize,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<String>,
}

/// Lists.
pub fn run(args: &List, out: &mut Out) -> Result<u8, Failure> {
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let seen = open::all(&args.path)?;
    let is_folder = crate::disk::is_folder_of_cases(&args.path);
    match (args.format, kind) {
        (Format::Json, None) if is_folder => {
            for seen in &seen {
                json::line(out, &case_line(seen))?;
            }
        }
        (Format::Text, None) if is_folder => cases(&seen, out)?,
        (Format::Json, kind) => {
            for seen in &seen {
                let mut rulers = HashMap::new();
                for ix in records(&seen.case, kind) {
                    let mut line = record_line(seen, ix, &mut rulers);
                    line.finding = finding(seen, ix);
                    json::line(out, &line)?;
                }
            }
        }
        (Format::Text, kind) => {
            for seen in &seen {
                groups(seen, kind, is_folder, out)?;
            }
        }
    }
    Ok(0)
}

/// What the machine says of a quote or claim in one word.
fn finding(seen: &Seen, ix: RecordIx) -> Option<String> {
    match seen.case.at(ix).kind() {
        Kind::Quote | Kind::Claim => said(&seen.case, seen.findings(), Node::Record(ix)),
        Kind::Party
        | Kind::Source
        | Kind::Permit
        | Kind::Request
        | Kind::Casualty
        | Kind::Figure
        | Kind::Event
        | Kind::Contact => None,
    }
}

fn kind(word: &str) -> Result<Kind, Failure> {
    Kind::parse(word).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.section()).collect();
        let all = Kind::ALL.iter().map(|kind| kind.singular());
        let meant = near(word, known.iter().copied().chain(all))
            .map(|meant| format!("did you mean `{meant}`? "));
        Failure::new(
            format!("there is no kind `{word}`"),
            format!(
                "{}the kinds are {}",
                meant.unwrap_or_default(),
                known.join(", ")
            ),
        )
    })
}

/// The records wanted, grouped by kind in display order, in the order written within a kind.
fn records(case: &Case, kind: Option<Kind>) -> Vec<RecordIx> {
    let mut ixs: Vec<RecordIx> = case
        .iter()
        .filter(|(_, record)| kind.is_none_or(|kind| record.kind() == kind))
        .map(|(ix, _)| ix)
        .collect();
    ixs.sort_by_key(|ix| (case.at(*ix).kind(), *ix));
    ixs
}

fn record_line<'a>(
    seen: &'a Seen,
    ix: RecordIx,
    rulers: &mut HashMap<FileIx, Ruler<'a>>,
) -> Line<'a> {
    let record = seen.case.at(ix);
    let bytes = &seen.case.file(record.file).bytes;
    let ruler = rulers
        .entry(record.file)
        .or_insert_with(|| Ruler::new(bytes));
    Line {
        id: &record.id.value,
        kind: record.kind().singular(),
        case: &seen.case.name,
        file: seen.file(record.file),
        line: ruler.place(record.id.at as usize).line,
        title: wording::title(&seen.case, ix),
        standing: standing(seen, ix).map(Standing::word),
        finding: None,
    }
}

fn case_line(seen: &Seen) -> Line<'_> {
    Line {
        id: &seen.case.name,
        kind: "case",
        case: &seen.case.name,
        file: seen.head_file(),
        line: 1,
        title: seen.title().to_owned(),
        standing: None,
        finding: None,
    }
}

/// How a claim stands; other records do not stand or fall.
fn standing(seen: &Seen, ix: RecordIx) -> Option<Standing> {
    Some(seen.stand(Node::Record(ix))?.state)
}

/// The cases of a folder: name, title, how many records.
fn cases(seen: &[Seen], out: &mut Out) -> Result<(), Failure> {
    for seen in seen {
        let name = out.bold(&safe(&seen.case.name));
        let records = count(seen.case.records.len(), "record", "records");
        writeln!(
            out,
            "{name}  {}  ({records}, in {})",
            safe(seen.title()),
            safe(&seen.folder())
        )?;
    }
    Ok(())
}

/// Records under a heading for each kind that has any.
fn groups(seen: &Seen, kind: Option<Kind>, named: bool, out: &mut Out) -> Result<(), Failure> {
    let ixs = records(&seen.case, kind);
    if named {
        let name = out.bold(&safe(&seen.case.name));
        writeln!(out, "{name}  {}", safe(seen.title()))?;
    }
    if ixs.is_empty() {
        let what = kind.map_or("records", Kind::section);
        writeln!(
            out,
            "no {what} yet; write them under `{}:` in {}",
            kind.map_or("claims", Kind::section),
            safe(&seen.head_file())
        )?;
    }
    for group in ixs.chunk_by(|a, b| seen.case.at(*a).kind() == seen.case.at(*b).kind()) {
        let section = seen.case.at(group[0]).kind().section();
        let heading = out.bold(section);
        writeln!(out, "{heading} ({})", group.len())?;
        let widest = group.iter().map(|ix| seen.case.at(*ix).id.value.len());
        let width = widest.max().unwrap_or_default().min(24);
        for ix in group {
            let state = standing(seen, *ix);
            let state = state.map_or(String::new(), |s| format!("  [{}]", Sign::of(s).word));
            writeln!(
                out,
                "  {:<width$}  {}{state}",
                safe(&seen.case.at(*ix).id.value),
                safe(&wording::title(&seen.case, *ix))
            )?;
        }
    }
    Ok(())
}
