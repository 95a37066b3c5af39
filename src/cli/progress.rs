//! Progress of long work: on stderr, only on a terminal, only after half a second.

use crate::disk::environment;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long work may take before anything is said.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the words of the bar are renewed.
const TICK: Duration = Duration::from_millis(120);

/// Says that work is under way until it is dropped.
#[must_use]
pub struct Progress {
    shown: Option<(Sender<()>, JoinHandle<()>)>,
    done: Arc<AtomicUsize>,
}

impl Progress {
    /// Begins to wait; if the work is done within half a second nothing is ever shown.
    pub fn begin(what: &'static str) -> Self {
        Self::begin_of(what, 0)
    }

    /// The same, with how many of `all` parts are done; 0 where nobody knows how many there are.
    pub fn begin_of(what: &'static str, all: usize) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        if !environment::styled_terminal() || !std::io::stderr().is_terminal() {
            return Self { shown: None, done };
        }
        let (end, wait) = channel();
        let count = Arc::clone(&done);
        let thread = std::thread::spawn(move || {
            if wait.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::default_spinner());
            let words = || match all {
                0 => what.to_owned(),
                all => format!(
                    "{what}, {} of {all}; Ctrl-C stops",
                    count.load(Ordering::Relaxed)
                ),
            };
            bar.set_message(words());
            // Either a word or the sender's end: the work is done.
            while wait.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                bar.set_message(words());
                bar.tick();
            }
            bar.finish_and_clear();
        });
        Self {
            shown: Some((end, thread)),
            done,
        }
    }

    /// One more part is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.shown.take() {
            drop(end);
            // The bar is wiped before the output begins; a thread that panicked has nothing to wipe.
            let _ = thread.join();
        }
    }
}
