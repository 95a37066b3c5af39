//! Opens a case: which files belong to it, what they hold, what is held of its sources.

use super::beneath::{self, MOST_TEXT, Refused};
use super::decode::decode;
use crate::case::records::Source;
use crate::case::{
    Body, Case, Code, Held, Holding, Input, InputRole, Kind, ParagraphRule, Problem, RecordIx,
    Severity, Sp, read,
};
use crate::text::Places;
use crate::text::paragraphs::Rule;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use sha2::{Digest, Sha256};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A refused or missing file that a record names.
pub const FILE: Code = Code(510);
/// A file whose hash is not the recorded one.
pub const CHANGED: Code = Code(511);
/// A file without a recorded hash.
pub const NO_HASH: Code = Code(512);
/// A file that is no text.
pub const NO_TEXT: Code = Code(513);
/// A text with a recorded hash that is not here.
pub const ABSENT: Code = Code(514);

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
}

/// Opens the case in a folder, or the one that a YAML file belongs to.
///
/// # Errors
/// If there is no such path, or no case there.
pub fn open_case(path: &Path) -> Result<Opened, CannotOpen> {
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
    if !dir
        .symlink_metadata("case.yaml")
        .is_ok_and(|meta| meta.is_file())
    {
        return Err(cannot(
            "this is no case: it has no case.yaml",
            "give the folder of a case, or begin one with `casefile new NAME`",
        ));
    }
    Ok(from_folder(&dir, folder))
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
        .filter(|path| path.join("case.yaml").is_file())
        .collect();
    folders.sort();
    if folders.is_empty() {
        return Err(single);
    }
    folders.iter().map(|folder| open_case(folder)).collect()
}

fn from_folder(dir: &Dir, path: PathBuf) -> Opened {
    let mut inputs = vec![];
    let mut refusals = vec![];
    for (name, role) in files(dir) {
        match beneath::read(dir, &name, MOST_TEXT) {
            Ok(bytes) => inputs.push(Input {
                path: name,
                bytes,
                role,
            }),
            Err(why) => {
                refusals.push((name.clone(), why));
                let bytes = vec![];
                inputs.push(Input {
                    path: name,
                    bytes,
                    role,
                });
            }
        }
    }
    let draft = draft_path(&inputs);
    match beneath::read(dir, &draft, MOST_TEXT) {
        Ok(bytes) => inputs.push(Input {
            path: draft,
            bytes,
            role: InputRole::Draft,
        }),
        Err(Refused::Missing) if draft == "draft.md" => {}
        Err(why) => refusals.push((draft, why)),
    }
    let name = path.canonicalize().ok();
    let name = name
        .as_deref()
        .and_then(Path::file_name)
        .map_or("case".into(), |name| name.to_string_lossy().into_owned());
    let (mut case, mut problems) = read(&name, inputs);
    for (path, why) in refusals {
        let file = case
            .files
            .iter()
            .position(|file| file.path == path)
            .unwrap_or(0);
        let file = crate::case::FileIx(u32::try_from(file).unwrap_or(0));
        problems.push(Problem {
            code: FILE,
            severity: Severity::Error,
            file,
            span: 0..0,
            id: None,
            message: format!("{path}: {why}"),
            help: Some("put a regular file there, or take its name out of the case".to_owned()),
            also: None,
        });
    }
    hold(dir, &mut case, &mut problems);
    crate::case::check_places(&case, &mut problems);
    problems.sort_by_key(|problem| (problem.file, problem.span.start));
    Opened {
        root: path,
        case,
        problems,
    }
}

/// The YAML files of a case: `case.yaml`, the other ones in name order, policy and private ones.
fn files(dir: &Dir) -> Vec<(String, InputRole)> {
    let mut found = vec![];
    for entry in dir.entries().into_iter().flatten().filter_map(Result::ok) {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let role = match name.as_str() {
            "case.yaml" => InputRole::Case,
            "policy.yaml" => InputRole::Policy,
            "private.yaml" => InputRole::Private,
            other if is_yaml(other) => InputRole::More,
            _ => continue,
        };
        found.push((name, role));
    }
    found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    found
}

/// True for a file that may hold records. Other endings, and capitals in them, are left alone.
fn is_yaml(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "yaml")
        && !name.starts_with('.')
}

/// The draft's path: what `draft:` says at the margin of case.yaml, else `draft.md`.
fn draft_path(inputs: &[Input]) -> String {
    let head = inputs.iter().find(|input| input.role == InputRole::Case);
    let text = head.map_or("".into(), |input| String::from_utf8_lossy(&input.bytes));
    let named = text.lines().find_map(|line| line.strip_prefix("draft:"));
    let named = named.map(|value| {
        value
            .split(" #")
            .next()
            .unwrap_or(value)
            .trim()
            .trim_matches(['"', '\''])
    });
    named
        .filter(|path| !path.is_empty())
        .unwrap_or("draft.md")
        .to_owned()
}

