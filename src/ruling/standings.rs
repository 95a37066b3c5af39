//! How everything in a case stands, computed once a reading and asked by record or sentence.

use super::as_asked::as_asked;
use super::binding::Binding;
use super::decide::decide;
use super::gone::{Gone, gone};
use super::last::{Last, Subject, last};
use super::log::Logs;
use super::questions;
use super::renames;
use super::ruled::{Holds, Ruled};
use super::ruling::Matter;
use super::seal::{Seal, seal};
use super::stale::{Because, Here, Part, compare};
use super::standing::{Standing, Tally, of_claim, of_sentence};
use super::target::Target;
use crate::case::records::Claim;
use crate::case::{Body, Case, Draft, Kind, Node, RecordIx, Role, Sentence};
use std::collections::{HashMap, HashSet};

/// What the machine says of a case, as far as standings depend on it.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    /// Claims whose evidence disagrees.
    pub clashes: HashSet<RecordIx>,
    /// The finding on a claim or sentence, where there is one.
    pub findings: HashMap<Node, String>,
}

/// How a claim or sentence stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The state.
    pub state: Standing,
    /// What changed since it was ruled on; empty unless it is stale or as asked.
    pub because: Vec<Because>,
    /// Files that its rulings were given for and that are not on this machine.
    pub not_here: Vec<String>,
    /// True if it rests on the check of somebody who wrote the story.
    pub self_check: bool,
    /// Everybody's last ruling, in the order given; also those that fell or do not count.
    pub rulings: Vec<Ruled>,
    /// What lawyers said of it.
    pub legal: Vec<Ruled>,
}

impl Stand {
    const fn plain(state: Standing) -> Self {
        Self {
            state,
            because: vec![],
            not_here: vec![],
            self_check: false,
            rulings: vec![],
            legal: vec![],
        }
    }

    /// The people whose valid rulings it rests on, each with the time.
    pub fn ruled_by(&self) -> impl Iterator<Item = (&str, &str)> {
        let valid = self.rulings.iter().filter(|ruled| ruled.is_valid());
        valid.map(|ruled| (ruled.by.as_str(), ruled.at.as_str()))
    }

    /// True if a lawyer cleared it as it is.
    pub fn is_cleared(&self) -> bool {
        self.legal.iter().any(Ruled::is_valid)
    }
}

/// How everything stands.
#[derive(Clone, Debug, Default)]
pub struct Standings {
    all: HashMap<Node, Stand>,
    /// Rulings on what is gone.
    pub gone: Vec<Gone>,
    /// Who signed the whole case off.
    pub signed: Vec<Ruled>,
    /// What each question is about today, by the id of its line.
    asked: HashMap<String, Node>,
}

impl Standings {
    /// How a case stands by its logs.
    pub fn new(case: &Case, logs: &Logs, machine: &Machine) -> Self {
        let mut all = Self::default();
        let binding = Binding::of(case, logs);
        all.asked = questions::places(case, logs, &binding);
        let mut by_target = all.rulings(case, logs, machine, &binding);
        all.signed = by_target
            .remove(&(Target::Case, Matter::SignOff))
            .unwrap_or_default();
        let mut take = |target, matter| by_target.remove(&(target, matter)).unwrap_or_default();
        for (ix, record) in case.of_kind(Kind::Claim) {
            if let Body::Claim(claim) = &record.body {
                let target = Target::Claim(ix);
                let (rulings, legal) = (take(target, Matter::Check), take(target, Matter::Legal));
                let clash = machine.clashes.contains(&ix);
                all.all
                    .insert(Node::Record(ix), claim_stand(claim, clash, rulings, legal));
            }
        }
        let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
        for (at, sentence) in (0u32..).zip(sentences) {
            let target = Target::Sentence(at);
            let (rulings, legal) = (take(target, Matter::Check), take(target, Matter::Legal));
            let stand = all.sentence_stand(case, sentence, rulings, legal);
            all.all.insert(Node::Sentence(at), stand);
        }
        all
    }

