//! The front door: hands the arguments to the command line room.
fn main() {}
