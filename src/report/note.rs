//! A note to a sentence: one piece of evidence with the words of its sources, as they stand and where.

use super::account::{Finding, RulingRow};
use super::known::Known;
use super::stretch::{folded, is_cut, stretch};
use super::{COVERED, Redaction};
use crate::case::records::Source;
use crate::case::{Body, Case, Choice, Field, Held, Kind, Node, RecordIx, Ref, When, Who};
use crate::text::{Shown, Span, safe};
use crate::verify::{Passage, Standpoint, passages};
use crate::wording;
use serde::Serialize;

/// A numbered note.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// Its number.
    pub n: usize,
    /// The reference as cited, or what stands for it.
    pub of: Shown,
    /// The kind of record.
    pub kind: &'static str,
    /// True if it speaks against the claim.
    pub against: bool,
    /// The record in one line.
    pub title: Shown,
    /// What whoever speaks is, for quoted words: `executive director`.
    pub role: Option<Shown>,
    /// True if it is held back here.
    pub held_back: bool,
    /// The places it stands on.
    pub places: Vec<PlaceRow>,
    /// What the machine finds in it.
    pub findings: Vec<Finding>,
    /// What people ruled on it.
    pub rulings: Vec<RulingRow>,
    /// The sentence whose note it is printed under, if it was printed before.
    pub before: Option<usize>,
}

/// A place in a source, with its words.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRow {
    /// The source's id with the place: `article#par31`.
    pub source: Shown,
    /// The source in a line.
    pub title: Shown,
    /// True if we read it there and not in the source itself.
    pub read_in: bool,
    /// What is held of it, in words.
    pub held: &'static str,
    /// The words stand elsewhere than named.
    pub elsewhere: bool,
    /// Line of the source's text.
    pub line: Option<usize>,
    /// Language of the source, if it is said.
    pub lang: Option<Shown>,
    /// The words before; all that stands at the place where no words in it are known.
    pub left: Shown,
    /// The words themselves.
    pub words: Shown,
    /// The words after.
    pub right: Shown,
    /// True if the passage goes on before what is shown.
    pub cut_before: bool,
    /// True if the passage goes on behind what is shown.
    pub cut_after: bool,
    /// The note before, under the same sentence, that shows the same passage.
    pub same_as: Option<usize>,
    /// Path of the file that was read.
    pub file: Option<Shown>,
    /// SHA-256 of the file's bytes.
    pub sha256: Option<String>,
}

/// A source in the list of sources.
#[derive(Clone, Debug, Serialize)]
pub struct SourceRow {
    /// Its id.
    pub id: Shown,
    /// Title, who, publisher, date.
    pub title: Shown,
    /// Kind and tier.
    pub kind: String,
    /// The terms it spoke on, where they are said.
    pub terms: Option<&'static str>,
    /// What is held of it, in words.
    pub held: &'static str,
    /// Path of the file.
    pub file: Option<Shown>,
    /// SHA-256 of the file's bytes.
    pub sha256: Option<String>,
    /// Where it is on the web; text, never a link.
    pub url: Option<Shown>,
}

/// Makes notes of one case.
pub struct Notes<'a> {
    /// The case.
    pub case: &'a Case,
    /// What is known besides.
    pub known: &'a Known,
    /// What is held back.
    pub hide: &'a Redaction,
}

