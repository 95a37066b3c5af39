//! What is read is what another YAML reader reads; and no bytes whatever stop the reading.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read and write files of their own"
)]

use casefile::case::{Case, File, Input, InputRole, Problem, Severity, Shape, read};
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn read_one(bytes: &[u8]) -> (Case, Vec<Problem>) {
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes: bytes.to_vec(),
        role: InputRole::Case,
    };
    read("a-case", vec![input])
}

/// Our tree, with what is no text left empty.
fn ours(file: &File) -> Option<Value> {
    let tree = file.tree.as_ref()?;
    Some(tree.to_json(&file.bytes, tree.root()?))
}

/// The other reader's value; its scalars are typed, so they are brought to text where that is the same text again.
fn theirs(text: &str) -> Option<serde_yaml::Value> {
    serde_yaml::from_str(text).ok()
}

/// True if the two say the same. A plain scalar that the other reader takes for a number, a truth or nothing says what it is in other words; there only the kind is compared.
fn same(ours: &Value, theirs: &serde_yaml::Value) -> bool {
    use serde_yaml::Value as Y;
    match (ours, theirs) {
        (Value::Object(ours), Y::Mapping(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|((a, b), (c, d))| same(&Value::String(a.clone()), c) && same(b, d))
        }
        (Value::Array(ours), Y::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        (Value::String(ours), Y::String(theirs)) => ours == theirs,
        (Value::String(ours), Y::Number(_)) => {
            ours.contains(|c: char| c.is_ascii_digit() || c == '.')
        }
        (Value::String(ours), Y::Bool(theirs)) => ours.eq_ignore_ascii_case(&theirs.to_string()),
        (Value::String(ours), Y::Null) => matches!(ours.as_str(), "~" | "null" | "Null" | "NULL"),
        (Value::Null, Y::Null) => true,
        _ => false,
    }
}

fn case_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("casefiles");
    let folders = std::fs::read_dir(root).unwrap();
    let mut files: Vec<PathBuf> = folders
        .flat_map(|folder| {
            std::fs::read_dir(folder.unwrap().path())
                .into_iter()
                .flatten()
        })
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "yaml"))
        .collect();
    files.sort();
    files
}

#[test]
fn the_cases_are_read_as_the_other_reader_reads_them() {
    for path in case_files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let (case, _) = read_one(text.as_bytes());
        let ours = ours(&case.files[0]).unwrap();
        let theirs = theirs(&text).unwrap();
        assert!(same(&ours, &theirs), "{}", path.display());
    }
}

/// Every way to write a text, so that each is decoded.
const WAYS: &str = r#"format: casefile/1
claims:
  c-1:
    says: 'It''s so'
  c-2:
    says: "A tab\t, a quote \", é, \
      and a line that goes on"
  c-3:
    says: plain text
      over two lines

      and a paragraph
  c-4:
    says: |
      kept
        as it
      stands
    note: >-
      folded
      into one

      and another
  c-5: {says: "in braces", evidence: [c-1, "c-2", 'c-3'], number: {prints: 0123, how: nearly}}
  c-6:
    says: NO
    against:
    - c-1
    - c-2
  ? c-7
  : says: an explicit key
  c-8: &same {says: twice}
  c-9: *same
"#;

#[test]
fn every_way_to_write_a_text_is_read_as_the_other_reader_reads_it() {
    let (case, problems) = read_one(WAYS.as_bytes());
    let ours = ours(&case.files[0]).unwrap();
    let errors: Vec<&Problem> = problems
        .iter()
        .filter(|p| p.severity == Severity::Error)
        .collect();
    assert_eq!(errors, Vec::<&Problem>::new());
    assert!(same(&ours, &theirs(WAYS).unwrap()), "{ours:#}");
    assert_eq!(ours["claims"]["c-6"]["says"], "NO");
    assert_eq!(ours["claims"]["c-5"]["number"]["prints"], "0123");
    assert_eq!(case.files[0].tree.as_ref().unwrap().shape(0), Shape::Map);
}

/// What is put into a file by accident or malice.
const BITS: [&str; 44] = [
    " ", "  ", "\n", "\t", ":", ": ", "- ", "#", " #", "\"", "'", "|", ">", "[", "]", "{", "}",
    ",", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "~", "null", "\r\n", "é", "\\n", "%", "@",
    "0", "-", "<<: ", "\n\n", "    ", "|2\n", ">+\n", "''", "\u{feff}", "\u{a0}", "\u{2028}", "\r",
    "\u{1}",
];

