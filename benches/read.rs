//! Reading a case of 1,000, 10,000 and 100,000 records with every place kept, against `serde_yaml` into plain structs without places: time and peak memory on the same data in the same run.
//!
//! `cargo bench --bench read` prints criterion's times, and then the ratios of processor time and peak memory from processes of their own.
//! Last come files full of mistakes, which must not take the square of their size.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement reads the clock and files, and prints"
)]

use casefile::case::{Input, InputRole, read};
use criterion::{BenchmarkId, Criterion, Throughput};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;
use std::process::Command;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// A case of `n` records as newsrooms write them: a few parties and sources, many quotes, figures, counts and claims.
fn case_text(n: usize) -> String {
    let mut text = "format: casefile/1\ncase: large\ntitle: A large case\n".to_owned();
    let part = n / 10;
    text.push_str("parties:\n");
    for i in 0..part {
        writeln!(
            text,
            "  party-{i}: {{name: Person Number {i}, is: person, role: spokesperson, country: PE}}"
        )
        .unwrap();
    }
    text.push_str("sources:\n");
    for i in 0..part {
        writeln!(text, "  source-{i}:\n    kind: interview\n    tier: primary\n    title: \"Interview {i}: what was said\"\n    who: party-{i}\n    date: 2023-02-{:02}\n    terms: on-record", i % 28 + 1).unwrap();
    }
    text.push_str("quotes:\n");
    for i in 0..part * 3 {
        let source = i % part;
        writeln!(text, "  quote-{i}:\n    who: party-{source}\n    source: source-{source}#par{}\n    printed: \"We had no idea that the equipment would be used in this way, and nobody told us in the {i} days before.\"\n    note: 'It''s from the second part'", i % 40 + 1).unwrap();
    }
    text.push_str("figures:\n");
    for i in 0..part {
        writeln!(text, "  figure-{i}:\n    what: exports in the year, as the report gives them\n    source: source-{}\n    value: {}\n    how: nearly\n    unit: CAD\n    as_of: 2022", i % part, i * 1000 + 7).unwrap();
    }
    text.push_str("casualties:\n");
    for i in 0..part {
        writeln!(text, "  count-{i}: {{source: source-{}, killed: {{min: {i}, max: {}}}, period: {{from: 2022-12-07, to: 2023-02}}, place: Ayacucho, status: civilian, grade: fair}}", i % part, i + 9).unwrap();
    }
    text.push_str("claims:\n");
    for i in 0..n - part * 7 {
        let (quote, count) = (i % (part * 3), i % part);
        writeln!(text, "  claim-{i}:\n    says: >-\n      The ministry said {i} people had been\n      counted in the region that year.\n    evidence: [quote-{quote}, count-{count}]\n    number:\n      prints: {i}\n      from: count-{count}.killed").unwrap();
    }
    text
}

