//! What can be wrong with a reference: it leads nowhere, to the wrong kind of record, or to a field that is not there.

use super::fields::{self, Targets};
use super::links_build::Raw;
use super::{Case, Code, FileIx, Kind, Node, Part, Problem, RecordIx, Severity, near};
use std::ops::Range;

/// How many ids are compared in all to find the one that was meant. A case of a hundred thousand records that has lost a
/// file would otherwise take hours to say so.
const MOST_LOOKED_AT: usize = 200_000;

/// Checks references, one after the other.
pub(super) struct Checker<'a> {
    case: &'a Case,
    /// How many more ids may be compared to find the one that was meant.
    left: usize,
}

impl<'a> Checker<'a> {
    pub(super) const fn new(case: &'a Case) -> Self {
        Self {
            case,
            left: MOST_LOOKED_AT,
        }
    }

    /// What is wrong with a reference, if anything.
    pub(super) fn check(&mut self, raw: &Raw, target: Option<RecordIx>) -> Option<Problem> {
        let Some(target) = target else {
            return Some(self.dangling(raw));
        };
        self.kind(raw, target)
            .or_else(|| self.itself(raw, target))
            .or_else(|| self.part(raw, target))
    }

    fn dangling(&mut self, raw: &Raw) -> Problem {
        let id = &raw.to.value.id;
        let help = match self.likely(raw) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("add a record with the id `{id}`, or correct the id here"),
        };
        self.tell(
            raw,
            Code::DANGLING,
            format!("no record has the id `{id}`"),
            help,
        )
    }

    /// The id that was most likely meant; those of the wanted kind come first.
    fn likely(&mut self, raw: &Raw) -> Option<&'a str> {
        let records = &self.case.records;
        if self.left < records.len() {
            return None;
        }
        self.left -= records.len();
        let id = &raw.to.value.id;
        let suits = |kind: Kind| match raw.want {
            Targets::Kinds(kinds) => kinds.contains(&kind),
            Targets::Evidence | Targets::Quantity => true,
        };
        let of_kind = records.iter().filter(|r| suits(r.kind()));
        near(id, of_kind.map(|r| r.id.value.as_str()))
            .or_else(|| near(id, records.iter().map(|r| r.id.value.as_str())))
    }

    fn kind(&self, raw: &Raw, target: RecordIx) -> Option<Problem> {
        let kind = self.case.at(target).kind();
        let Targets::Kinds(kinds) = raw.want else {
            return None;
        };
        if kinds.contains(&kind) {
            return None;
        }
        let wanted: Vec<String> = kinds.iter().map(|kind| kind.one()).collect();
        let wanted = wanted.join(" or ");
        let id = &raw.to.value.id;
        let message = format!(
            "`{}` wants {wanted}, but `{id}` is {}",
            raw.field,
            kind.one()
        );
        let mut problem = self.tell(
            raw,
            Code::WRONG_KIND,
            message,
            format!("give the id of {wanted}"),
        );
        let record = self.case.at(target);
        let start = record.id.at as usize;
        let there = format!("`{id}` stands here");
        problem.also = Some((record.file, start..start + record.id.value.len(), there));
        Some(problem)
    }

    fn itself(&self, raw: &Raw, target: RecordIx) -> Option<Problem> {
        let cites = matches!(raw.field, "evidence" | "against");
        (cites && raw.from == Node::Record(target)).then(|| {
            let message = format!("`{}` cites itself", raw.to.value.id);
            let help = "name what it stands on: a quote, a permit, a figure, a source".to_owned();
            self.tell(raw, Code::ITSELF, message, help)
        })
    }

    fn part(&self, raw: &Raw, target: RecordIx) -> Option<Problem> {
        let record = self.case.at(target);
        let (kind, id) = (record.kind(), &raw.to.value.id);
        match &raw.to.value.part {
            Part::Locator(locator) if kind != Kind::Source => {
                let message = format!(
                    "`#{locator}` names a place in a text, but `{id}` is {}",
                    kind.one()
                );
                let help = "only sources have such places; leave it out here".to_owned();
                Some(self.tell(raw, Code::LOCATOR, message, help))
            }
            Part::Field(path) => {
                if let Some(why) = super::fields::missing(&record.body, path) {
                    let message = format!("`{id}` has no field `{}`", path.join("."));
                    return Some(self.tell(raw, Code::NO_FIELD, message, why));
                }
                let counts = !matches!(raw.want, Targets::Quantity) || holds_quantity(path);
                (!counts).then(|| self.no_quantity(raw, kind))
            }
            Part::Locator(_) | Part::Whole => {
                matches!(raw.want, Targets::Quantity).then(|| self.no_quantity(raw, kind))
            }
        }
    }

    fn no_quantity(&self, raw: &Raw, kind: Kind) -> Problem {
        let message = format!("`{}` names no number and no date", raw.to.value);
        let id = &raw.to.value.id;
        let help = match quantity_of(kind) {
            Some(field) => format!("name the field, for instance `{id}.{field}`"),
            None => format!(
                "{} holds neither; name a field of another record",
                kind.one()
            ),
        };
        self.tell(raw, Code::NO_QUANTITY, message, help)
    }

    fn tell(&self, raw: &Raw, code: Code, message: String, help: String) -> Problem {
        let written = raw.to.value.to_string();
        Problem {
            code,
            severity: Severity::Error,
            file: raw.file,
            span: span_of(self.case, raw.file, raw.to.at, &written),
            id: match raw.from {
                Node::Record(ix) => Some(self.case.at(ix).id.value.clone()),
                Node::Sentence(_) => None,
            },
            message,
            help: Some(help),
            also: None,
        }
    }
}

/// Where a reference is written: after the quotation mark or the `@` that its value begins with.
pub(super) fn span_of(case: &Case, file: FileIx, at: u32, written: &str) -> Range<usize> {
    let at = at as usize;
    let bytes = case.file(file).bytes.get(at..).unwrap_or_default();
    let mark = bytes
        .get(1..)
        .is_some_and(|rest| rest.starts_with(written.as_bytes()));
    let start = at + usize::from(mark && !bytes.starts_with(written.as_bytes()));
    start..start + written.len()
}

/// True if a field holds a number, a date, or words in which numbers are read.
fn holds_quantity(path: &[String]) -> bool {
    let of_test = path.len() == 2 && matches!(path[0].as_str(), "number" | "date");
    match path.first() {
        Some(_) if of_test => matches!(path[1].as_str(), "prints" | "from" | "to"),
        Some(first) => fields::named(first).any(|row| row.holds.is_quantity()),
        None => false,
    }
}

/// The field of a kind that is most often the quantity.
const fn quantity_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Claim => Some("number.prints"),
        Kind::Quote => Some("printed"),
        Kind::Casualty => Some("killed"),
        Kind::Figure | Kind::Permit => Some("value"),
        Kind::Request => Some("filed"),
        Kind::Event | Kind::Source => Some("date"),
        Kind::Contact => Some("deadline"),
        Kind::Party => None,
    }
}
