//! Programs that write to a log and are killed, and what is in the log afterwards.

pub mod calls;
pub mod mounted;

use casefile::disk::log::Saver;
use casefile::ruling::chain::{self, Chain};
use casefile_dice::Dice;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// How many programs write at once.
const WRITERS: usize = 8;
/// The variables that make the test program a writer: where, and under what name its entries go.
const WHERE: &str = "CASEFILE_TEST_WRITES_IN";
const WHO: &str = "CASEFILE_TEST_WRITES_AS";
/// With this one it ends when an entry cannot be saved.
pub const UNTIL_FULL: &str = "CASEFILE_TEST_ENDS_WHEN_FULL";
/// What a writer says before the id of each entry that is saved.
const SAVED: &str = "saved ";

/// A folder to write in.
pub struct Bed {
    folder: TempDir,
}

impl Bed {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("case")).unwrap();
        Self { folder }
    }

    pub fn case(&self) -> PathBuf {
        self.folder.path().join("case")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a command one that writes here until it is killed.
    pub fn as_writer<'a>(
        &self,
        command: &'a mut Command,
        case: &Path,
        name: &str,
    ) -> &'a mut Command {
        command
            .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
            .env(WHERE, case)
            .env(WHO, name)
            .env("XDG_STATE_HOME", self.path("state"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
    }
}

/// The only log of a case, as a reader finds it; an empty one if there is none.
pub fn log(case: &Path) -> Chain {
    let entries = std::fs::read_dir(case.join("checks")).into_iter().flatten();
    let paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    assert!(paths.len() <= 1, "{paths:?}");
    let bytes = paths.first().map(|path| std::fs::read(path).unwrap());
    chain::read(&bytes.unwrap_or_default())
}

/// Writes for ever if this program was started by [`Bed::writer`].
pub fn write_if_asked() {
    let (Some(case), Ok(name)) = (std::env::var_os(WHERE), std::env::var(WHO)) else {
        return;
    };
    let mut saver = Saver::new(Path::new(&case), "kl").unwrap();
    let mut out = std::io::stdout();
    for n in 0_usize.. {
        let id = format!("{name}-{n}");
        // Lines of every length, below and above what a system writes in one page.
        let why = "x".repeat([20, 120, 900, 5000, 60_000][n % 5]);
        let entry = json!({"v": 1, "id": id, "at": "2026-03-01T10:00:00Z", "by": "kl", "why": why});
        let entry: Map<String, Value> = entry.as_object().unwrap().clone();
        let saved = saver.save(&entry);
        if saved.is_err() && std::env::var_os(UNTIL_FULL).is_some() {
            return;
        }
        if saved.is_ok() {
            out.write_all(format!("{SAVED}{id}\n").as_bytes()).unwrap();
            out.flush().unwrap();
        }
    }
}

/// The ids that a writer said were saved; a line that was cut off by its end was not said.
pub fn said(out: &mut impl Read) -> Vec<String> {
    let mut ids = vec![];
    let mut reader = BufReader::new(out);
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap_or(0) > 0 {
        if line.ends_with('\n')
            && let Some((_, id)) = line.trim_end().split_once(SAVED)
        {
            ids.push(id.to_owned());
        }
        line.clear();
    }
    ids
}

/// Says why a test cannot be run here.
pub fn skipped(why: &str) {
    println!("skipped: {why}");
}

/// Runs a program; true if it could be started and went well.
pub fn went_well(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    let quiet = command
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Waits for a time from `least` to below `most` milliseconds, so that the n-th case ends somewhere else in a writer's work
/// than the one before.
pub fn pause(nth: usize, least: usize, most: usize) {
    let pause = least + Dice::nth(nth as u64).below(most - least);
    std::thread::sleep(Duration::from_millis(pause as u64));
}

/// Kills so many writers, eight at a time, and looks at what is left.
pub fn kills(bed: &Bed, most: usize) {
    let (killed, saved) = (AtomicUsize::new(0), Mutex::new(HashSet::new()));
    let work = || {
        loop {
            let number = killed.fetch_add(1, Ordering::Relaxed);
            if number >= most {
                return;
            }
            let mut child = Command::new(std::env::current_exe().unwrap());
            let child = bed.as_writer(&mut child, &bed.case(), &format!("w{number}"));
            let mut child = child.spawn().unwrap();
            let mut out = child.stdout.take().unwrap();
            let ids = std::thread::scope(|scope| {
                let ids = scope.spawn(|| said(&mut out));
                pause(number, 20, 140);
                child.kill().unwrap();
                child.wait().unwrap();
                ids.join().unwrap()
            });
            saved.lock().unwrap().extend(ids);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(work);
        }
    });
    let (saved, log) = (saved.into_inner().unwrap(), log(&bed.case()));
    let there: HashSet<&str> = log.lines.iter().map(chain::RawLine::id).collect();
    let lost: Vec<&String> = saved
        .iter()
        .filter(|id| !there.contains(id.as_str()))
        .collect();
    println!(
        "{most} killed, {} saved, {} in the log, {} lost",
        saved.len(),
        there.len(),
        lost.len()
    );
    assert!(lost.is_empty(), "lost: {lost:?}");
    assert!(
        saved.len() > most / 4,
        "too little was saved for the test to mean anything"
    );
    // A kill in the middle of a write may tear that line, which nobody was told is saved; it is told as torn.
    assert!(
        format!("{:?}", log.flaws).matches("what: ").count()
            == format!("{:?}", log.flaws).matches("what: Torn").count()
    );
}
