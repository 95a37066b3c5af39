//! disk
mod open_tmp;
pub use open_tmp::*;