    /// How a claim or sentence stands; none for other records.
    pub fn of(&self, node: Node) -> Option<&Stand> {
        self.all.get(&node)
    }

    /// The state of a claim or sentence. Other records have none and are told as to be checked.
    pub fn state(&self, node: Node) -> Standing {
        self.of(node).map_or(Standing::ToCheck, |stand| stand.state)
    }

    /// The state of every claim and sentence: claims in the order of the files, then sentences.
    pub fn states(&self) -> Vec<(Node, Standing)> {
        let mut all: Vec<(Node, Standing)> = self.all.iter().map(|(n, s)| (*n, s.state)).collect();
        all.sort_by_key(|(node, _)| *node);
        all
    }

    /// The sentence or record that a question is about today, by the id of the line in which it was asked.
    pub fn asked_about(&self, line: &str) -> Option<Node> {
        self.asked.get(line).copied()
    }

    /// How many sentences stand how; in a case without a draft, how many claims.
    pub fn counts(&self, case: &Case) -> Tally {
        match &case.draft {
            Some(draft) => self.tally(draft),
            None => self.claims(),
        }
    }

    /// How many sentences of a draft stand how. Each is counted once.
    pub fn tally(&self, draft: &Draft) -> Tally {
        let mut counts = Tally::new();
        let sentences = (0u32..).zip(&draft.sentences);
        for (at, _) in sentences.filter(|(_, sentence)| sentence.counts()) {
            *counts.entry(self.state(Node::Sentence(at))).or_default() += 1;
        }
        counts
    }

    /// How many claims stand how.
    pub fn claims(&self) -> Tally {
        let mut counts = Tally::new();
        for (_, state) in self
            .states()
            .iter()
            .filter(|(n, _)| matches!(n, Node::Record(_)))
        {
            *counts.entry(*state).or_default() += 1;
        }
        counts
    }

    /// How many claims and sentences rest on rulings that could not be held against their sources here.
    pub fn not_here(&self) -> usize {
        self.all
            .values()
            .filter(|stand| !stand.not_here.is_empty())
            .count()
    }

    /// Every last ruling by what it is about; those on what is gone are kept aside.
    fn rulings(
        &mut self,
        case: &Case,
        logs: &Logs,
        machine: &Machine,
        binding: &Binding<'_>,
    ) -> HashMap<(Target, Matter), Vec<Ruled>> {
        let mut judge = Judge {
            case,
            logs,
            machine,
            here: Here::of(case),
            seals: HashMap::new(),
        };
        let mut by_target: HashMap<(Target, Matter), Vec<Ruled>> = HashMap::new();
        for last in last(case, logs, binding) {
            let ruled = judge.judge(&last);
            match last.subject {
                Subject::Is(target) => {
                    let matter = last.ruling.matter().unwrap_or(Matter::Check);
                    by_target.entry((target, matter)).or_default().push(ruled);
                }
                Subject::Gone(_) => {
                    let sealed = last.entry.seal.as_ref();
                    self.gone
                        .push(gone(case, binding, last.about, sealed, ruled));
                }
            }
        }
        by_target
    }

    /// Its own marks first, then people's rulings on it, then the worst of the claims it cites.
    fn sentence_stand(
        &self,
        case: &Case,
        sentence: &Sentence,
        rulings: Vec<Ruled>,
        legal: Vec<Ruled>,
    ) -> Stand {
        let own = decide(&rulings);
        let mut stand = Stand {
            because: because(&rulings),
            not_here: not_here(&rulings),
            self_check: is_self_check(&rulings),
            rulings,
            legal,
            ..Stand::plain(Standing::ToCheck)
        };
        let state = |ix: RecordIx, _: &Claim| self.state(Node::Record(ix));
        stand.state = of_sentence(case, sentence, own, state);
        for cited in sentence.cites() {
            let claim = case
                .find(&cited.id)
                .and_then(|ix| self.of(Node::Record(ix)));
            let Some(claim) = claim else {
                continue;
            };
            if claim.state == stand.state {
                add_new(&mut stand.because, &claim.because);
            }
            add_new(&mut stand.not_here, &claim.not_here);
            stand.self_check |= claim.self_check;
        }
        stand
    }
}

