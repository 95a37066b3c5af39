//! What each action does while something lies on top of the desk, or a line is typed into.

use super::layer::{Layer, Make, Picker, Question};
use crate::case::is_id;
use crate::keys::Action;
use crate::tui::canvas::field::{LONGEST, request};
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::on_desk::distance;
use crate::tui::desk::state::Desk;
use crate::tui::desk::{NewQuote, Pane, Spot};
use tui_input::{Input, InputRequest};

impl Desk {
    pub(in crate::tui::desk) fn act_on_layer(&mut self, action: Action) -> Vec<Effect> {
        if matches!(self.layers.last(), Some(Layer::Rule(_))) {
            return self.act_on_box(action);
        }
        if matches!(self.layers.last(), Some(Layer::Sign(_))) {
            return self.act_on_sign(action);
        }
        if matches!(action, Action::Close | Action::No | Action::Quit) {
            if let Some(Layer::Note(note)) = self.layers.pop() {
                self.leave_note(note);
            }
            return vec![];
        }
        if matches!(action, Action::Accept | Action::Yes) {
            return self.accept();
        }
        if let Some(by) = distance(action) {
            self.step_layer(by);
            return vec![];
        }
        if matches!(action, Action::First | Action::Last) {
            self.step_layer(if action == Action::First { -FAR } else { FAR });
            return vec![];
        }
        if let (Some(Layer::Make(make)), Action::NextField | Action::PreviousField) =
            (self.layers.last_mut(), action)
        {
            make.on_who = !make.on_who;
            return vec![];
        }
        if let (Some(request), Some(input)) = (request(action), self.input()) {
            input.handle(request);
            return self.typed();
        }
        vec![]
    }

    fn step_layer(&mut self, by: isize) {
        match self.layers.last_mut() {
            Some(Layer::Help(scroll) | Layer::Paper(_, _, scroll)) => {
                *scroll = scroll.saturating_add_signed(by)
            }
            Some(Layer::Palette(picker)) => picker.step(by),
            Some(Layer::Copy(picker)) => picker.step(by),
            Some(Layer::UsedBy(picker)) => picker.step(by),
            Some(Layer::Narrow(picker)) => picker.step(by),
            Some(Layer::Cases(picker)) => picker.step(by),
            Some(Layer::Export(picker)) => picker.step(by),
            Some(Layer::Make(make)) => make.on_who = by > 0,
            Some(
                Layer::Url(_)
                | Layer::Attach { .. }
                | Layer::Private(_)
                | Layer::Ask(_)
                | Layer::Who { .. }
                | Layer::Note(_)
                | Layer::Sign(_)
                | Layer::Rule(_),
            )
            | None => {}
        }
    }

    fn accept(&mut self) -> Vec<Effect> {
        let Some(layer) = self.layers.pop() else {
            return vec![];
        };
        match layer {
            Layer::Help(_)
            | Layer::Private(_)
            | Layer::Paper(..)
            | Layer::Rule(_)
            | Layer::Sign(_) => {
                vec![]
            }
            Layer::Who { input, then } => self.take_name(input, then),
            Layer::Note(note) => self.take_note(note),
            Layer::Export(picker) => picker
                .chosen()
                .map_or(vec![], |what| vec![Effect::Export(*what)]),
            Layer::Palette(picker) => match picker.chosen() {
                Some(action) => self.act_on_desk(*action),
                None => vec![],
            },
            Layer::Copy(picker) => picker.chosen().map_or(vec![], |clip| {
                vec![Effect::Copy {
                    what: clip.what,
                    text: clip.text.clone(),
                }]
            }),
            Layer::UsedBy(picker) => {
                if let Some(spot) = picker.chosen() {
                    self.jump(*spot);
                }
                vec![]
            }
            Layer::Narrow(picker) => {
                if let Some(filter) = picker.chosen() {
                    self.narrow(filter.clone());
                }
                vec![]
            }
            Layer::Cases(picker) => picker.chosen().map_or(vec![], |path| {
                vec![
                    Effect::Remember(self.left()),
                    Effect::OpenCase(path.clone()),
                ]
            }),
            Layer::Url(url) => vec![Effect::OpenUrl(url)],
            Layer::Attach { source, input } => {
                input.value().trim().clone_into(&mut self.aside.path);
                attach(source, &input)
            }
            Layer::Make(make) => self.make(make),
            Layer::Ask(Question::Quit) => self.quit(),
            Layer::Ask(Question::Unsaved) => {
                self.layers
                    .retain(|layer| !matches!(layer, Layer::Rule(_) | Layer::Sign(_)));
                self.say(Notice::bad(
                    "the ruling was thrown away; nothing was written",
                ));
                vec![]
            }
            Layer::Ask(Question::Undo { id, on, .. }) => self.undo(&id, &on),
        }
    }

