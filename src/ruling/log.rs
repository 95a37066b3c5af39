//! Every line that every checker wrote, in the order in which it counts.

use super::entry::{Answer, Entry, Question};
use super::renames::Renames;
use crate::case::FileIx;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// The log of one checker on one machine.
#[derive(Clone, Debug, Default)]
pub struct LogFile {
    /// The checker in the file's name.
    pub checker: String,
    /// The machine in the file's name.
    pub machine: String,
    /// The file, where the case knows it.
    pub file: Option<FileIx>,
    /// Its lines.
    pub entries: Vec<Entry>,
    /// How many lines could not be read.
    pub damaged: usize,
    /// How many of these were never written to their end, so that nobody was told that they were saved.
    pub torn: usize,
}

/// All logs of a case.
#[derive(Clone, Debug, Default)]
pub struct Logs {
    /// The logs, by checker and machine.
    pub files: Vec<LogFile>,
    /// Where each line is by its id: the log, and the line in it. Made when first asked.
    by_id: OnceLock<HashMap<String, (usize, usize)>>,
    /// Lines taken back.
    void: HashSet<String>,
    /// Lines that undo a line of somebody else, or one that is not there.
    vain: Vec<(usize, usize)>,
    /// Two lines of one id that do not say the same.
    doubled: Vec<(usize, String)>,
    renames: Renames,
}

impl Logs {
    /// True if both hold the very same lines.
    pub fn is_same(&self, other: &Self) -> bool {
        let file = |log: &LogFile, other: &LogFile| {
            (&log.checker, &log.machine, log.damaged)
                == (&other.checker, &other.machine, other.damaged)
                && log.entries == other.entries
        };
        let mut files = self.files.iter().zip(&other.files);
        self.files.len() == other.files.len() && files.all(|(one, other)| file(one, other))
    }
}

/// A question and what was answered.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The line with the question.
    pub entry: &'a Entry,
    /// The question.
    pub question: &'a Question,
    /// The answer, with the line it stands in; none while it is open.
    pub answer: Option<(&'a Entry, &'a Answer)>,
}

impl From<Vec<(String, String, Vec<Entry>, usize)>> for Logs {
    fn from(files: Vec<(String, String, Vec<Entry>, usize)>) -> Self {
        let file = |(checker, machine, entries, damaged)| LogFile {
            checker,
            machine,
            file: None,
            entries,
            damaged,
            torn: 0,
        };
        Self::new(files.into_iter().map(file).collect())
    }
}

impl Logs {
    /// Puts lines in order, drops those that were written twice, and sees which were taken back.
    pub fn new(mut files: Vec<LogFile>) -> Self {
        files.sort_by(|a, b| (&a.checker, &a.machine).cmp(&(&b.checker, &b.machine)));
        for log in &mut files {
            // Lines without a number stay before those that have one, as written.
            log.entries.sort_by_key(|entry| entry.seq);
        }
        let mut all = Self::default();
        let again = all.written_again(&files);
        for (log, again) in files.iter_mut().zip(again) {
            let mut at = 0;
            log.entries.retain(|_| {
                at += 1;
                !again.contains(&(at - 1))
            });
        }
        all.files = files;
        all.undo();
        all.rename();
        all
    }

    /// The lines of each log whose id was met before. Lines that had to be written again say the same.
    fn written_again(&mut self, files: &[LogFile]) -> Vec<HashSet<usize>> {
        let lines = files.iter().map(|log| log.entries.len()).sum();
        let mut seen: HashMap<&str, &Entry> = HashMap::with_capacity(lines);
        let mut again = vec![HashSet::new(); files.len()];
        for (file, log) in files.iter().enumerate() {
            for (at, entry) in log.entries.iter().enumerate() {
                let Some(first) = seen.get(entry.id.as_str()) else {
                    seen.insert(&entry.id, entry);
                    continue;
                };
                if first.to_json() != entry.to_json() {
                    self.doubled.push((file, entry.id.clone()));
                }
                again[file].insert(at);
            }
        }
        again
    }

    /// Every line with its log.
    pub fn entries(&self) -> impl Iterator<Item = (&LogFile, &Entry)> {
        self.files
            .iter()
            .flat_map(|log| log.entries.iter().map(move |entry| (log, entry)))
    }

    /// The line with this id.
    pub fn find(&self, id: &str) -> Option<&Entry> {
        let by_id = self.by_id.get_or_init(|| {
            let lines = (0..).zip(&self.files).flat_map(|(file, log)| {
                let lines = (0..).zip(&log.entries);
                lines.map(move |(at, entry)| (entry.id.clone(), (file, at)))
            });
            lines.collect()
        });
        let (file, at) = by_id.get(id)?;
        self.files.get(*file)?.entries.get(*at)
    }

    /// True if a line was taken back.
    pub fn is_undone(&self, entry: &Entry) -> bool {
        self.void.contains(&entry.id)
    }

