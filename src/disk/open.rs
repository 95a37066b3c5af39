//! Opens a case: which files belong to it, what they hold, what is held of its sources.

use super::folder::{Files, files};
use super::hold::hold;
use super::kept::Texts;
use crate::case::{Case, Problem, read};
use crate::ruling::Logs;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use std::fmt;
use std::path::{Path, PathBuf};

/// Why a case could not be opened.
#[derive(Debug)]
pub struct CannotOpen {
    /// The path as given.
    pub path: PathBuf,
    /// What is wrong.
    pub why: String,
    /// What to do next.
    pub help: String,
}

impl fmt::Display for CannotOpen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.why)
    }
}

/// A case with its folder.
#[derive(Debug)]
pub struct Opened {
    /// The folder, as given.
    pub root: PathBuf,
    /// The case.
    pub case: Case,
    /// Its faults, in the order of the files.
    pub problems: Vec<Problem>,
    /// What people ruled.
    pub logs: Logs,
}

/// Opens the case in a folder, or the one that a YAML file belongs to.
///
/// # Errors
/// If there is no such path, or no case there.
pub fn open_case(path: &Path) -> Result<Opened, CannotOpen> {
    open_again(path, &mut Texts::default())
}

/// Opens a case of which some texts have been read before; those that have not changed are not read again.
///
/// # Errors
/// As for [`open_case`].
pub fn open_again(path: &Path, texts: &mut Texts) -> Result<Opened, CannotOpen> {
    let cannot = |why: &str, help: &str| CannotOpen {
        path: path.to_owned(),
        why: why.to_owned(),
        help: help.to_owned(),
    };
    let meta =
        std::fs::metadata(path).map_err(|error| cannot(&error.to_string(), "check the path"))?;
    let folder = if meta.is_dir() {
        path.to_owned()
    } else {
        match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        }
    };
    let dir = Dir::open_ambient_dir(&folder, ambient_authority())
        .map_err(|error| cannot(&error.to_string(), "check the path and your rights to it"))?;
    // Whatever stands there under this name; a fault in it is reported as a problem of the case.
    if dir.symlink_metadata("case.yaml").is_err() {
        let help = match other_name(&dir) {
            Some(name) => format!("rename {name} to case.yaml"),
            None => "give the folder of a case, or begin one with `casefile new NAME`".to_owned(),
        };
        return Err(cannot("this is not a case: it has no case.yaml", &help));
    }
    let files = files(&dir).map_err(|error| {
        let why = format!("the folder cannot be read: {error}");
        cannot(&why, "check that you may read the folder")
    })?;
    Ok(from_folder(&dir, files, folder, texts))
}

/// A file that is `case.yaml` but for its spelling.
fn other_name(dir: &Dir) -> Option<String> {
    let names = dir.entries().ok()?.filter_map(Result::ok);
    names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find(|name| {
            let name = name.to_lowercase();
            name == "case.yml" || name == "case.yaml" || name == "case.yaml.txt"
        })
}

/// Opens every case of a path: the one case it is, or each case in a folder of cases, in name order.
///
/// # Errors
/// If there is no such path, or no case there.
pub fn open_any(path: &Path) -> Result<Vec<Opened>, CannotOpen> {
    let single = match open_case(path) {
        Ok(opened) => return Ok(vec![opened]),
        Err(error) => error,
    };
    let Ok(entries) = std::fs::read_dir(path) else {
        return Err(single);
    };
    let mut folders: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .map(|path| {
            path.strip_prefix("./")
                .map(Path::to_path_buf)
                .unwrap_or(path)
        })
        .filter(|path| path.join("case.yaml").symlink_metadata().is_ok())
        .collect();
    folders.sort();
    if folders.is_empty() {
        return Err(single);
    }
    folders.iter().map(|folder| open_case(folder)).collect()
}

fn from_folder(dir: &Dir, mut files: Files, path: PathBuf, texts: &mut Texts) -> Opened {
    let name = path.canonicalize().ok();
    let name = name
        .as_deref()
        .and_then(Path::file_name)
        .map_or("case".into(), |name| name.to_string_lossy().into_owned());
    let (mut case, mut problems) = read(&name, std::mem::take(&mut files.inputs));
    files.tell(&case, &mut problems);
    hold(dir, texts, &mut case, &mut problems);
    crate::case::check_places(&case, &mut problems);
    let logs = super::log::logs(dir, &path, &mut case, &mut problems);
    problems.sort_by_key(|problem| (problem.file, problem.span.start));
    problems.iter_mut().for_each(Problem::shorten);
    Opened {
        root: path,
        case,
        problems,
        logs,
    }
}
