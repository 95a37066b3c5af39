//! The desk: everything a person has in front of them, and what becomes of a key.
//!
//! A message comes in ([`Msg`]), the desk changes ([`Desk::update`]), what is wanted of others goes out as data
//! ([`Effect`]). Nothing here waits, draws or touches a file.

mod aside;
mod bars;
mod changes;
mod checking;
mod counts;
mod effect;
mod layer;
mod listing;
mod machine;
mod menus;
mod msg;
mod new_here;
mod note_box;
mod on_desk;
mod on_layer;
mod open;
mod para;
mod pasted;
mod people;
mod pickers;
pub mod pieces;
mod problem_page;
mod put;
mod reading;
mod record_page;
mod rule_box;
mod said;
mod seek;
mod sentence_page;
mod sign_box;
mod spot;
mod state;
mod trail;
mod update;
mod views;
mod words;

pub use effect::{Effect, Export, Left, NewQuestion, NewQuote, NewRuling, Notice};
pub use layer::{Clip, Layer, Make, Picker, Question};
pub use listing::{Entry, Listing};
pub use menus::words_of;
pub use msg::{Clicked, Found, Msg};
pub use new_here::new_here;
pub use note_box::NoteBox;
pub use open::Open;
pub use para::{NAME, Page, Para, Tone};
pub use reading::{Laid, Own, Reading, Words};
pub use rule_box::{BoxPart, CHOICES, RuleBox, Saving};
pub use seek::{Find, Seek, Snippet};
pub use sentence_page::words_shown;
pub use sign_box::SignBox;
pub use spot::Spot;
pub use state::{Desk, Here, Pane, Seat};
pub use trail::Trail;
pub use views::{Filter, View, entries, held};