    /// The last line of a checker that `undo` would take back: the last of each log by its number, whatever the clock
    /// said then, and of these the latest.
    pub fn last_of(&self, checker: &str) -> Option<&Entry> {
        let own = self.files.iter().filter(|log| log.checker == checker);
        let lasts = own.filter_map(|log| {
            log.entries.iter().rev().find(|entry| {
                let ruling = entry.ruling.is_some() && entry.undoes.is_none();
                ruling && entry.by == checker && !self.is_undone(entry)
            })
        });
        lasts.max_by_key(|entry| (entry.time(), &entry.id))
    }

    /// Every question with its answer, in the order asked.
    pub fn questions(&self) -> Vec<Asked<'_>> {
        let lines: Vec<&Entry> = self.entries().map(|(_, entry)| entry).collect();
        let lines: Vec<&Entry> = lines.into_iter().filter(|e| !self.is_undone(e)).collect();
        let answers: HashMap<&str, (&Entry, &Answer)> = lines
            .iter()
            .filter_map(|entry| entry.answer.as_ref().map(|a| (a.to.as_str(), (*entry, a))))
            .collect();
        let mut all: Vec<Asked> = lines
            .iter()
            .filter_map(|entry| {
                Some(Asked {
                    entry,
                    question: entry.question.as_ref()?,
                    answer: answers.get(entry.id.as_str()).copied(),
                })
            })
            .collect();
        all.sort_by_key(|asked| (asked.entry.time(), &asked.entry.id));
        all
    }

    pub(super) const fn renames(&self) -> &Renames {
        &self.renames
    }

    /// Lines whose undo undoes nothing, with their logs.
    pub(super) fn vain(&self) -> impl Iterator<Item = (&LogFile, &Entry)> {
        self.vain.iter().map(|(file, at)| {
            let log = &self.files[*file];
            (log, &log.entries[*at])
        })
    }

    /// Ids that two different lines bear, with the log of the second.
    pub(super) fn doubled(&self) -> impl Iterator<Item = (&LogFile, &str)> {
        let all = self.doubled.iter();
        all.map(|(file, id)| (&self.files[*file], id.as_str()))
    }

    /// Sees what was taken back. An undo can be undone itself, and counts once all that undo it are known. Clocks have no
    /// say in it.
    fn undo(&mut self) {
        let mut writers: HashMap<&str, &str> = HashMap::new();
        let mut undos: Vec<(usize, usize, &Entry)> = vec![];
        for (file, log) in self.files.iter().enumerate() {
            let all = log.entries.iter().enumerate();
            let own = all.filter(|(_, entry)| entry.undoes.is_some());
            undos.extend(own.map(|(at, entry)| (file, at, entry)));
        }
        if undos.is_empty() {
            return;
        }
        for (_, entry) in self.entries() {
            writers.insert(&entry.id, &entry.by);
        }
        let undone = |entry: &Entry| entry.undoes.clone().unwrap_or_default();
        let is_own = |entry: &Entry| {
            let writer = writers.get(undone(entry).as_str());
            writer == Some(&entry.by.as_str()) && undone(entry) != entry.id
        };
        let (own, vain): (Vec<_>, Vec<_>) = undos.into_iter().partition(|undo| is_own(undo.2));
        let mut vain: Vec<(usize, usize)> = vain.iter().map(|(f, at, _)| (*f, *at)).collect();
        // How many undos each undo still waits for.
        let mut waits: HashMap<String, usize> = HashMap::new();
        for (_, _, entry) in &own {
            *waits.entry(undone(entry)).or_default() += 1;
        }
        let by_id: HashMap<&str, &Entry> =
            own.iter().map(|(_, _, e)| (e.id.as_str(), *e)).collect();
        let free = own.iter().map(|(_, _, entry)| *entry);
        let mut free: Vec<&Entry> = free.filter(|e| !waits.contains_key(&e.id)).collect();
        let (mut void, mut done) = (HashSet::new(), HashSet::new());
        while let Some(entry) = free.pop() {
            done.insert(entry.id.as_str());
            let undone = undone(entry);
            let left = waits.entry(undone.clone()).or_default();
            *left = left.saturating_sub(1);
            let ready = *left == 0;
            if ready && let Some(next) = by_id.get(undone.as_str()) {
                free.push(next);
            }
            if !void.contains(&entry.id) {
                void.insert(undone);
            }
        }
        // Lines that take each other back in a ring were never written by casefile.
        let rings = own.iter().filter(|(_, _, e)| !done.contains(e.id.as_str()));
        vain.extend(rings.map(|(file, at, _)| (*file, *at)));
        vain.sort_unstable();
        (self.void, self.vain) = (void, vain);
    }

    fn rename(&mut self) {
        let mut all = vec![];
        for (_, entry) in self.entries() {
            if let (Some(renamed), Some(at)) = (&entry.renamed, entry.time()) {
                if !self.is_undone(entry) {
                    all.push((at, renamed.clone()));
                }
            }
        }
        all.sort_by_key(|(at, _)| *at);
        self.renames = Renames(all);
    }
}
