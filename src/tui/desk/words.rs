//! Moving about in the words of a source, choosing some of them, finding words in a pane.

use super::Pane;
use super::effect::Notice;
use super::pieces;
use super::state::Desk;
use crate::case::{Holding, RecordIx};
use crate::keys::Action;
use crate::text::Span;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

impl Desk {
    /// The source whose words are shown, and its text.
    fn words_shown(&self) -> Option<(RecordIx, Holding)> {
        let source = self.reading.as_ref()?.shown()?.source;
        let holding = self.open.case.holdings.get(&source)?;
        (!holding.text.is_empty()).then(|| (source, holding.clone()))
    }

    pub(super) fn scroll_words(&mut self, by: isize) {
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

    pub(super) fn words_to_end(&mut self, end: bool) {
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

    pub(super) fn begin_choosing(&mut self) {
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
        self.pane = Pane::Words;
    }

    pub(super) fn stop_choosing(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.words.chosen = None;
        }
    }

    /// The chosen words and the reference to where they stand.
    pub(super) fn chosen_words(&self) -> Option<(String, String)> {
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
    pub(super) fn choose(&mut self, action: Action) {
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

    pub(super) fn find_first(&mut self) {
        let Some(find) = &self.find else { return };
        if find.wanted().is_empty() {
            return;
        }
        match self.pane {
            Pane::List => {
                let here = self.list().spot().is_some_and(|spot| self.matches(spot));
                if !here {
                    self.find_next(true);
                }
            }
            Pane::Page | Pane::Words => self.find_next(true),
        }
    }

    pub(super) fn find_next(&mut self, forward: bool) {
        let hit = match self.pane {
            Pane::List => self.find_in_list(forward),
            Pane::Page => self.find_in_page(forward),
            Pane::Words => self.find_in_words(forward),
        };
        let words = self
            .find
            .as_ref()
            .map_or(String::new(), |find| find.input.value().to_owned());
        if !hit {
            self.say(Notice::bad(format!(
                "“{words}” does not stand in this pane; s searches the whole case"
            )));
        }
    }

    /// True if a list entry holds the words looked for.
    pub fn matches(&self, spot: super::Spot) -> bool {
        let Some(find) = &self.find else { return false };
        let wanted = find.wanted();
        let case = &self.open.case;
        let text = match spot {
            super::Spot::Problem(at) => {
                let problem = self.open.problems.get(at as usize);
                problem.map_or(String::new(), |p| format!("{} {}", p.code, p.message))
            }
            other => format!(
                "{} {}",
                other.name(case),
                super::menus::words_of(case, other)
            ),
        };
        !wanted.is_empty() && crate::text::fold::fold(&text).contains(&wanted)
    }

    fn find_in_list(&mut self, forward: bool) -> bool {
        let hits: Vec<super::Spot> = self
            .list()
            .entries
            .iter()
            .filter_map(super::Entry::spot)
            .filter(|spot| self.matches(*spot))
            .collect();
        let hit = self.list_mut().seek(forward, |spot| hits.contains(&spot));
        self.read_selected();
        hit
    }

    fn find_in_page(&mut self, forward: bool) -> bool {
        let wanted = self
            .find
            .as_ref()
            .map_or(String::new(), super::seek::Find::wanted);
        let Some(reading) = &self.reading else {
            return false;
        };
        let hits: Vec<usize> = reading
            .page
            .links()
            .enumerate()
            .filter(|(_, (para, _))| {
                crate::text::fold::fold(reading.page.paras[*para].text.as_str()).contains(&wanted)
            })
            .map(|(link, _)| link)
            .collect();
        let here = reading.link;
        let next = if forward {
            hits.iter()
                .find(|link| **link > here)
                .or_else(|| hits.first())
        } else {
            hits.iter()
                .rev()
                .find(|link| **link < here)
                .or_else(|| hits.last())
        };
        let Some(link) = next.copied() else {
            return false;
        };
        self.choose_link(link);
        true
    }

    /// The next place in the text, paragraph by paragraph, going round.
    fn find_in_words(&mut self, forward: bool) -> bool {
        let Some((_, holding)) = self.words_shown() else {
            return false;
        };
        let (Some(find), Some(reading)) = (&mut self.find, &mut self.reading) else {
            return false;
        };
        let wanted = find.input.value().to_owned();
        let text = &holding.text;
        let hits = crate::search::find(text, &wanted);
        let from = find.at.map_or(reading.words.top, |span| span.start);
        let first_time = find.at.is_none();
        let after = |start: usize| {
            if first_time {
                start >= from
            } else {
                start > from
            }
        };
        let next = if forward {
            hits.iter()
                .find(|hit| after(hit.start))
                .or_else(|| hits.first())
        } else {
            hits.iter()
                .rev()
                .find(|hit| hit.start < from)
                .or_else(|| hits.last())
        };
        let Some(hit) = next else { return false };
        find.at = Some(Span::new(hit.start, hit.end));
        let piece = pieces::piece_at(&holding, hit.start);
        reading.words.top = pieces::before(&holding, piece.span.start);
        reading.words.skip = 0;
        true
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
