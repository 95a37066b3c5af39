//! Brings a source's full text into a case: the text beneath the case's folder, its path and hash into the source's record.

use super::beneath::{MOST_TEXT, is_private};
use super::replace::{folder, prepare, replace};
use super::{NotDone, Opened, hex};
use crate::case::edit::{self, quoted, scalar, set_keys, spliced};
use crate::case::records::Source;
use crate::case::{Body, Case, Field, FileIx, Record, RecordIx, near};
use cap_std::fs::Dir;
#[cfg(unix)]
use cap_std::fs::{DirBuilder, DirBuilderExt};
use serde_json::Value;
use std::io::{self, Read};
use std::path::Path;

/// The largest text that is brought in, in bytes: a larger one would not be read.
const MOST_BYTES: u64 = MOST_TEXT;

/// What to do where the text's hash is not the one on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnMismatch {
    /// Do nothing, and say both hashes.
    Refuse,
    /// Bring it in all the same and leave the record as it is.
    KeepRecorded,
    /// Bring it in and record its hash.
    RecordNew,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Where the text is now, inside the case's folder.
    pub path: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its SHA-256.
    pub sha256: String,
    /// The hash on record before, if it is another.
    pub was_recorded: Option<String>,
    /// The case file that was changed, and the keys written in it.
    pub changed: Option<(FileIx, Vec<&'static str>)>,
    /// The same text was there already.
    pub was_there: bool,
}

/// Attaches the text of a file to a source of a case.
///
/// # Errors
/// If the source or the file cannot be used, if the hash differs and that is to be refused, or if something cannot be
/// written. Then nothing is changed.
pub fn attach(
    opened: &Opened,
    id: &str,
    file: &Path,
    otherwise: OnMismatch,
) -> Result<Attached, NotDone> {
    let case = &opened.case;
    let (ix, source) = the_source(case, id)?;
    let text = read_text(file)?;
    let path = match &source.file {
        Field::Given(path) => inside(&path.value)?,
        Field::Absent | Field::Open(_) => new_path(id, file),
        Field::Faulty(_) => return Err(by_hand(case, ix, "file")),
    };
    let sha256 = hex(&text);
    let recorded = source.sha256.get().map(|hash| hash.to_ascii_lowercase());
    let differs = recorded.filter(|hash| *hash != sha256);
    if let (Some(recorded), OnMismatch::Refuse) = (&differs, otherwise) {
        return Err(mismatch(id, recorded, &sha256));
    }
    let mut keys = vec![];
    if !matches!(source.file, Field::Given(_)) {
        keys.push(("file", scalar(&path)));
    }
    let records = differs.is_none() || otherwise == OnMismatch::RecordNew;
    if records
        && source
            .sha256
            .get()
            .is_none_or(|hash| !hash.eq_ignore_ascii_case(&sha256))
    {
        keys.push(("sha256", quoted(&sha256)));
    }
    let change = if keys.is_empty() {
        None
    } else {
        Some(changed_file(case, ix, &keys)?)
    };
    let dir = folder(&opened.root)?;
    let old = present(&dir, &path)?;
    let was_there = old.as_deref() == Some(&text[..]);
    if old.is_some() && !was_there && otherwise == OnMismatch::Refuse {
        return Err(other_text(&path));
    }
    let prepared = match &change {
        Some((file, bytes)) => {
            let file = case.file(*file);
            Some(prepare(&dir, &file.path, Some(&file.bytes), bytes)?)
        }
        None => None,
    };
    if !was_there {
        make_folders(&dir, &path)?;
        replace(&dir, &path, old.as_deref(), &text)?;
    }
    if let Some(prepared) = prepared {
        prepared.commit()?;
    }
    Ok(Attached {
        path,
        bytes: text.len(),
        sha256,
        was_recorded: differs,
        changed: change.map(|(file, _)| (file, keys.iter().map(|(key, _)| *key).collect())),
        was_there,
    })
}

