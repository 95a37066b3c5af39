//! A line typed about a sentence or claim: a note to oneself, a question to somebody, or the answer to one.

use super::layer::Layer;
use crate::ruling::{About, Answer, Question, Target};
use crate::tui::desk::Spot;
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::new_line;
use crate::tui::desk::pages::people::asked_about;
use crate::tui::desk::state::Desk;
use tui_input::Input;

/// A note, question or answer being typed.
#[derive(Debug)]
pub struct NoteBox {
    /// What it is about.
    pub on: Spot,
    /// The line.
    pub input: Input,
    /// The question it answers: its line's id and its words.
    pub answers: Option<(String, String)>,
    /// The number of its line, once it was tried to be written: tried again, it is the same line.
    pub line: Option<u64>,
}

impl Desk {
    /// `t`: answers the open question about what is in front of one, or begins a note.
    pub(in crate::tui::desk) fn note(&mut self) {
        let on = match self.subject() {
            Some(spot @ (Spot::Sentence(_) | Spot::Record(_))) => spot,
            Some(Spot::Detail(at, _)) => Spot::Sentence(at),
            Some(Spot::Problem(_) | Spot::Text(..)) | None => {
                self.say(Notice::bad(
                    "notes and questions are about a sentence or a record",
                ));
                return;
            }
        };
        let by = self.seat.by.as_deref();
        let open = asked_about(&self.open, on).into_iter().find(|asked| {
            let to_me = asked.question.to.as_deref().is_none_or(|to| Some(to) == by);
            asked.answer.is_none() && to_me && Some(asked.entry.by.as_str()) != by
        });
        let answers = open.map(|asked| (asked.entry.id.clone(), asked.question.words.clone()));
        if let Some(note) = self.aside.note.take_if(|note| note.on == on) {
            self.layers.push(Layer::Note(note));
            return;
        }
        // A note is written on, not over.
        let before = self.own_note(on).filter(|_| answers.is_none());
        self.layers.push(Layer::Note(NoteBox {
            on,
            input: Input::new(before.unwrap_or_default().to_owned()),
            answers,
            line: None,
        }));
    }

    /// Esc: what was typed is there again the next time.
    pub(in crate::tui::desk) fn leave_note(&mut self, note: NoteBox) {
        let text = note.input.value().trim();
        if !text.is_empty() && self.own_note(note.on) != Some(text) {
            self.say(Notice::good(
                "nothing was written; t brings back what you typed",
            ));
            self.aside.note = Some(note);
        }
    }

    /// Takes the line: an answer, a question if it begins with @name, else a note that only this user sees.
    pub(in crate::tui::desk) fn take_note(&mut self, mut note: NoteBox) -> Vec<Effect> {
        let text = note.input.value().trim().to_owned();
        if text.is_empty() {
            return self.drop_note(&note);
        }
        let asks = text.strip_prefix('@').and_then(|rest| {
            let (to, words) = rest.split_once(char::is_whitespace)?;
            Some((to.trim_end_matches(':').to_owned(), words.trim().to_owned()))
        });
        if note.answers.is_none() && asks.is_none() {
            let key = self.note_key(note.on);
            self.notes.retain(|(of, _)| *of != key);
            self.notes.push((key, text));
            self.read_again();
            self.say(Notice::good("noted; only you see it, on this machine"));
            return vec![Effect::Remember(self.left())];
        }
        let Some(by) = self.seat.by.clone() else {
            self.layers.push(Layer::Note(note));
            self.say(Notice::bad(
                "who asks? write by = \"your short name\" into config.toml, or rule once: r asks for it",
            ));
            return vec![];
        };
        let (to, words) = match asks {
            Some((to, words)) if note.answers.is_none() => (Some(to), words),
            Some(_) | None => (None, text),
        };
        let case = &self.open.case;
        let on = note.on.node().and_then(|node| Target::of_node(case, node));
        let about = on.map(|on| About::new(case, on));
        let number = *note.line.get_or_insert_with(|| self.seat.next_line());
        let line = match &note.answers {
            Some((id, _)) => {
                let to = id.clone();
                new_line::answer(number, by, about, Answer { to, words })
            }
            None => new_line::question(number, by, about, Question { to, words }),
        };
        self.aside.asked = Some((number, note));
        vec![Effect::Write(Box::new(line))]
    }

    /// An empty line takes one's own note away.
    fn drop_note(&mut self, note: &NoteBox) -> Vec<Effect> {
        if note.answers.is_some() || self.own_note(note.on).is_none() {
            return vec![];
        }
        let key = self.note_key(note.on);
        self.notes.retain(|(of, _)| *of != key);
        self.read_again();
        self.say(Notice::good("your note is gone"));
        vec![Effect::Remember(self.left())]
    }

    /// What a note is kept under: a record's id, a sentence's words.
    fn note_key(&self, spot: Spot) -> String {
        match spot {
            Spot::Sentence(_) | Spot::Detail(..) => {
                crate::tui::desk::words_of(&self.open.case, spot)
            }
            other => other.name(&self.open.case),
        }
    }

    /// The user's own note on something.
    pub fn own_note(&self, spot: Spot) -> Option<&str> {
        let key = self.note_key(spot);
        let mut notes = self.notes.iter();
        notes
            .find(|(of, _)| *of == key)
            .map(|(_, text)| text.as_str())
    }
}
