//! What answers the desk's questions about a case: an index to search, and what was computed of its quotations.
//!
//! It waits for nobody and reads no file; whoever asks decides on which thread that is, and tests ask on their own.

use super::effect::Why;
use super::lists::seek::found;
use super::msg::Msg;
use super::open::Open;
use crate::case::{File, RecordIx};
use crate::ruling::Assessment;
use crate::search::Search;
use crate::verify::Findings;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The most hits of a search that are listed.
const MOST_HITS: usize = 200;

/// A case as it was read last, ready to be asked about.
#[derive(Debug)]
pub struct Answers {
    open: Open,
    search: Search,
    /// What was computed last, with the number of the reading it is of.
    known: (u64, Arc<Assessment>),
    /// What the machine said of quotations so far: what has not changed since is not compared again.
    findings: Arc<Findings>,
    /// The quotes of this reading that the desk was told of.
    told: HashSet<RecordIx>,
}

impl Answers {
    /// About a case that was read once.
    pub fn new(open: Open) -> Self {
        let mut search = Search::default();
        index(&mut search, &open);
        Self {
            open,
            search,
            known: (0, Arc::default()),
            findings: Arc::default(),
            told: HashSet::new(),
        }
    }

    /// The case as it was read last.
    pub const fn open(&self) -> &Open {
        &self.open
    }

    /// Takes the case as read anew, and gives what is to be told to the desk, if anything.
    pub fn take(&mut self, open: Open, why: Why) -> Option<Msg> {
        if why == Why::Touched && is_same(&self.open, &open) {
            return None;
        }
        let msg = match why {
            Why::Saved => Msg::Renewed(open.clone(), self.still_known(&open)),
            Why::Asked | Why::Touched => Msg::Reread(open.clone()),
        };
        index(&mut self.search, &open);
        self.open = open;
        self.told.clear();
        Some(msg)
    }

    /// What was computed before, where only the logs are others now.
    fn still_known(&mut self, open: &Open) -> Option<Arc<Assessment>> {
        let (reading, known) = &self.known;
        if *reading != self.open.reading || !is_same_case(&self.open, open) {
            return None;
        }
        let known = Arc::new(known.with_logs(&open.case, &open.logs));
        self.known = (open.reading, Arc::clone(&known));
        Some(known)
    }

    /// Searches the case: at once for what is there exactly, then for what comes close. Ends early when `stop` says so.
    pub fn search(
        &self,
        number: u64,
        query: &str,
        stop: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(Msg),
    ) {
        self.search.ask(query, MOST_HITS, stop, &mut |answer| {
            tell(Msg::Found(found(number, answer, &self.search)));
        });
    }

    /// Holds pasted words against every text of the case.
    pub fn verify(&self, number: u64, words: &str) -> Msg {
        let found = self.findings.of_words(&self.open.case, words);
        Msg::Verified(number, Box::new(found))
    }

    /// Compares all quotations, this one first, telling each as soon as it is known, and in the end what follows from them.
    /// Says whether it came to that: it ends early when `stop` is set, and goes on from there when it is called again.
    pub fn compare(
        &mut self,
        first: Option<RecordIx>,
        stop: &AtomicBool,
        mut tell: impl FnMut(Msg) + Send,
    ) -> bool {
        let (case, reading) = (Arc::clone(&self.open.case), self.open.reading);
        let first: Vec<RecordIx> = first.into_iter().collect();
        let told = &mut self.told;
        let findings = self.findings.each(&case, &first, stop, |ix, found| {
            if told.insert(ix) {
                tell(Msg::Compared(reading, ix, Box::new(found.clone())));
            }
        });
        if stop.load(Ordering::Relaxed) {
            self.findings = Arc::new(findings);
            return false;
        }
        let assessed = Arc::new(Assessment::of(&case, &self.open.logs, findings));
        self.findings = Arc::clone(&assessed.findings);
        self.known = (reading, Arc::clone(&assessed));
        tell(Msg::Assessed(reading, assessed));
        true
    }

