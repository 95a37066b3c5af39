//! `show`: one record or sentence with what it says, what it stands on and what stands on it.

mod facts;
pub use facts::name;
mod find;
mod finding;
mod json;
mod machine;
mod text;

use super::Failure;
use super::args::{Format, Show};
use super::open;
use super::out::Out;

/// Shows.
pub fn run(args: &Show, out: &mut Out) -> Result<u8, Failure> {
    let seen = open::all(&args.path)?;
    let found = find::find(&seen, &args.id, &args.path)?;
    match args.format {
        Format::Text => text::tell(&found, out)?,
        Format::Json => json::tell(&found, out)?,
    }
    Ok(0)
}
