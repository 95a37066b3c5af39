//! `inbox.yaml`: records made in the desk, casefile's own file of a case. Records are only added to it.

use super::NotDone;
use super::beneath::{self, MOST_TEXT, Refused};
use super::replace::{folder, replace};
use crate::case::Kind;
use crate::case::edit::may_be_id;
use serde_json::{Map, Value};
use std::path::Path;

/// The file.
const INBOX: &str = "inbox.yaml";
const HEAD: &str =
    "# Records made in the desk. Move them to your own files when you like; references go by id.\n";

/// A record made in the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRecord {
    /// Its kind, which says the section.
    pub kind: Kind,
    /// Its id, not yet used in the case.
    pub id: String,
    /// Its fields in the order to be written: texts, lists and maps of texts.
    pub fields: Map<String, Value>,
}

/// Adds a record at the end of its section; file and section are made where they are missing. Gives the line of the id.
///
/// # Errors
/// If the id is not well formed or used in the inbox already, if the file is not as casefile writes it, or if it cannot be written.
pub fn append(root: &Path, record: &NewRecord) -> Result<usize, NotDone> {
    if !may_be_id(&record.id) {
        return Err(NotDone::new(
            format!("`{}` cannot be an id", record.id),
            "ids are small letters, digits and hyphens, and begin with a letter",
        ));
    }
    let dir = folder(root)?;
    let before = match beneath::read(&dir, INBOX, MOST_TEXT) {
        Ok(bytes) => Some(bytes),
        Err(Refused::Missing) => None,
        Err(why) => {
            let what = format!("the record was not saved: {INBOX}: {why}");
            return Err(NotDone::new(what, why.help()));
        }
    };
    let text = match &before {
        Some(bytes) => std::str::from_utf8(bytes).map_err(|_| odd("it is not UTF-8"))?,
        None => HEAD,
    };
    let (after, line) = added(text, record)?;
    held(text, &after, record)?;
    replace(&dir, INBOX, before.as_deref(), after.as_bytes())?;
    Ok(line)
}

fn odd(why: &str) -> NotDone {
    NotDone::new(
        format!("the record was not saved: {INBOX} is not as casefile writes it ({why})"),
        "correct what `casefile check` shows in it, or move its records to a file of your own and delete it",
    )
}

/// The text with the record at the end of its section, and the line of its id.
fn added(text: &str, record: &NewRecord) -> Result<(String, usize), NotDone> {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let section = format!("{}:", record.kind.section());
    let entry = entry(record)?.replace('\n', eol);
    let mut at = 0;
    let mut end = None;
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let at_margin = !bare.is_empty() && !line.starts_with([' ', '#', '\t']);
        if at_margin {
            inside = bare == section;
            if bare.starts_with(&section) && !inside {
                return Err(odd("a section with something after its colon"));
            }
        }
        at += line.len();
        if inside && !bare.is_empty() && (at_margin || line.starts_with(' ')) {
            end = Some(at);
        }
    }
    let (head, tail) = text.split_at(end.unwrap_or(text.len()));
    let mut head = head.to_owned();
    if !head.is_empty() && !head.ends_with('\n') {
        head.push_str(eol);
    }
    if end.is_none() {
        head.push_str(&section);
        head.push_str(eol);
    }
    let line = head.lines().count() + 1;
    Ok((format!("{head}{entry}{tail}"), line))
}

/// The record as YAML, two spaces in.
fn entry(record: &NewRecord) -> Result<String, NotDone> {
    let map = serde_json::json!({ &record.id: record.fields });
    let written = super::yaml::written(&map).map_err(|error| odd(&error))?;
    let indented = written.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("  {line}\n"),
    });
    Ok(indented.collect())
}

