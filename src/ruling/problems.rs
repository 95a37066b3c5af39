//! What is wrong with rulings and their logs, told at the place that explains it best.

use super::gone::Gone;
use super::log::{LogFile, Logs};
use super::standings::{Stand, Standings};
use super::target::Target;
use crate::case::{Case, Code, FileIx, Node, Problem, Severity};
use std::collections::BTreeMap;
use std::ops::Range;

/// What is wrong with what people ruled. What is wrong with single lines of a log its reader tells.
pub fn problems(case: &Case, logs: &Logs, standings: &Standings) -> Vec<Problem> {
    let mut all = vec![];
    all.extend(strangers(case, logs));
    for (log, id) in logs.doubled() {
        let message =
            format!("a second line with the name `{id}` says something else than the first");
        let help = "the first one counts; see with Git where the second one came from";
        all.push(of_log(
            log,
            Code::SAME_LINE_ID,
            Severity::Warning,
            message,
            help,
        ));
    }
    for (log, entry) in logs.vain() {
        let undone = entry.undoes.as_deref().unwrap_or_default();
        let message = format!(
            "{} takes back `{undone}`, which is no ruling of theirs here",
            entry.by
        );
        let help = "everybody takes back their own rulings; if a log is missing, get it";
        all.push(of_log(
            log,
            Code::VAIN_UNDO,
            Severity::Warning,
            message,
            help,
        ));
    }
    all.extend(standings.gone.iter().map(|gone| gone_problem(case, gone)));
    for (node, _) in standings.states() {
        if let Some(stand) = standings.of(node) {
            all.extend(self_check(case, node, stand));
        }
    }
    all.extend(around(case, standings));
    all
}

fn problem(
    (file, span): (FileIx, Range<usize>),
    code: Code,
    severity: Severity,
    message: String,
    help: &str,
) -> Problem {
    Problem {
        code,
        severity,
        file,
        span,
        id: None,
        message,
        help: Some(help.to_owned()),
        also: None,
    }
}

/// A problem of a log as a whole; where the case does not know the file it is told at `case.yaml`.
fn of_log(log: &LogFile, code: Code, severity: Severity, message: String, help: &str) -> Problem {
    let at = (log.file.unwrap_or(FileIx(0)), 0..0);
    let message = format!("checks/{}@{}.jsonl: {message}", log.checker, log.machine);
    problem(at, code, severity, message, help)
}

/// People who ruled and are not in the team, each once.
fn strangers(case: &Case, logs: &Logs) -> Vec<Problem> {
    let Some(team) = case.head.team.given() else {
        return vec![];
    };
    let mut rulings: BTreeMap<&str, usize> = BTreeMap::new();
    for (log, entry) in logs.entries() {
        let own = entry.by == log.checker && entry.ruling.is_some() && !logs.is_undone(entry);
        if own && entry.undoes.is_none() && team.value.member(&entry.by).is_none() {
            *rulings.entry(&entry.by).or_default() += 1;
        }
    }
    let at = team.at as usize;
    let told = |(by, n): (&str, usize)| {
        let rulings = if n == 1 { "ruling" } else { "rulings" };
        let message = format!("{by} is not in the team: {n} {rulings} of theirs do not count");
        let help = "add them to `team:` if they work on the story";
        problem(
            (FileIx(0), at..at),
            Code::NOT_IN_TEAM,
            Severity::Warning,
            message,
            help,
        )
    };
    rulings.into_iter().map(told).collect()
}

/// A ruling on what is gone, as the fault it is told as.
pub fn gone_problem(case: &Case, gone: &Gone) -> Problem {
    let what = if gone.about.is_sentence() {
        "a sentence that is gone".to_owned()
    } else {
        format!("the claim `{}`, which is gone", gone.about.claim)
    };
    let (by, ruling) = (&gone.ruled.by, gone.ruled.ruling.word());
    let message = format!("{by} ruled {ruling} on {what}: “{}”", gone.words);
    let help = match &gone.nearest {
        Some(nearest) => {
            format!("nearest to it now is {nearest}; look there, and rule again if it is the same")
        }
        None => "nothing like it is there now".to_owned(),
    };
    let id = &gone.ruled.id;
    let help =
        format!("{help}; {by} can take this one back with `casefile undo CASE {id} --by {by}`");
    let at = match &case.draft {
        Some(draft) if gone.about.is_sentence() => draft.file,
        Some(_) | None => FileIx(0),
    };
    problem(
        (at, 0..0),
        Code::RULED_GONE,
        Severity::Warning,
        message,
        &help,
    )
}

/// A check by authors alone, at what it is about. A sentence is told only for a check of its own.
fn self_check(case: &Case, node: Node, stand: &Stand) -> Option<Problem> {
    let mut valid = stand.rulings.iter().filter(|ruled| ruled.is_valid());
    let by = &valid.next().filter(|_| stand.self_check)?.by;
    let name = Target::of_node(case, node)?.name(case);
    let message = format!("only {by}, who wrote the story, has checked {name}");
    let severity = if case.policy.allows_self_check() {
        Severity::Note
    } else {
        Severity::Warning
    };
    let help = "ask a second person to look at it";
    let mut told = problem(
        place(case, node)?,
        Code::SELF_CHECK,
        severity,
        message,
        help,
    );
    told.id = matches!(node, Node::Record(_)).then_some(name);
    Some(told)
}

fn place(case: &Case, node: Node) -> Option<(FileIx, Range<usize>)> {
    match node {
        Node::Record(ix) => {
            let record = case.at(ix);
            let at = record.id.at as usize;
            Some((record.file, at..at + record.id.value.len()))
        }
        Node::Sentence(at) => {
            let draft = case.draft.as_ref()?;
            Some((draft.file, draft.sentences.get(at as usize)?.span.clone()))
        }
    }
}

/// Sources whose file changed around words that were ruled on, each once.
fn around(case: &Case, standings: &Standings) -> Vec<Problem> {
    let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
    for (node, _) in standings.states() {
        let rulings = standings
            .of(node)
            .into_iter()
            .flat_map(|stand| &stand.rulings);
        for source in rulings
            .filter(|ruled| ruled.is_valid())
            .flat_map(|ruled| &ruled.around)
        {
            *sources.entry(source).or_default() += 1;
        }
    }
    let told = |(id, n): (&str, usize)| {
        let at = place(case, Node::Record(case.find(id)?))?;
        let rulings = if n == 1 {
            "1 ruling"
        } else {
            &format!("{n} rulings")
        };
        let message = format!("the text of {id} changed around the words that {rulings} rest on");
        let help = "the rulings stand; see what changed before and after those words";
        let mut told = problem(at, Code::CHANGED_AROUND, Severity::Warning, message, help);
        told.id = Some(id.to_owned());
        Some(told)
    };
    sources.into_iter().filter_map(told).collect()
}
