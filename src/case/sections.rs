//! One YAML file of a case into records: the head, the sections and what is wrong with them.

use super::de::{Fault, Found, N, Reader};
use super::head::Head;
use super::margin::stands_in;
use super::pieces::Pieces;
use super::records::{
    Casualty, Claim, Contact, Count, Event, Figure, Party, Permit, Quote, Request, Source,
};
use super::tree::NodeIx;
use super::{Body, Code, Field, FileIx, Kind, Record, Severity, Sp, fields, is_id, near};
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

/// A fault with the id of the record it is in.
pub(super) type Told = (Fault, Option<String>);

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) head: Head,
    pub(super) records: Vec<Record>,
    pub(super) told: Vec<Told>,
}

/// A record as found, before its fields are read.
struct Entry {
    kind: Kind,
    key: NodeIx,
    value: NodeIx,
    /// There is a mistake of form inside it: what seems to be missing may only not have been read.
    broken: bool,
}

/// A file's text: as it went to the parser, with its margin as it was written, and as bytes on disk. Every place is the same in all three.
pub(super) struct Texts<'a> {
    pub(super) parsed: &'a str,
    pub(super) written: &'a str,
    pub(super) bytes: &'a [u8],
}

/// Reads the records of a file that has been parsed.
pub(super) fn sections(
    file: FileIx,
    is_case: bool,
    texts: &Texts<'_>,
    pieces: &mut Pieces,
) -> Sections {
    let reader = Reader {
        tree: &pieces.tree,
        text: texts.parsed,
        bytes: texts.bytes,
        found: RefCell::default(),
        outermost: 0,
        skip: RefCell::default(),
    };
    let mut work = Work {
        file,
        is_case,
        reader,
        entries: vec![],
        seen: HashSet::new(),
        out: Sections::default(),
    };
    for piece in &pieces.pieces {
        match piece.section.as_deref().map(section_kind) {
            Some(kind) => work.section(kind, piece.root),
            None => work.top(piece.root),
        }
    }
    if is_case && !work.seen.contains("format") {
        work.tell(fault(
            Code::FORMAT,
            0..0,
            "the line `format: casefile/1` is missing",
            "make it the first line of case.yaml",
        ));
    }
    work.place_faults(texts.written, &pieces.lost, &mut pieces.faults);
    work.read_entries();
    for (span, section) in &pieces.lost {
        work.lose(span, section);
    }
    work.out
}

/// The kind of a section, also under a misspelt name.
fn section_kind(word: &str) -> Option<Kind> {
    Kind::of_section(word)
        .or_else(|| near(word, Kind::ALL.map(Kind::section)).and_then(Kind::of_section))
}

fn fault(code: Code, span: Range<usize>, message: &str, help: &str) -> Fault {
    Fault {
        code,
        severity: Severity::Error,
        span,
        message: message.to_owned(),
        help: Some(help.to_owned()),
    }
}

struct Work<'a> {
    file: FileIx,
    is_case: bool,
    reader: Reader<'a>,
    entries: Vec<Entry>,
    /// Keys at the margin so far.
    seen: HashSet<String>,
    out: Sections,
}

