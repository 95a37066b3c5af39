//! The box in which a person rules. Nothing is written before Enter, and what could not be written stays here.

use super::Spot;
use super::effect::{Effect, NewRuling, Notice};
use super::layer::{Layer, Question, Then};
use super::on_desk::distance;
use super::state::Desk;
use crate::keys::Action;
use crate::ruling::{Ruling, Saw, seal};
use crate::tui::field::request;
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
    /// The line's name in the log, once it was tried to be written: tried again, it is the same line.
    pub line: Option<String>,
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
        }
    }

    /// The chosen ruling.
    pub fn ruling(&self) -> Ruling {
        CHOICES[self.choice.min(CHOICES.len() - 1)].1
    }

    /// The line typed into, if one has the keys.
    pub fn input(&mut self) -> Option<&mut Input> {
        match self.part {
            BoxPart::List => None,
            BoxPart::Fix => Some(&mut self.fix),
            BoxPart::Why => Some(&mut self.why),
        }
    }

    fn choose(&mut self, at: usize) {
        if at != self.choice {
            self.asked.clear();
        }
        self.choice = at;
    }

    /// The case was read anew: the box stays on the same sentence or claim, or on what comes nearest.
    pub fn carry(&mut self, carried: impl Fn(Spot) -> Option<Spot>) {
        self.on = carried(self.on).unwrap_or(self.on);
        self.rest = self.rest.iter().filter_map(|spot| carried(*spot)).collect();
    }

    fn next_saw(&mut self) {
        let here = Saw::ALL.iter().position(|saw| Some(*saw) == self.saw);
        self.saw = match here {
            None => Saw::ALL.first().copied(),
            Some(at) => Saw::ALL.get(at + 1).copied(),
        };
    }
}

impl Desk {
    /// `r`: opens the box on what is marked, else on what is in front of one.
    pub(super) fn rule(&mut self) {
        let marked: Vec<Spot> = std::mem::take(&mut self.marked).into_iter().collect();
        let subject = self.subject().map(|spot| vec![spot]);
        let mut spots = if marked.is_empty() {
            subject.unwrap_or_default()
        } else {
            marked
        };
        spots.retain(|spot| self.can_be_ruled_on(*spot));
        if spots.is_empty() {
            self.say(Notice::bad(
                "rulings are given for claims and for sentences of the draft",
            ));
            return;
        }
        let first = spots.remove(0);
        if self.seat.by.is_none() {
            self.layers.push(Layer::Who {
                input: Input::default(),
                then: Then::Rule(first, spots),
            });
            return;
        }
        self.open_box(first, spots);
    }

    pub(super) fn open_box(&mut self, on: Spot, rest: Vec<Spot>) {
        if self.subject() != Some(on) {
            self.list_mut().select(on);
            self.read(on);
        }
        let saw = self.saw(on);
        let mut made = RuleBox::new(on, rest, saw);
        if self.stands_as_asked(on) {
            made.choice = 0;
        }
        self.layers.push(Layer::Rule(Box::new(made)));
    }

    /// Takes the short name typed and goes on to the box.
    pub(super) fn take_name(&mut self, input: Input, then: Then) -> Vec<Effect> {
        let name = input.value().trim().to_owned();
        if !crate::disk::log::is_name(&name) {
            self.layers.push(Layer::Who { input, then });
            self.say(Notice::bad(
                "a short name is up to 32 small letters, digits and hyphens, as under team: in case.yaml",
            ));
            return vec![];
        }
        self.seat.by = Some(name.clone());
        match then {
            Then::Rule(on, rest) => self.open_box(on, rest),
            Then::Sign => self.sign_off(),
        }
        vec![Effect::KnowMe(name)]
    }

