//! The desk: everything a person has in front of them, and what becomes of a key.
//!
//! A message comes in ([`Msg`]), the desk changes ([`Desk::update`]), what is wanted of others goes out as data
//! ([`Effect`]). Nothing here waits or touches a file.

mod acts;
mod answers;
mod at_hand;
mod effect;
mod layers;
mod lists;
mod movement;
mod msg;
mod new_line;
mod open;
mod pages;
mod panes;
mod seat;
mod state;
mod unsaved_input;
mod update;
mod work;

pub use crate::tui::page::{Laid, NAME, Page, Para, Spot, Tone, words_of};
pub use answers::Answers;
pub use at_hand::AtHand;
pub use effect::{Effect, Export, Left, NewLine, NewQuote, Notice, Why};
pub use layers::{
    Attach, BoxPart, CHOICES, Help, Hint, Layer, Make, NoteBox, OnTop, Outcome, Paper, Picker,
    Private, Question, RuleBox, Saving, Sheet, SignBox, Then, Who, Wish, inside,
};
pub use lists::history::History;
pub use lists::listing::{Entry, Listing};
pub use lists::of_views::Lists;
pub use lists::seek::{Find, Found, Seek, Snippet};
pub use lists::views::{Filter, View, entries, held};
pub use msg::{Clicked, Msg};
pub use open::Open;
pub use pages::new_here::new_here;
pub use pages::pieces;
pub use pages::reading::{Own, Reading, Words};
pub use pages::sentence_page::words_shown;
pub use pages::unmet_page::{line as unmet_line, words as unmet_words};
pub use panes::{Pane, Panes};
pub use seat::Seat;
pub use state::{Before, Desk, Here};
pub use work::Work;
