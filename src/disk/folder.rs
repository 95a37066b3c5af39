//! Which files of a folder are read as the case's own.

use super::beneath::{self, MOST_TEXT, Refused};
use crate::case::{Case, Code, FileIx, Input, InputRole, Problem, Severity};
use cap_std::fs::Dir;
use std::path::Path;

/// The files of a case, read.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// What was read; a file that was refused is listed without bytes, so that its problem has a place.
    pub(super) inputs: Vec<Input>,
    /// Files that were refused, with why.
    refused: Vec<(String, Refused)>,
    /// The draft that is named and was refused or is not there.
    no_draft: Option<(String, Refused)>,
    /// Names that look like part of the case and are not read.
    left: Vec<String>,
    /// Names of `private.yaml` in other letters: read as records their words would be shown.
    misnamed: Vec<String>,
}

/// Reads the case's own files: `case.yaml`, the other YAML files in name order, the draft.
///
/// # Errors
/// If the system does not tell what is in the folder: a file that is missing could not be told from one that is not shown.
pub(super) fn files(dir: &Dir) -> std::io::Result<Files> {
    let mut files = Files::default();
    for (name, role) in names(dir, &mut files.left, &mut files.misnamed)? {
        let bytes = beneath::read(dir, &name, MOST_TEXT).unwrap_or_else(|why| {
            files.refused.push((name.clone(), why));
            vec![]
        });
        files.inputs.push(Input {
            path: name,
            bytes,
            role,
        });
    }
    let path = draft_path(&files.inputs).unwrap_or_else(|| "draft.md".to_owned());
    let read = if beneath::is_private(&path) {
        Err(Refused::Private)
    } else {
        beneath::read(dir, &path, MOST_TEXT)
    };
    match read {
        Ok(bytes) => files.inputs.push(Input {
            path,
            bytes,
            role: InputRole::Draft,
        }),
        // The usual name may stand there before the draft does.
        Err(Refused::Missing) if path == "draft.md" => {}
        Err(why) => files.no_draft = Some((path, why)),
    }
    Ok(files)
}

fn names(
    dir: &Dir,
    left: &mut Vec<String>,
    misnamed: &mut Vec<String>,
) -> std::io::Result<Vec<(String, InputRole)>> {
    let mut found = vec![];
    for entry in dir.entries()? {
        let name = match entry?.file_name().into_string() {
            Ok(name) => name,
            Err(name) => {
                let shown = name.to_string_lossy().into_owned();
                left.extend(shown.ends_with(".yaml").then_some(shown));
                continue;
            }
        };
        if name.starts_with('.') {
            continue;
        }
        let ending = Path::new(&name).extension().and_then(|e| e.to_str());
        if beneath::is_private(&name) && name != "private.yaml" {
            misnamed.push(name);
            continue;
        }
        let role = match (name.as_str(), ending) {
            ("case.yaml", _) => InputRole::Case,
            ("policy.yaml", _) => InputRole::Policy,
            ("private.yaml", _) => InputRole::Private,
            (_, Some("yaml")) => InputRole::More,
            (_, Some(other)) if is_like_yaml(other) => {
                left.push(name);
                continue;
            }
            _ => continue,
        };
        found.push((name, role));
    }
    found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    left.sort();
    Ok(found)
}

fn is_like_yaml(ending: &str) -> bool {
    ending.eq_ignore_ascii_case("yml") || ending.eq_ignore_ascii_case("yaml")
}

/// The path that `draft:` gives at the margin of `case.yaml`; none if it gives none, or one still to come.
fn draft_path(inputs: &[Input]) -> Option<String> {
    let head = inputs.iter().find(|input| input.role == InputRole::Case)?;
    let text = String::from_utf8_lossy(&head.bytes);
    let value = text.lines().find_map(|line| line.strip_prefix("draft:"))?;
    let value = value.split(" #").next().unwrap_or(value).trim();
    let quoted = value.starts_with(['"', '\'']);
    let path = value.trim_matches(['"', '\'']);
    let open = !quoted && matches!(path, "TK" | "unknown" | "withheld");
    (!path.is_empty() && !path.starts_with('#') && !open).then(|| path.to_owned())
}

impl Files {
    /// Reports what was not read. A file that was refused is not reported as empty as well.
    pub(super) fn tell(self, case: &Case, problems: &mut Vec<Problem>) {
        for (path, why) in self.refused {
            let at = case.files.iter().position(|file| file.path == path);
            let file = FileIx(at.and_then(|at| u32::try_from(at).ok()).unwrap_or(0));
            problems.retain(|p| p.file != file || p.code != Code::EMPTY_FILE);
            problems.push(refused(file, 0, &path, &why));
        }
        if let Some((path, why)) = self.no_draft {
            let at = case.head.draft.at().unwrap_or(0);
            problems.push(refused(FileIx(0), at as usize, &path, &why));
        }
        for name in self.left {
            let message = format!("{name} is not read: files of a case end in .yaml");
            let help = "rename it so that it ends in .yaml, if it belongs to the case";
            problems.push(not_read(message, help));
        }
        for name in self.misnamed {
            let message =
                format!("{name} is not read: the file with private names is called private.yaml");
            let help = "rename it; spelt like this, Git would not ignore it either";
            problems.push(not_read(message, help));
        }
    }
}

fn not_read(message: String, help: &str) -> Problem {
    Problem {
        code: Code::NOT_READ,
        severity: Severity::Warning,
        file: FileIx(0),
        span: 0..0,
        id: None,
        message,
        help: Some(help.to_owned()),
        also: None,
    }
}

fn refused(file: FileIx, at: usize, path: &str, why: &Refused) -> Problem {
    let help = match why {
        Refused::Missing => "write the draft there, or take the line `draft:` out",
        other => other.help(),
    };
    Problem {
        code: Code::FILE,
        severity: Severity::Error,
        file,
        span: at..at,
        id: None,
        message: format!("{path}: {why}"),
        help: Some(help.to_owned()),
        also: None,
    }
}
