//! Which quotations are asked about: one, those of a list, or every one of a story.

use crate::cli::Failure;
use crate::cli::args::Verify;
use crate::cli::words::argument;
use crate::disk::texts::text;
use crate::verify::story::quotations;
use crate::verify::{Kind, Printed};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A quotation to be looked for.
pub struct Ask {
    /// As it came; a number where nobody gave one.
    pub id: Value,
    /// As it came: a text or its parts.
    pub quote: Value,
    /// Its words.
    pub printed: Printed,
    /// The one text to look in; all of them if none is named.
    pub source: Option<PathBuf>,
    /// What kind of text that is, where it was said.
    pub kind: Option<Kind>,
    /// Who should be speaking.
    pub speaker: Option<String>,
    /// Where it stands in a story: the path and the line.
    pub place: Option<(String, usize)>,
}

/// Reads what is asked.
pub fn asks(args: &Verify) -> Result<Vec<Ask>, Failure> {
    if let Some(path) = &args.quotes {
        return listed(path);
    }
    if let Some(path) = &args.story {
        return of_story(path);
    }
    let one = |(number, quote): (usize, &String)| Ask {
        id: (number + 1).into(),
        quote: quote.as_str().into(),
        printed: Printed::from(quote.as_str()),
        source: None,
        kind: None,
        speaker: args.speaker.clone(),
        place: None,
    };
    Ok(args.quote.iter().enumerate().map(one).collect())
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    quote: Value,
    #[serde(rename = "in")]
    source: Option<PathBuf>,
    kind: Option<String>,
    speaker: Option<String>,
}

/// One quotation a line.
fn listed(path: &Path) -> Result<Vec<Ask>, Failure> {
    let list = read(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut all = vec![];
    for (number, line) in (1..).zip(list.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let bad = |why: String| {
            Failure::new(
                format!("{}:{number}: {why}", argument(path)),
                r#"a line is {"id": 1, "quote": "…"} or {"id": 1, "quote": ["…", "…"], "in": "interview.txt", "kind": "speech", "speaker": "…"}"#,
            )
        };
        let line: Line = serde_json::from_str(line).map_err(|error| bad(error.to_string()))?;
        let printed = printed(&line.quote)
            .ok_or_else(|| bad("the quote is neither a text nor a list of texts".to_owned()))?;
        let kind = line
            .kind
            .map(|word| Kind::from_word(&word).ok_or(word))
            .transpose();
        let kind =
            kind.map_err(|word| bad(format!("`{word}` is no kind: speech, document, ocr")))?;
        all.push(Ask {
            id: line.id,
            quote: line.quote,
            printed,
            source: line.source.map(|source| folder.join(source)),
            kind,
            speaker: line.speaker,
            place: None,
        });
    }
    Ok(all)
}

fn printed(quote: &Value) -> Option<Printed> {
    match quote {
        Value::String(text) => Some(Printed::from(text.as_str())),
        Value::Array(parts) => {
            let parts = parts.iter().map(|part| Some(part.as_str()?.to_owned()));
            let parts: Vec<String> = parts.collect::<Option<_>>()?;
            (!parts.is_empty()).then_some(Printed { parts })
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

/// Every quotation of a draft.
fn of_story(path: &Path) -> Result<Vec<Ask>, Failure> {
    let story = read(path)?;
    let found = quotations(&story);
    let ask = |(number, quotation): (usize, crate::verify::story::Quotation)| {
        let line = crate::text::lines::line_at(&story, quotation.span().start);
        let quote = match &quotation.printed.parts[..] {
            [one] => one.as_str().into(),
            parts => parts.into(),
        };
        Ask {
            id: (number + 1).into(),
            quote,
            printed: quotation.printed,
            source: None,
            kind: None,
            speaker: None,
            place: Some((path.to_string_lossy().into_owned(), line)),
        }
    };
    Ok(found.into_iter().enumerate().map(ask).collect())
}

fn read(path: &Path) -> Result<String, Failure> {
    text(path)?.text.ok_or_else(|| {
        Failure::new(
            format!("{} is no text", argument(path)),
            "save it as plain text first",
        )
    })
}
