//! Days, working days and months between two dates.

use super::number::Num;
use super::quantity::{Quantity, Said};
use super::unit::Unit;
use crate::case::{Date, When};
use jiff::civil::{self, Weekday};
use jiff::{Span, Unit as Grain};

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finest {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Finest {
    /// How finely this date is known.
    pub const fn of(date: Date) -> Self {
        match (date.month, date.day) {
            (None, _) => Self::Year,
            (Some(_), None) => Self::Month,
            (Some(_), Some(_)) => Self::Day,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// A duration, and how far a number of its unit may be off.
#[derive(Clone, Debug)]
pub struct Duration {
    /// So many, or between so many and so many.
    pub quantity: Quantity,
    /// Half a unit at the coarser grain of the two dates, in the quantity's own unit.
    pub half: Num,
}

/// The two days a duration is measured between: the first of each period.
pub fn ends(from: &When, to: &When) -> Option<(Date, Date)> {
    Some((from.from.or(from.to)?, to.from.or(to.to)?))
}

/// Days from the first date to the second, the first not counted.
pub fn days(from: Date, to: Date) -> Option<Duration> {
    let between = |a: civil::Date, b: civil::Date| {
        let span = a.until((Grain::Day, b)).ok()?;
        Some(Num::whole(i64::from(span.get_days())))
    };
    let least = between(from.last_day(), to.first_day())?;
    let most = between(from.first_day(), to.last_day())?;
    Some(measured(least, most, "days"))
}

/// Days from the first date to the second without weekends and holidays, the first not counted.
pub fn working_days(from: Date, to: Date, holidays: &[civil::Date]) -> Option<Duration> {
    let least = working(from.last_day(), to.first_day(), holidays);
    let most = working(from.first_day(), to.last_day(), holidays);
    Some(measured(least, most, "working-days"))
}

fn measured(least: Num, most: Num, unit: &str) -> Duration {
    let said = if least == most {
        Said::Number(least)
    } else {
        Said::Between(least.min(most), most.max(least))
    };
    Duration {
        quantity: with_unit(said, unit),
        half: half(),
    }
}

fn half() -> Num {
    Num::ratio(1, 2).unwrap_or(Num::ZERO)
}

fn with_unit(said: Said, unit: &str) -> Quantity {
    Quantity {
        said,
        hedge: None,
        unit: Some(Unit::known(unit)),
        signed: false,
    }
}

fn working(from: civil::Date, to: civil::Date, holidays: &[civil::Date]) -> Num {
    if to < from {
        return working(to, from, holidays).negated();
    }
    let number = |date: civil::Date| {
        let start = civil::date(1, 1, 1);
        start
            .until((Grain::Day, date))
            .map_or(0, |span| i64::from(span.get_days()))
    };
    // 1 January of the year 1 was a Monday: full weeks and the days of the last one.
    let upto = |date: civil::Date| {
        let days = number(date) + 1;
        days / 7 * 5 + (days % 7).min(5)
    };
    let weekday =
        |date: &civil::Date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut off: Vec<&civil::Date> = holidays
        .iter()
        .filter(|date| **date > from && **date <= to && weekday(date))
        .collect();
    off.sort_unstable();
    off.dedup();
    let off = i64::try_from(off.len()).unwrap_or(i64::MAX);
    Num::whole((upto(to) - upto(from)).saturating_sub(off))
}

/// The day so many working days later, or earlier.
pub fn working_day(from: civil::Date, by: i64, holidays: &[civil::Date]) -> Option<civil::Date> {
    let (mut day, mut left) = (from, by.unsigned_abs().min(100_000));
    // Counting back leaves out the last day, as counting on leaves out the first.
    while left > 0 {
        let counted = if by < 0 { day } else { day.tomorrow().ok()? };
        let free = matches!(counted.weekday(), Weekday::Saturday | Weekday::Sunday);
        left -= u64::from(!free && !holidays.contains(&counted));
        day = if by < 0 {
            day.yesterday().ok()?
        } else {
            counted
        };
    }
    Some(day)
}

/// Months from the first date to the second; days count as parts of the month they lie in. Where a day is missing the
/// months are counted as they stand, where a month is missing the years.
pub fn months(from: Date, to: Date) -> Option<Duration> {
    let grain = Finest::of(from).max(Finest::of(to));
    let index = |date: Date| {
        let month = date.month.map_or(0, |month| i64::from(month) - 1);
        let month = if grain == Finest::Year { 0 } else { month };
        i64::from(date.year) * 12 + month
    };
    let (value, half) = match grain {
        Finest::Day => (exact_months(from.first_day(), to.first_day())?, half()),
        Finest::Month => (Num::whole(index(to) - index(from)), half()),
        Finest::Year => (Num::whole(index(to) - index(from)), Num::whole(6)),
    };
    Some(Duration {
        quantity: with_unit(Said::Number(value), "months"),
        half,
    })
}

fn exact_months(from: civil::Date, to: civil::Date) -> Option<Num> {
    if to < from {
        return exact_months(to, from).map(Num::negated);
    }
    let whole = from.until((Grain::Month, to)).ok()?.get_months();
    let after = |months: i32| from.checked_add(Span::new().try_months(months).ok()?).ok();
    let anchor = after(whole)?;
    let length = match after(whole.checked_add(1)?) {
        Some(next) => anchor.until((Grain::Day, next)).ok()?.get_days(),
        None => i32::from(anchor.days_in_month()),
    };
    let rest = anchor.until((Grain::Day, to)).ok()?.get_days();
    Num::whole(i64::from(whole)).plus(Num::ratio(i128::from(rest), i128::from(length))?)
}

/// A date so many days or months later.
pub fn shifted(date: Date, by: i64, unit: &str) -> Option<Date> {
    let span = match unit {
        "months" => Span::new().try_months(by).ok()?,
        "years" => Span::new().try_years(by).ok()?,
        "weeks" => Span::new().try_weeks(by).ok()?,
        _ => Span::new().try_days(by).ok()?,
    };
    let later = date.first_day().checked_add(span).ok()?;
    let by_days = !matches!(unit, "months" | "years");
    if by_days && date.day.is_none() {
        return None;
    }
    Some(Date {
        year: later.year(),
        month: date.month.map(|_| later.month().cast_unsigned()),
        day: date.day.map(|_| later.day().cast_unsigned()),
    })
}

#[cfg(test)]
mod tests {
    use super::{days, months, working_days};
    use crate::case::Date;
    use crate::verify::figures::quantity::Said;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn said(said: &Said) -> String {
        match said {
            Said::Number(n) => n.to_string(),
            Said::Between(a, b) => format!("{a}-{b}"),
            Said::Word(_) | Said::Share(_) => unreachable!("a duration is a number"),
        }
    }

    #[test]
    fn days_leave_out_the_first() {
        let d = |a, b| said(&days(date(a), date(b)).unwrap().quantity.said);
        assert_eq!(d("2024-11-08", "2025-03-14"), "126");
        assert_eq!(d("2025-01-22", "2025-01-22"), "0");
        assert_eq!(d("2022-07", "2022-12-07"), "129-159");
        assert_eq!(d("2025-01-31", "2025-01-22"), "-9");
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let w = |a, b, off: &[&str]| {
            let off: Vec<_> = off.iter().map(|d| date(d).first_day()).collect();
            said(&working_days(date(a), date(b), &off).unwrap().quantity.said)
        };
        assert_eq!(w("2025-04-07", "2025-06-02", &[]), "40");
        assert_eq!(
            w(
                "2025-04-07",
                "2025-06-02",
                &["2025-04-18", "2025-04-21", "2025-05-01", "2025-05-03"]
            ),
            "37"
        );
        assert_eq!(w("2025-04-04", "2025-04-07", &[]), "1");
        assert_eq!(w("2025-04-05", "2025-04-06", &[]), "0");
    }

    #[test]
    fn months_may_be_fractional_and_follow_the_coarser_date() {
        let m = |a, b| said(&months(date(a), date(b)).unwrap().quantity.said);
        assert_eq!(m("2024-11-08", "2025-03-14"), "4.19");
        assert_eq!(m("2022-07", "2022-12-07"), "5");
        assert_eq!(m("2020", "2022-12-07"), "24");
        assert_eq!(m("2024-01-31", "2024-02-29"), "1");
        assert_eq!(m("9999-12-01", "9999-12-31"), "0.97");
    }
}
