//! What is at a path, before anything there is read.
use std::path::Path;

/// Whether there is anything at all.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Whether it is a folder that is not itself a case.
pub fn is_folder_of_cases(path: &Path) -> bool {
    path.is_dir() && !path.join("case.yaml").exists()
}
