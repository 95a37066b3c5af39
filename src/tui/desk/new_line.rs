//! Rulings, questions and answers as lines of their author's log, but for name and time, which they get where they are written.

use super::effect::NewLine;
use crate::case::Case;
use crate::ruling::{About, Answer, Entry, Question, Ruling, may_sign};

/// A line by somebody that says nothing yet.
pub fn blank(by: String) -> Entry {
    Entry::new(String::new(), String::new(), by)
}

/// A ruling; `name` is what people call that which it is on.
pub fn ruling(case: &Case, number: u64, name: &str, entry: Entry) -> NewLine {
    let word = entry.ruling.map_or("", Ruling::plainly);
    let mut told = format!("saved: {name} is {word}");
    if !may_sign(case, &entry.by) {
        told.push_str(", and does not count: its author is not in the team");
    }
    NewLine {
        number,
        entry,
        told,
    }
}

/// The line that takes a ruling back; `on` is what people call that which it was on.
pub fn undo(number: u64, ruled: &Entry, on: &str) -> NewLine {
    let entry = Entry {
        about: ruled.about.clone(),
        ruling: Some(Ruling::Withdrawn),
        undoes: Some(ruled.id.clone()),
        ..blank(ruled.by.clone())
    };
    NewLine {
        number,
        entry,
        told: format!("saved: your ruling on {on} is taken back"),
    }
}

/// A question put to somebody, or to nobody in particular.
pub fn question(number: u64, by: String, about: Option<About>, asked: Question) -> NewLine {
    let entry = Entry {
        about,
        question: Some(asked),
        ..blank(by)
    };
    NewLine {
        number,
        entry,
        told: "saved: your question".to_owned(),
    }
}

/// An answer to a question.
pub fn answer(number: u64, by: String, about: Option<About>, answer: Answer) -> NewLine {
    let entry = Entry {
        about,
        answer: Some(answer),
        ..blank(by)
    };
    NewLine {
        number,
        entry,
        told: "saved: your answer".to_owned(),
    }
}
