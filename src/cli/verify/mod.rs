//! `verify`: quotations against texts, word by word, without any case.

mod asks;
mod shelves;
mod text;

use super::args::{Format, Verify};
use super::out::Out;
use super::progress::Progress;
use super::{Failure, json};
use asks::Ask;
use rayon::prelude::*;
use serde_json::Value;
use shelves::Shelves;
use std::io::Write;

use crate::verify::{Finding, Policy, Query, Severity};

/// What was found for one quotation, and where.
struct Answer {
    finding: Finding,
    /// The source it was found in, as the user named it.
    source: Option<String>,
    /// What that source was decoded from, if not UTF-8.
    encoding: Option<&'static str>,
}

/// Checks every quotation and tells it in the order given.
pub fn run(args: &Verify, out: &mut Out) -> Result<u8, Failure> {
    let asks = asks::asks(args)?;
    let answers = {
        let _progress = Progress::begin("comparing");
        let shelves = Shelves::of(args, &asks)?;
        let policy = Policy::default();
        let answer = |ask: &Ask| answer(&shelves, ask, &policy);
        asks.par_iter().map(answer).collect::<Vec<Answer>>()
    };
    for (ask, answer) in asks.iter().zip(&answers) {
        match args.format {
            Format::Json => json::line(out, &line(ask, answer))?,
            Format::Text => text::tell(ask, answer, out)?,
        }
    }
    if args.format == Format::Text {
        text::tell_counts(&answers, out)?;
    }
    out.flush()?;
    Ok(u8::from(answers.iter().any(is_something)))
}

fn answer(shelves: &Shelves, ask: &Ask, policy: &Policy) -> Answer {
    let mut query = Query::new(ask.printed.clone());
    query.speaker = ask.speaker.iter().cloned().collect();
    let shelf = match shelves.of_ask(ask) {
        Ok(shelf) => shelf,
        Err(reason) => {
            return Answer {
                finding: Finding::not_checked(reason),
                source: None,
                encoding: None,
            };
        }
    };
    let finding = shelf.library.check(&query, policy);
    let number = finding.source;
    Answer {
        source: number.map(|number| shelf.library.sources()[number].name.clone()),
        encoding: number.and_then(|number| shelf.encodings.get(number).copied().flatten()),
        finding,
    }
}

/// One line for machines. The finding writes it; an encoding is added where the spans are not of the file's own bytes.
fn line(ask: &Ask, answer: &Answer) -> Value {
    let line = answer
        .finding
        .json_line(&ask.id, &ask.quote, answer.source.as_deref());
    let mut line: Value = serde_json::from_str(&line).expect("the finding writes JSON");
    if let Some(encoding) = answer.encoding {
        line["encoding"] = encoding.into();
    }
    line
}

/// True if a person should look: from a small change of words on, and where nobody knows.
fn is_something(answer: &Answer) -> bool {
    match answer.finding.severity {
        Severity::Ok | Severity::Note => false,
        Severity::Low | Severity::High | Severity::Critical | Severity::Absent | Severity::Grey => {
            true
        }
    }
}
