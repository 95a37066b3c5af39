//! The account as the sheet newsrooms keep: a line for each sentence, or for each claim under it.

use super::Account;
use super::account::{ClaimRow, Finding, Row, RulingRow};
use super::cell;
use super::note::Note;
use crate::ruling::Reply;
use crate::text::Shown;

/// The columns.
const COLUMNS: [&str; 11] = [
    "line", "sentence", "kind", "source", "locator", "finding", "ruling", "by", "on", "reply",
    "note",
];

/// The sheet as CSV (RFC 4180). No cell can become a formula.
pub fn sheet(account: &Account) -> String {
    let mut rows: Vec<Vec<String>> = vec![COLUMNS.map(str::to_owned).to_vec()];
    for row in account.rows.iter().filter(|row| row.sign.is_some()) {
        if row.notes.is_empty() {
            rows.push(line(row, None));
        }
        rows.extend(row.notes.iter().map(|note| line(row, Some(note))));
    }
    cell::written(&rows)
}

/// What the sheet itself may say in its last two columns, piece by piece, now or before an answer had come so far: so
/// that what was added to a sheet that comes back can be told from it.
pub fn remarks_of(account: &Account) -> Vec<String> {
    let mut all = vec![];
    for row in &account.rows {
        let claims = row.claims.iter().map(Some).chain([None]);
        all.extend(claims.flat_map(|claim| remarks(row, &rulings(row, claim))));
    }
    for row in &account.allegations {
        all.extend(
            Reply::ALL
                .iter()
                .map(|state| format!("{}: {}", row.against, state.words())),
        );
    }
    all.retain(|remark| !remark.is_empty());
    all.sort();
    all.dedup();
    all
}

fn line(row: &Row, note: Option<&Note>) -> Vec<String> {
    let claim = note.and_then(|note| row.claims.iter().find(|c| c.notes.contains(&note.n)));
    let (source, locator) = note.map_or((String::new(), String::new()), place);
    let rulings = rulings(row, claim);
    let told = |tell: fn(&RulingRow) -> String| {
        let all: Vec<String> = rulings.iter().map(|ruling| tell(ruling)).collect();
        all.join("; ")
    };
    vec![
        row.line.to_string(),
        row.words.plain(),
        note.map_or(row.kind, |note| note.kind).to_owned(),
        source,
        locator,
        finding(row, claim, note),
        told(|ruling| match ruling.data.counts {
            true => ruling.data.ruling.to_owned(),
            false => format!("{} (does not count now)", ruling.data.ruling),
        }),
        told(|ruling| ruling.data.by.plain()),
        told(|ruling| ruling.data.on.clone()),
        row.reply.clone().unwrap_or_default(),
        remarks(row, &rulings).join("; "),
    ]
}

/// Where the words stand: the source and the place in it.
fn place(note: &Note) -> (String, String) {
    let named = note
        .places
        .first()
        .map_or(&note.of, |place| &place.source)
        .as_str();
    let (id, locator) = named.split_once('#').unwrap_or((named, ""));
    let title = note.places.first().map(|place| place.title.as_str());
    let title = title.map_or(id.to_owned(), |title| format!("{id}: {title}"));
    (title, locator.to_owned())
}

/// What people ruled on the sentence and on the claim: two who differ are two rulings, and both are told.
fn rulings<'a>(row: &'a Row, claim: Option<&'a ClaimRow>) -> Vec<&'a RulingRow> {
    let of_claim = claim.map_or(&[][..], |claim| &claim.rulings);
    row.rulings.iter().chain(of_claim).collect()
}

/// What the machine finds in the sentence, the claim and the evidence, in words.
fn finding(row: &Row, claim: Option<&ClaimRow>, note: Option<&Note>) -> String {
    let of_claim = claim.map_or(&[][..], |claim| &claim.findings);
    let of_note = note.map_or(&[][..], |note| &note.findings);
    let all = row.findings.iter().chain(of_claim).chain(of_note);
    let mut told: Vec<&str> = all.map(|f: &Finding| f.data.class).collect();
    if note.is_some_and(|note| note.held_back) {
        told.push("held back");
    }
    told.dedup();
    told.join("; ")
}

fn remarks(row: &Row, rulings: &[&RulingRow]) -> Vec<String> {
    let mut all: Vec<String> = row.hint.iter().cloned().collect();
    all.extend(
        row.sign
            .filter(|sign| sign.word == "TK")
            .map(|_| "still to come".to_owned()),
    );
    let why = rulings
        .iter()
        .flat_map(|r| [&r.data.why, &r.data.fix])
        .flatten();
    all.extend(why.map(Shown::plain));
    all.extend(row.remarks.iter().map(|r| format!("{}: {}", r.by, r.words)));
    all
}
