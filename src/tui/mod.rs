//! Keys in, screens out: the only room that knows the terminal.
//!
//! `canvas` ← `page` ← `desk` ← `view` ← `terminal`; an arrow points to who is used. All but the last see neither disk nor clock:
//! what they want done goes out as [`desk::Effect`], and what happened comes in as [`desk::Msg`]. Files, clock and processes
//! belong to `disk`, which `terminal` alone asks; nothing here prints.
pub mod canvas;
pub mod desk;
pub mod page;
pub mod terminal;
pub mod view;

pub use canvas::{Canvas, Colours, Rect, Role, Row, Stand, Theme};
pub use terminal::{Ended, Input, Next, Screen, Wiring, exit_code, run, start};
