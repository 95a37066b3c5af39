//! The loop and what it touches: the terminal, its keyboard, signals, and through `disk` everything else outside the program.

mod export;
pub mod guard;
pub mod input;
pub mod keyboard;
mod log_lines;
mod reader;
pub mod run;
pub mod screen;
pub mod signals;
pub mod start;
pub mod workshop;

pub use input::Input;
pub use run::{Ended, Next, Wiring, run};
pub use screen::Screen;
pub use start::{exit_code, start};