/// The same records without places, numbers as floating point, dates as text.
#[derive(Deserialize)]
#[allow(dead_code)]
struct Plain {
    format: String,
    parties: BTreeMap<String, PlainParty>,
    sources: BTreeMap<String, PlainSource>,
    quotes: BTreeMap<String, PlainQuote>,
    figures: BTreeMap<String, PlainFigure>,
    casualties: BTreeMap<String, PlainCasualty>,
    claims: BTreeMap<String, PlainClaim>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainParty {
    name: String,
    is: Option<String>,
    role: Option<String>,
    country: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainSource {
    kind: String,
    tier: Option<String>,
    title: Option<String>,
    who: Option<String>,
    date: Option<String>,
    terms: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainQuote {
    who: String,
    source: String,
    printed: String,
    note: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainFigure {
    what: String,
    source: String,
    value: Option<f64>,
    how: Option<String>,
    unit: Option<String>,
    as_of: Option<i64>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainCasualty {
    source: String,
    killed: Option<PlainLimits>,
    period: Option<PlainPeriod>,
    place: Option<String>,
    status: Option<String>,
    grade: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainLimits {
    min: Option<f64>,
    max: Option<f64>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainPeriod {
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainClaim {
    says: String,
    evidence: Vec<String>,
    number: Option<PlainNumber>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct PlainNumber {
    prints: Option<f64>,
    from: Option<String>,
}

fn inputs(text: &str) -> Vec<Input> {
    inputs_of(text.to_owned())
}

fn inputs_of(text: String) -> Vec<Input> {
    vec![Input {
        path: "case.yaml".to_owned(),
        bytes: text.into_bytes(),
        role: InputRole::Case,
    }]
}

fn times(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10);
    for n in SIZES {
        let text = case_text(n);
        let (case, problems) = read("large", inputs(&text));
        assert_eq!((case.records.len(), problems.len()), (n, 0));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("casefile", n), &text, |bench, text| {
            bench.iter(|| black_box(read("large", inputs(text))));
        });
        group.bench_with_input(BenchmarkId::new("serde_yaml", n), &text, |bench, text| {
            bench.iter(|| black_box(serde_yaml::from_str::<Plain>(text).unwrap()));
        });
    }
    group.finish();
}

/// The most memory this process has had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    number.unwrap_or(0)
}

/// The time this process has been on a processor, in milliseconds: what other programs do meanwhile does not count.
fn on_processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let first = stat.split_whitespace().next();
    first.and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

/// In a process of its own: how much the peak rises by reading, and the processor's time. The file's own bytes are counted for both.
fn measure(who: &str, n: usize) {
    let text = case_text(n);
    let memory = peak() - text.len() as u64 / 1024;
    let time = on_processor();
    match who {
        "casefile" => {
            let read = black_box(read("large", inputs_of(text)));
            println!("{} {}", peak() - memory, on_processor() - time);
            drop(read);
        }
        _ => {
            let read = black_box(serde_yaml::from_str::<Plain>(&text).unwrap());
            println!("{} {}", peak() - memory, on_processor() - time);
            drop(read);
        }
    }
}

/// The least peak and time of some runs in processes of their own.
fn least(who: &str, n: usize) -> (f64, f64) {
    let me = std::env::current_exe().unwrap();
    let runs = (0..5).map(|_| {
        let args = ["--alone", who, &n.to_string()];
        let out = Command::new(&me).args(args).output().unwrap();
        let out = String::from_utf8_lossy(&out.stdout).into_owned();
        let (memory, time) = out.trim().split_once(' ').unwrap();
        (memory.parse::<f64>().unwrap(), time.parse::<f64>().unwrap())
    });
    runs.fold((f64::MAX, f64::MAX), |a, b| (a.0.min(b.0), a.1.min(b.1)))
}

fn alone() {
    for n in SIZES {
        let (ours, ours_time) = least("casefile", n);
        let (theirs, theirs_time) = least("serde_yaml", n);
        #[allow(clippy::cast_precision_loss)] // for a ratio
        let file = case_text(n).len() as f64 / 1024.0;
        println!(
            "{n} records, {file:.0} KiB: processor {ours_time:.1} ms to {theirs_time:.1} ms, ratio {:.2}; peak memory {:.1} × the file to {:.1} ×, ratio {:.2}",
            ours_time / theirs_time,
            ours / file,
            theirs / file,
            ours / theirs
        );
    }
}

/// Files full of one mistake each: the time must grow with the file and not with its square, so eight times the file is to take near eight times as long.
fn mistakes() {
    let kinds = [
        "  c-N:\n    says: \"never closed\n    note: x\n",
        "  c-N:\n    says: It is so.\n    evidence: [a, b\n    note: x\n",
        "  c-N: {says: It is so.\n",
        "  c-N:\n    says: It: is so.\n",
        "\tc-N:\n    says: x\n",
        "  c-N:\n     says: x\n    note: x\n",
        "? ",
        "- ",
        "[",
        "{a: ",
        "- - - - - - - - - - - - - - - - -\n",
        "&a ",
        "\"",
        "'",
        "---\n",
        "claims:\n",
        "a: b\n",
        "aN: b\n",
        "  x y: z: w\n",
        "  C-N: {says: [x], evidence: y, date: z}\n",
    ];
    for kind in kinds {
        let time = |n: usize| {
            let mut text = "format: casefile/1\nclaims:\n".to_owned();
            for i in 0..n {
                text.push_str(&kind.replace('N', &i.to_string()));
            }
            let start = on_processor();
            black_box(read("mistakes", inputs_of(text)));
            on_processor() - start
        };
        let least = |n| (0..3).map(|_| time(n)).fold(f64::MAX, f64::min);
        let (small, large) = (least(2_000), least(16_000));
        let ratio = large / small;
        println!(
            "{kind:?} 2,000 times {small:.1} ms, 16,000 times {large:.1} ms, ratio {ratio:.1}"
        );
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, flag, who, n] = &args[..]
        && flag == "--alone"
    {
        return measure(who, n.parse().unwrap());
    }
    let mut criterion = Criterion::default().configure_from_args();
    times(&mut criterion);
    criterion.final_summary();
    alone();
    mistakes();
}
