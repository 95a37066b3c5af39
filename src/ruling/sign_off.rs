//! What must be done before the whole story can be signed off.

use super::log::Logs;
use super::replies::{Reply, allegations};
use super::standing::Standing;
use super::standings::{Stand, Standings};
use crate::case::{Body, Case, Kind, Legal, Node, Problem, RecordIx, Sentence, Severity};

/// A condition that is not met, in words, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// What is missing, for one: `sentence to check`.
    pub condition: &'static str,
    /// How many there are.
    pub count: usize,
}

/// What a standing keeps open; nothing for those that are settled.
const fn open(state: Standing) -> Option<&'static str> {
    match state {
        Standing::Gone => Some("ruled on, and gone"),
        Standing::Tk => Some("something still to come (TK)"),
        Standing::Unsourced => Some("nothing says what it stands on"),
        Standing::Disputed => Some("two people differ"),
        Standing::Stale => Some("changed since it was checked"),
        Standing::AsAsked => Some("changed as asked, not confirmed"),
        Standing::ToFix => Some("to be fixed"),
        Standing::CannotVerify => Some("cannot be verified"),
        Standing::Clash => Some("its evidence disagrees"),
        Standing::ToCheck => Some("to be checked"),
        Standing::Confirmed | Standing::Waived | Standing::NoneNeeded => None,
    }
}

/// Every condition that is not met, with its count: sentences and claims by standing, then what the standings do not
/// say. Nothing is left if the story can be signed off.
pub fn unmet(case: &Case, logs: &Logs, standings: &Standings) -> Vec<Unmet> {
    let counted: Vec<&Stand> = counted(case, standings);
    let mut all = vec![];
    let mut add = |condition, count| {
        if count > 0 {
            all.push(Unmet { condition, count });
        }
    };
    for state in Standing::ALL {
        let n = match state {
            Standing::Gone => standings
                .gone
                .iter()
                .filter(|gone| gone.ruled.counts)
                .count(),
            _ => counted.iter().filter(|stand| stand.state == state).count(),
        };
        if let Some(condition) = open(state) {
            add(condition, n);
        }
    }
    let away = counted.iter().filter(|stand| !stand.not_here.is_empty());
    add(
        "not re-checked here: its source is not on this machine",
        away.count(),
    );
    if !case.policy.allows_self_check() {
        let own = counted.iter().filter(|stand| stand.self_check);
        add("checked only by the author", own.count());
    }
    add(
        "for legal review, not cleared",
        to_clear(case, standings).len(),
    );
    let replies = allegations(case);
    let reply = |state| replies.iter().filter(|a| a.state == state).count();
    add("allegation with no contact on file", reply(Reply::NotPut));
    add("allegation put in other words", reply(Reply::OtherWords));
    let questions = logs.questions();
    add(
        "question without answer",
        questions.iter().filter(|q| q.answer.is_none()).count(),
    );
    // What was never saved cannot be brought back, and nothing rests on it.
    let damaged = logs
        .files
        .iter()
        .map(|log| log.damaged - log.torn.min(log.damaged));
    add("damaged line of a log", damaged.sum());
    all
}

/// The claims that a lawyer should see and has not cleared as they are now.
pub fn to_clear(case: &Case, standings: &Standings) -> Vec<RecordIx> {
    let claims = case.of_kind(Kind::Claim);
    let open = claims.filter(|(ix, record)| match &record.body {
        Body::Claim(claim) => {
            let review = claim.legal.get() == Some(&Legal::Review);
            let stand = standings.of(Node::Record(*ix));
            review && !stand.is_some_and(Stand::is_cleared)
        }
        _ => false,
    });
    open.map(|(ix, _)| ix).collect()
}

/// All that stands against signing off: the faults of the files first, then every condition that is not met.
pub fn against(
    case: &Case,
    logs: &Logs,
    standings: &Standings,
    problems: &[Problem],
) -> Vec<Unmet> {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error);
    let errors = Unmet {
        condition: "error that `check` tells of",
        count: errors.count(),
    };
    let mut all = vec![errors];
    all.retain(|unmet| unmet.count > 0);
    all.extend(unmet(case, logs, standings));
    all
}

/// True if this person may sign: a case with a team is signed by somebody of it.
pub fn may_sign(case: &Case, by: &str) -> bool {
    let team = case.head.team.get();
    team.is_none_or(|team| team.member(by).is_some())
}

impl std::fmt::Display for Unmet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>4} × {}", self.count, self.condition)
    }
}

/// The sentences that count, and the claims that no sentence answers for: none cites them, or only one that says that
/// nothing is to check.
fn counted<'a>(case: &Case, standings: &'a Standings) -> Vec<&'a Stand> {
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let sentences = (0u32..)
        .zip(sentences)
        .filter(|(_, sentence)| sentence.counts())
        .map(|(at, _)| Node::Sentence(at));
    let claims = case.of_kind(Kind::Claim).map(|(ix, _)| ix);
    let claims = claims.filter(|ix| !is_in_draft(case, *ix));
    let claims = claims.map(Node::Record);
    sentences
        .chain(claims)
        .filter_map(|node| standings.of(node))
        .collect()
}

/// True if a sentence that is to be checked cites this claim, and so answers for it.
pub fn is_in_draft(case: &Case, claim: RecordIx) -> bool {
    let mut links = case.links.cited_by(claim);
    links.any(|link| match link.from {
        Node::Sentence(at) => sentence_at(case, at).is_some_and(|s| !s.needs_no_check()),
        Node::Record(_) => false,
    })
}

fn sentence_at(case: &Case, at: u32) -> Option<&Sentence> {
    case.draft.as_ref()?.sentences.get(at as usize)
}

impl Standings {
    /// Who signed the story off: somebody who counts, whose draft is still the one they signed, if nothing has come to
    /// stand against it since.
    pub fn signed_off_by(&self, case: &Case, logs: &Logs, problems: &[Problem]) -> Option<&str> {
        let last = self.signed.iter().rfind(|ruled| ruled.is_valid())?;
        against(case, logs, self, problems)
            .is_empty()
            .then_some(last.by.as_str())
    }
}
