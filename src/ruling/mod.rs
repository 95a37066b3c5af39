//! What stands: the state of every claim and sentence, computed and never stored.
//!
//! This room decides from the case and from what people ruled. It must not touch disk, clock or terminal.

mod about;
mod as_asked;
mod binding;
pub mod chain;
mod decide;
mod details;
mod entry;
mod evidence;
mod finder;
mod gone;
mod last;
mod log;
mod machine;
mod problems;
mod protect;
mod questions;
mod readiness;
mod renames;
mod replies;
mod reply_problems;
mod ruled;
#[expect(clippy::module_inception, reason = "the file is named after its type")]
mod ruling;
mod seal;
mod sealed_passage;
mod short_name;
mod sign;
mod since;
mod stale;
mod standing;
mod standings;
mod target;
mod unmet;
mod walk;

pub use about::{About, CASE};
#[cfg(test)]
mod tests;

pub use details::{Detail, DetailKind, details, surviving, unticked};
pub use entry::{Answer, Entry, NoEntry, Question, Renamed, Tick, VERSION};
pub use gone::Gone;
pub use log::{Asked, LogFile, Logs};
pub use machine::{Assessment, compared_problems};
pub use problems::{gone_problem, problems};
pub use readiness::{Story, may_sign, to_clear};
pub use replies::{Allegation, Reply, allegations, asked_only};
pub use reply_problems::reply_problems;
pub use ruled::{Holds, Ruled};
pub use ruling::{Matter, Ruling, Saw};
pub use seal::{Evidence, RULES, Seal, seal};
pub use sealed_passage::SealedPassage;
pub use short_name::{LONGEST_NAME, is_short_name};
pub use sign::{Sign, Tone};
pub use since::{Fell, Since, Visit, since};
pub use stale::{Because, Compared, Here, Part, compare};
pub use standing::{Standing, Tally, Unsettled, WaitsFor, of_claim};
pub use standings::{Machine, Stand, Standings};
pub use target::Target;
pub use unmet::{Condition, Thing, Unmet};
