//! What stands: the state of every claim and sentence, computed and never stored.
//!
//! This room decides from the case and from what people ruled. It must not touch disk, clock or terminal.

mod about;
pub mod chain;
mod details;
mod entry;
mod evidence;
mod protect;
mod replies;
#[expect(clippy::module_inception, reason = "the file is named after its type")]
mod ruling;
mod seal;
mod sealed_passage;
mod standing;
mod target;
mod walk;

pub use about::{About, CASE};
pub use details::{Detail, DetailKind, details, surviving, unticked};
pub use entry::{Answer, Entry, NoEntry, Question, Renamed, Tick, VERSION};
pub use replies::{Allegation, Reply, allegations, asked_only};
pub use ruling::{Matter, Ruling, Saw};
pub use seal::{Evidence, RULES, Seal, seal};
pub use sealed_passage::SealedPassage;
pub use standing::{Standing, Tally, of_claim, of_sentence, standings, tally};
pub use target::Target;
