//! A line typed about a sentence or record: a note to oneself, a question to somebody, or the answer to one.

use super::frame::{frame, line, say};
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::who::ONE_LINE;
use super::wish::Wish;
use crate::case::Case;
use crate::keys::{Action, Scope};
use crate::ruling::{About, Answer, Question, Target};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::desk::new_line;
use crate::tui::page::{Para, Spot, Tone};
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

impl NoteBox {
    /// Takes the line: an answer, a question if it begins with @name, else a note that only this user sees.
    fn take(mut self, at: &AtHand) -> Outcome<Self> {
        let text = self.input.value().trim().to_owned();
        let asks = text.strip_prefix('@').and_then(|rest| {
            let (to, words) = rest.split_once(char::is_whitespace)?;
            Some((to.trim_end_matches(':').to_owned(), words.trim().to_owned()))
        });
        match (self.answers.is_some(), asks) {
            (true, _) if text.is_empty() => Outcome::goes(),
            (false, None) => Outcome::goes().and(Wish::Note(self.on, text)),
            (_, asks) => {
                let Some(by) = at.seat.by.clone() else {
                    return Outcome::stays(self).and(Wish::complain(
                        "who asks? write by = \"your short name\" into config.toml, or rule once: r asks for it",
                    ));
                };
                let case = &at.open.case;
                let on = self.on.node().and_then(|node| Target::of_node(case, node));
                let about = on.map(|on| About::new(case, on));
                let number = *self.line.get_or_insert(at.next_line());
                let line = match (&self.answers, asks) {
                    (Some((to, _)), _) => {
                        let to = to.clone();
                        new_line::answer(number, by, about, Answer { to, words: text })
                    }
                    (None, Some((to, words))) => {
                        let to = Some(to);
                        new_line::question(number, by, about, Question { to, words })
                    }
                    (None, None) => return Outcome::stays(self),
                };
                Outcome::goes().and(Wish::Ask(Box::new(self), Box::new(line)))
            }
        }
    }
}

impl OnTop for NoteBox {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Field)
    }

    fn hints(&self) -> &'static [Hint] {
        ONE_LINE
    }

    fn act(mut self, action: Action, at: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => Outcome::goes().and(Wish::LeaveNote(Box::new(self))),
            Press::Accept => self.take(at),
            Press::Edit(request) => {
                self.input.handle(request);
                Outcome::stays(self)
            }
            Press::Step(_) | Press::OtherField | Press::Nothing => Outcome::stays(self),
        }
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn carry(&mut self, old: &Case, new: &Case) {
        self.on = self.on.carried(old, new).unwrap_or(self.on);
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let (title, says) = match &self.answers {
            Some((_, question)) => ("your answer", format!("“{question}”")),
            None => (
                "a note to yourself, or a question",
                "begin with @name to ask somebody; otherwise only you see it".to_owned(),
            ),
        };
        let area = frame(sheet.canvas, sheet.parts.body, title, 6);
        say(sheet.canvas, area, &Para::new().put(Tone::Dim, &says));
        let last = area.height.saturating_sub(1);
        line(sheet.canvas, area, last, &self.input, true);
    }
}
