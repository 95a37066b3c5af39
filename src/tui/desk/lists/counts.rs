//! How many entries of a view each filter would leave.

use crate::case::{Case, Node, RecordIx};
use crate::tui::desk::{Entry, Filter, Open, Spot, View, entries, held};
use std::collections::HashMap;

/// The numbers of the filter menu.
#[derive(Debug, Default)]
pub struct Counts {
    parties: HashMap<String, usize>,
    others: Vec<(Filter, usize)>,
}

impl Counts {
    /// Counts in one pass: a case may have thousands of parties.
    pub fn of(view: View, open: &Open) -> Self {
        let case = &*open.case;
        let mut counts = Self::default();
        let all = entries(view, open, &Filter::All);
        for spot in all.iter().filter_map(Entry::spot) {
            counts.add(Filter::All);
            if let Some(stand) = open.stand(spot) {
                counts.add(Filter::Standing(stand.state));
            }
            match spot {
                Spot::Record(ix) => {
                    counts.add(Filter::Kind(case.at(ix).kind()));
                    counts.add(Filter::Held(held(case, ix)));
                    counts.add_parties(case, ix);
                }
                Spot::Problem(at) => {
                    if let Some(problem) = open.problems.get(at as usize) {
                        counts.add(Filter::Severity(problem.severity));
                    }
                }
                Spot::Sentence(_) | Spot::Unmet(_) | Spot::Text(..) | Spot::Detail(..) => {}
            }
        }
        counts
    }

    /// How many a filter leaves, if any.
    pub fn get(&self, filter: &Filter) -> Option<usize> {
        if let Filter::Party(id) = filter {
            return self.parties.get(id).copied();
        }
        let mut others = self.others.iter();
        others.find(|(other, _)| other == filter).map(|(_, n)| *n)
    }

    fn add(&mut self, filter: Filter) {
        match self.others.iter_mut().find(|(other, _)| *other == filter) {
            Some((_, n)) => *n += 1,
            None => self.others.push((filter, 1)),
        }
    }

    /// A record counts for itself and for each record that it names, once.
    fn add_parties(&mut self, case: &Case, ix: RecordIx) {
        let cited = case.links.cites(Node::Record(ix));
        let mut ids: Vec<&str> = cited.map(|link| link.to.value.id.as_str()).collect();
        ids.push(&case.at(ix).id.value);
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            match self.parties.get_mut(id) {
                Some(n) => *n += 1,
                None => {
                    self.parties.insert(id.to_owned(), 1);
                }
            }
        }
    }
}
