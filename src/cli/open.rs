//! Cases named on the command line, each with the words in which its user named it.

use super::progress::Progress;
use super::words::{argument, beside};
use super::{Failure, args};
use crate::case::{Case, FileIx, Node, Problem, near};
use crate::disk;
use crate::ruling::{Logs, Machine, Stand, Standings, Story, compared_problems};
use crate::verify::Findings;
use clap::CommandFactory;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// A case as opened from the command line.
pub struct Seen {
    /// Its folder in the user's terms.
    base: PathBuf,
    /// What was read.
    pub case: Case,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What people ruled.
    pub logs: Logs,
    /// How everything stands, once somebody has asked.
    standings: OnceCell<Standings>,
    /// What the machine says of its claims and sentences, once somebody has asked.
    machine: OnceCell<Machine>,
    /// What the machine says of its quotations, once somebody has asked.
    findings: OnceCell<Findings>,
}

impl Seen {
    /// A file of the case as its user would name it.
    pub fn file(&self, file: FileIx) -> String {
        self.beside(&self.case.file(file).path)
    }

    /// A path inside the case's folder as its user would name it.
    pub fn beside(&self, path: &str) -> String {
        beside(&self.base, path)
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.base
    }

    /// The case's folder as its user would name it.
    pub fn folder(&self) -> String {
        let base = self.base.to_string_lossy();
        let base = base.trim_end_matches('/');
        let base = base.strip_prefix("./").unwrap_or(base);
        if base.is_empty() { "." } else { base }.to_owned()
    }

    /// True if this is what a user calls the case: its name or its folder's.
    pub fn is_called(&self, name: &str) -> bool {
        self.case.name == name || self.base.file_name().is_some_and(|folder| folder == name)
    }

    /// The file its head stands in.
    pub fn head_file(&self) -> String {
        self.beside("case.yaml")
    }

    /// What the story is about; the case's name where nothing is said.
    pub fn title(&self) -> &str {
        self.case.head.title.get().unwrap_or(&self.case.name)
    }

    /// What the machine says of its quotations.
    pub fn findings(&self) -> &Findings {
        self.findings.get_or_init(|| {
            let _progress = Progress::begin("comparing quotations");
            Findings::new(&self.case)
        })
    }

    /// What the machine says of its claims and sentences.
    pub fn machine(&self) -> &Machine {
        self.machine
            .get_or_init(|| Machine::of(&self.case, self.findings()))
    }

    /// How everything stands.
    pub fn standings(&self) -> &Standings {
        self.standings
            .get_or_init(|| Standings::new(&self.case, &self.logs, self.machine()))
    }

    /// Every fault: those of the files, and those that comparing finds.
    pub fn all_problems(&self) -> Vec<Problem> {
        let compared = compared_problems(&self.case, &self.logs, self.findings(), self.standings());
        let mut all = self.problems.clone();
        all.extend(compared);
        all.sort_by_key(|problem| (problem.file, problem.span.start));
        all
    }

    /// The story as it stands, with all of its problems.
    pub fn story<'a>(&'a self, problems: &'a [Problem]) -> Story<'a> {
        Story {
            case: &self.case,
            logs: &self.logs,
            standings: self.standings(),
            problems,
        }
    }

    /// How a claim or sentence stands; other records do not stand or fall.
    pub fn stand(&self, node: Node) -> Option<&Stand> {
        self.standings().of(node)
    }

    /// A case that was opened.
    pub fn new(opened: disk::Opened) -> Self {
        Self {
            base: opened.root,
            case: opened.case,
            problems: opened.problems,
            logs: opened.logs,
            standings: OnceCell::new(),
            machine: OnceCell::new(),
            findings: OnceCell::new(),
        }
    }
}

/// Opens one case to change its files.
pub fn raw(path: &Path) -> Result<disk::Opened, Failure> {
    if !disk::is_there(path) {
        return Err(no_such(path, false));
    }
    let _progress = Progress::begin("reading the case");
    disk::open_case(path).map_err(|why| cannot(path, &why))
}

/// Opens a case, or every case of a folder.
pub fn all(path: &Path) -> Result<Vec<Seen>, Failure> {
    if !disk::is_there(path) {
        return Err(no_such(path, false));
    }
    let _progress = Progress::begin("reading the case");
    let opened = disk::open_any(path).map_err(|why| cannot(path, &why))?;
    Ok(opened.into_iter().map(Seen::new).collect())
}

/// Opens one case; a folder of several is refused.
pub fn one(path: &Path) -> Result<Seen, Failure> {
    let mut seen = all(path)?;
    if seen.len() > 1 {
        let names: Vec<String> = seen.iter().map(Seen::folder).collect();
        return Err(Failure::new(
            format!(
                "{} holds {} cases, and this takes one",
                argument(path),
                seen.len()
            ),
            format!("name one of them: {}", names.join(", ")),
        ));
    }
    seen.pop().ok_or_else(|| no_such(path, false))
}

fn cannot(path: &Path, why: &disk::CannotOpen) -> Failure {
    Failure::new(format!("{}: {}", argument(path), why.why), &why.help)
}

/// There is nothing of that name; perhaps a command was meant.
pub fn no_such(path: &Path, may_be_a_command: bool) -> Failure {
    let named = argument(path);
    let commands = args::Cli::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let meant = may_be_a_command
        .then(|| near(&named, names))
        .flatten()
        .map(|command| format!("did you mean the command `{command}`? "));
    Failure::new(
        format!("there is no file or folder `{named}`"),
        format!(
            "{}name a case's folder; `casefile --help` lists the commands",
            meant.unwrap_or_default()
        ),
    )
}
