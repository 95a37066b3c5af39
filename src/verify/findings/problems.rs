//! What is wrong with the quotations of a case, as problems at their places.
use std::ops::Range;

use crate::case::{Body, Case, Code, FileIx, Problem, RecordIx, Sentence, Severity};
use crate::text::Span;

use super::super::check::SHORT;
use super::super::class::Class;
use super::super::finding::Finding;
use super::super::severity::Severity as Weight;
use super::super::warning::{Warning, WarningKind};
use super::{Findings, FoundIn, QuoteFinding, SentenceQuote, words};

/// Every problem of quotations: of the quote records and of what the draft prints otherwise than they do.
pub fn problems(case: &Case, findings: &Findings) -> Vec<Problem> {
    let mut all = vec![];
    for (ix, found) in findings.quotes() {
        let place = Place::of_record(case, ix, found);
        tell(found, &place, &mut all);
    }
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    for (at, sentence) in (0u32..).zip(sentences) {
        for quote in findings.of_sentence(at) {
            if is_news(findings, quote) {
                let place = Place::of_sentence(case, sentence, quote);
                tell(&quote.found, &place, &mut all);
            }
        }
    }
    all
}

/// True if a quotation of the draft has something to say that its record's finding does not say already.
fn is_news(findings: &Findings, quote: &SentenceQuote) -> bool {
    let finding = &quote.found.finding;
    if finding.class == Class::NotChecked {
        return false;
    }
    match quote.record.and_then(|ix| findings.get(ix)) {
        Some(own) => finding.class > own.finding.class && finding.severity > Weight::Note,
        None => finding.severity > Weight::Note,
    }
}

/// Where a quotation is printed.
struct Place {
    file: FileIx,
    span: Range<usize>,
    id: Option<String>,
}

impl Place {
    /// The value of `printed` or `original`, of its parts the one in which the first difference lies.
    fn of_record(case: &Case, ix: RecordIx, found: &QuoteFinding) -> Self {
        let record = case.at(ix);
        let start = record.id.at as usize;
        let own = start..start + record.id.value.len();
        Self {
            file: record.file,
            span: value(case, ix, found).unwrap_or(own),
            id: Some(record.id.value.clone()),
        }
    }

    /// The quotation in the draft, else its sentence.
    fn of_sentence(case: &Case, sentence: &Sentence, quote: &SentenceQuote) -> Self {
        let file = case.draft.as_ref().map_or(FileIx(0), |draft| draft.file);
        let bytes = case.file(file).bytes.get(sentence.span.clone());
        let text = bytes.map_or("", |bytes| std::str::from_utf8(bytes).unwrap_or(""));
        let words = quote.span.of(&sentence.words);
        let found = text.find(words).filter(|_| !words.is_empty());
        let start = sentence.span.start;
        let span = found.map(|at| start + at..start + at + words.len());
        Self {
            file,
            span: span.unwrap_or(sentence.span.clone()),
            id: None,
        }
    }
}

fn value(case: &Case, ix: RecordIx, found: &QuoteFinding) -> Option<Range<usize>> {
    let record = case.at(ix);
    let file = case.file(record.file);
    let tree = file.tree.as_ref()?;
    let key = if found.is_original {
        "original"
    } else {
        "printed"
    };
    let value = tree.get(&file.bytes, record.node, key)?;
    let parts: Vec<_> = tree.items(value).collect();
    let part = match &record.body {
        Body::Quote(quote) => {
            let printed = quote.printed.get()?.parts.iter();
            let lengths = printed.map(|part| part.value.len());
            part_at(&found.finding, lengths)
        }
        _ => 0,
    };
    Some(tree.span(parts.get(part).copied().unwrap_or(value)))
}

/// The part in which the first difference lies.
fn part_at(finding: &Finding, lengths: impl Iterator<Item = usize>) -> usize {
    let worst = finding
        .differences
        .iter()
        .find(|d| d.class == finding.class);
    let at = worst
        .map_or(Span::default(), |difference| difference.at)
        .start;
    let mut end = 0;
    lengths
        .take_while(|length| {
            // Parts are joined by one space.
            end += length + 1;
            end <= at
        })
        .count()
}

fn tell(found: &QuoteFinding, place: &Place, all: &mut Vec<Problem>) {
    all.extend(of_class(found, place));
    for warning in &found.finding.warnings {
        all.push(of_warning(found, warning, place));
    }
    all.extend(second_hand(found, place));
}

fn problem(place: &Place, code: Code, severity: Severity, message: String, help: &str) -> Problem {
    Problem {
        code,
        severity,
        file: place.file,
        span: place.span.clone(),
        id: place.id.clone(),
        message,
        help: Some(help.to_owned()),
        also: None,
    }
}

/// The weightiest difference, or that nothing was found.
fn of_class(found: &QuoteFinding, place: &Place) -> Option<Problem> {
    let finding = &found.finding;
    let severity = severity(found, place)?;
    let (code, help) = code(finding.class);
    Some(problem(place, code, severity, message(found), help))
}

