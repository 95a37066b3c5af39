use crate::case::{Case, Input, InputRole, Problem, read};
use std::path::{Path, PathBuf};
#[derive(Debug)]
pub struct Opened {
    pub root: PathBuf,
    pub case: Case,
    pub problems: Vec<Problem>,
}
#[derive(Debug)]
pub struct CannotOpen(pub String);
pub fn open_case(path: &Path) -> Result<Opened, CannotOpen> {
    let root = if path.is_dir() {
        path.to_owned()
    } else {
        path.parent().unwrap().to_owned()
    };
    if !root.join("case.yaml").is_file() {
        return Err(CannotOpen(format!(
            "`{}` is no case: it has no case.yaml",
            path.display()
        )));
    }
    let mut inputs = vec![];
    for e in std::fs::read_dir(&root).unwrap() {
        let e = e.unwrap();
        let name = e.file_name().into_string().unwrap();
        let role = match name.as_str() {
            "case.yaml" => InputRole::Case,
            "private.yaml" => InputRole::Private,
            "policy.yaml" => InputRole::Policy,
            "draft.md" => InputRole::Draft,
            n if n.ends_with(".yaml") => InputRole::More,
            _ => continue,
        };
        inputs.push(Input {
            path: name,
            bytes: std::fs::read(e.path()).unwrap(),
            role,
        });
    }
    let folder = root
        .canonicalize()
        .unwrap()
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let (case, problems) = read(&folder, inputs);
    Ok(Opened {
        root,
        case,
        problems,
    })
}
pub fn open_any(path: &Path) -> Result<Vec<Opened>, CannotOpen> {
    if path.is_dir() && !path.join("case.yaml").exists() {
        let mut all: Vec<_> = std::fs::read_dir(path)
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.join("case.yaml").is_file())
            .collect();
        all.sort();
        if all.is_empty() {
            return Err(CannotOpen(format!(
                "`{}` is no case: it has no case.yaml",
                path.display()
            )));
        }
        return all.iter().map(|p| open_case(p)).collect();
    }
    Ok(vec![open_case(path)?])
}
