//! Texts that are asked together: read, indexed, and let go again.

use super::asks::Ask;
use super::{Answer, Looked, Nearest, Work};
use crate::cli::Failure;
use crate::cli::progress::Progress;
use crate::disk::texts::{File, Text, text};
use crate::verify::{Kind, Library, Query, Reason, Source};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Texts that are asked together.
struct Shelf {
    /// The texts with their index.
    library: Library,
    /// What each was decoded from, if not UTF-8.
    encodings: Vec<Option<&'static str>>,
}

/// One text named by a quotation, and the kind it was said to be.
type Named = (PathBuf, Option<Kind>);

/// Answers the quotations that name a text of their own, one text after another.
pub fn named(work: &Work, progress: &Progress) -> Vec<(usize, Answer)> {
    let mut groups: BTreeMap<Named, Vec<usize>> = BTreeMap::new();
    for (number, ask) in work.asks.iter().enumerate() {
        if let Some(path) = &ask.source {
            let named = (path.clone(), ask.kind);
            groups.entry(named).or_default().push(number);
        }
    }
    let groups: Vec<(Named, Vec<usize>)> = groups.into_iter().collect();
    let told = groups.par_iter().flat_map_iter(|((path, kind), numbers)| {
        let shelf = if work.stopped() {
            Err(Reason::NoText)
        } else {
            own(path, kind.or(work.stated))
        };
        progress.step();
        let answer = move |number: &usize| {
            let answer = match &shelf {
                Ok(shelf) => ask(shelf, &work.asks[*number], work),
                Err(reason) => Answer::unknown(*reason),
            };
            (*number, answer)
        };
        numbers.iter().map(answer)
    });
    told.collect()
}

/// Answers quotations from all `files` together, by an index.
pub fn together(
    work: &Work,
    numbers: &[usize],
    files: &[File],
    progress: &Progress,
) -> Result<Looked, Failure> {
    let mut texts = vec![];
    let mut passed_over = vec![];
    for file in files {
        if work.stopped() {
            break;
        }
        match file.read()? {
            Some(text) if text.text.is_some() => texts.push(text),
            Some(_) | None => passed_over.push(file.path.clone()),
        }
        progress.step();
    }
    let whole = texts.len() + passed_over.len() == files.len() || !work.stopped();
    let shelf = shelf(texts, work.stated)?;
    let answer = |number: &usize| {
        let answer = if whole && !work.stopped() {
            ask(&shelf, &work.asks[*number], work)
        } else {
            Answer::unknown(Reason::NoText)
        };
        (*number, answer)
    };
    Ok(Looked {
        answers: numbers.par_iter().map(answer).collect(),
        passed_over,
    })
}

fn ask(shelf: &Shelf, ask: &Ask, work: &Work) -> Answer {
    let finding = shelf.library.check(&query(ask), &work.policy);
    let sources = shelf.library.sources();
    let number = finding.source;
    let nearest = finding.nearest.filter(|_| number.is_none());
    Answer {
        source: number.map(|number| sources[number].name.clone()),
        nearest: nearest.map(|near| Nearest::new(&sources[near.source], near.span)),
        encoding: number.and_then(|number| shelf.encodings.get(number).copied().flatten()),
        finding,
    }
}

/// What is looked for.
pub fn query(ask: &Ask) -> Query {
    let mut query = Query::new(ask.printed.clone());
    query.speaker = ask.speaker.iter().cloned().collect();
    query
}

fn own(path: &Path, kind: Option<Kind>) -> Result<Shelf, Reason> {
    let text = text(path).map_err(|_| Reason::NoText)?;
    if text.text.is_none() {
        return Err(Reason::Unreadable);
    }
    shelf(vec![text], kind).map_err(|_| Reason::Unreadable)
}

fn shelf(texts: Vec<Text>, kind: Option<Kind>) -> Result<Shelf, Failure> {
    let mut encodings = vec![];
    let mut sources = vec![];
    for text in texts {
        let encoding = text.encoding;
        if let Some(source) = source(text, kind) {
            sources.push(source);
            encodings.push(encoding);
        }
    }
    let library = Library::new(sources).map_err(|_| {
        Failure::new(
            "the texts are larger together than one search can hold (4 GiB)",
            "look in one part of them at a time",
        )
    })?;
    Ok(Shelf { library, encodings })
}

/// The text as a source, if it is one.
pub fn source(text: Text, kind: Option<Kind>) -> Option<Source> {
    let kind = kind.unwrap_or_else(|| usual(&text.path));
    let name = text.path.to_string_lossy().into_owned();
    Some(Source::new(name, text.text?, kind))
}

/// What kind of text a file is where nobody says: subtitles are speech.
fn usual(path: &Path) -> Kind {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("srt" | "vtt") => Kind::Speech,
        _ => Kind::Document,
    }
}
