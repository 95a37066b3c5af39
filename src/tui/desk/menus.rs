//! The small menus of the desk: used by, narrow, copy, add, edit, web address, private.

use super::counts::Counts;
use super::effect::{Effect, Notice};
use super::layer::{Clip, Layer, Make, Picker};
use super::para::{Page, Para, Tone};
use super::state::Desk;
use super::{Filter, Pane, Spot, View, entries};
use crate::case::{Body, Case, Field, Held, Kind, Node, Person, RecordIx, Severity};
use crate::ruling::{Sign, Standing};
use crate::wording;
use tui_input::Input;

impl Desk {
    pub(super) fn used_by(&mut self) {
        let case = &self.open.case;
        let Some(Spot::Record(ix) | Spot::Text(ix, _)) = self.subject() else {
            self.say(Notice::bad(
                "only records are used by others; this is no record",
            ));
            return;
        };
        let choices: Vec<(String, String, Spot)> = case
            .links
            .cited_by(ix)
            .map(|link| {
                let spot = match link.from {
                    Node::Record(from) => Spot::Record(from),
                    Node::Sentence(at) => Spot::Sentence(at),
                };
                (spot.name(case), words_of(case, spot), spot)
            })
            .collect();
        if choices.is_empty() {
            let name = Spot::Record(ix).name(case);
            self.say(Notice::good(format!("nothing in the case uses {name}")));
        } else {
            self.layers
                .push(Layer::UsedBy(Picker::new("used by", choices)));
        }
    }

    pub(super) fn choose_case(&mut self) {
        if self.cases.len() < 2 {
            self.say(Notice::good("this is the only case here"));
            return;
        }
        let choices = self.cases.clone();
        self.layers
            .push(Layer::Cases(Picker::new("open a case", choices)));
    }

    pub(super) fn open_filter(&mut self) {
        let counts = Counts::of(self.view, &self.open);
        let all = filters(self.view, &self.open.case).into_iter();
        let choices = all.filter_map(|(name, filter)| {
            let n = counts.get(&filter)?;
            Some((name, n.to_string(), filter))
        });
        let picker = Picker::new("show only", choices.collect());
        self.layers.push(Layer::Narrow(picker));
    }

    pub(super) fn narrow(&mut self, filter: Filter) {
        let view = self.view;
        let entries = entries(view, &self.open, &filter);
        self.filters[view.index()] = filter;
        self.seek = None;
        self.list_mut().renew(entries, Some);
        self.pane = Pane::List;
        self.read_selected();
    }

    pub(super) fn open_copy(&mut self) {
        let clips = self.clips();
        if clips.is_empty() {
            self.say(Notice::bad("nothing here to copy"));
            return;
        }
        if self.chosen().is_some() {
            self.stop_choosing();
        }
        let choices = clips.into_iter().map(|clip| {
            let start: String = clip.text.chars().take(160).collect();
            (clip.what.to_owned(), start, clip)
        });
        self.layers
            .push(Layer::Copy(Picker::new("copy", choices.collect())));
    }

    /// What can be copied of the thing in front of one; chosen words come first.
    fn clips(&self) -> Vec<Clip> {
        let case = &self.open.case;
        let mut clips = vec![];
        let mut clip = |what, text: String| {
            if !text.is_empty() {
                clips.push(Clip { what, text });
            }
        };
        if let Some((words, citation)) = self.chosen_words() {
            clip("words with citation", format!("“{words}” ({citation})"));
            clip("words", words);
        }
        match self.subject() {
            Some(Spot::Record(ix) | Spot::Text(ix, _)) => {
                let record = case.at(ix);
                clip("citation", citation(case, ix));
                clip("words", own_words(case, ix));
                clip("id", record.id.value.clone());
                clip("draft mark", format!("[@{}]", record.id.value));
                let line = case.place_of(ix).line;
                clip(
                    "file and line",
                    format!("{}:{line}", case.file(record.file).path),
                );
                if let Body::Source(source) = &record.body {
                    clip("web address", source.url.get().cloned().unwrap_or_default());
                }
            }
            Some(Spot::Sentence(at) | Spot::Detail(at, _)) => {
                clip("sentence", words_of(case, Spot::Sentence(at)));
                clip("id", Spot::Sentence(at).name(case));
                if let Some((path, line)) = self.file_and_line() {
                    clip("file and line", format!("{path}:{line}"));
                }
            }
            Some(Spot::Problem(at)) => {
                if let Some(problem) = self.open.problems.get(at as usize) {
                    clip("message", format!("{} {}", problem.code, problem.message));
                }
                if let Some((path, line)) = self.file_and_line() {
                    clip("file and line", format!("{path}:{line}"));
                }
            }
            None => {}
        }
        clips
    }

