//! A quote to be made of chosen words: its id and whose words they are.

use super::frame::{frame, line};
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::wish::Wish;
use crate::case::{Case, is_id};
use crate::keys::{Action, Scope};
use crate::tui::canvas::{Rect, Role, Row};
use crate::tui::desk::at_hand::AtHand;
use crate::tui::desk::effect::NewQuote;
use crate::tui::page::{Page, Para, Tone, drawn};
use tui_input::Input;

/// A quote being made of chosen words.
#[derive(Debug)]
pub struct Make {
    /// The words, as they stand in the source.
    pub words: String,
    /// Source and locator.
    pub source: String,
    /// The id typed.
    pub id: Input,
    /// The party typed.
    pub who: Input,
    /// True while the party has the keys.
    pub on_who: bool,
}

/// The keys of a form.
pub const DOING: &[Hint] = &[
    (Action::Accept, "do it"),
    (Action::NextField, "next field"),
    (Action::Close, "leave it"),
];

impl Make {
    /// The record, or what is wrong with what was typed.
    fn record(&self, case: &Case) -> Result<NewQuote, String> {
        let id = self.id.value().trim().to_owned();
        let who = self.who.value().trim().to_owned();
        if !is_id(&id) {
            return Err(
                "an id is small letters, digits and hyphens, and begins with a letter".to_owned(),
            );
        }
        if case.find(&id).is_some() {
            return Err(format!(
                "there is a record `{id}` already; choose another id"
            ));
        }
        if case.find(&who).is_none() {
            return Err(format!(
                "no record has the id `{who}`; write the id of a party, or of the source itself"
            ));
        }
        Ok(NewQuote {
            id,
            who,
            source: self.source.clone(),
            printed: self.words.clone(),
        })
    }
}

impl OnTop for Make {
    fn scope(&self) -> Option<Scope> {
        Some(Scope::Field)
    }

    fn hints(&self) -> &'static [Hint] {
        DOING
    }

    fn act(mut self, action: Action, at: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => return Outcome::goes(),
            Press::Accept => {
                return match self.record(&at.open.case) {
                    Ok(quote) => Outcome::goes().and(Wish::Make(quote)),
                    Err(why) => Outcome::stays(self).and(Wish::complain(why)),
                };
            }
            Press::Step(by) => self.on_who = by > 0,
            Press::OtherField => self.on_who = !self.on_who,
            Press::Edit(request) => {
                if let Some(input) = self.input() {
                    input.handle(request);
                }
            }
            Press::Nothing => {}
        }
        Outcome::stays(self)
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(if self.on_who {
            &mut self.who
        } else {
            &mut self.id
        })
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let (canvas, body) = (&mut *sheet.canvas, sheet.parts.body);
        let area = frame(canvas, body, "make a quote of these words", 9);
        let mut said = Page::default();
        said.push(Para::new().put(Tone::Strong, &format!("“{}”", self.words)));
        said.push(Para::field("source", Tone::Plain, &self.source));
        let top = Rect {
            height: area.height.saturating_sub(4),
            ..area
        };
        drawn::page(&said, 0, None, canvas, top);
        let fields = [
            ("id", &self.id, !self.on_who),
            ("who", &self.who, self.on_who),
        ];
        for (n, (name, input, keys)) in fields.into_iter().enumerate() {
            let down = area.height.saturating_sub(3) + u16::try_from(n).unwrap_or(0);
            let label = Row::new().say(Role::Label, name);
            canvas.row(area.x, area.y + down, area.width, &label);
            let place = Rect {
                x: area.x + 6,
                width: area.width.saturating_sub(6),
                ..area
            };
            line(canvas, place, down, input, keys);
        }
        let told = Row::new().say(Role::Dim, "it is added to inbox.yaml");
        canvas.row(area.x, area.bottom().saturating_sub(1), area.width, &told);
    }
}
