//! Call sheets for those whom the story quotes: what it says by them, to be gone through on the telephone.

use super::Redaction;
use crate::case::records::Party;
use crate::case::{Body, Case, Kind, Node, RecordIx, Ref, Who};
use crate::text::Shown;

/// A line to write on.
const BLANK: &str = "______________________________";

/// The call sheets, one for each person or body that speaks in a quotation; `who` is a party's id or name.
///
/// # Errors
/// If nobody of that name speaks in the case; those who do.
pub fn calls(case: &Case, hide: &Redaction, who: Option<&str>) -> Result<String, Vec<String>> {
    let mut speakers: Vec<&Who> = vec![];
    for (ix, record) in case.of_kind(Kind::Quote) {
        let Body::Quote(quote) = &record.body else {
            continue;
        };
        if let Some(speaker) = quote.who.get()
            && !hide.hides(ix)
            && !hidden(case, hide, speaker)
            && !is_source(case, speaker)
            && !speakers.contains(&speaker)
        {
            speakers.push(speaker);
        }
    }
    if let Some(who) = who {
        let named = |s: &&&Who| {
            s.as_str() == who || case.party_name(s).to_lowercase() == who.to_lowercase()
        };
        let known = || {
            speakers
                .iter()
                .map(|s| s.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        let found = speakers.iter().find(named).copied();
        speakers = vec![found.ok_or_else(known)?];
    }
    let told: Vec<String> = speakers.into_iter().map(|s| sheet(case, hide, s)).collect();
    Ok(told.join("\x0c\n"))
}

fn hidden(case: &Case, hide: &Redaction, who: &Who) -> bool {
    let party = who.id().and_then(|id| case.find(id));
    party.is_some_and(|ix| hide.hides(ix))
}

/// A document's own words have nobody to be rung.
fn is_source(case: &Case, who: &Who) -> bool {
    let record = who.id().and_then(|id| case.record(id));
    record.is_some_and(|record| record.kind() == Kind::Source)
}

fn sheet(case: &Case, hide: &Redaction, who: &Who) -> String {
    let name = hide.cover(case.party_name(who));
    let title = hide.cover(case.head.title.get().unwrap_or(&case.name));
    let mut text = format!(
        "CALL SHEET  {name}\nstory       {title}\n\ncalled by {BLANK}  on {BLANK}\nterms     {BLANK}\n\nDo not read quotations aloud: ask for the facts behind them.\n\n"
    );
    for (label, value) in details(case, hide, who) {
        text.push_str(&format!("[ ] {label:<10} {value}\n"));
    }
    for (n, point) in (1..).zip(points(case, hide, who)) {
        text.push_str(&format!(
            "\n{n}. {point}   [ ] right   [ ] wrong   [ ] not asked\n   said {BLANK}{BLANK}\n"
        ));
    }
    text
}

/// How the person is named and described: the commonest mistake in print.
fn details(case: &Case, hide: &Redaction, who: &Who) -> Vec<(&'static str, Shown)> {
    let mut all = vec![("name", hide.cover(case.party_name(who)))];
    let Some(party) = party(case, who) else {
        return all;
    };
    all.extend(party.role.get().map(|role| ("role", hide.cover(role))));
    all.extend(
        party
            .of
            .get()
            .map(|of| ("of", hide.cover(case.party_name(of)))),
    );
    all.extend(
        party
            .country
            .get()
            .map(|country| ("country", hide.cover(country))),
    );
    all
}

fn party<'a>(case: &'a Case, who: &Who) -> Option<&'a Party> {
    match &case.record(who.id()?)?.body {
        Body::Party(party) => Some(party),
        _ => None,
    }
}

/// What the story says by a speaker: each sentence once, else the quotation that no sentence uses yet.
fn points(case: &Case, hide: &Redaction, who: &Who) -> Vec<String> {
    let mut points = vec![];
    let mut told: Vec<u32> = vec![];
    for (ix, record) in case.iter() {
        let (speaker, source) = match &record.body {
            Body::Quote(quote) => (quote.who.get(), quote.source.get()),
            Body::Source(source) => (source.who.get(), None),
            Body::Casualty(casualty) => (casualty.counted_by.get(), casualty.source.get()),
            _ => continue,
        };
        if speaker != Some(who) || hide.hides(ix) {
            continue;
        }
        let sentences = sentences_on(case, ix);
        let from = source.map_or(String::new(), |source| {
            format!("   from {}\n", hide.cover(&told_source(case, source)))
        });
        let record_words = hide.cover(&case.title(ix));
        if sentences.is_empty() && record.kind() == Kind::Quote {
            points.push(format!("not in the draft yet\n   {record_words}\n{from}"));
        }
        for at in sentences
            .into_iter()
            .filter(|at| !told.contains(at))
            .collect::<Vec<_>>()
        {
            told.push(at);
            let Some(sentence) = sentence(case, at) else {
                continue;
            };
            let words = crate::text::safe::shown(&sentence.words);
            let rests = if record.kind() == Kind::Source {
                String::new()
            } else {
                format!("   {}: {record_words}\n", record.kind().singular())
            };
            points.push(format!("line {}\n   {words}\n{rests}{from}", sentence.line));
        }
    }
    points
}

fn sentence(case: &Case, at: u32) -> Option<&crate::case::Sentence> {
    case.draft.as_ref()?.sentences.get(at as usize)
}

fn told_source(case: &Case, source: &Ref) -> String {
    let title = case
        .find(&source.id)
        .map_or(String::new(), |ix| case.title(ix));
    format!("{source}, {title}")
}

/// The sentences that stand on a record, by themselves or by a claim.
fn sentences_on(case: &Case, ix: RecordIx) -> Vec<u32> {
    let mut all = vec![];
    for link in case.links.cited_by(ix) {
        match link.from {
            Node::Sentence(at) => all.push(at),
            Node::Record(claim) if case.at(claim).kind() == Kind::Claim => {
                all.extend(
                    case.links
                        .cited_by(claim)
                        .filter_map(|link| match link.from {
                            Node::Sentence(at) => Some(at),
                            Node::Record(_) => None,
                        }),
                );
            }
            Node::Record(_) => {}
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}
