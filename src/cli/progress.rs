//! Progress of long work: on stderr, only on a terminal, only after half a second.

use crate::disk::environment;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long work may take before anything is said.
const PATIENCE: Duration = Duration::from_millis(500);

/// Says that work is under way until it is dropped.
#[must_use]
pub struct Progress {
    shown: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to wait; if the work is done within half a second nothing is ever shown.
    pub fn begin(what: &'static str) -> Self {
        if !environment::styled_terminal() || !std::io::stderr().is_terminal() {
            return Self { shown: None };
        }
        let (done, wait) = channel();
        let thread = std::thread::spawn(move || {
            if wait.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::default_spinner());
            bar.set_message(what);
            bar.enable_steady_tick(Duration::from_millis(120));
            // Either a word or the sender's end: the work is done.
            let _ = wait.recv();
            bar.finish_and_clear();
        });
        Self {
            shown: Some((done, thread)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.shown.take() {
            drop(done);
            // The bar is wiped before the output begins; a thread that panicked has nothing to wipe.
            let _ = thread.join();
        }
    }
}
