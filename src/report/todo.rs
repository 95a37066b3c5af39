//! What is to do before the story may be printed: each condition of signing off that is not met, the worst first, and
//! then what else is missing.

use super::Redaction;
use super::account::{Row, Task, TaskItem};
use super::known::{Known, UnmetRow};
use super::replies::AllegationRow;
use crate::case::{Body, Case, Kind, Node, RecordIx};
use crate::ruling::{Allegation, Condition, Reply, Standing, Thing};
use crate::text::{Shown, safe};
use std::collections::HashMap;

/// The groups that hold anything.
pub fn tasks(
    case: &Case,
    known: &Known,
    hide: &Redaction,
    rows: &[Row],
    allegations: &[(Allegation, AllegationRow)],
) -> Vec<Task> {
    let teller = Teller {
        case,
        hide,
        rows,
        allegations,
    };
    let unmet = known.unmet.iter();
    let unmet = unmet.filter(|row| row.unmet.condition != Condition::Nothing);
    let mut tasks: Vec<Task> = unmet.map(|row| teller.task(row)).collect();
    let not_held = not_held(case, hide);
    if !not_held.is_empty() {
        tasks.push(Task {
            n: not_held.len(),
            what: match not_held.len() {
                1 => "source whose text is not on this machine".to_owned(),
                _ => "sources whose text is not on this machine".to_owned(),
            },
            brief: false,
            items: not_held,
        });
    }
    tasks
}

/// The most allegations, and claims outside the draft, that are told one by one: all of them follow below.
const FEW: usize = 8;

/// Tells what a condition is not met for.
struct Teller<'a> {
    case: &'a Case,
    hide: &'a Redaction,
    rows: &'a [Row],
    allegations: &'a [(Allegation, AllegationRow)],
}

impl Teller<'_> {
    fn task(&self, row: &UnmetRow) -> Task {
        let unmet = &row.unmet;
        let (noun, items) = match unmet.condition {
            // Where they stand `check` tells; a message may hold what is held back.
            Condition::Faults => ("", vec![]),
            Condition::Sentences(_) => ("sentence", self.each(&unmet.things)),
            Condition::Claims if unmet.things.len() > FEW => ("", vec![]),
            Condition::Claims => ("", self.each(&unmet.things)),
            Condition::Legal => ("claim", self.each(&unmet.things)),
            Condition::NotHere | Condition::SelfCheck => ("", self.each(&unmet.things)),
            Condition::Replies(state) => ("", self.replies(state)),
            Condition::Gone
            | Condition::Questions
            | Condition::DamagedLines
            | Condition::Nothing => ("", row.words.iter().cloned().map(item).collect()),
        };
        let noun = match (noun, unmet.count()) {
            ("", _) => String::new(),
            (noun, 1) => format!("{noun} "),
            (noun, _) => format!("{noun}s "),
        };
        Task {
            n: unmet.count(),
            what: format!("{noun}{}", unmet.words()),
            brief: unmet.condition == Condition::Sentences(Standing::ToCheck),
            items,
        }
    }

    /// Sentences by their numbers and words, claims by what they say.
    fn each(&self, things: &[Thing]) -> Vec<TaskItem> {
        let nodes = things.iter().filter_map(Thing::node);
        let told = nodes.filter_map(|node| match node {
            Node::Sentence(at) => {
                let row = self.rows.get(at as usize)?;
                let words = row.written.as_ref().unwrap_or(&row.words).clone();
                Some(TaskItem { row: row.n, words })
            }
            Node::Record(ix) => Some(item(self.hide.cover(&self.case.title(ix)))),
        });
        told.collect()
    }

    /// Allegations one by one; of many only how many against whom.
    fn replies(&self, state: Reply) -> Vec<TaskItem> {
        let all = self.allegations.iter();
        let of_state = all.filter(|(one, _)| one.state == state);
        let rows: Vec<&AllegationRow> = of_state.map(|(_, row)| row).collect();
        if rows.len() > FEW {
            return by_party(&rows);
        }
        let line = |row: &&AllegationRow| format!("{}: {}", row.against, row.now);
        let told = rows.iter().map(|row| item(safe::shown(&line(row))));
        told.collect()
    }
}

/// A line for each party: `Global Affairs Canada: 9`.
fn by_party(rows: &[&AllegationRow]) -> Vec<TaskItem> {
    let mut parties: Vec<(&Shown, usize)> = vec![];
    let mut known: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let at = *known.entry(row.against.to_string()).or_insert_with(|| {
            parties.push((&row.against, 0));
            parties.len() - 1
        });
        parties[at].1 += 1;
    }
    let line = |(party, n): (&Shown, usize)| item(safe::shown(&format!("{party}: {n}")));
    parties.into_iter().map(line).collect()
}

fn item(words: Shown) -> TaskItem {
    TaskItem { row: None, words }
}

fn not_held(case: &Case, hide: &Redaction) -> Vec<TaskItem> {
    let wanted = case
        .of_kind(Kind::Source)
        .filter(|(ix, record)| match &record.body {
            // A source whose file is named or promised is meant to be read.
            Body::Source(source) => {
                source.file.is_there() && !hide.hides(*ix) && !case.holdings.contains_key(ix)
            }
            _ => false,
        });
    let told = wanted.map(|(ix, record): (RecordIx, _)| {
        item(hide.cover(&format!("{}: {}", record.id.value, case.title(ix))))
    });
    told.collect()
}
