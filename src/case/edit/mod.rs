//! Changing values in a hand-written file, byte by byte: comments, order, line ends and everything else stay as they are.

mod names;

use super::{Case, File, FileIx, Input, InputRole, NodeIx, Shape, is_id};
pub use names::{id_at, namings, renamed};
use serde_json::Value;
use std::ops::Range;

/// Bytes that replace others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Splice {
    /// The bytes to be replaced; empty where something is only inserted.
    pub range: (usize, usize),
    /// What comes.
    pub text: String,
}

impl Splice {
    /// One splice.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            range: (range.start, range.end),
            text: text.into(),
        }
    }
}

/// The bytes with all splices made. The same splice given twice counts once; none if two of them overlap.
pub fn spliced(bytes: &[u8], mut splices: Vec<Splice>) -> Option<Vec<u8>> {
    splices.sort();
    splices.dedup();
    let mut all = Vec::with_capacity(bytes.len() + 64);
    let mut from = 0;
    for Splice { range, text } in &splices {
        all.extend_from_slice(bytes.get(from..range.0)?);
        all.extend_from_slice(text.as_bytes());
        from = range.1;
    }
    all.extend_from_slice(bytes.get(from..)?);
    Some(all)
}

/// A text as a YAML value: as it is where that is safe, else in double quotation marks.
pub fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./-".contains(c);
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let words = [
        "true", "false", "null", "yes", "no", "unknown", "withheld", "tk",
    ];
    let taken = words.contains(&text.to_ascii_lowercase().as_str());
    if begins && !taken && text.chars().all(plain) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text in double quotation marks, as both YAML and JSON read it.
pub fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The splice that adds keys with one-line values to a record's map, or gives them other values; none if the map or a value is
/// written in a way that has to be changed by hand. Values are given as they are to be written.
pub fn set_keys(file: &File, map: NodeIx, keys: &[(&str, String)]) -> Option<Vec<Splice>> {
    let tree = file.tree.as_ref()?;
    let mut splices = vec![];
    let mut missing: Vec<&(&str, String)> = vec![];
    // A new key goes after the last one set before it, so that `sha256` follows `file`.
    let mut behind = None;
    for key in keys {
        let found = tree
            .entries(map)
            .find(|(k, _)| tree.text(&file.bytes, *k) == key.0);
        let Some((_, value)) = found else {
            missing.push(key);
            continue;
        };
        match tree.shape(value) {
            Shape::Plain | Shape::Quoted | Shape::FlowMap => {
                splices.push(Splice::new(tree.span(value), key.1.clone()));
                behind = Some(value);
            }
            Shape::Empty
            | Shape::Cut
            | Shape::Block
            | Shape::List
            | Shape::FlowList
            | Shape::Map => {
                return None;
            }
        }
    }
    if missing.is_empty() {
        return Some(splices);
    }
    splices.push(match tree.shape(map) {
        Shape::FlowMap => put_into_flow(file, map, behind, &missing)?,
        Shape::Map => put_into_block(file, map, behind, &missing)?,
        Shape::Plain
        | Shape::Quoted
        | Shape::Block
        | Shape::Empty
        | Shape::Cut
        | Shape::List
        | Shape::FlowList => {
            return None;
        }
    });
    Some(splices)
}

/// `, key: value` after a value of a map in braces.
fn put_into_flow(
    file: &File,
    map: NodeIx,
    behind: Option<NodeIx>,
    keys: &[&(&str, String)],
) -> Option<Splice> {
    let tree = file.tree.as_ref()?;
    let value = behind.or_else(|| tree.entries(map).last().map(|(_, value)| value))?;
    let is_there = !matches!(tree.shape(value), Shape::Empty | Shape::Cut);
    let at = is_there.then(|| tree.span(value).end)?;
    let text: String = keys
        .iter()
        .map(|(key, value)| format!(", {key}: {value}"))
        .collect();
    Some(Splice::new(at..at, text))
}

/// Lines of their own after the line on which a value ends, indented like the record's keys.
fn put_into_block(
    file: &File,
    map: NodeIx,
    behind: Option<NodeIx>,
    keys: &[&(&str, String)],
) -> Option<Splice> {
    let tree = file.tree.as_ref()?;
    let (first, _) = tree.entries(map).next()?;
    let key = tree.span(first).start;
    let start = memchr::memrchr(b'\n', &file.bytes[..key]).map_or(0, |at| at + 1);
    let indent = std::str::from_utf8(&file.bytes[start..key]).ok()?;
    if !indent.bytes().all(|b| b == b' ') {
        return None;
    }
    let eol = if file.bytes.windows(2).any(|two| two == b"\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let one_line = |value: &NodeIx| {
        matches!(
            tree.shape(*value),
            Shape::Plain | Shape::Quoted | Shape::FlowMap | Shape::FlowList
        )
    };
    let behind = behind.or_else(|| {
        tree.entries(map)
            .map(|(_, value)| value)
            .filter(one_line)
            .last()
    });
    let lines: Vec<String> = keys
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    let Some(value) = behind else {
        // No value ends on a line of its own: the new keys come first.
        let text: String = lines
            .iter()
            .map(|line| format!("{line}{eol}{indent}"))
            .collect();
        return Some(Splice::new(key..key, text));
    };
    let end = tree.span(value).end;
    let rest = &file.bytes[end..];
    let at = end + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    let at = at - usize::from(at > end && file.bytes[at - 1] == b'\r');
    let text: String = lines
        .iter()
        .map(|line| format!("{eol}{indent}{line}"))
        .collect();
    Some(Splice::new(at..at, text))
}

