//! What becomes of whatever happens: the one place where the desk changes.

use super::effect::{Effect, Notice};
use super::layer::{Layer, Question};
use super::msg::{Found, Msg};
use super::open::Open;
use super::pasted::pasted_entries;
use super::seek::Seek;
use super::state::Desk;
use super::{BoxPart, Entry, Listing, Pane, Saving};
use crate::keys::{Action, Chord, Key, Keymap, Scope};
use crate::ruling::{Assessment, since};
use std::sync::Arc;

impl Desk {
    /// Takes in what happened; gives what is to be done about it elsewhere. Never waits.
    pub fn update(&mut self, msg: Msg, keys: &Keymap) -> Vec<Effect> {
        match msg {
            Msg::Key(chord) => self.key(chord, keys),
            // What lies at a cell only the one who draws knows; see `start`.
            Msg::Drawn | Msg::Click(..) => vec![],
            Msg::Clicked(clicked) => {
                self.clicked(clicked);
                vec![]
            }
            Msg::Opened(open, left) => {
                let cases = std::mem::take(&mut self.cases);
                *self = Self::new(open, self.seat.clone(), &left);
                self.cases = cases;
                vec![Effect::Watch, self.compare()]
            }
            Msg::Paste(text) => self.paste(&text),
            Msg::Touched => vec![Effect::Refresh],
            // Of the case that lay here before this one.
            Msg::Reread(open) | Msg::Renewed(open, _) if open.reading < self.open.reading => vec![],
            Msg::Reread(open) => {
                let again = self.renew(open);
                again.into_iter().chain([self.compare()]).collect()
            }
            Msg::Compared(reading, quote, found) if reading == self.open.reading => {
                self.open.early.insert(quote, *found);
                if self.subject() == Some(super::Spot::Record(quote)) {
                    self.read_again();
                }
                vec![]
            }
            Msg::Assessed(reading, assessed) if reading == self.open.reading => {
                self.assess(assessed);
                vec![]
            }
            // Of a case as it was before.
            Msg::Compared(..) | Msg::Assessed(..) => vec![],
            Msg::Saved(line, what) => {
                self.saved(&line, what);
                // What was saved is also where one is, should the terminal be gone the next moment.
                vec![Effect::Remember(self.left()), Effect::Renew]
            }
            Msg::NotSaved(line, why) => {
                self.not_saved(&line, &why);
                vec![]
            }
            Msg::Renewed(open, known) => {
                let notice = self.notice.take();
                let again = self.renew(open);
                if let Some(known) = known {
                    self.assess(known);
                }
                self.notice = notice;
                again.into_iter().chain([self.compare()]).collect()
            }
            Msg::Unreadable(why) | Msg::Failed(why) => {
                self.say(Notice::bad(why));
                vec![]
            }
            Msg::Done(what) => {
                self.say(Notice::good(what));
                vec![]
            }
            Msg::Found(found) => {
                self.found(found);
                vec![]
            }
            Msg::Verified(number, found) => {
                self.verified(number, *found);
                vec![]
            }
        }
    }

