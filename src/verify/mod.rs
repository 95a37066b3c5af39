//! Is this quote in that text; is this number that number.
//!
//! This room compares. It decides nothing for people: what it says is a finding, never a confirmation.

pub mod passage;

pub use passage::{Passage, Standpoint, passages};
