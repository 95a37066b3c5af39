//! The command line as its users meet it: what it says, how it exits, what it leaves on disk.

mod check;
mod doors;
mod files;
mod generated;
mod records;
mod run;
mod search;
mod verify;
