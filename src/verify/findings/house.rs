//! House rules of a case as rules of the quote engine.
use crate::case;
use crate::case::Weight;

use super::super::class::Class;
use super::super::severity::{Policy, Severity};
use super::super::source::Kind;

impl From<&case::Policy> for Policy {
    fn from(house: &case::Policy) -> Self {
        let mut policy = Self::default();
        policy.long_ellipsis = usize::try_from(house.long_ellipsis()).unwrap_or(usize::MAX);
        for (kind, class, weight) in house.weights() {
            let class = Class::ALL.into_iter().find(|known| known.word() == class);
            if let Some((kind, class)) = Kind::from_word(kind).zip(class) {
                // A weight below the usual one is refused and stays as it is.
                policy.make_stricter(kind, class, severity(weight));
            }
        }
        policy
    }
}

const fn severity(weight: Weight) -> Severity {
    match weight {
        Weight::Ok => Severity::Ok,
        Weight::Note => Severity::Note,
        Weight::Low => Severity::Low,
        Weight::High => Severity::High,
        Weight::Critical => Severity::Critical,
    }
}
