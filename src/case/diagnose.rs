//! What a syntax error means to the person who wrote the line, and where it is best corrected.

use super::de::Fault;
use super::fields::is_field;
use super::lines::{first_ink, indent, key, line, line_above, line_start, value_start};
use super::marks::{self, Mark, MarkKind};
use super::open_marks::{OpenMark, open_marks};
use super::yaml::{MOST_DEPTH, MOST_REPEATED, MOST_REPEATED_BYTES, Stop, Trouble};
use super::{Code, Severity};
use crate::text::quotation_marks::is_opening;
use std::ops::Range;

/// A syntax error explained.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) fault: Fault,
    /// From here on, nothing that was read can be trusted.
    pub(super) cut: usize,
    /// Reading begins again at the next mark from here on.
    pub(super) resume: usize,
    /// An id whose record could not be read, with its section.
    pub(super) lost: Option<(Range<usize>, String)>,
}

/// Explains where and why reading stopped. Nothing before `from` is looked at.
pub(super) fn diagnose(text: &str, stop: Stop, marks: &[Mark], from: usize) -> Told {
    let begin = line_start(text, stop.sure).max(from);
    let place = explain(text, stop, begin);
    let at = place.at.max(from);
    let fault = fault(&place, at, text);
    let cut = place.cut.max(from);
    let line = line_start(text, at);
    let mark = marks.get(marks::from(marks, line));
    let is_record = mark.is_some_and(|mark| mark.kind == MarkKind::Record && mark.at == line);
    // A record that is only indented differently from the one before it can be read by itself.
    let alone = place.code == Code::INDENT && line > from && is_record;
    let resume = if alone { line } else { line + 1 };
    let lost = if alone {
        None
    } else {
        lost(text, marks, &place)
    };
    Told {
        fault,
        cut,
        resume,
        lost,
    }
}

/// What is wrong, where it is reported, and from where on what was read is dropped.
#[derive(Debug)]
struct Place {
    code: Code,
    at: usize,
    cut: usize,
    message: String,
    help: &'static str,
}

fn place(code: Code, at: usize, cut: usize, message: &str, help: &'static str) -> Place {
    Place {
        code,
        at,
        cut,
        message: message.to_owned(),
        help,
    }
}

const QUOTE_IT: &str = "put the whole text in quotation marks";

fn explain(text: &str, stop: Stop, begin: usize) -> Place {
    let at = stop.at;
    let open = open_marks(text, begin, at);
    match stop.why {
        Trouble::OpenQuote => open_quote(at),
        Trouble::AfterQuote => match open.last_quote {
            Some(quote) if line_start(text, quote) < line_start(text, at) => open_quote(quote),
            Some(quote) => after_quote(quote),
            None => after_quote(at),
        },
        Trouble::Mismatch => open_bracket(at),
        Trouble::OpenBracket => open_bracket(forgotten(text, &open, at).unwrap_or(at)),
        Trouble::InnerColon
        | Trouble::Indent
        | Trouble::NoColon
        | Trouble::Other
        | Trouble::Dash
            if forgotten(text, &open, at).is_some() =>
        {
            open_bracket(forgotten(text, &open, at).unwrap_or(at))
        }
        Trouble::StrayBracket => place(
            Code::OPEN_BRACKET,
            at,
            at,
            "this bracket closes nothing",
            "take it out, or open it before",
        ),
        Trouble::Tab => tab(text, at),
        Trouble::InnerColon => colon(text, at),
        Trouble::NoColon => no_colon(first_ink(text, at), text),
        Trouble::Indent => left_or_right(text, at),
        Trouble::Sign | Trouble::Alias => sign(text, at),
        Trouble::Dash => place(
            Code::SIGN,
            at,
            at,
            "a dash begins a list, and a list begins on a line of its own",
            "if this is text, put it in quotation marks; if it is a list, write it as [one, two] or one to a line",
        ),
        Trouble::BlockHeader => place(
            Code::BLOCK_HEADER,
            at,
            at,
            "nothing may follow `|` or `>` on the same line",
            "begin the text on the next line, indented, or put it in quotation marks",
        ),
        Trouble::Escape => place(
            Code::ESCAPE,
            at,
            at,
            "inside double quotation marks a backslash has a meaning, but before this letter it has none",
            "write \\\\ for a backslash, or use single quotation marks",
        ),
        Trouble::Deep => Place {
            code: Code::LIMIT,
            at,
            cut: value_start(text, at)
                .filter(|value| *value < at)
                .unwrap_or(at),
            message: format!("lists and keys are nested more than {MOST_DEPTH} deep"),
            help: "nest it less; if it is a text, put it in quotation marks",
        },
        Trouble::Repeats => Place {
            code: Code::LIMIT,
            at,
            cut: at,
            message: format!(
                "the aliases of this file repeat more than {MOST_REPEATED} values or {} MiB of text, or themselves",
                MOST_REPEATED_BYTES / (1024 * 1024)
            ),
            help: "write the values out instead of repeating them with `*`",
        },
        Trouble::Directive => place(
            Code::SIGN,
            at,
            at,
            "a line that begins with `%` is an instruction to YAML programs and is not read",
            "take the line out",
        ),
        Trouble::Mark => place(
            Code::BYTE_ORDER_MARK,
            at,
            at,
            "there is an invisible byte-order mark here",
            "delete it: it usually comes from joining two files",
        ),
        Trouble::Other => other(text, at),
    }
}

