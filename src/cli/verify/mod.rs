//! `verify`: quotations against texts, word by word, without any case.

mod asks;
mod shelves;
mod streamed;
mod text;

use super::args::{Format, KindWord, Verify};
use super::out::Out;
use super::progress::Progress;
use super::{Failure, json};
use crate::disk::Interrupt;
use crate::disk::texts::files;
use crate::text::Span;
use crate::text::lines::line_at;
use crate::verify::{Finding, Kind, Policy, Reason, Severity, Source, WarningKind};
use asks::Ask;
use serde_json::Value;
use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was found for one quotation, and where.
struct Answer {
    finding: Finding,
    /// The source it was found in, as the user named it.
    source: Option<String>,
    /// What that source was decoded from, if not UTF-8.
    encoding: Option<&'static str>,
    /// What comes nearest, where it was not found or is too short to say more.
    nearest: Option<Nearest>,
}

/// A passage that comes near.
struct Nearest {
    source: String,
    line: usize,
    words: String,
}

impl Nearest {
    /// The words at `span` of a text.
    fn new(source: &Source, span: Span) -> Self {
        Self {
            source: source.name.clone(),
            line: line_at(&source.text, span.start),
            words: span.of(&source.text).to_owned(),
        }
    }
}

/// Every answer, and the files that no answer could come from.
struct Told {
    answers: Vec<Answer>,
    /// Files that hold no text.
    passed_over: Vec<PathBuf>,
}

impl Answer {
    /// It could not be looked for.
    fn unknown(reason: Reason) -> Self {
        Self {
            finding: Finding::not_checked(reason),
            source: None,
            encoding: None,
            nearest: None,
        }
    }
}

/// What was found in texts, each answer with the number of its quotation.
struct Looked {
    answers: Vec<(usize, Answer)>,
    /// Files that hold no text.
    passed_over: Vec<PathBuf>,
}

/// What there is to do, and whether it is still wanted.
struct Work<'a> {
    asks: &'a [Ask],
    /// The kind of all texts, where somebody said it.
    stated: Option<Kind>,
    policy: Policy,
    interrupt: Interrupt,
}

impl Work<'_> {
    fn stopped(&self) -> bool {
        self.interrupt.asked()
    }
}

/// Checks every quotation and tells it in the order given.
pub fn run(args: &Verify, out: &mut Out) -> Result<u8, Failure> {
    let asks = asks::asks(args)?;
    // Whoever types the text is not kept from leaving: there Ctrl-C ends the program at once.
    let typed = args.within.iter().any(|path| path == Path::new("-"));
    let work = Work {
        asks: &asks,
        stated: args.kind.map(KindWord::kind),
        policy: Policy::default(),
        interrupt: if typed {
            Interrupt::default()
        } else {
            Interrupt::listen()
        },
    };
    let told = answers(args, &work)?;
    let answers = &told.answers;
    for (ask, answer) in asks.iter().zip(answers) {
        match args.format {
            Format::Json => json::line(out, &line(ask, answer))?,
            Format::Text => text::tell(ask, answer, out)?,
        }
    }
    if args.format == Format::Text {
        match &args.story {
            Some(story) if asks.is_empty() => text::tell_none(story, out)?,
            _ => text::tell_counts(&asks, answers, out)?,
        }
    }
    out.flush()?;
    text::tell_passed_over(&told.passed_over);
    if work.stopped() {
        return Err(Failure::new(
            "stopped before all texts were read",
            "what is said above holds; what is not checked may stand in a text that was not read",
        ));
    }
    Ok(u8::from(answers.iter().any(is_something)))
}

/// One answer for each quotation.
fn answers(args: &Verify, work: &Work) -> Result<Told, Failure> {
    let named: HashSet<&Path> = work
        .asks
        .iter()
        .filter_map(|ask| ask.source.as_deref())
        .collect();
    let shared: Vec<usize> = (0..work.asks.len())
        .filter(|number| work.asks[*number].source.is_none())
        .collect();
    let files = if shared.is_empty() {
        vec![]
    } else {
        files(&args.within)?
    };
    let progress = Progress::begin_of("comparing texts", named.len() + files.len());
    let mut told = shelves::named(work, &progress);
    let mut passed_over = vec![];
    if !files.is_empty() {
        let large = files.iter().map(|file| file.size).sum::<u64>() >= streamed::FROM;
        let looked = if large {
            streamed::one_by_one(work, &shared, &files, &progress)?
        } else {
            shelves::together(work, &shared, &files, &progress)?
        };
        told.extend(looked.answers);
        passed_over = looked.passed_over;
    }
    let unknown = || Answer::unknown(Reason::NoText);
    let mut all: Vec<Answer> = work.asks.iter().map(|_| unknown()).collect();
    for (number, answer) in told {
        all[number] = answer;
    }
    Ok(Told {
        answers: all,
        passed_over,
    })
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

/// True if a person should look: from a small change of words on, where nobody knows, and where what stands beside the
/// words may turn them.
fn is_something(answer: &Answer) -> bool {
    match answer.finding.severity {
        Severity::Ok | Severity::Note => is_turned(&answer.finding),
        Severity::Low | Severity::High | Severity::Critical | Severity::Absent | Severity::Grey => {
            true
        }
    }
}

/// True if the same words may say something else than in the source.
fn is_turned(finding: &Finding) -> bool {
    finding.warnings.iter().any(|warning| match warning.kind {
        WarningKind::EllipsisHides
        | WarningKind::TruncatedBefore
        | WarningKind::TruncatedAfter
        | WarningKind::BracketMeaning
        | WarningKind::CrossTurnEllipsis
        | WarningKind::WrongSpeaker => true,
        WarningKind::LongEllipsis
        | WarningKind::Ambiguous
        | WarningKind::Elsewhere
        | WarningKind::FoundInOtherSource
        | WarningKind::NoisySource => false,
    })
}
