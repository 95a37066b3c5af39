//! `diff`: what changed since people ruled, and which rulings fell for it.

use super::args::{Diff, Format};
use super::open::{self, Seen};
use super::out::Out;
use super::show::name;
use super::words::{count, safe};
use super::{Failure, json};
use crate::case::Node;
use crate::ruling::{Because, Entry, Fell, Gone, Ruled, Ruling, Since, Visit, since};
use crate::wording::time;
use jiff::Timestamp;
use jiff::civil;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;

/// Tells it. The exit code is 1 if a ruling fell or lost what it was given for.
pub fn run(args: &Diff, out: &mut Out) -> Result<u8, Failure> {
    let from = args.since.as_deref().map(instant).transpose()?;
    let seen = open::one(&args.case)?;
    let found = since(&seen.case, seen.standings(), None, &Visit::default());
    let gone: Vec<&Gone> = seen
        .standings()
        .gone
        .iter()
        .filter(|gone| gone.ruled.counts)
        .collect();
    let ruled = from.map(|from| ruled_since(&seen, from));
    match args.format {
        Format::Json => as_json(&seen, &found, &gone, ruled.as_deref(), out)?,
        Format::Text => as_text(&seen, &found, &gone, ruled.as_deref(), args, out)?,
    }
    let fell = !found.withdrawn.is_empty() || !gone.is_empty();
    Ok(u8::from(fell))
}

/// A day, from its first minute where the user is; or an instant.
fn instant(text: &str) -> Result<Timestamp, Failure> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at);
    }
    let day = text.parse::<civil::Date>().ok();
    let midnight = day.map(|day| day.to_datetime(civil::Time::midnight()));
    let here = jiff::tz::TimeZone::system();
    midnight
        .and_then(|begin| here.to_timestamp(begin).ok())
        .ok_or_else(|| {
            Failure::new(
                format!("`{text}` is no day"),
                "write it like 2023-12-05, or with a time like 2023-12-05T18:40:00Z",
            )
        })
}

/// What was ruled at or after an instant and not taken back, the earliest first.
fn ruled_since(seen: &Seen, from: Timestamp) -> Vec<&Entry> {
    let all = seen.logs.entries().map(|(_, entry)| entry);
    let mut all: Vec<&Entry> = all
        .filter(|entry| entry.time().is_some_and(|at| at >= from))
        .filter(|entry| entry.ruling.is_some_and(|r| r.matter().is_some()))
        .filter(|entry| !seen.logs.is_undone(entry))
        .collect();
    all.sort_by_key(|entry| (entry.time(), entry.seq));
    all
}

fn as_text(
    seen: &Seen,
    found: &Since,
    gone: &[&Gone],
    since: Option<&[&Entry]>,
    args: &Diff,
    out: &mut Out,
) -> Result<(), Failure> {
    if seen.logs.entries().next().is_none() {
        writeln!(
            out,
            "nobody has ruled on {} yet, so nothing could fall; `casefile rule CASE CLAIM confirmed --by NAME` rules",
            safe(&seen.case.name)
        )?;
        return Ok(());
    }
    for fell in &found.withdrawn {
        tell_fell(seen, fell, out)?;
    }
    if !found.as_asked.is_empty() {
        writeln!(out, "{}", out.bold("changed as asked, to be confirmed"))?;
        for (node, ruled) in &found.as_asked {
            writeln!(out, "  {}", told(seen, *node, ruled))?;
        }
    }
    if !gone.is_empty() {
        writeln!(out, "{}", out.bold("what they were given for is gone"))?;
        for gone in gone {
            let near = gone.nearest.as_ref();
            let near = near.map_or(String::new(), |near| format!("; nearest now: {near}"));
            writeln!(
                out,
                "  {}",
                safe(&format!("{}{near}", in_words(&gone.ruled)))
            )?;
            writeln!(out, "    “{}”", safe(&gone.words))?;
        }
    }
    if let (Some(entries), Some(since)) = (since, &args.since) {
        writeln!(out, "{}", out.bold(&safe(&format!("ruled since {since}"))))?;
        for entry in entries {
            let claim = entry
                .about
                .as_ref()
                .map_or("", |about| about.claim.as_str());
            let word = entry.ruling.map_or("", Ruling::plainly);
            writeln!(
                out,
                "  {}",
                safe(&format!(
                    "{claim}: {word} by {}, {}",
                    entry.by,
                    time(&entry.at)
                ))
            )?;
        }
        if entries.is_empty() {
            writeln!(out, "  nothing")?;
        }
    }
    tell_rest(found, gone, seen, out)
}

