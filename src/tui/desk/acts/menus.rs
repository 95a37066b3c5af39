//! The small menus of the desk: used by, cases, narrow, add, web address, private, all commands, what can be written.

use crate::case::{Body, Case, Field, Held, Kind, Node, Person, RecordIx, Severity};
use crate::keys::table::TABLE;
use crate::keys::{Action, Scope};
use crate::ruling::{Sign, Standing};
use crate::tui::desk::effect::{Effect, Export, Notice};
use crate::tui::desk::layers::{Attach, Layer, Make, Picker, Private, Question, Wish};
use crate::tui::desk::lists::counts::Counts;
use crate::tui::desk::lists::views::{Filter, View, entries, held};
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::page::selection::words_of;
use crate::tui::page::{Page, Para, Spot, Tone};
use tui_input::Input;

impl Desk {
    pub(in crate::tui::desk) fn used_by(&mut self) {
        let case = &self.open.case;
        let Some(Spot::Record(ix) | Spot::Text(ix, _)) = self.subject() else {
            self.say(Notice::bad(
                "only records are used by others; this is no record",
            ));
            return;
        };
        let choices: Vec<(String, String, Wish)> = case
            .links
            .cited_by(ix)
            .map(|link| {
                let spot = Spot::of(link.from);
                (spot.name(case), words_of(case, spot), Wish::Go(spot))
            })
            .collect();
        if choices.is_empty() {
            let name = Spot::Record(ix).name(case);
            self.say(Notice::good(format!("nothing in the case uses {name}")));
        } else {
            self.layers
                .push(Layer::Picker(Picker::new("used by", choices)));
        }
    }

    pub(in crate::tui::desk) fn choose_case(&mut self) {
        if self.seat.cases.len() < 2 {
            self.say(Notice::good("this is the only case here"));
            return;
        }
        let cases = self.seat.cases.iter().cloned();
        let choices = cases.map(|(name, title, path)| (name, title, Wish::OpenCase(path)));
        let picker = Picker::new("open a case", choices.collect());
        self.layers.push(Layer::Picker(picker));
    }

    pub(in crate::tui::desk) fn open_filter(&mut self) {
        let counts = Counts::of(self.lists.view, &self.open);
        let all = filters(self.lists.view, &self.open.case).into_iter();
        let choices = all.filter_map(|(name, filter)| {
            let n = counts.get(&filter)?;
            Some((name, n.to_string(), Wish::Narrow(filter)))
        });
        let picker = Picker::new("show only", choices.collect());
        self.layers.push(Layer::Picker(picker));
    }

    pub(in crate::tui::desk) fn narrow(&mut self, filter: Filter) {
        let view = self.lists.view;
        let entries = entries(view, &self.open, &filter);
        self.lists.filters[view.index()] = filter;
        self.lists.seek = None;
        self.list_mut().renew(entries, Some);
        self.panes.focus = Pane::List;
        self.read_selected();
    }

    /// Attaches a text to the source in front of one, or makes a quote of chosen words.
    pub(in crate::tui::desk) fn add(&mut self) -> Vec<Effect> {
        if let Some((words, source)) = self.chosen_words() {
            self.layers.push(Layer::Make(Make {
                words,
                source,
                id: Input::default(),
                who: Input::default(),
                on_who: false,
            }));
            return vec![];
        }
        match self.source_to_attach() {
            // A path that led nowhere is mended, not typed once more.
            Some(source) => self.layers.push(Layer::Attach(Attach {
                source,
                input: Input::new(self.unsaved.path.clone()),
            })),
            None => self.say(Notice::bad(
                "to attach a text go to a source that is not held; to make a quote choose its words with v in the words of a source",
            )),
        }
        vec![]
    }

    /// The source a text is wanted for: the subject, or the first source it stands on that is not held in full.
    fn source_to_attach(&self) -> Option<String> {
        let case = &self.open.case;
        let lacks = |ix: RecordIx| {
            let named = matches!(&case.at(ix).body, Body::Source(s) if s.file.is_there());
            held(case, ix) != Held::Full && named
        };
        let id = |ix: RecordIx| case.at(ix).id.value.clone();
        if let Some(Spot::Record(ix) | Spot::Text(ix, _)) = self.subject() {
            if matches!(case.at(ix).body, Body::Source(_)) {
                return Some(id(ix));
            }
        }
        let reading = self.reading.as_ref()?;
        let passage = reading.passages.iter().find(|p| lacks(p.source));
        passage.map(|p| id(p.source))
    }

