//! What is to do before the story may be printed, the worst first.

use super::Redaction;
use super::account::{Row, Task, TaskItem};
use super::known::Known;
use super::replies::AllegationRow;
use super::sign::Sign;
use crate::case::{Body, Case, Kind, Node};
use crate::ruling::Standing;
use crate::text::Shown;
use std::collections::HashMap;

/// The groups that hold anything.
pub fn tasks(
    case: &Case,
    known: &Known,
    hide: &Redaction,
    rows: &[Row],
    allegations: &[AllegationRow],
) -> Vec<Task> {
    let open = Standing::ALL
        .into_iter()
        .filter(|standing| !Sign::is_done(*standing));
    let mut tasks: Vec<Task> = open
        .map(|standing| {
            let here = |row: &&Row| {
                row.sign.is_some() && known.standing(Node::Sentence(row.ix)) == standing
            };
            let items = rows.iter().filter(here).map(|row| TaskItem {
                row: row.n,
                words: row.written.as_ref().unwrap_or(&row.words).clone(),
            });
            Task {
                brief: standing == Standing::ToCheck,
                ..task(
                    "sentence",
                    "sentences",
                    Sign::counted(standing),
                    items.collect(),
                )
            }
        })
        .collect();
    tasks.push(replies(allegations));
    tasks.push(task(
        "claim",
        "claims",
        "waiting for a lawyer",
        legal(case, known, hide),
    ));
    tasks.push(task(
        "source",
        "sources",
        "whose text is not on this machine",
        not_held(case, hide),
    ));
    tasks.retain(|task| task.n > 0);
    tasks
}

/// The most allegations that are told one by one: all of them follow below, in a table.
const FEW: usize = 8;

/// Allegations that still wait for something; of many only how many by whom they are against.
fn replies(allegations: &[AllegationRow]) -> Task {
    let waiting: Vec<&AllegationRow> = allegations.iter().filter(|row| !row.done).collect();
    let items = if waiting.len() <= FEW {
        waiting
            .iter()
            .map(|row| item(row.words_for_task()))
            .collect()
    } else {
        by_party(&waiting)
    };
    let all = task(
        "allegation",
        "allegations",
        "not fully put and answered in print",
        items,
    );
    let what = if waiting.len() == 1 {
        "allegation"
    } else {
        "allegations"
    };
    Task {
        n: waiting.len(),
        what: format!("{what} not fully put and answered in print"),
        ..all
    }
}

/// A line for each party: `Global Affairs Canada: 9 no contact on file, 1 put in other words`.
fn by_party(waiting: &[&AllegationRow]) -> Vec<TaskItem> {
    let mut parties: Vec<(&Shown, Vec<(&str, usize)>)> = vec![];
    let mut known: HashMap<String, usize> = HashMap::new();
    for row in waiting {
        let at = *known.entry(row.against.to_string()).or_insert_with(|| {
            parties.push((&row.against, vec![]));
            parties.len() - 1
        });
        let states = &mut parties[at].1;
        match states.iter_mut().find(|(state, _)| *state == row.state) {
            Some((_, n)) => *n += 1,
            None => states.push((row.state, 1)),
        }
    }
    let told = parties.into_iter().map(|(party, states)| {
        let states: Vec<String> = states
            .iter()
            .map(|(state, n)| format!("{n} × {state}"))
            .collect();
        item(crate::text::safe::shown(&format!(
            "{party}: {}",
            states.join("; ")
        )))
    });
    told.collect()
}

fn task(one: &str, many: &str, what: &str, items: Vec<TaskItem>) -> Task {
    let noun = if items.len() == 1 { one } else { many };
    Task {
        what: format!("{noun} {what}"),
        n: items.len(),
        brief: false,
        items,
    }
}

fn item(words: Shown) -> TaskItem {
    TaskItem { row: None, words }
}

fn legal(case: &Case, known: &Known, hide: &Redaction) -> Vec<TaskItem> {
    let claims = case.of_kind(Kind::Claim);
    let claims = claims.filter(|(ix, _)| known.uncleared.contains(ix));
    claims
        .map(|(ix, _)| item(hide.cover(&case.title(ix))))
        .collect()
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
    let told = wanted
        .map(|(ix, record)| item(hide.cover(&format!("{}: {}", record.id.value, case.title(ix)))));
    told.collect()
}

impl AllegationRow {
    /// The allegation in a line of things to do.
    fn words_for_task(&self) -> Shown {
        let line = format!("{}: {} ({})", self.against, self.now, self.state);
        crate::text::safe::shown(&line)
    }
}
