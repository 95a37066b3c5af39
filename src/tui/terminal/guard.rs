//! Keeps torn escape sequences from becoming keys.
//!
//! Over a slow line the first byte of a sequence may arrive alone and is taken for Escape; the rest then looks like
//! typed letters, and an arrow key would type `[A`. So a lone Escape is held for a moment, and if what follows is the
//! rest of a sequence, that is swallowed. The tail of a torn paste is put together again as pasted text.
use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

use super::input::{self, Input};

/// How long a lone Escape may be the head of a sequence.
const HOLD: Duration = Duration::from_millis(60);
/// How long a torn paste may pause before it is taken to be over.
const QUIET: Duration = Duration::from_millis(300);
/// The longest honest sequence has about twenty parameters.
const LONGEST: usize = 32;
/// The most that is taken as one paste, in bytes.
const MOST_PASTED: usize = 1 << 20;

/// Reads events and gives back what the user did. `next` waits up to a time for the terminal's next event.
#[derive(Debug)]
pub struct Guard<N> {
    next: N,
    back: VecDeque<Event>,
}

impl<N: FnMut(Duration) -> io::Result<Option<Event>>> Guard<N> {
    /// Guards a source of events.
    pub const fn new(next: N) -> Self {
        Self {
            next,
            back: VecDeque::new(),
        }
    }

    fn event(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        match self.back.pop_front() {
            Some(event) => Ok(Some(event)),
            None => (self.next)(wait),
        }
    }

    /// What the user did next, or nothing if that is not known within `wait`.
    ///
    /// # Errors
    /// If the terminal cannot be read.
    pub fn read(&mut self, wait: Duration) -> io::Result<Option<Input>> {
        while let Some(event) = self.event(wait)? {
            let found = if is_escape(&event) {
                self.after_escape(event)?
            } else {
                input::input(event)
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Decides whether an Escape was pressed or is the head of a torn sequence.
    fn after_escape(&mut self, escape: Event) -> io::Result<Option<Input>> {
        let Some(second) = self.event(HOLD)? else {
            return Ok(input::input(escape));
        };
        match typed(&second) {
            Some('[') => self.sequence(),
            Some('O') => {
                self.swallow(1)?;
                Ok(None)
            }
            _ => {
                self.back.push_front(second);
                Ok(input::input(escape))
            }
        }
    }

    /// Swallows the rest of a sequence after `ESC [`.
    fn sequence(&mut self) -> io::Result<Option<Input>> {
        let mut parameters = String::new();
        while parameters.len() < LONGEST {
            let Some(event) = self.event(HOLD)? else {
                return Ok(None);
            };
            match typed(&event) {
                Some(c @ ' '..='?') => parameters.push(c),
                Some('M') if parameters.is_empty() => {
                    // The oldest way to report a mouse: three bytes follow, which may be anything.
                    self.swallow(3)?;
                    return Ok(None);
                }
                Some('~') if parameters == "200" => return self.paste(),
                Some('@'..='~') => return Ok(None),
                _ => {
                    self.back.push_front(event);
                    return Ok(None);
                }
            }
        }
        Ok(None)
    }

    fn swallow(&mut self, count: usize) -> io::Result<()> {
        for _ in 0..count {
            match self.event(HOLD)? {
                Some(event) if typed(&event).is_none() => {
                    self.back.push_front(event);
                    return Ok(());
                }
                Some(_) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }

    /// Puts a paste together whose opening mark was torn.
    fn paste(&mut self) -> io::Result<Option<Input>> {
        let mut text = String::new();
        while text.len() < MOST_PASTED {
            let Some(event) = self.event(QUIET)? else {
                break;
            };
            match event {
                Event::Paste(more) => text.push_str(&more),
                event if is_escape(&event) => text.push('\u{1b}'),
                event => text.extend(typed(&event)),
            }
            if text.ends_with("\u{1b}[201~") {
                text.truncate(text.len() - "\u{1b}[201~".len());
                break;
            }
        }
        // Where the end of one paste was lost and another began, the mark between them is no text.
        Ok(Some(Input::Paste(text.replace("\u{1b}[200~", ""))))
    }
}

fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty() && key.kind == KeyEventKind::Press)
}

/// The character that an event would be if it were typed.
fn typed(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    match key.code {
        KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Char(c)
            if !key
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
        {
            Some(c)
        }
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
#[path = "tests/guard.rs"]
mod tests;
