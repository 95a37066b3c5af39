//! disk
pub mod attach;
pub mod inbox;
pub mod new;
mod not_done;
mod open_tmp;
pub mod rename;
pub mod replace;

pub use not_done::NotDone;
pub use open_tmp::*;
