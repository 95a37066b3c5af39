//! A case told to others: an annotated draft as one HTML page, as Markdown or as a sheet; letters, call sheets; exports.
//!
//! ```text
//! case, what is known ─► Redaction ─► Account (rows, safe to show) ─► html · markdown · sheet
//!                                 └─► letters, call sheets, exports
//! ```
//!
//! A case comes in, text goes out. This room must not touch disk, clock or terminal, and every text of a case passes
//! [`Redaction`], which covers what must not be told and makes hidden characters visible.

mod account;
mod calls;
mod cell;
mod chart;
mod data;
pub mod export;
mod gather;
mod html;
mod known;
mod letter;
mod markdown;
mod note;
mod open_words;
mod replies;
mod sheet;
mod stretch;
mod todo;

pub use account::Account;
pub use calls::calls;
pub use html::html;
pub use known::{About, Known};
pub use letter::letters;
pub use markdown::markdown;
pub use sheet::{remarks_of, sheet};

pub use crate::wording::{COVERED, Redaction, is_confidential};
