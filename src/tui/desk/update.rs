//! What becomes of whatever happens: the one place where the desk changes.

use super::effect::{Effect, Left, Notice, Why};
use super::layers::Layer;
use super::lists::changes::changes;
use super::lists::listing::{Entry, Listing};
use super::lists::seek::Found;
use super::lists::views::View;
use super::msg::Msg;
use super::open::Open;
use super::pages::pasted::pasted_entries;
use super::panes::Pane;
use super::state::Desk;
use crate::keys::{Action, Chord, Key, Keymap, Scope};
use crate::ruling::{Assessment, since};
use crate::tui::page::Spot;
use std::path::PathBuf;
use std::sync::Arc;

impl Desk {
    /// Takes in what happened; gives what is to be done about it elsewhere. Never waits.
    pub fn update(&mut self, msg: Msg, keys: &Keymap) -> Vec<Effect> {
        match msg {
            Msg::Key(chord) => return self.key(chord, keys),
            Msg::Paste(text) => return self.paste(&text),
            Msg::Clicked(clicked) => self.clicked(clicked),
            // What lies at a cell only the one who draws knows; see `Seated`.
            Msg::Drawn | Msg::Click(..) => {}
            Msg::Resized(width, height) => self.panes.window = (width, height),
            Msg::Opened { folder, open, left } => return self.turn_to(folder, open, &left),
            Msg::Touched => return vec![Effect::Read(Why::Touched)],
            // Of the case that lay here before this one.
            Msg::Reread(open) | Msg::Renewed(open, _) if open.reading < self.open.reading => {}
            Msg::Reread(open) => {
                let again = self.renew(open);
                return again.into_iter().chain([self.compare()]).collect();
            }
            Msg::Renewed(open, known) => return self.renew_quietly(open, known),
            Msg::Compared(reading, quote, found) if reading == self.open.reading => {
                self.open.early.insert(quote, *found);
                if self.subject() == Some(Spot::Record(quote)) {
                    self.read_again();
                }
            }
            Msg::Assessed(reading, assessed) if reading == self.open.reading => {
                self.assess(assessed);
            }
            // Of a case as it was before.
            Msg::Compared(..) | Msg::Assessed(..) => {}
            Msg::Saved(line, what) => {
                let mut effects = self.saved(line, what);
                // What was saved is also where one is, should the terminal be gone the next moment.
                effects.extend([Effect::Remember(self.left()), Effect::Read(Why::Saved)]);
                return effects;
            }
            Msg::NotSaved(line, why) => self.not_saved(line, &why),
            Msg::Unreadable(why) | Msg::Failed(why) => self.say(Notice::bad(why)),
            Msg::Done(what) => self.say(Notice::good(what)),
            Msg::Found(found) => self.found(found),
            Msg::Verified(number, found) => self.verified(number, *found),
        }
        vec![]
    }

    /// Lays another case on the desk; the person and their window stay.
    fn turn_to(&mut self, folder: PathBuf, open: Open, left: &Left) -> Vec<Effect> {
        let window = self.panes.window;
        *self = Self::new(open, self.seat.clone(), left);
        self.panes.window = window;
        vec![Effect::Watch(folder), self.compare()]
    }

