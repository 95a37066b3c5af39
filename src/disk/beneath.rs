//! Files of a case, opened beneath its folder and nowhere else.

use cap_std::fs::{Dir, Metadata, MetadataExt, OpenOptions, OpenOptionsExt};
use std::fmt;
use std::io::Read;
use std::path::{Component, Path};

/// The largest source text or draft that is read, in bytes.
pub const MOST_TEXT: u64 = 256 * 1024 * 1024;

/// Why a file was not read.
#[derive(Debug)]
pub enum Refused {
    /// The path leads out of the case's folder.
    Outside,
    /// There is no such file.
    Missing,
    /// A part of the path is a link.
    Link,
    /// It is not a regular file: a folder, a pipe, a device.
    NotAFile,
    /// It has a second name, which may stand outside the case.
    HardLink,
    /// It is larger than the limit, in bytes.
    TooLarge(u64),
    /// It holds what is private and is never read as a text.
    Private,
    /// The system refused.
    Failed(std::io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => f.write_str("the path leads out of the case's folder"),
            Self::Missing => f.write_str("there is no such file"),
            Self::Link => f.write_str("the path goes through a link; links are not followed"),
            Self::NotAFile => f.write_str("this is not a regular file"),
            Self::HardLink => f.write_str("the file has a second name somewhere (a hard link)"),
            Self::TooLarge(most) => write!(
                f,
                "the file is larger than {} MiB, the most that is read",
                most / 1024 / 1024
            ),
            Self::Private => f.write_str("private.yaml is never read as a text"),
            Self::Failed(why) => write!(f, "the file could not be read: {why}"),
        }
    }
}

impl Refused {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Outside => {
                "copy the file into the case's folder and give its path from there, such as sources/article.txt"
            }
            Self::Missing => {
                "bring the text in with `casefile attach CASE SOURCE FILE`, or write `file: TK`"
            }
            Self::Link => "put the file itself in the place of the link",
            Self::NotAFile => "give the path of a regular file, not of a folder, pipe or device",
            Self::HardLink => {
                "copy the file, delete this one and put the copy in its place, so that it is a file of its own"
            }
            Self::TooLarge(_) => "split the text, or keep only the part that the story stands on",
            Self::Private => "name another file",
            Self::Failed(_) => "check that you may read the file",
        }
    }
}

/// True for the file that holds private names and numbers, wherever it stands and however it is written.
pub fn is_private(path: &str) -> bool {
    let name = Path::new(path).file_name();
    name.is_some_and(|name| name.eq_ignore_ascii_case("private.yaml"))
}

/// Checks that a path written in a case stays inside its folder.
///
/// # Errors
/// If it is absolute, empty, or has a `..` in it.
pub fn inside(path: &str) -> Result<&Path, Refused> {
    let path = Path::new(path);
    let ordinary = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if path.as_os_str().is_empty()
        || !path.components().all(ordinary)
        || path.to_string_lossy().contains(['\\', '\0'])
    {
        return Err(Refused::Outside);
    }
    Ok(path)
}

/// What distinguishes two states of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    inode: u64,
    /// Seconds and nanoseconds of the last change to the file or its name.
    changed: (i64, i64),
}

impl Stamp {
    fn of(meta: &Metadata) -> Self {
        Self {
            length: meta.len(),
            inode: meta.ino(),
            changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }

    /// True if the last change is old enough that another one would show: clocks of file systems tick slowly.
    pub fn is_settled(&self) -> bool {
        let now = super::clock::now().as_second();
        self.changed.0 < now - 2
    }
}

/// The stamp of a file beneath a folder.
///
/// # Errors
/// As for [`read`].
pub fn stamp(dir: &Dir, path: &str) -> Result<Stamp, Refused> {
    let path = inside(path)?;
    no_links(dir, path)?;
    let meta = dir.symlink_metadata(path).map_err(refused)?;
    ordinary(&meta)?;
    Ok(Stamp::of(&meta))
}

/// A file of the case's own: what has a second name outside would bring in what is no part of the case.
fn ordinary(meta: &Metadata) -> Result<(), Refused> {
    if !meta.is_file() {
        return Err(Refused::NotAFile);
    }
    if meta.nlink() > 1 {
        return Err(Refused::HardLink);
    }
    Ok(())
}

/// Reads a file beneath a folder.
///
/// # Errors
/// If the path leads out, goes through a link, is not a regular file, is too large, or cannot be read.
pub fn read(dir: &Dir, path: &str, most: u64) -> Result<Vec<u8>, Refused> {
    read_stamped(dir, path, most).map(|(bytes, _)| bytes)
}

/// Reads a file beneath a folder, with the stamp it had before it was read.
///
/// # Errors
/// As for [`read`].
pub fn read_stamped(dir: &Dir, path: &str, most: u64) -> Result<(Vec<u8>, Stamp), Refused> {
    if stamp(dir, path)?.length > most {
        return Err(Refused::TooLarge(most));
    }
    let mut options = OpenOptions::new();
    // A pipe that was put in the file's place meanwhile must not block us.
    options.read(true).custom_flags(NONBLOCK);
    let file = dir.open_with(inside(path)?, &options).map_err(refused)?;
    let meta = file.metadata().map_err(refused)?;
    ordinary(&meta)?;
    let stamp = Stamp::of(&meta);
    let length = usize::try_from(stamp.length.min(most)).unwrap_or(0);
    let mut bytes = Vec::with_capacity(length);
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.len() as u64 > most {
        return Err(Refused::TooLarge(most));
    }
    Ok((bytes, stamp))
}

/// `O_NONBLOCK` on Linux.
#[cfg(target_os = "linux")]
const NONBLOCK: i32 = 0o4000;
/// `O_NONBLOCK` on BSD and macOS.
#[cfg(all(unix, not(target_os = "linux")))]
const NONBLOCK: i32 = 0x4;

fn no_links(dir: &Dir, path: &Path) -> Result<(), Refused> {
    let mut so_far = std::path::PathBuf::new();
    for part in path.components() {
        so_far.push(part);
        if dir.symlink_metadata(&so_far).map_err(refused)?.is_symlink() {
            return Err(Refused::Link);
        }
    }
    Ok(())
}

fn refused(why: std::io::Error) -> Refused {
    match why.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Refused::Missing,
        _ => Refused::Failed(why),
    }
}
