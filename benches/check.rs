//! How `check` grows with a case: generated cases of 1,000, 10,000 and 100,000 records, measured part by part and as
//! whole commands.
//!
//! `cargo bench --bench check` prints the processor's time for each record and the exponent from one size to the next: 1
//! is linear, 2 is the square. With sizes behind `--` it measures those, with `parts` no commands:
//! `cargo bench --bench check -- parts 2000 20000`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement reads the clock and files, and prints"
)]
mod generated;

use casefile::case::timeline;
use casefile::disk::open_case;
use casefile::ruling::{Machine, Standings, Story, compared_problems};
use casefile::search::Search;
use casefile::verify::Findings;
use std::collections::HashMap;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// What people wait for, besides `check`, on a case of this size.
const COMMANDS: [&[&str]; 8] = [
    &["check", "."],
    &["check", ".", "--format", "json"],
    &["list", "."],
    &["list", ".", "--format", "json"],
    &["show", ".", "c1"],
    &["search", ".", "valley"],
    &["report", "."],
    &["export", ".", "--format", "json"],
];

/// The time that the threads of this process have been on a processor, in milliseconds.
fn on_processor() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let times = threads.filter_map(|thread| {
        let stat = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        stat.split_whitespace().next()?.parse::<f64>().ok()
    });
    times.sum::<f64>() / 1e6
}

/// The same for the processes that it began and waited for, in steps of a hundredth of a second.
fn of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(13).take(2);
    let ticks = ticks.filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() * 10.0
}

/// Times of the size before, by what took them.
#[derive(Default)]
struct Times(HashMap<String, (usize, f64)>);

impl Times {
    /// Tells a time at once, since the largest case takes minutes.
    fn tell(&mut self, what: &str, records: usize, milliseconds: f64) {
        let each = milliseconds * 1000.0 / records as f64;
        let before = self.0.insert(what.to_owned(), (records, milliseconds));
        let exponent = before.map_or(String::new(), |(fewer, less)| {
            let exponent = (milliseconds / less).ln() / (records as f64 / fewer as f64).ln();
            format!(", exponent {exponent:.2}")
        });
        println!(
            "{records:>7} {what:<24} {milliseconds:>9.1} ms, {each:>7.2} µs a record{exponent}"
        );
    }
}

fn parts(folder: &Path, records: usize, times: &mut Times) {
    let begun = on_processor();
    let mut last = begun;
    let mut lap = |what: &str| {
        let now = on_processor();
        times.tell(what, records, now - last);
        last = on_processor();
    };
    let opened = open_case(folder).unwrap();
    lap("open");
    let findings = Findings::new(&opened.case);
    lap("quotations");
    let machine = Machine::of(&opened.case, &findings);
    lap("numbers and dates");
    let standings = Standings::new(&opened.case, &opened.logs, &machine);
    lap("standings");
    let found = compared_problems(&opened.case, &opened.logs, &findings, &standings);
    lap("problems");
    let story = Story {
        case: &opened.case,
        logs: &opened.logs,
        standings: &standings,
        problems: &found,
    };
    let unmet = story.readiness();
    lap("what is open");
    let moments = timeline(&opened.case);
    lap("timeline");
    let mut search = Search::default();
    search.read(0, &opened.case);
    lap("search index");
    times.tell("all of it", records, last - begun);
    println!(
        "        {} faults of the files, {} compared, {} dated, {} quotations",
        opened.problems.len(),
        found.len(),
        moments.len(),
        findings.quotes().count()
    );
    black_box((search, unmet));
}

/// A command until it has taken half a second, or once.
fn command(folder: &Path, args: &[&str]) -> f64 {
    let begun = of_children();
    let mut runs = 0.0;
    loop {
        let mut command = Command::new(
            std::env::var_os("CASEFILE").unwrap_or_else(|| env!("CARGO_BIN_EXE_casefile").into()),
        );
        let command = command.args(args).current_dir(folder);
        let run = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(run.is_ok(), "{args:?}");
        runs += 1.0;
        let taken = of_children() - begun;
        if taken > 500.0 {
            return taken / runs;
        }
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if given.is_empty() {
        SIZES.to_vec()
    } else {
        given
    };
    let mut times = Times::default();
    for records in sizes {
        let folder = tempfile::tempdir().unwrap();
        generated::case(records).write(folder.path());
        parts(folder.path(), records, &mut times);
        if args.iter().any(|arg| arg == "parts") {
            continue;
        }
        for args in COMMANDS {
            times.tell(&args.join(" "), records, command(folder.path(), args));
        }
    }
}
