//! Files and the world outside: the only room with side effects.
#![allow(
    clippy::disallowed_methods,
    reason = "files, processes, clock and environment are what this room is for"
)]

pub mod attach;
pub mod beneath;
mod bring;
pub mod browser;
pub mod clipboard;
pub mod config;
pub mod decode;
pub mod editor;
pub mod environment;
pub mod inbox;
pub mod new;
mod not_done;
mod open;
pub mod rename;
pub mod replace;
mod state;

pub use bring::{attach, inbox};
pub use not_done::NotDone;
pub use open::{CannotOpen, Opened, hex, is_there, open_any, open_case};
pub use state::{recall, remember};
