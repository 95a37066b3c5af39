//! `keys`: the key table of the desk.

use super::Failure;
use super::out::Out;
use crate::keys::{Keymap, listing};
use std::io::Write;

/// Prints it.
pub fn run(out: &mut Out) -> Result<u8, Failure> {
    out.write_all(listing(&Keymap::default()).as_bytes())?;
    Ok(0)
}
