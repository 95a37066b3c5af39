//! One fact is told in one way: what `show`, the page on the desk and the report say of a finding, a ruling and a record
//! is the same text, and the words for it stand in one place.
#![allow(
    clippy::disallowed_methods,
    reason = "tests run the program and read files of their own"
)]

mod copied;

use casefile::case::{Body, Case, Kind, Node, Record};
use casefile::disk::open_case;
use casefile::keys::{Action, Keymap};
use casefile::report::{Account, Known, markdown};
use casefile::ruling::{Assessment, Ruling, Sign, Standing, Story};
use casefile::tui::desk::{Desk, Left, Msg, Open, Seat, Spot};
use casefile::verify::Findings;
use casefile::verify::figures::judge;
use casefile::wording::{self, Redaction, Row};
use copied::copy;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// A case as each of the three tells it.
struct Told {
    desk: Desk,
    report: String,
    folder: tempfile::TempDir,
}

/// Text without what a drawing adds: marks of Markdown, line ends, indentation.
fn plain(text: &str) -> String {
    let text = text.replace('\\', "");
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (mark, c)| text.replace(mark, c));
    text.replace(['`', '*'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

impl Told {
    /// A copy of a case in which people have ruled, and in which what one of them ruled on has changed since.
    fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("casefiles")
                .join(name),
            folder.path(),
        );
        let told = |folder: &Path| {
            let opened = open_case(folder).unwrap();
            let claims = opened.case.of_kind(Kind::Claim);
            let claims = claims.filter_map(|(_, record)| {
                let file = opened.case.file(record.file).path.clone();
                let (id, says) = says(record)?;
                Some((id, says, file))
            });
            let claims = claims.take(4);
            let by = opened.case.head.team.get().unwrap().members[1]
                .0
                .value
                .clone();
            (claims.collect::<Vec<_>>(), by)
        };
        let (claims, by) = told(folder.path());
        let how: [&[&str]; 4] = [
            &["confirmed", "--saw", "primary"],
            &["fix", "--fix", "other words", "--why", "it is not so"],
            &["cannot-verify", "--saw", "via"],
            &["confirmed", "--saw", "call", "--why", "she said so"],
        ];
        for ((id, ..), how) in claims.iter().zip(how) {
            let mut args = vec!["rule", ".", id, "--by", &by];
            args.splice(3..3, how.iter().copied());
            run(folder.path(), &args);
        }
        let (_, says, file) = &claims[3];
        let file = folder.path().join(file);
        let text = fs::read_to_string(&file).unwrap();
        let changed = text.replacen(says.as_str(), &format!("Indeed {says}"), 1);
        assert!(text != changed, "{says} was not found");
        fs::write(&file, changed).unwrap();
        Self::read(folder)
    }

    fn read(folder: tempfile::TempDir) -> Self {
        let opened = open_case(folder.path()).unwrap();
        let findings = Findings::new(&opened.case);
        let assessed = Assessment::of(&opened.case, &opened.logs, findings);
        let (case, hide) = (&opened.case, Redaction::none(&opened.case));
        let story = Story {
            case,
            logs: &opened.logs,
            standings: &assessed.standings,
            problems: &opened.problems,
        };
        let mut known = Known::new(&story, &hide);
        known.add_quotes(case, &assessed.findings, &hide);
        known.add_figures(case, &hide);
        let made = jiff::civil::date(2026, 1, 1);
        let report = plain(&markdown(&Account::of(case, &known, &hide, made)));
        let open = Open::new(1, opened.case, opened.problems, opened.logs);
        let mut desk = Desk::new(open, Seat::default(), &Left::default());
        let msg = Msg::Assessed(desk.open.reading, Arc::new(assessed));
        desk.update(msg, &Keymap::default());
        Self {
            desk,
            report,
            folder,
        }
    }

    fn case(&self) -> Arc<Case> {
        Arc::clone(&self.desk.open.case)
    }

    /// The page of a record or sentence on the desk, as text.
    fn page(&mut self, node: Node) -> String {
        self.desk.read(match node {
            Node::Record(ix) => Spot::Record(ix),
            Node::Sentence(at) => Spot::Sentence(at),
        });
        let page = &self.desk.reading.as_ref().unwrap().page;
        let paras: Vec<&str> = page.paras.iter().map(|para| para.text.as_str()).collect();
        plain(&paras.join("\n"))
    }

    /// What `show` prints of it.
    fn show(&self, name: &str) -> String {
        plain(&run(self.folder.path(), &["show", ".", name]))
    }

    /// Every row said of a claim, quotation or sentence: findings, then rulings.
    fn rows(&self, node: Node) -> Vec<Row> {
        let (case, all) = (&self.desk.open.case, Redaction::nothing());
        let assessed = &self.desk.open.assessed;
        let mut rows = vec![];
        for judged in judge(case, node) {
            rows.extend(wording::figure(case, &judged, &all));
        }
        match node {
            Node::Record(ix) => rows.extend(
                assessed
                    .findings
                    .get(ix)
                    .into_iter()
                    .flat_map(|found| wording::quotation(case, found, &all)),
            ),
            Node::Sentence(at) => {
                for quote in assessed.findings.of_sentence(at) {
                    rows.push(wording::printed(&quote.found.words, &all));
                    rows.extend(wording::quotation(case, &quote.found, &all));
                }
            }
        }
        let stand = assessed.standings.of(node).into_iter();
        rows.extend(stand.flat_map(|stand| wording::stand(case, stand, &all)));
        rows
    }
}

