//! The six views: what each lists, in which order, under which headings.

use crate::case::{
    Body, Case, Held, Kind, Moment, Node, Problem, RecordIx, SentenceKind, Severity,
};
use crate::ruling::{Reply, Ruled, Standing, asked_only, to_clear};
use crate::tui::desk::{Entry, Open, Spot};
use std::collections::HashSet;

/// One of the six views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The draft, sentence by sentence.
    #[default]
    Draft,
    /// What is to be done.
    ToDo,
    /// Records by kind.
    Records,
    /// Sources by what is held of them.
    Sources,
    /// Everything that has a date.
    Timeline,
    /// Allegations and what was answered.
    Replies,
}

impl View {
    /// The six, in the order of their keys.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::ToDo,
        Self::Records,
        Self::Sources,
        Self::Timeline,
        Self::Replies,
    ];

    /// The name on its tab.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::ToDo => "To do",
            Self::Records => "Records",
            Self::Sources => "Sources",
            Self::Timeline => "Timeline",
            Self::Replies => "Replies",
        }
    }

    /// Its place among the six, from 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|view| *view == self).unwrap_or(0)
    }
}

/// What a list shows of what it could: everything, or one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everything.
    #[default]
    All,
    /// Records of one kind.
    Kind(Kind),
    /// Sentences and claims of one standing.
    Standing(Standing),
    /// Sources held in one way.
    Held(Held),
    /// Records in which a party has part.
    Party(String),
    /// Problems of one severity.
    Severity(Severity),
}

/// What a view lists.
pub fn entries(view: View, open: &Open, filter: &Filter) -> Vec<Entry> {
    let case = &*open.case;
    let groups = match view {
        View::Draft => return filtered(draft(case), open, filter),
        View::ToDo => to_do(open),
        View::Records => records(case),
        View::Sources => sources(case),
        View::Timeline => return filtered(dated(&open.moments), open, filter),
        View::Replies => replies(open),
    };
    let entries = groups.into_iter().flat_map(|(heading, spots)| {
        let head = Entry::Heading(heading, Some(spots.len()));
        std::iter::once(head).chain(spots.into_iter().map(Entry::Spot))
    });
    filtered(entries.collect(), open, filter)
}

type Group = (String, Vec<Spot>);

fn group(heading: &str, spots: Vec<Spot>) -> Option<Group> {
    (!spots.is_empty()).then(|| (heading.to_owned(), spots))
}

fn draft(case: &Case) -> Vec<Entry> {
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    let entry = |(ix, sentence): (u32, &crate::case::Sentence)| match sentence.kind {
        SentenceKind::Heading(_) if !sentence.counts() => {
            Entry::Heading(sentence.words.clone(), None)
        }
        SentenceKind::Heading(_) | SentenceKind::Text | SentenceKind::Caption => {
            Entry::Spot(Spot::Sentence(ix))
        }
    };
    (0u32..).zip(sentences).map(entry).collect()
}

/// Sentences of the draft by standing.
fn sentences(open: &Open, wanted: impl Fn(Standing) -> bool) -> Vec<Spot> {
    let all = open.case.draft.iter().flat_map(|draft| &draft.sentences);
    (0u32..)
        .zip(all)
        .filter(|(_, s)| s.counts())
        .map(|(ix, _)| Spot::Sentence(ix))
        .filter(|spot| wanted(open.state(*spot)))
        .collect()
}

