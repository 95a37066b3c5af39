//! Looking for things: in the whole case, and in one pane.

use super::listing::{Entry, Listing};
use crate::search::{Answer, EntryKind, Search, Thing, Tier};
use crate::text::Span;
use crate::tui::desk::effect::Effect;
use crate::tui::page::Spot;
use tui_input::Input;

/// The search of the whole case, while it is open.
#[derive(Debug, Default)]
pub struct Seek {
    /// The line typed into.
    pub input: Input,
    /// The number of the last question asked; older answers are dropped.
    pub number: u64,
    /// What was found, under headings by kind.
    pub hits: Listing,
    /// How many were found exactly, and how many nearly.
    pub counts: Option<(usize, usize)>,
    /// What the query means, or what is odd about it.
    pub hint: Option<String>,
    /// The words around each hit, in the order of the spots.
    pub snippets: Vec<(Spot, Snippet)>,
    /// What the machine says of the line as a quotation, if it was pasted.
    pub pasted: Option<std::sync::Arc<crate::verify::QuoteFinding>>,
    /// True while the line has the keys; else the hits have.
    pub typing: bool,
}

/// The words around a hit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// The bytes of them that were looked for.
    pub marks: Vec<std::ops::Range<usize>>,
    /// True if it is only close to what was looked for.
    pub close: bool,
}

impl Seek {
    /// Asks anew: another question, or the same one of a case as read anew.
    pub fn again(&mut self) -> Effect {
        self.number += 1;
        self.pasted = None;
        Effect::Search {
            number: self.number,
            query: self.input.value().to_owned(),
        }
    }

    /// The case was read anew: hits that are no longer there go, the others are called as they are now.
    pub fn carry(&mut self, carried: impl Fn(Spot) -> Option<Spot>) {
        let entries = self.hits.entries.iter().filter_map(|entry| match entry {
            Entry::Heading(..) => Some(entry.clone()),
            Entry::Spot(spot) => carried(*spot).map(Entry::Spot),
        });
        self.hits.renew(entries.collect(), &carried);
        let snippets = std::mem::take(&mut self.snippets).into_iter();
        self.snippets = snippets
            .filter_map(|(spot, snippet)| Some((carried(spot)?, snippet)))
            .collect();
    }

    /// The words around a hit.
    pub fn snippet(&self, spot: Spot) -> Option<&Snippet> {
        self.snippets
            .iter()
            .find(|(at, _)| *at == spot)
            .map(|(_, snippet)| snippet)
    }
}

/// A find in one pane, while it is on.
#[derive(Debug, Default)]
pub struct Find {
    /// The line typed into.
    pub input: Input,
    /// True while the line has the keys.
    pub typing: bool,
    /// Where the words were found last, in the words pane.
    pub at: Option<Span>,
}

impl Find {
    /// The words looked for, folded.
    pub fn wanted(&self) -> String {
        crate::text::fold::fold(self.input.value())
    }
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The question's number.
    pub number: u64,
    /// The hits, best first, with the kind they are listed under.
    pub hits: Vec<(Spot, &'static str, Snippet)>,
    /// How many there are exactly.
    pub exact: usize,
    /// How many are close.
    pub close: usize,
    /// What is odd about the query.
    pub hint: Option<String>,
}

/// The answer to a search, as the desk lists it.
pub fn found(number: u64, answer: Answer, search: &Search) -> Found {
    let hits = answer.hits.into_iter().filter_map(|hit| {
        let spot = match search.thing(hit.key)?.1 {
            Thing::Record(ix) => Spot::Record(ix),
            Thing::Sentence(at) => Spot::Sentence(at),
            Thing::Passage(ix, at) => Spot::Text(ix, at),
        };
        let heading = match hit.kind {
            EntryKind::Sentence => "draft",
            EntryKind::Passage => "source words",
            kind => kind.name(),
        };
        let snippet = Snippet {
            text: hit.text,
            marks: hit.highlights,
            close: hit.tier == Tier::Close,
        };
        Some((spot, heading, snippet))
    });
    Found {
        number,
        hits: hits.collect(),
        exact: answer.exact,
        close: answer.close,
        hint: answer.hints.into_iter().next(),
    }
}
