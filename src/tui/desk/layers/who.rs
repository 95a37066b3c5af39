//! A short name to be typed, since it is not known who rules.

use super::frame::{frame, line, say};
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::wish::{Then, Wish};
use crate::case::Case;
use crate::keys::{Action, Scope};
use crate::ruling::is_short_name;
use crate::tui::desk::at_hand::AtHand;
use crate::tui::page::{Para, Tone};
use tui_input::Input;

/// The question who is there.
#[derive(Debug)]
pub struct Who {
    /// The line typed into.
    pub input: Input,
    /// What the name is wanted for.
    pub then: Then,
}

impl Who {
    /// The question with nothing typed yet.
    pub fn new(then: Then) -> Self {
        Self {
            input: Input::default(),
            then,
        }
    }
}

/// The keys of a single line.
pub const ONE_LINE: &[Hint] = &[(Action::Accept, "do it"), (Action::Close, "leave it")];

impl OnTop for Who {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Field)
    }

    fn hints(&self) -> &'static [Hint] {
        ONE_LINE
    }

    fn act(mut self, action: Action, _: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => return Outcome::goes(),
            Press::Accept => {
                let name = self.input.value().trim().to_owned();
                if is_short_name(&name) {
                    return Outcome::goes().and(Wish::Name(name, self.then));
                }
                return Outcome::stays(self).and(Wish::complain(
                    "a short name is up to 32 small letters, digits and hyphens, as under team: in case.yaml",
                ));
            }
            Press::Edit(request) => {
                self.input.handle(request);
            }
            Press::Step(_) | Press::OtherField | Press::Nothing => {}
        }
        Outcome::stays(self)
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn draw(&self, at: &AtHand, sheet: &mut Sheet) {
        let area = frame(sheet.canvas, sheet.parts.body, "who are you?", 6);
        let words = who_is_there(&at.open.case);
        say(sheet.canvas, area, &Para::new().put(Tone::Plain, &words));
        let last = area.height.saturating_sub(1);
        line(sheet.canvas, area, last, &self.input, true);
    }
}

/// Whose short names there are to choose from.
fn who_is_there(case: &Case) -> String {
    let team = case.head.team.get();
    let members = team.map_or(&[][..], |team| &team.members);
    let names = members.iter().map(|(short, _)| {
        let role = team.and_then(|team| team.role_word(&short.value));
        role.map_or_else(
            || short.value.clone(),
            |role| format!("{} ({role})", short.value),
        )
    });
    let names: Vec<String> = names.collect();
    let named = if names.is_empty() {
        "a short name for you, in small letters".to_owned()
    } else {
        format!("your short name, of the team: {}", names.join(", "))
    };
    format!("{named}. `by` in config.toml answers this for good.")
}
