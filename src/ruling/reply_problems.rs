//! What is missing before people whom the story accuses have had their say.

use super::replies::{Reply, allegations, is_answered};
use crate::case::records::{Contact, Try};
use crate::case::{Body, Case, Code, Problem, RecordIx, Severity, Sp, When};

/// What is wrong with the allegations of a case and the replies to them.
pub fn reply_problems(case: &Case) -> Vec<Problem> {
    let mut all = vec![];
    let mut accused: Vec<RecordIx> = vec![];
    for allegation in allegations(case) {
        let party = case.party_name(&allegation.against);
        let id = &case.at(allegation.claim).id.value;
        let at_claim = place_of_id(case, allegation.claim);
        let at_contact = allegation.contact.map(|ix| place_of_id(case, ix));
        accused.extend(allegation.contact);
        let (code, severity, message, help) = match allegation.state {
            Reply::NotPut => (
                Code::NOT_PUT,
                Severity::Warning,
                format!("{id} criticises {party}, and no contact puts it to them"),
                "ask the author first; then add a contact with the words that were put",
            ),
            Reply::OtherWords => (
                Code::OTHER_WORDS,
                Severity::Warning,
                format!("{id} was put to {party} in other words than it has now"),
                "put it to them again in the words that are printed",
            ),
            Reply::WordsOpen => (
                Code::WORDS_OPEN,
                Severity::Note,
                format!("the words in which {id} was put to {party} are not on file"),
                "write the words as they were sent under `put:`",
            ),
            Reply::NotPrinted => (
                Code::NOT_PRINTED,
                Severity::Note,
                format!("{party} answered to {id}, and nothing prints the answer"),
                "print it, and name the claim or quotation under `printed:`",
            ),
            Reply::NoAnswer | Reply::Printed => continue,
        };
        let at = match allegation.state {
            Reply::NotPut => at_claim,
            _ => at_contact.unwrap_or(at_claim),
        };
        all.push(Problem {
            code,
            severity,
            file: at.0,
            span: at.1,
            id: Some(at.2),
            message,
            help: Some(help.to_owned()),
            also: None,
        });
    }
    accused.sort_unstable();
    accused.dedup();
    for ix in accused {
        if let Body::Contact(contact) = &case.at(ix).body {
            all.extend(house(case, ix, contact));
        }
    }
    all
}

/// A record's file, the bytes of its id, and the id.
type Place = (crate::case::FileIx, std::ops::Range<usize>, String);

fn place_of_id(case: &Case, ix: RecordIx) -> Place {
    let record = case.at(ix);
    let at = record.id.at as usize;
    let id = record.id.value.clone();
    (record.file, at..at + id.len(), id)
}

/// What the house expects of a contact and is not there.
fn house(case: &Case, ix: RecordIx, contact: &Contact) -> Vec<Problem> {
    let mut all = vec![];
    let Some(expected) = case.policy.before_publication.get() else {
        return all;
    };
    let tries = contact.tries.items();
    let mut tell = |code, message, help: &str| {
        let (file, span, id) = place_of_id(case, ix);
        all.push(Problem {
            code,
            severity: Severity::Warning,
            file,
            span,
            id: Some(id),
            message,
            help: Some(help.to_owned()),
            also: None,
        });
    };
    if let Some(wanted) = expected.tries.get().copied() {
        let made = u32::try_from(tries.len()).unwrap_or(u32::MAX);
        // Whoever answered has not to be tried again.
        if made < wanted && !is_answered(contact) {
            let message = format!("{made} of {wanted} tries that the house expects are on file");
            tell(
                Code::FEW_TRIES,
                message,
                "try again, and write it under `tries:`",
            );
        }
    }
    if let (Some(wanted), Some(most)) = (expected.hours.get(), hours(contact)) {
        if most < i64::from(*wanted) {
            let message =
                format!("there were at most {most} hours to answer; the house expects {wanted}");
            tell(
                Code::LITTLE_TIME,
                message,
                "give them longer, or say in the story how long they had",
            );
        }
    }
    all
}

/// The most hours there can have been between the first try and the end of the deadline's day; none if either is not
/// known.
fn hours(contact: &Contact) -> Option<i64> {
    let end = contact.deadline.get()?.to?.last_day();
    let first = |one: &Sp<Try>| Some(one.value.at.get()?.from?.first_day());
    let begin = contact.tries.items().iter().filter_map(first).min()?;
    let days = begin.until(end).ok()?.get_days();
    Some((i64::from(days) + 1) * 24).filter(|_| is_whole(contact.deadline.get()))
}

/// True for a date that names its day.
fn is_whole(when: Option<&When>) -> bool {
    when.and_then(|when| when.to)
        .is_some_and(|date| date.day.is_some())
}

#[cfg(test)]
mod tests {
    use super::reply_problems;
    use crate::case::{Input, InputRole, read};

    const CASE: &str = "format: casefile/1\ncase: c\nparties:\n  p: {name: P}\n  q: {name: Q}\n  r: {name: R}\nsources:\n  s: {kind: report}\nclaims:\n  c-a: {says: They did it., evidence: [s], criticises: [p, q, r]}\ncontacts:\n  k-q: {to: q, put: {c-a: They were there.}, tries: [{at: 2023-12-01}], deadline: 2023-12-01}\n  k-r: {to: r, put: {c-a: They did it.}, outcome: answered, tries: [{at: 2023-12-01}, {at: 2023-12-02}, {at: 2023-12-03}]}\n";
    const POLICY: &str = "before_publication: {tries: 3, hours: 48}\n";

    #[test]
    fn each_gap_before_publication_is_told_with_what_to_do() {
        let input = |path: &str, text: &str, role| Input {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
            role,
        };
        let inputs = vec![
            input("case.yaml", CASE, InputRole::Case),
            input("policy.yaml", POLICY, InputRole::Policy),
        ];
        let (case, faults) = read("c", inputs);
        assert!(faults.is_empty(), "{faults:?}");
        let told: Vec<String> = reply_problems(&case)
            .iter()
            .map(|p| format!("{} {}", p.code, p.id.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(
            told,
            [
                "CF800 c-a",
                "CF801 k-q",
                "CF803 k-r",
                "CF804 k-q",
                "CF805 k-q"
            ]
        );
        for problem in reply_problems(&case) {
            assert!(problem.code.explanation().is_some() && problem.help.is_some());
        }
    }
}
