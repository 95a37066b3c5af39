//! The ten kinds of record with their fields, as written. The comments on fields are also their meaning in the schema and in `docs/format.md`.

mod casualty;
mod claim;
mod contact;
mod event;
mod figure;
mod party;
mod permit;
mod quote;
mod request;
mod source;

pub use casualty::{Casualty, Count};
pub use claim::{Claim, DateTest, NumberTest};
pub use contact::{Contact, Put, Try};
pub use event::Event;
pub use figure::Figure;
pub use party::Party;
pub use permit::{Item, Permit, Redaction, Validity};
pub use quote::{Printed, Quote};
pub use request::Request;
pub use source::Source;

use super::Kind;

/// The fields of a record, by kind.
#[derive(Clone, Debug)]
pub enum Body {
    /// A person or a body.
    Party(Box<Party>),
    /// Something read or heard.
    Source(Box<Source>),
    /// A permit.
    Permit(Box<Permit>),
    /// An access-to-information request.
    Request(Box<Request>),
    /// Quoted words.
    Quote(Box<Quote>),
    /// A count of people.
    Casualty(Box<Casualty>),
    /// Any other number.
    Figure(Box<Figure>),
    /// Something dated.
    Event(Box<Event>),
    /// A sentence the story rests on.
    Claim(Box<Claim>),
    /// A request for comment.
    Contact(Box<Contact>),
}

impl Body {
    /// The kind of record.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Party(_) => Kind::Party,
            Self::Source(_) => Kind::Source,
            Self::Permit(_) => Kind::Permit,
            Self::Request(_) => Kind::Request,
            Self::Quote(_) => Kind::Quote,
            Self::Casualty(_) => Kind::Casualty,
            Self::Figure(_) => Kind::Figure,
            Self::Event(_) => Kind::Event,
            Self::Claim(_) => Kind::Claim,
            Self::Contact(_) => Kind::Contact,
        }
    }
}
