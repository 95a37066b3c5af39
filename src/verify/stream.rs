//! Many quotations against many texts without an index: one text at a time is in memory, with the places of the
//! wanted neighbours in it.
//!
//! Each text is judged for itself, and the best finding of all is kept; so the order of the texts changes nothing.
//! A quotation put together from two texts is found in the better of the two, with the rest as words put in.
use rayon::prelude::*;

use super::check::{Readings, check};
use super::class::{Class, Reason};
use super::classify::warn;
use super::finding::Finding;
use super::lookup::Wanted;
use super::query::Query;
use super::severity::Policy;
use super::shelf::{Layout, Shelf};
use super::source::Source;
use super::warning::WarningKind;

/// Quotations being looked for in one text after another.
#[derive(Debug)]
pub struct Stream {
    queries: Vec<Query>,
    readings: Vec<Readings>,
    policy: Policy,
    wanted: Wanted,
    best: Vec<Option<(Finding, String)>>,
    read: usize,
}

impl Stream {
    /// Prepares to look for `queries`; locators and scopes are of no use here, as no text is known yet.
    pub fn new(queries: Vec<Query>, policy: Policy) -> Self {
        let queries: Vec<Query> = queries
            .into_iter()
            .map(|query| Query {
                locator: None,
                scope: Vec::new(),
                ..query
            })
            .collect();
        let readings: Vec<Readings> = queries
            .iter()
            .map(|query| Readings::new(&query.printed))
            .collect();
        let wanted = Wanted::new(readings.iter().flat_map(Readings::all));
        let best = queries.iter().map(|_| None).collect();
        Self {
            queries,
            readings,
            policy,
            wanted,
            best,
            read: 0,
        }
    }

    /// Looks into the next text. Findings count texts in the order they are read, from 0.
    pub fn read(&mut self, source: &Source) {
        let sources = std::slice::from_ref(source);
        let layout = Layout::new(sources);
        self.wanted.forget();
        self.wanted.read(&source.text, &layout.furniture[0]);
        let shelf = Shelf {
            sources,
            layout: &layout,
            lookup: &self.wanted,
        };
        let look = |query: &Query, readings: &Readings| {
            if !readings.all().any(|quote| self.wanted.may_hold(quote)) {
                return Finding::not_found(None);
            }
            let mut finding = check(&shelf, readings, query, &self.policy);
            finding.source = finding.source.map(|_| self.read);
            finding
                .places
                .iter_mut()
                .chain(&mut finding.nearest)
                .for_each(|place| place.source = self.read);
            finding
        };
        let asked = self.queries.par_iter().zip(&self.readings);
        asked
            .zip(&mut self.best)
            .for_each(|((query, readings), best)| {
                merge(best, look(query, readings), &source.name);
            });
        self.read += 1;
    }

    /// The findings, in the order of the queries, each with the name of the text it was found in.
    pub fn finish(self) -> Vec<(Finding, Option<String>)> {
        self.best
            .into_iter()
            .map(|best| match best {
                Some((finding, name)) => {
                    let name = finding.source.map(|_| name);
                    (finding, name)
                }
                None => (Finding::not_checked(Reason::NoText), None),
            })
            .collect()
    }
}

/// Keeps the better of two findings; places where it stands equally well are gathered.
fn merge(best: &mut Option<(Finding, String)>, new: Finding, name: &str) {
    let Some((old, old_name)) = best else {
        *best = Some((new, name.to_owned()));
        return;
    };
    // A quotation too short to be told there is still more than one not found, and a passage that comes near more than
    // none.
    let weight = |finding: &Finding| match finding.class {
        Class::NotFound if finding.nearest.is_none() => (Class::NotChecked, 2),
        Class::NotFound => (Class::NotChecked, 1),
        Class::NotChecked => (Class::NotChecked, 0),
        class => (class, 0),
    };
    let clean = old.class.max(new.class) <= Class::Convention;
    let better = (weight(&new), name) < (weight(old), old_name.as_str());
    let mut places = Vec::new();
    if better {
        let worse = std::mem::replace(old, new);
        name.clone_into(old_name);
        places.extend(worse.places);
    } else {
        places.extend(new.places);
    }
    if clean {
        old.places.extend(places);
        old.warnings
            .retain(|warning| warning.kind != WarningKind::Ambiguous);
        let words = format!("{} places", old.places.len());
        warn(&mut old.warnings, WarningKind::Ambiguous, &words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Kind;

    #[test]
    fn one_text_at_a_time_finds_what_all_together_hold() {
        let one = Source::new(
            "one",
            "The army and the police put the protests down before the winter came, she said of them.",
            Kind::Speech,
        );
        let two = Source::new(
            "two",
            "Nothing of the sort was ever said here, by anybody, at any time of the long year.",
            Kind::Document,
        );
        let queries = [
            "put the protests down before the winter",
            "was ever said here, by nobody, at any time",
            "no such words stand anywhere in it",
        ];
        let find = |order: [&Source; 2]| {
            let mut stream = Stream::new(
                queries.iter().map(|words| Query::new(*words)).collect(),
                Policy::default(),
            );
            for source in order {
                stream.read(source);
            }
            stream
                .finish()
                .into_iter()
                .map(|(finding, name)| (finding.class, finding.spans, name))
                .collect::<Vec<_>>()
        };
        let found = find([&one, &two]);
        assert_eq!(found, find([&two, &one]));
        let classes: Vec<Class> = found.iter().map(|(class, _, _)| *class).collect();
        assert_eq!(classes, [Class::Verbatim, Class::Negation, Class::NotFound]);
        assert_eq!(found[0].2.as_deref(), Some("one"));
    }
}
