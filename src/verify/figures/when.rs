//! The judgement of a printed date against a source's.

use super::days::Finest;
use super::outcome::Outcome;
use super::rules::Verdict;
use crate::case::{Hedge, When};
use jiff::civil;

/// First and last day; an open end is as far as a calendar goes.
fn days(when: &When) -> (civil::Date, civil::Date) {
    let first = when.from.map_or(civil::Date::MIN, |date| date.first_day());
    let last = when.to.map_or(civil::Date::MAX, |date| date.last_day());
    (first, last)
}

fn grain(when: &When) -> Finest {
    let ends = [when.from, when.to].into_iter().flatten();
    ends.map(Finest::of).max().unwrap_or(Finest::Year)
}

/// Compares a printed date with the source's.
pub fn compare_dates(printed: &When, how: Option<Hedge>, source: &When) -> Verdict {
    let (ours, theirs) = (days(printed), days(source));
    let (us, them) = (printed.spoken(), source.spoken());
    let hedge = how.filter(|how| *how != Hedge::Exactly);
    let verdict = |outcome, rule: String| Verdict::new(outcome, rule);
    if let Some(verdict) = hedge.and_then(|hedge| hedged(hedge, printed, source)) {
        return verdict;
    }
    let unsure = source
        .precision
        .as_deref()
        .is_some_and(|p| p.contains("about") || p.contains("uncertain"));
    let holds = ours.0 <= theirs.0 && theirs.1 <= ours.1;
    let inside = theirs.0 <= ours.0 && ours.1 <= theirs.1;
    if !holds && !inside {
        return if ours.0 <= theirs.1 && theirs.0 <= ours.1 {
            verdict(
                Outcome::HedgeShifted,
                format!("{us} and the source's {them} only overlap"),
            )
        } else {
            verdict(Outcome::Wrong, format!("the source has {them}, not {us}"))
        };
    }
    if unsure && printed.precision.is_none() && !(holds && ours != theirs) {
        return verdict(
            Outcome::HedgeDropped,
            format!("the source is not sure: {them}"),
        );
    }
    if holds {
        let rule = if ours == theirs {
            "the source's own date".to_owned()
        } else {
            format!("{us} is coarser than the source's {them}, and takes it in")
        };
        return verdict(Outcome::Consistent, rule);
    }
    if source.is_single() {
        let (fine, coarse) = (grain(printed).word(), grain(source).word());
        return verdict(
            Outcome::HedgeDropped,
            format!("the source knows the {coarse} only, {them}; the story prints the {fine}"),
        );
    }
    verdict(
        Outcome::InsideRange,
        format!("{us} lies within the source's {them}"),
    )
}

fn hedged(hedge: Hedge, printed: &When, source: &When) -> Option<Verdict> {
    let (ours, theirs) = (days(printed), days(source));
    let them = source.spoken();
    let (fits, rule) = match hedge {
        Hedge::About | Hedge::Odd => {
            let beside = match grain(printed) {
                Finest::Day => 3,
                Finest::Month => 15,
                Finest::Year => 183,
            };
            let span = jiff::Span::new().try_days(beside).ok()?;
            let low = ours.0.checked_sub(span).unwrap_or(civil::Date::MIN);
            let high = ours.1.checked_add(span).unwrap_or(civil::Date::MAX);
            (
                low <= theirs.0 && theirs.1 <= high,
                format!("about fits {beside} days on either side; the source has {them}"),
            )
        }
        Hedge::Nearly | Hedge::FewerThan => {
            (theirs.1 < ours.0, format!("before; the source has {them}"))
        }
        Hedge::UpTo => (
            theirs.1 <= ours.1,
            format!("not after; the source has {them}"),
        ),
        Hedge::MoreThan => (theirs.0 > ours.1, format!("after; the source has {them}")),
        Hedge::AtLeast => (
            theirs.0 >= ours.0,
            format!("not before; the source has {them}"),
        ),
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
        | Hedge::Several => return None,
    };
    let outcome = if fits {
        Outcome::Consistent
    } else {
        Outcome::Wrong
    };
    Some(Verdict::new(outcome, rule))
}

#[cfg(test)]
mod tests {
    use super::compare_dates;
    use crate::case::{Hedge, When};
    use crate::verify::figures::Outcome;

    #[test]
    fn coarser_holds_finer_drops_and_another_day_is_wrong() {
        for (printed, how, source, outcome) in [
            ("2025-03-14", None, "2025-03-14", Outcome::Consistent),
            ("2025-03-13", None, "2025-03-14", Outcome::Wrong),
            ("2024-11", None, "2024-11-08", Outcome::Consistent),
            ("2024-07-09", None, "2024-07", Outcome::HedgeDropped),
            (
                "2024-11-15",
                None,
                "2024-11-11/2024-12-20",
                Outcome::InsideRange,
            ),
            (
                "2024-12",
                None,
                "2024-11-11/2024-12-20",
                Outcome::HedgeShifted,
            ),
            ("2022-12", None, "2022-12?", Outcome::HedgeDropped),
            ("2022", None, "2022-12?", Outcome::Consistent),
            (
                "2022-12-07",
                Some(Hedge::About),
                "2022-12-09",
                Outcome::Consistent,
            ),
            (
                "2022-12-07",
                Some(Hedge::FewerThan),
                "2022-12-06",
                Outcome::Consistent,
            ),
            (
                "2022-12-07",
                Some(Hedge::FewerThan),
                "2022-12-07",
                Outcome::Wrong,
            ),
            ("2022-12-07", None, "2022/..", Outcome::InsideRange),
        ] {
            let (printed, source) = (When::parse(printed).unwrap(), When::parse(source).unwrap());
            assert_eq!(
                compare_dates(&printed, how, &source).outcome,
                outcome,
                "{printed:?} {source:?}"
            );
        }
    }
}
