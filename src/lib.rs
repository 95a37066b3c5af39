//! casefile: a terminal explorer for the case file behind a story.
//!
//! ```text
//! ┌ title ─────────────────────────────────────────────────────────┐
//! │ views    [1 Draft] 2 To do 3 Records 4 Sources 5 Timeline 6 … │
//! │ summary  how the sentences stand, or what was just said        │
//! ├ list ────────────────────┬ page ───────────────────────────────┤
//! │ sentences, records,      │ the selected thing: fields, what it │
//! │ sources, what a search   │ stands on, what uses it             │
//! │ found                    ├ words ──────────────────────────────┤
//! │                          │ the source's text, the passage      │
//! │                          │ marked, signs under the words       │
//! ├──────────────────────────┴─────────────────────────────────────┤
//! │ foot     the next thing to do, and the keys that help here     │
//! └────────────────────────────────────────────────────────────────┘
//! ```
//!
//! # Rooms
//!
//! `text ← case ← {verify, ruling, search} ← wording ← {report, disk} ← {cli, tui} ← main`; an arrow points to who is used.
//!
//! - [`text`]: words and the places in them; safe display. Knows nothing of cases.
//! - [`case`]: what a case says, read from bytes. No disk, clock or terminal. YAML is known to one file of it.
//! - [`verify`]: is this quote in that text, is this number that number. Compares, never confirms.
//! - [`ruling`]: rulings as sealed lines that are only added to; what stands, computed and never stored.
//! - [`search`]: records and passages by a few letters. The fuzzy matcher is known to one file of it.
//! - [`wording`]: how a finding, a ruling and a record are put into words, once for terminal, desk and report.
//! - [`report`]: a case told to others: page, sheet, letters, formats of other tools. Confidential sources are held back.
//! - [`disk`]: files, clipboard, editor, browser, state: the only room with side effects.
//! - [`keys`]: the one table of keys, seen by `cli` and `tui`.
//! - [`cli`]: arguments in, text and exit code out: the only room that prints.
//! - [`tui`]: keys in, screens out: the only room that knows the terminal. `tui::desk` changes, `tui::view` draws.
//!
//! # What holds throughout
//!
//! - Reading never fails: it gives what could be read and every problem, each at its place.
//! - Offsets are bytes of the text as given, on character boundaries.
//! - Text of files reaches a screen or a pipe only as [`text::Shown`].
//! - The desk's update never waits and its view never changes anything.
//!
//! `ARCHITECTURE.md` walks through them; `CONTRIBUTING.md` says how to add a key, a command, a kind of record and the like.
pub mod case;
pub mod cli;
pub mod disk;
pub mod keys;
pub mod report;
pub mod ruling;
pub mod search;
pub mod text;
pub mod tui;
pub mod verify;
pub mod wording;
