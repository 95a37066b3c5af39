//! The box in which a person rules. Nothing is written before Enter, and what could not be written stays here.

use super::on_top::{Hint, OnTop, Outcome, Sheet};
use super::rule_box_drawn::draw;
use super::wish::Wish;
use crate::case::Case;
use crate::keys::{Action, Scope};
use crate::ruling::{About, Entry, Ruling, Saw, Seal, Target, seal};
use crate::tui::canvas::field::request;
use crate::tui::desk::at_hand::AtHand;
use crate::tui::desk::movement::distance;
use crate::tui::desk::new_line;
use crate::tui::page::Spot;
use tui_input::Input;

/// The rulings offered, in the order of the box, each with its key.
pub const CHOICES: [(Action, Ruling); 9] = [
    (Action::Confirmed, Ruling::Confirmed),
    (Action::Fix, Ruling::Fix),
    (Action::Wrong, Ruling::Wrong),
    (Action::Unsupported, Ruling::Unsupported),
    (Action::CannotVerify, Ruling::CannotVerify),
    (Action::Contradicted, Ruling::Contradicted),
    (Action::NotCheckable, Ruling::NotCheckable),
    (Action::Waived, Ruling::Waived),
    (Action::LegalCleared, Ruling::LegalCleared),
];

/// The part of the box that the keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoxPart {
    /// The rulings, by letter or arrow.
    #[default]
    List,
    /// The words that would be right.
    Fix,
    /// Why.
    Why,
}

impl BoxPart {
    const fn next(self, forward: bool) -> Self {
        match (self, forward) {
            (Self::List, true) | (Self::Why, false) => Self::Fix,
            (Self::Fix, true) | (Self::List, false) => Self::Why,
            (Self::Why, true) | (Self::Fix, false) => Self::List,
        }
    }
}

/// How far a ruling is on its way to the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was written yet.
    #[default]
    NotYet,
    /// It is being written.
    Saving,
    /// It could not be written; why.
    NotSaved(String),
}

/// A ruling being made.
#[derive(Debug)]
pub struct RuleBox {
    /// The sentence or claim it is for.
    pub on: Spot,
    /// Further ones marked, to be ruled on after it, each for itself.
    pub rest: Vec<Spot>,
    /// The chosen ruling: an index into [`CHOICES`].
    pub choice: usize,
    /// The part that has the keys.
    pub part: BoxPart,
    /// The words that would be right.
    pub fix: Input,
    /// Why.
    pub why: Input,
    /// How it was seen.
    pub saw: Option<Saw>,
    /// What was not ticked or not opened, once the desk has asked about it.
    pub asked: Vec<String>,
    /// How far it is.
    pub saving: Saving,
    /// The number of its line, once it was tried to be written: tried again, it is the same line.
    pub line: Option<u64>,
    /// True if what is ruled on changed in the files while the box was open, until that was looked at.
    pub changed: bool,
}

impl RuleBox {
    /// A box on one thing, with more to follow.
    pub fn new(on: Spot, rest: Vec<Spot>, saw: Option<Saw>) -> Self {
        Self {
            on,
            rest,
            choice: 0,
            part: BoxPart::List,
            fix: Input::default(),
            why: Input::default(),
            saw,
            asked: vec![],
            saving: Saving::NotYet,
            line: None,
            changed: false,
        }
    }

    /// The chosen ruling.
    pub fn ruling(&self) -> Ruling {
        CHOICES[self.choice.min(CHOICES.len() - 1)].1
    }

    /// True if somebody wrote something in it.
    pub fn is_written(&self) -> bool {
        !self.fix.value().is_empty() || !self.why.value().is_empty()
    }

    /// The case was read anew: the box stays on the same sentence or claim, or on what comes nearest. Where a ruling would
    /// no longer be given for the same, Enter alone does not give it.
    pub fn carry(&mut self, old: &Case, new: &Case) {
        let before = sealed(old, self.on);
        self.on = self.on.carried(old, new).unwrap_or(self.on);
        self.changed |= before != sealed(new, self.on);
        let rest = self.rest.iter();
        self.rest = rest.filter_map(|spot| spot.carried(old, new)).collect();
    }

    fn choose(&mut self, at: usize) {
        if at != self.choice {
            self.asked.clear();
        }
        self.choice = at;
    }

    fn next_saw(&mut self) {
        let here = Saw::ALL.iter().position(|saw| Some(*saw) == self.saw);
        self.saw = match here {
            None => Saw::ALL.first().copied(),
            Some(at) => Saw::ALL.get(at + 1).copied(),
        };
    }

    /// A ruling by its own key, one further up or down, or a change to the line typed into.
    fn change(&mut self, action: Action) {
        if let Some(at) = CHOICES.iter().position(|(key, _)| *key == action) {
            self.choose(at);
        } else if self.part == BoxPart::List {
            let by = distance(action).unwrap_or(0);
            let at = self.choice.saturating_add_signed(by);
            self.choose(at.min(CHOICES.len() - 1));
        } else if let (Some(request), Some(input)) = (request(action), self.line_typed()) {
            input.handle(request);
        }
    }

