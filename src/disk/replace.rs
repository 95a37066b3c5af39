//! Writing a file of a case so that either the old or the new one is there, whatever happens: write beside, sync, rename, sync.

use super::NotDone;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, Metadata, MetadataExt, OpenOptions};
#[cfg(unix)]
use cap_std::fs::{OpenOptionsExt, PermissionsExt};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

/// Opens a case's folder; what is opened through it stays beneath it.
///
/// # Errors
/// If it is not there or may not be opened.
pub fn folder(root: &Path) -> Result<Dir, NotDone> {
    Dir::open_ambient_dir(root, ambient_authority()).map_err(|error| {
        NotDone::new(
            format!("the folder {} cannot be opened: {error}", root.display()),
            "check that it is there and that you may read it",
        )
    })
}

/// A new file written and synced beside the one it will replace.
pub struct Prepared<'a> {
    dir: &'a Dir,
    path: String,
    beside: String,
    /// The file that is replaced, as it was when it was compared.
    before: Option<State>,
    renamed: bool,
}

/// Which file it is, its length, and seconds and nanoseconds of its last change.
type State = (u64, u64, i64, i64);

/// Writes `after` beside the file at `path`. `before` is what the file must still hold; none for a file that must not be there.
///
/// # Errors
/// If the file is no longer what it was, is not a regular file, or nothing can be written beside it.
pub fn prepare<'a>(
    dir: &'a Dir,
    path: &str,
    before: Option<&[u8]>,
    after: &[u8],
) -> Result<Prepared<'a>, NotDone> {
    let (mode, before) = as_it_was(dir, path, before)?;
    let beside = free_name(path);
    let prepared = Prepared {
        dir,
        path: path.to_owned(),
        beside,
        before,
        renamed: false,
    };
    let write = || -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(mode);
        let mut file = dir.open_with(&prepared.beside, &options)?;
        file.write_all(after)?;
        // The mode at creation is cut by the umask; a file that replaces another keeps that one's.
        #[cfg(unix)]
        file.set_permissions(cap_std::fs::Permissions::from_mode(mode))?;
        file.sync_all()
    };
    write().map_err(|error| cannot_write(path, &error))?;
    Ok(prepared)
}

impl Prepared<'_> {
    /// Puts the new file in the old one's place.
    ///
    /// # Errors
    /// If the old one was changed meanwhile, if it cannot be renamed, or if the folder cannot be synced.
    pub fn commit(mut self) -> Result<(), NotDone> {
        // Other files were made ready in between, and an editor that saved meanwhile must lose nothing.
        let now = self.dir.symlink_metadata(&self.path).ok();
        if now.as_ref().map(state) != self.before {
            return Err(changed(&self.path));
        }
        let rename = self.dir.rename(&self.beside, self.dir, &self.path);
        rename.map_err(|error| cannot_write(&self.path, &error))?;
        self.renamed = true;
        sync(self.dir, &self.path).map_err(|error| {
            let path = &self.path;
            NotDone::new(
                format!("{path} was written, but the disk does not say that it is safe: {error}"),
                "check the disk, then the file",
            )
        })
    }
}

impl Drop for Prepared<'_> {
    fn drop(&mut self) {
        if !self.renamed {
            // A file left behind would only puzzle people; if it cannot be removed, its name says whose it is.
            let _ = self.dir.remove_file(&self.beside);
        }
    }
}

/// Replaces one file.
///
/// # Errors
/// As [`prepare`] and [`Prepared::commit`].
pub fn replace(dir: &Dir, path: &str, before: Option<&[u8]>, after: &[u8]) -> Result<(), NotDone> {
    prepare(dir, path, before, after)?.commit()
}

fn state(file: &Metadata) -> State {
    (file.ino(), file.len(), file.ctime(), file.ctime_nsec())
}