fn to_do(open: &Open) -> Vec<Group> {
    let (case, problems) = (&*open.case, &**open.problems);
    let faults = |wanted: &[Severity]| -> Vec<Spot> {
        let all = (0u32..).zip(problems);
        all.filter(|(_, p)| wanted.contains(&p.severity) && !is_uncited(p))
            .map(|(ix, _)| Spot::Problem(ix))
            .collect()
    };
    let of_body = |wanted: &dyn Fn(&Body) -> bool| -> Vec<Spot> {
        case.iter()
            .filter(|(_, record)| wanted(&record.body))
            .map(|(ix, _)| Spot::Record(ix))
            .collect()
    };
    let cited: HashSet<RecordIx> = case
        .iter()
        .map(|(ix, _)| ix)
        .filter(|ix| is_in_draft(case, *ix))
        .collect();
    let not_put = open
        .allegations
        .iter()
        .filter(|a| a.state == Reply::NotPut)
        .map(|a| Spot::Record(a.claim))
        .collect::<Vec<_>>();
    let mut not_put_once = not_put.clone();
    not_put_once.dedup();
    let claims = |wanted: &dyn Fn(Standing) -> bool| -> Vec<Spot> {
        let all = case.of_kind(Kind::Claim).map(|(ix, _)| Spot::Record(ix));
        all.filter(|spot| wanted(open.state(*spot))).collect()
    };
    // A claim is listed by itself only where no sentence speaks for it.
    let apart = |wanted: &dyn Fn(Standing) -> bool| -> Vec<Spot> {
        let mut spots = claims(wanted);
        spots.retain(|spot| matches!(spot, Spot::Record(ix) if !cited.contains(ix)));
        spots
    };
    let standing = |heading: &str, wanted: Standing| {
        let mut spots = sentences(open, |state| state == wanted);
        spots.extend(apart(&|state| state == wanted));
        group(heading, spots)
    };
    let to_clear = to_clear(case, &open.assessed.standings);
    let to_clear = to_clear.into_iter().map(Spot::Record).collect();
    let since = since_groups(open).into_iter().map(Some);
    since
        .chain([
            standing("stale: changed since they were ruled on", Standing::Stale),
            standing("changed as asked: confirm", Standing::AsAsked),
            standing("disputed", Standing::Disputed),
            group("faults in the files", faults(&[Severity::Error])),
            group(
                "sentences to check",
                sentences(open, |s| s == Standing::ToCheck),
            ),
            group(
                "claims to check that the draft does not cite",
                apart(&|s| s == Standing::ToCheck),
            ),
            standing("to fix", Standing::ToFix),
            standing("evidence disagrees", Standing::Clash),
            standing("cannot be verified", Standing::CannotVerify),
            group("for legal review, not cleared", to_clear),
            group("sentences with TK", sentences(open, |s| s == Standing::Tk)),
            group(
                "sentences with no source",
                sentences(open, |s| s == Standing::Unsourced),
            ),
            group(
                "claims with TK or no evidence",
                claims(&|state| matches!(state, Standing::Tk | Standing::Unsourced)),
            ),
            group("allegations, no contact on file", not_put_once),
            group(
                "sources still to come",
                of_body(&|body| matches!(body, Body::Source(s) if s.file.is_tk())),
            ),
            group("warnings", faults(&[Severity::Warning])),
            group("notes", faults(&[Severity::Note])),
        ])
        .flatten()
        .collect()
}

/// What happened since the person was here, one group for each change that felled rulings of theirs.
fn since_groups(open: &Open) -> Vec<Group> {
    let Some(since) = &open.since else {
        return vec![];
    };
    let mut groups = vec![];
    for fell in &since.withdrawn {
        let what = fell.because.first().map_or(String::new(), |because| {
            match because.reference.as_str() {
                "" => because.part.words().to_owned(),
                reference => reference.to_owned(),
            }
        });
        let spots = fell.rulings.iter().map(|(node, _)| spot_of(*node));
        groups.extend(group(
            &format!("your rulings withdrawn: {what} changed"),
            spots.collect(),
        ));
    }
    let of = |rulings: &[(Node, Ruled)]| rulings.iter().map(|(node, _)| spot_of(*node)).collect();
    groups.extend(group("changed as you asked", of(&since.as_asked)));
    groups.extend(group("ruled by others", of(&since.by_others)));
    let new = since.new_to_check.iter().map(|node| spot_of(*node));
    groups.extend(group("new to check", new.collect()));
    groups
}

/// Where a claim or sentence is found on the desk.
const fn spot_of(node: Node) -> Spot {
    match node {
        Node::Record(ix) => Spot::Record(ix),
        Node::Sentence(at) => Spot::Sentence(at),
    }
}

/// An uncited sentence is listed as a sentence, not once more as a fault.
fn is_uncited(problem: &Problem) -> bool {
    problem.code == crate::case::Code::UNCITED
}

fn is_in_draft(case: &Case, ix: RecordIx) -> bool {
    let mut links = case.links.cited_by(ix);
    links.any(|link| matches!(link.from, crate::case::Node::Sentence(_)))
}

