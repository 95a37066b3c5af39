//! What a user can ask for and by which key: the one table from which the desk acts, the footer and help are drawn,
//! `casefile keys` is printed and a configuration may change.
//!
//! Knows no terminal library and no screen; the terminal's events are turned into a [`Chord`] elsewhere.
//!
//! `CONTRIBUTING.md` says how to add a key.
mod action;
mod chord;
mod keymap;
mod listing;
mod scope;
pub mod table;

#[cfg(test)]
mod tests;

pub use action::Action;
pub use chord::{Chord, Key};
pub use keymap::{Fault, Keymap};
pub use listing::listing;
pub use scope::Scope;
pub use table::{Group, Row};
