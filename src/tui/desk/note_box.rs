//! A line typed about a sentence or claim: a note to oneself, a question to somebody, or the answer to one.

use super::Spot;
use super::effect::{Effect, NewQuestion, Notice};
use super::layer::Layer;
use super::people::asked_about;
use super::state::Desk;
use crate::ruling::Target;
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
    /// The name of its line in the log, once it was tried to be written: tried again, it is the same line.
    pub line: Option<String>,
}

impl Desk {
    /// `t`: answers the open question about what is in front of one, or begins a note.
    pub(super) fn note(&mut self) {
        let on = match self.subject() {
            Some(spot @ (Spot::Sentence(_) | Spot::Record(_))) => spot,
            Some(Spot::Detail(at, _)) => Spot::Sentence(at),
            Some(spot @ Spot::Unmet(_)) if !asked_about(&self.open, spot).is_empty() => spot,
            Some(Spot::Problem(_) | Spot::Unmet(_) | Spot::Text(..)) | None => {
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
        if answers.is_none() && matches!(on, Spot::Unmet(_)) {
            self.say(Notice::bad("somebody else is to answer this"));
            return;
        }
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
    pub(super) fn leave_note(&mut self, note: NoteBox) {
        let text = note.input.value().trim();
        if !text.is_empty() && self.own_note(note.on) != Some(text) {
            self.say(Notice::good(
                "nothing was written; t brings back what you typed",
            ));
            self.aside.note = Some(note);
        }
    }

    /// Takes the line: an answer, a question if it begins with @name, else a note that only this user sees.
    pub(super) fn take_note(&mut self, mut note: NoteBox) -> Vec<Effect> {
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
        let node = note.on.node();
        let line = note.line.get_or_insert_with(crate::disk::log::new_id);
        let line = line.clone();
        let answers = note.answers.as_ref().map(|(id, _)| id.clone());
        self.aside.asked = Some((line.clone(), note));
        vec![Effect::Ask(Box::new(NewQuestion {
            line,
            by,
            on: node.and_then(|node| Target::of_node(&self.open.case, node)),
            to,
            answers,
            words,
        }))]
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
            Spot::Sentence(_) | Spot::Detail(..) => super::words_of(&self.open.case, spot),
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