    fn line_typed(&mut self) -> Option<&mut Input> {
        match self.part {
            BoxPart::List => None,
            BoxPart::Fix => Some(&mut self.fix),
            BoxPart::Why => Some(&mut self.why),
        }
    }

    /// Esc: nothing is written. A ruling that could not be saved is not thrown away without asking.
    fn leave(self: Box<Self>) -> Outcome<Box<Self>> {
        match self.saving {
            Saving::NotYet => Outcome::goes().and(Wish::LeaveRuling(self)),
            Saving::Saving => Outcome::stays(self),
            Saving::NotSaved(_) => Outcome::stays(self).and(Wish::AskUnsaved),
        }
    }

    /// Enter: what has still to be looked at or written is asked for, and then the ruling is on its way.
    fn save(mut self: Box<Self>, at: &AtHand) -> Outcome<Box<Self>> {
        let node = self.on.node();
        let target = node.and_then(|node| Target::of_node(&at.open.case, node));
        let (Some(target), Some(by)) = (target, at.seat.by.clone()) else {
            return Outcome::stays(self);
        };
        if std::mem::take(&mut self.changed) {
            // Another line than one that may be on the disk already: it is given for something else.
            self.line = None;
            return Outcome::stays(self).and(Wish::complain(
                "what you rule on changed in the files: look at it as it is now; enter again saves",
            ));
        }
        let ruling = self.ruling();
        if ruling == Ruling::Fix && words(&self.fix).is_none() {
            self.part = BoxPart::Fix;
            return Outcome::stays(self).and(Wish::complain(
                "write the words that would be right, then enter",
            ));
        }
        if ruling == Ruling::Confirmed && self.asked.is_empty() {
            self.asked = at.missing(self.on);
            if !self.asked.is_empty() {
                return Outcome::stays(self);
            }
        }
        self.saving = Saving::Saving;
        let number = *self.line.get_or_insert(at.next_line());
        let entry = self.entry(target, by, at);
        let case = &at.open.case;
        let line = new_line::ruling(case, number, &self.on.name(case), entry);
        Outcome::stays(self).and(Wish::Write(Box::new(line)))
    }

    fn entry(&self, target: Target, by: String, at: &AtHand) -> Entry {
        let case = &at.open.case;
        let machine = at.open.assessed.machine.finding(self.on.node());
        Entry {
            about: Some(About::new(case, target)),
            ruling: Some(self.ruling()),
            saw: self.saw,
            seen: at.work.seen(self.on),
            ticks: at.ticked(self.on),
            why: words(&self.why),
            fix: words(&self.fix),
            seal: Some(seal(case, target, machine)),
            ..new_line::blank(by)
        }
    }
}

/// What was written on a line, if anything.
fn words(input: &Input) -> Option<String> {
    let text = input.value().trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What a ruling would be given for, but for what the machine says of it.
fn sealed(case: &Case, on: Spot) -> Option<Seal> {
    let target = Target::of_node(case, on.node()?)?;
    Some(seal(case, target, None))
}

impl OnTop for Box<RuleBox> {
    fn scope(&self) -> Option<Scope> {
        Some(match self.part {
            BoxPart::List => Scope::Ruling,
            BoxPart::Fix | BoxPart::Why => Scope::Field,
        })
    }

    fn hints(&self) -> &'static [Hint] {
        match self.part {
            BoxPart::List => &[
                (Action::Accept, "save ruling"),
                (Action::NextField, "next field"),
                (Action::Saw, "how seen"),
                (Action::Close, "cancel"),
            ],
            BoxPart::Fix | BoxPart::Why => &[
                (Action::Accept, "save ruling"),
                (Action::Close, "cancel"),
                (Action::NextField, "next field"),
                (Action::PreviousField, "field before"),
                (Action::EraseLine, "clear"),
            ],
        }
    }

    fn act(mut self, action: Action, at: &AtHand) -> Outcome<Self> {
        if action == Action::Close {
            return self.leave();
        }
        if self.saving == Saving::Saving {
            return Outcome::stays(self);
        }
        match action {
            Action::NextField => self.part = self.part.next(true),
            Action::PreviousField => self.part = self.part.next(false),
            Action::Accept => return self.save(at),
            Action::Saw if self.part == BoxPart::List => self.next_saw(),
            other => self.change(other),
        }
        Outcome::stays(self)
    }

    fn input(&mut self) -> Option<&mut Input> {
        self.line_typed()
    }

    fn carry(&mut self, old: &Case, new: &Case) {
        RuleBox::carry(self, old, new);
    }

    fn line(&self) -> Option<u64> {
        self.line
    }

    fn saving(&mut self) -> Option<&mut Saving> {
        Some(&mut self.saving)
    }

    fn after(mut self) -> Option<Wish> {
        if self.rest.is_empty() {
            return None;
        }
        let next = self.rest.remove(0);
        Some(Wish::RuleOn(next, self.rest))
    }

    fn draw(&self, at: &AtHand, sheet: &mut Sheet) {
        draw(self, at, sheet);
    }
}
