//! `search`: the desk's search, as lines.

use super::args::{Format, Search as Args};
use super::open::{self, Seen};
use super::out::Out;
use super::progress::Progress;
use super::words::safe;
use super::{Failure, json};
use crate::ruling::{Sign, Standing};
use crate::search::{Answer, Hit, Search, Thing, Tier};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    kind: &'static str,
    case: &'a str,
    file: Option<String>,
    line: usize,
    text: &'a str,
    score: i32,
}

/// Searches one case or all of a folder.
pub fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let seen = open::all(&args.path)?;
    let search = index(&seen);
    let answer = search.query(&args.query.join(" "), args.limit);
    let found = answer
        .hits
        .iter()
        .filter_map(|hit| Some((hit, search.thing(hit.key)?)));
    match args.format {
        Format::Json => {
            for (hit, (slot, thing)) in found {
                json::line(out, &line(&seen[slot], hit, thing))?;
            }
        }
        Format::Text => {
            for (hit, (slot, thing)) in found {
                let line = line(&seen[slot], hit, thing);
                let name = out.bold(&safe(&line.id));
                let close = match hit.tier {
                    Tier::Exact => "",
                    Tier::Close => " (close)",
                };
                let place = safe(&line.file.unwrap_or_default());
                writeln!(out, "{name}  {}{close}  {place}:{}", line.kind, line.line)?;
                writeln!(out, "  {}", safe(line.text))?;
            }
            tell_count(&answer, out)?;
        }
    }
    out.flush()?;
    for hint in &answer.hints {
        eprint(hint);
    }
    Ok(0)
}

fn index(seen: &[Seen]) -> Search {
    let _progress = Progress::begin("reading the words of the case");
    let mut search = Search::default();
    for (slot, seen) in seen.iter().enumerate() {
        search.read(slot, &seen.case);
    }
    let states = seen.iter().enumerate().flat_map(|(slot, seen)| {
        let states = seen.standings().states().into_iter();
        states.map(move |(node, state)| (slot, node, spoken(state)))
    });
    search.set_states(states.collect::<Vec<_>>());
    search
}

/// Both the word for machines and the words of the desk, so that either can be asked for.
fn spoken(state: Standing) -> String {
    format!("{} {}", state.word(), Sign::of(state).word)
}

fn line<'a>(seen: &'a Seen, hit: &'a Hit, thing: Thing) -> Line<'a> {
    Line {
        id: thing.reference(&seen.case),
        kind: hit.kind.name(),
        case: &seen.case.name,
        file: thing.file(&seen.case).map(|file| seen.beside(file)),
        line: thing.line(&seen.case),
        text: &hit.text,
        score: hit.score,
    }
}

/// How many there are beyond the page.
fn tell_count(answer: &Answer, out: &mut Out) -> Result<(), Failure> {
    match (answer.exact, answer.close) {
        (0, 0) => writeln!(out, "nothing found")?,
        (exact, 0) => writeln!(out, "{exact} exact")?,
        (exact, close) => writeln!(out, "{exact} exact + {close} close")?,
    }
    Ok(())
}

/// A hint on the query, for whoever typed it.
fn eprint(hint: &str) {
    // A hint that nobody can read is no loss.
    let _ = writeln!(std::io::stderr().lock(), "casefile: {}", safe(hint));
}