impl Work<'_> {
    fn tell(&mut self, fault: Fault) {
        self.out.told.push((fault, None));
    }

    fn span(&self, node: NodeIx) -> Range<usize> {
        self.reader.tree.span(node)
    }

    /// The keys at the margin: the head and the sections.
    fn top(&mut self, root: NodeIx) {
        let tree = self.reader.tree;
        if !tree.shape(root).is_map() {
            if tree.shape(root) != super::Shape::Empty {
                self.tell(fault(
                    Code::SHAPE,
                    self.span(root),
                    "a case file is made of keys such as `claims:`, not of text",
                    "see `casefile new` for a file to start from",
                ));
            }
            return;
        }
        for (key, value) in tree.entries(root) {
            let word = self.reader.text(key).into_owned();
            self.key_at_margin(&word, key, value);
            self.seen.insert(word);
        }
        if self.is_case {
            self.head(root);
        }
    }

    fn key_at_margin(&mut self, word: &str, key: NodeIx, value: NodeIx) {
        let again = self.seen.contains(word);
        let span = self.span(key);
        if fields::HEAD.contains(&word) {
            if again {
                let message = format!("`{word}` is given here a second time");
                self.tell(fault(
                    Code::DUPLICATE_KEY,
                    span,
                    &message,
                    "keep one of the two; only the first is read",
                ));
            } else if !self.is_case {
                let code = if word == "format" {
                    Code::FORMAT
                } else {
                    Code::MISPLACED
                };
                let message = format!("`{word}` belongs in case.yaml only");
                self.tell(fault(code, span, &message, "take it out here"));
            }
            return;
        }
        let kind = section_kind(word);
        if Kind::of_section(word).is_none() {
            self.strange(word, span, value, kind);
        } else if again {
            let message = format!("the section `{word}` is given here a second time");
            self.tell(fault(
                Code::SECTION_TWICE,
                span,
                &message,
                "put its records under the first one; they have been read all the same",
            ));
        }
        self.section(kind, value);
    }

    /// A key at the margin that the format does not know. Records under it would be lost, so that is an error.
    fn strange(&mut self, word: &str, span: Range<usize>, value: NodeIx, meant: Option<Kind>) {
        let holds_records = self.reader.tree.shape(value).is_map();
        let known = fields::HEAD.into_iter().chain(Kind::ALL.map(Kind::section));
        let help = match near(word, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if holds_records => {
                format!("sections are {}", Kind::ALL.map(Kind::section).join(", "))
            }
            None => "it is kept, but nothing is done with it".to_owned(),
        };
        let is_section = holds_records || meant.is_some();
        let (code, message) = if is_section {
            (
                Code::UNKNOWN_SECTION,
                format!("there is no section `{word}`"),
            )
        } else {
            (
                Code::UNKNOWN_KEY,
                format!("the key `{word}` is not known here"),
            )
        };
        let severity = if is_section {
            Severity::Error
        } else {
            Severity::Warning
        };
        self.tell(Fault {
            severity,
            ..fault(code, span, &message, &help)
        });
    }

    /// The records of a section; nothing if its kind is not known.
    fn section(&mut self, kind: Option<Kind>, node: NodeIx) {
        let Some(kind) = kind else { return };
        let tree = self.reader.tree;
        let section = kind.section();
        if tree.shape(node).is_map() {
            let broken = false;
            self.entries
                .extend(tree.entries(node).map(|(key, value)| Entry {
                    kind,
                    key,
                    value,
                    broken,
                }));
            return;
        }
        let message = match tree.shape(node) {
            super::Shape::Cut => return,
            super::Shape::Empty => format!("the section `{section}` has no records"),
            _ => format!("each record of `{section}` must stand under an id"),
        };
        let code = match tree.shape(node) {
            super::Shape::Empty => Code::EMPTY,
            _ => Code::SHAPE,
        };
        let help = "write an id with a colon, and the record's fields indented below it; or take the section out";
        self.tell(fault(code, self.span(node), &message, help));
    }

    fn head(&mut self, root: NodeIx) {
        self.reader.outermost = root;
        let head = self.reader.node(root).read::<Head>().unwrap_or_default();
        let found = self.reader.found.take();
        self.out
            .told
            .extend(found.faults.into_iter().map(|fault| (fault, None)));
        if let Field::Given(format) = &head.format
            && format.value != "casefile/1"
        {
            let at = format.at as usize;
            let message = format!("the format `{}` is not known to this version", format.value);
            self.tell(fault(
                Code::FORMAT,
                at..at + format.value.len(),
                &message,
                "write `format: casefile/1`",
            ));
        }
        self.out.head.fill(head);
    }

    /// Finds the record of each mistake of form; missing fields are not reported for such a record.
    fn place_faults(
        &mut self,
        written: &str,
        lost: &[(Range<usize>, String)],
        faults: &mut Vec<Fault>,
    ) {
        let tree = self.reader.tree;
        self.entries.sort_by_key(|entry| tree.span(entry.key).start);
        for fault in faults.drain(..) {
            let at = fault.span.start;
            let behind = self
                .entries
                .partition_point(|entry| tree.span(entry.key).start <= at);
            let entry = behind.checked_sub(1).map(|ix| &mut self.entries[ix]);
            let is_lost = lost.binary_search_by_key(&at, |(span, _)| span.start);
            if let Ok(ix) = is_lost {
                let id = self.reader.text.get(lost[ix].0.clone());
                self.out.told.push((fault, id.map(str::to_owned)));
                continue;
            }
            let entry = entry.filter(|entry| stands_in(written, tree.span(entry.key).start, at));
            let id = entry.map(|entry| {
                entry.broken |= fault.severity == Severity::Error;
                self.reader.text(entry.key).into_owned()
            });
            self.out.told.push((fault, id));
        }
    }

    fn read_entries(&mut self) {
        self.out.records.reserve_exact(self.entries.len());
        for entry in std::mem::take(&mut self.entries) {
            self.record(&entry);
        }
    }

    fn record(&mut self, entry: &Entry) {
        let id = self.reader.text(entry.key).into_owned();
        self.reader.outermost = entry.value;
        self.check_id(&id, entry.key);
        let body = body(entry.kind, self.reader.node(entry.value));
        self.check_required(entry);
        self.check_sense(entry, &body);
        self.reader.skip.borrow_mut().clear();
        let Found {
            mut faults,
            unknown,
            open,
        } = self.reader.found.take();
        faults.sort_by(|a, b| {
            let by = |fault: &Fault| (fault.span.start, fault.code);
            by(a).cmp(&by(b))
        });
        // A list that is read again without its faulty entries reports its other entries again.
        faults.dedup_by(|a, b| a.span == b.span && a.message == b.message);
        let is_error = |fault: &Fault| fault.severity == Severity::Error;
        let faulty = entry.broken || faults.iter().any(is_error);
        let told = faults.into_iter().map(|fault| (fault, Some(id.clone())));
        self.out.told.extend(told);
        let key = self.span(entry.key);
        self.out.records.push(Record {
            id: Sp {
                at: u32::try_from(key.start).unwrap_or(u32::MAX),
                value: id,
            },
            file: self.file,
            span: key.start..self.span(entry.value).end.max(key.end),
            body,
            node: entry.value,
            unknown,
            open,
            faulty,
        });
    }

    fn check_id(&self, id: &str, key: NodeIx) {
        let span = self.span(key);
        if id == "author" {
            self.reader.tell(fault(
                Code::RESERVED,
                span,
                "`author` means the author's own eyes and cannot be an id",
                "choose another id",
            ));
        } else if let Some((word, _)) = id.split_once(':').filter(|(word, _)| is_id(word)) {
            self.reader.tell(fault(
                Code::NO_COLON,
                span,
                &format!("there is no space after `{word}:`"),
                "put a space between the colon and the value",
            ));
        } else if !is_id(id) {
            let small: String = id.to_lowercase().replace([' ', '_', '.'], "-");
            let help = if is_id(&small) {
                format!("write it like this: {small}")
            } else {
                "an id consists of small letters, digits and hyphens and begins with a letter"
                    .to_owned()
            };
            let message = format!("`{id}` cannot be an id");
            self.reader.tell(fault(Code::BAD_ID, span, &message, &help));
        }
    }

    fn check_required(&self, entry: &Entry) {
        let tree = self.reader.tree;
        if entry.broken || !tree.shape(entry.value).is_map() {
            return;
        }
        for field in fields::required(entry.kind) {
            let is_there = tree
                .entries(entry.value)
                .any(|(key, _)| self.reader.text(key) == field);
            if !is_there {
                let kind = entry.kind.singular();
                let message = format!("the {kind} has no `{field}`");
                let help = format!("add a line `{field}:`, with TK if it is still to come");
                self.reader
                    .tell(fault(Code::MISSING, self.span(entry.key), &message, &help));
            }
        }
    }

    /// What can only be seen from several fields together.
    fn check_sense(&self, entry: &Entry, body: &Body) {
        match body {
            Body::Permit(permit) => {
                let Some(valid) = permit.valid.given() else {
                    return;
                };
                let (from, to) = (valid.value.from.get(), valid.value.to.get());
                if let (Some(from), Some(to)) = (from, to)
                    && to.last_day() < from.first_day()
                {
                    let at = valid.at as usize;
                    self.reader.tell(fault(
                        Code::BACKWARDS,
                        at..at + 1,
                        "the permit's validity ends before it begins",
                        "swap the two dates, or check them",
                    ));
                }
            }
            Body::Casualty(_) => Count::ALL
                .iter()
                .for_each(|count| self.check_count(entry, count.word())),
            Body::Party(_)
            | Body::Source(_)
            | Body::Request(_)
            | Body::Quote(_)
            | Body::Figure(_)
            | Body::Event(_)
            | Body::Claim(_)
            | Body::Contact(_) => {}
        }
    }

    /// There cannot be fewer than no people.
    fn check_count(&self, entry: &Entry, field: &str) {
        let tree = self.reader.tree;
        let is_field = |key| self.reader.text(key) == field;
        let Some((_, value)) = tree.entries(entry.value).find(|(key, _)| is_field(*key)) else {
            return;
        };
        let parts = tree.entries(value).map(|(_, part)| part);
        for node in std::iter::once(value).chain(parts) {
            let text = self.reader.text(node);
            if super::Decimal::parse(&text).is_ok_and(super::Decimal::is_negative) {
                self.reader.tell(fault(
                    Code::NEGATIVE,
                    self.span(node),
                    "a count of people cannot be negative",
                    "take the minus sign out, or check the number",
                ));
            }
        }
    }

    /// A record of which only the id could be read: it still counts for references.
    fn lose(&mut self, span: &Range<usize>, section: &str) {
        let (Some(kind), Some(id)) = (section_kind(section), self.reader.text.get(span.clone()))
        else {
            return;
        };
        self.out.records.push(Record {
            id: Sp {
                value: id.to_owned(),
                at: u32::try_from(span.start).unwrap_or(u32::MAX),
            },
            file: self.file,
            span: span.clone(),
            body: empty(kind),
            node: NodeIx::MAX,
            unknown: vec![],
            open: vec![],
            faulty: true,
        });
    }
}

