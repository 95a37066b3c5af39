//! What is kept between sessions for the user alone: where the desk of each case was left.

use super::hash::hex;
use etcetera::BaseStrategy;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder where it is kept.
pub(super) fn folder() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    let folder = places.state_dir().unwrap_or_else(|| places.data_dir());
    Some(folder.join("casefile"))
}

/// The file that keeps the state of one case's desk. The folder's path is hashed, so that the state tells nothing of it.
fn file(case: &Path) -> Option<PathBuf> {
    let whole = case.canonicalize().ok()?;
    let name = hex(whole.as_os_str().as_encoded_bytes());
    Some(folder()?.join(format!("{}.json", &name[..32])))
}

/// What was kept for a case; none if nothing was, or it cannot be read.
pub fn recall(case: &Path) -> Option<String> {
    std::fs::read_to_string(file(case)?).ok()
}

/// Keeps something for a case. A failure loses nothing that matters and is not reported.
pub fn remember(case: &Path, text: &str) {
    if let Some(path) = file(case) {
        write(&path, text);
    }
}

/// Writes a file of the state folder, whole or not at all; false if that cannot be done.
pub(super) fn write(path: &Path, text: &str) -> bool {
    let Some(folder) = path.parent() else {
        return false;
    };
    if std::fs::create_dir_all(folder).is_err() {
        return false;
    }
    // A file made by tempfile is the user's alone (0600) from the beginning.
    let Ok(mut beside) = tempfile::NamedTempFile::new_in(folder) else {
        return false;
    };
    beside.write_all(text.as_bytes()).is_ok() && beside.persist(path).is_ok()
}