    /// The file and line in which the thing in front of one is written.
    fn file_and_line(&self) -> Option<(String, usize)> {
        let case = &self.open.case;
        match self.subject()? {
            Spot::Record(ix) | Spot::Text(ix, _) => {
                let record = case.at(ix);
                Some((case.file(record.file).path.clone(), case.place_of(ix).line))
            }
            Spot::Sentence(at) | Spot::Detail(at, _) => {
                let draft = case.draft.as_ref()?;
                let line = draft.sentences.get(at as usize)?.line;
                Some((case.file(draft.file).path.clone(), line))
            }
            Spot::Problem(at) => {
                let problem = self.open.problems.get(at as usize)?;
                let line = case.place(problem.file, problem.span.start).line;
                Some((case.file(problem.file).path.clone(), line))
            }
        }
    }

    pub(super) fn edit(&mut self) -> Vec<Effect> {
        if let Some((path, line)) = self.file_and_line() {
            return vec![Effect::Edit { path, line }];
        }
        self.say(Notice::bad("nothing here to edit"));
        vec![]
    }

    /// Attaches a text to the source in front of one, or makes a quote of chosen words.
    pub(super) fn add(&mut self) -> Vec<Effect> {
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
            Some(source) => self.layers.push(Layer::Attach {
                source,
                input: Input::new(self.aside.path.clone()),
            }),
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
            super::views::held(case, ix) != Held::Full && named
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

    pub(super) fn show_url(&mut self) {
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
            Some(Spot::Sentence(_) | Spot::Problem(_) | Spot::Detail(..)) | None => None,
        };
        let passages = self.reading.iter().flat_map(|reading| &reading.passages);
        match own.or_else(|| passages.map(|p| p.source).find_map(url_of)) {
            Some(url) => self.layers.push(Layer::Url(url)),
            None => self.say(Notice::bad("no web address is on file for this")),
        }
    }

    pub(super) fn show_private(&mut self) {
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
            self.layers.push(Layer::Private(page));
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

/// A thing in its own words, for menus and copying.
pub fn words_of(case: &Case, spot: Spot) -> String {
    match spot {
        Spot::Sentence(at) | Spot::Detail(at, _) => {
            let draft = case.draft.as_ref();
            let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
            sentence.map_or(String::new(), |s| s.words.clone())
        }
        Spot::Record(ix) | Spot::Text(ix, _) => case.title(ix),
        Spot::Problem(_) => String::new(),
    }
}

/// The words of a quote or claim without marks.
fn own_words(case: &Case, ix: RecordIx) -> String {
    match &case.at(ix).body {
        Body::Quote(quote) => quote
            .printed
            .get()
            .map(crate::case::records::Printed::joined),
        Body::Claim(claim) => claim.says.get().cloned(),
        _ => None,
    }
    .unwrap_or_default()
}

/// A record as a footnote: who or what, title, publisher, date, place.
fn citation(case: &Case, ix: RecordIx) -> String {
    let record = case.at(ix);
    let (source, via) = crate::verify::passage::where_from(case, record);
    let mut parts = vec![];
    let unnamed = [source, via].into_iter().flatten().any(|reference| {
        let source = case.record(&reference.id).map(|record| &record.body);
        matches!(source, Some(Body::Source(source)) if wording::is_confidential(source))
    });
    if let Body::Quote(quote) = &record.body
        && !unnamed
    {
        parts.extend(quote.who.get().map(|who| case.party_name(who).to_owned()));
    }
    if let Body::Source(source) = &record.body {
        parts.push(source_line(case, source));
    }
    for (reference, before) in [(source, ""), (via, "quoted in ")] {
        let Some(reference) = reference else { continue };
        if let Some(Body::Source(source)) = case.record(&reference.id).map(|r| &r.body) {
            let place = reference
                .locator()
                .map_or(String::new(), |l| format!(", {}", wording::locator(l)));
            parts.push(format!("{before}{}{place}", source_line(case, source)));
        }
    }
    if parts.is_empty() {
        parts.push(case.title(ix));
    }
    parts.join("; ")
}

/// A source in one line; one that may not be named is called as it may be.
fn source_line(case: &Case, source: &crate::case::records::Source) -> String {
    if let Some(called) = source.cite_as.get() {
        return called.clone();
    }
    if wording::is_confidential(source) {
        return "a source that may not be named".to_owned();
    }
    let mut parts = vec![];
    parts.extend(source.who.get().map(|who| case.party_name(who).to_owned()));
    parts.extend(source.title.get().cloned());
    parts.extend(
        source
            .publisher
            .get()
            .map(|who| case.party_name(who).to_owned()),
    );
    parts.extend(source.date.get().map(crate::case::When::spoken));
    parts.join(", ")
}
