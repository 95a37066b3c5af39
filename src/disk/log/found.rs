//! Reads every log of a case, with all that is wrong with it.

use super::kept::{self, Compared, Known};
use super::name::{FOLDER, parts};
use crate::case::{Case, Code, File, FileIx, Problem, Severity};
use crate::disk::beneath::{self, Refused};
use crate::ruling::chain::{self, Chain, Wrong};
use crate::ruling::{Entry, LogFile, Logs, NoEntry};
use cap_std::fs::Dir;
use rayon::prelude::*;
use std::ops::Range;
use std::path::Path;

/// The largest log that is read, in bytes.
const MOST: u64 = 512 * 1024 * 1024;
/// The most files that are looked at in `checks/`.
const MOST_FILES: usize = 4096;

/// Reads the logs of a case. Each becomes a file of the case, so that what is wrong with it has a place.
pub fn logs(dir: &Dir, root: &Path, case: &mut Case, problems: &mut Vec<Problem>) -> Logs {
    let mut reader = Reader {
        dir,
        case,
        problems,
        firsts: Known::new(),
    };
    let names = reader.names();
    let logs = names.iter().filter_map(|name| reader.log(name)).collect();
    reader.missed(root);
    Logs::new(logs)
}

struct Reader<'a> {
    dir: &'a Dir,
    case: &'a mut Case,
    problems: &'a mut Vec<Problem>,
    /// The id of the first line of each log.
    firsts: Known,
}

