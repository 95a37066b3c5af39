//! Reads the terminal on a thread of its own, one thing at a time.
//!
//! The thread reads only when it is asked to. While an editor runs or the program is suspended nobody asks, so no key
//! meant for them is taken away.
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded};
use ratatui::crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::guard::Guard;
use super::input::Input;

/// crossterm looks at nothing at all when told to wait for no time.
const MOMENT: Duration = Duration::from_millis(2);

/// Asks the thread for the next thing.
#[derive(Debug)]
pub struct Keyboard {
    ask: Sender<()>,
}

/// What the thread has to say.
#[derive(Debug)]
pub enum KeyboardEvent {
    /// The user did something.
    Input(Input),
    /// The terminal cannot be read any more.
    Gone(String),
}

impl Keyboard {
    /// Starts the thread.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn start<M: Send + 'static>(
        to: Sender<M>,
        wrap: fn(KeyboardEvent) -> M,
    ) -> io::Result<Self> {
        let (ask, asked) = bounded(1);
        thread::Builder::new()
            .name("keyboard".to_owned())
            .spawn(move || {
                // A reader that fails must not leave a desk that hears nothing.
                if panic::catch_unwind(AssertUnwindSafe(|| listen(&asked, &to, wrap))).is_err() {
                    let _ = to.send(wrap(KeyboardEvent::Gone(
                        "the keyboard's reader failed".to_owned(),
                    )));
                }
            })?;
        Ok(Self { ask })
    }

    /// Asks for the next thing the user does. Asking twice is asking once.
    pub fn ask(&self) {
        // A full channel means that it is asked already; a closed one that the thread has said why it went.
        let _ = self.ask.try_send(());
    }
}

fn listen<M>(asked: &Receiver<()>, to: &Sender<M>, wrap: fn(KeyboardEvent) -> M) {
    let mut guard = Guard::new(event_within);
    while asked.recv().is_ok() {
        let heard = match next(&mut guard) {
            Ok(input) => KeyboardEvent::Input(input),
            Err(why) => KeyboardEvent::Gone(why.to_string()),
        };
        let gone = matches!(heard, KeyboardEvent::Gone(_));
        if to.send(wrap(heard)).is_err() || gone {
            return;
        }
    }
}

/// Waits for what the user does next, without using the processor.
fn next<N: FnMut(Duration) -> io::Result<Option<event::Event>>>(
    guard: &mut Guard<N>,
) -> io::Result<Input> {
    // crossterm may have read more than it gave out; that is asked for before waiting, and once more after a while,
    // since its clock may run out before it looks.
    let mut patience = Some(Duration::from_millis(50));
    loop {
        if let Some(input) = guard.read(MOMENT)? {
            return Ok(input);
        }
        wait(patience.take())?;
    }
}

fn event_within(wait: Duration) -> io::Result<Option<event::Event>> {
    // Where this thread was not run for that long, what came meanwhile came in time: it is looked for once more.
    if event::poll(wait.max(MOMENT))? || event::poll(MOMENT)? {
        event::read().map(Some)
    } else {
        Ok(None)
    }
}

/// Waits until the terminal has something to read. A terminal that hung up is an error at once: reading it would give nothing for ever.
fn wait(patience: Option<Duration>) -> io::Result<()> {
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    let patience = patience.and_then(|wait| wait.try_into().ok());
    match poll(&mut fds, patience.as_ref()) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(why) => return Err(why.into()),
    }
    let said = fds[0].revents();
    if said.intersects(PollFlags::HUP | PollFlags::ERR) {
        return Err(io::Error::other("the terminal hung up"));
    }
    if said.contains(PollFlags::NVAL) {
        // Some systems cannot wait for a terminal this way; crossterm knows another.
        event::poll(Duration::from_hours(1))?;
    }
    Ok(())
}
