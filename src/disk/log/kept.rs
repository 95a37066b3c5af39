//! What this user's machine remembers of each log, so that lines taken away at the end are noticed: by the id of its first
//! line how far it went, and by the folder of the case which logs were there.

use crate::disk::hash::hex;
use crate::disk::state;
use crate::ruling::chain::{Chain, End};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
            if !chain.has_ended(&kept) {
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

/// The logs of a case by their file names, each with the id of its first line.
pub(super) type Known = BTreeMap<String, String>;

/// The file for a case. Its path is hashed, so that what is kept tells nothing of it.
pub(super) fn file_of_case(case: &Path) -> Option<PathBuf> {
    let whole = case.canonicalize().ok()?;
    let name = hex(whole.as_os_str().as_encoded_bytes());
    Some(state::folder()?.join(format!("logs-{}.json", &name[..32])))
}

/// The logs that were in a case.
pub(super) fn known(case: &Path) -> Known {
    let text = file_of_case(case).and_then(|path| std::fs::read_to_string(path).ok());
    let known = text.and_then(|text| serde_json::from_str(&text).ok());
    known.unwrap_or_default()
}

/// Remembers a log that is in a case; one that was known under the name stays until the user says otherwise.
pub(super) fn know(case: &Path, logs: impl IntoIterator<Item = (String, String)>) {
    let before = known(case);
    let mut after = before.clone();
    for (name, first) in logs {
        after.entry(name).or_insert(first);
    }
    if after != before {
        let text = serde_json::to_string(&after).unwrap_or_default();
        file_of_case(case).map(|path| state::write(&path, &text));
    }
}
