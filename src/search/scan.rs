//! The strict answer without an index: every text of every entry is read for every question.
//!
//! Slow and plain on purpose. The tests hold the index to it, and the bench measures against it.

use super::entry::{Entry, EntryKey};
use super::filter::{Facet, Filter, begins, kind_value, value};
use super::fold::Words;
use super::query::{Ask, Part, Query, Row};
use super::vocabulary::LEAST_INSIDE;

/// The keys of all entries that have every word and pass every filter, in the order given.
pub fn scan(entries: &[Entry], typed: &str) -> Vec<EntryKey> {
    let query = Query::parse(typed);
    let has = |entry: &&Entry| !query.is_empty() && answers(entry, &query);
    entries.iter().filter(has).map(|entry| entry.key).collect()
}

fn answers(entry: &Entry, query: &Query) -> bool {
    query
        .terms
        .iter()
        .all(|term| has(entry, &term.ask) != term.not)
        && query
            .filters
            .iter()
            .all(|(not, filter)| passes(entry, filter) != *not)
}

fn has(entry: &Entry, ask: &Ask) -> bool {
    match ask {
        Ask::AnyOf(ways) => ways
            .iter()
            .any(|way| way.iter().all(|part| has_part(entry, part))),
        Ask::Row(row) => has_row(entry, row),
    }
}

fn has_part(entry: &Entry, part: &Part) -> bool {
    let typed = part.word.as_str();
    let meets = |word: &str| {
        let looser =
            word.starts_with(typed) || (typed.len() >= LEAST_INSIDE && word.contains(typed));
        word == typed || (!part.whole && looser)
    };
    entry
        .fields
        .iter()
        .any(|field| Words::of(&field.text).iter().any(|(word, _)| meets(word)))
}

fn has_row(entry: &Entry, row: &Row) -> bool {
    entry.fields.iter().any(|field| {
        let words = Words::of(&field.text);
        let plain: Vec<&str> = words.plain().collect();
        let count = row.words.len();
        let in_row = (0..(plain.len() + 1).saturating_sub(count)).any(|first| {
            let here =
                (!row.at_start || first == 0) && (!row.at_end || first + count == plain.len());
            here && (0..count).all(|i| meets_in_row(row, i, plain[first + i]))
        });
        let bare = !(row.at_start || row.at_end || row.open_start || row.open_end);
        in_row || (bare && count == 1 && words.iter().any(|(word, _)| word == row.words[0]))
    })
}

fn meets_in_row(row: &Row, i: usize, word: &str) -> bool {
    let typed = row.words[i].as_str();
    match (
        i == 0 && row.open_start,
        i + 1 == row.words.len() && row.open_end,
    ) {
        (false, false) => word == typed,
        (true, false) => word.ends_with(typed),
        (false, true) => word.starts_with(typed),
        (true, true) => word.contains(typed),
    }
}

fn passes(entry: &Entry, filter: &Filter) -> bool {
    match filter {
        Filter::Words(facet, words) => match facet {
            Facet::Kind => begins(words, &kind_value(entry.kind)),
            Facet::Case => begins(words, &value(&[&entry.case])),
            Facet::Who => entry.who.iter().any(|who| begins(words, &value(&[who]))),
            Facet::Is => entry.is.iter().any(|is| begins(words, &value(&[is]))),
        },
        Filter::Days(days) => entry.days.iter().any(|d| d.meets(*days)),
        Filter::Amounts(bounds) => entry.amounts.iter().any(|a| bounds.meets(*a)),
    }
}