/// A claim's id and what it says.
fn says(record: &Record) -> Option<(String, String)> {
    match &record.body {
        Body::Claim(claim) => Some((record.id.value.clone(), claim.says.get()?.clone())),
        _ => None,
    }
}

/// What the program prints in a folder.
fn run(folder: &Path, args: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_casefile"))
        .args(args)
        .current_dir(folder)
        .env("XDG_STATE_HOME", folder.join(".state"))
        .env("XDG_CONFIG_HOME", folder.join(".config"))
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {err}");
    String::from_utf8(done.stdout).unwrap()
}

/// The shapes of what is said: rows of one shape are drawn alike, so `show` is asked only where there is one that it
/// was not asked for before.
fn shapes(rows: &[Row]) -> HashSet<String> {
    let shape = |row: &Row| {
        let word = row.sign.map_or("", |sign| sign.word);
        format!("{} {word} {}", row.label, row.side.is_some())
    };
    rows.iter().map(shape).collect()
}

#[track_caller]
fn holds(told: &str, rows: &[Row], by: &str) {
    for row in rows {
        let words = plain(&row.plain());
        assert!(
            told.contains(&words),
            "{by} does not say {words:?} in:\n{told}"
        );
    }
}

/// What each of the three says of findings and rulings.
fn findings_and_rulings_are_told_alike(told: &mut Told) {
    let case = told.case();
    let records = case.iter().map(|(ix, _)| Node::Record(ix));
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let sentences = (0u32..).zip(sentences).map(|(at, _)| Node::Sentence(at));
    let mut seen = HashSet::new();
    let (mut said, mut printed) = (0, 0);
    for node in records.chain(sentences) {
        let rows = told.rows(node);
        if rows.is_empty() {
            continue;
        }
        said += 1;
        holds(&told.page(node), &rows, "the desk");
        let name = name_of(&case, node);
        // A quotation that nothing in the draft stands on is in no report.
        let is_note = told.report.contains(&format!(", quote {name}: "));
        let is_quote = matches!(node, Node::Record(ix) if case.at(ix).kind() == Kind::Quote);
        if is_note || !is_quote {
            printed += 1;
            holds(&told.report, &rows, "the report");
        }
        let before = seen.len();
        seen.extend(shapes(&rows));
        if seen.len() > before {
            holds(&told.show(&name), &rows, "show");
        }
    }
    assert!(
        said > 40 && printed > 30 && seen.len() > 8,
        "{said} {printed}"
    );
}

fn name_of(case: &Case, node: Node) -> String {
    match node {
        Node::Record(ix) => case.at(ix).id.value.clone(),
        Node::Sentence(at) => case.draft.as_ref().unwrap().sentences[at as usize].name(),
    }
}

#[test]
fn findings_rulings_and_records_of_the_permit_are_told_alike_by_all_three() {
    let mut told = Told::of("peru-permit");
    findings_and_rulings_are_told_alike(&mut told);
    records_are_named_alike(&mut told);
}

