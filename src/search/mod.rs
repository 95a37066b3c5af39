//! Records, sentences and passages found by a few letters.
//!
//! A word index: what is typed is matched against the different words there are (as a whole, a beginning, a middle, or
//! with a small slip), each word brings the entries it stands in, and entries that have all of them are ranked.
//!
//! ```text
//! typed ─ query ─► segment: vocabulary ─► postings ─► one byte an entry and word (tiers)
//!                                                        │ all words met, filters passed
//!         answer ◄─ snippet, highlight ◄─ rank: rough, then a second look at the best
//! ```
//!
//! This room does not read files, knows no clock and no terminal, and never sees `private.yaml`. Folding here is loose,
//! for finding only: nothing found here says that a quotation is right.

mod answer;
mod entries;
mod entry;
mod filter;
mod fold;
pub mod fuzzy;
mod highlight;
mod index;
mod numbers;
mod passages;
mod query;
mod rank;
pub mod scan;
#[expect(clippy::module_inception, reason = "the file is named after its type")]
mod search;
mod segment;
mod snippet;
#[cfg(test)]
mod tests;
mod thing;
mod tiers;
mod typo;
mod vocabulary;

pub use answer::{Answer, Hit, Tier};
pub use entries::{Part, entries};
pub use entry::{Amounts, Days, Entry, EntryKey, EntryKind, Field, Weight};
pub use highlight::{find, places};
pub use index::Index;
pub use query::Query;
pub use search::Search;
pub use thing::Thing;