    /// Keys while the box lies on top; what is typed goes into its lines.
    pub(super) fn act_on_box(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::Close {
            return self.leave_box();
        }
        let Some(Layer::Rule(made)) = self.layers.last_mut() else {
            return vec![];
        };
        if made.saving == Saving::Saving {
            return vec![];
        }
        match action {
            Action::NextField => made.part = made.part.next(true),
            Action::PreviousField => made.part = made.part.next(false),
            Action::Accept => return self.save_ruling(),
            Action::Saw if made.part == BoxPart::List => made.next_saw(),
            other => {
                if let Some(at) = CHOICES.iter().position(|(key, _)| *key == other) {
                    made.choose(at);
                } else if made.part == BoxPart::List {
                    let by = distance(other).unwrap_or(0);
                    let at = made.choice.saturating_add_signed(by);
                    made.choose(at.min(CHOICES.len() - 1));
                } else if let (Some(request), Some(input)) = (request(other), made.input()) {
                    input.handle(request);
                }
            }
        }
        vec![]
    }

    /// Esc: nothing is written. A ruling that could not be saved is not thrown away without asking.
    fn leave_box(&mut self) -> Vec<Effect> {
        let Some(Layer::Rule(made)) = self.layers.last() else {
            return vec![];
        };
        match made.saving {
            Saving::NotYet => {
                self.layers.pop();
                self.say(Notice::good("nothing was written"));
            }
            Saving::NotSaved(_) => self.layers.push(Layer::Ask(Question::Unsaved)),
            Saving::Saving => {}
        }
        vec![]
    }

    fn save_ruling(&mut self) -> Vec<Effect> {
        let (on, missing) = match self.layers.last() {
            Some(Layer::Rule(made)) => (made.on, self.missing(made.on)),
            Some(_) | None => return vec![],
        };
        let (seen, ticks) = (self.seen(on), self.ticked(on));
        let (Some(target), Some(by)) = (self.target(on), self.seat.by.clone()) else {
            return vec![];
        };
        let Some(Layer::Rule(made)) = self.layers.last_mut() else {
            return vec![];
        };
        let ruling = made.ruling();
        let words = |input: &Input| {
            let text = input.value().trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        if ruling == Ruling::Fix && words(&made.fix).is_none() {
            made.part = BoxPart::Fix;
            self.say(Notice::bad(
                "write the words that would be right, then enter",
            ));
            return vec![];
        }
        if ruling == Ruling::Confirmed && made.asked.is_empty() && !missing.is_empty() {
            made.asked = missing;
            return vec![];
        }
        made.saving = Saving::Saving;
        let line = made
            .line
            .get_or_insert_with(crate::disk::log::new_id)
            .clone();
        let machine = &self.open.assessed.machine;
        let seal = seal(&self.open.case, target, machine.finding(on.node()));
        vec![Effect::Rule(Box::new(NewRuling {
            line,
            by,
            on: target,
            name: on.name(&self.open.case),
            seal,
            ruling,
            saw: made.saw,
            why: words(&made.why),
            fix: words(&made.fix),
            seen,
            ticks,
        }))]
    }

    /// The ruling is on the disk: the box closes, or goes on to the next one marked.
    pub(super) fn saved(&mut self, what: String) {
        self.layers.retain(|layer| !matches!(layer, Layer::Sign(_)));
        let at = self.layers.iter().position(|l| matches!(l, Layer::Rule(_)));
        if let Some(at) = at {
            if let Layer::Rule(mut made) = self.layers.remove(at) {
                if !made.rest.is_empty() {
                    let next = made.rest.remove(0);
                    self.open_box(next, made.rest);
                }
            }
        }
        self.say(Notice::good(what));
    }

    /// It is not: the box stays, and says so.
    pub(super) fn not_saved(&mut self, why: String) {
        for layer in &mut self.layers {
            match layer {
                Layer::Rule(made) => made.saving = Saving::NotSaved(why.clone()),
                Layer::Sign(made) => made.saving = Saving::NotSaved(why.clone()),
                _ => {}
            }
        }
        self.say(Notice::bad(format!("NOT SAVED: {why}")));
    }
}
