//! Words, and the places they stand in. Knows nothing of cases, files or screens.
//!
//! Offsets are always bytes of the text as given, on character boundaries. There is no second, normalised text.
pub mod alike;
pub mod fold;
pub mod furniture;
pub mod hidden;
pub mod hygiene;
pub mod lexicon;
pub mod lines;
pub mod pages;
pub mod paragraphs;
pub mod places;
pub mod quotation_marks;
pub mod safe;
pub mod span;
pub mod tokens;
pub mod turns;
pub mod typography;
pub mod width;
pub mod wrap;

pub use places::Places;
pub use safe::Shown;
pub use span::Span;
pub use tokens::Token;

#[cfg(test)]
mod tests;