fn the_source<'a>(case: &'a Case, id: &str) -> Result<(RecordIx, &'a Source), NotDone> {
    let Some(ix) = case.find(id) else {
        let ids = case
            .records
            .iter()
            .filter(|r| matches!(r.body, Body::Source(_)));
        let meant = near(id, ids.map(|r| r.id.value.as_str()));
        let meant = meant.map(|meant| format!("did you mean `{meant}`? "));
        return Err(NotDone::new(
            format!("there is no source `{id}`"),
            format!(
                "{}`casefile list CASE sources` lists them",
                meant.unwrap_or_default()
            ),
        ));
    };
    match &case.at(ix).body {
        Body::Source(source) => Ok((ix, source)),
        body => Err(NotDone::new(
            format!("`{id}` is {}, not a source", body.kind().one()),
            "texts belong to sources; `casefile list CASE sources` lists them",
        )),
    }
}

/// Reads the text to bring in; what is not text is refused.
fn read_text(path: &Path) -> Result<Vec<u8>, NotDone> {
    let shown = path.display();
    if is_private(&path.to_string_lossy()) {
        return Err(NotDone::new(
            format!("{shown} holds what is private, and sources are searched and shown"),
            "name the text of the source",
        ));
    }
    let cannot = |error: io::Error| {
        NotDone::new(format!("{shown} cannot be read: {error}"), "check the path")
    };
    let about = std::fs::metadata(path).map_err(cannot)?;
    if !about.is_file() {
        return Err(NotDone::new(
            format!("{shown} is no file"),
            "give the path of the text file to bring in",
        ));
    }
    if about.len() > MOST_BYTES {
        let limit = MOST_BYTES / (1024 * 1024);
        return Err(NotDone::new(
            format!("{shown} is larger than {limit} MiB, the most that is brought in"),
            "bring in the part that the case needs",
        ));
    }
    let mut text = vec![];
    let file = std::fs::File::open(path).map_err(cannot)?;
    file.take(MOST_BYTES)
        .read_to_end(&mut text)
        .map_err(cannot)?;
    match why_no_text(&text) {
        Some((why, help)) => Err(NotDone::new(format!("{shown} is no text: {why}"), help)),
        None => Ok(text),
    }
}

fn why_no_text(bytes: &[u8]) -> Option<(String, &'static str)> {
    let magic: [(&[u8], &str, &str); 3] = [
        (
            b"%PDF",
            "it is a PDF",
            "turn it into text first, for example with `pdftotext -layout`",
        ),
        (
            b"PK\x03\x04",
            "it is a zip, as Word and LibreOffice save",
            "save it as plain text first",
        ),
        (
            b"\xD0\xCF\x11\xE0",
            "it is an old Word file",
            "save it as plain text first",
        ),
    ];
    for (sign, why, help) in magic {
        if bytes.starts_with(sign) {
            return Some((why.to_owned(), help));
        }
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        // UTF-16 is recognised by its beginning, and read.
        return None;
    }
    let nul = memchr::memchr(0, bytes)?;
    let help = "turn it into text first; pictures need OCR";
    Some((
        format!("byte {} is NUL, which no text contains", nul + 1),
        help,
    ))
}

/// Where a source's text goes that has no place yet: its id, with the ending its file has.
fn new_path(id: &str, file: &Path) -> String {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let fit =
        |e: &&str| e.len() <= 8 && !e.is_empty() && e.bytes().all(|b| b.is_ascii_alphanumeric());
    let ending = ending
        .filter(fit)
        .map_or("txt".to_owned(), str::to_ascii_lowercase);
    format!("sources/{id}.{ending}")
}

