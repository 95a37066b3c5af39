//! A page of paragraphs: what is said in it, where each of them leads, and the rows that they become.

pub mod drawn;
pub mod para;
pub mod paras;
pub mod spot;

pub use drawn::Laid;
pub use para::{NAME, Page, Para, Side, Tone};
pub use spot::{Spot, words_of};
