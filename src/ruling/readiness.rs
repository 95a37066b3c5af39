//! When a story is ready: what must be done before the whole of it can be signed off. The one place that knows; the
//! signature, the report and the list of what is to do all ask here.

use super::log::Logs;
use super::replies::{Reply, allegations};
use super::ruled::Ruled;
use super::standing::Standing;
use super::standings::{Stand, Standings};
use super::unmet::{Condition, Thing, Unmet};
use crate::case::{Body, Case, Kind, Legal, Node, Problem, RecordIx, Sentence, Severity};

/// A story as it stands: its files, what people ruled on it, how that stands today, and what is wrong.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// The case.
    pub case: &'a Case,
    /// What people ruled and asked.
    pub logs: &'a Logs,
    /// How everything stands by that.
    pub standings: &'a Standings,
    /// Every fault: those of the files, and those that comparing finds.
    pub problems: &'a [Problem],
}

impl<'a> Story<'a> {
    /// Every condition that is not met, each with all it is not met for: the faults of the files first, then how
    /// sentences and claims stand, then what standings do not say. Empty if and only if the story is ready.
    pub fn readiness(&self) -> Vec<Unmet> {
        let counted = self.counted();
        let mut all = vec![
            (Condition::Faults, self.faults()),
            (Condition::Gone, self.gone()),
        ];
        all.extend(of_sentences(&counted));
        let nodes = |wanted: &dyn Fn(Node, &Stand) -> bool| -> Vec<Thing> {
            let these = counted.iter().filter(|(node, stand)| wanted(*node, stand));
            these.map(|(node, _)| Thing::At(*node)).collect()
        };
        let own = !self.case.policy.allows_self_check();
        all.extend([
            (
                Condition::Claims,
                nodes(&|node, stand| is_record(node) && !stand.state.is_settled()),
            ),
            (
                Condition::NotHere,
                nodes(&|_, stand| !stand.not_here.is_empty()),
            ),
            (
                Condition::SelfCheck,
                nodes(&|_, stand| own && stand.self_check),
            ),
        ]);
        all.push((Condition::Legal, self.legal()));
        all.extend(self.replies());
        all.push((Condition::Questions, self.questions()));
        all.push((Condition::DamagedLines, self.damaged()));
        let nothing = counted.is_empty().then_some(Thing::Story);
        all.push((Condition::Nothing, nothing.into_iter().collect()));
        all.retain(|(_, things)| !things.is_empty());
        let unmet = |(condition, things)| Unmet { condition, things };
        all.into_iter().map(unmet).collect()
    }

    /// The signature under the story: of somebody who counts, whose draft is still the one they signed, if nothing has
    /// come to stand against it since.
    pub fn signed_off(&self) -> Option<&'a Ruled> {
        let last = self.standings.signed.iter().rfind(|r| r.is_valid())?;
        self.readiness().is_empty().then_some(last)
    }

    /// The sentences that count, and the claims that no sentence answers for: none cites them, or only one that says
    /// that nothing is to check.
    fn counted(&self) -> Vec<(Node, &'a Stand)> {
        let sentences = self.case.draft.iter().flat_map(|draft| &draft.sentences);
        let sentences = (0u32..)
            .zip(sentences)
            .filter(|(_, sentence)| sentence.counts())
            .map(|(at, _)| Node::Sentence(at));
        let claims = self.case.of_kind(Kind::Claim).map(|(ix, _)| ix);
        let claims = claims.filter(|ix| !is_answered_for(self.case, *ix));
        let nodes = sentences.chain(claims.map(Node::Record));
        nodes
            .filter_map(|node| Some((node, self.standings.of(node)?)))
            .collect()
    }

    fn faults(&self) -> Vec<Thing> {
        let all = self.problems.iter().enumerate();
        let errors = all.filter(|(_, problem)| problem.severity == Severity::Error);
        errors.map(|(at, _)| Thing::Fault(at)).collect()
    }

    fn gone(&self) -> Vec<Thing> {
        let gone = self.standings.gone.iter().filter(|gone| gone.ruled.counts);
        gone.map(|gone| Thing::Gone(gone.ruled.id.clone()))
            .collect()
    }

    fn legal(&self) -> Vec<Thing> {
        let claims = to_clear(self.case, self.standings).into_iter();
        claims.map(|ix| Thing::At(Node::Record(ix))).collect()
    }

    fn replies(&self) -> Vec<(Condition, Vec<Thing>)> {
        let all = allegations(self.case);
        let of = |state: Reply| {
            let of_state = all.iter().filter(|one| one.state == state);
            of_state.cloned().map(Thing::Allegation).collect()
        };
        let lacking = Reply::ALL.into_iter().filter(|state| !state.is_done());
        lacking
            .map(|state| (Condition::Replies(state), of(state)))
            .collect()
    }

    fn questions(&self) -> Vec<Thing> {
        let asked = self.logs.questions().into_iter();
        asked
            .filter(|asked| asked.answer.is_none())
            .map(|asked| Thing::Question {
                line: asked.entry.id.clone(),
                about: self.standings.asked_about(&asked.entry.id),
            })
            .collect()
    }

    /// What was never saved cannot be brought back, and nothing rests on it: such a line is not counted.
    fn damaged(&self) -> Vec<Thing> {
        let logs = self.logs.files.iter().enumerate();
        let damaged = logs.map(|(log, file)| Thing::Damaged {
            log,
            lines: file.damaged - file.torn.min(file.damaged),
        });
        damaged
            .filter(|thing| !matches!(thing, Thing::Damaged { lines: 0, .. }))
            .collect()
    }
}

/// The sentences by how they stand.
fn of_sentences(counted: &[(Node, &Stand)]) -> Vec<(Condition, Vec<Thing>)> {
    let open = Standing::ALL.into_iter().filter(|s| !s.is_settled());
    let of = |state: Standing| {
        let sentences = counted.iter().filter(|(node, _)| !is_record(*node));
        let of_state = sentences.filter(|(_, stand)| stand.state == state);
        of_state.map(|(node, _)| Thing::At(*node)).collect()
    };
    open.map(|state| (Condition::Sentences(state), of(state)))
        .collect()
}

const fn is_record(node: Node) -> bool {
    match node {
        Node::Record(_) => true,
        Node::Sentence(_) => false,
    }
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

/// True if this person may sign: a case with a team is signed by somebody of it.
pub fn may_sign(case: &Case, by: &str) -> bool {
    let team = case.head.team.get();
    team.is_none_or(|team| team.member(by).is_some())
}

/// True if a sentence that is to be checked cites this claim, and so answers for it.
fn is_answered_for(case: &Case, claim: RecordIx) -> bool {
    let mut links = case.links.cited_by(claim);
    links.any(|link| match link.from {
        Node::Sentence(at) => sentence_at(case, at).is_some_and(|s| !s.needs_no_check()),
        Node::Record(_) => false,
    })
}

fn sentence_at(case: &Case, at: u32) -> Option<&Sentence> {
    case.draft.as_ref()?.sentences.get(at as usize)
}
