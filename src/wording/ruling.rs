//! What a person ruled, and what became of it.

use super::redaction::COVERED;
use super::row::Voice::Own;
use super::{Redaction, Row, Side};
use crate::case::Case;
use crate::ruling::{Because, Holds, Ruled, Saw, Sign, Stand, Tone};

/// All that people ruled on a claim or sentence, what changed since, and what could not be looked at again.
pub fn stand(case: &Case, stand: &Stand, hide: &Redaction) -> Vec<Row> {
    let rulings: Vec<&Ruled> = stand.rulings.iter().chain(&stand.legal).collect();
    let mut rows = vec![];
    for ruled in &rulings {
        rows.extend(ruling(case, ruled, hide));
    }
    for fell in &stand.because {
        rows.extend(because(case, fell, hide));
    }
    // What a sentence cites may rest on files that its own rulings do not know.
    let told = |file: &&String| rulings.iter().any(|ruled| ruled.not_here.contains(file));
    let rest: Vec<&str> = stand
        .not_here
        .iter()
        .filter(|file| !told(file))
        .map(String::as_str)
        .collect();
    rows.extend(away(&rest, hide).map(|row| Row {
        under: false,
        ..row
    }));
    rows
}

/// Files that are not on this machine, so that what rests on them could not be looked at again.
fn away(files: &[&str], hide: &Redaction) -> Option<Row> {
    let words = match files {
        [] => return None,
        [file] => format!("not re-checked here: {file} is not on this machine"),
        files => format!(
            "not re-checked here: {} are not on this machine",
            files.join(", ")
        ),
    };
    Some(Row::under().put(Own(Tone::Doubt), hide.cover(&words)))
}

/// A ruling, the head first: what, by whom, when, how it was seen, and whether it counts.
pub fn ruling(case: &Case, ruled: &Ruled, hide: &Redaction) -> Vec<Row> {
    let mut rows = vec![head(case, ruled, hide)];
    for (word, words) in [("why: ", &ruled.why), ("fix: ", &ruled.fix)] {
        if let Some(words) = words {
            rows.push(said(word, words, hide));
        }
    }
    let files: Vec<&str> = ruled.not_here.iter().map(String::as_str).collect();
    rows.extend(away(&files, hide));
    for source in &ruled.around {
        let source = hide.reference(case, source);
        let words = format!("{source} changed elsewhere than in the words it was given for");
        rows.push(Row::under().put(Own(Tone::Dim), hide.cover(&words)));
    }
    rows
}

/// What a ruling was given for, as it stood then: for whoever reads it without the case beside it.
pub fn given_for(words: &str, hide: &Redaction) -> Row {
    said("given for: ", words, hide)
}

fn said(what: &str, words: &str, hide: &Redaction) -> Row {
    Row::under().put(Own(Tone::Plain), hide.cover(&format!("{what}{words}")))
}

fn head(case: &Case, ruled: &Ruled, hide: &Redaction) -> Row {
    let sign = Sign::of_ruling(ruled);
    let tone = match ruled.holds {
        Holds::Yes => Tone::Plain,
        Holds::Stale | Holds::AsAsked => Tone::Doubt,
    };
    let by = format!(" by {}, {}", ruled.by, time(&ruled.at));
    let mut row = Row::head()
        .sign(Sign { tone, ..sign })
        .put(Own(tone), hide.cover(&format!("{}{by}", sign.word)));
    let saw = ruled.saw.map(how_seen).into_iter().map(str::to_owned);
    for how in saw.chain(opened(case, &ruled.seen, hide)) {
        row = row.put(Own(Tone::Dim), hide.cover(&format!(", {how}")));
    }
    let notes = [
        (ruled.holds == Holds::Stale).then_some("does not count now: something changed since"),
        (ruled.holds == Holds::AsAsked).then_some("the words are now as asked"),
        (!ruled.counts).then_some("does not count: not in the team"),
        ruled.self_check.then_some("checked by an author"),
    ];
    for note in notes.into_iter().flatten() {
        row = row.put(Own(Tone::Doubt), hide.cover(&format!(" ({note})")));
    }
    row
}

/// How something was seen, for readers who do not know the words of the log.
pub const fn how_seen(saw: Saw) -> &'static str {
    match saw {
        Saw::Primary => "saw the source itself",
        Saw::Via => "saw what it was read in, not the source itself",
        Saw::Recording => "heard the recording",
        Saw::Call => "asked the source in a call",
    }
}

/// What was opened on screen, what is held back covered.
fn opened(case: &Case, seen: &[String], hide: &Redaction) -> Option<String> {
    let open = seen.iter().filter(|seen| !hide.hides_logged(case, seen));
    let mut told: Vec<&str> = open.map(String::as_str).collect();
    if told.len() < seen.len() {
        told.push(COVERED);
    }
    (!told.is_empty()).then(|| format!("opened {}", told.join(", ")))
}

/// Why a ruling fell: which part, then what was seen over what is there now.
pub fn because(case: &Case, because: &Because, hide: &Redaction) -> Vec<Row> {
    let part = because.part.words();
    let row = Row::head().label("BECAUSE");
    if hide.hides_logged(case, &because.reference) {
        let words = format!("{part}, held back");
        return vec![row.put(Own(Tone::Doubt), hide.cover(&words))];
    }
    let place = match because.reference.as_str() {
        "" => part.to_owned(),
        reference => format!("{part}, {reference}"),
    };
    let (was, now) = (&because.was, &because.now);
    let mut rows = vec![row.put(Own(Tone::Doubt), hide.cover(&place))];
    if was != now {
        rows.push(Row::side(Side::of_change(["was", "now"], was, now, hide)));
    }
    rows
}

/// A time of a log as people say it: `4 Dec 2025 16:12 UTC`; as written where it is none.
pub fn time(at: &str) -> String {
    let Ok(time) = at.parse::<jiff::Timestamp>() else {
        return at.to_owned();
    };
    time.strftime("%-d %b %Y %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::because;
    use crate::case::{Input, InputRole, read};
    use crate::ruling::{Because, Part};
    use crate::wording::{Redaction, Row};

    /// What a reader sees of a ruling that fell for a record.
    fn told(reference: &str, redacts: bool) -> String {
        let yaml = "format: casefile/1\ncase: small\nquotes:\n  q-open: {who: p, printed: nobody asked us}\n";
        let input = Input {
            path: "case.yaml".to_owned(),
            bytes: yaml.as_bytes().to_vec(),
            role: InputRole::Case,
        };
        let (case, _) = read("small", vec![input]);
        let hide = if redacts {
            Redaction::of(&case)
        } else {
            Redaction::none(&case)
        };
        let fell = Because {
            part: Part::Evidence,
            reference: reference.to_owned(),
            was: "he took the money".to_owned(),
            now: String::new(),
        };
        let rows = because(&case, &fell, &hide);
        let words = |row: &Row| {
            let was = row.side.iter().flat_map(|side| &side.stretches);
            let was: Vec<&str> = was.map(|stretch| stretch.first.as_str()).collect();
            format!("{} {}", row.plain(), was.join(" "))
        };
        rows.iter().map(words).collect()
    }

    #[test]
    fn words_of_a_record_that_the_case_no_longer_has_are_held_back() {
        assert!(told("q-open.printed", true).contains("he took the money"));
        let gone = told("q-secret.printed", true);
        assert!(
            !gone.contains("money") && !gone.contains("secret"),
            "{gone}"
        );
        assert!(told("q-secret.printed", false).contains("he took the money"));
    }
}
