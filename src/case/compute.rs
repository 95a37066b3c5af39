//! The expression by which a claim's number is computed from records.

use super::{Ref, Sp};

/// `compute:` as written, with the references in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compute {
    /// The expression as written.
    pub text: String,
    /// The references in it; each place counts from the expression's beginning.
    pub refs: Vec<Sp<Ref>>,
}
