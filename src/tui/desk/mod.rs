//! The desk: everything a person has in front of them, and what becomes of a key.

mod listing;
mod para;
mod pieces;
mod problem_page;
mod reading;
mod record_page;
mod sentence_page;
mod signs_of;
mod spot;
mod trail;
mod views;

pub use listing::{Entry, Listing};
pub use para::{Page, Para, Tone};
pub use reading::{Reading, Words};
pub use spot::Spot;
pub use trail::Trail;
pub use views::{Filter, View, entries};
