//! What stands: the state of every claim and sentence, computed and never stored.
//!
//! This room decides from the case (and from rulings, where there are any). It must not touch disk, clock or terminal.

mod standing;

pub use standing::{Standing, Tally, of_claim, of_sentence, tally};
