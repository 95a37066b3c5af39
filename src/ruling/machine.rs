//! What the machine says of a case, as far as standings and seals depend on it, and every fault that takes comparing to
//! find.

use super::log::Logs;
use super::standings::{Machine, Standings};
use super::{problems, reply_problems};
use crate::case::{Case, Kind, Node, Problem};
use std::sync::Arc;

use crate::verify::{Findings, figures, findings, said};

impl Machine {
    /// What it says of every claim and sentence, its findings of quotations being given.
    pub fn of(case: &Case, findings: &Findings) -> Self {
        let claims = case.of_kind(Kind::Claim).map(|(ix, _)| Node::Record(ix));
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        let sentences = (0u32..).zip(sentences).map(|(at, _)| Node::Sentence(at));
        let words = claims
            .chain(sentences)
            .filter_map(|node| Some((node, said(case, findings, node)?)));
        Self {
            clashes: figures::clashing_claims(case).into_keys().collect(),
            findings: words.collect(),
        }
    }

    /// What it says of one claim or sentence.
    pub fn finding(&self, node: Option<Node>) -> Option<&str> {
        self.findings.get(&node?).map(String::as_str)
    }
}

/// The faults that reading alone does not find: quotations and numbers that do not hold, rulings and replies that need
/// somebody. In the order of the files.
pub fn compared_problems(
    case: &Case,
    logs: &Logs,
    found: &Findings,
    standings: &Standings,
) -> Vec<Problem> {
    let mut all = findings::problems(case, found);
    all.extend(figures::problems(case));
    all.extend(problems(case, logs, standings));
    all.extend(reply_problems(case));
    all.sort_by_key(|problem| (problem.file, problem.span.start));
    all.iter_mut().for_each(Problem::shorten);
    all
}

/// Everything that is computed of a case once its quotations are compared.
#[derive(Debug, Default)]
pub struct Assessment {
    /// What the machine finds of quotations.
    pub findings: Arc<Findings>,
    /// What it says of claims and sentences.
    pub machine: Arc<Machine>,
    /// How everything stands.
    pub standings: Standings,
    /// The faults that comparing finds.
    pub problems: Vec<Problem>,
}

impl Assessment {
    /// Of a case, its findings being given.
    pub fn of(case: &Case, logs: &Logs, findings: Findings) -> Self {
        let machine = Machine::of(case, &findings);
        let standings = Standings::new(case, logs, &machine);
        let problems = compared_problems(case, logs, &findings, &standings);
        Self {
            findings: Arc::new(findings),
            machine: Arc::new(machine),
            standings,
            problems,
        }
    }

    /// The same with other logs, where the case itself is as it was: nothing is compared again. The faults are those of
    /// before, for they cost more than a person who just ruled should wait.
    #[must_use]
    pub fn with_logs(&self, case: &Case, logs: &Logs) -> Self {
        Self {
            findings: Arc::clone(&self.findings),
            machine: Arc::clone(&self.machine),
            standings: Standings::new(case, logs, &self.machine),
            problems: self.problems.clone(),
        }
    }
}
