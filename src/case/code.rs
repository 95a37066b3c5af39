//! The codes of problems: which rule was broken. `explain CODE` tells each at length.

use serde::Serialize;
use std::fmt;

/// A code such as `CF201`. The hundreds say the family: 1 form, 2 references, 3 quotes, 4 numbers and dates, 5 sources, 6 hygiene of text, 7 rulings, 8 replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub u16);

impl Code {
    /// A sentence of the draft with no mark.
    pub const UNCITED: Self = Self(230);
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CF{:03}", self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
