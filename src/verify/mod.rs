//! Is this quotation in that text, and what was changed? Is this number that number?
//!
//! The question is never how similar two texts are, but what was changed and whether it was declared: words are
//! aligned, every difference is classified, and the weightiest one is the finding. A finding proves what stands in
//! *this* text; it says nothing about truth and is never a confirmation.
mod aliases;
mod align;
mod aside;
mod bracket;
mod candidates;
mod check;
pub mod class;
mod classify;
mod edge;
mod edited;
pub mod figures;
pub mod finding;
pub mod findings;
mod glyphs;
mod groups;
pub mod index;
mod judge;
mod landmarks;
mod locate;
mod lookup;
mod moved;
mod pair_index;
mod parse;
pub mod passage;
pub mod printed;
mod quantity;
pub mod query;
mod quote_spans;
pub mod sentence_ends;
pub mod severity;
mod shelf;
mod short;
mod side_by_side;
pub mod source;
mod spelling;
pub mod story;
pub mod stream;
mod truncation;
pub mod warning;
mod window;

pub use crate::text::lexicon::Language;
pub use aliases::Aliases;
pub use check::check_quote;
pub use class::{Class, Reason};
pub use edited::edited;
pub use finding::{Difference, Finding, Place, Row, Sign};
pub use findings::{Findings, FoundIn, LookedIn, QuoteFinding, SentenceQuote, said};
pub use index::Library;
pub use pair_index::PairIndex;
pub use passage::{Passage, Standpoint, passages};
pub use printed::Printed;
pub use query::Query;
pub use quote_spans::{QuoteSpan, quote_spans};
pub use severity::{Policy, Severity};
pub use side_by_side::{Three, side_by_side};
pub use source::{Kind, Source};
pub use warning::{Warning, WarningKind};

#[cfg(test)]
mod tests;
