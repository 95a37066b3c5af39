//! What is to do before the story may be printed, the worst first.

use super::Redaction;
use super::account::{Row, Task, TaskItem};
use super::known::Known;
use super::replies::AllegationRow;
use super::sign::Sign;
use crate::case::{Body, Case, Kind, Node};
use crate::ruling::Standing;
use crate::text::Shown;

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
                let ix = u32::try_from(row.n - 1).unwrap_or(u32::MAX);
                row.sign.is_some() && known.standing(Node::Sentence(ix)) == standing
            };
            let items = rows.iter().filter(here).map(|row| TaskItem {
                row: Some(row.n),
                words: row.words.clone(),
            });
            Task {
                brief: standing == Standing::ToCheck,
                ..task(&sentences(standing), items.collect())
            }
        })
        .collect();
    let waiting = allegations.iter().filter(|row| !row.done);
    let waiting = waiting.map(|row| TaskItem {
        row: None,
        words: row.words_for_task(),
    });
    tasks.push(task(
        "allegations not fully put and answered in print",
        waiting.collect(),
    ));
    tasks.push(task("claims waiting for a lawyer", legal(case, hide)));
    tasks.push(task(
        "sources whose text is not on this machine",
        not_held(case, hide),
    ));
    tasks.retain(|task| task.n > 0);
    tasks
}

fn sentences(standing: Standing) -> String {
    format!("sentences {}", Sign::counted(standing))
}

fn task(what: &str, items: Vec<TaskItem>) -> Task {
    Task {
        what: what.to_owned(),
        n: items.len(),
        brief: false,
        items,
    }
}

fn item(words: Shown) -> TaskItem {
    TaskItem { row: None, words }
}

fn legal(case: &Case, hide: &Redaction) -> Vec<TaskItem> {
    let claims = case
        .of_kind(Kind::Claim)
        .filter(|(_, record)| match &record.body {
            Body::Claim(claim) => claim.legal.is_there(),
            _ => false,
        });
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
