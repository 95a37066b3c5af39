//! The desk: everything a person has in front of them, and what becomes of a key.
//!
//! A message comes in ([`Msg`]), the desk changes ([`Desk::update`]), what is wanted of others goes out as data
//! ([`Effect`]). Nothing here waits, draws or touches a file.

mod changes;
mod effect;
mod layer;
mod listing;
mod machine;
mod menus;
mod msg;
mod new_here;
mod on_desk;
mod on_layer;
mod para;
pub mod pieces;
mod problem_page;
mod reading;
mod record_page;
mod seek;
mod sentence_page;
mod spot;
mod state;
mod trail;
mod update;
mod views;
mod words;

pub use effect::{Effect, Left, NewQuote, Notice};
pub use layer::{Clip, Layer, Make, Picker, Question};
pub use listing::{Entry, Listing};
pub use menus::words_of;
pub use msg::{Clicked, Found, Msg};
pub use new_here::new_here;
pub use para::{NAME, Page, Para, Side, Tone};
pub use reading::{Reading, Words};
pub use record_page::{held_sign, held_tone, place_words};
pub use seek::{Find, Seek, Snippet};
pub use sentence_page::words_shown;
pub use spot::Spot;
pub use state::{Desk, Here, Open, Pane, Seat};
pub use trail::Trail;
pub use views::{Filter, View, entries, held};

use crate::keys::Action;

/// True if the desk can do this; keys, help and palette show nothing else.
pub const fn offers(action: Action) -> bool {
    !matches!(
        action,
        Action::Rule
            | Action::Undo
            | Action::Tick
            | Action::Note
            | Action::Differences
            | Action::Since
            | Action::Export
            | Action::Confirmed
            | Action::Fix
            | Action::Wrong
            | Action::Unsupported
            | Action::CannotVerify
            | Action::Contradicted
            | Action::NotCheckable
            | Action::Waived
    )
}
