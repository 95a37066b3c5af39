//! What a case says: records, ids, dates, quantities, the draft, links and problems.
//!
//! Reading never fails: it gives what could be read and every problem, each at its place.
//! This room knows no disk, no clock and no terminal; files come in as bytes.

mod amount;
mod bytes;
#[expect(clippy::module_inception, reason = "the file is named after its type")]
mod case;
mod check_draft;
mod check_hygiene;
mod check_places;
mod check_refs;
mod check_via;
mod code;
mod compute;
mod counts;
mod date;
mod de;
mod decimal;
mod decode_value;
mod diagnose;
mod draft;
pub mod edit;
mod field;
pub mod fields;
mod head;
mod hedge;
mod holding;
mod kind;
mod lines;
mod links;
mod links_build;
mod margin;
mod marks;
mod near;
mod open_marks;
mod pieces;
mod policy;
mod private;
mod problem;
mod read;
pub mod records;
mod reference;
mod ruler;
mod schema;
mod sections;
mod timeline;
pub mod titles;
mod tree;
mod typed;
mod typed_groups;
mod vocabulary;
mod yaml;

#[cfg(test)]
mod tests;

pub use amount::{Amount, Money, Prints, Range};
pub use case::{Case, File, FileIx, Record, RecordIx};
pub use check_hygiene::source_hygiene;
pub use check_places::check_places;
pub use code::{Code, Explanation, FAMILIES};
pub use compute::{BadCompute, Compute, Expr, Function, Sign};
pub use counts::{Compared, Said, casualties_of, figures_of};
pub use date::{Date, PrintsDate, When, month_name};
pub use decimal::{BadDecimal, Decimal, MOST_DIGITS, grouped};
pub use draft::{Draft, Joined, Mark, Sentence, SentenceKind, Want, is_superlative};
pub use field::{Field, List, Open, Sp};
pub use head::{Head, Home, Member, Team};
pub use hedge::Hedge;
pub use holding::{Held, Holding};
pub use kind::Kind;
pub use links::{Link, Links, Node};
pub use near::near;
pub use policy::{BeforePublication, Policy, SeverityRules, Tolerances, Weight, Weights};
pub use private::{Person, Private};
pub use problem::{Place, Problem, Severity};
pub use read::{Input, InputRole, read};
pub use records::Body;
pub use reference::{BadRef, Locator, Part, Ref, Who, is_id};
pub use ruler::Ruler;
pub use schema::schema;
pub use timeline::{Dated, Moment, timeline};
pub use tree::{NodeIx, Shape, Tree};
pub use vocabulary::{
    Access, Choice, ContactOutcome, Grade, Identity, Legal, ParagraphRule, PartyIs, RequestOutcome,
    Role, SourceKind, Stage, Status, Terms, Tier,
};
