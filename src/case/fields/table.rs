//! The table: a row a field, by kind, in the order of the format.

use super::{Discloses, FieldRow, Found, Holds, Page, Seal, Targets};
use crate::case::records::Body;
use crate::case::{
    Access, Choice, ContactOutcome, Grade, Identity, Kind, Legal, ParagraphRule, PartyIs,
    RequestOutcome, SourceKind, Stage, Status, Terms, Tier,
};

/// Keys that stand at the margin of `case.yaml` besides the sections.
pub const HEAD: [&str; 9] = [
    "format", "case", "title", "as_of", "home", "holidays", "team", "question", "draft",
];

const SOURCES: Targets = Targets::Kinds(&[Kind::Source]);
const PARTIES: Targets = Targets::Kinds(&[Kind::Party]);
/// For the words of a document the source itself may stand for the speaker.
const SPEAKERS: Targets = Targets::Kinds(&[Kind::Party, Kind::Source]);
const REQUESTS: Targets = Targets::Kinds(&[Kind::Request]);

/// A row: the kind, the field of its struct, what it holds and, for references, where they may lead. The compiler sees that
/// the struct has the field and that it holds that.
macro_rules! row {
    ($kind:ident.$field:ident: Choice($words:ty)) => {{
        // Only to see that the field holds this choice.
        const _: fn(&crate::case::records::$kind) -> &crate::case::Field<$words> =
            |record| &record.$field;
        FieldRow::new(stringify!($field), Holds::Choice(<$words as Choice>::WORDS))
    }};
    ($kind:ident.$field:ident: $holds:ident $(-> $targets:expr)?) => {
        FieldRow::new(
            stringify!($field),
            Holds::$holds(
                |body| match body {
                    Body::$kind(record) => Some(&record.$field),
                    _ => None,
                }
                $(, $targets)?
            ),
        )
    };
}

pub(super) const fn of(kind: Kind) -> &'static [FieldRow] {
    match kind {
        Kind::Party => PARTY,
        Kind::Source => SOURCE,
        Kind::Permit => PERMIT,
        Kind::Request => REQUEST,
        Kind::Quote => QUOTE,
        Kind::Casualty => CASUALTY,
        Kind::Figure => FIGURE,
        Kind::Event => EVENT,
        Kind::Claim => CLAIM,
        Kind::Contact => CONTACT,
    }
}

