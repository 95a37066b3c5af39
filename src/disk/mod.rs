//! Files and the world outside: the only room with side effects.
#![allow(
    clippy::disallowed_methods,
    reason = "files, processes, clock and environment are what this room is for"
)]

pub mod attach;
pub mod beneath;
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
mod place;
pub mod rename;
pub mod replace;
mod state;
pub mod texts;
mod yaml;

pub use not_done::NotDone;
pub use open::{CannotOpen, Opened, hex, open_any, open_case};
pub use place::{is_folder_of_cases, is_there};
pub use state::{recall, remember};
