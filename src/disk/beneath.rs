//! Files of a case, opened beneath its folder and nowhere else.

use cap_std::fs::{Dir, OpenOptions, OpenOptionsExt};
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
    /// It is no regular file: a folder, a pipe, a device.
    NotAFile,
    /// It is larger than the limit, in bytes.
    TooLarge(u64),
    /// The system said no.
    Failed(std::io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => f.write_str("the path leads out of the case's folder"),
            Self::Missing => f.write_str("there is no such file"),
            Self::Link => f.write_str("the path goes through a link; links are not followed"),
            Self::NotAFile => f.write_str("this is no regular file"),
            Self::TooLarge(most) => write!(
                f,
                "the file is larger than {} MiB, the most that is read",
                most / 1024 / 1024
            ),
            Self::Failed(why) => write!(f, "the file could not be read: {why}"),
        }
    }
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

/// Reads a file beneath a folder.
///
/// # Errors
/// If the path leads out, goes through a link, is no regular file, is too large, or cannot be read.
pub fn read(dir: &Dir, path: &str, most: u64) -> Result<Vec<u8>, Refused> {
    let path = inside(path)?;
    no_links(dir, path)?;
    let meta = dir.symlink_metadata(path).map_err(refused)?;
    if !meta.is_file() {
        return Err(Refused::NotAFile);
    }
    if meta.len() > most {
        return Err(Refused::TooLarge(most));
    }
    let mut options = OpenOptions::new();
    // A pipe put in the file's place meanwhile must not hold us up.
    options.read(true).custom_flags(NONBLOCK);
    let file = dir.open_with(path, &options).map_err(refused)?;
    if !file.metadata().map_err(refused)?.is_file() {
        return Err(Refused::NotAFile);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.len() as u64 > most {
        return Err(Refused::TooLarge(most));
    }
    Ok(bytes)
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
