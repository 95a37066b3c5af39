//! `rule`: a ruling on a claim or sentence, added to one's log.

use super::args::{Format, Rule};
use super::open::{self, Seen};
use super::out::Out;
use super::words::{count, safe};
use super::{Failure, json};
use crate::case::{Case, Node};
use crate::disk::{NotDone, log};
use crate::ruling::{About, Detail, Entry, Ruling, Target, details, seal, unticked};
use crate::verify::passages;
use serde_json::json;
use std::io::Write;

/// Saves it, and says what was not looked at. It never asks.
pub fn run(args: &Rule, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case).map_err(not_saved)?;
    let root = opened.root.clone();
    let seen = Seen::new(opened);
    let case = &seen.case;
    let by = log::by_whom(args.by.as_deref()).map_err(|why| not_saved(why.into()))?;
    let ruling = args.ruling;
    let target = target(case, &args.claim, ruling)?;
    let mut entry = Entry::new(log::new_id(), log::stamp(), by);
    entry.about = Some(About::new(case, target));
    entry.ruling = Some(ruling);
    entry.saw = args.saw;
    entry.why = given(args.why.as_deref());
    entry.fix = given(args.fix.as_deref());
    entry.seal = Some(seal(case, target, seen.machine().finding(target.node())));
    let saved = log::save(&root, &entry.to_json()).map_err(NotDone::from)?;
    let left = left(case, target, ruling);
    let in_team = case.head.team.get();
    let counts = in_team.is_none_or(|team| team.member(&entry.by).is_some());
    match args.format {
        Format::Json => {
            let ticks = left.details.iter();
            let ticks = ticks.map(|d| json!({"kind": d.kind.word(), "words": d.words}));
            let line = json!({
                "saved": true, "id": entry.id, "log": saved.path, "seq": saved.seq,
                "claim": args.claim, "ruling": ruling.word(), "by": entry.by, "at": entry.at,
                "counts": counts, "unticked": ticks.collect::<Vec<_>>(), "unopened": left.passages,
            });
            json::line(out, &line)?;
        }
        Format::Text => {
            let (claim, word) = (safe(&args.claim), ruling.word());
            let place = format!("{}, line {}, id {}", saved.path, saved.seq, entry.id);
            writeln!(out, "saved: {claim} is {word} by {} ({place})", entry.by)?;
            if !counts {
                writeln!(
                    out,
                    "  does not count: {} is not in the team of case.yaml",
                    entry.by
                )?;
            }
            left.tell(out)?;
        }
    }
    Ok(0)
}

/// A failure before or at saving, told as such.
pub fn not_saved(failure: Failure) -> Failure {
    match failure {
        Failure::NobodyReads => Failure::NobodyReads,
        Failure::Told { what, help } => Failure::Told {
            what: format!("NOT SAVED: {what}"),
            help,
        },
    }
}

fn target(case: &Case, name: &str, ruling: Ruling) -> Result<Target, Failure> {
    let refused = |what: String, help: &str| Failure::new(format!("NOT SAVED: {what}"), help);
    let target = Target::of(case, name).map_err(|what| {
        refused(what, "`casefile list CASE claims` lists the claims, `casefile report CASE --format markdown` every sentence with its line")
    })?;
    match (target, ruling) {
        (Target::Case, _) => Err(refused(
            "rulings are given for claims and sentences".to_owned(),
            "the whole case is signed off with `casefile sign CASE`",
        )),
        (Target::Sentence(_), Ruling::LegalCleared) => Err(refused(
            "a lawyer clears claims, not sentences".to_owned(),
            "name the claim that the sentence cites",
        )),
        (Target::Claim(_) | Target::Sentence(_), _) => Ok(target),
    }
}

fn given(text: Option<&str>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(str::to_owned)
}

/// What nobody has ticked or opened.
#[derive(Default)]
struct Left {
    details: Vec<Detail>,
    passages: Vec<String>,
}

/// What is left to look at when something is confirmed from the command line, where nothing is ticked or opened.
fn left(case: &Case, target: Target, ruling: Ruling) -> Left {
    let (Ruling::Confirmed, Some(node)) = (ruling, target.node()) else {
        return Left::default();
    };
    let mut left = Left::default();
    let sentences = match node {
        Node::Sentence(at) => vec![at],
        Node::Record(ix) => {
            let from = case.links.cited_by(ix).filter_map(|link| match link.from {
                Node::Sentence(at) => Some(at),
                Node::Record(_) => None,
            });
            from.collect()
        }
    };
    for at in sentences {
        let Some(sentence) = case
            .draft
            .as_ref()
            .and_then(|d| d.sentences.get(at as usize))
        else {
            continue;
        };
        let all = details(case, sentence);
        for detail in unticked(&[], &all) {
            let known = |d: &Detail| d.kind == detail.kind && d.words == detail.words;
            if !left.details.iter().any(known) {
                left.details.push(detail.clone());
            }
        }
    }
    for passage in passages(case, node) {
        let place = passage
            .locator
            .map_or(String::new(), |locator| format!("#{locator}"));
        let name = format!("{}{place}", case.at(passage.source).id.value);
        if !left.passages.contains(&name) {
            left.passages.push(name);
        }
    }
    left
}

impl Left {
    fn tell(&self, out: &mut Out) -> Result<(), Failure> {
        if !self.details.is_empty() {
            let all = self.details.iter();
            let all: Vec<String> = all
                .map(|d| format!("{} {}", d.kind.word(), safe(&d.words)))
                .collect();
            let n = count(all.len(), "detail", "details");
            writeln!(out, "  {n} not ticked: {}", all.join(", "))?;
        }
        if !self.passages.is_empty() {
            let n = count(self.passages.len(), "passage", "passages");
            writeln!(out, "  {n} not opened: {}", safe(&self.passages.join(", ")))?;
        }
        Ok(())
    }
}
