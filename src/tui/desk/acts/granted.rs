//! What a layer asks of the desk, and what becomes of layers whose line is on the disk or is not.

use crate::keys::Action;
use crate::tui::desk::effect::{Effect, NewLine, Notice};
use crate::tui::desk::layers::{Layer, NoteBox, Outcome, Question, RuleBox, Saving, Then, Wish};
use crate::tui::desk::state::Desk;
use crate::tui::page::Spot;

impl Desk {
    /// Gives a key to the uppermost layer.
    pub(in crate::tui::desk) fn act_on_layer(&mut self, action: Action) -> Vec<Effect> {
        let Some(layer) = self.layers.pop() else {
            return vec![];
        };
        let Outcome { stays, wish } = layer.act(action, &self.at_hand());
        self.layers.extend(stays);
        wish.map_or(vec![], |wish| self.grant(wish))
    }

    fn grant(&mut self, wish: Wish) -> Vec<Effect> {
        match wish {
            Wish::Say(notice) => self.say(notice),
            Wish::Do(action) => return self.act_on_desk(action),
            Wish::Go(spot) => self.jump(spot),
            Wish::Narrow(filter) => self.narrow(filter),
            Wish::Effect(effect) => return vec![effect],
            Wish::OpenCase(path) => {
                return vec![Effect::Remember(self.left()), Effect::OpenCase(path)];
            }
            Wish::Attach(source, path) => return self.attach(source, path),
            Wish::Make(quote) => {
                self.stop_choosing();
                return vec![Effect::Inbox(quote)];
            }
            Wish::Name(name, then) => {
                self.seat.by = Some(name);
                match then {
                    Then::Rule(on, rest) => self.open_box(on, rest),
                    Then::Sign => self.sign_off(),
                }
            }
            Wish::Note(on, text) => return self.keep_note(on, text),
            Wish::Ask(note, line) => {
                self.unsaved.asked = Some((line.number, *note));
                return self.write(line);
            }
            Wish::LeaveNote(note) => self.leave_note(*note),
            Wish::LeaveRuling(made) => self.leave_ruling(made),
            Wish::Write(line) => return self.write(line),
            Wish::RuleOn(spot, rest) => self.open_box(spot, rest),
            Wish::Undo(id, on) => return self.undo(&id, &on),
            Wish::AskUnsaved => self.layers.push(Layer::Ask(Question::Unsaved)),
            Wish::ThrowAway => {
                self.layers.retain_mut(|layer| layer.saving().is_none());
                self.say(Notice::bad(
                    "the ruling was thrown away; nothing was written",
                ));
            }
            Wish::Quit => return self.quit(),
        }
        vec![]
    }

    /// Has a line added to the log; its number is taken.
    fn write(&mut self, line: Box<NewLine>) -> Vec<Effect> {
        self.seat.lines = self.seat.lines.max(line.number);
        vec![Effect::Write(line)]
    }

    /// Takes a ruling back: its line's id, what people call that which it is on.
    fn undo(&mut self, id: &str, on: &str) -> Vec<Effect> {
        let Some(ruled) = self.open.logs.find(id) else {
            self.say(Notice::bad("that ruling is not there any more"));
            return vec![];
        };
        let line = crate::tui::desk::new_line::undo(self.at_hand().next_line(), ruled, on);
        self.write(Box::new(line))
    }

    fn attach(&mut self, source: String, path: String) -> Vec<Effect> {
        self.unsaved.path.clone_from(&path);
        if path.is_empty() {
            return vec![];
        }
        let file = path.into();
        vec![Effect::Attach { source, file }]
    }

    /// Keeps a note to oneself; an empty line takes it away.
    fn keep_note(&mut self, on: Spot, text: String) -> Vec<Effect> {
        let gone = text.is_empty();
        if gone && self.own_note(on).is_none() {
            return vec![];
        }
        self.work.set_note(&self.open.case, on, text);
        self.read_again();
        self.say(Notice::good(if gone {
            "your note is gone"
        } else {
            "noted; only you see it, on this machine"
        }));
        vec![Effect::Remember(self.left())]
    }

    /// Esc: what was typed is there again the next time.
    fn leave_note(&mut self, note: NoteBox) {
        let text = note.input.value().trim();
        if !text.is_empty() && self.own_note(note.on) != Some(text) {
            self.say(Notice::good(
                "nothing was written; t brings back what you typed",
            ));
            self.unsaved.note = Some(note);
        }
    }

    /// Esc: nothing is written, and what was typed is there again the next time.
    fn leave_ruling(&mut self, made: Box<RuleBox>) {
        self.say(Notice::good(if made.is_written() {
            "nothing was written; r brings back what you typed"
        } else {
            "nothing was written"
        }));
        self.unsaved.rule = made.is_written().then_some(made);
    }

    /// A line is on the disk: its box closes, or goes on to the next one marked.
    pub(in crate::tui::desk) fn saved(&mut self, line: u64, what: String) -> Vec<Effect> {
        let asked = &mut self.unsaved.asked;
        asked.take_if(|(asked, _)| *asked == line);
        let mut layers = self.layers.iter();
        let at = layers.position(|layer| layer.line() == Some(line));
        let after = at.and_then(|at| self.layers.remove(at).after());
        let effects = after.map_or(vec![], |wish| self.grant(wish));
        self.say(Notice::good(what));
        effects
    }

    /// It is not: the box stays, and says so; what was asked comes back into its box.
    pub(in crate::tui::desk) fn not_saved(&mut self, line: u64, why: &str) {
        if let Some((_, note)) = self.unsaved.asked.take_if(|(asked, _)| *asked == line) {
            self.layers.insert(0, Layer::Note(note));
        }
        let mut layers = self.layers.iter_mut();
        let own = layers.find(|layer| layer.line() == Some(line));
        if let Some(saving) = own.and_then(Layer::saving) {
            *saving = Saving::NotSaved(why.to_owned());
        }
        self.say(Notice::grave(format!("NOT SAVED: {why}")));
    }

    /// Ctrl-C: asks whether to quit; asked twice it is meant.
    pub(in crate::tui::desk) fn ask_to_quit(&mut self) -> Vec<Effect> {
        if matches!(self.layers.last(), Some(Layer::Ask(Question::Quit))) {
            return self.quit();
        }
        self.layers.push(Layer::Ask(Question::Quit));
        vec![]
    }

    /// Leaves the desk, unless something is still on its way to the disk or did not get there.
    pub(in crate::tui::desk) fn quit(&mut self) -> Vec<Effect> {
        let mut layers = self.layers.iter_mut();
        let unsaved = layers.any(|layer| layer.saving().is_some_and(|s| *s != Saving::NotYet));
        let asked = matches!(self.layers.last(), Some(Layer::Ask(Question::Unsaved)));
        if unsaved && !asked {
            self.layers.push(Layer::Ask(Question::Unsaved));
            return vec![];
        }
        vec![Effect::Remember(self.left()), Effect::Quit]
    }
}
