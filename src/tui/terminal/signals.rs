//! Signals as messages, so that the loop gives the terminal back before anything ends.
use std::io;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use crossbeam_channel::Sender;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

/// Whether an editor has the terminal, or had it until now. Its keys send their signals to us as well.
static LENT: AtomicU8 = AtomicU8::new(OURS);
const OURS: u8 = 0;
const THEIRS: u8 = 1;
const COMING_BACK: u8 = 2;

/// An editor takes the terminal. Meanwhile the keys that interrupt are its own, and where it is suspended we are too, or the
/// shell would wait for us, and we for it.
pub fn lend() {
    LENT.store(THEIRS, Ordering::SeqCst);
}

/// The editor has ended. The key that ended it may have sent us a signal that is not heard yet: it is its own still. So the end
/// is told by a signal behind that one, the one that says that the window may have another size.
pub fn take_back() {
    LENT.store(COMING_BACK, Ordering::SeqCst);
    if signal_hook::low_level::raise(SIGWINCH).is_err() {
        LENT.store(OURS, Ordering::SeqCst);
    }
}

/// True if a shell with job control started us, which could bring us back after a stop. The first program of a terminal and
/// whatever shares its group would stay stopped for good.
pub fn has_shell() -> bool {
    let session = rustix::process::getsid(None);
    session.is_ok_and(|session| session != rustix::process::getpgrp())
}

/// What a signal wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// End; the number says why, for the exit code.
    End(i32),
    /// Stop until continued.
    Stop,
    /// The program was continued after a stop that it did not see coming.
    Continued,
    /// The window's size changed.
    Resized,
}

/// Listens on a thread of its own for as long as the program runs.
///
/// # Errors
/// If the handlers cannot be installed.
pub fn listen<M: Send + 'static>(to: Sender<M>, wrap: fn(Call) -> M) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let lent = LENT.load(Ordering::SeqCst) != OURS;
                let call = match signal {
                    SIGTSTP if lent => {
                        // Without it the editor alone is stopped, which is what it asked for.
                        let _ = stop();
                        continue;
                    }
                    SIGINT | SIGQUIT | SIGCONT if lent => continue,
                    SIGTSTP if !has_shell() => continue,
                    SIGTSTP => Call::Stop,
                    SIGCONT => Call::Continued,
                    SIGWINCH => {
                        let order = Ordering::SeqCst;
                        let _ = LENT.compare_exchange(COMING_BACK, OURS, order, order);
                        Call::Resized
                    }
                    ends => Call::End(ends),
                };
                if to.send(wrap(call)).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}

/// Stops the process as an unhandled SIGTSTP would; returns when it is continued.
///
/// # Errors
/// If the signal cannot be raised.
pub fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
