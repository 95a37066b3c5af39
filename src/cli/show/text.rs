//! A record as plain lines, one after the other: for terminals of every kind and for screen readers.

use super::facts;
use super::find::Found;
use crate::case::{Body, Case, Held, Node};
use crate::cli::out::Out;
use crate::cli::words::safe;
use crate::cli::{Failure, rows};
use crate::ruling::Sign;
use crate::verify::{Passage, Standpoint, passages};
use crate::wording::{self, Redaction};
use std::io::Write;

/// The most characters of a passage that are printed.
const MOST_WORDS: usize = 600;

/// Tells all of it.
pub fn tell(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    heading(found, out)?;
    match found.node {
        Node::Record(ix) => {
            for field in wording::fields(case, ix, &Redaction::nothing()) {
                writeln!(out, "  {}: {}", field.label, field.plain())?;
            }
        }
        Node::Sentence(ix) => {
            if let Some(sentence) = facts::sentence(case, ix) {
                writeln!(out, "  {}", safe(&sentence.words))?;
                let marks: Vec<String> = sentence
                    .marks
                    .iter()
                    .map(|m| facts::mark(&m.value))
                    .collect();
                if !marks.is_empty() {
                    writeln!(out, "  marks: {}", safe(&marks.join(", ")))?;
                }
            }
        }
    }
    super::machine::tell(found, out)?;
    people(found, out)?;
    stands_on(found, out)?;
    words(found, out)?;
    used_by(found, out)
}

fn heading(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    let (kind, file, line) = match found.node {
        Node::Record(ix) => {
            let record = case.at(ix);
            let line = case.place_of(ix).line;
            (record.kind().singular(), Some(record.file), line)
        }
        Node::Sentence(ix) => {
            let file = case.draft.as_ref().map(|draft| draft.file);
            let line = facts::sentence(case, ix).map_or(0, |s| s.line);
            ("sentence", file, line)
        }
    };
    let name = out.bold(&safe(&facts::name(case, found.node)));
    let standing = facts::stand(found);
    let standing = standing.map_or(String::new(), |s| format!(", {}", Sign::of(s.state).word));
    let file = file.map_or_else(String::new, |file| safe(&found.seen.file(file)));
    writeln!(out, "{name}  {kind}{standing}")?;
    writeln!(out, "  {file}:{line}, case {}", safe(&case.name))?;
    Ok(())
}

/// What people ruled, and what changed since.
fn people(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let Some(stand) = facts::stand(found) else {
        return Ok(());
    };
    let all = wording::stand(&found.seen.case, stand, &Redaction::nothing());
    if !all.is_empty() {
        writeln!(out, "\n{}", out.bold("PEOPLE"))?;
    }
    rows::tell(&all, out)
}

fn in_a_line(case: &Case, node: Node) -> String {
    match node {
        Node::Record(ix) => {
            let kind = case.at(ix).kind().singular();
            format!("{kind}, {}", safe(&wording::title(case, ix)))
        }
        Node::Sentence(ix) => {
            facts::sentence(case, ix).map_or_else(String::new, |s| safe(&s.words))
        }
    }
}

fn stands_on(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    let mut links = case.links.cites(found.node).peekable();
    if links.peek().is_some() {
        writeln!(out, "\n{}", out.bold("Names"))?;
    }
    for link in links {
        let what = match link.target {
            Some(ix) => in_a_line(case, Node::Record(ix)),
            None => Sign::NO_RECORD.word.to_owned(),
        };
        let to = safe(&link.to.value.to_string());
        writeln!(out, "  {} {to}: {what}", link.field)?;
    }
    Ok(())
}

fn used_by(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    let nodes = facts::cited_by(found);
    if !nodes.is_empty() {
        writeln!(out, "\n{}", out.bold("Used by"))?;
    }
    for node in nodes {
        let name = safe(&facts::name(case, node));
        writeln!(out, "  {name}: {}", in_a_line(case, node))?;
    }
    Ok(())
}

/// The words of the sources, as far as they are held here.
fn words(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    if let Node::Record(ix) = found.node
        && matches!(case.at(ix).body, Body::Source(_))
    {
        let held = case
            .holdings
            .get(&ix)
            .map_or(Held::None, |h| h.held)
            .words();
        writeln!(out, "\n{}: {held}", out.bold("Held here"))?;
        return Ok(());
    }
    let passages = passages(case, found.node);
    if !passages.is_empty() {
        writeln!(out, "\n{}", out.bold("Words"))?;
    }
    for passage in &passages {
        write!(out, "{}", told(case, passage))?;
    }
    Ok(())
}

fn told(case: &Case, passage: &Passage) -> String {
    let of = passage.of.map(|ix| format!("{}: ", case.at(ix).id.value));
    let place = passage.locator.map_or(String::new(), |l| format!("#{l}"));
    let how = match passage.standpoint {
        Standpoint::SaidTo => "",
        Standpoint::ReadIn => "read in ",
    };
    let elsewhere = if passage.is_elsewhere() {
        ", found elsewhere than named"
    } else {
        ""
    };
    let mut text = safe(&format!(
        "  {}{how}{}{place}, {}{elsewhere}",
        of.unwrap_or_default(),
        case.at(passage.source).id.value,
        passage.held.words(),
    ));
    text.push('\n');
    if let Some(words) = words_of(case, passage) {
        text.push_str(&words);
    }
    text
}

/// The passage itself: the place named, else the words found with the line they stand in.
fn words_of(case: &Case, passage: &Passage) -> Option<String> {
    let holding = case.holdings.get(&passage.source)?;
    let first = passage.words.first().copied();
    let span = match (passage.located, first) {
        (Some(_), Some(words)) if passage.is_elsewhere() => words,
        (Some(located), _) => located,
        (None, Some(words)) => words,
        (None, None) => return None,
    };
    let line = holding.places.line_of(span.start);
    let words = holding.text.get(span.start..span.end)?;
    let mut short: String = words.chars().take(MOST_WORDS).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    let lines = short.split(['\n', '\x0c']).map(str::trim_end);
    let lines = lines.filter(|line| !line.is_empty());
    let body: String = lines.map(|line| format!("    {}\n", safe(line))).collect();
    Some(format!("    (line {line})\n{body}"))
}
