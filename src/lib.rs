//! casefile: a terminal explorer for the case file behind a story.
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
