//! A case in the formats of other tools. Everything that a report holds back is left out here too.

mod annotation;
mod claimreview;
mod csl;
mod ftm;
mod records;

use super::{Account, Redaction, sheet};
use crate::case::{Case, Who};
use serde_json::Value;

pub use annotation::annotations;
pub use claimreview::claim_reviews;
pub use csl::csl;
pub use ftm::entities;
pub use records::records;

/// The sheet of the draft, as in a report.
pub fn csv(account: &Account) -> String {
    sheet(account)
}

/// A text as it may be told: what is held back is covered, and every other character is as it is.
fn told(hide: &Redaction, text: &str) -> Value {
    Value::String(hide.covered_text(text))
}

/// A party's name as it may be told.
fn name(case: &Case, hide: &Redaction, who: &Who) -> String {
    hide.covered_text(case.party_name(who))
}

/// A web address, if it is one; other schemes are no address to hand on.
fn web(url: &str) -> Option<&str> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then_some(url)
}
