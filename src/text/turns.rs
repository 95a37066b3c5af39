//! Who is speaking, and when: `NAME:` labels, `[00:12:30]` stamps, subtitles (SRT, VTT).
use super::lexicon::{Lexicon, List};
use super::quotation_marks::is_opening;
use super::span::Span;
use super::typography::is_double;

/// One stretch of one speaker, or one stamped stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The speaker as the label has it; nothing before the first label.
    pub speaker: Option<String>,
    /// Seconds from the beginning, where a stamp gives them.
    pub at: Option<u32>,
    /// From the label to the next one.
    pub span: Span,
}

/// What a line says about who speaks and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cue<'a> {
    /// The speaker's name.
    pub speaker: Option<&'a str>,
    /// Seconds from the beginning.
    pub at: Option<u32>,
    /// Bytes of the line that are label, not words.
    pub len: usize,
}

/// The longest name of a label, in bytes and in words.
const LONGEST_NAME: (usize, usize) = (48, 5);

/// Reads the label at the beginning of `line`, if there is one.
pub fn cue(line: &str) -> Cue<'_> {
    let body = line.trim_end_matches(['\n', '\r']);
    if let Some(at) = subtitle_time(body) {
        return Cue {
            speaker: None,
            at: Some(at),
            len: body.len(),
        };
    }
    let lead = body.len()
        - body
            .trim_start_matches([' ', '\t', '>', '*', '-', '_'])
            .len();
    let (stamp, after) = leading_stamp(&body[lead..]);
    if let Some((name, len)) = voice_tag(&body[lead + after..]) {
        return Cue {
            speaker: Some(name),
            at: stamp,
            len: lead + after + len,
        };
    }
    match name_label(&body[lead + after..]) {
        Some((name, inner, len)) => Cue {
            speaker: Some(name),
            at: stamp.or(inner),
            len: lead + after + len,
        },
        None if stamp.is_some() => Cue {
            speaker: None,
            at: stamp,
            len: lead + after,
        },
        None => Cue::default(),
    }
}

/// `<v Marina Navarro>` of `WebVTT`.
fn voice_tag(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("<v")?;
    let rest = rest
        .trim_start_matches(|c: char| c == '.' || c.is_ascii_alphanumeric())
        .strip_prefix(' ')?;
    let end = rest.find('>')?;
    Some((rest[..end].trim(), text.len() - rest.len() + end + 1))
}

/// `Name Name:`, `NAME [00:12:30]:`, `Name (00:12):` and `Name [00:12]` with nothing after the name.
fn name_label(text: &str) -> Option<(&str, Option<u32>, usize)> {
    // The sign that ends a name stands near; the rest of a long line is not looked at.
    let near = text
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_NAME.0);
    let ends = |c| matches!(c, ':' | '[' | '(' | '?' | '!' | ';') || is_opening(c) && is_double(c);
    let end = near.into_iter().find(|(_, c)| ends(*c))?.0;
    let name = text[..end].trim_end_matches(['*', '_', ' ']);
    if !is_name(name) {
        return None;
    }
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix(':') {
        let after = after.trim_start_matches(['*', '_']);
        return (after.is_empty() || after.starts_with([' ', '\t', '\u{A0}'])).then_some((
            name,
            None,
            text.len() - after.len(),
        ));
    }
    let (stamp, len) = leading_stamp(rest);
    stamp?;
    let colon = usize::from(rest[len..].starts_with(':'));
    Some((name, stamp, end + len + colon))
}

fn is_name(name: &str) -> bool {
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let first = word.chars().next().unwrap_or(' ');
        let particle = words > 1 && Lexicon::common().has(List::NameParticles, word);
        // A full stop belongs to a name after an initial or a short title only.
        let stopped = word
            .find('.')
            .is_some_and(|at| at + 1 < word.len() || at > 3);
        if stopped || !(first.is_uppercase() || particle || words > 1 && first.is_ascii_digit()) {
            return false;
        }
    }
    !name.is_empty() && (1..=LONGEST_NAME.1).contains(&words)
}