fn boxed<T: Default + DeserializeOwned>(node: N<'_>) -> Box<T> {
    Box::new(node.read().unwrap_or_default())
}

/// The fields of a record of a kind, as far as they can be read.
fn body(kind: Kind, node: N<'_>) -> Body {
    match kind {
        Kind::Party => Body::Party(boxed::<Party>(node)),
        Kind::Source => Body::Source(boxed::<Source>(node)),
        Kind::Permit => Body::Permit(boxed::<Permit>(node)),
        Kind::Request => Body::Request(boxed::<Request>(node)),
        Kind::Quote => Body::Quote(boxed::<Quote>(node)),
        Kind::Casualty => Body::Casualty(boxed::<Casualty>(node)),
        Kind::Figure => Body::Figure(boxed::<Figure>(node)),
        Kind::Event => Body::Event(boxed::<Event>(node)),
        Kind::Claim => Body::Claim(boxed::<Claim>(node)),
        Kind::Contact => Body::Contact(boxed::<Contact>(node)),
    }
}

fn empty(kind: Kind) -> Body {
    match kind {
        Kind::Party => Body::Party(Box::default()),
        Kind::Source => Body::Source(Box::default()),
        Kind::Permit => Body::Permit(Box::default()),
        Kind::Request => Body::Request(Box::default()),
        Kind::Quote => Body::Quote(Box::default()),
        Kind::Casualty => Body::Casualty(Box::default()),
        Kind::Figure => Body::Figure(Box::default()),
        Kind::Event => Body::Event(Box::default()),
        Kind::Claim => Body::Claim(Box::default()),
        Kind::Contact => Body::Contact(Box::default()),
    }
}
