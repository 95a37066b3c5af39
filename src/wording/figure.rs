//! What the comparison of a printed number or date with its source gave.

use super::row::Voice::Own;
use super::{Redaction, Row};
use crate::case::Case;
use crate::ruling::{Sign, Tone};
use crate::verify::figures::{Judged, Outcome, Tested};

/// What was found of a number or date, the head first, with the rule that applied.
pub fn figure(case: &Case, judged: &Judged, hide: &Redaction) -> Vec<Row> {
    let sign = Sign::of_outcome(judged.outcome);
    let what = match judged.tested {
        Tested::Number => "number",
        Tested::Date => "date",
    };
    let printed = &judged.printed;
    let head = |words: &str| {
        let words = hide.cover(&spoken(words));
        Row::head().sign(sign).put(Own(sign.tone), words)
    };
    if hide.hides_any(case, &judged.from) {
        let words = format!("{what} {printed}: what it is compared with is held back");
        return vec![head(&words)];
    }
    let from = match judged.from.as_str() {
        "" => "the source",
        from => from,
    };
    let source = &judged.source;
    let agrees = matches!(judged.outcome, Outcome::Consistent | Outcome::InsideRange);
    // What agrees needs no more than a line; why something does not is what a person must weigh.
    let mut rows = if agrees {
        let rule = hide.cover(&spoken(&format!(" · {}", judged.rule)));
        let line = format!("{what} {printed} agrees: {source} in {from}");
        vec![head(&line).put(Own(Tone::Dim), rule)]
    } else {
        let why = format!("{}: {}", sign.word, judged.rule);
        let line = format!("{what} {printed}: {source} in {from}");
        vec![
            head(&line),
            Row::under().put(Own(Tone::Plain), hide.cover(&spoken(&why))),
        ]
    };
    rows.extend(judged.note.as_ref().map(|note| {
        let note = hide.cover(&spoken(note));
        Row::under().put(Own(Tone::Dim), note)
    }));
    rows
}

/// Units as people write them; `working-days(a, b)` is a calculation and stays as it is.
pub fn spoken(words: &str) -> String {
    let mut parts = words.split(" working-days");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let unit = if part.starts_with('(') {
            " working-days"
        } else {
            " working days"
        };
        out.push_str(unit);
        out.push_str(part);
    }
    out
}
