//! Finding words in one pane, from where one is, going round at the end.

use crate::text::Span;
use crate::text::fold::fold;
use crate::tui::desk::effect::Notice;
use crate::tui::desk::lists::listing::Entry;
use crate::tui::desk::lists::seek::Find;
use crate::tui::desk::pages::pieces;
use crate::tui::desk::panes::Pane;
use crate::tui::desk::state::Desk;
use crate::tui::desk::unmet_words;
use crate::tui::page::Spot;
use crate::tui::page::selection::words_of;

impl Desk {
    pub(in crate::tui::desk) fn find_first(&mut self) {
        let Some(find) = &self.panes.find else { return };
        if find.wanted().is_empty() {
            return;
        }
        match self.panes.focus {
            Pane::List => {
                let here = self.list().spot().is_some_and(|spot| self.matches(spot));
                if !here {
                    self.find_next(true);
                }
            }
            Pane::Page | Pane::Words => self.find_next(true),
        }
    }

    pub(in crate::tui::desk) fn find_next(&mut self, forward: bool) {
        let hit = match self.panes.focus {
            Pane::List => self.find_in_list(forward),
            Pane::Page => self.find_in_page(forward),
            Pane::Words => self.find_in_words(forward),
        };
        let words = self
            .panes
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
    pub fn matches(&self, spot: Spot) -> bool {
        let Some(find) = &self.panes.find else {
            return false;
        };
        let wanted = find.wanted();
        let case = &self.open.case;
        let text = match spot {
            Spot::Problem(at) => {
                let problem = self.open.problems.get(at as usize);
                problem.map_or(String::new(), |p| format!("{} {}", p.code, p.message))
            }
            Spot::Unmet(at) => {
                let thing = self.open.thing(at);
                thing.map_or(String::new(), |(_, thing)| unmet_words(&self.open, thing))
            }
            other => format!("{} {}", other.name(case), words_of(case, other)),
        };
        !wanted.is_empty() && fold(&text).contains(&wanted)
    }

    fn find_in_list(&mut self, forward: bool) -> bool {
        let hits: Vec<Spot> = self
            .list()
            .entries
            .iter()
            .filter_map(Entry::spot)
            .filter(|spot| self.matches(*spot))
            .collect();
        let hit = self.list_mut().seek(forward, |spot| hits.contains(&spot));
        self.read_selected();
        hit
    }

    fn find_in_page(&mut self, forward: bool) -> bool {
        let wanted = self.panes.find.as_ref().map_or(String::new(), Find::wanted);
        let Some(reading) = &self.reading else {
            return false;
        };
        let hits: Vec<usize> = reading
            .page
            .links()
            .enumerate()
            .filter(|(_, (para, _))| {
                fold(reading.page.paras[*para].text.as_str()).contains(&wanted)
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
        let (Some(find), Some(reading)) = (&mut self.panes.find, &mut self.reading) else {
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
