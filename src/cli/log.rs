//! `log`: the history of rulings, in the order in which they were given, with all that is wrong in the logs.

use super::args::{Format, Log};
use super::open::{self, Seen};
use super::out::Out;
use super::words::{count, safe};
use super::{Failure, json};
use crate::case::{Code, Problem};
use crate::ruling::{Entry, LogFile, Target};
use crate::wording::how_seen;
use serde_json::Value;
use std::collections::HashSet;
use std::io::Write;

/// Tells it.
pub fn run(args: &Log, out: &mut Out) -> Result<u8, Failure> {
    let seen = Seen::new(open::raw(&args.case)?);
    let mut lines: Vec<(&LogFile, &Entry)> = seen.logs.entries().collect();
    if let Some(name) = &args.claim {
        let of = Of::new(&seen, name);
        lines.retain(|(_, entry)| of.has(entry));
        if lines.is_empty() {
            Target::of(&seen.case, name).map_err(|what| {
                Failure::new(what, "`casefile log CASE` without a name shows all rulings")
            })?;
        }
    }
    in_order(&mut lines);
    let wrong: Vec<&Problem> = seen
        .problems
        .iter()
        .filter(|p| p.code.0 / 100 == 7)
        .collect();
    match args.format {
        Format::Json => {
            for (log, entry) in &lines {
                json::line(out, &in_json(&seen, log, entry))?;
            }
            for problem in wrong {
                json::line(out, &wrong_in_json(&seen, problem))?;
            }
        }
        Format::Text => {
            // Where a log could not be read nobody knows whether there are rulings.
            if lines.is_empty() && !wrong.iter().any(|p| p.code == Code::LOG) {
                writeln!(
                    out,
                    "no rulings yet; `casefile rule CASE CLAIM confirmed --by NAME` gives one"
                )?;
            }
            for (_, entry) in &lines {
                writeln!(out, "{}", in_words(&seen, entry))?;
            }
            tell_wrong(&seen, &wrong, out)?;
        }
    }
    Ok(0)
}

/// By time; but what one log says in turn is told in turn, whatever the clock said.
fn in_order(lines: &mut Vec<(&LogFile, &Entry)>) {
    let mut latest = None;
    let mut file: Option<*const LogFile> = None;
    let mut timed = Vec::with_capacity(lines.len());
    for (log, entry) in lines.drain(..) {
        let this = std::ptr::from_ref(log);
        if file != Some(this) {
            (file, latest) = (Some(this), None);
        }
        latest = latest.max(entry.time());
        timed.push((latest, log, entry));
    }
    // Stable, so that lines of one log stay as they are.
    timed.sort_by_key(|(at, _, _)| *at);
    lines.extend(timed.into_iter().map(|(_, log, entry)| (log, entry)));
}

/// Which lines are about one claim or sentence.
struct Of {
    names: HashSet<String>,
    ids: HashSet<String>,
    words: Option<String>,
}

impl Of {
    fn new(seen: &Seen, name: &str) -> Self {
        let mut names = HashSet::from([name.to_owned()]);
        let mut renames: Vec<&Entry> = seen
            .logs
            .entries()
            .map(|(_, e)| e)
            .filter(|e| e.renamed.is_some())
            .collect();
        renames.sort_by_key(|entry| std::cmp::Reverse((entry.time(), entry.seq)));
        for renamed in renames.iter().filter_map(|entry| entry.renamed.as_ref()) {
            if names.contains(&renamed.to) {
                names.insert(renamed.from.clone());
            }
        }
        let target = Target::of(&seen.case, name).ok();
        let node = target.and_then(Target::node);
        let stand = node.and_then(|node| seen.stand(node));
        let all = stand
            .into_iter()
            .flat_map(|stand| stand.rulings.iter().chain(&stand.legal));
        let ids = all.map(|ruled| ruled.id.clone()).collect();
        let about = target.map(|target| crate::ruling::About::new(&seen.case, target));
        let words = about
            .filter(|about| about.is_sentence())
            .map(|about| about.words);
        // A sentence's line moves with every edit above it: its words name it, not its line.
        if words.is_some() {
            names.clear();
        }
        Self { names, ids, words }
    }

    fn has(&self, entry: &Entry) -> bool {
        let about = entry.about.as_ref();
        let named = about.is_some_and(|about| {
            self.names.contains(&about.claim)
                || self.words.as_ref().is_some_and(|w| *w == about.words)
        });
        let renamed = entry.renamed.as_ref();
        let renamed =
            renamed.is_some_and(|r| self.names.contains(&r.from) && self.names.contains(&r.to));
        let undone = entry
            .undoes
            .as_ref()
            .is_some_and(|id| self.ids.contains(id));
        named || renamed || undone || self.ids.contains(&entry.id)
    }
}

fn in_json(seen: &Seen, log: &LogFile, entry: &Entry) -> Value {
    let mut line = entry.to_json();
    let path = log.file.map(|file| seen.file(file));
    line.insert("log".to_owned(), path.into());
    line.insert("seq".to_owned(), entry.seq.into());
    line.insert("undone".to_owned(), seen.logs.is_undone(entry).into());
    Value::Object(line)
}

fn wrong_in_json(seen: &Seen, problem: &Problem) -> Value {
    let place = seen.case.place(problem.file, problem.span.start);
    serde_json::json!({
        "code": problem.code, "severity": problem.severity, "file": seen.file(problem.file),
        "line": place.line, "message": problem.message, "help": problem.help,
    })
}

/// A line in one line.
fn in_words(seen: &Seen, entry: &Entry) -> String {
    let about = entry.about.as_ref();
    let claim = about.map_or("", |about| about.claim.as_str());
    let what = if let Some(renamed) = &entry.renamed {
        format!("renamed {} to {}", renamed.from, renamed.to)
    } else if let Some(question) = &entry.question {
        let to = question
            .to
            .as_ref()
            .map_or(String::new(), |to| format!(" {to}"));
        format!("asked{to} about {claim}: {}", question.words)
    } else if let Some(answer) = &entry.answer {
        format!("answered {}: {}", answer.to, answer.words)
    } else if let Some(undone) = &entry.undoes {
        format!("took back {undone} on {claim}")
    } else {
        format!(
            "{claim} is {}",
            entry.ruling.map_or("", |ruling| ruling.word())
        )
    };
    let mut text = format!("{}  {}  {}  {what}", entry.at, entry.id, entry.by);
    if let Some(saw) = entry.saw {
        text.push_str(&format!(", {}", how_seen(saw)));
    }
    for (word, words) in [("why", &entry.why), ("fix", &entry.fix)] {
        if let Some(words) = words {
            text.push_str(&format!("; {word}: {words}"));
        }
    }
    if seen.logs.is_undone(entry) {
        text.push_str(" (taken back)");
    }
    safe(&text)
}

fn tell_wrong(seen: &Seen, wrong: &[&Problem], out: &mut Out) -> Result<(), Failure> {
    let damaged: usize = seen.logs.files.iter().map(|log| log.damaged).sum();
    if damaged > 0 {
        let lines = count(damaged, "line does", "lines do");
        writeln!(out, "{lines} not count. What is wrong in the logs:")?;
    }
    for problem in wrong {
        let line = seen.case.place(problem.file, problem.span.start).line;
        let file = safe(&seen.file(problem.file));
        writeln!(
            out,
            "  {file}:{line}: {}: {} ({})",
            problem.severity.word(),
            safe(&problem.message),
            problem.code
        )?;
    }
    Ok(())
}
