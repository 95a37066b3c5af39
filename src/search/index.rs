//! Segments side by side, asked as one.

use super::answer::{Answer, Hit, Tier};
use super::entry::{Entry, EntryKey};
use super::filter::{Facet, Filter, begins, value};
use super::query::{Ask, Query};
use super::rank::{Candidate, Fine, Rough, keep_best, order};
use super::segment::Segment;
use super::snippet::snippet;
use super::tiers::{Asked, Tiers};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// So many roughly best entries get a second look.
const SECOND_LOOK: usize = 1000;
/// Close hits are looked for while there are fewer exact ones than this.
const ENOUGH: usize = 200;
/// A pasted paragraph is looked for as it stands; slips are forgiven in so many words.
const MOST_WITH_TYPOS: usize = 12;

/// A word index over entries. Cloning is cheap, so that a question can be answered in the background while the desk goes on.
#[derive(Debug, Clone, Default)]
pub struct Index {
    segments: Vec<(String, Arc<Segment>)>,
    states: Arc<FxHashMap<EntryKey, String>>,
}

impl Index {
    /// Puts the entries of one file (or whatever `name` stands for) in place of those it had; no entries: takes it out.
    pub fn replace(&mut self, name: &str, entries: Vec<Entry>) {
        let at = self
            .segments
            .iter()
            .position(|(n, _)| n == name)
            .unwrap_or(self.segments.len());
        self.segments.retain(|(n, _)| n != name);
        let mut part = vec![];
        let mut bytes = 0;
        let mut built = vec![];
        for entry in entries {
            let size: usize = entry.fields.iter().map(|field| field.text.len()).sum();
            if bytes > 0 && bytes + size > Segment::MOST_BYTES {
                built.push((
                    name.to_owned(),
                    Arc::new(Segment::build(std::mem::take(&mut part))),
                ));
                bytes = 0;
            }
            bytes += size;
            part.push(entry);
        }
        if !part.is_empty() {
            built.push((name.to_owned(), Arc::new(Segment::build(part))));
        }
        let at = at.min(self.segments.len());
        self.segments.splice(at..at, built);
    }

    /// States for `is:` that change without the record changing, such as standings, by entry.
    pub fn set_states(&mut self, states: impl IntoIterator<Item = (EntryKey, String)>) {
        self.states = Arc::new(
            states
                .into_iter()
                .map(|(key, state)| (key, value(&[state])))
                .collect(),
        );
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|(_, segment)| segment.len()).sum()
    }

    /// Nothing to find.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.segments
            .iter()
            .map(|(_, segment)| segment.bytes())
            .sum()
    }

    /// The best `limit` hits, exact and close.
    pub fn query(&self, typed: &str, limit: usize) -> Answer {
        let mut last = Answer::default();
        self.ask(typed, limit, &|| false, &mut |answer| last = answer);
        last
    }

    /// Answers in two steps: what is exactly there, then that with the close ones. `show` gets each; once `stop` says
    /// true (a newer question has come) it gets nothing more.
    pub fn ask(
        &self,
        typed: &str,
        limit: usize,
        stop: &dyn Fn() -> bool,
        show: &mut dyn FnMut(Answer),
    ) {
        let query = Query::parse(typed);
        let mut answer = Answer {
            hints: query.hints.clone(),
            ..Answer::default()
        };
        if query.is_empty() {
            show(answer);
            return;
        }
        let asking = Asking {
            index: self,
            query: &query,
            limit,
            stop,
            fine: Fine::new(&query.words()),
        };
        let Some(strict) = asking.strict() else {
            return;
        };
        answer.exact = strict.found.count;
        answer.hits = asking.hits(strict.found.best, Tier::Exact);
        if stop() {
            return;
        }
        if answer.exact >= limit.max(ENOUGH) {
            show(answer);
            return;
        }
        show(answer.clone());
        let Some(close) = asking.close(&strict.parts) else {
            return;
        };
        answer.close = close.count;
        let room = limit.saturating_sub(answer.hits.len());
        let mut best = close.best;
        best.truncate(room);
        answer.hits.extend(asking.hits(best, Tier::Close));
        if !stop() {
            show(answer);
        }
    }

    /// The keys of all strict hits, in no order worth knowing. For tests against a scan.
    pub fn strict_keys(&self, typed: &str) -> Vec<EntryKey> {
        let query = Query::parse(typed);
        if query.is_empty() {
            return vec![];
        }
        let asking = Asking {
            index: self,
            query: &query,
            limit: usize::MAX,
            stop: &|| false,
            fine: Fine::new(&[]),
        };
        let found = asking.strict_parts().unwrap_or_default();
        let mut keys = vec![];
        for (part, (_, segment)) in found.iter().zip(&self.segments) {
            keys.extend(
                (0..segment.len())
                    .filter(|&i| part.is_hit(i))
                    .map(|i| segment.entries[i].key),
            );
        }
        keys
    }
}

/// One question to all segments.
struct Asking<'a> {
    index: &'a Index,
    query: &'a Query,
    limit: usize,
    stop: &'a dyn Fn() -> bool,
    fine: Fine,
}

/// What the strict step found in one segment, kept for the close step.
struct Part {
    tiers: Vec<Tiers>,
    allowed: Option<Vec<bool>>,
}

impl Part {
    fn passes(&self, entry: usize) -> bool {
        self.allowed.as_ref().is_none_or(|allowed| allowed[entry])
    }

    fn is_hit(&self, entry: usize) -> bool {
        self.passes(entry) && self.tiers.iter().all(|tiers| tiers[entry] > 0)
    }
}

#[derive(Default)]
struct Found {
    count: usize,
    best: Vec<Candidate>,
}

