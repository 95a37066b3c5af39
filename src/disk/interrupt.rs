//! Ctrl-C while a command is working: the first asks it to stop and say what is done, the second ends the program.

use signal_hook::SigId;
use signal_hook::consts::SIGINT;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens for Ctrl-C until it is dropped; the default value does not listen.
#[derive(Debug, Default)]
pub struct Interrupt {
    asked: Arc<AtomicBool>,
    ids: Vec<SigId>,
}

impl Interrupt {
    /// Begins to listen. Where the system does not allow it, Ctrl-C ends the program at once, as usual.
    pub fn listen() -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        // In this order, so that the second Ctrl-C finds the flag that the first has set.
        let ids = [
            flag::register_conditional_default(SIGINT, Arc::clone(&asked)),
            flag::register(SIGINT, Arc::clone(&asked)),
        ];
        let ids = ids.into_iter().filter_map(Result::ok).collect();
        Self { asked, ids }
    }

    /// Whether Ctrl-C was pressed.
    pub fn asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            signal_hook::low_level::unregister(id);
        }
    }
}