/// A claim: what is open in it first, then people's rulings.
fn claim_stand(claim: &Claim, clash: bool, rulings: Vec<Ruled>, legal: Vec<Ruled>) -> Stand {
    let people = decide(&rulings);
    let state = match of_claim(claim) {
        open @ (Standing::Tk | Standing::Unsourced) => open,
        _ => match people {
            Some(state) if state < Standing::Clash => state,
            _ if clash => Standing::Clash,
            Some(state) => state,
            None => Standing::ToCheck,
        },
    };
    Stand {
        because: because(&rulings),
        not_here: not_here(&rulings),
        self_check: is_self_check(&rulings),
        rulings,
        legal,
        ..Stand::plain(state)
    }
}

/// What changed since rulings were given that fell.
fn because(rulings: &[Ruled]) -> Vec<Because> {
    let mut all = vec![];
    for ruled in rulings.iter().filter(|ruled| ruled.counts) {
        add_new(&mut all, &ruled.because);
    }
    all
}

fn not_here(rulings: &[Ruled]) -> Vec<String> {
    let mut all = vec![];
    for ruled in rulings.iter().filter(|ruled| ruled.is_valid()) {
        add_new(&mut all, &ruled.not_here);
    }
    all
}

/// True if nobody but authors checked it.
fn is_self_check(rulings: &[Ruled]) -> bool {
    let mut valid = rulings.iter().filter(|ruled| ruled.is_valid()).peekable();
    valid.peek().is_some() && valid.all(|ruled| ruled.self_check)
}

fn add_new<T: Clone + PartialEq>(all: &mut Vec<T>, new: &[T]) {
    for one in new {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
}

/// Holds each ruling against the case.
struct Judge<'a> {
    case: &'a Case,
    logs: &'a Logs,
    machine: &'a Machine,
    here: Here,
    /// Seals made now; several people rule on the same.
    seals: HashMap<Target, Seal>,
}

impl Judge<'_> {
    fn judge(&mut self, last: &Last) -> Ruled {
        let mut ruled = Ruled::new(last.entry, last.ruling);
        if let Some(team) = self.case.head.team.get() {
            let member = team.member(&ruled.by);
            ruled.counts = member.is_some();
            ruled.self_check = member.is_some_and(|m| m.role.get() == Some(&Role::Author));
        }
        let Subject::Is(target) = last.subject else {
            return ruled;
        };
        let (Some(sealed), Some(when)) = (last.entry.seal.as_ref(), last.when) else {
            ruled.holds = Holds::Stale;
            ruled.because.push(Because {
                part: Part::Seal,
                reference: String::new(),
                was: String::new(),
                now: String::new(),
            });
            return ruled;
        };
        let renames = self.logs.renames().after(when, self.case);
        let (case, machine) = (self.case, self.machine);
        let now = self.seals.entry(target).or_insert_with(|| {
            let finding = target.node().and_then(|node| machine.findings.get(&node));
            seal(case, target, finding.map(String::as_str))
        });
        let compared = if renames.is_empty() {
            compare(sealed, now, &self.here)
        } else {
            compare(&renames::seal(sealed.clone(), &renames), now, &self.here)
        };
        ruled.not_here = compared.not_here;
        ruled.around = compared.around;
        if !compared.because.is_empty() {
            let asked = last.ruling.asks_for_change()
                && ruled
                    .fix
                    .as_deref()
                    .is_some_and(|fix| as_asked(fix, &compared.because));
            ruled.holds = if asked { Holds::AsAsked } else { Holds::Stale };
        }
        ruled.because = compared.because;
        ruled
    }
}
