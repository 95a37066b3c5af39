//! What the environment says about the terminal and the user's programs.
use std::env;

/// Whether a variable is set to something.
fn set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Whether the user wants no colours (<https://no-color.org>).
pub fn no_colour() -> bool {
    set("NO_COLOR")
}

/// Whether the terminal can do nothing but print.
pub fn dumb_terminal() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether the terminal says what it is, and is one that can move its cursor and change colours.
pub fn styled_terminal() -> bool {
    set("TERM") && !dumb_terminal()
}

/// Whether the program runs on another machine than the user sits at.
pub fn over_ssh() -> bool {
    set("SSH_CONNECTION") || set("SSH_TTY")
}

/// Whether the locale is one whose text is not UTF-8, so that our signs had better be ASCII.
pub fn ascii_locale() -> bool {
    let first = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find(|name| set(name));
    let Some(value) = first.and_then(|name| env::var(name).ok()) else {
        return false;
    };
    let value = value.to_ascii_lowercase();
    !(value.contains("utf-8") || value.contains("utf8"))
}

/// Whether a graphical session is there to open windows in.
pub fn has_display() -> bool {
    cfg!(any(target_os = "macos", windows)) || set("WAYLAND_DISPLAY") || set("DISPLAY")
}

/// The value of a variable, if it is set to something that is text.
pub(super) fn value(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}
