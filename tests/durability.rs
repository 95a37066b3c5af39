//! Nothing that was said to be saved is lost: programs are killed while they write, the disk is full, the power is cut.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests start and kill programs and look at the clock"
)]

mod durable;

use durable::calls::{Happens, at_every_call};
use durable::mounted::{cut, full, read_only};
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

#[test]
fn a_ruling_killed_at_any_system_call_is_saved_whole_or_not_said_to_be() {
    at_every_call(Happens::Kill);
}

#[test]
fn a_ruling_whose_system_calls_fail_is_saved_or_said_not_to_be() {
    at_every_call(Happens::Error);
}

#[test]
fn a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room() {
    full();
}

#[test]
fn a_disk_that_nobody_may_write_to_is_told() {
    read_only();
}

#[test]
fn a_power_cut_loses_nothing_that_was_said_to_be_saved() {
    cut(6);
}

#[test]
#[ignore = "takes minutes"]
fn a_hundred_power_cuts_lose_nothing_that_was_said_to_be_saved() {
    cut(100);
}
