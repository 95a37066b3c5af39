//! Watches a case's folder for changes made by others: an editor, Git, a synchronising program.
//!
//! The folder is watched, not its files, since editors save by renaming. Reading is not a change: the system reports every
//! file that is opened, by us too, and a watcher that answered by reading again would never stop.

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet before a change is reported; saving takes several steps.
const QUIET: Duration = Duration::from_millis(120);
/// The longest time for which a change is held back, however much goes on.
const LONGEST: Duration = Duration::from_secs(1);

/// A watch that lasts until it is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Watches a case's folder and all below it. `tell` is called on another thread with the paths that changed, in order,
/// each once; with none if so much changed that the system lost count.
///
/// # Errors
/// If the system cannot watch the folder; the text says why. The case can be read again by hand then.
pub fn watch(
    folder: &Path,
    tell: impl FnMut(&[PathBuf]) + Send + 'static,
) -> Result<Watch, String> {
    let told = |error: notify::Error| format!("changes to the files will not be noticed: {error}");
    let folder = folder
        .canonicalize()
        .map_err(|error| told(notify::Error::io(error)))?;
    let (send, events) = channel();
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(
        move |event: notify::Result<Event>| {
            // The receiver is gone only when the watch is.
            let _ = send.send(event);
        },
        config,
    )
    .map_err(told)?;
    watcher
        .watch(&folder, RecursiveMode::Recursive)
        .map_err(told)?;
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || gather(&folder, &events, tell))
        .map_err(|error| told(notify::Error::io(error)))?;
    Ok(Watch { _watcher: watcher })
}

/// Gathers changes until it is quiet, then reports them; ends when the watch is dropped.
fn gather(
    folder: &Path,
    events: &Receiver<notify::Result<Event>>,
    mut tell: impl FnMut(&[PathBuf]),
) {
    while let Ok(first) = events.recv() {
        let begun = Instant::now();
        let mut changed = Changed::default();
        changed.take(folder, first);
        while begun.elapsed() < LONGEST {
            match events.recv_timeout(QUIET) {
                Ok(event) => changed.take(folder, event),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if let Some(paths) = changed.paths() {
            tell(&paths);
        }
    }
}

#[derive(Default)]
struct Changed {
    paths: Vec<PathBuf>,
    lost_count: bool,
}

impl Changed {
    fn take(&mut self, folder: &Path, event: notify::Result<Event>) {
        let Ok(event) = event else {
            self.lost_count = true;
            return;
        };
        self.lost_count |= event.need_rescan();
        if !is_change(event.kind) {
            return;
        }
        for path in event.paths {
            if matters(path.strip_prefix(folder).unwrap_or(&path)) && !self.paths.contains(&path) {
                self.paths.push(path);
            }
        }
    }

    fn paths(self) -> Option<Vec<PathBuf>> {
        match (self.lost_count, self.paths.is_empty()) {
            (true, _) => Some(vec![]),
            (false, false) => Some(self.paths),
            (false, true) => None,
        }
    }
}

const fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => {
            matches!(access, AccessKind::Close(AccessMode::Write))
        }
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}

/// False for what editors and Git keep beside the files: hidden files, backups, swap files.
fn matters(path: &Path) -> bool {
    path.components().all(|part| {
        let name = part.as_os_str().to_string_lossy();
        !(name.starts_with('.') || name.ends_with('~') || name == "4913")
    })
}