struct Strict {
    parts: Vec<Part>,
    found: Found,
}

impl Asking<'_> {
    fn strict_parts(&self) -> Option<Vec<Part>> {
        let mut parts = vec![];
        for (_, segment) in &self.index.segments {
            let asked = Asked {
                segment,
                stop: self.stop,
            };
            let mut tiers = vec![];
            for ask in self.query.wanted() {
                tiers.push(asked.strict(ask));
                if (self.stop)() {
                    return None;
                }
            }
            parts.push(Part {
                tiers,
                allowed: self.allowed(&asked),
            });
        }
        Some(parts)
    }

    fn strict(&self) -> Option<Strict> {
        let parts = self.strict_parts()?;
        let mut found = Found::default();
        for (number, (part, (_, segment))) in parts.iter().zip(&self.index.segments).enumerate() {
            let rough = Rough {
                tiers: &part.tiers,
                missing: 0,
                most: SECOND_LOOK,
            };
            let (count, best) = rough.collect(segment, number, |entry| part.passes(entry));
            found.count += count;
            found.best.extend(best);
        }
        self.second_look(&mut found);
        Some(Strict { parts, found })
    }

    fn close(&self, strict: &[Part]) -> Option<Found> {
        let mut relaxed = vec![];
        for (part, (_, segment)) in strict.iter().zip(&self.index.segments) {
            let asked = Asked {
                segment,
                stop: self.stop,
            };
            let mut tiers = vec![];
            for (i, (ask, strict)) in self.query.wanted().zip(&part.tiers).enumerate() {
                tiers.push(if i < MOST_WITH_TYPOS {
                    asked.close(ask, strict)
                } else {
                    strict.clone()
                });
                if (self.stop)() {
                    return None;
                }
            }
            relaxed.push(tiers);
        }
        let mut found = self.close_missing(strict, &relaxed, 0);
        let words = self.query.wanted().count();
        let any_exact = || {
            strict
                .iter()
                .zip(&self.index.segments)
                .any(|(part, (_, s))| (0..s.len()).any(|i| part.is_hit(i)))
        };
        if found.count == 0 && words >= 3 && !any_exact() {
            found = self.close_missing(strict, &relaxed, (words / 4).max(1));
        }
        Some(found)
    }

    fn close_missing(&self, strict: &[Part], relaxed: &[Vec<Tiers>], missing: usize) -> Found {
        let mut found = Found::default();
        for (number, ((part, tiers), (_, segment))) in strict
            .iter()
            .zip(relaxed)
            .zip(&self.index.segments)
            .enumerate()
        {
            let rough = Rough {
                tiers,
                missing,
                most: SECOND_LOOK,
            };
            let (count, best) = rough.collect(segment, number, |entry| {
                part.passes(entry) && !part.is_hit(entry)
            });
            found.count += count;
            found.best.extend(best);
        }
        self.second_look(&mut found);
        found
    }

    fn second_look(&self, found: &mut Found) {
        keep_best(&mut found.best, SECOND_LOOK);
        for candidate in &mut found.best {
            candidate.score += self.fine.points(
                self.index.segments[candidate.segment]
                    .1
                    .rows(candidate.entry),
            );
        }
        found.best.sort_unstable_by(order);
        found.best.truncate(self.limit);
    }

    /// Which entries the filters and the unwanted words leave; `None`: all.
    fn allowed(&self, asked: &Asked) -> Option<Vec<bool>> {
        let unwanted: Vec<&Ask> = self
            .query
            .terms
            .iter()
            .filter(|term| term.not)
            .map(|term| &term.ask)
            .collect();
        if unwanted.is_empty() && self.query.filters.is_empty() {
            return None;
        }
        let mut allowed = vec![true; asked.segment.len()];
        for ask in unwanted {
            for (allowed, tier) in allowed.iter_mut().zip(asked.strict(ask)) {
                *allowed = *allowed && tier == 0;
            }
        }
        for (not, filter) in &self.query.filters {
            let meets = self.meets(filter, asked.segment);
            for (i, allowed) in allowed.iter_mut().enumerate() {
                *allowed = *allowed && meets(i) != *not;
            }
        }
        Some(allowed)
    }

    fn meets<'f>(
        &'f self,
        filter: &'f Filter,
        segment: &'f Segment,
    ) -> Box<dyn Fn(usize) -> bool + 'f> {
        match filter {
            Filter::Words(facet, words) => {
                let values = segment
                    .facets()
                    .iter()
                    .map(|(f, value)| f == facet && begins(words, value));
                let good: Vec<bool> = values.collect();
                let state = move |i: usize| {
                    let state = self.index.states.get(&segment.entries[i].key);
                    *facet == Facet::Is && state.is_some_and(|state| begins(words, state))
                };
                Box::new(move |i| {
                    segment
                        .entry_facets(i)
                        .iter()
                        .any(|&value| good[value as usize])
                        || state(i)
                })
            }
            Filter::Days(days) => Box::new(|i| segment.days(i).iter().any(|d| d.meets(*days))),
            Filter::Amounts(bounds) => {
                Box::new(|i| segment.amounts(i).iter().any(|a| bounds.meets(*a)))
            }
        }
    }

    fn hits(&self, candidates: Vec<Candidate>, tier: Tier) -> Vec<Hit> {
        let hit = |candidate: Candidate| {
            let segment = &self.index.segments[candidate.segment].1;
            let kept = &segment.entries[candidate.entry];
            let (text, highlights) = snippet(segment.texts(candidate.entry), self.query, tier);
            Hit {
                key: kept.key,
                kind: kept.kind,
                tier,
                score: candidate.score,
                text,
                highlights,
            }
        };
        candidates.into_iter().map(hit).collect()
    }
}
