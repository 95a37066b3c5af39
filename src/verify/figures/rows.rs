//! A printed quantity against one number of the source: the rows of the table in `docs/verdicts.md`.

use super::number::Num;
use super::outcome::Outcome;
use super::quantity::{Margins, Quantity, Reach, Said, Side, Word, about, share_points};
use super::rules::{Verdict, bounds};
use super::spoken;
use crate::case::Hedge;

/// The source has one number.
pub fn row(printed: &Quantity, v: Num, margins: Margins<'_>) -> Option<Verdict> {
    match &printed.said {
        Said::Number(x) => number_row(*x, printed.hedge, v, margins),
        Said::Between(low, high) => {
            let reach = printed.reach(Side::Printed, margins)?;
            let (outcome, lies) = if reach.has(v) {
                (Outcome::Consistent, "within")
            } else {
                (Outcome::Wrong, "outside")
            };
            let rule = format!("the source's {v} lies {lies} {low} to {high}");
            Some(Verdict::new(outcome, rule))
        }
        Said::Word(word) => Some(word_row(word, v)),
        Said::Share(x) => share_row(*x, printed.hedge, v, margins),
    }
}

fn word_row(word: &Word, v: Num) -> Verdict {
    let reach = Reach {
        below: word.open,
        ..Reach::closed(word.low, word.high)
    };
    let means = format!("{} means {}; the source has {v}", word.word, bounds(&reach));
    let outcome = if reach.has(v) {
        Outcome::Consistent
    } else if !word.open {
        Outcome::Wrong
    } else if v < word.low {
        Outcome::Overstated
    } else {
        Outcome::Understated
    };
    Verdict::new(outcome, means)
}

fn share_row(x: Num, hedge: Option<Hedge>, v: Num, margins: Margins<'_>) -> Option<Verdict> {
    let by_points = matches!(
        hedge,
        None | Some(Hedge::Exactly | Hedge::About | Hedge::Odd | Hedge::Nearly)
    );
    if !by_points {
        return number_row(x, hedge, v, margins);
    }
    let points = share_points(hedge.filter(|hedge| *hedge != Hedge::Exactly));
    let outcome = if v.minus(x)?.size() <= points {
        Outcome::Consistent
    } else {
        Outcome::Wrong
    };
    let s = if points == Num::whole(1) { "" } else { "s" };
    let rule = format!("{x}% to within {points} point{s}; the source has {v}%");
    Some(Verdict::new(outcome, rule))
}

fn number_row(x: Num, hedge: Option<Hedge>, v: Num, margins: Margins<'_>) -> Option<Verdict> {
    let hedge = hedge.unwrap_or(Hedge::Exactly);
    let percent = margins.percent(hedge);
    let margin = x.percent(percent)?;
    let has = format!("the source has {v}");
    let says = format!("\u{201c}{} {x}\u{201d}", spoken::hedge(hedge));
    let (outcome, rule) = match hedge {
        Hedge::Nearly => {
            let (near, far) = (x.minus(margin)?, x.minus(margin)?.minus(margin)?);
            let outcome = match v {
                v if v >= x => Outcome::Wrong,
                v if v >= near => Outcome::Consistent,
                v if v >= far => Outcome::Stretched,
                _ => Outcome::Wrong,
            };
            let rule =
                format!("{says} fits {near} to just under {x} ({percent} per cent below); {has}");
            (outcome, rule)
        }
        Hedge::About | Hedge::Odd => {
            let beside = about(x, margins)?;
            let fits = v.minus(x)?.size() <= beside;
            let rule = format!("{says} fits {beside} on either side; {has}");
            (
                if fits {
                    Outcome::Consistent
                } else {
                    Outcome::Wrong
                },
                rule,
            )
        }
        Hedge::MoreThan | Hedge::AtLeast => {
            let most = x.plus(margin)?;
            let outcome = match v {
                v if v < x || (v == x && hedge == Hedge::MoreThan) => Outcome::Wrong,
                v if v <= most => Outcome::Consistent,
                _ => Outcome::Understated,
            };
            let rule = format!("{says} fits up to {most} ({percent} per cent more); {has}");
            (outcome, rule)
        }
        Hedge::UpTo | Hedge::FewerThan => {
            let least = x.minus(margin)?;
            let outcome = match v {
                v if v > x || (v == x && hedge == Hedge::FewerThan) => Outcome::Wrong,
                v if v >= least => Outcome::Consistent,
                _ => Outcome::Overstated,
            };
            let rule = format!("{says} fits {least} at least ({percent} per cent less); {has}");
            (outcome, rule)
        }
        Hedge::Exactly
        | Hedge::Half
        | Hedge::Dozens
        | Hedge::Scores
        | Hedge::Hundreds
        | Hedge::Thousands
        | Hedge::TensOfThousands
        | Hedge::Millions
        | Hedge::ACouple
        | Hedge::AFew
        | Hedge::Several => return bare_row(x, v, margins),
    };
    Some(Verdict::new(outcome, rule))
}

/// From here on a number may be rounded.
const ROUNDED_FROM: Num = Num::whole(20);

fn bare_row(x: Num, v: Num, margins: Margins<'_>) -> Option<Verdict> {
    if x == v {
        return Some(Verdict::new(Outcome::Consistent, "the source's own number"));
    }
    let half = x.last_digit()?.over(Num::whole(2))?;
    let percent = margins.percent(Hedge::Exactly);
    let beside = half.min(x.percent(percent)?);
    let off = v.minus(x)?.size();
    Some(if x >= ROUNDED_FROM && off <= beside {
        Verdict::new(
            Outcome::RoundedWithoutHedge,
            format!(
                "the source has {v}: right when rounded (half of the last digit and {percent} per cent at most, here {beside}); say \u{201c}about\u{201d}"
            ),
        )
    } else {
        Verdict::new(Outcome::Wrong, format!("the source has {v}, not {x}"))
    })
}
