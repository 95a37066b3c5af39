//! Nothing that was said to be saved is lost: programs are killed while they write, the disk is full, the power is cut.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests start and kill programs and look at the clock"
)]

mod durable;

use durable::{Bed, kills};

/// Not a test of its own: the program that the tests start and kill. It saves one entry after the other, and says so.
#[test]
fn writer() {
    durable::write_if_asked();
}

#[test]
fn two_hundred_killed_writers_lose_nothing_they_said_was_saved() {
    kills(&Bed::new(), 200);
}

#[test]
#[ignore = "takes minutes"]
fn two_thousand_killed_writers_lose_nothing_they_said_was_saved() {
    kills(&Bed::new(), 2000);
}
