//! What is at a path, before anything there is read.
use std::path::Path;

/// Whether there is anything.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Whether it is a folder that is no case itself.
pub fn is_folder_of_cases(path: &Path) -> bool {
    path.is_dir() && !path.join("case.yaml").exists()
}
