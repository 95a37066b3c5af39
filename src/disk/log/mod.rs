//! The logs of rulings: one file a checker and machine, `checks/NAME@MACHINE.jsonl`, only ever added to.
//!
//! ```text
//! save ─► append (the protocol, against a small trait) ─► checks (the real disk)
//!   │                                                  └► tests: a disk that tears and forgets
//!   └► kept (what the user's state folder remembers of a log's end) ◄─ found (every log of a case, read)
//! ```

mod append;
mod checks;
mod found;
mod kept;
mod name;
mod save;

#[cfg(test)]
mod tests;

pub use append::NotSaved;
pub use found::logs;
pub use name::{by_whom, machine, new_id, stamp};
pub use save::{Saved, Saver, save};
