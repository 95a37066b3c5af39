//! How a finding, a ruling and a record are put into words: once, for terminal, desk and report.
//!
//! ```text
//! quotation · figure · ruling · record ─► [Row] ─► cli (plain lines) · desk (styled) · report (HTML, Markdown)
//! ```
//!
//! What comes in are facts, what goes out are rows of text that is safe to show and covered by [`Redaction`]. The three
//! who draw them choose lines, colours and marks, never words. This room must not touch disk, clock or terminal.

mod figure;
mod place;
mod quotation;
mod record;
mod redaction;
mod row;
mod ruling;
mod side;

pub use figure::{figure, spoken};
pub use place::{locator, place};
pub use quotation::{printed, quotation};
pub use record::{fields, title};
pub use redaction::{COVERED, Redaction, is_confidential};
pub use row::{Lead, Row, Run, Voice};
pub use ruling::{because, given_for, how_seen, ruling, stand, time};
pub use side::{Side, Stretch};