#[derive(Clone, Debug)]
enum Edit {
    Insert(&'static str),
    Drop(usize),
    Byte(u8),
    LineTwice,
    LineAway,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => prop::sample::select(&BITS[..]).prop_map(Edit::Insert),
        2 => (1..7usize).prop_map(Edit::Drop),
        1 => any::<u8>().prop_map(Edit::Byte),
        1 => Just(Edit::LineTwice),
        1 => Just(Edit::LineAway),
    ]
}

fn apply(bytes: &mut Vec<u8>, at: usize, edit: &Edit) {
    let at = at % (bytes.len() + 1);
    let start = bytes[..at]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |i| i + 1);
    let end = bytes[at..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(bytes.len(), |i| at + i + 1);
    match edit {
        Edit::Insert(bit) => drop(bytes.splice(at..at, bit.bytes())),
        Edit::Drop(n) => drop(bytes.drain(at..(at + n).min(bytes.len()))),
        Edit::Byte(byte) => bytes.insert(at, *byte),
        Edit::LineTwice => {
            let line = bytes[start..end].to_vec();
            bytes.splice(start..start, line);
        }
        Edit::LineAway => drop(bytes.drain(start..end)),
    }
}

const BASE: &str = r#"format: casefile/1
case: base
parties:
  gac: {name: Global Affairs Canada, is: public-body, aka: [GAC, "the ministry"]}
sources:
  article:
    kind: article   # a comment
    title: "The exports: a story"
    date: 2023-12-08
quotes:
  q-1:
    who: gac
    source: article#par3
    printed: 'It''s a long
      quote'
casualties:
  d-1: {source: article, killed: {min: 49, max: 60}, period: {from: 2022-12-07, to: 2023-02}}
claims:
  c-1:
    says: |
      It is so.
    evidence:
      - q-1
      - d-1
"#;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    /// Whatever is done to a file, reading ends, its places lie in the file, and what it takes without an error the other reader takes in the same way.
    #[test]
    fn a_spoilt_file_is_read_or_refused_but_never_misread(
        edits in prop::collection::vec((any::<usize>(), edit()), 1..4),
    ) {
        let mut bytes = BASE.as_bytes().to_vec();
        for (at, edit) in &edits {
            apply(&mut bytes, *at, edit);
        }
        let (case, problems) = read_one(&bytes);
        for problem in &problems {
            prop_assert!(problem.span.end <= bytes.len());
            prop_assert!(problem.span.start <= problem.span.end);
        }
        let refused = problems.iter().any(|p| p.severity == Severity::Error);
        // YAML 1.1, which the other reader reads, took this sign for a line's end; 1.2 does not.
        let is_disputed = bytes.windows(3).any(|w| w == "\u{2028}".as_bytes())
            // In brackets the other reader takes each `?` for the sign of a key; YAML 1.2 wants a space behind it.
            || bytes.windows(2).any(|w| w[0] == b'?' && !w[1].is_ascii_whitespace());
        // Whether a block of text that the file's end cuts off ends in a line's end, the two do not agree on.
        let is_cut_off = !bytes.ends_with(b"\n") && bytes.windows(2).any(|w| w == b"|\n");
        if !refused && !is_disputed && !is_cut_off {
            let text = String::from_utf8(bytes).unwrap();
            if let (Some(ours), Some(theirs)) = (ours(&case.files[0]), theirs(&text)) {
                prop_assert!(same(&ours, &theirs), "{}\n{:#}", text, ours);
            }
        }
    }

    #[test]
    fn any_bytes_at_all_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_one(&bytes);
    }

    #[test]
    fn any_signs_at_all_are_read(bits in prop::collection::vec(prop::sample::select(&BITS[..]), 0..60)) {
        read_one(bits.concat().as_bytes());
    }
}

#[test]
fn a_block_that_the_end_of_the_file_cuts_off_keeps_its_words() {
    let text = "claims:\n  c-1:\n    says: |\n     s    evidence:\n      - q-1\n      - d";
    let (case, _) = read_one(text.as_bytes());
    let (ours, theirs) = (ours(&case.files[0]).unwrap(), theirs(text).unwrap());
    let ours = ours["claims"]["c-1"]["says"].as_str().unwrap();
    let theirs = theirs["claims"]["c-1"]["says"].as_str().unwrap();
    assert_eq!(ours.trim_end(), theirs.trim_end());
    assert_eq!(ours.trim_end(), "s    evidence:\n - q-1\n - d");
    assert_ne!(ours, theirs, "the two agree by now: compare such files too");
}
