//! The folder `checks/` of a case on the real disk, and one log in it. Nothing here follows a link.

use super::append::{Identity, LogFile, LogFolder, NotSaved};
use super::name::FOLDER;
use rustix::fs::{AtFlags, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for the lock.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait between two tries.
const PAUSE: Duration = Duration::from_millis(10);
/// How much of a log is looked at for its first line, in bytes.
const HEAD: usize = 256 * 1024;

/// One log's place.
#[derive(Debug)]
pub struct Checks {
    case: File,
    folder: File,
    /// The file's name in the folder.
    name: String,
}

impl Checks {
    /// The place of a log in a case's folder; `checks/` is made if it is not there.
    ///
    /// # Errors
    /// If it is a link, is not a folder, or cannot be written to.
    pub fn at(case: &Path, name: String) -> Result<Self, NotSaved> {
        let cannot = |what: &'static str| move |why: io::Error| NotSaved::Failed(what, why);
        let case = File::open(case).map_err(cannot("the case's folder cannot be opened"))?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let open = || rustix::fs::openat(&case, FOLDER, flags, Mode::empty());
        let folder = match open() {
            Err(Errno::NOENT) => match rustix::fs::mkdirat(&case, FOLDER, Mode::RWXU) {
                Ok(()) | Err(Errno::EXIST) => open(),
                Err(why) => Err(why),
            },
            other => other,
        };
        let folder = folder.map_err(|why| match why {
            Errno::NOTDIR | Errno::LOOP => NotSaved::Unfit {
                what: format!("`{FOLDER}` is a link, or not a folder"),
                help: "put a folder of that name in its place; links are not followed".to_owned(),
            },
            other => NotSaved::Failed("the folder `checks/` cannot be opened", other.into()),
        })?;
        let folder = File::from(folder);
        Ok(Self { case, folder, name })
    }

    /// The log's file name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The log as people name it.
    pub fn path(&self) -> String {
        format!("{FOLDER}/{}", self.name)
    }

    /// The first part of the log.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn head(&self) -> Result<Vec<u8>, NotSaved> {
        let log = self.open()?;
        let mut bytes = vec![0; HEAD];
        let read = log.file.read_at(&mut bytes, 0);
        let read = read.map_err(|why| NotSaved::Failed("the log cannot be read", why))?;
        bytes.truncate(read);
        Ok(bytes)
    }

    fn unfit(&self, what: &str, help: &str) -> NotSaved {
        let path = self.path();
        NotSaved::Unfit {
            what: format!("{path} {what}"),
            help: help.replace("LOG", &path),
        }
    }

    /// Refuses anything but a plain file that belongs to the user, has one name, and cannot be written to by others.
    fn fit(&self, stat: &Stat) -> Result<(), NotSaved> {
        let mode = Mode::from_raw_mode(stat.st_mode);
        if !FileType::from_raw_mode(stat.st_mode).is_file() {
            return Err(self.unfit(
                "is a link or a special file, and rulings are written to plain files only",
                "move it away: a new log is begun",
            ));
        }
        if stat.st_nlink != 1 {
            return Err(self.unfit(
                "has a second name somewhere (a hard link), so that writing to it would change another file",
                "make it a file of its own, in the case's folder: `cp LOG LOG.new && mv LOG.new LOG`",
            ));
        }
        if stat.st_uid != rustix::process::geteuid().as_raw() {
            return Err(self.unfit(
                "belongs to another user",
                "rule under your own name, or let its owner rule",
            ));
        }
        if mode.intersects(Mode::WGRP | Mode::WOTH) {
            return Err(self.unfit(
                "can be written to by other users",
                "in the case's folder, `chmod go-w LOG`",
            ));
        }
        Ok(())
    }
}

impl LogFolder for Checks {
    type File = Log;

    fn open(&self) -> Result<Log, NotSaved> {
        // A pipe must not block us.
        let flags = OFlags::RDWR | OFlags::APPEND | OFlags::CREATE | OFlags::NOFOLLOW;
        let flags = flags | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let mode = Mode::RUSR | Mode::WUSR;
        let file = rustix::fs::openat(&self.folder, &self.name, flags, mode);
        let file = file.map_err(|why| match why {
            Errno::LOOP => self.unfit("is a link", "move it away: links are not followed"),
            Errno::ISDIR => self.unfit("is a folder", "move it away: a new log is begun"),
            Errno::NXIO => self.unfit("is not a plain file", "move it away: a new log is begun"),
            other => NotSaved::Failed("the log cannot be opened", other.into()),
        })?;
        let looked = |why: Errno| NotSaved::Failed("the log cannot be inspected", why.into());
        self.fit(&rustix::fs::fstat(&file).map_err(looked)?)?;
        Ok(Log { file: file.into() })
    }

    fn named(&self) -> io::Result<Option<Identity>> {
        match rustix::fs::statat(&self.folder, &self.name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(identity(&stat))),
            Err(Errno::NOENT) => Ok(None),
            Err(why) => Err(why.into()),
        }
    }

    fn sync(&self) -> io::Result<()> {
        self.folder.sync_all()?;
        self.case.sync_all()
    }
}

/// A log, opened.
#[derive(Debug)]
pub struct Log {
    file: File,
}

// The widths of device and file numbers differ between systems.
#[allow(
    clippy::useless_conversion,
    clippy::cast_sign_loss,
    clippy::unnecessary_cast
)]
fn identity(stat: &Stat) -> Identity {
    (stat.st_dev as u64, stat.st_ino as u64)
}

impl LogFile for Log {
    fn lock(&self) -> io::Result<bool> {
        let begun = Instant::now();
        loop {
            match self.file.try_lock() {
                Ok(()) => return Ok(true),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => return Ok(false),
                Err(TryLockError::Error(why)) => return Err(why),
            }
        }
    }

    fn unlock(&self) -> io::Result<()> {
        self.file.unlock()
    }

    fn identity(&self) -> io::Result<Identity> {
        Ok(identity(&rustix::fs::fstat(&self.file)?))
    }

    fn length(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn read(&self, from: u64, into: &mut [u8]) -> io::Result<()> {
        self.file.read_exact_at(into, from)
    }

    fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        (&self.file).write(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }
}
