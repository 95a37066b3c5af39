//! A key, with the keys that are held down with it.
use std::fmt;

/// A key of the keyboard, as far as terminals can tell keys apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A printable character; a capital stands for itself, without shift.
    Char(char),
    /// F1 to F24.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Erase to the left.
    Backspace,
    /// Erase to the right.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// Keys that are pressed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// With Control.
    pub ctrl: bool,
    /// With Shift; only for keys that are not characters.
    pub shift: bool,
}

/// Names of keys that are not characters: as written, as drawn.
const NAMES: [(Key, &str, &str); 15] = [
    (Key::Enter, "enter", "enter"),
    (Key::Esc, "esc", "esc"),
    (Key::Tab, "tab", "tab"),
    (Key::Backspace, "backspace", "backspace"),
    (Key::Delete, "delete", "del"),
    (Key::Insert, "insert", "ins"),
    (Key::Home, "home", "home"),
    (Key::End, "end", "end"),
    (Key::PageUp, "pgup", "pgup"),
    (Key::PageDown, "pgdn", "pgdn"),
    (Key::Up, "up", "↑"),
    (Key::Down, "down", "↓"),
    (Key::Left, "left", "←"),
    (Key::Right, "right", "→"),
    (Key::Char(' '), "space", "space"),
];

impl Chord {
    /// A key on its own.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            shift: false,
        }
    }

    /// The character it types, where characters are text.
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }

    /// Reads `d`, `G`, `space`, `ctrl-d`, `shift-tab`, `f5`. The error is a sentence that says what is wrong.
    ///
    /// # Errors
    /// If it does not name a key; the text says what is expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (mut ctrl, mut shift, mut rest) = (false, false, text);
        while let Some((held, key)) = rest
            .split_once('-')
            .filter(|(held, key)| !held.is_empty() && !key.is_empty())
        {
            match held.to_lowercase().as_str() {
                "ctrl" => ctrl = true,
                "shift" => shift = true,
                "alt" => {
                    return Err("Alt is never bound: many terminals send it as Escape".to_owned());
                }
                _ => {
                    return Err(format!(
                        "`{held}` cannot be held down with a key here, only ctrl- and shift- can"
                    ));
                }
            }
            rest = key;
        }
        let key = Self::key(rest).ok_or_else(|| {
            format!(
                "`{rest}` is not a key: write one character, or enter, esc, tab, space, up, pgdn, f5"
            )
        })?;
        Self::settle(key, ctrl, shift)
    }

    fn key(text: &str) -> Option<Key> {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return (!c.is_control()).then_some(Key::Char(c));
        }
        let lower = text.to_lowercase();
        if let Some(number) = lower.strip_prefix('f') {
            return number
                .parse()
                .ok()
                .filter(|n| (1..=24).contains(n))
                .map(Key::F);
        }
        NAMES
            .iter()
            .find(|(_, name, _)| *name == lower)
            .map(|(key, ..)| *key)
    }

    /// Brings a chord into the one form in which a terminal can report it.
    fn settle(key: Key, ctrl: bool, shift: bool) -> Result<Self, String> {
        let key = match key {
            Key::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
            Key::Char(c) if shift => Key::Char(c.to_uppercase().next().unwrap_or(c)),
            other => other,
        };
        let same = match key {
            Key::Char('i') if ctrl => Some("tab"),
            Key::Char('m') if ctrl => Some("enter"),
            Key::Char('h') if ctrl => Some("backspace"),
            _ => None,
        };
        if let Some(same) = same {
            return Err(format!("a terminal cannot tell it from {same}"));
        }
        Ok(Self {
            key,
            ctrl,
            shift: shift && !matches!(key, Key::Char(_)),
        })
    }

    /// Why this chord is never bound, if it is not.
    pub fn reserved(self) -> Option<&'static str> {
        match (self.ctrl, self.key) {
            (true, Key::Char('s' | 'q')) => Some("terminals stop and start their output with it"),
            (true, Key::Char('b')) => Some("it is the prefix of tmux"),
            (true, Key::Char('v')) => Some("terminals paste or quote with it"),
            (_, Key::Char('[' | ']')) => {
                Some("the beginning of an escape sequence can look like it")
            }
            _ => None,
        }
    }

    /// As drawn at the foot of the screen: arrows as arrows, unless only ASCII may be drawn.
    pub fn drawn(self, ascii: bool) -> String {
        self.write(if ascii { |row| row.1 } else { |row| row.2 })
    }

    fn write(self, of: fn(&(Key, &'static str, &'static str)) -> &'static str) -> String {
        let name = match self.key {
            Key::Char(c) if c != ' ' => c.to_string(),
            Key::F(number) => format!("f{number}"),
            key => NAMES
                .iter()
                .find(|row| row.0 == key)
                .map_or_else(String::new, |row| of(row).to_owned()),
        };
        let ctrl = if self.ctrl { "ctrl-" } else { "" };
        let shift = if self.shift { "shift-" } else { "" };
        format!("{ctrl}{shift}{name}")
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.write(|row| row.1))
    }
}
