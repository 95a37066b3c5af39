//! What a log costs: reading and folding 200,000 lines beside parsing the same lines as JSON, and saving an entry beside
//! writing and syncing the same bytes.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads the clock and files, and prints"
)]

use casefile::case::{Case, Input, InputRole};
use casefile::disk::log::Saver;
use casefile::ruling::chain::{self, End};
use casefile::ruling::{About, Entry, LogFile, Logs, Machine, Ruling, Standings, Target, seal};
use criterion::Criterion;
use rayon::prelude::*;
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

/// Lines of the log.
const LINES: usize = 200_000;
/// Claims that they are about, in turn.
const CLAIMS: usize = 1000;
/// Entries saved.
const SAVES: usize = 300;

fn case() -> Case {
    let mut text = "format: casefile/1\ncase: x\nfigures:\n".to_owned();
    for n in 0..CLAIMS {
        writeln!(
            text,
            "  f{n}: {{what: \"Houses lost in the valley of number {n}\", value: {n}, source: TK}}"
        )
        .unwrap();
    }
    text.push_str("claims:\n");
    for n in 0..CLAIMS {
        writeln!(
            text,
            "  c{n}: {{says: \"The mud took {n} houses in the valley.\", evidence: [f{n}]}}"
        )
        .unwrap();
    }
    let bytes = text.into_bytes();
    let (path, role) = ("case.yaml".to_owned(), InputRole::Case);
    casefile::case::read("x", vec![Input { path, bytes, role }]).0
}

fn entry(case: &Case, n: usize) -> Map<String, Value> {
    let claim = Target::of(case, &format!("c{}", n % CLAIMS)).unwrap();
    let at = "2026-03-01T10:00:00Z".to_owned();
    let mut entry = Entry::new(format!("{n:016x}"), at, "kl".to_owned());
    entry.about = Some(About::new(case, claim));
    entry.ruling = Some(Ruling::Confirmed);
    entry.why = Some("Counted on the map of the inquiry and in the list of the mayor.".to_owned());
    entry.seal = Some(seal(case, claim, None));
    entry.to_json()
}

fn log(case: &Case) -> Vec<u8> {
    let entries: Vec<Map<String, Value>> = (0..CLAIMS).map(|n| entry(case, n)).collect();
    let (mut end, mut bytes) = (End::default(), vec![]);
    for n in 0..LINES {
        let mut entry = entries[n % CLAIMS].clone();
        entry.insert("id".to_owned(), format!("{n:016x}").into());
        let line = chain::finished(&entry, &end);
        let sum = chain::sum_of(&line).to_owned();
        end = End {
            seq: end.seq + 1,
            sum,
        };
        bytes.extend(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

fn parsed(bytes: &[u8]) -> usize {
    let lines = bytes.split(|byte| *byte == b'\n');
    let lines = lines.filter(|line| !line.is_empty());
    let values = lines.map(|line| serde_json::from_slice::<Value>(line).unwrap());
    values.filter(|value| black_box(value).is_object()).count()
}

fn folded(case: &Case, bytes: &[u8]) -> usize {
    let read = chain::read(bytes);
    assert!(read.flaws.is_empty());
    let entries = read.lines.par_iter();
    let entries = entries.map(|line| Entry::from_line(line.bytes(bytes)).unwrap());
    let logs = Logs::new(vec![LogFile {
        checker: "kl".to_owned(),
        machine: "m".to_owned(),
        file: None,
        entries: entries.collect(),
        damaged: 0,
        torn: 0,
    }]);
    let standings = Standings::new(case, &logs, &Machine::default());
    standings.states().len()
}

/// The median time of saving an entry, and of writing and syncing its bytes, in turn so that both meet the same disk.
fn saving(case: &Case) -> (Duration, Duration) {
    let folder = tempfile::tempdir_in(".").unwrap();
    let mut saver = Saver::new(folder.path(), "kl").unwrap();
    let mut options = std::fs::OpenOptions::new();
    let bare = options.append(true).create(true);
    let mut bare = bare.open(folder.path().join("bare")).unwrap();
    let (mut ours, mut theirs) = (vec![], vec![]);
    for n in 0..SAVES {
        let entry = entry(case, n);
        let begun = Instant::now();
        saver.save(&entry).unwrap();
        ours.push(begun.elapsed());
        let line = chain::finished(&entry, &End::default()) + "\n";
        let begun = Instant::now();
        bare.write_all(line.as_bytes()).unwrap();
        bare.sync_data().unwrap();
        theirs.push(begun.elapsed());
    }
    ours.sort();
    theirs.sort();
    (ours[SAVES / 2], theirs[SAVES / 2])
}

fn least(mut what: impl FnMut() -> usize) -> Duration {
    let once = |_| {
        let begun = Instant::now();
        black_box(what());
        begun.elapsed()
    };
    (0..5).map(once).min().unwrap()
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let case = case();
    let bytes = log(&case);
    criterion.bench_function("parse 200,000 lines as JSON", |b| b.iter(|| parsed(&bytes)));
    criterion.bench_function("read and fold 200,000 lines", |b| {
        b.iter(|| folded(&case, &bytes));
    });
    criterion.final_summary();
    let (ours, json) = (least(|| folded(&case, &bytes)), least(|| parsed(&bytes)));
    let mib = bytes.len() / 1024 / 1024;
    println!(
        "{LINES} lines, {mib} MiB: as JSON {json:.0?}, read and folded {ours:.0?}, ratio {:.2}",
        ratio(ours, json)
    );
    let (ours, bare) = saving(&case);
    println!(
        "saving {ours:.0?}, a bare write and sync {bare:.0?}, ratio {:.2}",
        ratio(ours, bare)
    );
}
