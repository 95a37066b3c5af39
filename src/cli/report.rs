//! `report`: a case told to an editor, a lawyer, a party or a checker with a telephone.

use super::Failure;
use super::args::{Report, ReportFormat};
use super::open::{self, Seen};
use super::out::Out;
use super::words::{argument, safe};
use crate::case::near;
use crate::disk::{clock, written};
use crate::report::{self, Account, Known, Redaction};
use std::io::Write;
use std::path::Path;

/// Tells it, on standard output or into a file.
pub fn run(args: &Report, out: &mut Out) -> Result<u8, Failure> {
    fits(args)?;
    let seen = open::one(&args.path)?;
    let text = told(args, &seen)?;
    deliver(&text, args.output.as_deref(), &seen, out)?;
    Ok(0)
}

/// What of a case is held back.
pub fn redaction(seen: &Seen, no_redact: bool) -> Redaction {
    if no_redact {
        Redaction::none(&seen.case)
    } else {
        Redaction::of(&seen.case)
    }
}

/// What people ruled and what the machine finds.
pub fn known(seen: &Seen, hide: &Redaction) -> Known {
    let problems = seen.all_problems();
    let mut known = Known::new(&seen.story(&problems), hide);
    known.add_quotes(&seen.case, seen.findings(), hide);
    known.add_figures(&seen.case, hide);
    known
}

/// Writes a text where it was asked for.
pub fn deliver(text: &str, to: Option<&Path>, seen: &Seen, out: &mut Out) -> Result<(), Failure> {
    match to.filter(|path| *path != Path::new("-")) {
        None => out.write_all(text.as_bytes())?,
        Some(path) => {
            written::write(path, text, seen.root(), &seen.case)?;
            writeln!(out, "wrote {}", safe(&argument(path)))?;
        }
    }
    Ok(())
}

/// `--to` and `--who` narrow letters and call sheets only.
fn fits(args: &Report) -> Result<(), Failure> {
    let wrong = |option: &str, format: &str| {
        Err(Failure::new(
            format!("{option} goes with --format {format} only"),
            format!("say --format {format}, or leave {option} out"),
        ))
    };
    if args.to.is_some() && args.format != ReportFormat::Letter {
        return wrong("--to", "letter");
    }
    if args.who.is_some() && args.format != ReportFormat::Calls {
        return wrong("--who", "calls");
    }
    Ok(())
}

fn told(args: &Report, seen: &Seen) -> Result<String, Failure> {
    let case = &seen.case;
    let hide = redaction(seen, args.no_redact);
    let today = clock::today();
    let account = || Account::of(case, &known(seen, &hide), &hide, today);
    Ok(match args.format {
        ReportFormat::Html => report::html(&account()),
        ReportFormat::Markdown => report::markdown(&account()),
        ReportFormat::Csv => report::sheet(&account()),
        ReportFormat::Letter => {
            let letters = report::letters(case, &hide, args.to.as_deref(), today);
            spoken_to(
                letters,
                args.to.as_deref(),
                "accused in this case: no claim `criticises` it",
            )?
        }
        ReportFormat::Calls => {
            let calls = report::calls(case, &hide, args.who.as_deref());
            spoken_to(
                calls,
                args.who.as_deref(),
                "quoted in this case, or may not be named here",
            )?
        }
    })
}

/// Letters or call sheets, or why there are none.
fn spoken_to(
    told: Result<String, Vec<String>>,
    name: Option<&str>,
    not: &str,
) -> Result<String, Failure> {
    match told {
        Ok(text) if !text.is_empty() => Ok(text),
        Ok(_) => Err(Failure::new(
            format!("there is nobody to write to or to ring: nobody is {not}"),
            "`criticises: [party]` on a claim says whom it accuses; `who: party` on a quotation says who speaks",
        )),
        Err(known) if known.is_empty() => spoken_to(Ok(String::new()), None, not),
        Err(known) => {
            let name = name.unwrap_or_default();
            let meant = near(name, known.iter().map(String::as_str));
            let meant = meant.map_or(String::new(), |meant| format!("did you mean `{meant}`? "));
            Err(Failure::new(
                format!("`{name}` is not {not}"),
                format!("{meant}there are {}", known.join(", ")),
            ))
        }
    }
}
