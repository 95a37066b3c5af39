//! Faults of our own on another thread: they do not end the desk, and it does not wait for an answer that will never come.

use crate::disk::NotDone;
use crate::tui::desk::Msg;
use crossbeam_channel::Sender;
use std::panic::{self, AssertUnwindSafe};

/// What is said of work that ended in a fault of our own.
pub const FAULT: &str = "a fault of casefile's own. Your files are as they were";

/// Does work on another thread; where that ends in a fault of our own, the desk is told.
pub fn or_tell(answers: &Sender<Msg>, failed: Msg, work: impl FnOnce()) {
    if panic::catch_unwind(AssertUnwindSafe(work)).is_err() {
        let _ = answers.send(failed);
    }
}

/// What was not done and what to do next, in one line.
pub fn told(why: &NotDone) -> String {
    if why.help.is_empty() {
        why.what.clone()
    } else {
        format!("{}; {}", why.what, why.help)
    }
}
