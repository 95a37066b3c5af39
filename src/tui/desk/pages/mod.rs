//! The page of one thing and the words beneath it, as paragraphs that know nothing of how they are drawn.

pub mod bars;
pub mod machine;
pub mod new_here;
pub mod pasted;
pub mod people;
pub mod pieces;
pub mod problem_page;
pub mod put;
pub mod reading;
pub mod record_page;
pub mod sentence_page;