impl Reader<'_> {
    /// The files in `checks/`, in name order.
    fn names(&mut self) -> Vec<String> {
        match self.dir.symlink_metadata(FOLDER) {
            Err(_) => return vec![],
            Ok(found) if found.is_dir() => {}
            Ok(_) => {
                let message = format!("{FOLDER} is a link, or not a folder, so no ruling is read");
                let help = "put a folder of that name in its place; links are not followed";
                self.tell(Code::LOG, Severity::Error, FileIx(0), 0..0, message, help);
                return vec![];
            }
        }
        let entries = match self.dir.read_dir(FOLDER) {
            Ok(entries) => entries,
            Err(why) => {
                let message = format!("{FOLDER} cannot be read, so no ruling is read: {why}");
                let help = "check that you may read the folder";
                self.tell(Code::LOG, Severity::Error, FileIx(0), 0..0, message, help);
                return vec![];
            }
        };
        let mut names = vec![];
        for (count, entry) in entries.enumerate() {
            let why = match entry {
                Ok(_) if count == MOST_FILES => {
                    format!("it holds more than {MOST_FILES} files, the most that are looked at")
                }
                Ok(entry) => {
                    names.push(entry.file_name().to_string_lossy().into_owned());
                    continue;
                }
                Err(why) => why.to_string(),
            };
            let message =
                format!("{FOLDER} was not read to its end, so rulings may be missing: {why}");
            let help = "take everything out of the folder that is not a log, and check that you may read it";
            self.tell(Code::LOG, Severity::Error, FileIx(0), 0..0, message, help);
            break;
        }
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        names
    }

    fn log(&mut self, name: &str) -> Option<LogFile> {
        let path = format!("{FOLDER}/{name}");
        let Some((checker, machine)) = parts(name) else {
            if name.ends_with(".jsonl") {
                let message = format!("{path} is not read: logs are called NAME@MACHINE.jsonl");
                let help = "if it is a copy that a synchronising program made, compare it with the log and take it out";
                self.tell(
                    Code::LOG_NAME,
                    Severity::Warning,
                    FileIx(0),
                    0..0,
                    message,
                    help,
                );
            }
            return None;
        };
        let bytes = match beneath::read(self.dir, &path, MOST) {
            Ok(bytes) => bytes,
            Err(why) => {
                self.refused(&path, &why);
                return None;
            }
        };
        let chain = chain::read(&bytes);
        // Each line is read by itself, on whatever processor is free.
        let lines = chain.lines.par_iter().with_min_len(256);
        let entries: Vec<Result<Entry, NoEntry>> = lines
            .map(|line| Entry::from_line(line.bytes(&bytes)))
            .collect();
        let file = FileIx(u32::try_from(self.case.files.len()).unwrap_or(u32::MAX));
        self.case.files.push(File {
            path: path.clone(),
            bytes,
            tree: None,
        });
        self.flaws(file, &chain);
        self.end(file, &path, &chain);
        if let Some(first) = chain.lines.first() {
            self.firsts.insert(name.to_owned(), first.id().to_owned());
        }
        let flaws = || chain.flaws.iter().map(|flaw| flaw.what);
        let damaged = flaws().filter(|what| what.is_damage()).count();
        let torn = flaws().filter(|what| *what == Wrong::Torn).count();
        let mut log = LogFile {
            checker: checker.to_owned(),
            machine: machine.to_owned(),
            file: Some(file),
            entries: Vec::with_capacity(chain.lines.len()),
            damaged,
            torn,
        };
        for (line, entry) in chain.lines.iter().zip(entries) {
            match self.entry(file, line, entry, checker) {
                Some(entry) => log.entries.push(entry),
                None => log.damaged += 1,
            }
        }
        Some(log)
    }

    /// What a line says; if it is not understood or not the checker's own, nothing, and that is reported.
    fn entry(
        &mut self,
        file: FileIx,
        line: &chain::RawLine,
        entry: Result<Entry, NoEntry>,
        checker: &str,
    ) -> Option<Entry> {
        let span = line.span.start..line.span.start + 1;
        match entry {
            Ok(entry) if entry.by == checker => Some(entry),
            Ok(entry) => {
                let by = entry.by;
                let message = format!(
                    "the line is by `{by}`, but stands in the log of `{checker}`: it does not count"
                );
                let help = "look in Git who put it there";
                self.tell(Code::NOT_THEIRS, Severity::Error, file, span, message, help);
                None
            }
            Err(why) => {
                let message = format!("the line is not understood and does not count: {why}");
                let help = "if a newer casefile wrote it, install that one; otherwise look in Git who put it there";
                self.tell(Code::ODD_LINE, Severity::Warning, file, span, message, help);
                None
            }
        }
    }

    fn flaws(&mut self, file: FileIx, chain: &Chain) {
        for flaw in &chain.flaws {
            let (code, severity, message, help) = told(flaw.what);
            self.tell(code, severity, file, flaw.span.clone(), message, help);
        }
    }

    /// Compares the end with what this machine remembers of it.
    fn end(&mut self, file: FileIx, path: &str, chain: &Chain) {
        let at = self.case.file(file).bytes.len();
        match kept::compare(chain) {
            Compared::Holds => {}
            Compared::NoMemory => {
                let message = format!(
                    "{path}: lines cut off at its end would not be noticed on this machine"
                );
                let help = "the folder where programs keep their state cannot be written to; check that your home folder exists and is yours";
                self.tell(Code::NO_MEMORY, Severity::Note, file, 0..0, message, help);
            }
            Compared::Gone(lines) => {
                let lines = match lines {
                    1 => "the last line of the log is gone or has changed".to_owned(),
                    n => format!("the last {n} lines of the log are gone"),
                };
                let first = chain
                    .lines
                    .first()
                    .map(chain::RawLine::id)
                    .unwrap_or_default();
                let kept = kept::file(first).map(|path| path.display().to_string());
                let message = format!("{lines}: this machine remembers that it went further");
                let help = format!(
                    "look in Git and in backups for {path} as it was; if it is right as it is, delete {}",
                    kept.unwrap_or_default()
                );
                self.tell(
                    Code::ROLLED_BACK,
                    Severity::Error,
                    file,
                    at..at,
                    message,
                    &help,
                );
            }
        }
    }

    /// Reports logs that were here before and are gone, or have become others.
    fn missed(&mut self, root: &Path) {
        let known = kept::known(root);
        let place = kept::file_of_case(root).map(|path| path.display().to_string());
        for (name, first) in &known {
            let path = format!("{FOLDER}/{name}");
            let what = match self.firsts.get(name) {
                Some(now) if now == first => continue,
                Some(_) => "has become another log",
                None => "is gone, or has no lines left",
            };
            let found = self.case.files.iter().position(|file| file.path == path);
            let file = FileIx(found.and_then(|at| u32::try_from(at).ok()).unwrap_or(0));
            let message = format!("{path} {what}: this machine remembers rulings in it");
            let help = format!(
                "look in Git and in backups for the log as it was; if this is right, delete {}",
                place.clone().unwrap_or_default()
            );
            self.tell(
                Code::ROLLED_BACK,
                Severity::Error,
                file,
                0..0,
                message,
                &help,
            );
        }
        kept::know(root, std::mem::take(&mut self.firsts));
    }

    fn refused(&mut self, path: &str, why: &Refused) {
        let message = format!("{path} is not read, so that its rulings do not count: {why}");
        let help = match why {
            Refused::Outside | Refused::Missing | Refused::Private | Refused::Failed(_) => {
                "check that the file is there and that you may read it"
            }
            Refused::Link | Refused::NotAFile => {
                "put the log itself in its place; links are not followed"
            }
            Refused::HardLink => why.help(),
            Refused::TooLarge(_) => "no log grows so large by itself; see what it holds",
        };
        self.tell(Code::LOG, Severity::Error, FileIx(0), 0..0, message, help);
    }

    fn tell(
        &mut self,
        code: Code,
        severity: Severity,
        file: FileIx,
        span: Range<usize>,
        message: String,
        help: &str,
    ) {
        self.problems.push(Problem {
            code,
            severity,
            file,
            span,
            id: None,
            message,
            help: Some(help.to_owned()),
            also: None,
        });
    }
}

