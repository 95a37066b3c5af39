//! Brings texts and records into a case's folder.

use super::beneath;
use super::open::{hex, open_case};
use crate::case::{Body, is_id};
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use std::io::Write;
use std::path::Path;

/// Brings a text in as a source's full text, at the path its record names.
///
/// # Errors
/// If the source or the file is not there, the record names no path, or the text's hash is not the recorded one; the text says what to do.
pub fn attach(folder: &Path, source: &str, file: &Path) -> Result<(), String> {
    let opened = open_case(folder).map_err(|error| error.to_string())?;
    let Some(Body::Source(record)) = opened.case.record(source).map(|record| &record.body) else {
        return Err(format!("`{source}` is no source of this case"));
    };
    let Some(path) = record.file.get() else {
        return Err(format!(
            "`{source}` names no file: write `file: sources/{source}.txt` into its record first"
        ));
    };
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    if let Some(recorded) = record.sha256.get() {
        let sum = hex(&bytes);
        if !recorded.eq_ignore_ascii_case(&sum) {
            return Err(format!(
                "{} is another text than the one recorded for `{source}`: its SHA-256 is {sum}, recorded is {recorded}",
                file.display()
            ));
        }
    }
    write(folder, path, &bytes)
}

/// Adds a record to `inbox.yaml`.
///
/// # Errors
/// If it cannot be written; the text says why.
pub fn inbox(
    folder: &Path,
    section: &str,
    id: &str,
    fields: &[(&str, &str)],
) -> Result<(), String> {
    if !is_id(id) {
        return Err(format!("`{id}` is no id"));
    }
    let dir = dir(folder)?;
    let before = match beneath::read(&dir, "inbox.yaml", beneath::MOST_TEXT) {
        Ok(bytes) => String::from_utf8(bytes)
            .map_err(|_| "inbox.yaml is not UTF-8; mend it first".to_owned())?,
        Err(beneath::Refused::Missing) => String::new(),
        Err(why) => return Err(format!("inbox.yaml: {why}")),
    };
    let record: serde_yaml::Mapping = fields
        .iter()
        .map(|(name, value)| ((*name).into(), (*value).into()))
        .collect();
    let body = serde_yaml::to_string(&record).map_err(|error| error.to_string())?;
    let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
    let record = format!("  {id}:\n{body}");
    let heading = format!("{section}:");
    let mut after = String::with_capacity(before.len() + record.len() + heading.len() + 2);
    match before.lines().position(|line| line.trim_end() == heading) {
        Some(at) => {
            for (n, line) in before.lines().enumerate() {
                after.push_str(line);
                after.push('\n');
                if n == at {
                    after.push_str(&record);
                }
            }
        }
        None => {
            after.push_str(&before);
            if !before.is_empty() && !before.ends_with('\n') {
                after.push('\n');
            }
            after.push_str(&format!("{heading}\n{record}"));
        }
    }
    write(folder, "inbox.yaml", after.as_bytes())
}

fn dir(folder: &Path) -> Result<Dir, String> {
    Dir::open_ambient_dir(folder, ambient_authority())
        .map_err(|error| format!("{}: {error}", folder.display()))
}

/// Writes a file beneath a folder: beside its place first, synced, then put there at once.
fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), String> {
    let inner = beneath::inside(path).map_err(|why| format!("{path}: {why}"))?;
    let dir = dir(folder)?;
    if let Some(parent) = inner
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        dir.create_dir_all(parent)
            .map_err(|error| format!("{path}: {error}"))?;
        if dir
            .symlink_metadata(parent)
            .is_ok_and(|meta| meta.is_symlink())
        {
            return Err(format!(
                "{path}: the path goes through a link; links are not followed"
            ));
        }
    }
    if dir
        .symlink_metadata(inner)
        .is_ok_and(|meta| !meta.is_file())
    {
        return Err(format!(
            "{path}: something stands there that is no regular file"
        ));
    }
    let whole = folder.join(inner);
    let parent = whole.parent().unwrap_or(folder);
    let told = |error: std::io::Error| format!("{path} was not written: {error}");
    let mut beside = tempfile::NamedTempFile::new_in(parent).map_err(told)?;
    beside.write_all(bytes).map_err(told)?;
    beside.as_file().sync_all().map_err(told)?;
    beside.persist(&whole).map_err(|error| told(error.error))?;
    Ok(())
}
