//! Moving about in the words of a source, and choosing some of them.

use crate::case::{Holding, RecordIx};
use crate::keys::Action;
use crate::text::Span;
use crate::tui::desk::effect::Notice;
use crate::tui::desk::pages::pieces;
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

impl Desk {
    /// The source whose words are shown, and its text.
    pub(in crate::tui::desk) fn words_shown(&self) -> Option<(RecordIx, Holding)> {
        let source = self.reading.as_ref()?.shown()?.source;
        let holding = self.open.case.holdings.get(&source)?;
        (!holding.text.is_empty()).then(|| (source, holding.clone()))
    }

    pub(in crate::tui::desk) fn scroll_words(&mut self, by: isize) {
        let Some((_, holding)) = self.words_shown() else {
            return;
        };
        let Some(reading) = &mut self.reading else {
            return;
        };
        for _ in 0..by.unsigned_abs() {
            let top = reading.words.top;
            reading.words.top = if by < 0 {
                pieces::before(&holding, top)
            } else {
                let here = pieces::piece_at(&holding, top);
                pieces::next(&holding, here).map_or(top, |next| next.span.start)
            };
        }
        reading.words.skip = 0;
    }

    pub(in crate::tui::desk) fn words_to_end(&mut self, end: bool) {
        let Some((_, holding)) = self.words_shown() else {
            return;
        };
        let at = if end { holding.text.len() } else { 0 };
        let top = pieces::piece_at(&holding, at).span.start;
        if let Some(reading) = &mut self.reading {
            reading.words.top = top;
            reading.words.skip = 0;
        }
        if end {
            self.scroll_words(-3);
        }
    }

    /// The bytes chosen in the words pane, from where choosing began to the cursor.
    pub fn chosen(&self) -> Option<Span> {
        let (from, to) = self.reading.as_ref()?.words.chosen?;
        Some(Span::new(from.min(to), from.max(to)))
    }

    pub(in crate::tui::desk) fn begin_choosing(&mut self) {
        let Some((_, holding)) = self.words_shown() else {
            self.say(Notice::bad(
                "no words to choose from: this text is not held",
            ));
            return;
        };
        let Some(reading) = &mut self.reading else {
            return;
        };
        let found = reading.shown().and_then(|p| p.words.first().copied());
        let visible = found.filter(|span| span.start >= reading.words.top);
        let at = visible.map_or(reading.words.top, |span| span.start);
        let at = next_word(&holding.text, at, true).unwrap_or(at);
        reading.words.chosen = Some((at, word_end(&holding.text, at)));
        self.panes.focus = Pane::Words;
    }

    pub(in crate::tui::desk) fn stop_choosing(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.words.chosen = None;
        }
    }

    /// The chosen words and the reference to where they stand.
    pub(in crate::tui::desk) fn chosen_words(&self) -> Option<(String, String)> {
        let span = self.chosen()?;
        let (source, holding) = self.words_shown()?;
        let words = holding.text.get(span.start..span.end)?.trim();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = &self.open.case.at(source).id.value;
        let places = &holding.places;
        let locator = match (places.page_of(span.start), places.paragraph_of(span.start)) {
            (Some(page), _) => format!("#p{page}"),
            (None, Some(paragraph)) => format!("#par{paragraph}"),
            (None, None) => format!("#l{}", places.line_of(span.start)),
        };
        (!words.is_empty()).then(|| (words, format!("{id}{locator}")))
    }

    /// Moves the cursor while words are chosen.
    pub(in crate::tui::desk) fn choose(&mut self, action: Action) {
        let Some((_, holding)) = self.words_shown() else {
            return;
        };
        let Some(reading) = &mut self.reading else {
            return;
        };
        let Some((from, to)) = reading.words.chosen else {
            return;
        };
        let to = moved(&holding, to, action);
        reading.words.chosen = Some((from, to));
        if to < reading.words.top {
            reading.words.top = pieces::piece_at(&holding, to).span.start;
        }
    }
}

/// Where the cursor comes to.
fn moved(holding: &Holding, at: usize, action: Action) -> usize {
    let text: &Arc<str> = &holding.text;
    match action {
        Action::MarkLeft => text[..at]
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(i, _)| i),
        Action::MarkRight => text[at..]
            .graphemes(true)
            .next()
            .map_or(at, |g| at + g.len()),
        Action::MarkWord => {
            next_word(text, at, false).map_or(text.len(), |start| word_end(text, start))
        }
        Action::MarkWordBack => text[..at]
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(i, _)| i),
        Action::MarkLineStart => pieces::piece_at(holding, at).span.start,
        Action::MarkLineEnd => pieces::piece_at(holding, at).span.end,
        Action::MarkDown => {
            let here = pieces::piece_at(holding, at);
            pieces::next(holding, here).map_or(text.len(), |next| next.span.end)
        }
        Action::MarkUp => {
            let here = pieces::piece_at(holding, at);
            pieces::before(holding, here.span.start)
        }
        _ => at,
    }
}

/// The beginning of the next word; the one at the place itself if it may be that.
fn next_word(text: &str, at: usize, here: bool) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut words = rest.unicode_word_indices().map(|(i, _)| at + i);
    words.find(|start| here || *start > at || !text[..at].ends_with(char::is_alphanumeric))
}

fn word_end(text: &str, start: usize) -> usize {
    let word = text
        .get(start..)
        .and_then(|rest| rest.unicode_words().next());
    word.map_or(start, |word| start + word.len())
}
