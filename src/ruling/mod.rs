//! What stands: the state of every claim and sentence, computed and never stored.
//!
//! This room decides from the case (and from rulings, where there are any). It must not touch disk, clock or terminal.

pub mod chain;
mod replies;
mod standing;

pub use replies::{Allegation, Reply, allegations, asked_only};
pub use standing::{Standing, Tally, of_claim, of_sentence, standings, tally};
