//! Files and the world outside: the only room with side effects.
#![allow(
    clippy::disallowed_methods,
    reason = "files, processes, clock and environment are what this room is for"
)]

pub mod beneath;
mod bring;
pub mod browser;
pub mod clipboard;
pub mod config;
pub mod decode;
pub mod editor;
pub mod environment;
mod open;
mod place;
mod state;

pub use bring::{attach, inbox};
pub use open::{CannotOpen, Opened, hex, open_any, open_case};
pub use place::{is_folder_of_cases, is_there};
pub use state::{recall, remember};
