//! Pasted text: into the line that has the keys, else it is looked for. Where do we have that from?

use crate::ruling::Sign;
use crate::tui::desk::effect::{Effect, Notice};
use crate::tui::desk::lists::listing::Listing;
use crate::tui::desk::lists::seek::{Seek, Snippet};
use crate::tui::desk::pages::pasted::{pasted_entries, places, verdict};
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::page::Spot;
use crate::verify::QuoteFinding;
use std::sync::Arc;

/// The most characters of a paste that are taken; a quotation is shorter.
const MOST_PASTED: usize = 2_000;

impl Desk {
    /// Text pasted outside a field is looked for.
    pub(in crate::tui::desk) fn paste(&mut self, text: &str) -> Vec<Effect> {
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() || self.hide_private() {
            return vec![];
        }
        let scopes = self.scopes();
        let typing = scopes.first().is_some_and(|scope| scope.takes_text());
        if !typing && !self.layers.is_empty() {
            self.say(Notice::bad(
                "nothing was pasted: no line of text has the keys here",
            ));
            return vec![];
        }
        if !typing {
            self.open_seek();
        }
        let short: String = line.chars().take(MOST_PASTED).collect();
        if short.len() < line.len() {
            self.say(Notice::bad(format!(
                "only the first {MOST_PASTED} characters of the pasted text were taken"
            )));
        }
        let mut effects = vec![];
        for letter in short.chars() {
            effects = self.type_letter(letter);
        }
        if let (false, Some(seek)) = (typing, &self.lists.seek) {
            effects.push(Effect::Verify {
                number: seek.number,
                words: line,
            });
        }
        effects
    }

    /// Opens the search of the whole case.
    pub(in crate::tui::desk) fn open_seek(&mut self) {
        let number = self.lists.seek.as_ref().map_or(0, |seek| seek.number);
        self.panes.find = None;
        self.panes.focus = Pane::List;
        self.lists.seek = Some(Seek {
            number,
            typing: true,
            ..Seek::default()
        });
        self.reading = None;
    }

    /// Takes what the machine says of the words that were pasted, unless something else is looked for by now.
    pub(in crate::tui::desk) fn verified(&mut self, number: u64, found: QuoteFinding) {
        let case = Arc::clone(&self.open.case);
        let seek = self.lists.seek.as_mut();
        let Some(seek) = seek.filter(|seek| seek.number == number) else {
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
    pub(in crate::tui::desk) fn pasted_at(&self, spot: Spot) -> Option<Arc<QuoteFinding>> {
        let found = self.lists.seek.as_ref()?.pasted.as_ref()?;
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
