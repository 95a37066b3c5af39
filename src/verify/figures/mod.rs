//! Is this number that number, and this date that date?
//!
//! A printed quantity is read with its hedge and unit, and held against what the record or the source's words say, by
//! fixed rules. A finding names the rule and the tolerance that applied. It says nothing about truth.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the margins of a house are handed on as one thing, however small"
)]
mod also;
mod claim;
mod clash;
mod compared;
mod computed;
mod counted_dates;
mod dates;
mod days;
mod judged;
mod language;
mod noticed;
mod number;
mod numeral;
mod outcome;
mod pieces;
mod problems;
mod quantity;
mod read;
mod read_unit;
mod reading;
mod rows;
mod rules;
mod sentence;
mod spoken;
mod target;
mod unit;
mod value;
mod when;

pub use also::{Also, Prints, also_prints};
pub use clash::{Clash, clashes, clashes_of, clashing_claims};
pub use compared::{ORDINAL, Written, written};
pub use dates::{FoundDate, dates};
pub use judged::{Judged, Tested, worst};
pub use noticed::{Noticed, noticed};
pub use number::Num;
pub use outcome::Outcome;
pub use problems::problems;
pub use quantity::{Margins, Quantity, Said, Word};
pub use read::{Found, quantities, quantity};
pub use rules::{House, Verdict, compare};
pub use unit::Unit;
pub use when::compare_dates;

use crate::case::{Body, Case, Node};
use crate::text::lexicon::Language;

/// The judgements of a node: of a claim its number and its date, of a sentence those of its own numbers and dates that are
/// plausibly what it cites. Nothing for other records.
pub fn judge(case: &Case, node: Node) -> Vec<Judged> {
    match node {
        Node::Record(ix) => {
            let record = case.at(ix);
            let Body::Claim(body) = &record.body else {
                return vec![];
            };
            let mut all = claim::claim(case, body);
            for judged in &mut all {
                judged.file = record.file;
            }
            all
        }
        Node::Sentence(at) => {
            let draft = case.draft.as_ref();
            let line = draft.and_then(|draft| Some((draft, draft.sentences.get(at as usize)?)));
            line.map_or(vec![], |(draft, line)| {
                sentence::sentence(case, draft, line, draft.language)
            })
        }
    }
}

/// Compares two texts: what is printed and what a source says. Each is read in its own language, as far as its words tell.
pub fn compare_words(printed: &str, source: &str, house: &House<'_>) -> Verdict {
    let own = language::languages(printed, None);
    let readings = own.iter().find_map(|language| {
        let printed = quantity(printed, *language)?;
        Some((printed, *language))
    });
    let Some((printed, language)) = readings else {
        return Verdict::not_comparable("there is no number in what is printed");
    };
    let fits = language::hits(source, language) > 0 || !tells(source);
    let theirs = (fits && language::torn(source, language) == 0).then_some(language);
    let languages = language::languages(source, theirs);
    let source = languages
        .iter()
        .find_map(|language| quantity(source, *language));
    match source {
        Some(source) => compare(&printed, &source, house),
        None => Verdict::not_comparable("there is no number in the source's words"),
    }
}

/// True if a text has a word by which its language could be told.
fn tells(text: &str) -> bool {
    let mut all = Language::ALL.iter();
    all.any(|language| language::hits(text, *language) > 0)
}
