//! The loop and what it touches: the terminal, its keyboard, signals, and through `disk` everything else outside the program.

pub mod effect_runner;
mod export;
mod fault;
pub mod guard;
pub mod input;
pub mod keyboard;
mod queue;
pub mod run;
pub mod screen;
pub mod signals;
pub mod start;
mod worker;
mod writer;

pub use input::Input;
pub use run::{Ended, Next, Wiring, run};
pub use screen::Screen;
pub use start::{exit_code, start};