    /// Makes the record, or says what is wrong with what was typed and asks again.
    fn make(&mut self, make: Make) -> Vec<Effect> {
        let id = make.id.value().trim().to_owned();
        let who = make.who.value().trim().to_owned();
        let case = &self.open.case;
        let wrong = if !is_id(&id) {
            Some("an id is small letters, digits and hyphens, and begins with a letter".to_owned())
        } else if case.find(&id).is_some() {
            Some(format!(
                "there is a record `{id}` already; choose another id"
            ))
        } else if case.find(&who).is_none() {
            Some(format!(
                "no record has the id `{who}`; write the id of a party, or of the source itself"
            ))
        } else {
            None
        };
        if let Some(why) = wrong {
            self.layers.push(Layer::Make(make));
            self.say(Notice::bad(why));
            return vec![];
        }
        self.stop_choosing();
        vec![Effect::Inbox(NewQuote {
            id,
            who,
            source: make.source,
            printed: make.words,
        })]
    }

    pub(in crate::tui::desk) fn act_on_find(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Close => self.find = None,
            Action::Accept => {
                let empty = self
                    .find
                    .as_ref()
                    .is_some_and(|find| find.input.value().is_empty());
                if empty {
                    self.find = None;
                } else {
                    if let Some(find) = &mut self.find {
                        find.typing = false;
                    }
                    self.find_first();
                }
            }
            other => {
                if let (Some(request), Some(find)) = (request(other), self.find.as_mut()) {
                    find.input.handle(request);
                    self.find_first();
                }
            }
        }
        vec![]
    }

    /// Keys while the search's line is typed into; none if the key is not for the line.
    pub(in crate::tui::desk) fn act_on_seek(&mut self, action: Action) -> Option<Vec<Effect>> {
        match action {
            Action::Close => {
                self.seek = None;
                self.read_selected();
            }
            Action::Accept => {
                if let Some(seek) = &mut self.seek {
                    seek.typing = false;
                }
                match self.list().spot() {
                    Some(Spot::Text(..)) => self.pane = Pane::Words,
                    Some(_) => self.pane = Pane::Page,
                    None => self.say(Notice::bad("nothing found; change the words, or press esc")),
                }
            }
            Action::NextField => self.pane = Pane::Page,
            Action::PreviousField => self.pane = Pane::Words,
            other => {
                if distance(other).is_some() {
                    return None;
                }
                let (request, seek) = (request(other)?, self.seek.as_mut()?);
                seek.input.handle(request);
                return Some(self.typed());
            }
        }
        Some(vec![])
    }

    /// The line that is typed into.
    pub(in crate::tui::desk) fn input(&mut self) -> Option<&mut Input> {
        if let Some(layer) = self.layers.last_mut() {
            return match layer {
                Layer::Palette(picker) => Some(&mut picker.input),
                Layer::UsedBy(picker) => Some(&mut picker.input),
                Layer::Narrow(picker) => Some(&mut picker.input),
                Layer::Cases(picker) => Some(&mut picker.input),
                Layer::Export(picker) => Some(&mut picker.input),
                Layer::Who { input, .. } => Some(input),
                Layer::Note(note) => Some(&mut note.input),
                Layer::Rule(made) => made.input(),
                Layer::Attach { input, .. } => Some(input),
                Layer::Make(make) => Some(if make.on_who {
                    &mut make.who
                } else {
                    &mut make.id
                }),
                Layer::Help(_)
                | Layer::Copy(_)
                | Layer::Url(_)
                | Layer::Private(_)
                | Layer::Paper(..)
                | Layer::Sign(_)
                | Layer::Ask(_) => None,
            };
        }
        if let Some(find) = self.find.as_mut().filter(|find| find.typing) {
            return Some(&mut find.input);
        }
        self.seek
            .as_mut()
            .filter(|seek| seek.typing)
            .map(|seek| &mut seek.input)
    }

    pub(in crate::tui::desk) fn type_letter(&mut self, letter: char) -> Vec<Effect> {
        if let Some(input) = self.input().filter(|line| line.value().len() < LONGEST) {
            input.handle(InputRequest::InsertChar(letter));
        }
        self.typed()
    }

    /// What follows from a changed line: narrower choices, a new question, another match.
    fn typed(&mut self) -> Vec<Effect> {
        match self.layers.last_mut() {
            Some(Layer::Palette(picker)) => picker.narrow(),
            Some(Layer::UsedBy(picker)) => picker.narrow(),
            Some(Layer::Narrow(picker)) => picker.narrow(),
            Some(Layer::Cases(picker)) => picker.narrow(),
            Some(Layer::Export(picker)) => picker.narrow(),
            Some(_) => {}
            None if self.find.as_ref().is_some_and(|find| find.typing) => self.find_first(),
            None => {
                if let Some(seek) = self.seek.as_mut().filter(|seek| seek.typing) {
                    return vec![seek.again()];
                }
            }
        }
        vec![]
    }
}

/// Further than any list is long.
const FAR: isize = isize::MAX / 2;

fn attach(source: String, input: &Input) -> Vec<Effect> {
    let file = input.value().trim();
    if file.is_empty() {
        return vec![];
    }
    vec![Effect::Attach {
        source,
        file: file.into(),
    }]
}

impl<T> Picker<T> {
    /// How many choices suit what is typed.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// True if none does.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}
