//! Pasted words as a quotation: where do we have that from?

use super::finding_panel::machine;
use crate::case::Case;
use crate::tui::desk::lists::listing::Entry;
use crate::tui::page::{Page, Para, Spot, Tone};
use crate::verify::{Class, QuoteFinding};
use crate::wording::place;

/// The entries of the search's list that are about the pasted words.
pub fn pasted_entries(case: &Case, found: Option<&QuoteFinding>) -> Vec<Entry> {
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
pub fn places<'a>(
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
pub fn pasted_lines(case: &Case, found: &QuoteFinding, page: &mut Page) {
    page.push(Para::new().put(Tone::Label, "PASTED"));
    page.push(Para::new().put(Tone::Words, &format!("“{}”", found.words)));
    page.gap();
    machine(case, Some(found), page);
    page.gap();
}

/// One line for the message at the foot.
pub fn verdict(case: &Case, found: &QuoteFinding) -> String {
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
