//! Text of the case that is not what it looks like: hidden characters, look-alike letters.

use super::{Case, Code, File, FileIx, Problem, RecordIx, Severity};
use crate::text::hygiene::{Blemish, What, hygiene as blemishes};
use std::ops::Range;

/// How many are listed one by one in a file.
const MOST_TOLD: usize = 100;

/// Reports what in the files of a case is not what it looks like, typed directly or as an escape (`\u202E`).
pub(super) fn hygiene(case: &Case, problems: &mut Vec<Problem>) {
    let mut starts: Vec<(FileIx, usize, RecordIx)> = case
        .iter()
        .map(|(ix, record)| (record.file, record.span.start, ix))
        .collect();
    starts.sort_unstable();
    for (ix, file) in (0u32..).map(FileIx).zip(&case.files) {
        let mut found = of_bytes(&file.bytes);
        found.extend(of_escapes(file));
        found.sort_by_key(|blemish| blemish.span.start);
        let more = found.len().saturating_sub(MOST_TOLD);
        let rest = found.get(MOST_TOLD).map(|blemish| blemish.span.clone());
        let told = found.into_iter().take(MOST_TOLD);
        problems.extend(told.map(|blemish| {
            let id = record_at(case, &starts, ix, blemish.span.start);
            problem(ix, id, blemish)
        }));
        problems.extend(rest.map(|span| more_of_it(ix, span, more)));
    }
}

/// The blemishes of a file. Bytes that are not UTF-8 are reported elsewhere and skipped here.
fn of_bytes(bytes: &[u8]) -> Vec<Blemish> {
    let mut found = vec![];
    let mut before = 0;
    for chunk in bytes.utf8_chunks() {
        let text = chunk.valid();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if !is_plain(line) {
                // With the line break before it, so that a byte-order mark within the file is not taken for its first.
                let from = at - usize::from(at > 0);
                found.extend(of_line(&text[from..at + line.len()], before + from));
            }
            at += line.len();
        }
        before += text.len() + chunk.invalid().len();
    }
    found
}

/// True for a line in which nothing can hide: visible ASCII, and no letter beside a digit that looks like one.
fn is_plain(line: &str) -> bool {
    let mut last = b' ';
    line.bytes().all(|b| {
        let pair = (last.is_ascii_digit() && is_like_digit(b))
            || (is_like_digit(last) && b.is_ascii_digit());
        last = b;
        !pair && matches!(b, b' '..=b'~' | b'\t' | b'\n')
    })
}

const fn is_like_digit(b: u8) -> bool {
    matches!(b, b'O' | b'o' | b'l' | b'I')
}

fn of_line(line: &str, at: usize) -> impl Iterator<Item = Blemish> {
    let told = |blemish: &Blemish| {
        let (before, found) = (&line[..blemish.span.start], &line[blemish.span.clone()]);
        // NUL is a fault of form and reported as such; `#l12` names a line.
        !(found.starts_with('\0') || before.ends_with('#') && found.starts_with('l'))
    };
    let found: Vec<Blemish> = blemishes(line).into_iter().filter(told).collect();
    found.into_iter().map(move |mut blemish| {
        blemish.span = blemish.span.start + at..blemish.span.end + at;
        blemish
    })
}

/// Blemishes that YAML's escapes bring in, each at the text that contains it.
fn of_escapes(file: &File) -> Vec<Blemish> {
    let Some(tree) = &file.tree else {
        return vec![];
    };
    let mut found = vec![];
    for (span, text) in tree.decoded_texts() {
        let written = file.bytes.get(span.clone()).unwrap_or_default();
        if memchr::memchr(b'\\', written).is_none() {
            continue;
        }
        let hidden = blemishes(text).into_iter();
        let hidden = hidden.filter(|b| b.what != What::LookAlike);
        found.extend(hidden.map(|blemish| Blemish {
            span: span.clone(),
            ..blemish
        }));
    }
    found
}

fn record_at<'a>(
    case: &'a Case,
    starts: &[(FileIx, usize, RecordIx)],
    file: FileIx,
    at: usize,
) -> Option<&'a str> {
    let after = starts.partition_point(|(f, start, _)| (*f, *start) <= (file, at));
    let (own, _, ix) = starts.get(after.checked_sub(1)?)?;
    let record = case.at(*ix);
    (*own == file && at < record.span.end).then_some(record.id.value.as_str())
}

fn problem(file: FileIx, id: Option<&str>, blemish: Blemish) -> Problem {
    let (code, help) = match blemish.what {
        What::Control => (Code::CONTROL, "delete it"),
        What::Bidi => (
            Code::BIDI,
            "delete it, unless the words are Arabic, Hebrew or the like",
        ),
        What::Invisible => (Code::INVISIBLE, "delete it and type the words again"),
        What::LookAlike => (Code::LOOK_ALIKE, "type the word again"),
    };
    Problem {
        code,
        severity: Severity::Warning,
        file,
        span: blemish.span,
        id: id.map(str::to_owned),
        message: blemish.message,
        help: Some(help.to_owned()),
        also: None,
    }
}

