//! What this user's machine remembers of the end of each log, so that lines taken away at the end are noticed.

use crate::disk::hash::hex;
use crate::disk::state;
use crate::ruling::chain::{Chain, End};
use serde_json::{Value, json};
use std::path::PathBuf;

/// The file for a log, by the id of its first line, which is as hostile as any text and therefore hashed.
pub(super) fn file(first_id: &str) -> Option<PathBuf> {
    let name = hex(first_id.as_bytes());
    let name = format!("log-{}.json", &name[..32]);
    Some(state::folder()?.join(name))
}

/// The end that is remembered of a log.
pub(super) fn recall(first_id: &str) -> Option<End> {
    let text = std::fs::read_to_string(file(first_id)?).ok()?;
    let value: Value = serde_json::from_str(&text).ok()?;
    Some(End {
        seq: value["seq"].as_u64()?,
        sum: value["sum"].as_str()?.to_owned(),
    })
}

/// Remembers the end of a log; false if that cannot be done.
pub(super) fn remember(first_id: &str, end: &End) -> bool {
    let text = json!({"seq": end.seq, "sum": end.sum}).to_string();
    file(first_id).is_some_and(|path| state::write(&path, &text))
}

/// How a log compares with what was remembered of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compared {
    /// What was remembered is in it, or nothing was and it is remembered now.
    Holds,
    /// Nothing can be remembered on this machine.
    NoMemory,
    /// So many lines that were at its end are gone, or are others now.
    Gone(u64),
}

/// Compares a log with what was remembered of it, and remembers its end if that is further on.
pub(super) fn compare(chain: &Chain) -> Compared {
    let Some(first) = chain.lines.first() else {
        return Compared::Holds;
    };
    let end = &chain.end;
    match recall(first.id()) {
        Some(kept) if kept == *end => Compared::Holds,
        Some(kept) => {
            let is_there = chain
                .sums
                .iter()
                .any(|(seq, sum)| *seq == kept.seq && *sum == kept.sum);
            if !is_there {
                let gone = kept.seq.saturating_sub(end.seq);
                return Compared::Gone(gone.max(1));
            }
            // Another casefile may have remembered more meanwhile; it is seen at the next reading.
            remember(first.id(), end);
            Compared::Holds
        }
        None if remember(first.id(), end) => Compared::Holds,
        None => Compared::NoMemory,
    }
}
