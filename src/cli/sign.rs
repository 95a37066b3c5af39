//! `sign`: signs a whole case off, if nothing stands against it.

use super::Failure;
use super::args::Sign;
use super::open::{self, Seen};
use super::out::Out;
use super::words::{count, stands};
use crate::case::{Body, Kind, Legal, Node, Severity};
use crate::disk::{NotDone, log};
use crate::ruling::{About, Entry, Reply, Ruling, Standing, Target, allegations, seal};
use std::io::Write;

/// Signs off, or says all that stands against it.
pub fn run(args: &Sign, out: &mut Out) -> Result<u8, Failure> {
    let opened = open::raw(&args.case)?;
    let root = opened.root.clone();
    let by = log::by_whom(args.by.as_deref())?;
    let seen = Seen::new(opened);
    if seen
        .case
        .head
        .team
        .get()
        .is_some_and(|team| team.member(&by).is_none())
    {
        return Err(Failure::new(
            format!("NOT SAVED: `{by}` is not in the team of case.yaml and cannot sign"),
            "let somebody of the team sign, or write the name under `team:`",
        ));
    }
    let unmet = unmet(&seen);
    if !unmet.is_empty() {
        writeln!(out, "not signed off:")?;
        for condition in unmet {
            writeln!(out, "  {condition}")?;
        }
        return Ok(1);
    }
    let mut entry = Entry::new(log::new_id(), log::stamp(), by);
    entry.about = Some(About::new(&seen.case, Target::Case));
    entry.ruling = Some(Ruling::SignedOff);
    entry.why.clone_from(&args.why);
    entry.seal = Some(seal(&seen.case, Target::Case, None));
    let saved = log::save(&root, &entry.to_json()).map_err(NotDone::from)?;
    writeln!(
        out,
        "saved: signed off by {} ({}, line {})",
        entry.by, saved.path, saved.seq
    )?;
    Ok(0)
}

/// What stands against it, each with its count.
fn unmet(seen: &Seen) -> Vec<String> {
    let case = &seen.case;
    let mut all = vec![];
    let mut add = |n: usize, one: &str, many: &str| {
        if n > 0 {
            all.push(count(n, one, many));
        }
    };
    let errors = seen
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Error)
        .count();
    add(errors, "error in the files", "errors in the files");
    let (mut sentences, mut claims) = (crate::ruling::Tally::new(), crate::ruling::Tally::new());
    let (mut not_here, mut own) = (0, 0);
    for (node, state) in seen.standings().states() {
        let counts = match node {
            Node::Record(_) => true,
            Node::Sentence(at) => {
                let draft = case.draft.as_ref();
                draft
                    .and_then(|d| d.sentences.get(at as usize))
                    .is_some_and(|s| s.counts())
            }
        };
        if !counts {
            continue;
        }
        let tally = match node {
            Node::Record(_) => &mut claims,
            Node::Sentence(_) => &mut sentences,
        };
        if !is_settled(state) {
            *tally.entry(state).or_default() += 1;
        }
        if let Some(stand) = seen.stand(node) {
            not_here += usize::from(!stand.not_here.is_empty());
            own += usize::from(stand.self_check);
        }
    }
    for (tally, one, many) in [
        (&sentences, "sentence", "sentences"),
        (&claims, "claim", "claims"),
    ] {
        for (state, n) in tally {
            let state = stands(*state);
            add(*n, &format!("{one}: {state}"), &format!("{many}: {state}"));
        }
    }
    add(
        seen.standings().gone.len(),
        "ruling on something that is gone",
        "rulings on something that is gone",
    );
    add(
        not_here,
        "claim or sentence not re-checked here: its source is not on this machine",
        "claims and sentences not re-checked here: their sources are not on this machine",
    );
    if case.policy.self_check.get() != Some(&true) {
        add(
            own,
            "claim or sentence checked by an author only",
            "claims and sentences checked by authors only",
        );
    }
    add(
        uncleared(seen),
        "claim for a lawyer to clear",
        "claims for a lawyer to clear",
    );
    let open = seen
        .logs
        .questions()
        .iter()
        .filter(|asked| asked.answer.is_none())
        .count();
    add(
        open,
        "question without an answer",
        "questions without an answer",
    );
    let put = |reply: &Reply| matches!(reply, Reply::NotPut | Reply::OtherWords | Reply::WordsOpen);
    let allegations = allegations(case);
    for reply in Reply::ALL.into_iter().filter(put) {
        let n = allegations
            .iter()
            .filter(|allegation| allegation.state == reply)
            .count();
        add(
            n,
            &format!("allegation: {}", reply.words()),
            &format!("allegations: {}", reply.words()),
        );
    }
    all
}

const fn is_settled(state: Standing) -> bool {
    match state {
        Standing::Confirmed | Standing::Waived | Standing::NoneNeeded => true,
        Standing::Gone
        | Standing::Tk
        | Standing::Unsourced
        | Standing::Disputed
        | Standing::Stale
        | Standing::AsAsked
        | Standing::ToFix
        | Standing::CannotVerify
        | Standing::Clash
        | Standing::ToCheck => false,
    }
}

/// Claims that wait for a lawyer.
fn uncleared(seen: &Seen) -> usize {
    let claims = seen.case.of_kind(Kind::Claim);
    let waits = claims.filter(|(ix, record)| match &record.body {
        Body::Claim(claim) => {
            let cleared = seen
                .stand(Node::Record(*ix))
                .is_some_and(|stand| stand.is_cleared());
            claim.legal.get() == Some(&Legal::Review) && !cleared
        }
        _ => false,
    });
    waits.count()
}