    /// Where keys mean something now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(layer) = self.layers.last() {
            return layer.scope().into_iter().collect();
        }
        if self.panes.find.as_ref().is_some_and(|find| find.typing) {
            return vec![Scope::Field];
        }
        if self.types_search() {
            return vec![Scope::Field, Scope::Everywhere];
        }
        if self.panes.focus == Pane::Words {
            if self.chosen().is_some() {
                return vec![Scope::Marking, Scope::Everywhere];
            }
            return vec![Scope::Words, Scope::Everywhere];
        }
        vec![Scope::Everywhere]
    }

    /// True if the search's line has the keys.
    fn types_search(&self) -> bool {
        let seek = self.lists.seek.as_ref();
        seek.is_some_and(|seek| seek.typing) && self.panes.focus == Pane::List
    }

    /// Has the quotations compared, first the one in front of a person.
    fn compare(&self) -> Effect {
        let first = match self.subject() {
            Some(Spot::Record(ix)) => Some(ix),
            _ => None,
        };
        Effect::Compare(self.open.reading, first)
    }

    /// Takes what was computed of the case; lists that show it are made anew.
    pub fn assess(&mut self, assessed: Arc<Assessment>) {
        let old = self.open.problems.clone();
        let before = self.open.unmet.clone();
        self.open.take_assessment(assessed);
        let you = self.seat.by.as_deref();
        let visit = self.before.visit.as_ref();
        self.open.since = visit.map(|visit| {
            let standings = &self.open.assessed.standings;
            Arc::new(since(&self.open.case, standings, you, visit))
        });
        // A fault keeps its place on screen, though others were found before it.
        let new = self.open.problems.clone();
        let now = self.open.unmet.clone();
        let carried = |spot: Spot| match spot {
            Spot::Problem(at) => {
                let was = old.get(at as usize)?;
                let at = new.iter().position(|problem| problem == was)?;
                u32::try_from(at).ok().map(Spot::Problem)
            }
            Spot::Unmet(at) => {
                let was = before
                    .iter()
                    .flat_map(|unmet| &unmet.things)
                    .nth(at as usize)?;
                let at = now
                    .iter()
                    .flat_map(|unmet| &unmet.things)
                    .position(|thing| thing == was)?;
                u32::try_from(at).ok().map(Spot::Unmet)
            }
            other => Some(other),
        };
        let to_do = View::ToDo.index();
        let untouched = self.lists.view != View::ToDo && self.lists.all[to_do].is_at_first();
        self.lists.renew(&self.open, carried);
        if untouched {
            // Nobody has chosen anything there yet; what came in first is first.
            self.lists.all[to_do].first();
        }
        if let Some(reading) = &mut self.reading {
            match carried(reading.subject) {
                Some(subject) => reading.subject = subject,
                None => self.reading = None,
            }
        }
        self.read_again();
    }

    fn key(&mut self, chord: Chord, keys: &Keymap) -> Vec<Effect> {
        let answered = matches!(chord.key, Key::Esc | Key::Enter);
        self.notice.take_if(|notice| answered || !notice.stays);
        if self.hide_private() {
            return vec![];
        }
        // Stopping, suspending and redrawing work whatever lies on top, or a second Ctrl-C would not reach the question
        // that the first one asked.
        let always = keys.action(&[Scope::Everywhere], chord);
        if let Some(action @ (Action::Stop | Action::Suspend | Action::Redraw)) = always {
            if chord.typed().is_none() {
                return self.act_on_desk(action);
            }
        }
        let scopes = self.scopes();
        let typing = scopes.first().is_some_and(|scope| scope.takes_text());
        match (keys.action(&scopes, chord), chord.typed()) {
            (Some(action), _) => {
                let effects = self.act(action);
                self.look();
                effects
            }
            (None, Some(letter)) if typing => self.type_letter(letter),
            (None, _) => vec![],
        }
    }

    /// Takes a layer away that goes with any key at all; says whether there was one.
    pub(super) fn hide_private(&mut self) -> bool {
        let layer = self.layers.pop_if(|layer| layer.scope().is_none());
        layer.is_some()
    }

    /// Does what a user asks for.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if !self.layers.is_empty() {
            return self.act_on_layer(action);
        }
        if self.panes.find.as_ref().is_some_and(|find| find.typing) {
            return self.act_on_find(action);
        }
        if self.types_search() {
            if let Some(effects) = self.act_on_seek(action) {
                return effects;
            }
        }
        self.act_on_desk(action)
    }

    fn found(&mut self, found: Found) {
        let Some(seek) = &mut self.lists.seek else {
            return;
        };
        if found.number != seek.number {
            return;
        }
        let mut entries: Vec<Entry> = pasted_entries(&self.open.case, seek.pasted.as_deref());
        let mut kinds: Vec<&'static str> = vec![];
        for (_, kind, _) in &found.hits {
            if !kinds.contains(kind) {
                kinds.push(kind);
            }
        }
        for wanted in kinds {
            entries.push(Entry::Heading(wanted.to_owned(), None));
            let of_kind = found.hits.iter().filter(|(_, kind, _)| *kind == wanted);
            entries.extend(of_kind.map(|(spot, _, _)| Entry::Spot(*spot)));
        }
        let before = seek.hits.spot().filter(|_| !seek.typing);
        seek.hits = Listing::new(entries);
        if let Some(spot) = before {
            seek.hits.select(spot);
        }
        seek.counts = Some((found.exact, found.close));
        seek.hint = found.hint;
        seek.snippets = found
            .hits
            .into_iter()
            .map(|(spot, _, snippet)| (spot, snippet))
            .collect();
        self.read_selected();
    }

    /// Takes the case as read anew after something was saved, of which nothing needs to be said.
    fn renew_quietly(&mut self, open: Open, known: Option<Arc<Assessment>>) -> Vec<Effect> {
        let notice = self.notice.take();
        let again = self.renew(open);
        if let Some(known) = known {
            self.assess(known);
        }
        self.notice = notice;
        again.into_iter().chain([self.compare()]).collect()
    }

    /// Takes the case as read anew, keeping everything in its place, and says what changed.
    /// A search that is on is to be asked again.
    fn renew(&mut self, open: Open) -> Option<Effect> {
        let old = std::mem::replace(&mut self.open, open);
        let new = Arc::clone(&self.open.case);
        let carried = |spot: Spot| spot.carried(&old.case, &new);
        self.lists.renew(&self.open, carried);
        self.history.carry(|here| {
            let mut here = here.clone();
            here.selected = here.selected.and_then(carried);
            here.subject = Some(carried(here.subject?)?);
            Some(here)
        });
        self.panes.pinned = self.panes.pinned.and_then(carried);
        self.work.carry(&old.case, &new);
        let layers = self.layers.iter_mut();
        layers.for_each(|layer: &mut Layer| layer.carry(&old.case, &new));
        self.unsaved.carry(&old.case, &new);
        let again = self.lists.seek.as_mut().map(|seek| {
            seek.carry(carried);
            seek.again()
        });
        let reading = self.reading.take();
        let subject = reading
            .as_ref()
            .and_then(|reading| carried(reading.subject));
        match subject {
            Some(spot) => {
                self.read(spot);
                if let (Some(new), Some(old)) = (&mut self.reading, reading) {
                    new.scroll = old.scroll;
                    if new.shown().map(|p| p.words.clone()) == old.shown().map(|p| p.words.clone())
                    {
                        new.words = old.words;
                    }
                }
            }
            None => self.read_selected(),
        }
        self.say(Notice::good(changes(&old, &self.open)));
        again
    }
}
