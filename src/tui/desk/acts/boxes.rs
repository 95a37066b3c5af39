//! Opens the boxes in which something is written down: a ruling, a note, the signature, the question whether to take a ruling back.

use crate::case::{Body, Sentence};
use crate::ruling::{Ruling, may_sign, to_clear};
use crate::tui::desk::effect::Notice;
use crate::tui::desk::layers::{
    CHOICES, Layer, NoteBox, Paper, Question, RuleBox, SignBox, Then, Who,
};
use crate::tui::desk::pages::rulings_panel::asked_about;
use crate::tui::desk::state::Desk;
use crate::tui::desk::work::sentence_at;
use crate::tui::page::{Page, Para, Spot, Tone};
use crate::wording;
use tui_input::Input;

impl Desk {
    /// True if people can rule on it: a sentence that counts, or a claim.
    pub(in crate::tui::desk) fn can_be_ruled_on(&self, spot: Spot) -> bool {
        let case = &self.open.case;
        match spot {
            Spot::Sentence(_) => sentence_at(case, spot).is_some_and(Sentence::counts),
            Spot::Record(ix) => matches!(case.at(ix).body, Body::Claim(_)),
            Spot::Problem(_) | Spot::Unmet(_) | Spot::Text(..) | Spot::Detail(..) => false,
        }
    }

    /// True if it is settled but for a lawyer, who has not cleared it.
    fn waits_for_a_lawyer(&self, spot: Spot) -> bool {
        let Spot::Record(ix) = spot else { return false };
        let open = &self.open;
        open.state(spot).is_settled()
            && to_clear(&open.case, &open.assessed.standings).contains(&ix)
    }

    /// `r`: opens the box on what is marked, else on what is in front of one.
    pub(in crate::tui::desk) fn rule(&mut self) {
        let marked: Vec<Spot> = std::mem::take(&mut self.work.marked).into_iter().collect();
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
            let who = Who::new(Then::Rule(first, spots));
            self.layers.push(Layer::Who(who));
            return;
        }
        self.open_box(first, spots);
    }

    pub(in crate::tui::desk) fn open_box(&mut self, on: Spot, rest: Vec<Spot>) {
        if self.subject() != Some(on) {
            self.list_mut().select(on);
            self.read(on);
        }
        let saw = self.work.saw(&self.open, on);
        let mut made = RuleBox::new(on, rest, saw);
        if self.waits_for_a_lawyer(on) {
            let at = CHOICES.iter().position(|(_, r)| *r == Ruling::LegalCleared);
            made.choice = at.unwrap_or(0);
        }
        if let Some(before) = self.unsaved.rule.take_if(|before| before.on == on) {
            (made.choice, made.fix, made.why) = (before.choice, before.fix, before.why);
        }
        self.layers.push(Layer::Rule(Box::new(made)));
    }

    /// `t`: answers the open question about what is in front of one, or begins a note.
    pub(in crate::tui::desk) fn note(&mut self) {
        let on = match self.subject() {
            Some(spot @ (Spot::Sentence(_) | Spot::Record(_))) => spot,
            Some(Spot::Detail(at, _)) => Spot::Sentence(at),
            Some(spot @ Spot::Unmet(_)) if !asked_about(&self.open, spot).is_empty() => spot,
            Some(Spot::Problem(_) | Spot::Unmet(_) | Spot::Text(..)) | None => {
                self.say(Notice::bad(
                    "notes and questions are about a sentence or a record",
                ));
                return;
            }
        };
        let by = self.seat.by.as_deref();
        let open = asked_about(&self.open, on).into_iter().find(|asked| {
            let to_me = asked.question.to.as_deref().is_none_or(|to| Some(to) == by);
            asked.answer.is_none() && to_me && Some(asked.entry.by.as_str()) != by
        });
        let answers = open.map(|asked| (asked.entry.id.clone(), asked.question.words.clone()));
        if answers.is_none() && matches!(on, Spot::Unmet(_)) {
            self.say(Notice::bad("somebody else is to answer this"));
            return;
        }
        if let Some(note) = self.unsaved.note.take_if(|note| note.on == on) {
            self.layers.push(Layer::Note(note));
            return;
        }
        // A note is written on, not over.
        let before = self.own_note(on).filter(|_| answers.is_none());
        self.layers.push(Layer::Note(NoteBox {
            on,
            input: Input::new(before.unwrap_or_default().to_owned()),
            answers,
            line: None,
        }));
    }

    /// `S`: asks whether to sign off; where something stands against it, says what, and how often.
    pub(in crate::tui::desk) fn sign_off(&mut self) {
        let Some(by) = self.seat.by.clone() else {
            self.layers.push(Layer::Who(Who::new(Then::Sign)));
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
        self.layers.push(Layer::Paper(Paper::new("sign off", page)));
    }

    /// `u`: asks whether one's last ruling is to be taken back.
    pub(in crate::tui::desk) fn ask_to_undo(&mut self) {
        let by = self.seat.by.clone().unwrap_or_default();
        let Some(entry) = self.open.logs.last_of(&by) else {
            self.say(Notice::bad("you have no ruling here to take back"));
            return;
        };
        let on = entry
            .about
            .as_ref()
            .map_or(String::new(), |about| about.claim.clone());
        let word = entry.ruling.map_or("", Ruling::plainly);
        self.layers.push(Layer::Ask(Question::Undo {
            id: entry.id.clone(),
            says: format!("{word}, {on}, {}", wording::time(&entry.at)),
            on,
        }));
    }
}