#[test]
fn findings_rulings_and_records_of_the_dam_are_told_alike_by_all_three() {
    let mut told = Told::of("ravel-ridge");
    findings_and_rulings_are_told_alike(&mut told);
    records_are_named_alike(&mut told);
}

/// How each of the three names a record, and its fields.
fn records_are_named_alike(told: &mut Told) {
    let case = told.case();
    let all = Redaction::nothing();
    let list = plain(&run(told.folder.path(), &["list", "."]));
    let mut kinds = HashSet::new();
    for (ix, record) in case.iter() {
        let title = plain(&all.cover(&wording::title(&case, ix)).plain());
        assert!(list.contains(&title), "list does not say {title:?}");
        let fields = wording::fields(&case, ix, &all);
        // The desk tells what a record stands on link by link, not as the list that is written.
        let written = |row: &&Row| !["evidence", "against", "via"].contains(&row.label.as_str());
        let on_page: Vec<Row> = fields.iter().filter(written).cloned().collect();
        if kinds.insert(record.kind()) {
            holds(&told.page(Node::Record(ix)), &on_page, "the desk");
            holds(&told.show(&record.id.value), &fields, "show");
        }
        let id = &record.id.value;
        if told
            .report
            .contains(&format!(", {} {id}: ", record.kind().singular()))
        {
            assert!(
                told.report.contains(&title),
                "the report does not say {title:?}"
            );
        }
    }
}

/// The sources that are shipped, each with its path: what stands behind `#[cfg(test)]` is left out.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = shipped
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code = code.collect::<Vec<_>>().join("\n");
            found.push((path.to_string_lossy().replace('\\', "/"), code));
        }
    }
}

#[test]
fn the_words_and_signs_of_what_stands_are_written_in_one_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = vec![];
    sources(&root.join("src"), &mut all);
    sources(&root.join("crates"), &mut all);
    all.retain(|(path, _)| !path.contains("/tests/"));
    assert!(all.len() > 300, "the sources were not found");
    let standings = Standing::ALL.map(Sign::of);
    // A word of one part may be the word of a command, a log or a key too.
    let words = standings.iter().map(|sign| sign.word);
    let words: Vec<String> = words
        .filter(|word| word.contains(' '))
        .map(|word| format!("\"{word}\""))
        .collect();
    let signs = ['✓', '✗', '↻', '◂', '‡', '≡'];
    let mut elsewhere = vec![];
    for (path, code) in &all {
        // The table itself, how it is drawn in ASCII, and the key table, which knows no rulings and is held to them below.
        if path.ends_with("/sign.rs") || path.ends_with("/signs.rs") || path.ends_with("/action.rs")
        {
            continue;
        }
        let word = words.iter().find(|word| code.contains(word.as_str()));
        elsewhere.extend(word.map(|word| format!("{path}: {word}")));
        let sign = signs.into_iter().find(|sign| code.contains(*sign));
        elsewhere.extend(sign.map(|sign| format!("{path}: {sign}")));
    }
    assert_eq!(elsewhere, Vec::<String>::new());
}

#[test]
fn what_is_said_of_a_finding_or_ruling_is_put_into_words_in_one_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = vec![];
    sources(&root.join("src"), &mut all);
    sources(&root.join("crates"), &mut all);
    let said = [
        "not re-checked here: {file}",
        "saw the source itself",
        "changed elsewhere than in the words",
        "something changed since",
        "not compared with the source itself",
        "which are no full text",
        "no machine checks the translation",
    ];
    for words in said {
        let places: Vec<&str> = all
            .iter()
            .filter(|(_, code)| code.contains(words))
            .map(|(path, _)| path.as_str())
            .collect();
        assert!(
            places.len() == 1 && places[0].contains("/wording/"),
            "{words:?} stands in {places:?}"
        );
    }
}

#[test]
fn a_ruling_means_the_same_in_the_key_table_and_on_the_command_line() {
    let mut offered = 0;
    for ruling in Ruling::ALL {
        // Taking back and signing off have keys of their own.
        if let Some(action) = Action::named(ruling.word()) {
            offered += 1;
            assert_eq!(action.says(), ruling.says().to_lowercase());
        }
    }
    assert_eq!(offered, 9);
}
