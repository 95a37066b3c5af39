//! The command line as its users meet it: what it says, how it exits, what it leaves on disk.
#![allow(
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::single_char_pattern,
    reason = "tests read and write files of their own"
)]

mod canary;
mod check;
mod doors;
mod explain;
mod files;
mod generated;
mod logs;
mod pages;
mod records;
mod report;
mod rulings;
mod run;
mod search;
mod verify;