/// Reads both texts and makes sure that the record was added and nothing else changed.
fn held(before: &str, after: &str, record: &NewRecord) -> Result<(), NotDone> {
    let read = |text: &str| super::yaml::read_back::<Option<Map<String, Value>>>(text);
    let mut expected = read(before).map_err(|why| odd(&why))?.unwrap_or_default();
    let now = read(after).map_err(|why| odd(&why))?.unwrap_or_default();
    let section = expected
        .entry(record.kind.section())
        .or_insert_with(|| Value::Object(Map::new()));
    let records = section
        .as_object_mut()
        .ok_or_else(|| odd("a section without records"))?;
    let new = Value::Object(record.fields.clone());
    if records.insert(record.id.clone(), new).is_some() {
        return Err(NotDone::new(
            format!("`{}` is in {INBOX} already", record.id),
            "choose another id",
        ));
    }
    if expected == now {
        Ok(())
    } else {
        Err(odd("the record would not be read back as it was made"))
    }
}

#[cfg(test)]
mod tests {
    use super::{NewRecord, append};
    use crate::case::{Input, InputRole, Kind, read};
    use serde_json::json;

    fn record(kind: Kind, id: &str, fields: serde_json::Value) -> NewRecord {
        NewRecord {
            kind,
            id: id.into(),
            fields: fields.as_object().unwrap().clone(),
        }
    }

    #[test]
    fn records_are_added_section_by_section_and_read_as_they_were_made() {
        let place = tempfile::tempdir().unwrap();
        let add = |kind, id, fields| append(place.path(), &record(kind, id, fields));
        let words = "He said: \"no\" # 012\nand: left – NO";
        assert_eq!(
            add(
                Kind::Quote,
                "q-a",
                json!({"who": "x", "source": "s#l3-4", "printed": words})
            ),
            Ok(3)
        );
        add(
            Kind::Figure,
            "f-a",
            json!({"what": "0123", "value": "12", "source": "s"}),
        )
        .unwrap();
        add(
            Kind::Quote,
            "q-b",
            json!({"who": "no", "source": "s", "printed": ["a", "b"]}),
        )
        .unwrap();
        let text = std::fs::read(place.path().join("inbox.yaml")).unwrap();
        let told = String::from_utf8_lossy(&text).into_owned();
        assert_eq!(told.matches("quotes:").count(), 1, "{told}");
        let input = |path: &str, bytes: Vec<u8>, role| Input {
            path: path.into(),
            bytes,
            role,
        };
        let head = b"format: casefile/1\ncase: x\n".to_vec();
        let inputs = vec![
            input("case.yaml", head, InputRole::Case),
            input("inbox.yaml", text, InputRole::More),
        ];
        let (case, problems) = read("x", inputs);
        let form: Vec<_> = problems.iter().filter(|p| p.code.0 < 200).collect();
        assert!(form.is_empty(), "{form:?}\n{told}");
        assert_eq!(case.records.len(), 3);
        let ix = case.find("q-a").unwrap();
        assert_eq!(case.title(ix), format!("“{words}”"));
    }

    #[test]
    fn comments_and_order_are_kept_and_an_id_is_not_used_twice() {
        let place = tempfile::tempdir().unwrap();
        let inbox = place.path().join("inbox.yaml");
        let text =
            "# mine\nquotes:\n  q-a: {who: x}   # why\n\n# later\nfigures:\n  f: {what: y}\n";
        std::fs::write(&inbox, text).unwrap();
        let new = record(Kind::Quote, "q-b", json!({"who": "z"}));
        assert_eq!(append(place.path(), &new), Ok(4));
        let now = std::fs::read_to_string(&inbox).unwrap();
        assert_eq!(now, text.replace("# why\n", "# why\n  q-b:\n    who: z\n"));
        assert!(append(place.path(), &new).is_err());
        assert_eq!(std::fs::read_to_string(&inbox).unwrap(), now);
    }

    #[test]
    fn a_file_of_another_making_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let inbox = place.path().join("inbox.yaml");
        for text in ["quotes: {a: {who: x}}\n", "quotes: [\n", "- a\n"] {
            std::fs::write(&inbox, text).unwrap();
            assert!(append(place.path(), &record(Kind::Quote, "b", json!({"who": "z"}))).is_err());
            assert_eq!(std::fs::read_to_string(&inbox).unwrap(), text);
        }
    }
}
