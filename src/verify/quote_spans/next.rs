//! The next place of something in a text, looked for once however often it is asked for.

/// Where a piece of text stands next. Asked from places that only grow, it reads the text once.
pub(super) struct Next<'t> {
    text: &'t str,
    needle: &'static str,
    /// Whether a place counts, by what follows the needle there.
    counts: fn(&str) -> bool,
    /// Where was looked from, and what was found.
    known: Option<(usize, usize)>,
}

impl<'t> Next<'t> {
    pub fn new(text: &'t str, needle: &'static str) -> Self {
        Self::where_before(text, needle, |_| true)
    }

    /// Of the places of `needle` only those where `counts` says so of what follows.
    pub fn where_before(text: &'t str, needle: &'static str, counts: fn(&str) -> bool) -> Self {
        Self {
            text,
            needle,
            counts,
            known: None,
        }
    }

    /// The first place at byte `from` or behind it; the text's length where there is none.
    pub fn from(&mut self, from: usize) -> usize {
        if let Some((looked, found)) = self.known {
            if looked <= from && from <= found {
                return found;
            }
        }
        let rest = &self.text[from..];
        let mut places = rest.match_indices(self.needle).map(|(at, _)| at);
        let found = places
            .find(|at| (self.counts)(&rest[at + self.needle.len()..]))
            .map_or(self.text.len(), |at| from + at);
        self.known = Some((from, found));
        found
    }
}
