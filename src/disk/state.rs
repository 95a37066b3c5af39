//! What is kept between sessions for the user alone: where the desk of each case was left.

use super::hash::hex;
use etcetera::BaseStrategy;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file that keeps the state of one case's desk. The folder's path is hashed, so that the state tells nothing of it.
fn file(case: &Path) -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    let folder = places.state_dir().unwrap_or_else(|| places.data_dir());
    let whole = case.canonicalize().ok()?;
    let name = hex(whole.as_os_str().as_encoded_bytes());
    Some(
        folder
            .join("casefile")
            .join(format!("{}.json", &name[..32])),
    )
}

/// What was kept for a case; none if nothing was, or it cannot be read.
pub fn recall(case: &Path) -> Option<String> {
    std::fs::read_to_string(file(case)?).ok()
}

/// Keeps something for a case. A failure loses nothing that matters and is not told.
pub fn remember(case: &Path, text: &str) {
    let Some(path) = file(case) else { return };
    let Some(folder) = path.parent() else { return };
    if std::fs::create_dir_all(folder).is_err() {
        return;
    }
    // A file made by tempfile is the user's alone (0600) from the beginning.
    if let Ok(mut beside) = tempfile::NamedTempFile::new_in(folder) {
        if beside.write_all(text.as_bytes()).is_ok() {
            let _ = beside.persist(path);
        }
    }
}
