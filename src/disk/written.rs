//! Writing what a command made to a file its user named: whole or not at all, and never over a file of the case.

use super::NotDone;
use super::replace::{folder, replace};
use crate::case::Case;
use std::path::{Path, PathBuf};

/// Writes a text to a file; one that is there is replaced. `root` is the folder of the case it tells of.
///
/// # Errors
/// If the file belongs to the case, is not a regular file, or cannot be written.
pub fn write(path: &Path, text: &str, root: &Path, case: &Case) -> Result<(), NotDone> {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(|| {
            NotDone::new(
                format!("`{}` cannot be the name of a file", path.display()),
                "name the file to write, such as report.html",
            )
        })?;
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    if belongs(&parent.join(name), root, case) {
        return Err(NotDone::new(
            format!(
                "{} belongs to the case and is not written over",
                path.display()
            ),
            "choose another name for the file",
        ));
    }
    let dir = folder(parent)?;
    let before = match dir.symlink_metadata(name) {
        Ok(found) if found.is_file() => dir.read(name).map(Some),
        // A link or a special file is refused below, unread.
        Ok(_) => Ok(Some(vec![])),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    let before = before.map_err(|error| {
        NotDone::new(
            format!("{} cannot be replaced: {error}", path.display()),
            "check that you may write to it, or choose another name",
        )
    })?;
    replace(&dir, name, before.as_deref(), text.as_bytes())
}

/// True if a path is one of the files of a case, or one that casefile may read as such.
fn belongs(path: &Path, root: &Path, case: &Case) -> bool {
    let (Some(path), Some(root)) = (real(path), real(root)) else {
        return false;
    };
    let Ok(inside) = path.strip_prefix(&root) else {
        return false;
    };
    let is_yaml = inside
        .extension()
        .is_some_and(|ext| ext.eq_ignore_ascii_case("yaml"));
    let is_log = inside.starts_with("checks") || inside.starts_with("sources");
    let files = case.files.iter().map(|file| file.path.as_str());
    let texts = case
        .holdings
        .values()
        .filter_map(|holding| holding.path.as_deref());
    is_yaml || is_log || files.chain(texts).any(|file| Path::new(file) == inside)
}

/// A path without links, also where the file itself is not there yet.
fn real(path: &Path) -> Option<PathBuf> {
    if let Ok(real) = path.canonicalize() {
        return Some(real);
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(parent.join(path.file_name()?))
}
