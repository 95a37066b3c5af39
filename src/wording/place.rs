//! Places in a source's text, as readers say them.

use crate::case::{Case, Locator, RecordIx};

/// A byte of a source's text: `article ¶31`, `report p. 4`.
pub fn place(case: &Case, source: RecordIx, at: usize) -> String {
    let id = &case.at(source).id.value;
    let Some(holding) = case.holdings.get(&source) else {
        return id.clone();
    };
    let places = &holding.places;
    match (places.page_of(at), places.paragraph_of(at)) {
        (Some(page), _) => format!("{id} p. {page}"),
        (None, Some(paragraph)) => format!("{id} ¶{paragraph}"),
        (None, None) => format!("{id} line {}", places.line_of(at)),
    }
}

/// A place named behind the `#` of a reference: `¶31`, `p. 3–5`.
pub fn locator(locator: Locator) -> String {
    let range = |sign: &str, from: u32, to: u32| {
        if from == to {
            format!("{sign}{from}")
        } else {
            format!("{sign}{from}–{to}")
        }
    };
    match locator {
        Locator::Paragraphs(from, to) => range("¶", from, to),
        Locator::Pages(from, to) => range("p. ", from, to),
        Locator::Lines(from, to) => range("line ", from, to),
        Locator::Time(_) => locator.to_string()[1..].to_owned(),
    }
}
