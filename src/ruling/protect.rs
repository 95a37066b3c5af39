//! Which sources must leave no words in a log: of them a seal keeps hashes only.

use crate::case::{Body, Case, Identity, Record, RecordIx, Ref, Terms};
use crate::verify::passage::where_from;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How a hash stands where words would.
const MARK: &str = "sha256:";

/// Says which words become hashes.
pub(super) struct Protection<'a> {
    case: &'a Case,
}

impl<'a> Protection<'a> {
    pub(super) const fn of(case: &'a Case) -> Self {
        Self { case }
    }

    /// True for a source that is confidential, spoke on background or off the record, or is under embargo.
    pub(super) fn source(&self, ix: RecordIx) -> bool {
        let Body::Source(source) = &self.case.at(ix).body else {
            return false;
        };
        let terms = match source.terms.get() {
            Some(
                Terms::Background | Terms::DeepBackground | Terms::OffRecord | Terms::Embargoed,
            ) => true,
            Some(Terms::OnRecord) | None => false,
        };
        terms || source.identity.get() == Some(&Identity::Confidential)
    }

    /// True for a record of such a source, and for the source itself.
    pub(super) fn record(&self, ix: RecordIx) -> bool {
        let record: &Record = self.case.at(ix);
        let (source, via) = where_from(self.case, record);
        let named = |named: Option<&Ref>| {
            let ix = named.and_then(|named| self.case.find(&named.id));
            ix.is_some_and(|ix| self.source(ix))
        };
        self.source(ix) || named(source) || named(via)
    }
}

/// A text as it stands in a seal: itself, or its hash.
pub(super) fn veiled(text: &str, hidden: bool) -> String {
    if hidden {
        format!("{MARK}{}", hash(&[text]))
    } else {
        text.to_owned()
    }
}

/// True if only the hash of a text stands there.
pub(super) fn is_veiled(text: &str) -> bool {
    text.starts_with(MARK)
}

/// True if two sealed texts are the same, also where one of them stands there as its hash.
pub(super) fn same(a: &str, b: &str) -> bool {
    match (is_veiled(a), is_veiled(b)) {
        (true, false) => a == veiled(b, true),
        (false, true) => veiled(a, true) == b,
        (true, true) | (false, false) => a == b,
    }
}

/// SHA-256 in hexadecimal of texts, each ended by a NUL that no text holds.
pub(super) fn hash(texts: &[&str]) -> String {
    let mut sum = Sha256::new();
    for text in texts {
        sum.update(text.as_bytes());
        if texts.len() > 1 {
            sum.update([0]);
        }
    }
    let mut out = String::with_capacity(64);
    for byte in sum.finalize() {
        // Writing to a text does not fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
