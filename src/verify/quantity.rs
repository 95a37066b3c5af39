//! Numbers as written (digits, number words, signs, units): the same number in another form, or another number?

use super::figures::{Num, ORDINAL, Written, written};
use crate::text::lexicon::Lexicon;

/// Whether both texts hold the same numbers and nothing else.
pub(crate) fn same_quantities(lists: &Lexicon, one: &str, other: &str) -> bool {
    let (Some(first), Some(second)) = (written(one, lists), written(other, lists)) else {
        return false;
    };
    first == second
        || spoken_year(one, &first).is_some_and(|year| second == [year])
        || spoken_year(other, &second).is_some_and(|year| first == [year])
}

/// The numbers in `text`, if it holds nothing else, first and third told as one and three: what a day of the month is
/// either way.
pub(crate) fn without_order(text: &str, lists: &Lexicon) -> Option<Vec<Written>> {
    let mut all = written(text, lists)?;
    for one in &mut all {
        one.marks.retain(|mark| mark != ORDINAL);
    }
    Some(all)
}

/// "nineteen eighty-four" as the year it is.
fn spoken_year(text: &str, all: &[Written]) -> Option<Written> {
    let [century, year] = all else {
        return None;
    };
    let small = |one: &Written| one.value.small().filter(|_| one.marks.is_empty());
    let (century, year) = (small(century)?, small(year)?);
    let spoken = !text.contains(|c: char| c.is_ascii_digit() || c == ',');
    let is_year = (10..=20).contains(&century) && (10..100).contains(&year);
    (spoken && is_year).then(|| Written {
        value: Num::whole(century * 100 + year),
        marks: vec![],
    })
}