/// A path on record must stay inside the case's folder, and must not be one of the case's own files.
fn inside(path: &str) -> Result<String, NotDone> {
    let parts: Vec<&str> = path
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    let leaves = path.starts_with('/') || path.contains('\\') || parts.contains(&"..");
    if leaves || parts.is_empty() {
        return Err(NotDone::new(
            format!("the source's path `{path}` leads out of the case's folder"),
            "give a path inside it, such as sources/article.txt",
        ));
    }
    let own = parts.len() == 1 && (parts[0].ends_with(".yaml") || parts[0].ends_with(".md"));
    if own || parts[0] == "checks" || parts[0].starts_with('.') {
        return Err(NotDone::new(
            format!("the source's path `{path}` is a place for the case's own files"),
            "give a path such as sources/article.txt",
        ));
    }
    Ok(parts.join("/"))
}

fn mismatch(id: &str, recorded: &str, found: &str) -> NotDone {
    NotDone::new(
        format!(
            "this is not the text that was recorded for `{id}`: recorded sha256 {recorded}, this file {found}"
        ),
        "find the text that was recorded; or bring this one in with --force (findings will say *changed text*), or with --record to record it as the source's text from now on",
    )
}

fn other_text(path: &str) -> NotDone {
    NotDone::new(
        format!("there is another text at {path} already"),
        "move it away, or write this one over it with --record",
    )
}

fn by_hand(case: &Case, ix: RecordIx, key: &str) -> NotDone {
    let record = case.at(ix);
    let path = &case.file(record.file).path;
    let line = case.place_of(ix).line;
    NotDone::new(
        format!(
            "`{key}:` of `{}` cannot be written safely as the record stands at {path}:{line}",
            record.id.value
        ),
        format!("write `{key}:` into the record by hand, on a line of its own, then run it again"),
    )
}

/// The source's file with the keys set: re-read and compared before it is given back.
fn changed_file(
    case: &Case,
    ix: RecordIx,
    keys: &[(&str, String)],
) -> Result<(FileIx, Vec<u8>), NotDone> {
    let record = case.at(ix);
    let file = case.file(record.file);
    let refuse = || by_hand(case, ix, keys[0].0);
    let splices = set_keys(file, record.node, keys).ok_or_else(refuse)?;
    let bytes = spliced(&file.bytes, splices).ok_or_else(refuse)?;
    let (again, _) = crate::case::read(
        &case.name,
        edit::inputs(case, &[(record.file, bytes.clone())]),
    );
    let same = |(old, new): (&Record, &Record)| {
        let mut expected = edit::fields(case, old);
        if old.id == record.id && old.file == record.file {
            for (key, value) in keys {
                // A value was written either plain or as a JSON string, which both read as that text.
                expected[*key] =
                    serde_json::from_str(value).unwrap_or_else(|_| Value::from(value.as_str()));
            }
        }
        old.id.value == new.id.value && sorted(&expected) == sorted(&edit::fields(&again, new))
    };
    let whole = case.records.len() == again.records.len();
    if whole && case.records.iter().zip(&again.records).all(same) {
        Ok((record.file, bytes))
    } else {
        Err(refuse())
    }
}

/// The fields of a record, in whatever order.
fn sorted(fields: &Value) -> Vec<(String, Value)> {
    let map = fields.as_object().cloned().unwrap_or_default();
    let mut all: Vec<(String, Value)> = map.into_iter().collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// What is at a path now.
fn present(dir: &Dir, path: &str) -> Result<Option<Vec<u8>>, NotDone> {
    match dir.symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(about) if about.is_file() && about.len() <= MOST_BYTES => {}
        Ok(_) | Err(_) => {
            return Err(NotDone::new(
                format!("what is at {path} is not a regular file inside the case's folder"),
                "move it away first",
            ));
        }
    }
    dir.read(path).map(Some).map_err(|error| {
        NotDone::new(
            format!("{path} cannot be read: {error}"),
            "check that you may read it",
        )
    })
}

/// Makes the folders that a path needs, for their owner only.
fn make_folders(dir: &Dir, path: &str) -> Result<(), NotDone> {
    let Some((folder, _)) = path.rsplit_once('/') else {
        return Ok(());
    };
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    dir.create_dir_with(folder, &builder).map_err(|error| {
        NotDone::new(
            format!("the folder {folder} cannot be made: {error}"),
            "make it by hand",
        )
    })
}
