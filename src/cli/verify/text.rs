//! Findings as plain lines: the quotation, what was found, every difference in words.

use super::{Answer, Ask, Nearest, is_turned};
use crate::cli::Failure;
use crate::cli::out::Out;
use crate::cli::words::{argument, count, safe};
use crate::verify::findings::words;
use crate::verify::{Class, Difference, Finding, Reason};
use std::io::Write;
use std::path::{Path, PathBuf};

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
    let found = answer.source.as_deref().map_or(String::new(), |source| {
        let line = finding
            .line
            .map_or(String::new(), |line| format!(":{line}"));
        let speaker = finding.speaker.as_deref();
        let speaker = speaker.map_or(String::new(), |speaker| format!(", {speaker}"));
        format!("  {source}{line}{speaker}")
    });
    let (weight, plain) = (weight(finding), plainly(ask, finding));
    writeln!(out, "  {class} ({weight}): {plain}{}", safe(&found))?;
    let near = answer.nearest.as_ref();
    if let Some(near) = near.filter(|near| is_near(finding, near)) {
        writeln!(out, "    nearest: {}", safe(&nearest(near)))?;
    }
    for difference in finding.differences.iter().filter(|one| is_of_words(one)) {
        let told = words::difference(difference);
        writeln!(out, "    {}: {}", difference.class.word(), safe(&told))?;
    }
    for warning in &finding.warnings {
        let told = words::alone(warning);
        writeln!(out, "    warning {}: {}", warning.kind.word(), safe(&told))?;
    }
    Ok(())
}

/// How much it weighs; a pass that something beside the words may turn is not told as one.
fn weight(finding: &Finding) -> String {
    let severity = finding.severity.word();
    match finding.reason {
        Some(reason) => format!("{severity}, {}", reason.word()),
        None if is_turned(finding) && severity == "ok" => "ok, but read the warning".to_owned(),
        None => severity.to_owned(),
    }
}

fn plainly(ask: &Ask, finding: &Finding) -> String {
    let plain = finding.class.plainly();
    let mut parts = ask.printed.parts.iter();
    let empty = !parts.any(|part| part.contains(char::is_alphanumeric));
    match finding.reason {
        Some(Reason::TooShort) if empty => format!("{plain}: there are no words in it"),
        Some(reason) => format!("{plain}: {}", reason.plainly()),
        None => plain.to_owned(),
    }
}

/// The most characters of a passage that only comes near.
const MOST: usize = 240;

/// Of a quotation that is not there two or three common words stand near everywhere.
fn is_near(finding: &Finding, near: &Nearest) -> bool {
    finding.class == Class::NotChecked || near.words.split_whitespace().count() > 3
}

fn nearest(near: &Nearest) -> String {
    let words = near.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{} …", &words[..at]),
        None => words,
    };
    format!("“{cut}”  {}:{}", near.source, near.line)
}

/// Page furniture and line ends between the same words are no difference a reader could act on.
fn is_of_words(difference: &Difference) -> bool {
    difference.class != Class::LayoutOnly
}

/// Tells how many came out how, and what that means.
pub fn tell_counts(asks: &[Ask], answers: &[Answer], out: &mut Out) -> Result<(), Failure> {
    let of = |wanted: &dyn Fn(&Finding) -> bool| {
        let findings = answers.iter().map(|answer| &answer.finding);
        findings.filter(|finding| wanted(finding)).count()
    };
    let gone = of(&|finding| finding.class == Class::NotFound);
    let unknown = of(&|finding| finding.class == Class::NotChecked);
    let whole = of(&|finding| finding.class.is_clean());
    let turned = of(&|finding| finding.class.is_clean() && is_turned(finding));
    let changed = answers.len() - whole - gone - unknown;
    let all = count(answers.len(), "quotation", "quotations");
    let clean = whole - turned;
    let but = match turned {
        0 => String::new(),
        n => format!(" {n} so but with a warning,"),
    };
    writeln!(
        out,
        "\n{all}: {clean} as in the texts,{but} {changed} changed, {gone} not found, {unknown} not checked."
    )?;
    let spoken = asks.iter().zip(answers).any(|(ask, answer)| {
        ask.place.is_some() && ask.speaker.is_none() && answer.finding.speaker.is_some()
    });
    if spoken {
        writeln!(
            out,
            "Behind a place stands who says it there; whether the story names the same person is for you to see."
        )?;
    }
    writeln!(
        out,
        "This says what stands in these texts, not whether it is true."
    )?;
    Ok(())
}

/// Tells that a story has no quotation, and how one would be known.
pub fn tell_none(story: &Path, out: &mut Out) -> Result<(), Failure> {
    let story = argument(story);
    writeln!(
        out,
        "No quotation was found in {story}, and nothing was compared: none stands between “…”, \"…\", ‘…’, „…“ or «…»."
    )?;
    Ok(())
}

/// Says which files hold no text: what stands in them was not looked for.
pub fn tell_passed_over(files: &[PathBuf]) {
    let Some(first) = files.first() else {
        return;
    };
    let more = match files.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let first = argument(first);
    // Where stderr is gone there is nobody to tell.
    let _ = writeln!(
        std::io::stderr().lock(),
        "casefile: {first}{more}: no text, and not looked into\n  save a PDF or a word processor's file as plain text, then it is searched too"
    );
}
