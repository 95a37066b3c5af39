//! The desk: everything a person has in front of them, and what becomes of a key.

mod listing;
mod spot;
mod trail;
mod views;

pub use listing::{Entry, Listing};
pub use spot::Spot;
pub use trail::Trail;
pub use views::{Filter, View, entries};
