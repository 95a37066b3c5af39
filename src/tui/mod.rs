//! Keys in, screens out: the only room that knows the terminal.

pub mod desk;
