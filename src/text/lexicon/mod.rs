//! The words of languages by what they mean: what is a number, a month, a hedge, a negation. All of them stand here, as
//! data; a language is one file (`en.txt`) and one row (in [`Language`]).
//!
//! To add a language, copy `en.txt` to the file its tag names, put its words into each list or say that there is none
//! (`[fortnight: none]`), and add the row. The tests of this folder say what is missing.
//!
//! Holds no rule of a reader: how number words add up is said where numbers are read.

mod classes;
mod language;
#[allow(
    clippy::module_inception,
    reason = "the file is named after its one type"
)]
mod lexicon;
mod list;
#[cfg(test)]
mod tests;

pub use classes::Filler;
pub use language::Language;
pub use lexicon::{Lexicon, Phrase};
pub use list::{Form, List};
