//! Lines that are typed into: of a layer, of the find in a pane, of the search.

use crate::keys::Action;
use crate::tui::canvas::field::{LONGEST, request};
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::movement::distance;
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::page::Spot;
use tui_input::{Input, InputRequest};

impl Desk {
    /// Keys while the find's line is typed into.
    pub(in crate::tui::desk) fn act_on_find(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Close => self.panes.find = None,
            Action::Accept => {
                let find = self.panes.find.as_ref();
                if find.is_some_and(|find| find.input.value().is_empty()) {
                    self.panes.find = None;
                } else {
                    if let Some(find) = &mut self.panes.find {
                        find.typing = false;
                    }
                    self.find_first();
                }
            }
            other => {
                if let (Some(request), Some(find)) = (request(other), self.panes.find.as_mut()) {
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
                self.lists.seek = None;
                self.read_selected();
            }
            Action::Accept => {
                if let Some(seek) = &mut self.lists.seek {
                    seek.typing = false;
                }
                match self.list().spot() {
                    Some(Spot::Text(..)) => self.panes.focus = Pane::Words,
                    Some(_) => self.panes.focus = Pane::Page,
                    None => self.say(Notice::bad("nothing found; change the words, or press esc")),
                }
            }
            Action::NextField => self.panes.focus = Pane::Page,
            Action::PreviousField => self.panes.focus = Pane::Words,
            other => {
                if distance(other).is_some() {
                    return None;
                }
                let (request, seek) = (request(other)?, self.lists.seek.as_mut()?);
                seek.input.handle(request);
                return Some(self.typed());
            }
        }
        Some(vec![])
    }

    /// Types a letter into the line that has the keys.
    pub(in crate::tui::desk) fn type_letter(&mut self, letter: char) -> Vec<Effect> {
        if let Some(input) = self.input().filter(|line| line.value().len() < LONGEST) {
            input.handle(InputRequest::InsertChar(letter));
        }
        self.typed()
    }

    /// The line that is typed into.
    fn input(&mut self) -> Option<&mut Input> {
        if let Some(layer) = self.layers.last_mut() {
            return layer.input();
        }
        if let Some(find) = self.panes.find.as_mut().filter(|find| find.typing) {
            return Some(&mut find.input);
        }
        let seek = self.lists.seek.as_mut().filter(|seek| seek.typing)?;
        Some(&mut seek.input)
    }

    /// What follows from a changed line: narrower choices, a new question, another match.
    fn typed(&mut self) -> Vec<Effect> {
        if let Some(layer) = self.layers.last_mut() {
            layer.typed();
        } else if self.panes.find.as_ref().is_some_and(|find| find.typing) {
            self.find_first();
        } else if let Some(seek) = self.lists.seek.as_mut().filter(|seek| seek.typing) {
            return vec![seek.again()];
        }
        vec![]
    }
}