    /// Where keys mean something now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(layer) = self.layers.last() {
            return match layer {
                Layer::Help(_) => vec![Scope::Menu],
                Layer::Palette(_) | Layer::Attach { .. } | Layer::Make(_) => vec![Scope::Field],
                Layer::Who { .. } | Layer::Note(_) | Layer::Export(_) => vec![Scope::Field],
                Layer::Rule(made) if made.part == BoxPart::List => vec![Scope::Ruling],
                Layer::Rule(_) => vec![Scope::Field],
                Layer::Paper(..) => vec![Scope::Menu],
                Layer::UsedBy(_) | Layer::Narrow(_) | Layer::Cases(_) => vec![Scope::Field],
                Layer::Copy(_) => vec![Scope::Menu],
                Layer::Url(_) | Layer::Ask(_) | Layer::Sign(_) => vec![Scope::Question],
                Layer::Private(_) => vec![],
            };
        }
        if self.find.as_ref().is_some_and(|find| find.typing) {
            return vec![Scope::Field];
        }
        if self.seek.as_ref().is_some_and(|seek| seek.typing) && self.pane == Pane::List {
            return vec![Scope::Field, Scope::Everywhere];
        }
        if self.pane == Pane::Words {
            if self.chosen().is_some() {
                return vec![Scope::Marking, Scope::Everywhere];
            }
            return vec![Scope::Words, Scope::Everywhere];
        }
        vec![Scope::Everywhere]
    }

    /// Has the quotations compared, first the one in front of a person.
    fn compare(&self) -> Effect {
        let first = match self.subject() {
            Some(super::Spot::Record(ix)) => Some(ix),
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
        let visit = self.visit.as_ref();
        self.open.since = visit.map(|visit| {
            let standings = &self.open.assessed.standings;
            Arc::new(since(&self.open.case, standings, you, visit))
        });
        // A fault keeps its place on screen, though others were found before it.
        let new = self.open.problems.clone();
        let now = self.open.unmet.clone();
        let carried = |spot: super::Spot| match spot {
            super::Spot::Problem(at) => {
                let was = old.get(at as usize)?;
                let at = new.iter().position(|problem| problem == was)?;
                u32::try_from(at).ok().map(super::Spot::Problem)
            }
            super::Spot::Unmet(at) => {
                let was = before
                    .iter()
                    .flat_map(|unmet| &unmet.things)
                    .nth(at as usize)?;
                let at = now
                    .iter()
                    .flat_map(|unmet| &unmet.things)
                    .position(|thing| thing == was)?;
                u32::try_from(at).ok().map(super::Spot::Unmet)
            }
            other => Some(other),
        };
        let to_do = super::View::ToDo;
        let untouched = self.view != to_do && self.lists[to_do.index()].is_at_first();
        self.relist(carried);
        if untouched {
            // Nobody has chosen anything there yet; what came in first is first.
            self.lists[to_do.index()].first();
        }
        if let Some(reading) = &mut self.reading {
            match carried(reading.subject) {
                Some(subject) => reading.subject = subject,
                None => self.reading = None,
            }
        }
        self.read_again();
    }

    fn relist(&mut self, carried: impl Fn(super::Spot) -> Option<super::Spot>) {
        for (i, view) in super::View::ALL.into_iter().enumerate() {
            let entries = super::entries(view, &self.open, &self.filters[i]);
            if view == super::View::ToDo && self.view == view {
                self.lists[i].renew_around(entries, &carried);
            } else {
                self.lists[i].renew(entries, &carried);
            }
        }
    }

    fn key(&mut self, chord: Chord, keys: &Keymap) -> Vec<Effect> {
        let answered = matches!(chord.key, Key::Esc | Key::Enter);
        self.notice.take_if(|notice| answered || !notice.stays);
        if matches!(self.layers.last(), Some(Layer::Private(_))) {
            self.layers.pop();
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

    /// Does what a user asks for.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if !self.layers.is_empty() {
            return self.act_on_layer(action);
        }
        if self.find.as_ref().is_some_and(|find| find.typing) {
            return self.act_on_find(action);
        }
        if self.seek.as_ref().is_some_and(|seek| seek.typing) && self.pane == Pane::List {
            if let Some(effects) = self.act_on_seek(action) {
                return effects;
            }
        }
        self.act_on_desk(action)
    }

    /// Text pasted outside a field is looked for: where do we have that from?
    fn paste(&mut self, text: &str) -> Vec<Effect> {
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return vec![];
        }
        let typing = self
            .scopes()
            .first()
            .is_some_and(|scope| scope.takes_text());
        if matches!(self.layers.last(), Some(Layer::Private(_))) {
            self.layers.pop();
            return vec![];
        }
        if !typing && !self.layers.is_empty() {
            self.say(Notice::bad(
                "nothing was pasted: no line of text has the keys here",
            ));
            return vec![];
        }
        if !typing {
            self.open_seek();
        }
        let short: String = line.chars().take(MOST_PASTED).collect();
        if short.len() < line.len() {
            self.say(Notice::bad(format!(
                "only the first {MOST_PASTED} characters of the pasted text were taken"
            )));
        }
        let mut effects = vec![];
        for letter in short.chars() {
            effects = self.type_letter(letter);
        }
        if let (false, Some(seek)) = (typing, &self.seek) {
            effects.push(Effect::Verify {
                number: seek.number,
                words: line,
            });
        }
        effects
    }

    /// Opens the search of the whole case.
    pub(super) fn open_seek(&mut self) {
        let number = self.seek.as_ref().map_or(0, |seek| seek.number);
        self.find = None;
        self.pane = Pane::List;
        self.seek = Some(Seek {
            number,
            typing: true,
            ..Seek::default()
        });
        self.reading = None;
    }

    fn found(&mut self, found: Found) {
        let Some(seek) = &mut self.seek else { return };
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

    /// Takes the case as read anew, keeping everything in its place, and says what changed.
    /// A search that is on is to be asked again.
    fn renew(&mut self, open: Open) -> Option<Effect> {
        let old = std::mem::replace(&mut self.open, open);
        let new = Arc::clone(&self.open.case);
        let carried = |spot: super::Spot| spot.carried(&old.case, &new);
        self.relist(carried);
        self.trail.carry(|here| {
            let mut here = here.clone();
            here.selected = here.selected.and_then(carried);
            here.subject = Some(carried(here.subject?)?);
            Some(here)
        });
        self.pinned = self.pinned.and_then(carried);
        let marked = std::mem::take(&mut self.marked);
        self.marked = marked.into_iter().filter_map(carried).collect();
        self.opened = super::checking::still_opened(&self.opened, &old.case, &new);
        for layer in &mut self.layers {
            match layer {
                Layer::Rule(made) => made.carry(&old.case, &new),
                Layer::Note(note) => note.on = carried(note.on).unwrap_or(note.on),
                _ => {}
            }
        }
        self.aside.carry(&old.case, &new);
        let again = self.seek.as_mut().map(|seek| {
            seek.carry(carried);
            seek.again()
        });
        let reading = self.reading.take();
        match reading
            .as_ref()
            .and_then(|reading| carried(reading.subject))
        {
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
        let changes = super::changes::changes(&old, &self.open);
        self.say(Notice::good(changes));
        again
    }

    pub(super) fn ask_to_quit(&mut self) -> Vec<Effect> {
        if matches!(self.layers.last(), Some(Layer::Ask(Question::Quit))) {
            return self.quit();
        }
        self.layers.push(Layer::Ask(Question::Quit));
        vec![]
    }

    pub(super) fn quit(&mut self) -> Vec<Effect> {
        let unsaved = self.layers.iter().any(|layer| match layer {
            Layer::Rule(made) => made.saving != Saving::NotYet,
            Layer::Sign(made) => made.saving != Saving::NotYet,
            _ => false,
        });
        let asked = matches!(self.layers.last(), Some(Layer::Ask(Question::Unsaved)));
        if unsaved && !asked {
            self.layers.push(Layer::Ask(Question::Unsaved));
            return vec![];
        }
        vec![Effect::Remember(self.left()), Effect::Quit]
    }
}

/// The most characters of a paste that are taken; a quotation is shorter.
const MOST_PASTED: usize = 2_000;
