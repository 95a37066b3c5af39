//! Words and the places they stand in. Knows nothing of cases, files or screens.
//!
//! Offsets are always bytes of the text as given, on character boundaries. There is no second, normalised text.
pub mod fold;
pub mod furniture;
pub mod lines;
pub mod pages;
pub mod paragraphs;
pub mod places;
pub mod span;
pub mod tokens;
pub mod turns;
pub mod typography;

pub use places::Places;
pub use span::Span;
pub use tokens::Token;
