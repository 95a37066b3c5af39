//! Rows of safe text on the cells of a screen: signs, roles, looks, and where the panes lie in a window.
//!
//! Text reaches the screen only as a [`Row`], whose words are [`Shown`](crate::text::Shown) or our own, and cells are
//! written only by `paint`. Nothing here knows a desk, a terminal or a key's meaning beyond the line being typed.

pub mod field;
pub mod layout;
pub mod paint;
pub mod role;
pub mod row;
#[cfg(test)]
pub mod screen_test;
pub mod signs;
pub mod theme;

pub use paint::Canvas;
pub use ratatui::layout::Rect;
pub use role::Role;
pub use row::Row;
pub use theme::{Colours, Stand, Theme};