/// `[00:12:30]`, `(12:30)`, `[12:30.5]`, `00:12:30 ` at the beginning: seconds, and the bytes they take with the spaces after.
fn leading_stamp(text: &str) -> (Option<u32>, usize) {
    let (inner, taken) = match text.chars().next() {
        Some('[') => (text[1..].find(']').map(|end| &text[1..=end]), 2),
        Some('(') => (text[1..].find(')').map(|end| &text[1..=end]), 2),
        Some(c) if c.is_ascii_digit() => (
            text.find([' ', '\t'])
                .map(|end| &text[..end])
                .or(Some(text)),
            0,
        ),
        _ => (None, 0),
    };
    let Some((inner, at)) = inner.and_then(|inner| clock(inner.trim()).map(|at| (inner, at)))
    else {
        return (None, 0);
    };
    // A bare "1:12 Blessed is the man" is a verse, not a time: without brackets the hours must be there.
    if taken == 0 && inner.matches(':').count() < 2 {
        return (None, 0);
    }
    let end = inner.len() + taken;
    let spaces = text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    (Some(at), end + spaces)
}

/// `1:02:03`, `02:03`, `00:01:02,500`: seconds.
pub fn clock(text: &str) -> Option<u32> {
    let whole = text.split(['.', ',']).next()?;
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len())
        || parts.iter().any(|part| {
            part.is_empty() || part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit())
        })
    {
        return None;
    }
    parts.iter().try_fold(0u32, |total, part| {
        part.parse::<u32>().ok().map(|part| total * 60 + part)
    })
}

/// The first time of `00:00:01,000 --> 00:00:04,000`.
fn subtitle_time(line: &str) -> Option<u32> {
    let (from, to) = line.split_once("-->")?;
    clock(to.split_whitespace().next()?)?;
    clock(from.trim())
}

/// All turns of `text`, in order; what stands before the first label is a turn without a name.
pub fn turns(text: &str) -> Vec<Turn> {
    let mut all: Vec<Turn> = Vec::new();
    let mut start = 0;
    let mut speaker = None;
    for line in text.split_inclusive('\n') {
        let cue = cue(line);
        if cue.speaker.is_some() || cue.at.is_some() || start == 0 {
            if let Some(last) = all.last_mut() {
                last.span.end = start;
            }
            speaker = cue.speaker.map(str::to_owned).or(speaker);
            all.push(Turn {
                speaker: speaker.clone(),
                at: cue.at,
                span: Span::new(start, text.len()),
            });
        }
        start += line.len();
    }
    all
}

/// Where somebody begins to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// First byte of the label's line.
    pub line: usize,
    /// The name on it.
    pub name: Span,
}

/// All labels of `text` that name somebody, in order.
pub fn labels(text: &str) -> Vec<Label> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // Every label has a colon or a tag, so most lines need not be read.
        let may_be = memchr::memchr2(b':', b'<', line.as_bytes()).is_some();
        if let Some(name) = may_be.then(|| cue(line).speaker).flatten() {
            let from = start + (name.as_ptr().addr() - line.as_ptr().addr());
            all.push(Label {
                line: start,
                name: Span::new(from, from + name.len()),
            });
        }
        start += line.len();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_every_kind_are_read() {
        assert_eq!(cue("Marina Navarro: Good").speaker, Some("Marina Navarro"));
        assert_eq!(
            cue("NAVARRO [00:12:30]: Good"),
            Cue {
                speaker: Some("NAVARRO"),
                at: Some(750),
                len: 19
            }
        );
        assert_eq!(cue("Tim Smith [01:46] Thirteen years").at, Some(106));
        assert_eq!(
            cue("[00:12:30] Navarro: Good"),
            Cue {
                speaker: Some("Navarro"),
                at: Some(750),
                len: 19
            }
        );
        assert_eq!(cue("**Q:** And then?").speaker, Some("Q"));
        assert_eq!(
            cue("<v Marina Navarro>Good").speaker,
            Some("Marina Navarro")
        );
        assert_eq!(cue("00:01:02,500 --> 00:01:05,000").at, Some(62));
    }

    #[test]
    fn prose_is_no_label() {
        for line in [
            "He said this: never again",
            "1:12 Blessed is the man",
            "The Minister of Foreign Affairs of Peru said: no",
            "http://example.org",
            "12:30 was late",
        ] {
            assert_eq!(cue(line), Cue::default(), "{line}");
        }
    }

    #[test]
    fn labels_are_where_turns_with_a_name_begin() {
        let text = "Before.\nQ: Why?\n[00:12:30] NAVARRO: Because.\nTim Smith [01:46]\n<v Ann>Oh.\nHe said: no\n";
        let names: Vec<&str> = labels(text)
            .iter()
            .map(|label| label.name.of(text))
            .collect();
        assert_eq!(names, ["Q", "NAVARRO", "Tim Smith", "Ann"]);
        for label in labels(text) {
            assert_eq!(cue(&text[label.line..]).speaker, Some(label.name.of(text)));
        }
    }
}