/// Makes sure that the file is what it was when it was read, and gives its mode and its state.
fn as_it_was(
    dir: &Dir,
    path: &str,
    before: Option<&[u8]>,
) -> Result<(u32, Option<State>), NotDone> {
    let found = match dir.symlink_metadata(path) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(cannot_write(path, &error)),
    };
    let (found, before) = match (found, before) {
        (None, None) => return Ok((0o600, None)),
        (Some(found), Some(before)) => (found, before),
        (Some(_), None) => {
            return Err(NotDone::new(
                format!("{path} is there already"),
                "nothing is overwritten; move it away first",
            ));
        }
        (None, Some(_)) => return Err(changed(path)),
    };
    if found.is_dir() {
        return Err(NotDone::new(
            format!("{path} is a folder"),
            "give the path of a file, perhaps of one in it",
        ));
    }
    if !found.is_file() {
        return Err(NotDone::new(
            format!("{path} is a link or a special file, which casefile does not write through"),
            "put the file itself in its place",
        ));
    }
    let mut now = vec![];
    let read = dir
        .open(path)
        .and_then(|mut file| file.read_to_end(&mut now));
    read.map_err(|error| cannot_write(path, &error))?;
    if now != before {
        return Err(changed(path));
    }
    #[cfg(unix)]
    let mode = found.permissions().mode() & 0o777;
    #[cfg(not(unix))]
    let mode = 0o600;
    Ok((mode, Some(state(&found))))
}

fn changed(path: &str) -> NotDone {
    NotDone::new(
        format!("{path} was changed by somebody else just now; nothing was written"),
        "run it again",
    )
}

fn cannot_write(path: &str, error: &io::Error) -> NotDone {
    NotDone::new(
        format!("{path} cannot be written: {error}"),
        "check that you may write to the folder and that the disk has room",
    )
}

/// A name beside a path that nobody else uses: hidden, with this process and a count.
fn free_name(path: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!(
        "{folder}{slash}.{name}.casefile-{}-{count}",
        std::process::id()
    )
}

/// Syncs the folder a path is in, so that the rename survives a power cut.
fn sync(dir: &Dir, path: &str) -> io::Result<()> {
    // The handle of a `Dir` may only be good for looking things up, so the folder is opened to be read.
    let folder = path.rsplit_once('/').map_or(".", |(folder, _)| folder);
    dir.open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::{folder, prepare, replace};

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside() {
        let place = tempfile::tempdir().unwrap();
        let dir = folder(place.path()).unwrap();
        replace(&dir, "a.yaml", None, b"one").unwrap();
        replace(&dir, "a.yaml", Some(b"one"), b"two").unwrap();
        assert_eq!(dir.read("a.yaml").unwrap(), b"two");
        drop(prepare(&dir, "a.yaml", Some(b"two"), b"three").unwrap());
        assert_eq!(dir.read("a.yaml").unwrap(), b"two");
        assert_eq!(dir.entries().unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_changed_meanwhile_or_is_there_already_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let dir = folder(place.path()).unwrap();
        dir.write("a.yaml", "mine").unwrap();
        assert!(replace(&dir, "a.yaml", Some(b"read"), b"new").is_err());
        assert!(replace(&dir, "a.yaml", None, b"new").is_err());
        assert!(replace(&dir, "gone.yaml", Some(b"read"), b"new").is_err());
        assert_eq!(dir.read("a.yaml").unwrap(), b"mine");
    }

    #[test]
    fn what_an_editor_saves_while_another_file_is_made_ready_is_not_lost() {
        let place = tempfile::tempdir().unwrap();
        let dir = folder(place.path()).unwrap();
        dir.write("a.yaml", "read").unwrap();
        let (old, new) = (
            prepare(&dir, "a.yaml", Some(b"read"), b"new").unwrap(),
            prepare(&dir, "b.yaml", None, b"new").unwrap(),
        );
        dir.write("a.yaml", "saved by hand").unwrap();
        dir.write("b.yaml", "begun by hand").unwrap();
        assert!(old.commit().is_err() && new.commit().is_err());
        assert_eq!(dir.read("a.yaml").unwrap(), b"saved by hand");
        assert_eq!(dir.read("b.yaml").unwrap(), b"begun by hand");
        assert_eq!(dir.entries().unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn modes_are_kept_links_are_refused_and_new_files_are_private() {
        use cap_std::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let dir = folder(place.path()).unwrap();
        let mode = |path| dir.metadata(path).unwrap().permissions().mode() & 0o777;
        replace(&dir, "new.yaml", None, b"one").unwrap();
        assert_eq!(mode("new.yaml"), 0o600);
        dir.set_permissions("new.yaml", cap_std::fs::Permissions::from_mode(0o644))
            .unwrap();
        replace(&dir, "new.yaml", Some(b"one"), b"two").unwrap();
        assert_eq!(mode("new.yaml"), 0o644);
        dir.symlink("new.yaml", "link.yaml").unwrap();
        assert!(replace(&dir, "link.yaml", Some(b"two"), b"three").is_err());
    }
}
