//! `explain`: what a problem's code means, at length.

use super::Failure;
use super::out::Out;
use super::words::safe;
use crate::case::{Code, FAMILIES, Info};
use std::io::Write;

/// Cells a line of explanation takes.
const WIDTH: usize = 78;

/// Explains one code, or lists all.
pub fn run(code: Option<&str>, out: &mut Out) -> Result<u8, Failure> {
    let Some(text) = code else {
        for (family, word) in FAMILIES {
            let mut codes = Code::all()
                .filter(|(code, _, _)| code.0 / 100 == family)
                .peekable();
            if codes.peek().is_some() {
                writeln!(out, "{}", out.bold(&format!("CF{family}xx {word}")))?;
            }
            for (code, title, _) in codes {
                writeln!(out, "  {code}  {title}")?;
            }
        }
        return Ok(0);
    };
    let info = Code::parse(text).and_then(Code::info);
    let (code, title, long) = info.ok_or_else(|| unknown(text))?;
    let family = code.family().map_or(String::new(), |f| format!(" ({f})"));
    writeln!(out, "{}{family}: {title}\n", out.bold(&code.to_string()))?;
    for line in wrapped(long) {
        writeln!(out, "{line}")?;
    }
    Ok(0)
}

fn unknown(text: &str) -> Failure {
    let number = Code::parse(text).map_or(0, |code| code.0);
    let mut codes: Vec<&Info> = Code::all().collect();
    codes.sort_by_key(|(code, _, _)| code.0.abs_diff(number));
    let near: Vec<String> = codes
        .iter()
        .take(3)
        .map(|(code, title, _)| format!("{code} ({title})"))
        .collect();
    let help = if number == 0 {
        "codes look like CF201; `casefile explain` lists all".to_owned()
    } else {
        format!("near it: {}; `casefile explain` lists all", near.join(", "))
    };
    Failure::new(format!("there is no code `{}`", safe(text)), help)
}

/// Our own prose, broken between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > WIDTH {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
