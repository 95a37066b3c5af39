//! Logs on a simulated disk that does its worst, and on the real one.

mod histories;
mod real;
mod world;
