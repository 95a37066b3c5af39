//! The loop: a message comes in, the desk changes, effects go out, and what changed is drawn.
//!
//! *Update never waits, view never changes, run never decides.* While nothing happens the loop sleeps in one receive and
//! uses no processor time. Work is done on other threads, which send their answers as messages.
use std::io;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::input::Input;
use super::keyboard::{Keyboard, KeyboardEvent};
use super::screen::Screen;
use super::signals::{self, Call};
use crate::tui::canvas::paint::Canvas;

/// What the loop does with an effect.
#[derive(Debug)]
pub enum Next<M, E> {
    /// Nothing more: it is done, or under way on a thread that will send its answer.
    Done,
    /// Tells the desk something at once.
    Tell(M),
    /// Ends the program.
    Quit,
    /// Stops until the user brings the program back.
    Suspend,
    /// Draws every cell anew.
    Redraw,
    /// Gives the terminal back, does this, takes the terminal again: an editor.
    Outside(E),
}

/// How a loop is wired: plain functions over a desk `D` and a runner of effects `W`, its messages `M` and effects `E`.
pub struct Wiring<D, W, M, E> {
    /// Makes a message of what the user did.
    pub hear: fn(Input) -> M,
    /// Changes the desk. Never waits.
    pub update: fn(&mut D, M) -> Vec<E>,
    /// Draws the desk. Never changes it.
    pub view: fn(&D, &mut Canvas),
    /// Begins an effect.
    pub perform: fn(&mut W, E, &Sender<M>) -> Next<M, E>,
    /// Carries out an effect while the terminal is given back.
    pub outside: fn(&mut W, E) -> M,
}

/// Why the loop ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The user wanted it.
    Quit,
    /// A signal asked for it.
    Signal(i32),
    /// The terminal is gone.
    Gone(String),
}

/// What comes from outside the program.
#[derive(Debug)]
enum Event {
    Keyboard(KeyboardEvent),
    Call(Call),
}

/// What a round of the loop has to take in.
enum LoopEvent<M> {
    Event(Event),
    Answer(M),
}

struct Running<'a, D, W, M, E> {
    desk: &'a mut D,
    runner: &'a mut W,
    screen: &'a mut Screen,
    wiring: &'a Wiring<D, W, M, E>,
    answers: Sender<M>,
}

/// Runs a desk on a screen until it ends. `first` is carried out before the first drawing waits for anything.
///
/// # Errors
/// If threads cannot be started or the signals not be heard. A terminal that is gone is no error but an [`Ended`].
pub fn run<D, W, M: Send + 'static, E>(
    screen: &mut Screen,
    (desk, runner): (&mut D, &mut W),
    wiring: &Wiring<D, W, M, E>,
    first: Vec<E>,
) -> io::Result<Ended> {
    let (events_in, events) = unbounded();
    let (answers_in, answers) = unbounded();
    signals::listen(events_in.clone(), Event::Call)?;
    let keyboard = Keyboard::start(events_in, Event::Keyboard)?;
    let mut running = Running {
        desk,
        runner,
        screen,
        wiring,
        answers: answers_in,
    };
    keyboard.ask();
    let ended = running.all(first).and_then(|ended| match ended {
        Some(ended) => Ok(ended),
        None => running.rounds(&keyboard, &events, &answers),
    });
    // Writing to a terminal fails only if it is gone.
    Ok(ended.unwrap_or_else(|why| Ended::Gone(why.to_string())))
}

impl<D, W, M, E> Running<'_, D, W, M, E> {
    fn rounds(
        &mut self,
        keyboard: &Keyboard,
        events: &Receiver<Event>,
        answers: &Receiver<M>,
    ) -> io::Result<Ended> {
        loop {
            let Self {
                desk,
                screen,
                wiring,
                ..
            } = self;
            screen.draw(|canvas| (wiring.view)(desk, canvas))?;
            let mut event = wait(events, answers);
            // Everything that is there already is taken in before the screen is drawn again.
            while let Some(one) = event {
                if let Some(ended) = self.take(one, keyboard)? {
                    return Ok(ended);
                }
                event = at_hand(events, answers);
            }
        }
    }

    fn take(&mut self, came: LoopEvent<M>, keyboard: &Keyboard) -> io::Result<Option<Ended>> {
        let event = match came {
            LoopEvent::Answer(answer) => return self.tell(answer),
            LoopEvent::Event(event) => event,
        };
        match event {
            Event::Keyboard(KeyboardEvent::Input(input)) => {
                let ended = self.tell((self.wiring.hear)(input))?;
                // Only now: while an effect ran outside, its keys were its own.
                keyboard.ask();
                Ok(ended)
            }
            Event::Keyboard(KeyboardEvent::Gone(why)) => Ok(Some(Ended::Gone(why))),
            Event::Call(Call::End(signal)) => Ok(Some(Ended::Signal(signal))),
            Event::Call(Call::Stop) => self.suspend(),
            Event::Call(Call::Continued) => {
                self.screen.enter()?;
                Ok(None)
            }
            Event::Call(Call::Resized) => self.tell((self.wiring.hear)(Input::Resize)),
        }
    }

    fn tell(&mut self, message: M) -> io::Result<Option<Ended>> {
        let effects = (self.wiring.update)(self.desk, message);
        self.all(effects)
    }

    fn all(&mut self, effects: Vec<E>) -> io::Result<Option<Ended>> {
        for effect in effects {
            let ended = match (self.wiring.perform)(self.runner, effect, &self.answers) {
                Next::Done => None,
                Next::Tell(message) => self.tell(message)?,
                Next::Quit => Some(Ended::Quit),
                Next::Suspend => self.suspend()?,
                Next::Redraw => {
                    self.screen.renew()?;
                    None
                }
                Next::Outside(effect) => {
                    self.screen.leave();
                    signals::lend();
                    let message = (self.wiring.outside)(self.runner, effect);
                    signals::take_back();
                    self.screen.enter()?;
                    self.tell(message)?
                }
            };
            if ended.is_some() {
                return Ok(ended);
            }
        }
        Ok(None)
    }

    fn suspend(&mut self) -> io::Result<Option<Ended>> {
        self.screen.leave();
        signals::stop()?;
        self.screen.enter()?;
        Ok(None)
    }
}

/// Waits for an event or an answer.
fn wait<M>(events: &Receiver<Event>, answers: &Receiver<M>) -> Option<LoopEvent<M>> {
    crossbeam_channel::select! {
        recv(events) -> event => event.ok().map(LoopEvent::Event),
        recv(answers) -> answer => answer.ok().map(LoopEvent::Answer),
    }
}

/// An event or an answer that is there already.
fn at_hand<M>(events: &Receiver<Event>, answers: &Receiver<M>) -> Option<LoopEvent<M>> {
    let event = events.try_recv().ok().map(LoopEvent::Event);
    event.or_else(|| answers.try_recv().ok().map(LoopEvent::Answer))
}
