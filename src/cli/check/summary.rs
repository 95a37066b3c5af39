//! How a check came out: problems by weight, claims and sentences by standing.

use crate::case::{Kind, Severity};
use crate::cli::args::FailOn;
use crate::cli::open::Seen;
use crate::ruling::{Standing, Tally};
use serde::{Serialize, Serializer};

/// The counts of a check over all its cases.
#[derive(Debug, Default, Serialize)]
pub struct Summary {
    /// Claims.
    pub claims: usize,
    /// Sentences of the drafts that count.
    pub sentences: usize,
    /// How many stand how: the sentences where a case has a draft, else its claims.
    #[serde(serialize_with = "every_state")]
    pub standings: Tally,
    /// Claims and sentences whose rulings could not be held against their sources here.
    pub not_here: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes; told to people only.
    #[serde(skip)]
    pub notes: usize,
}

fn every_state<S: Serializer>(tally: &Tally, serializer: S) -> Result<S::Ok, S::Error> {
    let count = |state: Standing| tally.get(&state).copied().unwrap_or_default();
    serializer.collect_map(Standing::ALL.map(|state| (state.word(), count(state))))
}

impl Summary {
    /// Counts.
    pub fn of(seen: &[Seen]) -> Self {
        let mut all = Self::default();
        for seen in seen {
            all.add(seen);
            for problem in &seen.problems {
                match problem.severity {
                    Severity::Error => all.errors += 1,
                    Severity::Warning => all.warnings += 1,
                    Severity::Note => all.notes += 1,
                }
            }
        }
        all
    }

    fn add(&mut self, seen: &Seen) {
        let (case, stand) = (&seen.case, seen.standings());
        self.not_here += stand.not_here();
        self.claims += case.of_kind(Kind::Claim).count();
        if let Some(draft) = &case.draft {
            self.sentences += draft.sentences.iter().filter(|s| s.counts()).count();
        }
        for (state, n) in stand.counts(case) {
            *self.standings.entry(state).or_default() += n;
        }
    }

    /// True if the exit code is to say that something was found.
    pub fn fails(&self, on: FailOn) -> bool {
        let errors = self.errors > 0;
        let warnings = errors || self.warnings > 0;
        match on {
            FailOn::Error => errors,
            FailOn::Warning => warnings,
            FailOn::Unchecked => warnings || self.unchecked() > 0,
        }
    }

    /// How many wait for a person.
    pub fn unchecked(&self) -> usize {
        let open = self.standings.iter().filter(|(s, _)| !s.is_settled());
        open.map(|(_, n)| n).sum()
    }
}
