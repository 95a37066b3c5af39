//! Reading a case: every file's bytes in, the case and every problem out.

use super::bytes::{look, parsable};
use super::de::{Fault, Reader};
use super::margin::only_spaces;
use super::pieces::{Pieces, pieces};
use super::sections::{Texts, Told, sections};
use super::{
    Body, Case, Code, File, FileIx, Policy, Private, Problem, RecordIx, Ruler, Severity,
    check_hygiene, draft, links_build, yaml,
};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// What a file is to its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputRole {
    /// `case.yaml`.
    Case,
    /// Another YAML file with records.
    More,
    /// `private.yaml`.
    Private,
    /// `policy.yaml`.
    Policy,
    /// The draft.
    Draft,
}

/// A file to be read.
#[derive(Clone, Debug)]
pub struct Input {
    /// Path inside the case's folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is to the case.
    pub role: InputRole,
}

/// Reads a case. `folder` is the name of its folder, by which a case goes that does not name itself.
///
/// Reading never fails: it gives what could be read, and every problem in the order of the files and of the places in them.
pub fn read(folder: &str, mut inputs: Vec<Input>) -> (Case, Vec<Problem>) {
    inputs.sort_by(|a, b| (a.role, &a.path).cmp(&(b.role, &b.path)));
    let mut case = Case::default();
    let mut problems = vec![];
    for input in inputs {
        let file = FileIx(u32::try_from(case.files.len()).unwrap_or(u32::MAX));
        case.files.push(File {
            path: input.path,
            bytes: input.bytes,
            tree: None,
        });
        let told = take(&mut case, file, input.role, &mut problems);
        problems.extend(told.into_iter().map(|told| problem(file, told)));
    }
    case.name = match case.head.case.get() {
        Some(name) => name.clone(),
        None => folder.to_owned(),
    };
    name_records(&mut case, &mut problems);
    links_build::build(&mut case, &mut problems);
    check_hygiene::hygiene(&case, &mut problems);
    problems.sort_by_key(|problem| (problem.file, problem.span.start, problem.code));
    problems.iter_mut().for_each(Problem::shorten);
    (case, problems)
}

fn take(case: &mut Case, file: FileIx, role: InputRole, problems: &mut Vec<Problem>) -> Vec<Told> {
    match role {
        InputRole::Case | InputRole::More => take_records(case, file, role == InputRole::Case),
        InputRole::Private => {
            let (private, told) = typed::<Private>(case, file);
            case.private = private;
            told
        }
        InputRole::Policy => {
            let (policy, told) = typed::<Policy>(case, file);
            case.policy = policy;
            told
        }
        InputRole::Draft => {
            let names: Vec<String> = case.records.iter().flat_map(party_names).collect();
            let names = draft::Names::new(names.iter().map(String::as_str));
            let bytes = &case.file(file).bytes;
            let draft = draft::read(file, bytes, &names, problems);
            case.draft = Some(draft);
            vec![]
        }
    }
}

/// A party's name and its other spellings.
fn party_names(record: &super::Record) -> Vec<String> {
    let Body::Party(party) = &record.body else {
        return vec![];
    };
    let other = party.aka.items().iter().map(|aka| &aka.value);
    party.name.get().into_iter().chain(other).cloned().collect()
}

/// A file's text for the parser.
struct Prepared<'a> {
    /// Indented by spaces only.
    parsed: Cow<'a, str>,
    /// With the margin as written.
    written: Cow<'a, str>,
    /// What is wrong with its bytes and its margin.
    faults: Vec<Fault>,
}

fn prepare(bytes: &[u8]) -> Prepared<'_> {
    let mut faults = look(bytes);
    if bytes.len() > yaml::MOST_BYTES {
        let limit = yaml::MOST_BYTES / (1024 * 1024);
        faults.push(Fault {
            code: Code::LIMIT,
            severity: Severity::Error,
            span: 0..0,
            message: format!("the file is larger than {limit} MiB, the most that is read"),
            help: Some("split it into several files, or move long texts to sources/".to_owned()),
        });
        return Prepared {
            parsed: Cow::Borrowed(""),
            written: Cow::Borrowed(""),
            faults,
        };
    }
    let written = parsable(bytes);
    let parsed = match only_spaces(&written) {
        Some((spaced, margin)) => {
            faults.extend(margin);
            Cow::Owned(spaced)
        }
        None => written.clone(),
    };
    Prepared {
        parsed,
        written,
        faults,
    }
}

