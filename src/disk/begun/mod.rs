//! A check begun elsewhere: a case made from a newsroom's sheet, or from a draft alone. Everything in it waits to be checked.

mod columns;
mod draft;
mod ids;
mod sheet;
mod sheet_case;

use super::NotDone;
use super::decode::decode;
use serde_json::{Map, Value};
use std::io::Read;
use std::path::Path;

pub use sheet::{Line, Sheet};

/// The largest sheet or draft that a case is made from, in bytes.
const MOST: u64 = 64 * 1024 * 1024;

/// The files of a case to be made, without those that every new case has.
#[derive(Debug)]
pub struct Begun {
    /// What the story is about, if it says so.
    pub title: Option<String>,
    /// The sections of `case.yaml` with their records.
    pub sections: Vec<(&'static str, Map<String, Value>)>,
    /// The draft.
    pub draft: String,
    /// What was found, for whoever asked for it: a count and what is counted.
    pub found: Vec<(usize, &'static str)>,
}

impl Begun {
    /// The sections as YAML.
    ///
    /// # Errors
    /// If the writer refuses a record.
    pub(super) fn yaml(&self) -> Result<String, NotDone> {
        let mut text = String::new();
        for (section, records) in self
            .sections
            .iter()
            .filter(|(_, records)| !records.is_empty())
        {
            let mut map = Map::new();
            map.insert((*section).to_owned(), Value::Object(records.clone()));
            let written = super::yaml::written(&map).map_err(|why| {
                NotDone::new(
                    format!("the {section} cannot be written: {why}"),
                    "look for something unusual in the file",
                )
            })?;
            text.push('\n');
            text.push_str(&written);
        }
        Ok(text)
    }
}

/// Begins a case from a file: a sheet if it is named `.csv` or `.tsv`, else a draft.
///
/// # Errors
/// If the file cannot be read, or holds nothing to begin with.
pub fn begin(path: &Path) -> Result<Begun, NotDone> {
    let text = text_of(path)?;
    if is_sheet(path) {
        sheet_case::begin(&read_sheet(path, &text)?)
    } else {
        draft::begin(&text)
    }
}

/// A newsroom's sheet.
///
/// # Errors
/// If the file cannot be read or has no rows with sentences.
pub fn sheet(path: &Path) -> Result<Sheet, NotDone> {
    read_sheet(path, &text_of(path)?)
}

fn is_sheet(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ending == "csv" || ending == "tsv")
}

fn read_sheet(path: &Path, text: &str) -> Result<Sheet, NotDone> {
    Sheet::read(text).map_err(|why| {
        NotDone::new(
            format!("{}: {why}", path.display()),
            "save the sheet as CSV with a first row of column names; the column with the sentences is best called `sentence`",
        )
    })
}

fn text_of(path: &Path) -> Result<String, NotDone> {
    let cannot = |why: String| {
        NotDone::new(
            format!("{} cannot be read: {why}", path.display()),
            "name a CSV or text file",
        )
    };
    // Checked before it is opened: opening a pipe would wait for somebody to write.
    let about = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?;
    if !about.is_file() {
        return Err(cannot("it is not a regular file".to_owned()));
    }
    let file = std::fs::File::open(path).map_err(|error| cannot(error.to_string()))?;
    let mut bytes = vec![];
    file.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot(error.to_string()))?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MOST) {
        return Err(cannot(format!(
            "it is larger than {} MiB, the most that is read",
            MOST >> 20
        )));
    }
    let (text, _) = decode(bytes).map_err(|what| cannot(format!("it is {what}")))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// White space folded into single spaces.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences of a piece of draft, each on one line, with nothing in them that would be read as a mark.
fn sentences(text: &str) -> Vec<crate::case::Sentence> {
    let input = crate::case::Input {
        path: "draft.md".to_owned(),
        bytes: text.as_bytes().to_vec(),
        role: crate::case::InputRole::Draft,
    };
    let (case, _) = crate::case::read("x", vec![input]);
    case.draft.map_or(vec![], |draft| draft.sentences)
}
