//! A page of paragraphs: what is said in it, where each of them leads, and the rows that they become.

pub mod drawn;
pub mod paragraph;
pub mod paragraph_rows;
pub mod said;
pub mod selection;

pub use drawn::Laid;
pub use paragraph::{NAME, Page, Para, Tone};
pub use said::say;
pub use selection::{Spot, words_of};