#[rustfmt::skip]
const PARTY: &[FieldRow] = &[
    row!(Party.name: Text).required().found(Found::Own),
    row!(Party.is: Choice(PartyIs)),
    // What a person is called by where the name is not known.
    row!(Party.role: Text).found(Found::Own),
    row!(Party.of: Who -> PARTIES),
    row!(Party.aka: Texts).found(Found::Own),
    row!(Party.country: Text),
    row!(Party.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const SOURCE: &[FieldRow] = &[
    row!(Source.kind: Choice(SourceKind)).required().seal(Seal::Behind).legible(),
    row!(Source.tier: Choice(Tier)).seal(Seal::Behind).legible(),
    row!(Source.title: Text).discloses(Discloses::Words).found(Found::Own),
    row!(Source.who: Who -> PARTIES).seal(Seal::Behind).discloses(Discloses::Person),
    row!(Source.publisher: Who -> PARTIES).discloses(Discloses::Person),
    row!(Source.date: When).legible(),
    row!(Source.terms: Choice(Terms)).seal(Seal::Behind).legible(),
    row!(Source.identity: Choice(Identity)).seal(Seal::Behind).legible(),
    row!(Source.cite_as: Text).discloses(Discloses::Words).found(Found::Own),
    row!(Source.via: Ref -> SOURCES).seal(Seal::Behind).legible(),
    row!(Source.access: Choice(Access)).legible(),
    row!(Source.request: Ref -> REQUESTS),
    row!(Source.file: Text).seal(Seal::Behind).discloses(Discloses::Words),
    row!(Source.notes: Text).discloses(Discloses::Words),
    row!(Source.sha256: Text).discloses(Discloses::Words).found(Found::Never),
    row!(Source.url: Text).seal(Seal::Never).discloses(Discloses::Words).found(Found::Further),
    row!(Source.archive_url: Text).seal(Seal::Never).discloses(Discloses::Words),
    row!(Source.captured: When).legible(),
    row!(Source.lang: Text).legible(),
    row!(Source.translator: Who -> PARTIES).discloses(Discloses::Person),
    row!(Source.ocr: Flag),
    row!(Source.paragraphs: Choice(ParagraphRule)),
    row!(Source.note: Text).seal(Seal::Never).discloses(Discloses::Words).found(Found::Further),
];

#[rustfmt::skip]
const PERMIT: &[FieldRow] = &[
    row!(Permit.source: Ref -> SOURCES).required().legible(),
    row!(Permit.via: Ref -> SOURCES).legible(),
    row!(Permit.destination: Text),
    row!(Permit.authority: Who -> PARTIES),
    row!(Permit.law: Who -> SOURCES),
    // A permit's and a request's number is its name.
    row!(Permit.number: Text).found(Found::Own),
    row!(Permit.applicant: Who -> PARTIES),
    row!(Permit.exporter: Who -> PARTIES),
    row!(Permit.holder: Who -> PARTIES),
    row!(Permit.consignee: Who -> PARTIES),
    row!(Permit.end_user: Who -> PARTIES),
    row!(Permit.end_use: Text),
    row!(Permit.items: Items).found(Found::Own),
    row!(Permit.value: Money).legible(),
    row!(Permit.applied: When).legible(),
    row!(Permit.approved: When).legible(),
    row!(Permit.valid: Validity),
    row!(Permit.stage: Choice(Stage)).legible(),
    row!(Permit.shipped_value: Money),
    row!(Permit.redactions: Redactions).found(Found::Further),
    row!(Permit.request: Ref -> REQUESTS),
    row!(Permit.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const REQUEST: &[FieldRow] = &[
    row!(Request.to: Who -> PARTIES).required(),
    row!(Request.by: Who -> PARTIES),
    row!(Request.law: Who -> SOURCES),
    row!(Request.number: Text).found(Found::Own),
    row!(Request.filed: When),
    row!(Request.due: When),
    row!(Request.answered: When),
    row!(Request.outcome: Choice(RequestOutcome)),
    row!(Request.exemptions: Texts).found(Found::Further),
    row!(Request.gave: Refs -> Targets::Kinds(&[Kind::Source, Kind::Permit])).page(Page::Listed),
    row!(Request.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const QUOTE: &[FieldRow] = &[
    row!(Quote.who: Who -> SPEAKERS).required().discloses(Discloses::Person).page(Page::Top(3)),
    row!(Quote.source: Ref -> SOURCES).required().legible().page(Page::Top(2)),
    row!(Quote.via: Ref -> SOURCES).legible().page(Page::Origin),
    row!(Quote.printed: Printed).required().legible().found(Found::Own).page(Page::Top(0)),
    row!(Quote.scope: Refs -> SOURCES).page(Page::Listed),
    row!(Quote.original: Words).found(Found::Own).page(Page::Top(1)),
    row!(Quote.lang: Text).legible(),
    row!(Quote.translator: Who -> PARTIES),
    row!(Quote.treatment: Text),
    row!(Quote.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const CASUALTY: &[FieldRow] = &[
    row!(Casualty.source: Ref -> SOURCES).required().legible(),
    row!(Casualty.via: Ref -> SOURCES).legible(),
    row!(Casualty.event: Ref -> Targets::Kinds(&[Kind::Event])).legible(),
    row!(Casualty.killed: Amount).legible(),
    row!(Casualty.injured: Amount).legible(),
    row!(Casualty.missing: Amount).legible(),
    row!(Casualty.how: Hedge).legible(),
    row!(Casualty.place: Text).found(Found::Name),
    row!(Casualty.period: When).legible(),
    row!(Casualty.status: Choice(Status)).legible(),
    row!(Casualty.alleged_actor: Who -> PARTIES),
    row!(Casualty.counted_by: Who -> PARTIES).discloses(Discloses::Person),
    row!(Casualty.excludes: Texts).found(Found::Further),
    row!(Casualty.grade: Choice(Grade)).legible(),
    row!(Casualty.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const FIGURE: &[FieldRow] = &[
    row!(Figure.what: Words).required().found(Found::Own),
    row!(Figure.source: Ref -> SOURCES).required().legible(),
    row!(Figure.via: Ref -> SOURCES).legible(),
    row!(Figure.value: Amount).legible(),
    row!(Figure.how: Hedge).legible(),
    row!(Figure.unit: Text),
    row!(Figure.measure: Text),
    row!(Figure.as_of: When).legible(),
    row!(Figure.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const EVENT: &[FieldRow] = &[
    row!(Event.date: When).required().legible(),
    row!(Event.what: Words).required().found(Found::Own),
    row!(Event.place: Text).found(Found::Name),
    row!(Event.involved: Whos -> PARTIES).page(Page::Listed),
    row!(Event.source: Ref -> SOURCES).legible(),
    row!(Event.via: Ref -> SOURCES).legible(),
    row!(Event.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const CLAIM: &[FieldRow] = &[
    row!(Claim.says: Words).required().found(Found::Own).page(Page::Top(0)),
    row!(Claim.evidence: Refs -> Targets::Evidence).legible().page(Page::Listed),
    row!(Claim.against: Refs -> Targets::Evidence).page(Page::Listed),
    row!(Claim.number: NumberTest),
    row!(Claim.date: DateTest).legible(),
    row!(Claim.criticises: Whos -> PARTIES),
    row!(Claim.legal: Choice(Legal)),
    row!(Claim.kind: Text).legible(),
    row!(Claim.note: Text).seal(Seal::Never).found(Found::Further),
];

#[rustfmt::skip]
const CONTACT: &[FieldRow] = &[
    row!(Contact.to: Who -> PARTIES).required(),
    row!(Contact.put: Put).found(Found::Own).page(Page::Listed),
    row!(Contact.about: Whos -> Targets::Evidence).page(Page::Listed),
    row!(Contact.tries: Tries),
    row!(Contact.deadline: When),
    row!(Contact.outcome: Choice(ContactOutcome)),
    row!(Contact.reply: Ref -> Targets::Kinds(&[Kind::Source, Kind::Quote])).page(Page::Listed),
    row!(Contact.printed: Refs -> Targets::Kinds(&[Kind::Claim, Kind::Quote]))
        .legible()
        .found(Found::Own)
        .page(Page::Listed),
    row!(Contact.note: Text).seal(Seal::Never).found(Found::Further),
];
