//! What the desk brings into a case's folder: a source's text, a record made from selected words. Each failure is one text.

use super::attach::OnMismatch;
use super::inbox::{NewRecord, append};
use super::{NotDone, open_case};
use crate::case::Kind;
use serde_json::Value;
use std::path::Path;

/// Brings a text in as a source's full text.
///
/// # Errors
/// As [`super::attach::attach`]; the text says what to do.
pub fn attach(folder: &Path, source: &str, file: &Path) -> Result<(), String> {
    let opened = open_case(folder).map_err(|error| error.to_string())?;
    super::attach::attach(&opened, source, file, OnMismatch::Refuse)
        .map(|_| ())
        .map_err(told)
}

/// Adds a record to `inbox.yaml`.
///
/// # Errors
/// As [`append`]; the text says why.
pub fn inbox(
    folder: &Path,
    section: &str,
    id: &str,
    fields: &[(&str, &str)],
) -> Result<(), String> {
    let kind = Kind::of_section(section).ok_or_else(|| format!("`{section}` is no section"))?;
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), Value::from(*value));
    let record = NewRecord {
        kind,
        id: id.to_owned(),
        fields: fields.iter().map(pair).collect(),
    };
    append(folder, &record).map(|_| ()).map_err(told)
}

fn told(why: NotDone) -> String {
    format!("{}: {}", why.what, why.help)
}
