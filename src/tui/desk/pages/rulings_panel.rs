//! PEOPLE: who ruled what on a claim or sentence, what fell and why, what is asked. Stands under MACHINE and shares no sign
//! with it.

use crate::ruling::{Asked, Because, Holds, Ruled, Ruling, Standing, Thing};
use crate::tui::canvas::Sign;
use crate::tui::desk::Spot;
use crate::tui::desk::open::Open;
use crate::tui::page::{NAME, Page, Para, Side, Tone};
use crate::verify::edited;

/// What people said of a claim or sentence.
pub fn people(open: &Open, spot: Spot, page: &mut Page) {
    let Some(stand) = open.stand(spot) else {
        return;
    };
    let rulings: Vec<&Ruled> = stand.rulings.iter().chain(&stand.legal).collect();
    // What machines say and what people say never run into each other.
    if page.paras.iter().any(|p| p.text.starts_with("MACHINE")) {
        while page.paras.last().is_some_and(|para| para.text.is_empty()) {
            page.paras.pop();
        }
        page.push(Para::rule(""));
    }
    let mut name = "PEOPLE";
    for ruled in &rulings {
        page.push(ruling_line(name, ruled));
        name = "";
        for (word, words) in [("why", &ruled.why), ("fix", &ruled.fix)] {
            if let Some(words) = words {
                let line = format!("{word}: {words}");
                page.push(Para::new().put(Tone::Plain, &line).indented(NAME, 2));
            }
        }
        if !ruled.not_here.is_empty() {
            let files = ruled.not_here.join(", ");
            let line = format!("not re-checked here: {files} is not on this machine");
            page.push(Para::new().put(Tone::Doubt, &line).indented(NAME, 2));
        }
        for source in &ruled.around {
            let line = format!("{source} changed elsewhere than in the words it was given for");
            page.push(Para::new().put(Tone::Dim, &line).indented(NAME, 2));
        }
    }
    if rulings.is_empty() {
        page.push(Para::new().name(name).put(Tone::Dim, "nobody has ruled"));
    }
    because(stand.state, &stand.because, page);
    questions(open, spot, page);
}

/// One ruling: sign, when, who, what, how it was seen.
fn ruling_line(name: &str, ruled: &Ruled) -> Para {
    let sign = sign_of(ruled);
    let tone = match ruled.holds {
        Holds::Yes => Tone::Plain,
        Holds::Stale | Holds::AsAsked => Tone::Doubt,
    };
    let mut para = Para::new().name(name).put(tone, sign.sign).put(
        tone,
        &format!(
            " {}  {}  {}",
            when(&ruled.at),
            ruled.by,
            ruled.ruling.word().replace('-', " ")
        ),
    );
    if let Some(saw) = ruled.saw {
        para = para.put(Tone::Dim, &format!("  saw {}", saw.word()));
    }
    if !ruled.seen.is_empty() {
        para = para.put(Tone::Dim, &format!("  opened {}", ruled.seen.join(", ")));
    }
    let notes = [
        (ruled.holds == Holds::Stale).then_some("withdrawn: something changed since"),
        (ruled.holds == Holds::AsAsked).then_some("the words are now as asked"),
        (!ruled.counts).then_some("not in the team: does not count"),
        ruled.self_check.then_some("checked by an author"),
    ];
    for note in notes.into_iter().flatten() {
        para = para.put(Tone::Doubt, &format!("  {note}"));
    }
    para
}

/// The sign of what a ruling says, or of what became of it.
fn sign_of(ruled: &Ruled) -> Sign {
    let state = match (ruled.holds, ruled.ruling) {
        (Holds::Stale, _) => Standing::Stale,
        (Holds::AsAsked, _) => Standing::AsAsked,
        (Holds::Yes, Ruling::Confirmed | Ruling::LegalCleared | Ruling::SignedOff) => {
            Standing::Confirmed
        }
        (Holds::Yes, Ruling::Fix) => Standing::ToFix,
        (Holds::Yes, Ruling::Wrong | Ruling::Contradicted | Ruling::Unsupported) => {
            return Sign::WRONG;
        }
        (Holds::Yes, Ruling::CannotVerify) => Standing::CannotVerify,
        (Holds::Yes, Ruling::NotCheckable) => Standing::NoneNeeded,
        (Holds::Yes, Ruling::Waived) => Standing::Waived,
        (Holds::Yes, Ruling::Withdrawn) => Standing::ToCheck,
    };
    Sign::of(state)
}

/// Why a ruling fell: what was seen then, what is there now.
fn because(state: Standing, all: &[Because], page: &mut Page) {
    if !matches!(state, Standing::Stale | Standing::AsAsked) {
        return;
    }
    for because in all {
        let place = match because.reference.as_str() {
            "" => because.part.words().to_owned(),
            reference => format!("{}: {reference}", because.part.words()),
        };
        page.push(Para::new().name("BECAUSE").put(Tone::Doubt, &place));
        page.push(edit(["seen", "now"], &because.was, &because.now));
    }
}

/// What was over what is, with a sign under every word that differs.
pub fn edit(names: [&'static str; 2], was: &str, now: &str) -> Para {
    let [was, now] = [was, now].map(|words| if words.is_empty() { "(nothing)" } else { words });
    Para::side(Side {
        names,
        rows: edited(was, now),
        source: was.into(),
        draft: now.into(),
    })
}

/// A time as people say it: `4 Dec 2025 16:12 UTC`.
pub fn when(at: &str) -> String {
    let Ok(time) = at.parse::<jiff::Timestamp>() else {
        return at.to_owned();
    };
    time.strftime("%-d %b %Y %H:%M UTC").to_string()
}

/// The questions put about something; a question about what is gone is about itself.
pub fn asked_about(open: &Open, spot: Spot) -> Vec<Asked<'_>> {
    let standings = &open.assessed.standings;
    let mut all = open.logs.questions();
    match (spot, spot.node()) {
        (_, Some(node)) => all.retain(|one| standings.asked_about(&one.entry.id) == Some(node)),
        (Spot::Unmet(at), None) => match open.thing(at) {
            Some((_, Thing::Question { line, .. })) => all.retain(|one| one.entry.id == *line),
            Some(_) | None => all.clear(),
        },
        (_, None) => all.clear(),
    }
    all
}

/// The questions put about something, each with its answer or how to give one.
pub fn questions(open: &Open, spot: Spot, page: &mut Page) {
    for asked in asked_about(open, spot) {
        let to = asked.question.to.as_deref();
        let to = to.map_or(String::new(), |to| format!(" asks {to}"));
        let line = format!("{}{to}: {}", asked.entry.by, asked.question.words);
        page.push(Para::new().name("QUESTION").put(Tone::Doubt, &line));
        match asked.answer {
            Some((entry, answer)) => {
                let line = format!("{}: {}", entry.by, answer.words);
                page.push(Para::new().name("answer").put(Tone::Plain, &line));
            }
            None => page.push(
                Para::new()
                    .put(Tone::Dim, "no answer yet: t answers it")
                    .indented(NAME, 0),
            ),
        }
    }
}