    pub(in crate::tui::desk) fn show_url(&mut self) {
        let case = &self.open.case;
        let url_of = |ix: RecordIx| match &case.at(ix).body {
            Body::Source(source) => source
                .url
                .get()
                .or_else(|| source.archive_url.get())
                .cloned(),
            _ => None,
        };
        let own = match self.subject() {
            Some(Spot::Record(ix) | Spot::Text(ix, _)) => url_of(ix),
            Some(Spot::Sentence(_) | Spot::Problem(_) | Spot::Unmet(_) | Spot::Detail(..))
            | None => None,
        };
        let passages = self.reading.iter().flat_map(|reading| &reading.passages);
        match own.or_else(|| passages.map(|p| p.source).find_map(url_of)) {
            Some(url) => self.layers.push(Layer::Ask(Question::Url(url))),
            None => self.say(Notice::bad("no web address is on file for this")),
        }
    }

    pub(in crate::tui::desk) fn show_private(&mut self) {
        let case = &self.open.case;
        let ids = self.subject().map_or(vec![], |spot| parties_of(case, spot));
        let mut page = Page::default();
        for id in ids {
            if let Some(person) = case.private.of(&id) {
                page.push(Para::new().put(Tone::Strong, &id));
                private_lines(person, &mut page);
                page.gap();
            }
        }
        if page.paras.is_empty() {
            self.say(Notice::good(
                "nothing private is on file for this (private.yaml)",
            ));
        } else {
            self.layers.push(Layer::Private(Private(page)));
        }
    }
}

/// The parties and sources a thing is about: itself and what it cites.
fn parties_of(case: &Case, spot: Spot) -> Vec<String> {
    let mut ids = vec![];
    if let Some(node) = spot.node() {
        if let Node::Record(ix) = node {
            ids.push(case.at(ix).id.value.clone());
        }
        ids.extend(case.links.cites(node).map(|link| link.to.value.id.clone()));
    }
    ids.dedup();
    ids
}

fn private_lines(person: &Person, page: &mut Page) {
    let fields: [(&str, &Field<String>); 5] = [
        ("name", &person.name),
        ("phone", &person.phone),
        ("email", &person.email),
        ("address", &person.address),
        ("note", &person.note),
    ];
    for (name, field) in fields {
        if let Some(value) = field.get() {
            page.push(Para::field(name, Tone::Plain, value));
        }
    }
}

/// What a view can be narrowed to.
fn filters(view: View, case: &Case) -> Vec<(String, Filter)> {
    let mut all = vec![("everything".to_owned(), Filter::All)];
    let standings = || Standing::ALL.map(|s| (Sign::of(s).word.to_owned(), Filter::Standing(s)));
    let parties = || {
        case.of_kind(Kind::Party)
            .map(|(ix, record)| (case.title(ix), Filter::Party(record.id.value.clone())))
    };
    match view {
        View::Draft => all.extend(standings()),
        View::ToDo => {
            all.extend(standings());
            all.extend(
                [Severity::Error, Severity::Warning, Severity::Note]
                    .map(|s| (format!("{}s", s.word()), Filter::Severity(s))),
            );
        }
        View::Records => {
            all.extend(Kind::ALL.map(|kind| (kind.section().to_owned(), Filter::Kind(kind))));
            all.extend(parties());
        }
        View::Sources => {
            all.extend(
                [Held::Full, Held::Changed, Held::Notes, Held::None]
                    .map(|h| (h.words().to_owned(), Filter::Held(h))),
            );
            all.extend(parties());
        }
        View::Timeline => {
            all.extend(Kind::ALL.map(|kind| (kind.section().to_owned(), Filter::Kind(kind))));
            all.extend(parties());
        }
        View::Replies => all.extend(parties()),
    }
    all
}

/// True if an action does something on the desk itself, and not only in a box or a line of text.
fn works_here(action: Action) -> bool {
    TABLE
        .iter()
        .any(|row| row.action == action && matches!(row.scope, Scope::Everywhere | Scope::Words))
}

/// Every command by name, with what it does.
pub fn commands() -> Picker {
    let all = Action::ALL.iter().filter(|action| works_here(**action));
    let choices = all.map(|action| {
        let name = action.name().replace('-', " ");
        (name, action.says().to_owned(), Wish::Do(*action))
    });
    Picker::new("all commands", choices.collect())
}

/// What of a case can be written to a file.
const EXPORTS: [(&str, &str, Export); 5] = [
    (
        "HTML report",
        "one page, to be opened in a browser or printed",
        Export::Html,
    ),
    (
        "Markdown report",
        "the same as plain text",
        Export::Markdown,
    ),
    ("CSV sheet", "the table newsrooms keep", Export::Csv),
    (
        "letters",
        "to each party that the story accuses",
        Export::Letters,
    ),
    (
        "call sheets",
        "for each person that it quotes",
        Export::Calls,
    ),
];

/// The choice of what to write.
pub fn exports() -> Picker {
    let choices = EXPORTS.map(|(name, says, what)| {
        let wish = Wish::Effect(Effect::Export(what));
        (name.to_owned(), says.to_owned(), wish)
    });
    Picker::new("write to a file", choices.into())
}
