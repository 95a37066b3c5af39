//! Rulings, questions and answers made on the desk, as lines of their author's log.

use crate::case::Case;
use crate::disk::log;
use crate::ruling::{About, Answer, Entry, Logs, Question, Ruling};
use crate::tui::desk::{NewQuestion, NewRuling};

/// A ruling as a line of its author's log.
pub fn ruling(case: &Case, made: NewRuling) -> Entry {
    let mut entry = Entry::new(made.line, log::stamp(), made.by);
    entry.about = Some(About::new(case, made.on));
    entry.ruling = Some(made.ruling);
    entry.saw = made.saw;
    entry.seen = made.seen;
    entry.ticks = made.ticks;
    entry.why = made.why;
    entry.fix = made.fix;
    entry.seal = Some(made.seal);
    entry
}

/// The line that takes a ruling back.
pub fn undo(logs: &Logs, id: &str) -> Option<Entry> {
    let ruled = logs.find(id)?;
    let mut entry = Entry::new(log::new_id(), log::stamp(), ruled.by.clone());
    entry.about.clone_from(&ruled.about);
    entry.ruling = Some(Ruling::Withdrawn);
    entry.undoes = Some(id.to_owned());
    Some(entry)
}

/// A question or answer as a line of its author's log.
pub fn question(case: &Case, asked: NewQuestion) -> Entry {
    let mut entry = Entry::new(asked.line, log::stamp(), asked.by);
    entry.about = asked.on.map(|on| About::new(case, on));
    match asked.answers {
        Some(to) => {
            entry.answer = Some(Answer {
                to,
                words: asked.words,
            });
        }
        None => {
            entry.question = Some(Question {
                to: asked.to,
                words: asked.words,
            });
        }
    }
    entry
}
