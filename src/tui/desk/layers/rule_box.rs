//! The box in which a person rules. Nothing is written before Enter, and what could not be written stays here.

use super::layer::{Layer, Question, Then};
use crate::case::Case;
use crate::keys::Action;
use crate::ruling::{About, Entry, Ruling, Saw, Seal, Target, is_short_name, seal};
use crate::tui::canvas::field::request;
use crate::tui::desk::Spot;
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::new_line;
use crate::tui::desk::on_desk::distance;
use crate::tui::desk::state::Desk;
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
    /// The line's number, once it was tried to be written: tried again, it is the same line.
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

    /// The case was read anew: the box stays on the same sentence or claim, or on what comes nearest. Where a ruling would
    /// no longer be given for the same, Enter alone does not give it.
    pub fn carry(&mut self, old: &Case, new: &Case) {
        let before = sealed(old, self.on);
        self.on = self.on.carried(old, new).unwrap_or(self.on);
        self.changed |= before != sealed(new, self.on);
        let rest = self.rest.iter();
        self.rest = rest.filter_map(|spot| spot.carried(old, new)).collect();
    }

    /// True if somebody wrote something in it.
    fn is_written(&self) -> bool {
        !self.fix.value().is_empty() || !self.why.value().is_empty()
    }

    fn next_saw(&mut self) {
        let here = Saw::ALL.iter().position(|saw| Some(*saw) == self.saw);
        self.saw = match here {
            None => Saw::ALL.first().copied(),
            Some(at) => Saw::ALL.get(at + 1).copied(),
        };
    }
}

/// What a ruling would be given for, but for what the machine says of it.
fn sealed(case: &Case, on: Spot) -> Option<Seal> {
    let target = Target::of_node(case, on.node()?)?;
    Some(seal(case, target, None))
}

impl Desk {
    /// `r`: opens the box on what is marked, else on what is in front of one.
    pub(in crate::tui::desk) fn rule(&mut self) {
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

    pub(in crate::tui::desk) fn open_box(&mut self, on: Spot, rest: Vec<Spot>) {
        if self.subject() != Some(on) {
            self.list_mut().select(on);
            self.read(on);
        }
        let saw = self.saw(on);
        let mut made = RuleBox::new(on, rest, saw);
        if self.waits_for_a_lawyer(on) {
            let at = CHOICES.iter().position(|(_, r)| *r == Ruling::LegalCleared);
            made.choice = at.unwrap_or(0);
        }
        if let Some(before) = self.aside.rule.take_if(|before| before.on == on) {
            (made.choice, made.fix, made.why) = (before.choice, before.fix, before.why);
        }
        self.layers.push(Layer::Rule(Box::new(made)));
    }

    /// Takes the short name typed and goes on to the box.
    pub(in crate::tui::desk) fn take_name(&mut self, input: Input, then: Then) -> Vec<Effect> {
        let name = input.value().trim().to_owned();
        if !is_short_name(&name) {
            self.layers.push(Layer::Who { input, then });
            self.say(Notice::bad(
                "a short name is up to 32 small letters, digits and hyphens, as under team: in case.yaml",
            ));
            return vec![];
        }
        self.seat.by = Some(name);
        match then {
            Then::Rule(on, rest) => self.open_box(on, rest),
            Then::Sign => self.sign_off(),
        }
        vec![]
    }

    /// Keys while the box lies on top; what is typed goes into its lines.
    pub(in crate::tui::desk) fn act_on_box(&mut self, action: Action) -> Vec<Effect> {
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
        match self.layers.pop() {
            Some(Layer::Rule(made)) if made.saving == Saving::NotYet => {
                self.say(Notice::good(if made.is_written() {
                    "nothing was written; r brings back what you typed"
                } else {
                    "nothing was written"
                }));
                self.aside.rule = made.is_written().then_some(made);
            }
            Some(Layer::Rule(made)) => {
                let asks = matches!(made.saving, Saving::NotSaved(_));
                self.layers.push(Layer::Rule(made));
                let ask = asks.then_some(Layer::Ask(Question::Unsaved));
                self.layers.extend(ask);
            }
            other => self.layers.extend(other),
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
        if std::mem::take(&mut made.changed) {
            // Another line than one that may be on the disk already: it is given for something else.
            made.line = None;
            self.say(Notice::bad(
                "what you rule on changed in the files: look at it as it is now; enter again saves",
            ));
            return vec![];
        }
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
        let number = *made.line.get_or_insert_with(|| self.seat.next_line());
        let case = &self.open.case;
        let machine = &self.open.assessed.machine;
        let entry = Entry {
            about: Some(About::new(case, target)),
            ruling: Some(ruling),
            saw: made.saw,
            seen,
            ticks,
            why: words(&made.why),
            fix: words(&made.fix),
            seal: Some(seal(case, target, machine.finding(on.node()))),
            ..new_line::blank(by)
        };
        let line = new_line::ruling(case, number, &on.name(case), entry);
        vec![Effect::Write(Box::new(line))]
    }

    /// A line is on the disk: its box closes, or goes on to the next one marked.
    pub(in crate::tui::desk) fn saved(&mut self, line: u64, what: String) {
        let asked = &mut self.aside.asked;
        asked.take_if(|(asked, _)| *asked == line);
        let at = self.layers.iter().position(|layer| layer.writes(line));
        if let Some(Layer::Rule(mut made)) = at.map(|at| self.layers.remove(at)) {
            if !made.rest.is_empty() {
                let next = made.rest.remove(0);
                self.open_box(next, made.rest);
            }
        }
        self.say(Notice::good(what));
    }

    /// It is not: the box stays, and says so; what was asked comes back into its box.
    pub(in crate::tui::desk) fn not_saved(&mut self, line: u64, why: &str) {
        if let Some((_, note)) = self.aside.asked.take_if(|(asked, _)| *asked == line) {
            self.layers.insert(0, Layer::Note(note));
        }
        for layer in self.layers.iter_mut().filter(|layer| layer.writes(line)) {
            match layer {
                Layer::Rule(made) => made.saving = Saving::NotSaved(why.to_owned()),
                Layer::Sign(made) => made.saving = Saving::NotSaved(why.to_owned()),
                _ => {}
            }
        }
        self.say(Notice::grave(format!("NOT SAVED: {why}")));
    }
}
