//! What can be copied of the thing in front of one, and where it is written.

use crate::case::{Body, Case, RecordIx};
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::layers::{Layer, Picker, Wish};
use crate::tui::desk::state::Desk;
use crate::tui::desk::unmet_words;
use crate::tui::page::Spot;
use crate::tui::page::selection::words_of;
use crate::wording::{is_confidential, locator};

/// Something to copy.
struct Clip {
    /// What it is.
    what: &'static str,
    /// The text.
    text: String,
}

impl Desk {
    pub(in crate::tui::desk) fn open_copy(&mut self) {
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
            let Clip { what, text } = clip;
            let wish = Wish::Effect(Effect::Copy { what, text });
            (what.to_owned(), start, wish)
        });
        self.layers
            .push(Layer::Picker(Picker::menu("copy", choices.collect())));
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
            Some(Spot::Unmet(at)) => {
                if let Some((_, thing)) = self.open.thing(at) {
                    clip("words", unmet_words(&self.open, thing));
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
            Spot::Unmet(_) => None,
        }
    }

    pub(in crate::tui::desk) fn edit(&mut self) -> Vec<Effect> {
        if let Some((path, line)) = self.file_and_line() {
            return vec![Effect::Edit { path, line }];
        }
        self.say(Notice::bad("nothing here to edit"));
        vec![]
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
        matches!(source, Some(Body::Source(source)) if is_confidential(source))
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
                .map_or(String::new(), |l| format!(", {}", locator(l)));
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
    if is_confidential(source) {
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