    /// What follows from the quotations of the case as it was read last; compared now if that was not done yet.
    pub fn assessment(&self) -> Arc<Assessment> {
        let (reading, known) = &self.known;
        if *reading == self.open.reading {
            return Arc::clone(known);
        }
        let (case, logs) = (&self.open.case, &self.open.logs);
        Arc::new(Assessment::of(case, logs, self.findings.again(case)))
    }
}

/// Makes a case ready to be searched.
fn index(search: &mut Search, open: &Open) {
    search.read(0, &open.case);
    let states = open.assessed.standings.states().into_iter();
    search.set_states(states.map(|(node, standing)| (0, node, standing.word().to_owned())));
}

/// True if two readings of a case found the same files, the same texts, the same rulings and the same faults.
fn is_same(old: &Open, new: &Open) -> bool {
    is_same_case(old, new) && old.logs.is_same(&new.logs) && old.faults == new.faults
}

/// True if two readings found the same case, whatever people ruled on it.
fn is_same_case(old: &Open, new: &Open) -> bool {
    let is_log = |file: &&File| file.path.starts_with("checks/");
    let (was, now) = (&old.case, &new.case);
    let before = was.files.iter().filter(|file| !is_log(file));
    let after = now.files.iter().filter(|file| !is_log(file));
    let files = before.map(|file| (&file.path, &file.bytes));
    let files = files.eq(after.map(|file| (&file.path, &file.bytes)));
    let held = was.holdings.iter().all(|(ix, before)| {
        now.holdings.get(ix).is_some_and(|now| {
            now.held == before.held
                && (Arc::ptr_eq(&now.text, &before.text) || now.text == before.text)
        })
    });
    files && held && was.holdings.len() == now.holdings.len()
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use crate::case::{Input, InputRole, read};
    use crate::ruling::Logs;
    use crate::tui::desk::{Msg, Open, Why};
    use std::sync::atomic::AtomicBool;

    const CASE: &str = "format: casefile/1\ncase: small\nsources:\n  talk: {kind: interview}\nquotes:\n  q-one: {source: talk, printed: Nobody came.}\n";

    fn read_as(reading: u64, yaml: &str) -> Open {
        let input = Input {
            path: "case.yaml".to_owned(),
            bytes: yaml.as_bytes().to_vec(),
            role: InputRole::Case,
        };
        let (case, problems) = read("small", vec![input]);
        Open::new(reading, case, problems, Logs::default())
    }

    #[test]
    fn a_file_touched_and_yet_the_same_is_not_told() {
        let mut answers = Answers::new(read_as(1, CASE));
        assert!(answers.take(read_as(2, CASE), Why::Touched).is_none());
        assert_eq!(answers.open().reading, 1);
        let edited = CASE.replace("Nobody", "Somebody");
        let told = answers.take(read_as(3, &edited), Why::Touched);
        assert!(matches!(told, Some(Msg::Reread(open)) if open.reading == 3));
        let told = answers.take(read_as(4, &edited), Why::Asked);
        assert!(matches!(told, Some(Msg::Reread(open)) if open.reading == 4));
    }

    #[test]
    fn what_was_computed_stays_known_where_only_the_logs_are_others() {
        let mut answers = Answers::new(read_as(1, CASE));
        let known = |told: Option<Msg>| match told {
            Some(Msg::Renewed(_, known)) => known.is_some(),
            other => panic!("{other:?}"),
        };
        assert!(!known(answers.take(read_as(2, CASE), Why::Saved)));
        assert!(answers.compare(None, &AtomicBool::new(false), |_| {}));
        assert!(known(answers.take(read_as(3, CASE), Why::Saved)));
        let edited = CASE.replace("Nobody", "Somebody");
        assert!(!known(answers.take(read_as(4, &edited), Why::Saved)));
    }

    #[test]
    fn comparing_that_was_stopped_goes_on_and_tells_each_quotation_once() {
        let mut answers = Answers::new(read_as(1, CASE));
        let mut told = vec![];
        assert!(!answers.compare(None, &AtomicBool::new(true), |msg| told.push(msg)));
        assert!(answers.compare(None, &AtomicBool::new(false), |msg| told.push(msg)));
        assert!(matches!(
            told.as_slice(),
            [Msg::Compared(1, ..), Msg::Assessed(1, _)]
        ));
    }
}
