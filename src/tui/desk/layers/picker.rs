//! A list to choose from by typing a few letters of a name, or by the arrows alone.

use super::frame::{frame, line};
use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::press::Press;
use super::wish::Wish;
use crate::keys::{Action, Scope};
use crate::text::safe::shown;
use crate::text::width;
use crate::tui::canvas::{Role, Row, Stand};
use crate::tui::desk::at_hand::AtHand;
use std::ops::Range;
use tui_input::Input;

/// Things to choose from.
#[derive(Debug)]
pub struct Picker {
    /// What is chosen here.
    pub title: &'static str,
    /// The line typed into.
    pub input: Input,
    /// Name and explanation of each choice, and what choosing it asks for.
    pub choices: Vec<(String, String, Wish)>,
    /// The choices that suit what is typed, best first, with the bytes that matched.
    pub shown: Vec<(usize, Vec<Range<usize>>)>,
    /// Which of those is chosen.
    pub selected: usize,
    /// True if letters narrow it.
    narrows: bool,
}

impl Picker {
    /// A picker with nothing typed yet.
    pub fn new(title: &'static str, choices: Vec<(String, String, Wish)>) -> Self {
        let shown = (0..choices.len()).map(|i| (i, vec![])).collect();
        Self {
            title,
            input: Input::default(),
            choices,
            shown,
            selected: 0,
            narrows: true,
        }
    }

    /// A menu of few choices: nothing is typed.
    pub fn menu(title: &'static str, choices: Vec<(String, String, Wish)>) -> Self {
        Self {
            narrows: false,
            ..Self::new(title, choices)
        }
    }

    /// Moves the choice, stopping at the ends.
    fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// What the choice asks for.
    fn chosen(mut self) -> Option<Wish> {
        let (at, _) = self.shown.get(self.selected)?;
        (*at < self.choices.len()).then(|| self.choices.swap_remove(*at).2)
    }
}

impl OnTop for Picker {
    fn scope(&self) -> Option<Scope> {
        Some(if self.narrows {
            Scope::Field
        } else {
            Scope::Menu
        })
    }

    fn hints(&self) -> &'static [Hint] {
        &[
            (Action::Accept, "take"),
            (Action::Down, "down"),
            (Action::Up, "up"),
            (Action::Close, "close"),
        ]
    }

    fn act(mut self, action: Action, _: &AtHand) -> Outcome<Self> {
        match Press::of(action) {
            Press::Close => return Outcome::goes(),
            Press::Accept => {
                return Outcome {
                    stays: None,
                    wish: self.chosen(),
                };
            }
            Press::Step(by) => self.step(by),
            Press::Edit(request) if self.narrows => {
                self.input.handle(request);
                self.typed();
            }
            Press::OtherField | Press::Edit(_) | Press::Nothing => {}
        }
        Outcome::stays(self)
    }

    fn input(&mut self) -> Option<&mut Input> {
        self.narrows.then_some(&mut self.input)
    }

    /// Narrows the choices to what is typed.
    fn typed(&mut self) {
        if !self.narrows {
            return;
        }
        let names: Vec<&str> = self
            .choices
            .iter()
            .map(|(name, _, _)| name.as_str())
            .collect();
        let picks = crate::search::fuzzy::pick(self.input.value(), &names);
        self.shown = picks
            .into_iter()
            .map(|pick| (pick.index, pick.positions))
            .collect();
        self.selected = 0;
    }

    fn draw(&self, _: &AtHand, sheet: &mut Sheet) {
        let body = sheet.parts.body;
        let wanted = u16::try_from(self.choices.len() + 4).unwrap_or(u16::MAX);
        let area = frame(sheet.canvas, body, self.title, wanted.min(body.height));
        line(sheet.canvas, area, 0, &self.input, true);
        let room = usize::from(area.height.saturating_sub(1));
        let top = (self.selected + 1).saturating_sub(room);
        let names = self.choices.iter();
        let name_width = names.map(|(name, _, _)| width::of(shown(name).as_str()));
        let name_width = name_width.max().unwrap_or(0).min(28);
        for (i, (choice, marks)) in self.shown.iter().enumerate().skip(top).take(room) {
            let Some((name, says, _)) = self.choices.get(*choice) else {
                continue;
            };
            let stand = if i == self.selected {
                Stand::Selected
            } else {
                Stand::Level
            };
            let row = named(name, marks).to(name_width + 2);
            let row = row.text(Role::Dim, says).stands(stand);
            let y = area.y + 1 + u16::try_from(i - top).unwrap_or(0);
            sheet.canvas.row(area.x, y, area.width, &row);
        }
    }
}

/// A name, with what of it matched lit.
fn named(name: &str, marks: &[Range<usize>]) -> Row {
    let shown = shown(name);
    let lights: Vec<_> = marks
        .iter()
        .map(|m| (shown.place(m.clone()), Role::Hit))
        .collect();
    let mut row = Row::new();
    row.lit(&shown, 0..shown.as_str().len(), Role::Plain, &lights);
    row
}