impl Notes<'_> {
    /// The note of a piece of evidence cited by `by`; none if there is no such record.
    pub fn note(&self, by: Node, cited: &Ref, against: bool) -> Option<Note> {
        let case = self.case;
        let ix = case.find(&cited.id)?;
        let kind = case.at(ix).kind().singular();
        if let Some(label) = self.hide.label(case, ix) {
            return Some(held_back(self.hide.cover(&label), kind, against));
        }
        let about = self.known.of(Node::Record(ix));
        Some(Note {
            n: 0,
            of: self.hide.cover(&cited.to_string()),
            kind,
            against,
            title: self.hide.cover(&wording::title(case, ix)),
            role: self.role(ix),
            held_back: false,
            places: self.places(by, ix, cited),
            findings: about.map_or(vec![], |about| about.findings.clone()),
            rulings: about.map_or(vec![], |about| about.rulings.clone()),
            before: None,
        })
    }

    /// The function of whoever speaks in a quotation.
    fn role(&self, ix: RecordIx) -> Option<Shown> {
        let Body::Quote(quote) = &self.case.at(ix).body else {
            return None;
        };
        match &self.case.record(quote.who.get()?.id()?)?.body {
            Body::Party(party) => party.role.get().map(|role| self.hide.cover(role)),
            _ => None,
        }
    }

    fn places(&self, by: Node, ix: RecordIx, cited: &Ref) -> Vec<PlaceRow> {
        let is_source = self.case.at(ix).kind() == Kind::Source;
        let found = if is_source {
            let mut all = passages(self.case, by);
            all.retain(|p| p.of.is_none() && p.source == ix && p.locator == cited.locator());
            all
        } else {
            passages(self.case, Node::Record(ix))
        };
        let known = self
            .known
            .of(Node::Record(ix))
            .and_then(|about| about.stands_in.as_ref());
        let places = found.into_iter().map(|mut passage| {
            // What the comparison found is nearer than what the words alone show.
            if let Some((_, spans)) = known.filter(|(source, _)| *source == passage.source) {
                passage.words.clone_from(spans);
            }
            // The numbers of one record stand apart: what lies between them is none of its words.
            if self.case.at(ix).kind() != Kind::Quote {
                passage.words.truncate(1);
            }
            self.place(&passage)
        });
        places.collect()
    }

    fn place(&self, passage: &Passage) -> PlaceRow {
        let case = self.case;
        let id = &case.at(passage.source).id.value;
        let place = passage.locator.map_or(String::new(), |l| format!("#{l}"));
        let mut row = PlaceRow {
            source: self.hide.cover(&format!("{id}{place}")),
            title: self.hide.cover(&case.title(passage.source)),
            read_in: passage.standpoint == Standpoint::ReadIn,
            held: passage.held.words(),
            elsewhere: passage.is_elsewhere(),
            line: None,
            lang: None,
            left: Shown::default(),
            words: Shown::default(),
            right: Shown::default(),
            cut_before: false,
            cut_after: false,
            same_as: None,
            file: None,
            sha256: None,
        };
        if let Some(label) = self.hide.label(case, passage.source) {
            row.source = self.hide.cover(&label);
            row.title = self.hide.cover("held back");
            return row;
        }
        if let Body::Source(source) = &case.at(passage.source).body {
            row.lang = source.lang.get().map(|lang| self.hide.cover(lang));
        }
        if let Some(holding) = case.holdings.get(&passage.source) {
            row.file = holding.path.as_ref().map(|path| self.hide.cover(path));
            row.sha256.clone_from(&holding.sha256);
            if let Some((context, words)) = stretch(passage, &holding.text) {
                row.line = Some(holding.places.line_of(words.start));
                let at_edge = |edge: fn(Span) -> usize, at: usize| {
                    passage.located.is_some_and(|place| edge(place) == at)
                };
                row.cut_before = !at_edge(|place| place.start, context.start)
                    && is_cut(holding.text.get(..context.start), str::trim_end);
                row.cut_after = !at_edge(|place| place.end, context.end)
                    && is_cut(holding.text.get(context.end..), str::trim_start);
                let part = |from: usize, to: usize| {
                    let text = holding.text.get(from..to).unwrap_or_default();
                    self.hide.covered_text(&folded(text))
                };
                let parts = [
                    part(context.start, words.start),
                    part(words.start, words.end),
                    part(words.end, context.end),
                ];
                let whole = part(context.start, context.end);
                // A name that runs over the edge of the words is seen only in the whole.
                let times = |text: &str| text.matches(COVERED).count();
                let found = !passage.words.is_empty();
                let [left, inner, right] = if !found {
                    [whole, String::new(), String::new()]
                } else if times(&parts.concat()) == times(&whole) {
                    parts
                } else {
                    [String::new(), whole, String::new()]
                };
                row.left = safe::shown(&left);
                row.words = safe::shown(&inner);
                row.right = safe::shown(&right);
            }
        }
        row
    }
}

impl PlaceRow {
    /// What is shown of the passage, as one text.
    fn shown(&self) -> String {
        format!("{}{}{}", self.left, self.words, self.right)
    }

    /// True if it shows the same passage, and marks no other words in it.
    fn repeats(&self, other: &Self) -> bool {
        let marks_more = !self.words.is_empty() && self.words != other.words;
        let shown = self.shown();
        !marks_more && !shown.trim().is_empty() && shown == other.shown()
    }
}

/// A passage that stands under a sentence already is shown once there, and named afterwards.
pub fn fold_repeated(notes: &mut [Note]) {
    for at in 1..notes.len() {
        let (before, rest) = notes.split_at_mut(at);
        for place in rest.iter_mut().take(1).flat_map(|note| &mut note.places) {
            let shows = |note: &&Note| {
                note.places
                    .iter()
                    .any(|p| p.same_as.is_none() && place.repeats(p))
            };
            if let Some(first) = before.iter().filter(|n| n.before.is_none()).find(shows) {
                place.same_as = Some(first.n);
            }
        }
    }
}

fn held_back(of: Shown, kind: &'static str, against: bool) -> Note {
    Note {
        n: 0,
        title: of.clone(),
        of,
        kind,
        against,
        role: None,
        held_back: true,
        places: vec![],
        findings: vec![],
        rulings: vec![],
        before: None,
    }
}

/// Every source that may be named.
pub fn sources(case: &Case, hide: &Redaction) -> Vec<SourceRow> {
    let all = case
        .of_kind(Kind::Source)
        .filter(|(ix, _)| !hide.hides(*ix));
    all.filter_map(|(ix, record)| match &record.body {
        Body::Source(source) => {
            let held = case.holdings.get(&ix);
            Some(SourceRow {
                id: hide.cover(&record.id.value),
                title: hide.cover(&cited_as(case, ix, source)),
                kind: kind_of(source),
                terms: source.terms.get().map(|terms| terms.word()),
                held: held.map_or(Held::None, |h| h.held).words(),
                file: held
                    .and_then(|h| h.path.as_ref())
                    .map(|path| hide.cover(path)),
                sha256: held.and_then(|h| h.sha256.clone()),
                url: source.url.get().map(|url| hide.cover(url)),
            })
        }
        _ => None,
    })
    .collect()
}

/// A source as it is cited: who, title, publisher, date.
pub fn cited_as(case: &Case, ix: RecordIx, source: &Source) -> String {
    let mut parts: Vec<String> = vec![];
    let mut add = |who: &Field<Who>| {
        if let Some(who) = who.get() {
            let name = case.party_name(who).to_owned();
            if !parts.contains(&name) {
                parts.push(name);
            }
        }
    };
    add(&source.who);
    add(&source.publisher);
    let title = source
        .cite_as
        .get()
        .cloned()
        .unwrap_or_else(|| case.title(ix));
    parts.insert(0, title);
    parts.extend(source.date.get().map(When::spoken));
    parts.join(", ")
}

fn kind_of(source: &Source) -> String {
    let tier = source.tier.get().map_or("", |tier| tier.word());
    let kind = source.kind.get().map_or("source", |kind| kind.word());
    format!("{tier} {kind}").trim_start().to_owned()
}
