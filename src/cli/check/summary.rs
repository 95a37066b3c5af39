//! How a check came out: problems by weight, claims and sentences by standing.

use crate::case::{Body, Case, Kind, Severity};
use crate::cli::args::FailOn;
use crate::cli::open::Seen;
use crate::ruling::{Standing, Tally, of_claim, tally};
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
    /// Rulings that could not be held against their sources here. Without rulings there are none.
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
            all.add(&seen.case);
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

    fn add(&mut self, case: &Case) {
        self.claims += case.of_kind(Kind::Claim).count();
        let standings = match &case.draft {
            Some(draft) => {
                self.sentences += draft.sentences.iter().filter(|s| s.counts()).count();
                tally(case, draft)
            }
            None => claims(case),
        };
        for (state, n) in standings {
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
        let settled = [Standing::Confirmed, Standing::Waived, Standing::NoneNeeded];
        let open = self.standings.iter().filter(|(s, _)| !settled.contains(s));
        open.map(|(_, n)| n).sum()
    }
}

fn claims(case: &Case) -> Tally {
    let mut counts = Tally::new();
    for (_, record) in case.of_kind(Kind::Claim) {
        if let Body::Claim(claim) = &record.body {
            *counts.entry(of_claim(claim)).or_default() += 1;
        }
    }
    counts
}
