//! What the worker has still to do. Of questions of one kind only the newest is answered, and short work goes before long work.

use crate::case::RecordIx;
use crate::tui::desk::{Export, Why};
use std::collections::VecDeque;
use std::mem::discriminant;
use std::path::PathBuf;

/// Something to be done with the texts, the index or the assessment of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Turn to the case in this folder.
    Open(PathBuf),
    /// Read the case's files anew.
    Read(Why),
    /// Search the case: the question's number, the query.
    Search(u64, String),
    /// Hold pasted words against every text: the question's number, the words.
    Verify(u64, String),
    /// Compare the quotations of this reading, this one first.
    Compare(u64, Option<RecordIx>),
    /// Write a report or a sheet of the case.
    Export(Export),
}

impl Job {
    /// True if an older job need not be done any more, now that there is this one.
    fn replaces(&self, older: &Self) -> bool {
        match self {
            Self::Open(_) | Self::Search(..) | Self::Verify(..) | Self::Compare(..) => {
                discriminant(self) == discriminant(older)
            }
            // What one reading says of a case is not what another one would say of it.
            Self::Read(_) | Self::Export(_) => self == older,
        }
    }

    /// What is typed waits for nothing, and comparing, which takes longest, gives way to everything.
    const fn rank(&self) -> u8 {
        match self {
            Self::Search(..) => 0,
            Self::Open(_) | Self::Read(_) | Self::Verify(..) | Self::Export(_) => 1,
            Self::Compare(..) => 2,
        }
    }
}

/// Jobs in the order in which they came.
#[derive(Debug, Default)]
pub struct Queue(VecDeque<Job>);

impl Queue {
    /// Adds a job; an older one that it replaces is dropped.
    pub fn push(&mut self, job: Job) {
        self.0.retain(|older| !job.replaces(older));
        self.0.push_back(job);
    }

    /// Puts a job back that was broken off, unless there is a newer one in its place.
    pub fn put_back(&mut self, job: Job) {
        if !self.0.iter().any(|newer| newer.replaces(&job)) {
            self.0.push_front(job);
        }
    }

    /// Takes the job to be done next.
    pub fn next(&mut self) -> Option<Job> {
        let ranks = self.0.iter().enumerate();
        let (at, _) = ranks.min_by_key(|(at, job)| (job.rank(), *at))?;
        self.0.remove(at)
    }
}

#[cfg(test)]
mod tests {
    use super::{Job, Queue};
    use crate::tui::desk::Why;

    fn search(number: u64) -> Job {
        Job::Search(number, "cranes".to_owned())
    }

    fn all(mut queue: Queue) -> Vec<Job> {
        std::iter::from_fn(|| queue.next()).collect()
    }

    #[test]
    fn only_the_newest_question_of_a_kind_is_answered() {
        let mut queue = Queue::default();
        for job in [
            Job::Compare(1, None),
            search(1),
            search(2),
            Job::Compare(2, None),
        ] {
            queue.push(job);
        }
        assert_eq!(all(queue), [search(2), Job::Compare(2, None)]);
    }

    #[test]
    fn what_is_typed_goes_first_and_comparing_last() {
        let mut queue = Queue::default();
        let (saved, touched) = (Job::Read(Why::Saved), Job::Read(Why::Touched));
        for job in [
            Job::Compare(1, None),
            saved.clone(),
            touched.clone(),
            search(1),
        ] {
            queue.push(job);
        }
        assert_eq!(
            all(queue),
            [search(1), saved, touched, Job::Compare(1, None)]
        );
    }

    #[test]
    fn what_was_broken_off_is_done_again_unless_it_was_asked_anew() {
        let mut queue = Queue::default();
        queue.push(search(2));
        queue.put_back(search(1));
        queue.put_back(Job::Compare(1, None));
        assert_eq!(all(queue), [search(2), Job::Compare(1, None)]);
    }
}
