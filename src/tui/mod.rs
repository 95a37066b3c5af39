//! Keys in, screens out: the only room that knows the terminal.
//!
//! Text reaches the screen only as a [`Row`], whose words are [`Shown`](crate::text::Shown) or our own, and cells are
//! written only by `paint`. Files, clock and processes belong to `disk`; nothing here prints.
pub mod desk;
mod export;
pub mod field;
pub mod guard;
pub mod input;
pub mod keyboard;
pub mod layout;
mod log_lines;
pub mod paint;
mod reader;
pub mod role;
pub mod row;
pub mod run;
#[cfg(test)]
pub mod screen_test;
pub mod signals;
pub mod signs;
pub mod start;
pub mod terminal;
pub mod theme;
pub mod view;
pub mod workshop;

pub use input::Input;
pub use paint::Canvas;
pub use ratatui::layout::Rect;
pub use role::Role;
pub use row::Row;
pub use run::{Ended, Next, Wiring, run};
pub use start::{exit_code, start};
pub use terminal::Screen;
pub use theme::{Colours, Stand, Theme};
