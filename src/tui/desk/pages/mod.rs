//! The page of one thing and the words beneath it, as paragraphs that know nothing of how they are drawn.

pub mod allegations_panel;
pub mod bars;
pub mod finding_panel;
pub mod new_here;
pub mod pasted;
pub mod pieces;
pub mod problem_page;
pub mod reading;
pub mod record_page;
pub mod rulings_panel;
pub mod sentence_page;
pub mod unmet_page;