fn more_of_it(file: FileIx, span: Range<usize>, more: usize) -> Problem {
    Problem {
        code: Code::MORE_OF_IT,
        severity: Severity::Warning,
        file,
        span,
        id: None,
        message: format!(
            "from here on {more} more characters are not what they look like; {MOST_TOLD} are listed one by one"
        ),
        help: Some(
            "was the file made by a program, or is it not text? look at it in an editor".to_owned(),
        ),
        also: None,
    }
}

/// What in a source's own text is not what it looks like, in one sentence; none if there is nothing.
///
/// Page breaks, and the soft hyphens and look-alikes that extraction leaves behind, are not counted.
pub fn source_hygiene(text: &str) -> Option<String> {
    let mut counts = [0; 3];
    let mut first = None;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if is_plain_source(line) {
            continue;
        }
        for blemish in blemishes(line) {
            let found = &line[blemish.span];
            if found.contains(['\u{c}', '\u{ad}']) || (number == 1 && found.starts_with('\u{feff}'))
            {
                continue;
            }
            match blemish.what {
                What::Control => counts[0] += 1,
                What::Bidi => counts[1] += 1,
                What::Invisible => counts[2] += 1,
                What::LookAlike => continue,
            }
            first.get_or_insert(number);
        }
    }
    let kinds = ["control", "direction", "invisible"];
    let told: Vec<String> = counts
        .iter()
        .zip(kinds)
        .filter(|(count, _)| **count > 0)
        .map(|(count, kind)| format!("{count} {kind}"))
        .collect();
    let first = first?;
    Some(format!(
        "the text contains characters that cannot be seen ({}), the first in line {first}",
        told.join(", ")
    ))
}

/// True for a line of ASCII without control characters; digits do not matter here.
fn is_plain_source(line: &str) -> bool {
    let line = line.strip_suffix("\r\n").unwrap_or(line);
    line.bytes()
        .all(|b| matches!(b, b' '..=b'~' | b'\t' | b'\n' | 0xc))
}

#[cfg(test)]
mod tests {
    use super::source_hygiene;
    use crate::case::{Code, Input, InputRole, Problem, read};

    fn check(yaml: &str) -> Vec<Problem> {
        let head = "format: casefile/1\ncase: x\n";
        let input = Input {
            path: "case.yaml".to_owned(),
            bytes: format!("{head}{yaml}").into_bytes(),
            role: InputRole::Case,
        };
        let (_, mut problems) = read("x", vec![input]);
        problems.retain(|problem| (600..700).contains(&problem.code.0));
        problems
    }

    #[test]
    fn hidden_characters_are_told_at_their_place_with_the_record() {
        let yaml = "parties:\n  p: {name: \"A\u{202e}bc\"}\n  q: {name: \"D\u{200b}ef\"}\n";
        let problems = check(yaml);
        let told: Vec<_> = problems.iter().map(|p| (p.code, p.id.as_deref())).collect();
        assert_eq!(
            told,
            [(Code::BIDI, Some("p")), (Code::INVISIBLE, Some("q")),]
        );
        let at = "format: casefile/1\ncase: x\n".len() + yaml.find('\u{202e}').unwrap();
        assert_eq!(problems[0].span, at..at + 3);
    }

    #[test]
    fn an_escape_hides_nothing() {
        let problems = check("parties:\n  p: {name: \"A\\u202ebc\"}\n");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, Code::BIDI);
    }

    #[test]
    fn look_alikes_are_told_and_ordinary_text_is_not() {
        assert_eq!(
            check("parties:\n  p: {name: \"P\u{430}ul\"}\n")[0].code,
            Code::LOOK_ALIKE
        );
        assert_eq!(
            check("parties:\n  p: {name: \"In 2O23\"}\n")[0].code,
            Code::LOOK_ALIKE
        );
        assert_eq!(
            check("claims:\n  c: {says: \"x\", evidence: [s#l12-14]}\n"),
            []
        );
        assert_eq!(
            check("parties:\n  p: {name: \"Señora Núñez, 12 août, 1,5 %\"}\n"),
            []
        );
    }

    #[test]
    fn thousands_of_them_are_counted() {
        let many = "a\u{200b}".repeat(5000);
        let problems = check(&format!("parties:\n  p: {{name: \"{many}\"}}\n"));
        assert_eq!(problems.len(), 101);
        assert!(problems[100].message.contains("4900"));
    }

    #[test]
    fn a_sources_own_characters_are_counted_once() {
        assert_eq!(
            source_hygiene("Page 1\u{c}Page 2, para\u{ad}graph\r\n"),
            None
        );
        let told = source_hygiene("One.\nTwo\u{202e}.\nThree\u{200b}\u{1b}.\n").unwrap();
        assert!(
            told.contains("1 control, 1 direction, 1 invisible"),
            "{told}"
        );
        assert!(told.contains("line 2"), "{told}");
    }
}
