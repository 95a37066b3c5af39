//! Saves entries to one's own log.

use super::append::{Appended, Appender, NotSaved};
use super::checks::Checks;
use super::kept;
use super::name::machine;
use crate::disk::NotDone;
use crate::ruling::chain;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// What was saved, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The log, from the case's folder.
    pub path: String,
    /// The line's number in it.
    pub seq: u64,
}

/// One checker's log on this machine.
#[derive(Debug)]
pub struct Saver {
    case: PathBuf,
    log: Appender<Checks>,
    /// The id of the log's first line, once it is known.
    first: Option<String>,
}

impl Saver {
    /// The log of a checker in a case's folder.
    ///
    /// # Errors
    /// If there can be no log there.
    pub fn new(case: &Path, by: &str) -> Result<Self, NotSaved> {
        if !crate::ruling::is_short_name(by) {
            return Err(NotSaved::Unfit {
                what: format!("`{by}` cannot be the name of a checker"),
                help: "use up to 32 small letters, digits and hyphens, not beginning with a hyphen"
                    .to_owned(),
            });
        }
        let checks = Checks::at(case, format!("{by}@{}.jsonl", machine()))?;
        Ok(Self {
            case: case.to_owned(),
            log: Appender::new(checks),
            first: None,
        })
    }

    /// Saves an entry. After a failure the same entry, with the same id, may be saved again: it counts once.
    ///
    /// # Errors
    /// If it is not certain that the entry is in the log and survives a power cut.
    pub fn save(&mut self, entry: &Map<String, Value>) -> Result<Saved, NotSaved> {
        let done = match self.log.append(entry) {
            Err(why) if why.is_worth_another_try() => self.log.append(entry),
            done => done,
        }?;
        self.remember(&done);
        let checks = self.log.folder();
        Ok(Saved {
            path: checks.path(),
            seq: done.end.seq,
        })
    }

    /// Keeps in the user's state folder how far the log goes now. What is remembered of lines that are gone
    /// must stay, so that reading reports them.
    fn remember(&mut self, done: &Appended) {
        if self.first.is_none() {
            let checks = self.log.folder();
            let head = checks.head().unwrap_or_default();
            let first = chain::read(&head).lines.into_iter().next();
            self.first = first.map(|line| line.id().to_owned());
            if let Some(first) = &self.first {
                kept::know(&self.case, [(checks.name().to_owned(), first.clone())]);
            }
        }
        if let Some(first) = &self.first
            && kept::recall(first).is_none_or(|kept| kept == done.after)
        {
            kept::remember(first, &done.end);
        }
    }
}

/// Saves one entry to the log of whoever it is by.
///
/// # Errors
/// As [`Saver::save`].
pub fn save(case: &Path, entry: &Map<String, Value>) -> Result<Saved, NotSaved> {
    let by = entry.get("by").and_then(Value::as_str).unwrap_or_default();
    Saver::new(case, by)?.save(entry)
}

impl From<NotSaved> for NotDone {
    fn from(why: NotSaved) -> Self {
        Self::new(format!("NOT SAVED: {why}"), why.help())
    }
}
