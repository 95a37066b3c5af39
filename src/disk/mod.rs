//! Files and the world outside: the only room with side effects.
#![allow(
    clippy::disallowed_methods,
    reason = "files, processes, clock and environment are what this room is for"
)]

pub mod attach;
pub mod begun;
pub mod beneath;
pub mod browser;
pub mod clipboard;
pub mod clock;
pub mod config;
pub mod decode;
pub mod editor;
pub mod environment;
mod folder;
mod hash;
mod hold;
pub mod inbox;
mod interrupt;
mod kept;
pub mod log;
pub mod new;
mod not_done;
mod open;
mod place;
pub mod rename;
pub mod replace;
mod state;
pub mod texts;
pub mod watch;
pub mod written;
mod yaml;

#[cfg(test)]
mod tests;

pub use hash::hex;
pub use interrupt::Interrupt;
pub use kept::Texts;
pub use not_done::NotDone;
pub use open::{CannotOpen, Opened, open_again, open_any, open_case};
pub use place::{is_folder_of_cases, is_there};
pub use state::{recall, remember};
pub use watch::{Watch, watch};
