//! Words and the places in them: folding, tokens, spans, width, wrapping, safe display. Knows nothing of cases.

mod places;

pub use places::Places;
