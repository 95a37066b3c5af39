//! How a line is added to a log so that what was said to be saved is there, whatever happens to the program, the machine
//! or the disk. Written against a small trait, so that the tests can run it on a disk that tears writes and forgets.
//!
//! Open, lock, see that the name still means this file, read back to the last valid line, write once, sync. A line that is
//! torn by a crash stays; the next one begins on a line of its own. Nothing is truncated, rewritten or repaired.

use crate::ruling::chain::{self, End, Last};
use serde_json::{Map, Value};
use std::fmt;
use std::io;

/// The folder a log is in.
pub trait LogFolder {
    /// The log, opened.
    type File: LogFile;

    /// Opens the log, to be read and added to, and makes it if it is not there.
    ///
    /// # Errors
    /// If it must not be written to, or the system refuses.
    fn open(&self) -> Result<Self::File, NotSaved>;

    /// Which file has the log's name now; none if there is none.
    ///
    /// # Errors
    /// If the system does not tell.
    fn named(&self) -> io::Result<Option<Identity>>;

    /// Makes sure that the log's name survives a power cut.
    ///
    /// # Errors
    /// If the disk does not report that it is safe.
    fn sync(&self) -> io::Result<()>;
}

/// An opened log. It is unlocked when it is dropped.
pub trait LogFile {
    /// Waits a few seconds for the lock that others take before they write; false if somebody holds it.
    ///
    /// # Errors
    /// If this disk knows no locks.
    fn lock(&self) -> io::Result<bool>;

    /// Gives the lock back while the file stays open.
    ///
    /// # Errors
    /// If the system refuses.
    fn unlock(&self) -> io::Result<()>;

    /// Which file it is, whatever its name means now.
    ///
    /// # Errors
    /// If the system does not tell.
    fn identity(&self) -> io::Result<Identity>;

    /// How long it is, in bytes.
    ///
    /// # Errors
    /// If the system does not tell.
    fn length(&self) -> io::Result<u64>;

    /// Fills a buffer from a place on.
    ///
    /// # Errors
    /// If it cannot be read, or is shorter than that.
    fn read(&self, from: u64, into: &mut [u8]) -> io::Result<()>;

    /// Writes at the end, in one go, and gives how many bytes were written.
    ///
    /// # Errors
    /// If nothing was written.
    fn write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Makes sure that what was written survives a power cut.
    ///
    /// # Errors
    /// If the disk does not report that it is safe.
    fn sync(&self) -> io::Result<()>;
}

/// Device and number of a file.
pub type Identity = (u64, u64);

/// The most of a log that is read back in search of a valid line, in bytes.
const MOST_READ_BACK: u64 = 256 * 1024 * 1024;
/// What is read back first: some lines.
const FIRST_READ_BACK: u64 = 16 * 1024;
/// How often a log is opened again because its name has changed to another file.
const MOST_OPENED: usize = 10;

/// A line that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Where the log ended before.
    pub after: End,
    /// Where it ends now.
    pub end: End,
}

/// Why a line was not saved.
#[derive(Debug)]
pub enum NotSaved {
    /// The log, or the folder, is not fit to be written to: what is wrong and what to do.
    Unfit {
        /// In one sentence.
        what: String,
        /// What to do next.
        help: String,
    },
    /// Somebody else holds the lock.
    Locked,
    /// The log's name changed to another file again and again.
    Moved,
    /// The log is somebody else's, or the file is not a log.
    Foreign(String),
    /// Only a part was written: how much of how much.
    Short(usize, usize),
    /// The system refused while this was being done.
    Failed(&'static str, io::Error),
    /// It was written, but the disk does not report that it is safe.
    NotSynced(io::Error),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit { what, .. } => f.write_str(what),
            Self::Locked => {
                f.write_str("another program has been writing to the log for five seconds")
            }
            Self::Moved => {
                f.write_str("the log is being replaced by another program again and again")
            }
            Self::Foreign(what) => f.write_str(what),
            Self::Short(some, all) => {
                write!(
                    f,
                    "only {some} of {all} bytes could be written: the disk may be full"
                )
            }
            Self::Failed(doing, why) => write!(f, "{doing}: {why}"),
            Self::NotSynced(why) => {
                write!(f, "the disk does not report that the ruling is safe: {why}")
            }
        }
    }
}

impl NotSaved {
    /// What to do next.
    pub fn help(&self) -> &str {
        match self {
            Self::Unfit { help, .. } => help,
            Self::Locked => {
                "wait a moment and try again; if that does not help, see which other casefile is running"
            }
            Self::Moved => "wait until Git or the synchronising program is done, then try again",
            Self::Foreign(_) => {
                "move that file out of `checks/`, then try again: nothing was written to it"
            }
            Self::Short(..) => {
                "make room on the disk, then try again; nothing that was saved before is touched"
            }
            Self::Failed(..) => {
                "check the disk and your rights to the folder `checks/`, then try again"
            }
            Self::NotSynced(_) => {
                "check the disk, then try again: the ruling counts once, however often it is written"
            }
        }
    }

