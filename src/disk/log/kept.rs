//! What this user's machine remembers of each log, so that lines taken away at the end are noticed: by the id of its first
//! line how far it went, and by the folder of the case which logs were there.

use crate::disk::hash::hex;
use crate::disk::state;
use crate::ruling::chain::{Chain, End};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// How long what is remembered of a log is, in bytes: always the same, so that it can be written over where it stands.
const WIDTH: usize = 128;
/// How often it is read while somebody may be writing it.
const TRIES: usize = 3;

/// The file for a log, by the id of its first line, which is as hostile as any text and therefore hashed.
pub(super) fn file(first_id: &str) -> Option<PathBuf> {
    let name = hex(first_id.as_bytes());
    let name = format!("log-{}.json", &name[..32]);
    Some(state::folder()?.join(name))
}

/// The end that is remembered of a log.
pub(super) fn recall(first_id: &str) -> Option<End> {
    let path = file(first_id)?;
    (0..TRIES).find_map(|_| end(&std::fs::read_to_string(&path).ok()?))
}

/// The end that a record holds; none if it is not whole.
fn end(record: &str) -> Option<End> {
    let value: Value = serde_json::from_str(record).ok()?;
    let end = End {
        seq: value["seq"].as_u64()?,
        sum: value["sum"].as_str()?.to_owned(),
    };
    (value["check"] == check(&end)).then_some(end)
}

fn record(end: &End) -> String {
    let text = json!({"seq": end.seq, "sum": end.sum, "check": check(end)}).to_string();
    format!("{text:<width$}\n", width = WIDTH - 1)
}

/// The check digits that show whether a record is whole.
fn check(end: &End) -> String {
    let mut sum = hex(format!("{} {}", end.seq, end.sum).as_bytes());
    sum.truncate(8);
    sum
}

/// Remembers the end of a log; false if that cannot be done.
pub(super) fn remember(first_id: &str, end: &End) -> bool {
    let record = record(end);
    file(first_id)
        .is_some_and(|path| write_over(&path, &record).is_ok() || state::write(&path, &record))
}

/// Writes over a record of the same length. To put a new file in its place, as is done with all else that is kept, costs
/// the disk as much as the ruling itself; and a record that is lost in a power cut is made again at the next reading.
fn write_over(path: &Path, record: &str) -> io::Result<()> {
    let found = std::fs::symlink_metadata(path)?;
    if !found.is_file() || found.len() != record.len() as u64 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let file = OpenOptions::new().write(true).open(path)?;
    file.write_all_at(record.as_bytes(), 0)
}

/// How a log compares with what was remembered of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compared {
    /// It holds what was remembered; or nothing was, and now it is.
    Holds,
    /// Nothing can be remembered on this machine.
    NoMemory,
    /// So many lines from its end are gone or have changed.
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
            // Another casefile may have remembered more meanwhile; the next reading will notice.
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

#[cfg(test)]
mod tests {
    use super::{End, WIDTH, end, record, write_over};

    #[test]
    fn a_record_has_one_length_and_is_known_to_be_whole() {
        let of = |seq| End {
            seq,
            sum: "ab".repeat(16),
        };
        for seq in [0, 7, u64::MAX] {
            let text = record(&of(seq));
            assert_eq!((text.len(), end(&text)), (WIDTH, Some(of(seq))));
        }
        let half = record(&of(7)).replace('7', "8");
        assert_eq!(end(&half), None, "a number of one, a sum of another");
        assert_eq!(end(""), None);
    }

    #[test]
    fn it_is_written_over_where_it_stands_and_through_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        let text = record(&End::default());
        assert!(write_over(&path, &text).is_err(), "there is none yet");
        std::fs::write(&path, "x".repeat(WIDTH)).unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(write_over(&link, &text).is_err());
        write_over(&path, &text).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        std::fs::write(&path, "of an older shape").unwrap();
        assert!(write_over(&path, &text).is_err());
    }
}
