//! `explain`: what a problem's code means, at length.

use super::Failure;
use super::out::Out;
use super::words::safe;
use crate::case::{Code, Explanation, FAMILIES};
use std::io::Write;

/// Cells a line of explanation takes.
const WIDTH: usize = 78;

/// Explains one code, or lists all.
pub fn run(code: Option<&str>, out: &mut Out) -> Result<u8, Failure> {
    let Some(text) = code else {
        return list(out);
    };
    let about = Code::parse(text).and_then(Code::explanation);
    let about = about.ok_or_else(|| unknown(text))?;
    let code = about.code;
    let family = code.family().map_or(String::new(), |f| format!(" ({f})"));
    let name = out.bold(&code.to_string());
    writeln!(out, "{name}{family}: {}\n", about.title())?;
    body(about, out)?;
    Ok(0)
}

fn list(out: &mut Out) -> Result<u8, Failure> {
    for (family, word) in FAMILIES {
        let mut of_family = Code::all()
            .filter(|about| about.code.0 / 100 == family)
            .peekable();
        if of_family.peek().is_some() {
            writeln!(out, "{}", out.bold(&format!("CF{family}xx {word}")))?;
        }
        for about in of_family {
            writeln!(out, "  {}  {}", about.code, about.title())?;
        }
    }
    Ok(0)
}

/// The Markdown of an explanation as plain text: paragraphs wrapped, headings bold, blocks indented.
struct Page<'a> {
    out: &'a mut Out,
    /// The words of the paragraph so far.
    paragraph: String,
    /// True if a blank line comes before what is next.
    gap: bool,
}

fn body(about: &Explanation, out: &mut Out) -> Result<(), Failure> {
    let mut page = Page {
        out,
        paragraph: String::new(),
        gap: false,
    };
    let mut in_block = false;
    for line in about.body().lines() {
        if let Some(info) = line.strip_prefix("```") {
            in_block = !in_block;
            page.fence(info, in_block)?;
        } else if in_block {
            writeln!(page.out, "    {line}")?;
        } else if let Some(heading) = line.strip_prefix("## ") {
            page.next()?;
            writeln!(page.out, "{}", page.out.bold(heading))?;
        } else if line.is_empty() {
            page.end_paragraph()?;
        } else {
            page.paragraph = format!("{} {line}", page.paragraph);
        }
    }
    page.end_paragraph()
}

impl Page<'_> {
    fn next(&mut self) -> Result<(), Failure> {
        if std::mem::take(&mut self.gap) {
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// The opening or closing line of a block; a file's name is told, unless it is the usual one.
    fn fence(&mut self, info: &str, opens: bool) -> Result<(), Failure> {
        if opens {
            self.next()?;
            let name = info.split(' ').nth(1).filter(|name| *name != "case.yaml");
            if let Some(name) = name {
                writeln!(self.out, "  {name}")?;
            }
        }
        self.gap = !opens;
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Failure> {
        let text = std::mem::take(&mut self.paragraph);
        if text.is_empty() {
            return Ok(());
        }
        self.next()?;
        for line in wrapped(&text) {
            writeln!(self.out, "{line}")?;
        }
        self.gap = true;
        Ok(())
    }
}

fn unknown(text: &str) -> Failure {
    let number = Code::parse(text).map_or(0, |code| code.0);
    let mut codes: Vec<&Explanation> = Code::all().collect();
    codes.sort_by_key(|about| about.code.0.abs_diff(number));
    let near: Vec<String> = codes
        .iter()
        .take(3)
        .map(|about| format!("{} ({})", about.code, about.title()))
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
