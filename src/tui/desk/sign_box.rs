//! Signing the whole story off: what stands against it, or the question whether to.

use super::effect::{Effect, NewRuling, Notice};
use super::layer::{Layer, Question, Then};
use super::rule_box::Saving;
use super::state::Desk;
use super::{Page, Para, Tone};
use crate::keys::Action;
use crate::ruling::{Ruling, Target, may_sign, seal};
use tui_input::Input;

/// The story about to be signed off.
#[derive(Debug, Default)]
pub struct SignBox {
    /// How far it is.
    pub saving: Saving,
    /// The line's name in the log, once it was tried to be written: tried again, it is the same line.
    pub line: Option<String>,
}

impl Desk {
    /// Asks whether to sign off; where something stands against it, says what, and how often.
    pub(super) fn sign_off(&mut self) {
        let Some(by) = self.seat.by.clone() else {
            self.layers.push(Layer::Who {
                input: Input::default(),
                then: Then::Sign,
            });
            return;
        };
        if !may_sign(&self.open.case, &by) {
            self.say(Notice::bad(format!(
                "{by} is not in the team of case.yaml and cannot sign"
            )));
            return;
        }
        if !self.open.compared {
            self.say(Notice::bad(
                "the quotations are still being compared; sign in a moment",
            ));
            return;
        }
        let unmet = &self.open.unmet;
        if unmet.is_empty() {
            self.layers.push(Layer::Sign(SignBox::default()));
            return;
        }
        let mut page = Page::default();
        page.push(Para::new().put(Tone::Strong, "This story cannot be signed off yet:"));
        page.gap();
        for unmet in &**unmet {
            page.push(
                Para::new()
                    .put(Tone::Doubt, &unmet.to_string())
                    .indented(0, 6),
            );
        }
        page.gap();
        page.push(Para::new().put(Tone::Dim, "2 To do lists them one by one."));
        self.layers.push(Layer::Paper("sign off", page, 0));
    }

    /// Keys while the question lies on top.
    pub(super) fn act_on_sign(&mut self, action: Action) -> Vec<Effect> {
        let Some(Layer::Sign(made)) = self.layers.last_mut() else {
            return vec![];
        };
        match (action, &made.saving) {
            (Action::Accept | Action::Yes, Saving::NotYet | Saving::NotSaved(_)) => {
                made.saving = Saving::Saving;
            }
            (Action::Close | Action::No | Action::Quit, Saving::NotYet) => {
                self.layers.pop();
                self.say(Notice::good("nothing was written"));
                return vec![];
            }
            (Action::Close | Action::No | Action::Quit, Saving::NotSaved(_)) => {
                self.layers.push(Layer::Ask(Question::Unsaved));
                return vec![];
            }
            _ => return vec![],
        }
        let line = made
            .line
            .get_or_insert_with(crate::disk::log::new_id)
            .clone();
        let Some(by) = self.seat.by.clone() else {
            return vec![];
        };
        vec![Effect::Rule(Box::new(NewRuling {
            line,
            by,
            on: Target::Case,
            name: "the story".to_owned(),
            seal: seal(&self.open.case, Target::Case, None),
            ruling: Ruling::SignedOff,
            saw: None,
            why: None,
            fix: None,
            seen: vec![],
            ticks: vec![],
        }))]
    }
}