/// The files of a case as they were read, with some of them changed.
pub fn inputs(case: &Case, changed: &[(FileIx, Vec<u8>)]) -> Vec<Input> {
    let draft = case.draft.as_ref().map(|draft| draft.file);
    (0u32..)
        .map(FileIx)
        .zip(&case.files)
        // Logs of rulings are not part of what is read as the case.
        .filter(|(_, file)| !file.is_log())
        .map(|(ix, file)| {
            let role = match file.path.as_str() {
                _ if Some(ix) == draft => InputRole::Draft,
                "case.yaml" => InputRole::Case,
                "private.yaml" => InputRole::Private,
                "policy.yaml" => InputRole::Policy,
                _ => InputRole::More,
            };
            let new = changed.iter().find(|(other, _)| *other == ix);
            Input {
                path: file.path.clone(),
                bytes: new.map_or_else(|| file.bytes.clone(), |(_, bytes)| bytes.clone()),
                role,
            }
        })
        .collect()
}

/// A record's fields as written.
pub fn fields(case: &Case, record: &super::Record) -> Value {
    let file = case.file(record.file);
    let tree = file.tree.as_ref();
    tree.map_or(Value::Null, |tree| tree.to_json(&file.bytes, record.node))
}

/// True if a text may be a record's id: the shape of one, and not reserved.
pub fn may_be_id(text: &str) -> bool {
    is_id(text) && text != "author"
}

#[cfg(test)]
mod tests {
    use super::{File, Splice, scalar, set_keys, spliced};
    use crate::case::{Case, Input, InputRole, read};

    fn case(text: &str) -> Case {
        let input = |path: &str, text: &str, role| Input {
            path: path.into(),
            bytes: text.into(),
            role,
        };
        read("x", vec![input("case.yaml", text, InputRole::Case)]).0
    }

    fn set(text: &str, keys: &[(&str, String)]) -> Option<String> {
        let case = case(text);
        let record = case.record("art")?;
        let file: &File = case.file(record.file);
        let splices = set_keys(file, record.node, keys)?;
        Some(String::from_utf8(spliced(&file.bytes, splices)?).unwrap())
    }

    fn keys() -> [(&'static str, String); 2] {
        [
            ("file", "sources/a.txt".into()),
            ("sha256", "\"00\"".into()),
        ]
    }

    const HEAD: &str = "format: casefile/1\ncase: x\nsources:\n";

    #[test]
    fn keys_are_put_behind_the_last_line_of_a_record_in_its_own_indentation() {
        let text = format!(
            "{HEAD}  art:\n     kind: article   # said so\n     title: A\n  # next\n  b: {{kind: post}}\n"
        );
        assert_eq!(
            set(&text, &keys()).unwrap(),
            text.replace(
                "     title: A\n",
                "     title: A\n     file: sources/a.txt\n     sha256: \"00\"\n"
            )
        );
    }

    #[test]
    fn an_open_value_is_replaced_where_it_stands_and_the_hash_follows_it() {
        let text = format!("{HEAD}  art:\n    kind: article\n    file: TK   # ask\n    title: A\n");
        assert_eq!(
            set(&text, &keys()).unwrap(),
            text.replace(
                "file: TK   # ask\n",
                "file: sources/a.txt   # ask\n    sha256: \"00\"\n"
            )
        );
        let flow = format!("{HEAD}  art: {{kind: article, file: TK, title: A}} # x\n");
        assert_eq!(
            set(&flow, &keys()).unwrap(),
            flow.replace("file: TK", "file: sources/a.txt, sha256: \"00\"")
        );
    }

    #[test]
    fn windows_line_ends_are_kept() {
        let text = format!("{HEAD}  art:\n    kind: article\n    note: |\n      long\n")
            .replace('\n', "\r\n");
        let now = set(&text, &keys()).unwrap();
        assert_eq!(
            now,
            text.replace(
                "kind: article\r\n",
                "kind: article\r\n    file: sources/a.txt\r\n    sha256: \"00\"\r\n"
            )
        );
    }

    #[test]
    fn a_value_in_a_form_of_its_own_is_left_to_its_writer() {
        let text = format!("{HEAD}  art:\n    kind: article\n    file: [a]\n");
        assert_eq!(set(&text, &keys()), None);
    }

    #[test]
    fn values_are_written_so_that_they_are_read_as_texts() {
        assert_eq!(scalar("sources/a-b_1.txt"), "sources/a-b_1.txt");
        for odd in ["", "TK", "no", "a: b", "1.5", "-x", "a #b", "x\ny"] {
            let written = scalar(odd);
            assert!(written.starts_with('"'), "{written}");
            assert_eq!(serde_yaml::from_str::<String>(&written).unwrap(), odd);
        }
    }

    #[test]
    fn splices_that_overlap_are_refused() {
        let two = |a, b| spliced(b"abcdef", vec![Splice::new(a, "X"), Splice::new(b, "Y")]);
        assert_eq!(two(1..2, 3..4).unwrap(), b"aXcYef");
        assert_eq!(two(1..4, 3..5), None);
        assert_eq!(two(3..9, 0..1), None);
    }
}
