//! A list with headings, of any length: which entry is selected and which part is on screen.
//!
//! Entries differ in height, and only those on screen are ever drawn; so the scroll position is an entry and a
//! row of it, not a number of rows from the top.

use crate::tui::desk::Spot;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A heading, with the number of entries under it where that says something.
    Heading(String, Option<usize>),
    /// Something that can be selected.
    Spot(Spot),
}

impl Entry {
    /// The spot, unless it is a heading.
    pub const fn spot(&self) -> Option<Spot> {
        match self {
            Self::Spot(spot) => Some(*spot),
            Self::Heading(..) => None,
        }
    }
}

/// A list and where one is in it.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Index of the selected entry; never a heading unless there is nothing else.
    pub selected: usize,
    /// Index of the entry at the top of the screen.
    pub top: usize,
    /// Rows of that entry which are above the screen.
    pub skip: usize,
    /// How many entries are no headings.
    spots: usize,
}

impl Listing {
    /// A list with its first spot selected.
    pub fn new(entries: Vec<Entry>) -> Self {
        let selected = first_spot(&entries).unwrap_or(0);
        Self {
            spots: count(&entries),
            entries,
            selected,
            top: 0,
            skip: 0,
        }
    }

    /// How many entries are no headings.
    pub const fn spots(&self) -> usize {
        self.spots
    }

    /// The selected spot.
    pub fn spot(&self) -> Option<Spot> {
        self.entries.get(self.selected)?.spot()
    }

    /// Selects a spot; says whether it is in the list.
    pub fn select(&mut self, spot: Spot) -> bool {
        let at = self.entries.iter().position(|e| e.spot() == Some(spot));
        if let Some(at) = at {
            self.selected = at;
        }
        at.is_some()
    }

    /// Takes new entries like [`Self::renew`]; where the selected one is no longer among them, it stays until the next
    /// change: what somebody has just settled does not vanish under their eyes, and the next one is not passed over.
    pub fn renew_around(
        &mut self,
        mut entries: Vec<Entry>,
        mut carried: impl FnMut(Spot) -> Option<Spot>,
    ) {
        let listed = |entries: &[Entry], spot| entries.iter().position(|e| e.spot() == Some(spot));
        let spots = count(&entries);
        if let Some(spot) = self.spot().and_then(&mut carried) {
            if listed(&entries, spot).is_none() {
                let before = self.entries[..self.selected].iter().rev();
                let mut before = before.filter_map(Entry::spot).filter_map(&mut carried);
                let after = before.find_map(|spot| listed(&entries, spot));
                let at = after.map_or(1, |at| at + 1).min(entries.len());
                entries.insert(at, Entry::Spot(spot));
            }
        }
        self.renew(entries, carried);
        self.spots = spots;
    }

    /// Takes new entries, keeping the selection and the scroll position where they can be kept.
    pub fn renew(&mut self, entries: Vec<Entry>, mut carried: impl FnMut(Spot) -> Option<Spot>) {
        let selected = self.spot().and_then(&mut carried);
        let above = self.selected.saturating_sub(self.top);
        let fallback = self.selected;
        self.spots = count(&entries);
        self.entries = entries;
        if !selected.is_some_and(|spot| self.select(spot)) {
            self.selected = fallback;
            self.settle();
        }
        self.top = self.selected.saturating_sub(above);
        self.skip = 0;
    }

    /// Moves the selection by so many spots, down or up; stops at the ends.
    pub fn step(&mut self, by: isize) {
        let mut left = by.unsigned_abs();
        let mut at = self.selected;
        while left > 0 {
            let next = if by > 0 {
                (at + 1..self.entries.len()).find(|i| self.entries[*i].spot().is_some())
            } else {
                (0..at).rev().find(|i| self.entries[*i].spot().is_some())
            };
            let Some(next) = next else { break };
            at = next;
            left -= 1;
        }
        if by < 0 && left > 0 {
            // Going up past the first entry shows the headings above it.
            self.top = 0;
            self.skip = 0;
        }
        self.selected = at;
    }

    /// True if the first spot is selected, or there is none.
    pub fn is_at_first(&self) -> bool {
        self.selected == first_spot(&self.entries).unwrap_or(0)
    }

    /// Selects the first spot.
    pub fn first(&mut self) {
        self.selected = first_spot(&self.entries).unwrap_or(0);
        self.top = 0;
        self.skip = 0;
    }

    /// Selects the last spot.
    pub fn last(&mut self) {
        let at = self.entries.iter().rposition(|e| e.spot().is_some());
        self.selected = at.unwrap_or(0);
    }

    /// Selects the next entry (or the one before) for which something is true, going round at the end.
    pub fn seek(&mut self, forward: bool, wanted: impl Fn(Spot) -> bool) -> bool {
        let n = self.entries.len();
        let at = |step: usize| {
            if forward {
                (self.selected + step) % n
            } else {
                (self.selected + n - step) % n
            }
        };
        let hit = (1..=n)
            .map(at)
            .find(|i| self.entries[*i].spot().is_some_and(&wanted));
        if let Some(hit) = hit {
            self.selected = hit;
        }
        hit.is_some()
    }

