//! Reads the case again on a thread of its own, so that a big one never holds up the keys.
//!
//! What was read waits here until the desk has taken it: what the desk asks for meanwhile is about the case that it shows.

use crate::case::File;
use crate::disk::{CannotOpen, Texts, open_again};
use crate::ruling::Assessment;
use crate::search::Search;
use crate::tui::desk::{Msg, Open};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was computed of the case and of which reading, kept for what has not changed.
pub type Assessed = Arc<Mutex<(u64, Arc<Assessment>)>>;

/// Why the case is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The user wants it, or changed something.
    Asked,
    /// A file was touched. Where that changed nothing, nothing is said.
    Touched,
    /// Something was saved: nothing needs to be said of it.
    Saved,
}

/// Reads one case again and again.
#[derive(Clone, Debug)]
pub struct Reader {
    folder: PathBuf,
    assessed: Assessed,
    shared: Arc<Mutex<Shared>>,
    /// Set once another case lies on the desk.
    closed: Arc<AtomicBool>,
}

#[derive(Debug)]
struct Shared {
    /// The texts of the sources, read again only when they change.
    texts: Texts,
    /// The case as it was read last.
    last: Open,
    search: Search,
    /// What the desk has not taken yet, the oldest first.
    waiting: Vec<(Open, Search)>,
}

impl Reader {
    /// A reader of a case that was read once.
    pub fn new(folder: PathBuf, open: &Open, search: Search, assessed: Assessed) -> Self {
        let shared = Shared {
            texts: Texts::default(),
            last: open.clone(),
            search,
            waiting: vec![],
        };
        Self {
            folder,
            assessed,
            shared: Arc::new(Mutex::new(shared)),
            closed: Arc::default(),
        }
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the case, one reading after the other, and hands on what is to be told to the desk, if anything.
    pub fn read(&self, why: Why, tell: impl FnOnce(Msg)) {
        let mut shared = self.shared();
        let open = match open_again(&self.folder, &mut shared.texts) {
            Ok(opened) => Open::new(opened.case, opened.problems, opened.logs),
            Err(error) => return tell(unreadable(&error)),
        };
        if self.closed.load(Ordering::SeqCst) || why == Why::Touched && same(&shared.last, &open) {
            return;
        }
        let msg = match why {
            Why::Saved => Msg::Renewed(open.clone(), self.still_known(&shared.last, &open)),
            Why::Asked | Why::Touched => Msg::Reread(open.clone()),
        };
        index(&mut shared.search, &open);
        shared.last = open.clone();
        let search = shared.search.clone();
        shared.waiting.push((open, search));
        // Told while nobody else can read, so that readings come in their order.
        tell(msg);
    }

    /// Another case lies on the desk: what is still being read of this one is told to nobody.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
    }

    /// What was computed before, where only the logs are others now.
    fn still_known(&self, last: &Open, open: &Open) -> Option<Arc<Assessment>> {
        let kept = self.assessed.lock();
        let (reading, known) = kept.map(|kept| (kept.0, Arc::clone(&kept.1))).ok()?;
        if reading != last.reading || !same_case(last, open) {
            return None;
        }
        let known = Arc::new(known.with_logs(&open.case, &open.logs));
        if let Ok(mut kept) = self.assessed.lock() {
            *kept = (open.reading, Arc::clone(&known));
        }
        Some(known)
    }

    /// The reading that the desk has taken, with a search of it.
    pub fn taken(&self, reading: u64) -> Option<(Open, Search)> {
        let mut shared = self.shared();
        let at = shared
            .waiting
            .iter()
            .position(|(open, _)| open.reading == reading)?;
        shared.waiting.drain(..=at).next_back()
    }
}

/// Makes a case ready to be searched.
pub fn index(search: &mut Search, open: &Open) {
    search.read(0, &open.case);
    let states = open.assessed.standings.states().into_iter();
    search.set_states(states.map(|(node, standing)| (0, node, standing.word().to_owned())));
}

fn unreadable(error: &CannotOpen) -> Msg {
    Msg::Unreadable(format!(
        "the case could not be read again, what you see is as it was: {}",
        error.why
    ))
}

/// True if two readings of a case found the same files, the same texts, the same rulings and the same faults.
fn same(old: &Open, new: &Open) -> bool {
    same_case(old, new) && old.logs.is_same(&new.logs) && old.faults == new.faults
}

/// True if two readings found the same case, whatever people ruled on it.
fn same_case(old: &Open, new: &Open) -> bool {
    let is_log = |file: &&File| file.path.starts_with("checks/");
    let (was, now) = (&old.case, &new.case);
    let before = was.files.iter().filter(|file| !is_log(file));
    let after = now.files.iter().filter(|file| !is_log(file));
    let files = before.map(|file| (&file.path, &file.bytes));
    let files = files.eq(after.map(|file| (&file.path, &file.bytes)));
    let held = was.holdings.iter().all(|(ix, before)| {
        now.holdings.get(ix).is_some_and(|now| {
            now.held == before.held
                && (Arc::ptr_eq(&now.text, &before.text) || now.text == before.text)
        })
    });
    files && held && was.holdings.len() == now.holdings.len()
}

#[cfg(test)]
mod tests {
    use super::{Assessed, Reader, Why};
    use crate::disk::open_case;
    use crate::search::Search;
    use crate::tui::desk::{Msg, Open};

    const CASE: &str = "format: casefile/1\ncase: small\nclaims:\n  c-one: {says: Nobody came.}\n";

    fn told(reader: &Reader, why: Why) -> Option<Msg> {
        let mut told = None;
        reader.read(why, |msg| told = Some(msg));
        told
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn what_is_read_waits_until_the_desk_has_taken_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        std::fs::write(path.join("case.yaml"), CASE).unwrap();
        let opened = open_case(&path).unwrap();
        let open = Open::new(opened.case, opened.problems, opened.logs);
        let reader = Reader::new(path.clone(), &open, Search::default(), Assessed::default());
        // Touched and yet the same: nothing is told.
        assert!(told(&reader, Why::Touched).is_none());
        std::fs::write(path.join("case.yaml"), CASE.replace("Nobody", "Somebody")).unwrap();
        let Some(Msg::Reread(first)) = told(&reader, Why::Touched) else {
            panic!()
        };
        let Some(Msg::Renewed(second, _)) = told(&reader, Why::Saved) else {
            panic!()
        };
        assert!(reader.taken(open.reading).is_none());
        // Readings passed over are not kept.
        assert_eq!(
            reader.taken(second.reading).map(|(open, _)| open.reading),
            Some(second.reading)
        );
        assert!(reader.taken(first.reading).is_none());
        reader.close();
        assert!(told(&reader, Why::Asked).is_none());
    }
}
