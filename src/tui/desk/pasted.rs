//! Pasted words as a quotation: where do we have that from?

use super::effect::Notice;
use super::machine::machine;
use super::seek::Snippet;
use super::state::Desk;
use super::{Entry, Listing, Page, Para, Spot, Tone};
use crate::case::Case;
use crate::ruling::Sign;
use crate::verify::{Class, QuoteFinding};
use crate::wording::place;
use std::sync::Arc;

impl Desk {
    /// Takes what the machine says of the words that were pasted, unless something else is looked for by now.
    pub(super) fn verified(&mut self, number: u64, found: QuoteFinding) {
        let case = Arc::clone(&self.open.case);
        let Some(seek) = self.seek.as_mut().filter(|seek| seek.number == number) else {
            return;
        };
        let said = verdict(&case, &found);
        seek.pasted = Some(Arc::new(found));
        let known = std::mem::take(&mut seek.hits).entries;
        let entries = pasted_entries(&case, seek.pasted.as_deref());
        seek.hits = Listing::new(entries.into_iter().chain(known).collect());
        self.say(Notice::good(said));
        self.reading = None;
        self.read_selected();
    }

    /// The pasted words, where a spot is a place of theirs.
    pub(super) fn pasted_at(&self, spot: Spot) -> Option<Arc<QuoteFinding>> {
        let found = self.seek.as_ref()?.pasted.as_ref()?;
        let here = places(&self.open.case, found).any(|(at, _)| at == spot);
        here.then(|| Arc::clone(found))
    }

    /// The words of the source where the pasted ones stand.
    pub fn pasted_snippet(&self, spot: Spot) -> Option<Snippet> {
        let found = self.pasted_at(spot)?;
        let Spot::Text(source, _) = spot else {
            return None;
        };
        let text = &self.open.case.holdings.get(&source)?.text;
        let (_, span) = places(&self.open.case, &found).find(|(at, _)| *at == spot)?;
        let words = span.of(text).split_whitespace().collect::<Vec<_>>();
        let sign = Sign::of_class(found.finding.class, found.finding.severity);
        Some(Snippet {
            text: format!("{} {}", sign.sign, words.join(" ")),
            ..Snippet::default()
        })
    }
}

/// The entries of the search's list that are about the pasted words.
pub(super) fn pasted_entries(case: &Case, found: Option<&QuoteFinding>) -> Vec<Entry> {
    let Some(found) = found else {
        return vec![];
    };
    let heading = match found.finding.class {
        Class::NotFound | Class::NotChecked => "nearest to these words",
        _ => "as a quotation",
    };
    let spots: Vec<Entry> = places(case, found)
        .map(|(spot, _)| Entry::Spot(spot))
        .collect();
    if spots.is_empty() {
        return vec![];
    }
    let heading = Entry::Heading(heading.to_owned(), None);
    std::iter::once(heading).chain(spots).collect()
}

/// Where the words stand, or what comes nearest.
fn places<'a>(
    case: &'a Case,
    found: &'a QuoteFinding,
) -> impl Iterator<Item = (Spot, crate::text::Span)> + 'a {
    let nearest = found
        .places()
        .next()
        .is_none()
        .then(|| found.nearest())
        .flatten();
    found.places().chain(nearest).filter_map(|(id, span)| {
        let at = u32::try_from(span.start).ok()?;
        Some((Spot::Text(case.find(id)?, at), span))
    })
}

/// The first lines of the page of such a place: the pasted words, and what the machine says of them.
pub(super) fn pasted_lines(case: &Case, found: &QuoteFinding, page: &mut Page) {
    page.push(Para::new().put(Tone::Label, "PASTED"));
    page.push(Para::new().put(Tone::Words, &format!("“{}”", found.words)));
    page.gap();
    machine(case, Some(found), page);
    page.gap();
}

/// One line for the message at the foot.
fn verdict(case: &Case, found: &QuoteFinding) -> String {
    let class = found.finding.class;
    let n = found.looked_in.len();
    match found.places().next() {
        Some((id, span)) => {
            let at = case.find(id).map(|ix| place(case, ix, span.start));
            format!(
                "as a quotation: {}, {}",
                class.plainly(),
                at.unwrap_or_else(|| id.to_owned())
            )
        }
        None if n == 0 => {
            "as a quotation: no text of a source is held here, a attaches one".to_owned()
        }
        None if class == Class::NotFound => {
            format!("as a quotation: in none of the {n} texts that are held")
        }
        None => format!("as a quotation: {}", class.plainly()),
    }
}