fn records(case: &Case) -> Vec<Group> {
    let of = |kind: Kind| case.of_kind(kind).map(|(ix, _)| Spot::Record(ix)).collect();
    Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Source)
        .filter_map(|kind| group(kind.section(), of(kind)))
        .collect()
}

/// How far the text of a source is at hand.
pub fn held(case: &Case, ix: RecordIx) -> Held {
    case.holdings
        .get(&ix)
        .map_or(Held::None, |holding| holding.held)
}

fn sources(case: &Case) -> Vec<Group> {
    let of = |wanted: Held| {
        case.of_kind(Kind::Source)
            .map(|(ix, _)| ix)
            .filter(|ix| held(case, *ix) == wanted)
            .map(Spot::Record)
            .collect()
    };
    [Held::Full, Held::Changed, Held::Notes, Held::None]
        .into_iter()
        .filter_map(|state| group(state.words(), of(state)))
        .collect()
}

fn dated(moments: &[Moment]) -> Vec<Entry> {
    let mut entries = vec![];
    let mut year = None;
    for moment in moments {
        let Some((first, _)) = moment.days() else {
            continue;
        };
        if year != Some(first.year()) {
            year = Some(first.year());
            entries.push(Entry::Heading(first.year().to_string(), None));
        }
        entries.push(Entry::Spot(Spot::Record(moment.record)));
    }
    entries
}

fn replies(open: &Open) -> Vec<Group> {
    let (case, all) = (&open.case, &open.allegations);
    let mut groups: Vec<Group> = Reply::ALL
        .into_iter()
        .filter_map(|state| {
            let of_state = all.iter().filter(|a| a.state == state);
            group(
                state.words(),
                of_state.map(|a| Spot::Record(a.claim)).collect(),
            )
        })
        .collect();
    let asked = asked_only(case).into_iter().map(Spot::Record).collect();
    groups.extend(group("asked, not accused", asked));
    groups
}

/// Keeps what the filter lets through, and headings that still have something under them.
fn filtered(entries: Vec<Entry>, open: &Open, filter: &Filter) -> Vec<Entry> {
    if *filter == Filter::All {
        return entries;
    }
    let mut kept: Vec<Entry> = vec![];
    for entry in entries {
        match &entry {
            Entry::Heading(..) => {
                if matches!(kept.last(), Some(Entry::Heading(..))) {
                    kept.pop();
                }
                kept.push(entry);
            }
            Entry::Spot(spot) => {
                if passes(*spot, open, filter) {
                    kept.push(entry);
                }
            }
        }
    }
    if matches!(kept.last(), Some(Entry::Heading(..))) {
        kept.pop();
    }
    recount(&mut kept);
    kept
}

fn recount(entries: &mut [Entry]) {
    let mut below = 0;
    for entry in entries.iter_mut().rev() {
        match entry {
            Entry::Spot(_) => below += 1,
            Entry::Heading(_, count) => {
                if count.is_some() {
                    *count = Some(below);
                }
                below = 0;
            }
        }
    }
}

fn passes(spot: Spot, open: &Open, filter: &Filter) -> bool {
    let case = &*open.case;
    match (filter, spot) {
        (Filter::All, _) => true,
        (Filter::Kind(kind), Spot::Record(ix)) => case.at(ix).kind() == *kind,
        (Filter::Standing(wanted), _) => {
            open.stand(spot).is_some_and(|stand| stand.state == *wanted)
        }
        (Filter::Held(wanted), Spot::Record(ix)) => held(case, ix) == *wanted,
        (Filter::Party(id), Spot::Record(ix)) => has_part(case, ix, id),
        (Filter::Severity(wanted), Spot::Problem(ix)) => open
            .problems
            .get(ix as usize)
            .is_some_and(|p| p.severity == *wanted),
        (Filter::Kind(_) | Filter::Held(_) | Filter::Party(_) | Filter::Severity(_), _) => false,
    }
}

/// True if a record is the party's own or names it.
fn has_part(case: &Case, ix: RecordIx, party: &str) -> bool {
    let itself = case.at(ix).id.value == party;
    let node = crate::case::Node::Record(ix);
    itself || case.links.cites(node).any(|link| link.to.value.id == party)
}
