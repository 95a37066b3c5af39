//! PEOPLE: who ruled what on a claim or sentence, what fell and why, what is asked. Stands under MACHINE and shares no sign
//! with it.

use super::finding_panel::MACHINE;
use crate::ruling::{Asked, Thing};
use crate::tui::desk::Spot;
use crate::tui::desk::open::Open;
use crate::tui::page::{NAME, Page, Para, Tone, say};
use crate::wording::{self, Redaction};

/// What people said of a claim or sentence.
pub fn people(open: &Open, spot: Spot, page: &mut Page) {
    let Some(stand) = open.stand(spot) else {
        return;
    };
    // What machines say and what people say never run into each other.
    if page
        .paras
        .iter()
        .any(|p| p.text.as_str().starts_with(MACHINE))
    {
        while page.paras.last().is_some_and(|para| para.text.is_empty()) {
            page.paras.pop();
        }
        page.push(Para::rule(""));
    }
    let rows = wording::stand(&open.case, stand, &Redaction::nothing());
    if stand.rulings.is_empty() && stand.legal.is_empty() {
        page.push(Para::new().name(PEOPLE).put(Tone::Dim, "nobody has ruled"));
        say("", rows, page);
    } else {
        say(PEOPLE, rows, page);
    }
    questions(open, spot, page);
}

/// The name over everything that people say.
const PEOPLE: &str = "PEOPLE";

/// The questions put about something; a question about what is gone is about itself.
pub fn asked_about(open: &Open, spot: Spot) -> Vec<Asked<'_>> {
    let standings = &open.assessed.standings;
    let mut all = open.logs.questions();
    match (spot, spot.node()) {
        (_, Some(node)) => all.retain(|one| standings.asked_about(&one.entry.id) == Some(node)),
        (Spot::Unmet(at), None) => match open.thing(at) {
            Some((_, Thing::Question { line, .. })) => all.retain(|one| one.entry.id == *line),
            Some(_) | None => all.clear(),
        },
        (_, None) => all.clear(),
    }
    all
}

/// The questions put about something, each with its answer or how to give one.
pub fn questions(open: &Open, spot: Spot, page: &mut Page) {
    for asked in asked_about(open, spot) {
        let to = asked.question.to.as_deref();
        let to = to.map_or(String::new(), |to| format!(" asks {to}"));
        let line = format!("{}{to}: {}", asked.entry.by, asked.question.words);
        page.push(Para::new().name("QUESTION").put(Tone::Doubt, &line));
        match asked.answer {
            Some((entry, answer)) => {
                let line = format!("{}: {}", entry.by, answer.words);
                page.push(Para::new().name("answer").put(Tone::Plain, &line));
            }
            None => page.push(
                Para::new()
                    .put(Tone::Dim, "no answer yet: t answers it")
                    .indented(NAME, 0),
            ),
        }
    }
}
