//! The page of what keeps a story from being signed off and is neither a sentence, a record nor a fault of the files: a
//! ruling or a question whose sentence is gone, a log with damaged lines.

use super::rulings_panel::questions;
use crate::ruling::{Gone, Target, Thing, gone_problem};
use crate::tui::desk::Open;
use crate::tui::page::{Page, Para, Spot, Tone};

/// The page of one of them, by its number among all.
pub fn unmet_page(open: &Open, at: u32) -> Page {
    let mut page = Page::default();
    let Some((condition, thing)) = open.thing(at) else {
        return page;
    };
    let [one, _] = condition.words();
    page.push(Para::new().put(Tone::Strong, one));
    page.gap();
    match thing {
        Thing::Question { line, .. } => question(open, at, line, &mut page),
        Thing::Gone(line) => {
            if let Some(gone) = gone_by(open, line) {
                ruling(open, gone, &mut page);
            }
        }
        Thing::Damaged { log, .. } => damaged(open, *log, &mut page),
        Thing::At(_) | Thing::Fault(_) | Thing::Allegation(_) | Thing::Story => {}
    }
    page
}

/// One of them, by its number among all, as an entry of a list; its first byte is a space that the selection sign takes.
pub fn line(open: &Open, at: u32) -> Para {
    let thing = open.thing(at);
    let words = thing.map_or(String::new(), |(_, thing)| words(open, thing));
    Para::new()
        .put(Tone::Plain, "  ")
        .put(Tone::Doubt, "!")
        .put(Tone::Plain, &format!(" {words}"))
        .indented(0, 4)
}

/// One of them in words.
pub fn words(open: &Open, thing: &Thing) -> String {
    match thing {
        Thing::Question { line, .. } => {
            let entry = open.logs.find(line);
            let asked = entry.and_then(|entry| Some((&entry.by, entry.question.as_ref()?)));
            asked.map_or(String::new(), |(by, question)| {
                format!("{by} asks: {}", question.words)
            })
        }
        Thing::Gone(line) => gone_by(open, line).map_or(String::new(), |gone| {
            let ruling = gone.ruled.ruling.word().replace('-', " ");
            format!("{} ruled {ruling}: “{}”", gone.ruled.by, gone.words)
        }),
        Thing::Damaged { log, lines } => format!("{}: {lines} damaged", name(open, *log)),
        Thing::At(_) | Thing::Fault(_) | Thing::Allegation(_) | Thing::Story => String::new(),
    }
}

fn gone_by<'a>(open: &'a Open, line: &str) -> Option<&'a Gone> {
    let mut gone = open.assessed.standings.gone.iter();
    gone.find(|gone| gone.ruled.id == line)
}

fn question(open: &Open, at: u32, line: &str, page: &mut Page) {
    questions(open, Spot::Unmet(at), page);
    let about = open.logs.find(line).and_then(|entry| entry.about.as_ref());
    let told = match about {
        Some(about) if about.is_sentence() => {
            format!(
                "It was asked about a sentence that is gone: “{}”",
                about.words
            )
        }
        Some(about) if !about.is_case() => format!("It was asked about {}.", about.claim),
        Some(_) | None => return,
    };
    page.gap();
    page.push(Para::new().put(Tone::Plain, &told));
}

fn ruling(open: &Open, gone: &Gone, page: &mut Page) {
    let problem = gone_problem(&open.case, gone);
    page.push(Para::new().put(Tone::Plain, &problem.message));
    if let Some(help) = &problem.help {
        page.push(Para::field("help", Tone::Plain, help));
    }
    let nearest = gone.nearest.as_ref();
    let target = nearest.and_then(|name| Target::of(&open.case, name).ok());
    if let (Some(name), Some(node)) = (nearest, target.and_then(Target::node)) {
        page.push(
            Para::new()
                .name("nearest")
                .put(Tone::Link, name)
                .leads(Some(Spot::of(node))),
        );
    }
}

/// What is wrong with a log, each fault a link.
fn damaged(open: &Open, log: usize, page: &mut Page) {
    let file = open.logs.files.get(log).and_then(|log| log.file);
    page.push(Para::new().put(
        Tone::Plain,
        &format!("Some lines of {} do not count.", name(open, log)),
    ));
    let faults = (0u32..).zip(open.problems.iter());
    for (at, problem) in faults.filter(|(_, problem)| Some(problem.file) == file) {
        page.push(
            Para::new()
                .name(problem.severity.word())
                .put(Tone::Link, &problem.message)
                .leads(Some(Spot::Problem(at))),
        );
    }
}

fn name(open: &Open, log: usize) -> String {
    let log = open.logs.files.get(log);
    log.map_or(String::new(), |log| {
        format!("checks/{}@{}.jsonl", log.checker, log.machine)
    })
}
