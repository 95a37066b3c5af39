//! `new --merge`: replies and notes of a sheet that came back, as questions in the log. Nothing is asked twice.

use super::out::Out;
use super::report::{known, redaction};
use super::words::{count, safe};
use super::{Failure, open};
use crate::case::{Case, Node};
use crate::disk::begun::{Line, sheet};
use crate::disk::{NotDone, clock, log};
use crate::report::{Account, remarks_of};
use crate::ruling::{About, Entry, Logs, Question, Target};
use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

/// Brings them in.
pub fn run(path: &Path, from: &Path, by: Option<&str>, out: &mut Out) -> Result<u8, Failure> {
    let sheet = sheet(from)?;
    let seen = open::one(path)?;
    let by = log::by_whom(by)?;
    let hide = redaction(&seen, false);
    let account = Account::of(&seen.case, &known(&seen, &hide), &hide, clock::today());
    let ours = remarks_of(&account);
    let mut asked = asked(&seen.logs);
    let mut saver = None;
    let (mut saved, mut lost) = (0, vec![]);
    for line in &sheet.lines {
        let words = [&line.reply, &line.note].into_iter();
        for words in words
            .map(|words| added(words, &ours))
            .filter(|words| !words.is_empty())
        {
            let Some(target) = target(&seen.case, line) else {
                lost.push(format!("{}: {words}", line.sentence));
                continue;
            };
            let about = About::new(&seen.case, target);
            if !asked.insert((matter(&about), words.to_owned())) {
                continue;
            }
            let mut entry = Entry::new(log::new_id(), log::stamp(), by.clone());
            entry.about = Some(about);
            entry.question = Some(Question {
                to: None,
                words: words.to_owned(),
            });
            let saver = match &mut saver {
                Some(saver) => saver,
                none => none.insert(log::Saver::new(seen.root(), &by).map_err(NotDone::from)?),
            };
            saver.save(&entry.to_json()).map_err(NotDone::from)?;
            saved += 1;
        }
    }
    let what = count(saved, "question", "questions");
    writeln!(
        out,
        "saved {what} by {} of {}",
        safe(&by),
        safe(&from.to_string_lossy())
    )?;
    if !lost.is_empty() {
        let rows = count(lost.len(), "remark is", "remarks are");
        writeln!(out, "{rows} on sentences that the draft does not have:")?;
    }
    for line in &lost {
        writeln!(out, "  {}", safe(line))?;
    }
    Ok(u8::from(!lost.is_empty()))
}

/// What somebody wrote into a cell, without what the sheet itself said there, piece by piece from the front.
fn added<'a>(cell: &'a str, ours: &[String]) -> &'a str {
    let between = |c: char| c.is_whitespace() || c == ';';
    let mut rest = cell.trim_matches(between);
    loop {
        // An apostrophe keeps a piece from being a formula and is no part of it.
        let bare = rest.strip_prefix('\'').unwrap_or(rest);
        let behind = |own: &String| {
            let words = own.split_whitespace().collect::<Vec<_>>().join(" ");
            let behind = rest
                .strip_prefix(&words)
                .or_else(|| bare.strip_prefix(&words))?;
            (behind.is_empty() || behind.starts_with(between)).then_some(behind)
        };
        // The longest piece of ours leaves the least.
        match ours
            .iter()
            .filter_map(behind)
            .min_by_key(|behind| behind.len())
        {
            Some(behind) => rest = behind.trim_start_matches(between),
            None => return rest,
        }
    }
}

/// What was asked before, so that a sheet may be merged again.
fn asked(logs: &Logs) -> HashSet<(String, String)> {
    let all = logs.questions().into_iter().filter_map(|asked| {
        let about = asked.entry.about.as_ref()?;
        Some((matter(about), asked.question.words.clone()))
    });
    all.collect()
}

/// What a question is about. A sentence's line moves with every edit above it: its words name it, not its line.
fn matter(about: &About) -> String {
    if about.is_sentence() {
        about.words.clone()
    } else {
        about.claim.clone()
    }
}

/// The sentence of a row: the one with these words, on its line if several have them.
fn target(case: &Case, line: &Line) -> Option<Target> {
    let draft = case.draft.as_ref()?;
    let same = |words: &str| {
        words
            .split_whitespace()
            .eq(line.sentence.split_whitespace())
    };
    let mut found: Vec<usize> = vec![];
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let shown = safe(&sentence.words);
        if same(&sentence.words) || same(&shown) {
            found.push(at);
        }
    }
    let on_line = found
        .iter()
        .find(|at| Some(draft.sentences[**at].line) == line.line);
    let at = u32::try_from(*on_line.or(found.first())?).ok()?;
    Target::of_node(case, Node::Sentence(at))
}