    /// True if another attempt may succeed at once, without anybody doing anything first.
    pub const fn is_worth_another_try(&self) -> bool {
        match self {
            Self::NotSynced(_) | Self::Short(..) => true,
            Self::Unfit { .. }
            | Self::Locked
            | Self::Moved
            | Self::Foreign(_)
            | Self::Failed(..) => false,
        }
    }
}

/// A log that lines are added to, one after the other.
#[derive(Debug)]
pub struct Appender<D: LogFolder> {
    folder: D,
    /// The file whose name is known to survive a power cut. It stays open so that its number cannot be given to another.
    safe: Option<D::File>,
}

impl<D: LogFolder> Appender<D> {
    /// A log in a folder.
    pub const fn new(folder: D) -> Self {
        Self { folder, safe: None }
    }

    /// The folder of the log.
    pub const fn folder(&self) -> &D {
        &self.folder
    }

    /// Adds an entry and gives where the log ends now. Only then is it saved. After a failure the same entry, with the
    /// same id, may be added again: readers count it once.
    ///
    /// # Errors
    /// If it is not certain that the entry is in the log and survives a power cut.
    pub fn append(&mut self, entry: &Map<String, Value>) -> Result<Appended, NotSaved> {
        for _ in 0..MOST_OPENED {
            let file = self.folder.open()?;
            let lock = file
                .lock()
                .map_err(|why| NotSaved::Failed("the log cannot be locked", why))?;
            if !lock {
                return Err(NotSaved::Locked);
            }
            // While we waited, the name may have been given to another file.
            if !self.is_named(&file)? {
                continue;
            }
            let done = write(&file, entry)?;
            self.make_safe(&file)?;
            // Somebody who takes no lock may have replaced the file meanwhile: then the line must go into the new one as well.
            if self.is_named(&file)? {
                if file.unlock().is_ok() {
                    self.safe = Some(file);
                }
                return Ok(done);
            }
        }
        Err(NotSaved::Moved)
    }

    fn is_named(&self, file: &D::File) -> Result<bool, NotSaved> {
        let same = || Ok(self.folder.named()? == Some(file.identity()?));
        same().map_err(|why| NotSaved::Failed("the log cannot be inspected", why))
    }

    fn make_safe(&mut self, file: &D::File) -> Result<(), NotSaved> {
        file.sync().map_err(NotSaved::NotSynced)?;
        // Another program may have made the file and ended before its name was safe, so everyone syncs the folder once.
        let known = self.safe.as_ref().map(D::File::identity).transpose();
        let own = file.identity();
        if let (Ok(Some(known)), Ok(own)) = (known, own)
            && known == own
        {
            return Ok(());
        }
        self.folder.sync().map_err(NotSaved::NotSynced)
    }
}

/// Writes the line of an entry at the end, in one write.
fn write<F: LogFile>(file: &F, entry: &Map<String, Value>) -> Result<Appended, NotSaved> {
    let (last, torn) = read_back(file)?;
    if let (Some(theirs), Some(own)) = (&last.by, entry.get("by").and_then(Value::as_str))
        && theirs != own
    {
        return Err(NotSaved::Foreign(format!(
            "the log holds rulings by `{theirs}`, not by `{own}`"
        )));
    }
    let line = chain::finished(entry, &last.end);
    let sum = chain::sum_of(&line).to_owned();
    let guard = if torn { "\n" } else { "" };
    let bytes = format!("{guard}{line}\n").into_bytes();
    match file.write(&bytes) {
        Ok(written) if written == bytes.len() => {
            let seq = last.end.seq + 1;
            Ok(Appended {
                after: last.end,
                end: End { seq, sum },
            })
        }
        Ok(written) => Err(NotSaved::Short(written, bytes.len())),
        Err(why) => Err(NotSaved::Failed("the log cannot be written to", why)),
    }
}

/// The last valid line, and whether the log ends in the middle of a line.
fn read_back<F: LogFile>(file: &F) -> Result<(Last, bool), NotSaved> {
    let cannot = |why| NotSaved::Failed("the log cannot be read", why);
    let length = file.length().map_err(cannot)?;
    let mut back = FIRST_READ_BACK;
    loop {
        let part = back.min(length);
        let mut bytes = vec![0; usize::try_from(part).unwrap_or_default()];
        file.read(length - part, &mut bytes).map_err(cannot)?;
        let torn = bytes.last().is_some_and(|byte| *byte != b'\n');
        let whole = part == length;
        if let Some(last) = chain::last(&bytes, whole) {
            return Ok((last, torn));
        }
        if whole && !chain::is_foreign(&bytes) {
            return Ok((Last::default(), torn));
        }
        if whole || back >= MOST_READ_BACK {
            let what = "the file with the log's name is not a log of rulings";
            return Err(NotSaved::Foreign(what.to_owned()));
        }
        back = back.saturating_mul(4);
    }
}
