//! The desk: everything a person has in front of them, and what becomes of a key.
//!
//! A message comes in ([`Msg`]), the desk changes ([`Desk::update`]), what is wanted of others goes out as data
//! ([`Effect`]). Nothing here waits, draws or touches a file.

mod answers;
mod aside;
mod checking;
mod effect;
mod layers;
mod lists;
mod msg;
mod new_line;
mod on_desk;
mod open;
mod pages;
mod state;
mod update;
mod words;

pub use crate::tui::page::{NAME, Page, Para, Side, Spot, Tone};
pub use answers::Answers;
pub use effect::{Effect, Export, Left, NewLine, NewQuote, Notice, Why};
pub use layers::layer::{Clip, Layer, Make, Picker, Question};
pub use layers::menus::words_of;
pub use layers::note_box::NoteBox;
pub use layers::rule_box::{BoxPart, CHOICES, RuleBox, Saving};
pub use layers::sign_box::SignBox;
pub use lists::listing::{Entry, Listing};
pub use lists::seek::{Find, Seek, Snippet};
pub use lists::trail::Trail;
pub use lists::views::{Filter, View, entries, held};
pub use msg::{Clicked, Found, Msg};
pub use open::Open;
pub use pages::new_here::new_here;
pub use pages::pieces;
pub use pages::reading::{Laid, Own, Reading, Words};
pub use pages::record_page::{held_sign, held_tone, place_words};
pub use pages::sentence_page::words_shown;
pub use state::{Desk, Here, Pane, Seat};
