//! Findings in plain words, for people and for messages.
use crate::case::Held;

use super::super::class::Class;
use super::super::finding::Difference;
use super::super::warning::{Warning, WarningKind};
use super::{FoundIn, QuoteFinding};

/// The most characters of somebody's words that are repeated.
const MOST: usize = 90;

/// A difference in words: “armed forces” is printed “army”.
pub fn difference(difference: &Difference) -> String {
    let printed = short(&difference.printed);
    let source = short(&difference.source);
    let between = matches!(difference.class, Class::CrossSpeaker | Class::Stitched);
    match (printed.is_empty(), source.is_empty()) {
        (true, false) if between => format!("“{source}” lies between"),
        (false, false) if printed == source => {
            format!("“{printed}” stands elsewhere in the source")
        }
        (true, true) => difference.class.plainly().to_owned(),
        (true, false) => format!("“{source}” is left out"),
        (false, true) => format!("“{printed}” is not in the source"),
        (false, false) => format!("“{source}” is printed “{printed}”"),
    }
}

/// A warning in words: what it is, and the words that show it.
pub fn warning(found: &QuoteFinding, warning: &Warning) -> String {
    if warning.kind != WarningKind::Elsewhere {
        return alone(warning);
    }
    let named = found.found().and_then(|text| text.locator);
    let named = named.map_or(String::new(), |locator| format!(" #{locator}"));
    let place = place(found);
    format!("it stands in {place}, not at the place named{named}")
}

/// The same where nothing is known but the warning itself.
pub fn alone(warning: &Warning) -> String {
    let (plain, words) = (warning.kind.plainly(), short(&warning.words));
    match warning.kind {
        WarningKind::Ambiguous => format!("it stands in {words}"),
        WarningKind::WrongSpeaker | WarningKind::FoundInOtherSource => format!("{plain}: {words}"),
        WarningKind::EllipsisHides
        | WarningKind::TruncatedBefore
        | WarningKind::TruncatedAfter
        | WarningKind::BracketMeaning
        | WarningKind::LongEllipsis
        | WarningKind::CrossTurnEllipsis
        | WarningKind::Elsewhere
        | WarningKind::NoisySource => match words.is_empty() {
            true => plain.to_owned(),
            false => format!("{plain}: “{words}”"),
        },
    }
}

/// Where it was found: the source, what is held of it, and the line; empty where it was not found.
pub fn place(found: &QuoteFinding) -> String {
    let (Some(text), Some(role)) = (found.found(), found.found_in) else {
        return String::new();
    };
    let of = match role {
        FoundIn::Source => String::new(),
        FoundIn::Via => "read in ".to_owned(),
        FoundIn::Notes => "our notes of ".to_owned(),
        FoundIn::Other => "in another source, ".to_owned(),
        FoundIn::Record => "the record ".to_owned(),
    };
    let line = found.finding.line.filter(|_| role != FoundIn::Record);
    let line = line.map_or(String::new(), |line| format!(", line {line}"));
    let changed = match text.held {
        Held::Changed => ", a file that has changed since it was recorded",
        Held::Full | Held::Notes | Held::None => "",
    };
    format!("{of}{}{line}{changed}", text.source)
}

/// The rule that decided, with the weight it has there.
pub fn rule(found: &QuoteFinding) -> String {
    let finding = &found.finding;
    let reason = match finding.reason {
        Some(reason) => format!(", {}", reason.plainly()),
        None => String::new(),
    };
    let against = if found.is_original {
        " (the original words were compared)"
    } else {
        ""
    };
    let (word, plain) = (finding.class.word(), finding.class.plainly());
    format!(
        "{word}: {plain}{reason}{against}; weight {}",
        finding.severity.word()
    )
}

/// Words on one line, the middle cut out of long ones.
fn short(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count <= MOST {
        return words;
    }
    let first: String = words.chars().take(MOST / 2).collect();
    let last: String = words.chars().skip(count - MOST / 2).collect();
    format!("{} … {}", first.trim_end(), last.trim_start())
}
