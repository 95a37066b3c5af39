//! Signals as messages, so that the loop gives the terminal back before anything ends.
use std::io;
use std::thread;

use crossbeam_channel::Sender;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

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
                let call = match signal {
                    SIGTSTP => Call::Stop,
                    SIGCONT => Call::Continued,
                    SIGWINCH => Call::Resized,
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