fn parse(text: &str, mut faults: Vec<Fault>) -> Pieces {
    let mut pieces = pieces(text);
    faults.append(&mut pieces.faults);
    pieces.faults = faults;
    pieces
}

/// True if nothing but white space and comments is there.
fn is_blank(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let is_blank = |line: &str| line.is_empty() || line.starts_with('#') || line == "---";
    text.lines().all(|line| is_blank(line.trim()))
}

fn take_records(case: &mut Case, file: FileIx, is_case: bool) -> Vec<Told> {
    let bytes = &case.file(file).bytes;
    let Prepared {
        parsed,
        written,
        faults,
    } = prepare(bytes);
    let was_read = bytes.len() <= yaml::MOST_BYTES;
    if was_read && is_blank(&parsed) {
        let faults = faults.into_iter().chain([empty_file(is_case)]);
        return faults.map(|fault| (fault, None)).collect();
    }
    let mut pieces = parse(&parsed, faults);
    let texts = Texts {
        parsed: &parsed,
        written: &written,
        bytes,
    };
    let sections = sections(file, is_case && was_read, &texts, &mut pieces);
    case.files[file.0 as usize].tree = Some(pieces.tree);
    if case.records.is_empty() {
        case.records = sections.records;
    } else {
        case.records.extend(sections.records);
    }
    if is_case {
        case.head = sections.head;
    }
    sections.told
}

fn empty_file(is_case: bool) -> Fault {
    Fault {
        code: Code::EMPTY_FILE,
        severity: if is_case {
            Severity::Error
        } else {
            Severity::Warning
        },
        span: 0..0,
        message: "the file says nothing".to_owned(),
        help: Some(
            if is_case {
                "`casefile new` makes a case to start from"
            } else {
                "write a section such as `claims:` with records, or delete the file"
            }
            .to_owned(),
        ),
    }
}

/// A file that is one typed value: private entries, house rules. An empty one counts as none.
fn typed<T: Default + DeserializeOwned>(case: &mut Case, file: FileIx) -> (T, Vec<Told>) {
    let bytes = &case.file(file).bytes;
    let Prepared {
        parsed: text,
        faults,
        ..
    } = prepare(bytes);
    let pieces = parse(&text, faults);
    let reader = Reader {
        tree: &pieces.tree,
        text: &text,
        bytes,
        found: RefCell::default(),
        outermost: 0,
        skip: RefCell::default(),
    };
    let value = match pieces.pieces.first() {
        Some(first) if !is_blank(&text) => reader.node(first.root).read(),
        _ => None,
    };
    let found = reader.found.take().faults;
    let told = pieces.faults.into_iter().chain(found);
    let told = told.map(|fault| (fault, None)).collect();
    case.files[file.0 as usize].tree = Some(pieces.tree);
    (value.unwrap_or_default(), told)
}

/// Every record by its id; of two with the same id the first.
fn name_records(case: &mut Case, problems: &mut Vec<Problem>) {
    let mut rulers: HashMap<FileIx, Ruler<'_>> = HashMap::new();
    for (ix, record) in (0u32..).map(RecordIx).zip(&case.records) {
        let id = &record.id.value;
        let Some(first) = case.by_id.get(id) else {
            case.by_id.insert(id.clone(), ix);
            continue;
        };
        let first = &case.records[first.0 as usize];
        let at = |record: &super::Record| {
            let start = record.id.at as usize;
            start..start + id.len()
        };
        let File { path, bytes, .. } = &case.files[first.file.0 as usize];
        let ruler = rulers
            .entry(first.file)
            .or_insert_with(|| Ruler::new(bytes));
        let place = ruler.place(first.id.at as usize);
        problems.push(Problem {
            code: Code::DUPLICATE_ID,
            severity: Severity::Error,
            file: record.file,
            span: at(record),
            id: Some(id.clone()),
            message: format!(
                "the id `{id}` is used twice: first for {} at {path}:{}:{}",
                first.kind().one(),
                place.line,
                place.column
            ),
            help: Some(format!("give this {} another id", record.kind().singular())),
            also: Some((first.file, at(first), "first used here".to_owned())),
        });
    }
}

fn problem(file: FileIx, (fault, id): Told) -> Problem {
    Problem {
        code: fault.code,
        severity: fault.severity,
        file,
        span: fault.span,
        id,
        message: fault.message,
        help: fault.help,
        also: None,
    }
}