    /// The entry at the top of a window of so many rows, and its rows above it, scrolled as little as shows the whole selected
    /// entry. `height` tells an entry's rows.
    pub fn scrolled(&self, rows: usize, height: impl Fn(usize) -> usize) -> (usize, usize) {
        let (mut top, mut skip) = (
            self.top.min(self.entries.len().saturating_sub(1)),
            self.skip,
        );
        // An entry's heading comes with it.
        let mut upper = self.selected;
        while upper > 0 && self.entries[upper - 1].spot().is_none() {
            upper -= 1;
        }
        if upper <= top {
            (top, skip) = (upper, 0);
        }
        let mut below = rows.min(height(self.selected));
        let mut at = self.selected;
        while at > top {
            at -= 1;
            below += height(at);
            if below.saturating_sub(if at == top { skip } else { 0 }) > rows {
                (top, skip) = (at, below - rows);
                if skip >= height(at) {
                    (top, skip) = (at + 1, 0);
                }
                break;
            }
        }
        (top, skip)
    }

    fn settle(&mut self) {
        self.selected = self.selected.min(self.entries.len().saturating_sub(1));
        let here = self.entries.get(self.selected).and_then(Entry::spot);
        if here.is_none() {
            self.step(1);
            if self.spot().is_none() {
                self.step(-1);
            }
        }
    }
}

fn count(entries: &[Entry]) -> usize {
    entries
        .iter()
        .filter(|entry| entry.spot().is_some())
        .count()
}

fn first_spot(entries: &[Entry]) -> Option<usize> {
    entries.iter().position(|entry| entry.spot().is_some())
}

#[cfg(test)]
mod tests {
    use super::{Entry, Listing};
    use crate::tui::desk::Spot;

    fn list() -> Listing {
        let spot = |i| Entry::Spot(Spot::Sentence(i));
        let heading = |text: &str| Entry::Heading(text.into(), None);
        Listing::new(vec![
            heading("A"),
            spot(0),
            spot(1),
            heading("B"),
            spot(2),
            spot(3),
        ])
    }

    #[test]
    fn headings_are_stepped_over_and_ends_are_ends() {
        let mut list = list();
        assert_eq!(list.selected, 1);
        list.step(2);
        assert_eq!(list.selected, 4);
        list.step(9);
        assert_eq!(list.selected, 5);
        list.step(-9);
        assert_eq!(list.selected, 1);
    }

    #[test]
    fn the_selected_entry_is_always_whole_on_screen() {
        let mut list = list();
        for step in [1, 1, 1, -1, -1, -1, 3, -2] {
            list.step(step);
            (list.top, list.skip) = list.scrolled(4, |_| 2);
            let above: usize = (list.top..list.selected).map(|_| 2).sum();
            assert!(above >= list.skip && above - list.skip + 2 <= 4, "{list:?}");
        }
    }

    #[test]
    fn a_heading_comes_back_into_view_with_its_first_entry() {
        let mut list = list();
        list.last();
        (list.top, list.skip) = list.scrolled(2, |_| 1);
        list.first();
        (list.top, list.skip) = list.scrolled(2, |_| 1);
        assert_eq!((list.top, list.skip), (0, 0));
    }

    #[test]
    fn a_selection_survives_new_entries() {
        let mut list = list();
        list.step(2);
        let mut entries = list.entries.clone();
        entries.insert(0, Entry::Spot(Spot::Sentence(9)));
        list.renew(entries, Some);
        assert_eq!(list.spot(), Some(Spot::Sentence(2)));
        list.renew(vec![], Some);
        assert_eq!(list.spot(), None);
    }

    #[test]
    fn what_was_settled_stays_until_the_next_change_and_counts_no_more() {
        let mut list = list();
        list.step(1);
        let without: Vec<Entry> = list.entries.clone();
        let without: Vec<Entry> = without
            .into_iter()
            .filter(|entry| entry.spot() != Some(Spot::Sentence(1)))
            .collect();
        for _ in 0..2 {
            list.renew_around(without.clone(), Some);
            assert_eq!((list.spot(), list.spots()), (Some(Spot::Sentence(1)), 3));
        }
        assert!(list.seek(true, |_| true));
        assert_eq!(list.spot(), Some(Spot::Sentence(2)));
        list.renew_around(without.clone(), Some);
        assert_eq!(list.entries, without);
    }

    #[test]
    fn seeking_goes_round() {
        let mut list = list();
        list.last();
        assert!(list.seek(true, |spot| spot == Spot::Sentence(1)));
        assert!(list.seek(false, |spot| spot == Spot::Sentence(3)));
        assert!(!list.seek(true, |_| false));
    }
}