/// Reads what is there of every source's text.
fn hold(dir: &Dir, case: &mut Case, problems: &mut Vec<Problem>) {
    let mut held = vec![];
    for (ix, record) in case.of_kind(Kind::Source) {
        if let Body::Source(source) = &record.body {
            let mut told = vec![];
            let holding = holding(dir, source, &mut told);
            for (code, severity, at, message, help) in told {
                problems.push(Problem {
                    code,
                    severity,
                    file: record.file,
                    span: at as usize..at as usize + 1,
                    id: Some(record.id.value.clone()),
                    message,
                    help: Some(help.to_owned()),
                    also: None,
                });
            }
            held.push((ix, holding));
        }
    }
    case.holdings = held
        .into_iter()
        .filter_map(|(ix, h): (RecordIx, Option<Holding>)| Some((ix, h?)))
        .collect();
}

type Told = (Code, Severity, u32, String, &'static str);

fn holding(dir: &Dir, source: &Source, told: &mut Vec<Told>) -> Option<Holding> {
    if let Some(file) = source.file.given() {
        match beneath::read(dir, &file.value, MOST_TEXT) {
            Ok(bytes) => {
                if let Some(holding) = full(source, file, bytes, told) {
                    return Some(holding);
                }
            }
            Err(Refused::Missing) => missing(source, file, told),
            Err(why) => told.push((
                FILE,
                Severity::Error,
                file.at,
                format!("{}: {why}", file.value),
                "give the path of a regular file inside the case's folder",
            )),
        }
    }
    notes(dir, source, told)
}

fn missing(source: &Source, file: &Sp<String>, told: &mut Vec<Told>) {
    let help = "bring the text in with `casefile attach CASE SOURCE FILE`";
    if source.sha256.get().is_some() {
        let message = format!(
            "{} is not on this machine: its words cannot be compared",
            file.value
        );
        told.push((ABSENT, Severity::Warning, file.at, message, help));
    } else {
        told.push((
            FILE,
            Severity::Warning,
            file.at,
            format!("{}: there is no such file", file.value),
            help,
        ));
    }
}

fn full(
    source: &Source,
    file: &Sp<String>,
    bytes: Vec<u8>,
    told: &mut Vec<Told>,
) -> Option<Holding> {
    let sum = hex(&bytes);
    let held = match source.sha256.given() {
        Some(recorded) if recorded.value.eq_ignore_ascii_case(&sum) => Held::Full,
        Some(recorded) => {
            told.push((
                CHANGED,
                Severity::Warning,
                recorded.at,
                format!(
                    "{} is not the file that was recorded: its SHA-256 is {sum}",
                    file.value
                ),
                "compare it with the original; if the new one is right, record its hash",
            ));
            Held::Changed
        }
        None => {
            told.push((
                NO_HASH,
                Severity::Note,
                file.at,
                format!(
                    "no SHA-256 is recorded for {}: nobody would notice if it changed",
                    file.value
                ),
                "`casefile attach` records it",
            ));
            Held::Full
        }
    };
    let Some((text, encoding)) = decode(bytes) else {
        told.push((
            NO_TEXT,
            Severity::Warning,
            file.at,
            format!("{} is no plain text", file.value),
            "take the text out of it first (for a PDF with pdftotext) and attach that",
        ));
        return None;
    };
    let rule = match source.paragraphs.get() {
        Some(ParagraphRule::BlankLines) => Rule::BlankLines,
        Some(ParagraphRule::Lines) => Rule::Lines,
        None if has_blank_lines(&text) => Rule::BlankLines,
        None => Rule::Lines,
    };
    Some(Holding {
        held,
        path: Some(file.value.clone()),
        places: Arc::new(Places::new(&text, rule)),
        text: text.into(),
        sha256: Some(sum),
        encoding,
    })
}

fn has_blank_lines(text: &str) -> bool {
    text.lines().any(|line| line.trim().is_empty())
}

fn notes(dir: &Dir, source: &Source, told: &mut Vec<Told>) -> Option<Holding> {
    let path = source.notes.given()?;
    match beneath::read(dir, &path.value, MOST_TEXT).map(decode) {
        Ok(Some((text, encoding))) => Some(Holding {
            held: Held::Notes,
            path: Some(path.value.clone()),
            places: Arc::new(Places::new(&text, Rule::Marks)),
            text: text.into(),
            sha256: None,
            encoding,
        }),
        Ok(None) => {
            let message = format!("{} is no plain text", path.value);
            told.push((
                NO_TEXT,
                Severity::Warning,
                path.at,
                message,
                "write notes as plain text",
            ));
            None
        }
        Err(why) => {
            let message = format!("{}: {why}", path.value);
            told.push((
                FILE,
                Severity::Error,
                path.at,
                message,
                "give the path of the notes inside the case's folder",
            ));
            None
        }
    }
}

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
