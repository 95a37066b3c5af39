//! `schema`: the JSON Schema of case files.

use super::Failure;
use super::out::Out;
use crate::case;
use std::io::Write;

/// Prints it.
pub fn run(out: &mut Out) -> Result<u8, Failure> {
    serde_json::to_writer_pretty(&mut *out, &case::schema())?;
    out.write_all(b"\n")?;
    Ok(0)
}