fn open_quote(at: usize) -> Place {
    let help = "close it where the text ends; inside the text write \\\" for \" and '' for '";
    place(
        Code::OPEN_QUOTE,
        at,
        at,
        "this quotation mark is never closed",
        help,
    )
}

fn after_quote(at: usize) -> Place {
    place(
        Code::AFTER_QUOTE,
        at,
        at,
        "there is text after the closing quotation mark",
        "put quotation marks around the whole text; inside it write \\\" for \" and '' for '",
    )
}

fn open_bracket(at: usize) -> Place {
    place(
        Code::OPEN_BRACKET,
        at,
        at,
        "this bracket is never closed",
        "close it where the list or the keys end; if it is part of a text, put the text in quotation marks",
    )
}

/// The bracket that somebody forgot to close: after it comes a line that reads as a key no deeper than the bracket's own line, or the end of the text.
fn forgotten(text: &str, open: &OpenMark, at: usize) -> Option<usize> {
    let start = line_start(text, *open.brackets.first()?);
    let here = line_start(text, at) + line(text, at).len();
    let below = least_below(text, start..here);
    let behind = |bracket: &&usize| {
        let own = below.partition_point(|(start, _, _)| *start <= **bracket);
        let own = own.checked_sub(1).and_then(|own| below.get(own));
        own.is_some_and(|(_, depth, least)| least <= depth)
    };
    let first = open.brackets.iter().find(behind);
    let Some(first) = first else {
        let is_end = text[at..].trim().is_empty();
        return open.brackets.last().copied().filter(|_| is_end);
    };
    let line = line_start(text, *first);
    let same_line = |bracket: &&usize| line_start(text, **bracket) == line;
    open.brackets.iter().rev().find(same_line).copied()
}

/// For each line where it begins, its indentation, and the least indentation of the keys below it.
fn least_below(text: &str, range: Range<usize>) -> Vec<(usize, usize, usize)> {
    let mut at = range.start;
    let mut all: Vec<(usize, usize, usize)> = vec![];
    for line in text[range].split_inclusive('\n') {
        let key = key(line).map_or(usize::MAX, |_| indent(line));
        all.push((at, indent(line), key));
        at += line.len();
    }
    let mut least = usize::MAX;
    for (_, _, key) in all.iter_mut().rev() {
        let own = *key;
        *key = least;
        least = least.min(own);
    }
    all
}

fn tab(text: &str, at: usize) -> Place {
    // The parser may stop at the text before it, but the tab is what has to be corrected.
    let rest = &text.as_bytes()[at..];
    let tab = memchr::memchr(b'\t', rest).map_or(at, |i| at + i);
    let here = if text[line_start(text, at)..at].contains('\t') {
        line_start(text, at) + line(text, at).find('\t').unwrap_or(0)
    } else {
        tab
    };
    place(
        Code::TAB,
        here,
        here,
        "there is a tab where YAML wants spaces",
        "replace it with spaces",
    )
}

/// A colon where there can be no key.
fn colon(text: &str, at: usize) -> Place {
    let before = text[line_start(text, at)..at].trim_start();
    let own = before.trim_start_matches("- ").trim_end();
    let is_first = key(&format!("{own}:")) == Some(own);
    if !is_first {
        return inner_colon(text, at);
    }
    let Some(above) = line_above(text, at) else {
        return inner_colon(text, at);
    };
    let ink = line(text, above).trim();
    if glued(ink) {
        return no_space(first_ink(text, above));
    }
    if key(ink.trim_start_matches("- ")).is_some() {
        let deeper = indent(line(text, at)) > indent(line(text, above));
        if deeper && !is_field(own) {
            return inner_colon(text, at);
        }
        return wrong_indent(first_ink(text, at));
    }
    if continues(text, above) {
        return inner_colon(text, at);
    }
    no_colon(first_ink(text, above), text)
}

/// True if a line without a key is the continuation of a text begun above it.
fn continues(text: &str, at: usize) -> bool {
    let mut above = line_above(text, at);
    let own = indent(line(text, at));
    while let Some(start) = above {
        if key(line(text, start)).is_some() {
            return value_start(text, start).is_some() && indent(line(text, start)) < own;
        }
        above = line_above(text, start);
    }
    false
}

/// True for `kind:interview`: a known kind of key with its value and no space between.
fn glued(ink: &str) -> bool {
    let Some((word, rest)) = ink.split_once(':') else {
        return false;
    };
    let is_word = !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'-' || b.is_ascii_digit());
    is_word && !rest.is_empty() && !rest.starts_with([' ', '/'])
}

