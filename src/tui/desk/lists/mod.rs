//! The lists at the left: what each view lists, where one is in it, and the way one came.

pub mod changes;
pub mod counts;
pub mod history;
pub mod listing;
pub mod of_views;
pub mod seek;
pub mod to_do;
pub mod views;
