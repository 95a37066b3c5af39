//! Letters to those whom the story accuses: each allegation as it stands now, beside the words in which it was put before.

use super::Redaction;
use super::replies::{self, AllegationRow};
use crate::case::{Case, Choice, Date, Role, When, Who};
use crate::ruling::{Allegation, Reply};
use crate::text::Shown;
use jiff::civil;
use std::collections::HashSet;

/// The letters, one to each party, in the order in which the parties are accused; `to` is a party's id or name.
///
/// # Errors
/// If nobody of that name is accused; those who are.
pub fn letters(
    case: &Case,
    hide: &Redaction,
    to: Option<&str>,
    today: civil::Date,
) -> Result<String, Vec<String>> {
    // A letter says nothing of lawyers.
    let rows = replies::rows(case, hide, &HashSet::new());
    let mut parties: Vec<&Who> = vec![];
    for (allegation, _) in &rows {
        if !parties.contains(&&allegation.against) {
            parties.push(&allegation.against);
        }
    }
    let known: Vec<String> = parties.iter().map(|who| who.as_str().to_owned()).collect();
    if let Some(to) = to {
        let named = |who: &&&Who| {
            who.as_str() == to || case.party_name(who).to_lowercase() == to.to_lowercase()
        };
        let found = parties.iter().find(named).copied();
        parties = vec![found.ok_or(known)?];
    }
    let told = parties.into_iter().map(|who| {
        let mine: Vec<_> = rows.iter().filter(|(a, _)| &a.against == who).collect();
        letter(case, hide, who, &mine, today)
    });
    Ok(told.collect::<Vec<String>>().join("\x0c\n"))
}

fn letter(
    case: &Case,
    hide: &Redaction,
    to: &Who,
    rows: &[&(Allegation, AllegationRow)],
    today: civil::Date,
) -> String {
    let name = hide.cover(case.party_name(to));
    let title = hide.cover(case.head.title.get().unwrap_or(&case.name));
    let mut text = format!(
        "To: {name}\nDate: {}\nSubject: {title}\n\nWe are preparing a story for publication. It says the following about {name}.\nPlease answer each point, and tell us of anything in it that is wrong.\n",
        spoken(today)
    );
    for (n, (allegation, row)) in (1..).zip(rows) {
        text.push_str(&point(n, allegation.state, row));
    }
    text.push_str(&format!(
        "\n{}\n\n{}\n",
        deadline(case, rows, today),
        signed(case, hide)
    ));
    text
}

fn point(n: usize, state: Reply, row: &AllegationRow) -> String {
    let mut text = format!("\n{n}. {}\n", row.now);
    let put = row.put.as_ref().map_or(String::new(), Shown::plain);
    let before = match state {
        Reply::NotPut => String::new(),
        Reply::OtherWords => format!("We put this to you before in other words: “{put}”"),
        Reply::WordsOpen => "We put this to you before.".to_owned(),
        Reply::NoAnswer => "We put this to you before and have no answer yet.".to_owned(),
        Reply::NotPrinted | Reply::Printed => {
            "We put this to you before and have your answer; please say if it still holds."
                .to_owned()
        }
    };
    let tries = row.tried_openly.join("; ");
    match (before.is_empty(), tries.is_empty()) {
        (true, _) => {}
        (false, true) => text.push_str(&format!("   {before}\n")),
        (false, false) => text.push_str(&format!("   {before} ({tries})\n")),
    }
    text
}

/// When an answer is asked for: the latest deadline on file that is still to come, else the hours that the house gives.
fn deadline(case: &Case, rows: &[&(Allegation, AllegationRow)], today: civil::Date) -> String {
    let contacts = rows.iter().filter_map(|(allegation, _)| allegation.contact);
    let contacts = contacts.filter_map(|ix| replies::contact_at(case, ix)?.deadline.get());
    let last = |when: &&When| when.to.or(when.from).map(Date::last_day);
    let latest = contacts
        .filter(|when| last(when) >= Some(today))
        .max_by_key(last);
    if let Some(when) = latest {
        return format!("We ask for your answer by {}.", When::spoken(when));
    }
    match case
        .policy
        .before_publication
        .get()
        .and_then(|house| house.hours.get())
    {
        Some(hours) => format!("We ask for your answer within {hours} hours of this letter."),
        None => "We ask for your answer by TK.".to_owned(),
    }
}

/// The authors' names.
fn signed(case: &Case, hide: &Redaction) -> String {
    let members = case.head.team.get().map_or(&[][..], |team| &team.members);
    let authors = members.iter().filter(|(_, member)| {
        member
            .role
            .get()
            .is_some_and(|role| role.word() == Role::Author.word())
    });
    let names: Vec<String> = authors
        .map(|(short, member)| {
            hide.cover(member.name.get().unwrap_or(&short.value))
                .plain()
        })
        .collect();
    if names.is_empty() {
        "TK (who signs)".to_owned()
    } else {
        names.join(", ")
    }
}

/// A day as letters write it.
fn spoken(day: civil::Date) -> String {
    let date = Date {
        year: day.year(),
        month: Some(day.month().unsigned_abs()),
        day: Some(day.day().unsigned_abs()),
    };
    date.spoken()
}