fn inner_colon(text: &str, at: usize) -> Place {
    let cut = value_start(text, at).filter(|value| *value <= at);
    let value = cut.map_or("", |value| &text[value..]);
    if value.starts_with(['[', '{']) {
        return in_flow(cut.unwrap_or(at), at, text);
    }
    place(
        Code::INNER_COLON,
        at,
        cut.unwrap_or_else(|| first_ink(text, at)),
        "a colon followed by a space ends a key; inside a text it needs quotation marks",
        if value.starts_with(|c: char| is_opening(c) && !c.is_ascii()) {
            "typographic quotation marks do not count in YAML; put straight ones around the whole text"
        } else {
            QUOTE_IT
        },
    )
}

fn no_space(at: usize) -> Place {
    place(
        Code::NO_COLON,
        at,
        at,
        "there is no space after the colon",
        "write `key: value`, with a space between them",
    )
}

fn no_colon(at: usize, text: &str) -> Place {
    if glued(line(text, at).trim()) {
        return no_space(at);
    }
    place(
        Code::NO_COLON,
        at,
        at,
        "this line is not `key: value`",
        "write a colon and a space after the key; if the line continues a text, indent it more, or put the text in quotation marks",
    )
}

fn wrong_indent(at: usize) -> Place {
    place(
        Code::INDENT,
        at,
        at,
        "this line is indented differently from its neighbours",
        "begin it with as many spaces as the lines it belongs to",
    )
}

/// The parser wanted a key here: there is text after a bracketed value, or the line is too far left or right.
fn left_or_right(text: &str, at: usize) -> Place {
    let ink = first_ink(text, at);
    let value = value_start(text, at).filter(|value| *value < at);
    match value {
        Some(value) if text[value..].starts_with(['[', '{']) => in_flow(value, at, text),
        _ if text[at..].starts_with('?') => sign(text, at),
        Some(value) => place(
            Code::SYNTAX,
            at,
            value,
            "YAML cannot read the line from here on",
            QUOTE_IT,
        ),
        None => wrong_indent(ink),
    }
}

/// Where in a braced record a key stands right before a bracket or quotation mark: `{evidence:[a]}`.
fn glued_key(text: &str, from: usize, to: usize) -> Option<usize> {
    let end = text
        .get(to..)?
        .find('\n')
        .map_or(text.len(), |end| to + end);
    let written = text.get(from..end)?;
    let colon = [":[", ":{", ":\"", ":'"]
        .iter()
        .filter_map(|glued| written.find(glued))
        .min()?;
    let before = &written[..colon];
    let word = before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    let opens = word.trim_end().ends_with(['{', ',']);
    (opens && word.len() < colon).then_some(from + word.len())
}

/// A value that begins with a bracket and goes wrong: a key without its space, or a text.
fn in_flow(value: usize, at: usize, text: &str) -> Place {
    glued_key(text, value, at).map_or_else(|| flow_text(value, text), no_space)
}

fn flow_text(at: usize, text: &str) -> Place {
    let opening = &text[at..=at];
    Place {
        code: Code::SIGN,
        at,
        cut: at,
        message: format!("a text cannot begin with `{opening}`: YAML takes it for a list or keys"),
        help: QUOTE_IT,
    }
}

fn sign(text: &str, at: usize) -> Place {
    let sign = text[at..].chars().next().unwrap_or(' ');
    if sign.is_whitespace() || sign.is_alphanumeric() {
        return other(text, at);
    }
    if sign.is_control() {
        let message = "YAML cannot read on: there is a control character here, which shows nothing";
        return place(Code::SYNTAX, at, at, message, "delete it");
    }
    Place {
        code: Code::SIGN,
        at,
        cut: at,
        message: format!("a text cannot begin with `{sign}`: YAML reserves the sign"),
        help: QUOTE_IT,
    }
}

fn other(text: &str, at: usize) -> Place {
    let sign_here =
        text[at..].starts_with([',', ']', '}', '?', '@', '`', '%', '&', '*', '!', '|', '>']);
    if sign_here {
        return sign(text, at);
    }
    place(
        Code::SYNTAX,
        at,
        at,
        "YAML cannot read the line from here on",
        "look for a missing colon, quotation mark or bracket here and in the line above",
    )
}

fn fault(place: &Place, at: usize, text: &str) -> Fault {
    let end = text[at.min(text.len())..]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    Fault {
        code: place.code,
        severity: Severity::Error,
        span: at..at + end,
        message: place.message.clone(),
        help: Some(place.help.to_owned()),
    }
}

/// The id of a record that is too far left or right, so that nothing of it is read.
fn lost(text: &str, marks: &[Mark], place: &Place) -> Option<(Range<usize>, String)> {
    if place.code != Code::INDENT {
        return None;
    }
    let line = line(text, place.at);
    let word = key(line)?;
    let opens = line.trim_end().ends_with([':', '}']);
    if !opens || is_field(word) {
        return None;
    }
    let above = marks::from(marks, place.at).checked_sub(1)?;
    let section = key(super::lines::line(text, marks[above].section))?.to_owned();
    let start = first_ink(text, place.at);
    Some((start..start + word.len(), section))
}
