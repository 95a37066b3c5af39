//! Records described in one line, where no single field does it.

pub use super::decimal::grouped;
use super::records::{Casualty, Contact, Count, Figure, Permit, Request, Source};
use super::{Amount, Case, Choice, Field, Hedge, Money, Who};

fn who(case: &Case, field: &Field<Who>, otherwise: &str) -> String {
    field
        .get()
        .map_or(otherwise, |who| case.party_name(who))
        .to_owned()
}

/// What stands for a value in a line: the value, or the word that says why it is open.
fn or_open<T>(field: &Field<T>, tell: impl Fn(&T) -> String) -> Option<String> {
    match field {
        Field::Given(sp) => Some(tell(&sp.value)),
        Field::Open(sp) => Some(sp.value.word().to_owned()),
        Field::Absent | Field::Faulty(_) => None,
    }
}

/// An amount with its thousands set apart: `960,000`, `20–60`.
pub fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Number(n) => grouped(&n.to_string()),
        Amount::Range(range) => {
            let limits = (range.min.or(range.best), range.max.or(range.best));
            match limits {
                (Some(min), Some(max)) if min == max => grouped(&min.to_string()),
                (Some(min), Some(max)) => {
                    format!(
                        "{}–{}",
                        grouped(&min.to_string()),
                        grouped(&max.to_string())
                    )
                }
                (Some(min), None) => format!("{} or more", grouped(&min.to_string())),
                (None, Some(max)) => format!("up to {}", grouped(&max.to_string())),
                (None, None) => "no number".to_owned(),
            }
        }
    }
}

/// Money: `960,000 CAD`.
pub fn money(value: &Money) -> String {
    let sum = or_open(&value.amount, amount).unwrap_or_else(|| "no amount".to_owned());
    match value.currency.get() {
        Some(currency) => format!("{sum} {currency}"),
        None => sum,
    }
}

/// A hedge before a number: `nearly `; nothing for an exact number.
fn hedged(how: &Field<Hedge>) -> String {
    match how.get() {
        None | Some(Hedge::Exactly) => String::new(),
        Some(hedge) => format!("{} ", hedge.word().replace('-', " ")),
    }
}

pub(super) fn source(case: &Case, source: &Source) -> String {
    let kind = source.kind.get().map_or("source", |kind| kind.word());
    match source.who.get().or_else(|| source.publisher.get()) {
        Some(party) => format!("{kind}: {}", case.party_name(party)),
        None => kind.to_owned(),
    }
}

pub(super) fn permit(case: &Case, permit: &Permit) -> String {
    let mut parts = vec![];
    parts.extend(permit.stage.get().map(|stage| stage.word().to_owned()));
    parts.extend(or_open(&permit.value, money));
    parts.extend(permit.destination.get().map(|to| format!("to {to}")));
    if let Some(valid) = permit.valid.get() {
        parts.extend(
            valid
                .from
                .get()
                .map(|from| format!("from {}", from.spoken())),
        );
    }
    parts.extend(
        permit
            .holder
            .given()
            .map(|w| format!("holder {}", case.party_name(&w.value))),
    );
    parts.join(", ")
}

pub(super) fn request(case: &Case, request: &Request) -> String {
    let outcome = request.outcome.get().map_or("", |outcome| outcome.word());
    let by = who(case, &request.by, "somebody");
    let to = who(case, &request.to, "a public body");
    format!("{by} to {to}: {outcome}")
        .trim_end_matches([':', ' '])
        .to_owned()
}

pub(super) fn casualty(casualty: &Casualty) -> String {
    let mut parts: Vec<String> = Count::ALL
        .into_iter()
        .filter_map(|which| {
            let count = casualty.count(which);
            let how = hedged(&casualty.how);
            // "hundreds injured": if there is only a word, it stands for the number.
            if matches!(count, Field::Open(_)) && !how.is_empty() {
                return Some(format!("{how}{}", which.word()));
            }
            let told = or_open(count, amount)?;
            Some(format!("{how}{told} {}", which.word()))
        })
        .collect();
    if parts.is_empty() {
        parts.push(hedged(&casualty.how).trim_end().to_owned());
    }
    parts.extend(casualty.period.get().map(super::When::spoken));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

pub(super) fn figure(figure: &Figure) -> String {
    let what = figure.what.get().map_or("a figure", String::as_str);
    let unit = figure
        .unit
        .get()
        .map_or(String::new(), |unit| match unit.as_str() {
            "%" => " %".to_owned(),
            unit => format!(" {unit}"),
        });
    match or_open(&figure.value, amount) {
        Some(value) => format!("{}{value}{unit}: {what}", hedged(&figure.how)),
        None => format!("{}{what}", hedged(&figure.how)),
    }
}

/// What came of asking somebody, in words; none where nothing is on file.
pub fn outcome(contact: &Contact) -> Option<String> {
    or_open(&contact.outcome, |outcome| outcome.word().replace('-', " "))
}

pub(super) fn contact(case: &Case, contact: &Contact) -> String {
    let tries = contact.tries.items().len();
    let outcome = outcome(contact).unwrap_or_else(|| "no outcome".to_owned());
    let times = if tries == 1 { "try" } else { "tries" };
    format!(
        "{}: {tries} {times}, {outcome}",
        who(case, &contact.to, "somebody")
    )
}
