//! What each action does when nothing lies on top of the desk.

use super::menus::{commands, exports};
use crate::case::Role;
use crate::keys::Action;
use crate::ruling::{Standing, WaitsFor};
use crate::tui::desk::effect::{Effect, Notice, Why};
use crate::tui::desk::layers::{Help, Layer};
use crate::tui::desk::lists::seek::Find;
use crate::tui::desk::lists::views::{Filter, View, entries};
use crate::tui::desk::movement::distance;
use crate::tui::desk::msg::Clicked;
use crate::tui::desk::pages::reading::Reading;
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::page::Spot;

impl Desk {
    pub(in crate::tui::desk) fn act_on_desk(&mut self, action: Action) -> Vec<Effect> {
        if let Some(view) = view_of(action) {
            self.go_to_view(view);
            return vec![];
        }
        if let Some(by) = distance(action) {
            self.go(by);
            return vec![];
        }
        match action {
            Action::NextPane => self.panes.focus = self.panes.focus.next(true),
            Action::PreviousPane => self.panes.focus = self.panes.focus.next(false),
            Action::First => self.go_to_end(false),
            Action::Last => self.go_to_end(true),
            Action::Follow => self.follow(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Next => self.next(true),
            Action::Previous => self.next(false),
            Action::NextPlace => self.turn(true),
            Action::PreviousPlace => self.turn(false),
            Action::Find => {
                self.panes.find = Some(Find {
                    typing: true,
                    ..Find::default()
                })
            }
            Action::Search => self.open_seek(),
            Action::Palette => self.layers.push(Layer::Picker(commands())),
            Action::Help => self.layers.push(Layer::Help(Help::default())),
            Action::UsedBy => self.used_by(),
            Action::Pin => self.pin(),
            Action::Zoom => self.panes.zoom = !self.panes.zoom,
            Action::Filter => self.open_filter(),
            Action::Copy => self.open_copy(),
            Action::Add => return self.add(),
            Action::Edit => return self.edit(),
            Action::OpenUrl => self.show_url(),
            Action::Private => self.show_private(),
            Action::Cases => self.choose_case(),
            Action::Reread => return vec![Effect::Read(Why::Asked)],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Stop => return self.ask_to_quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.close(true),
            Action::Close => return self.close(false),
            Action::Rule => self.rule(),
            Action::Undo => self.ask_to_undo(),
            Action::Tick => self.tick(),
            Action::Note => self.note(),
            Action::Differences => self.differences(),
            Action::Since => return self.since(),
            Action::SignOff => self.sign_off(),
            Action::Export => self.layers.push(Layer::Picker(exports())),
            Action::Mark => self.begin_choosing(),
            other => self.choose(other),
        }
        vec![]
    }

    /// Closes the uppermost thing; with nothing left to close, quits if that is allowed.
    fn close(&mut self, may_quit: bool) -> Vec<Effect> {
        if self.chosen().is_some() {
            self.stop_choosing();
        } else if self.panes.find.take().is_some() || self.lists.seek.take().is_some() {
            self.read_selected();
        } else if self.panes.zoom {
            self.panes.zoom = false;
        } else if self.panes.focus != Pane::List {
            self.panes.focus = Pane::List;
            self.read_selected();
        } else if may_quit {
            return self.quit();
        }
        vec![]
    }

    fn go(&mut self, by: isize) {
        match self.panes.focus {
            Pane::List => {
                self.list_mut().step(by);
                self.read_selected();
            }
            Pane::Page => self.go_in_page(by),
            Pane::Words => self.scroll_words(by),
        }
    }

    fn go_in_page(&mut self, by: isize) {
        if let Some(reading) = &mut self.reading {
            for _ in 0..by.unsigned_abs() {
                reading.step(&self.open, by > 0);
            }
        }
    }

    fn go_to_end(&mut self, end: bool) {
        match self.panes.focus {
            Pane::List => {
                if end {
                    self.list_mut().last();
                } else {
                    self.list_mut().first();
                }
                self.read_selected();
            }
            Pane::Page => {
                self.choose_link(if end { usize::MAX } else { 0 });
                if let Some(reading) = &mut self.reading {
                    reading.scroll = if end { usize::MAX / 2 } else { 0 };
                    reading.to_link = false;
                }
            }
            Pane::Words => self.words_to_end(end),
        }
    }

    /// Enter: into the page, along its chosen link, or into the words.
    fn follow(&mut self) {
        self.before.is_new = false;
        match self.panes.focus {
            Pane::List => {
                if let Some(seek) = &mut self.lists.seek {
                    seek.typing = false;
                }
                match self.list().spot() {
                    Some(Spot::Text(..)) => self.panes.focus = Pane::Words,
                    Some(_) => self.panes.focus = Pane::Page,
                    None => {}
                }
            }
            Pane::Page => self.follow_link(),
            Pane::Words => self.open_source_of_words(),
        }
    }

    fn follow_link(&mut self) {
        let leads = self.reading.as_ref().and_then(Reading::leads);
        match leads {
            Some(Spot::Text(..)) => {
                self.history.leave(self.here());
                self.panes.focus = Pane::Words;
            }
            Some(Spot::Detail(..)) => self.tick(),
            Some(spot) if Some(spot) != self.subject() => {
                self.history.leave(self.here());
                self.read(spot);
            }
            Some(_) => {}
            None if self.reading.as_ref().is_some_and(|r| r.shown().is_some()) => {
                self.panes.focus = Pane::Words
            }
            None => self.say(Notice::bad("nothing to follow from here")),
        }
    }

    /// From the words to the record of the source they stand in.
    fn open_source_of_words(&mut self) {
        let source = self
            .reading
            .as_ref()
            .and_then(|r| r.shown())
            .map(|p| Spot::Record(p.source));
        if let Some(spot) = source.filter(|spot| Some(*spot) != self.subject()) {
            self.history.leave(self.here());
            self.read(spot);
            self.panes.focus = Pane::Page;
        }
    }

    /// Goes to a thing, wherever one is, so that Backspace leads here again.
    pub(in crate::tui::desk) fn jump(&mut self, spot: Spot) {
        self.history.leave(self.here());
        self.read(spot);
        self.panes.focus = Pane::Page;
    }

    fn back(&mut self) {
        match self.history.go_back(self.here()) {
            Some(there) => self.come_to(&there),
            None if self.panes.focus != Pane::List => {
                self.panes.focus = Pane::List;
                self.read_selected();
            }
            None => self.say(Notice::good("this is where you began")),
        }
    }

    fn forward(&mut self) {
        match self.history.go_forward(self.here()) {
            Some(there) => self.come_to(&there),
            None => self.say(Notice::good("nothing further forward")),
        }
    }

    /// The next thing to do; while a find is on, its next match.
    fn next(&mut self, forward: bool) {
        if self.panes.find.is_some() {
            self.find_next(forward);
            return;
        }
        self.before.is_new = false;
        let open = self.open.clone();
        let role = self.role();
        let in_to_do = self.lists.view == View::ToDo;
        let wanted = |spot: Spot| match spot {
            // What is settled and yet listed as to do waits for somebody else, such as a lawyer.
            Spot::Sentence(_) | Spot::Record(_) => open.stand(spot).is_none_or(|stand| {
                is_to_do(role, stand.state) || in_to_do && stand.state.is_settled()
            }),
            Spot::Problem(_) | Spot::Unmet(_) | Spot::Text(..) | Spot::Detail(..) => true,
        };
        if self.list_mut().seek(forward, wanted) {
            self.panes.focus = Pane::List;
            self.read_selected();
        } else {
            let more = entries(View::ToDo, &self.open, &Filter::All).len();
            self.say(Notice::good(if in_to_do || more == 0 {
                "nothing to do in this list"
            } else {
                "nothing to do in this list; 2 lists what else there is"
            }));
        }
    }

    fn turn(&mut self, forward: bool) {
        let case = self.open.case.clone();
        let Some(reading) = &mut self.reading else {
            return;
        };
        reading.turn(&case, forward);
        let (n, of) = (reading.passage + 1, reading.passages.len());
        let words = match of {
            0 => "this stands on no passage".to_owned(),
            1 => "this stands on one passage only".to_owned(),
            _ => format!("passage {n} of {of}"),
        };
        self.say(Notice::good(words));
    }

    /// Goes where somebody clicked; nothing can be done by a click that cannot be done by a key.
    pub(in crate::tui::desk) fn clicked(&mut self, clicked: Clicked) {
        if !self.layers.is_empty() {
            return;
        }
        match clicked {
            Clicked::View(view) => self.go_to_view(view),
            Clicked::Pane(pane) => self.panes.focus = pane,
            Clicked::Entry(at) => {
                self.panes.focus = Pane::List;
                if self
                    .list()
                    .entries
                    .get(at)
                    .is_some_and(|entry| entry.spot().is_some())
                {
                    self.list_mut().selected = at;
                    self.read_selected();
                }
            }
        }
    }

    /// What the person at the desk does in the team, if it is said.
    fn role(&self) -> Option<Role> {
        let team = self.open.case.head.team.get()?;
        let member = team.member(self.seat.by.as_deref()?)?;
        member.role.get().copied()
    }

    fn pin(&mut self) {
        let subject = self.subject();
        if self.panes.pinned.is_some() && self.panes.pinned == subject {
            self.panes.pinned = None;
            self.say(Notice::good("no longer kept beside"));
        } else if let Some(spot) = subject {
            self.panes.pinned = Some(spot);
            let name = spot.name(&self.open.case);
            self.say(Notice::good(format!(
                "{name} is kept beside; p on it again lets it go"
            )));
        }
    }
}

/// True if a standing asks whoever has this role to do something: an author to mend, a checker to rule, everybody else
/// either.
fn is_to_do(role: Option<Role>, standing: Standing) -> bool {
    let waits_for = standing.unsettled().map(|open| open.waits_for);
    waits_for.is_some_and(|whom| match whom {
        WaitsFor::Author => role != Some(Role::Checker),
        WaitsFor::Checker => role != Some(Role::Author),
        WaitsFor::Anybody => true,
    })
}

const fn view_of(action: Action) -> Option<View> {
    Some(match action {
        Action::Draft => View::Draft,
        Action::ToDo => View::ToDo,
        Action::Records => View::Records,
        Action::Sources => View::Sources,
        Action::Timeline => View::Timeline,
        Action::Replies => View::Replies,
        _ => return None,
    })
}
