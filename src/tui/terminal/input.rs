//! What comes in from the terminal, in our own words.
use crate::keys::{Chord, Key};
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

/// Something the user did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Pressed a chord.
    Key(Chord),
    /// Pasted text.
    Paste(String),
    /// Clicked on a cell.
    Click {
        /// Column.
        x: u16,
        /// Row.
        y: u16,
    },
    /// Turned the wheel over a cell.
    Wheel {
        /// Column.
        x: u16,
        /// Row.
        y: u16,
        /// Away from the user.
        up: bool,
    },
    /// Changed the size of the window.
    Resize,
}

/// Translates an event; some mean nothing here.
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => chord(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Resize),
        Event::Mouse(mouse) => {
            let (x, y) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Input::Click { x, y }),
                MouseEventKind::ScrollUp => Some(Input::Wheel { x, y, up: true }),
                MouseEventKind::ScrollDown => Some(Input::Wheel { x, y, up: false }),
                _ => None,
            }
        }
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The chord of a key event. Alt is never bound, so a key with Alt is none.
pub fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = event.modifiers;
    if held.intersects(
        KeyModifiers::ALT | KeyModifiers::META | KeyModifiers::SUPER | KeyModifiers::HYPER,
    ) {
        return None;
    }
    let ctrl = held.contains(KeyModifiers::CONTROL);
    let (key, shift) = match event.code {
        KeyCode::BackTab => (Key::Tab, true),
        // Terminals send ^H for Backspace or ^J for a line feed as if Control were held.
        KeyCode::Char('h') if ctrl => return Some(Chord::plain(Key::Backspace)),
        KeyCode::Char('j') if ctrl => return Some(Chord::plain(Key::Enter)),
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) if ctrl => (Key::Char(c.to_ascii_lowercase()), false),
        KeyCode::Char(c) => (Key::Char(c), false),
        code => (named(code)?, held.contains(KeyModifiers::SHIFT)),
    };
    Some(Chord { key, ctrl, shift })
}

const fn named(code: KeyCode) -> Option<Key> {
    Some(match code {
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, held: KeyModifiers) -> Option<String> {
        chord(KeyEvent::new(code, held)).map(|chord| chord.to_string())
    }

    #[test]
    fn terminal_keys_become_the_chords_of_the_table() {
        let cases = [
            (KeyCode::Char('G'), KeyModifiers::SHIFT, Some("G")),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, Some("ctrl-d")),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Char('h'), KeyModifiers::CONTROL, Some("backspace")),
            (KeyCode::Char('j'), KeyModifiers::CONTROL, Some("enter")),
            (KeyCode::Char(' '), KeyModifiers::NONE, Some("space")),
            (KeyCode::F(5), KeyModifiers::NONE, Some("f5")),
            (KeyCode::Char('x'), KeyModifiers::ALT, None),
            (KeyCode::CapsLock, KeyModifiers::NONE, None),
        ];
        for (code, held, wanted) in cases {
            assert_eq!(pressed(code, held).as_deref(), wanted);
        }
    }
}
