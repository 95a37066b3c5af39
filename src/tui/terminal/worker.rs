//! The one thread that knows the texts, the index and the assessment of the case.
//!
//! It does one job at a time, so its answers come in the order of what they are about: whatever is computed of a case as read
//! anew is told after that case. Comparing and searching are broken off as soon as something else is asked, and gone on with
//! afterwards.

use super::export::export;
use super::fault::{FAULT, or_tell};
use super::queue::{Job, Queue};
use crate::disk::{CannotOpen, Opened, Texts, open_again, recall};
use crate::tui::desk::{Answers, Left, Msg, Open, Why};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{io, thread};

/// A job, and who is told what comes of it.
type Asked = (Job, Sender<Msg>);

/// Asks the worker.
#[derive(Clone, Debug)]
pub struct Asker {
    jobs: Sender<Asked>,
    /// Set when something was asked that the worker has not heard of yet.
    waiting: Arc<AtomicBool>,
}

impl Asker {
    /// Asks for a job to be done.
    pub fn ask(&self, job: Job, answers: &Sender<Msg>) {
        // A worker that is gone has told why.
        let _ = self.jobs.send((job, answers.clone()));
        self.waiting.store(true, Ordering::Relaxed);
    }
}

/// Starts the worker on a case that was read once.
///
/// # Errors
/// If no thread can be started.
pub fn start(folder: PathBuf, open: Open) -> io::Result<Asker> {
    let (jobs, asked) = unbounded();
    let waiting = Arc::new(AtomicBool::new(false));
    let asker = Asker {
        jobs,
        waiting: Arc::clone(&waiting),
    };
    thread::Builder::new()
        .name("worker".to_owned())
        .spawn(move || Worker::new(folder, open).run(&asked, &waiting))?;
    Ok(asker)
}

/// What the thread knows.
#[derive(Debug)]
struct Worker {
    folder: PathBuf,
    /// The texts of the sources, read again only when they change.
    texts: Texts,
    answers: Answers,
    /// The number of the last reading.
    reading: u64,
}

impl Worker {
    fn new(folder: PathBuf, open: Open) -> Self {
        Self {
            folder,
            texts: Texts::default(),
            reading: open.reading,
            answers: Answers::new(open),
        }
    }

    /// Works until nobody can ask any more.
    fn run(mut self, asked: &Receiver<Asked>, waiting: &AtomicBool) {
        let mut queue = Queue::default();
        let mut tell = None;
        loop {
            waiting.store(false, Ordering::Relaxed);
            for (job, answers) in asked.try_iter() {
                queue.push(job);
                tell = Some(answers);
            }
            let (Some(job), Some(tell)) = (queue.next(), &tell) else {
                let Ok((job, answers)) = asked.recv() else {
                    return;
                };
                queue.push(job);
                tell = Some(answers);
                continue;
            };
            let failed = failed(&job);
            let mut finished = true;
            or_tell(tell, failed, || finished = self.work(&job, waiting, tell));
            if !finished {
                queue.put_back(job);
            }
        }
    }

    /// Does a job; false if it was broken off.
    fn work(&mut self, job: &Job, waiting: &AtomicBool, answers: &Sender<Msg>) -> bool {
        // A desk that is gone needs no answer.
        let tell = |msg| drop(answers.send(msg));
        match job {
            Job::Open(path) => tell(self.open(path)),
            Job::Read(why) => {
                if let Some(msg) = self.read(*why) {
                    tell(msg);
                }
            }
            Job::Search(number, query) => {
                let broken_off = Cell::new(false);
                let stop = || {
                    broken_off.set(broken_off.get() || waiting.load(Ordering::Relaxed));
                    broken_off.get()
                };
                self.answers.search(*number, query, &stop, &mut { tell });
                return !broken_off.get();
            }
            Job::Verify(number, words) => tell(self.answers.verify(*number, words)),
            // The desk asks again once it has taken the case as read since.
            Job::Compare(reading, _) if *reading != self.answers.open().reading => {}
            Job::Compare(_, first) => return self.answers.compare(*first, waiting, tell),
            Job::Export(what) => {
                let (open, assessed) = (self.answers.open(), self.answers.assessment());
                tell(match export(*what, open, &assessed, &self.folder) {
                    Ok(path) => Msg::Done(format!("wrote {path}")),
                    Err(why) => Msg::Failed(why),
                });
            }
        }
        true
    }

    /// Turns to another case; on failure everything stays as it is.
    fn open(&mut self, path: &Path) -> Msg {
        let mut texts = Texts::default();
        match open_again(path, &mut texts) {
            Ok(opened) => {
                let open = self.numbered(opened);
                path.clone_into(&mut self.folder);
                self.texts = texts;
                self.answers = Answers::new(open.clone());
                Msg::Opened {
                    folder: path.to_owned(),
                    open,
                    left: Box::new(left(path)),
                }
            }
            Err(why) => Msg::Failed(format!("{}; {}", why.why, why.help)),
        }
    }

    /// Reads the case again and gives what is to be told to the desk, if anything.
    fn read(&mut self, why: Why) -> Option<Msg> {
        match open_again(&self.folder, &mut self.texts) {
            Ok(opened) => {
                let open = self.numbered(opened);
                self.answers.take(open, why)
            }
            Err(error) => Some(unreadable(&error)),
        }
    }

    fn numbered(&mut self, opened: Opened) -> Open {
        self.reading += 1;
        Open::new(self.reading, opened.case, opened.problems, opened.logs)
    }
}

/// What is said where a job ended in a fault of our own.
fn failed(job: &Job) -> Msg {
    Msg::Failed(match job {
        Job::Open(_) => format!("the case was not opened: {FAULT}"),
        Job::Read(_) => format!("the case was not read again: {FAULT}"),
        Job::Search(..) => format!("nothing was found: {FAULT}"),
        Job::Verify(..) => format!("the words were not compared: {FAULT}"),
        Job::Compare(..) => format!("not everything was compared: {FAULT}"),
        Job::Export(_) => format!("nothing was written: {FAULT}"),
    })
}

fn unreadable(error: &CannotOpen) -> Msg {
    Msg::Unreadable(format!(
        "the case could not be read again, what you see is as it was: {}",
        error.why
    ))
}

/// Where the desk was last left on a case.
pub fn left(folder: &Path) -> Left {
    recall(folder)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Worker;
    use crate::disk::open_case;
    use crate::tui::desk::{Msg, Open, Why};

    const CASE: &str = "format: casefile/1\ncase: small\nclaims:\n  c-one: {says: Nobody came.}\n";

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn later_readings_have_higher_numbers_also_of_another_case() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [here, there] = folders.each_ref().map(|folder| folder.path().to_owned());
        for folder in [&here, &there] {
            std::fs::write(folder.join("case.yaml"), CASE).unwrap();
        }
        let opened = open_case(&here).unwrap();
        let open = Open::new(1, opened.case, opened.problems, opened.logs);
        let mut worker = Worker::new(here.clone(), open);
        assert!(worker.read(Why::Touched).is_none());
        let Some(Msg::Reread(first)) = worker.read(Why::Asked) else {
            panic!()
        };
        assert!(matches!(worker.open(&here.join("none")), Msg::Failed(_)));
        let Msg::Opened { folder, open, .. } = worker.open(&there) else {
            panic!()
        };
        assert!(folder == there && open.reading > first.reading);
        let Some(Msg::Renewed(last, _)) = worker.read(Why::Saved) else {
            panic!()
        };
        assert!(last.reading > open.reading);
    }
}
