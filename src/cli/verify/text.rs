//! Findings as plain lines: the quotation, what was found, every difference in words.

use super::{Answer, Ask};
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::{argument, count, safe};
use crate::verify::{Class, Difference};
use std::io::Write;
use std::path::PathBuf;

/// Tells one.
pub fn tell(ask: &Ask, answer: &Answer, out: &mut Out) -> Result<(), Failure> {
    let finding = &answer.finding;
    let place = match &ask.place {
        Some((path, line)) => format!("{path}:{line}"),
        None => match &ask.id {
            serde_json::Value::String(id) => id.clone(),
            id => id.to_string(),
        },
    };
    let words = ask.printed.parts.join("” … “");
    writeln!(out, "{}  “{}”", safe(&place), safe(&words))?;
    let class = out.bold(finding.class.word());
    let severity = finding.severity.word();
    let reason = finding
        .reason
        .map_or(String::new(), |r| format!(", {}", r.word()));
    let found = answer.source.as_deref().map_or(String::new(), |source| {
        let line = finding
            .line
            .map_or(String::new(), |line| format!(":{line}"));
        let speaker = finding.speaker.as_deref();
        let speaker = speaker.map_or(String::new(), |speaker| format!(", {speaker}"));
        format!("  {source}{line}{speaker}")
    });
    let plain = finding.class.plainly();
    writeln!(
        out,
        "  {class} ({severity}{reason}): {plain}{}",
        safe(&found)
    )?;
    for difference in &finding.differences {
        writeln!(out, "    {}", safe(&in_words(difference)))?;
    }
    for warning in &finding.warnings {
        let words = if warning.words.is_empty() {
            String::new()
        } else {
            format!(": “{}”", warning.words)
        };
        let text = format!("{}: {}{words}", warning.kind.word(), warning.kind.plainly());
        writeln!(out, "    warning {}", safe(&text))?;
    }
    Ok(())
}

fn in_words(difference: &Difference) -> String {
    let class = difference.class.word();
    match (difference.printed.as_str(), difference.source.as_str()) {
        ("", source) => format!("{class}: “{source}” is only in the source"),
        (printed, "") => format!("{class}: “{printed}” is only in the quotation"),
        (printed, source) => format!("{class}: printed “{printed}”, source “{source}”"),
    }
}

/// How many files that hold no text are told by name.
const MOST_NAMED: usize = 5;

/// Tells which files were not looked in, on stderr: what was not found may stand there.
pub fn tell_unread(unread: &[PathBuf]) {
    if unread.is_empty() {
        return;
    }
    let files = count(unread.len(), "file holds", "files hold");
    let named = unread.iter().take(MOST_NAMED);
    let mut named: Vec<String> = named.map(|path| argument(path)).collect();
    if unread.len() > MOST_NAMED {
        named.push("…".to_owned());
    }
    let what = format!(
        "{files} no text and could not be looked in: {}",
        named.join(", ")
    );
    let help = "take the text out first (for a PDF with `pdftotext -layout`), then look in that";
    Failure::new(what, help).tell();
}

/// Tells how many came out how, and what that means.
pub fn tell_counts(answers: &[Answer], out: &mut Out) -> Result<(), Failure> {
    let mut clean = 0;
    let mut gone = 0;
    let mut unknown = 0;
    for answer in answers {
        match answer.finding.class {
            Class::NotFound => gone += 1,
            Class::NotChecked => unknown += 1,
            class if class.is_clean() => clean += 1,
            _ => {}
        }
    }
    let changed = answers.len() - clean - gone - unknown;
    let all = count(answers.len(), "quotation", "quotations");
    writeln!(
        out,
        "\n{all}: {clean} as in the texts, {changed} changed, {gone} not found, {unknown} not checked."
    )?;
    writeln!(
        out,
        "This says what stands in these texts, not whether it is true."
    )?;
    Ok(())
}
