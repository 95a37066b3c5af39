//! Files and the world outside: the only room with side effects.

pub mod beneath;
pub mod decode;
mod open;

pub use open::{CannotOpen, Opened, hex, open_any, open_case};