/// How something wrong in a log is reported.
fn told(what: Wrong) -> (Code, Severity, String, &'static str) {
    let git = "look in Git at what the log was; a ruling is taken back with `casefile undo`, never by editing the log";
    match what {
        Wrong::Torn => (
            Code::TORN_LINE,
            Severity::Note,
            "the line was never written to its end and does not count".to_owned(),
            "if the program or the machine stopped while it was being saved, nothing needs to be done: nobody was told that it was saved",
        ),
        Wrong::Cut => (
            Code::TORN_LINE,
            Severity::Warning,
            "the line was whole when the next one was written; now its end is missing, and it does not count".to_owned(),
            "a power cut can do this; otherwise somebody cut it: look in Git at what the log was, or rule again on what it said",
        ),
        Wrong::EndLost => (
            Code::TORN_LINE,
            Severity::Note,
            "the line is whole and counts, but a zero stands where its line end should be".to_owned(),
            "if the program or the machine stopped while it was being saved, nothing needs to be done; otherwise look in Git at what the log was",
        ),
        Wrong::Edited => (
            Code::EDITED_LINE,
            Severity::Error,
            "the line was changed after it was saved, and does not count".to_owned(),
            git,
        ),
        Wrong::Foreign => (
            Code::ODD_LINE,
            Severity::Error,
            "this is not a line of a log, and does not count".to_owned(),
            "look in Git who put it there; lines beginning with <<<<<<<, ======= and >>>>>>> are left by a merge: take those out, and keep every other line once",
        ),
        Wrong::Newer => (
            Code::ODD_LINE,
            Severity::Warning,
            "a newer casefile wrote this line, and it does not count here".to_owned(),
            "install the newer casefile",
        ),
        Wrong::Missing(n) => (
            Code::BROKEN_CHAIN,
            Severity::Error,
            match n {
                1 => "one line that stood before this one is gone".to_owned(),
                n => format!("{n} lines that stood before this one are gone"),
            },
            git,
        ),
        Wrong::OutOfPlace => (
            Code::BROKEN_CHAIN,
            Severity::Error,
            "the line does not follow the one above it: lines were moved or put in, or two versions of the log were joined".to_owned(),
            git,
        ),
        Wrong::SameId => (
            Code::EDITED_LINE,
            Severity::Error,
            "the line has the id of an earlier one and says something else; it does not count".to_owned(),
            git,
        ),
    }
}
