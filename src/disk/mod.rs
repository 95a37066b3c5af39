//! Files, clock, processes: the only room with side effects.
pub mod browser;
pub mod clipboard;
pub mod config;
pub mod editor;
pub mod environment;