fn tell_fell(seen: &Seen, fell: &Fell, out: &mut Out) -> Result<(), Failure> {
    for because in &fell.because {
        writeln!(out, "{}", out.bold(&safe(&part(because))))?;
        writeln!(out, "  was  {}", safe(&or_nothing(&because.was)))?;
        writeln!(out, "  now  {}", safe(&or_nothing(&because.now)))?;
    }
    let rulings = count(fell.rulings.len(), "ruling fell", "rulings fell");
    writeln!(out, "  {rulings} for it:")?;
    for (node, ruled) in &fell.rulings {
        writeln!(out, "    {}", told(seen, *node, ruled))?;
    }
    Ok(())
}

fn part(because: &Because) -> String {
    let what = because.part.words();
    if because.reference.is_empty() {
        format!("{what} changed")
    } else {
        format!("{what} changed: {}", because.reference)
    }
}

fn or_nothing(text: &str) -> String {
    if text.is_empty() {
        "(nothing)".to_owned()
    } else {
        text.to_owned()
    }
}

fn in_words(ruled: &Ruled) -> String {
    let (word, at) = (ruled.ruling.plainly(), time(&ruled.at));
    format!("{word} by {}, {at}", ruled.by)
}

fn told(seen: &Seen, node: Node, ruled: &Ruled) -> String {
    safe(&format!("{}: {}", name(&seen.case, node), in_words(ruled)))
}

fn tell_rest(found: &Since, gone: &[&Gone], seen: &Seen, out: &mut Out) -> Result<(), Failure> {
    let fell: usize = found.withdrawn.iter().map(|fell| fell.rulings.len()).sum();
    let standing = count(found.untouched, "ruling stands", "rulings stand");
    let all = fell + gone.len();
    let fallen = count(all, "fell or is gone", "fell or are gone");
    writeln!(out, "{standing} as given, {fallen}")?;
    let away = seen.standings().not_here();
    if away > 0 {
        let what = count(away, "claim or sentence", "claims or sentences");
        writeln!(
            out,
            "{what} could not be re-checked: a source is not on this machine"
        )?;
    }
    Ok(())
}

fn as_json(
    seen: &Seen,
    found: &Since,
    gone: &[&Gone],
    since: Option<&[&Entry]>,
    out: &mut Out,
) -> Result<(), Failure> {
    let ruling = |claim: &str, ruled: &Ruled| {
        json!({
            "claim": claim, "id": ruled.id, "by": ruled.by, "at": ruled.at,
            "ruling": ruled.ruling.word(),
        })
    };
    let rulings = |all: &[(Node, Ruled)]| -> Vec<Value> {
        all.iter()
            .map(|(node, ruled)| ruling(&name(&seen.case, *node), ruled))
            .collect()
    };
    for fell in &found.withdrawn {
        json::line(
            out,
            &json!({"because": fell.because, "fell": rulings(&fell.rulings)}),
        )?;
    }
    if !found.as_asked.is_empty() {
        json::line(out, &json!({"as_asked": rulings(&found.as_asked)}))?;
    }
    for gone in gone {
        let mut line = ruling(&gone.about.claim, &gone.ruled);
        line["words"] = gone.words.as_str().into();
        line["nearest"] = gone.nearest.clone().into();
        json::line(out, &json!({ "gone": line }))?;
    }
    for entry in since.unwrap_or_default() {
        json::line(out, &json!({"ruled": entry.to_json()}))?;
    }
    let fallen: BTreeSet<&str> = found
        .withdrawn
        .iter()
        .flat_map(|f| &f.rulings)
        .map(|(_, r)| r.id.as_str())
        .collect();
    let summary = json!({
        "standing": found.untouched, "fell": fallen.len(), "as_asked": found.as_asked.len(),
        "gone": gone.len(), "not_here": seen.standings().not_here(),
    });
    json::line(out, &json!({ "summary": summary }))
}
