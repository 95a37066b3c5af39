//! What is wrong with the numbers and dates of a case, as problems at their places.

use super::also::old_forms;
use super::claim;
use super::judged::{Judged, Tested};
use super::outcome::Outcome;
use super::sentence::sentence;
use crate::case::{Body, Case, Code, Kind, Problem, Record, Severity};
use rayon::prelude::*;

/// Every problem of numbers and dates: of claims and of the draft's sentences.
pub fn problems(case: &Case) -> Vec<Problem> {
    let claims: Vec<&Record> = case
        .of_kind(Kind::Claim)
        .map(|(_, record)| record)
        .collect();
    let claims = claims
        .par_iter()
        .flat_map_iter(|record| of_claim(record, case));
    let mut all: Vec<Problem> = claims.collect();
    if let Some(draft) = &case.draft {
        let language = draft.language;
        let sentences = draft.sentences.par_iter().flat_map_iter(|line| {
            let judged = sentence(case, draft, line, language);
            judged
                .into_iter()
                .filter_map(|judged| problem(&judged, None))
        });
        all.extend(sentences.collect::<Vec<Problem>>());
        for old in old_forms(case, draft, language) {
            let claim = &case.at(old.claim).id.value;
            all.push(Problem {
                code: Code::STILL_PRINTS,
                severity: Severity::Warning,
                file: old.also.file,
                span: old.also.at,
                id: None,
                message: format!(
                    "\u{201c}{}\u{201d} stands here, but for `{claim}` it is {}: is this a number from before a change?",
                    old.also.words, old.now
                ),
                help: Some(format!("print the number of `{claim}` here too and cite it, [@{claim}]; if something else is meant, say what it stands on")),
                also: None,
            });
        }
    }
    all
}

fn of_claim(record: &Record, case: &Case) -> Vec<Problem> {
    let Body::Claim(body) = &record.body else {
        return vec![];
    };
    let judged = claim::claim(case, body).into_iter().map(|judged| Judged {
        file: record.file,
        ..judged
    });
    judged
        .filter_map(|judged| problem(&judged, Some(&record.id.value)))
        .collect()
}

/// The problem that a judgement is, if it is one.
fn problem(judged: &Judged, id: Option<&str>) -> Option<Problem> {
    let (code, severity, help) = match judged.outcome {
        Outcome::Wrong => (
            Code::WRONG_FIGURE,
            Severity::Error,
            "compare the story with the source; correct the one that is wrong",
        ),
        Outcome::UnitMismatch => (
            Code::OTHER_UNIT,
            Severity::Error,
            "print the source's unit, or turn the number into yours and say by what rate",
        ),
        Outcome::HedgeDropped => (
            Code::HEDGE_DROPPED,
            Severity::Warning,
            "print the source's own hedge, or no more than the source knows",
        ),
        Outcome::Overstated => (
            Code::OVERSTATED,
            Severity::Warning,
            "print the number itself, or a word that fits it",
        ),
        Outcome::Consistent
        | Outcome::InsideRange
        | Outcome::RoundedWithoutHedge
        | Outcome::NotComparable
        | Outcome::HedgeShifted
        | Outcome::Understated
        | Outcome::Stretched => return None,
    };
    let what = match judged.tested {
        Tested::Number => "number",
        Tested::Date => "date",
    };
    let printed = if judged.printed.is_empty() {
        "the number"
    } else {
        &judged.printed
    };
    let note = judged
        .note
        .as_ref()
        .map_or(String::new(), |note| format!(" ({note})"));
    Some(Problem {
        code,
        severity,
        file: judged.file,
        span: judged.at.clone(),
        id: id.map(str::to_owned),
        message: format!(
            "{}: the {what} \u{201c}{printed}\u{201d} against {} ({}): {}{note}",
            judged.outcome.word(),
            judged.from,
            judged.source,
            judged.rule
        ),
        help: Some(help.to_owned()),
        also: None,
    })
}
