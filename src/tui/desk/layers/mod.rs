//! What lies on top of the desk: help, menus, boxes and questions.

pub mod layer;
pub mod menus;
pub mod note_box;
mod on_layer;
pub mod pickers;
pub mod rule_box;
pub mod sign_box;