/// How much a finding matters in the file; nothing where all is well.
fn severity(found: &QuoteFinding, place: &Place) -> Option<Severity> {
    let finding = &found.finding;
    let few = found.words.split_whitespace().count() <= SHORT;
    match finding.severity {
        Weight::Ok => None,
        Weight::Note | Weight::Grey => Some(Severity::Note),
        Weight::Low | Weight::High => Some(Severity::Warning),
        // Notes are never the full text: what they have otherwise may be our own slip.
        Weight::Critical if found.found_in == Some(FoundIn::Notes) => Some(Severity::Warning),
        Weight::Critical => Some(Severity::Error),
        // In the draft a word or two in quotation marks may be no quotation at all.
        Weight::Absent if few && place.id.is_none() => Some(Severity::Warning),
        Weight::Absent => Some(Severity::Error),
    }
}

/// The code of a class, and what to do.
const fn code(class: Class) -> (Code, &'static str) {
    match class {
        Class::Modality
        | Class::Name
        | Class::Number
        | Class::Negation
        | Class::Reordered
        | Class::Stitched
        | Class::CrossSpeaker => (
            Code::MEANING,
            "print the source's words, or take the quotation marks away and say it in your own",
        ),
        Class::NotFound => (
            Code::NOT_THERE,
            "look for some of the words with `casefile search`; perhaps they were said elsewhere",
        ),
        Class::CleanedSpeech
        | Class::MinorWording
        | Class::Omission
        | Class::Insertion
        | Class::Substitution => (
            Code::CHANGED_WORDS,
            "print the source's words; three dots for what is left out, square brackets for what is put in",
        ),
        Class::Verbatim
        | Class::Typographic
        | Class::Convention
        | Class::LayoutOnly
        | Class::SourceNoise
        | Class::Declared
        | Class::SpellingStyle
        | Class::NumberStyle
        | Class::Punctuation => (
            Code::OTHER_STYLE,
            "nothing to do if this is the style of the house",
        ),
        Class::NotChecked => (
            Code::UNCHECKED,
            "a person must compare it; `casefile attach` brings a missing text in",
        ),
    }
}

/// How many differences a message names.
const NAMED: usize = 3;

fn message(found: &QuoteFinding) -> String {
    let finding = &found.finding;
    if finding.class >= Class::NotFound {
        let reason = finding
            .reason
            .map_or(String::new(), |r| format!(": {}", r.plainly()));
        let texts: Vec<&str> = found.looked_in.iter().map(|text| &*text.source).collect();
        let texts = match (finding.class, &texts[..]) {
            (Class::NotFound, [first, ..]) => format!(" ({first})"),
            _ => String::new(),
        };
        return format!("{}{reason}{texts}", finding.class.plainly());
    }
    // The weightiest are named, and nothing that the finding does not rest on.
    let all = finding
        .differences
        .iter()
        .filter(|d| d.class == finding.class);
    let all: Vec<String> = all.map(words::difference).collect();
    let more = match all.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!(", and {n} more"),
    };
    let named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
    let named = named.join(", ");
    let place = words::place(found);
    let place = if place.is_empty() {
        place
    } else {
        format!(" ({place})")
    };
    let colon = if named.is_empty() { "" } else { ": " };
    format!("{}{colon}{named}{more}{place}", finding.class.plainly())
}

fn of_warning(found: &QuoteFinding, warning: &Warning, place: &Place) -> Problem {
    let (code, severity, help) = match warning.kind {
        WarningKind::EllipsisHides
        | WarningKind::TruncatedBefore
        | WarningKind::TruncatedAfter
        | WarningKind::BracketMeaning
        | WarningKind::LongEllipsis
        | WarningKind::CrossTurnEllipsis => (
            Code::CONTEXT,
            Severity::Warning,
            "read what stands around these words and judge whether printing them alone is fair",
        ),
        WarningKind::Elsewhere => (
            Code::ELSEWHERE,
            Severity::Warning,
            "correct the place behind the `#` of `source` or `via`",
        ),
        WarningKind::FoundInOtherSource => (
            Code::ELSEWHERE,
            Severity::Warning,
            "correct `source`, if the words are from there",
        ),
        WarningKind::Ambiguous => (
            Code::ELSEWHERE,
            Severity::Note,
            "say which is meant: a place behind the source's id, such as `#par7` or `#t00:12:30`",
        ),
        WarningKind::WrongSpeaker => (
            Code::SPEAKER,
            Severity::Warning,
            "correct `who`; if the label is another name of the same person, add it to their `aka`",
        ),
        WarningKind::NoisySource => (
            Code::POOR_TEXT,
            Severity::Note,
            "hold the printed words against the page",
        ),
    };
    problem(place, code, severity, words::warning(found, warning), help)
}

/// Found only in our notes, or in what the source was read in.
fn second_hand(found: &QuoteFinding, place: &Place) -> Option<Problem> {
    let text = found.found()?;
    let own = found
        .looked_in
        .iter()
        .any(|text| text.role == FoundIn::Source);
    let (message, help) = match found.found_in? {
        FoundIn::Notes => (
            format!(
                "found in our notes of {} only; no full text is held",
                text.source
            ),
            "attach the full text, or have somebody compare the notes with it",
        ),
        FoundIn::Via if !own => (
            format!(
                "found in {}, not in the source itself, which is not held",
                text.source
            ),
            "attach the source's own text, or say in the story where the words were read",
        ),
        FoundIn::Via | FoundIn::Source | FoundIn::Other | FoundIn::Record => return None,
    };
    Some(problem(
        place,
        Code::SECOND_HAND,
        Severity::Warning,
        message,
        help,
    ))
}
