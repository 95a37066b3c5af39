//! The six views: what each lists, in which order, under which headings.

use super::to_do::to_do;
use crate::case::{Case, Held, Kind, Moment, RecordIx, SentenceKind, Severity};
use crate::ruling::{Reply, Standing, asked_only};
use crate::tui::desk::{Entry, Open, Spot};

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
    let entries = groups.into_iter().flat_map(|group| {
        let head = Entry::Heading(group.heading, Some(group.count));
        std::iter::once(head).chain(group.spots.into_iter().map(Entry::Spot))
    });
    filtered(entries.collect(), open, filter)
}

/// A heading and what stands under it.
pub(super) struct Group {
    /// The heading.
    pub heading: String,
    /// Its number: of what it names, of which several may be found at one place.
    pub count: usize,
    /// Where they are found.
    pub spots: Vec<Spot>,
}

/// A group of things each of which is at a place of its own; none of nothing.
pub(super) fn group(heading: &str, spots: Vec<Spot>) -> Option<Group> {
    (!spots.is_empty()).then(|| Group {
        heading: heading.to_owned(),
        count: spots.len(),
        spots,
    })
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
