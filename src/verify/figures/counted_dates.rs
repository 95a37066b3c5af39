//! The dates a story's words mean, those included that are counted from another: "a three-year period starting
//! 6 February 2023" ends on 5 February 2026, "five months before 6 February" is about 6 September.

use super::dates::{FoundDate, dates};
use super::days::{shifted, working_day};
use super::language::languages;
use super::quantity::Said;
use super::read::{Found, quantities};
use super::value::Value;
use crate::case::{Case, Date, When};
use crate::text::fold::fold;
use crate::text::lexicon::{Lexicon, List};
use jiff::Span;

/// How the words lie to the day they count from.
#[derive(Clone, Copy)]
enum Way {
    Ends,
    Before,
    After,
}

/// Every date that words may mean, held against a value: where that is a period, so is what a duration spans.
pub fn spelt_dates(case: &Case, words: &str, value: &Value) -> Vec<When> {
    let as_of = case.head.as_of.get().copied();
    let mut found = dates(words, as_of);
    if found.is_empty() {
        // "February" alone: a month wants a word before it in running text, but not here.
        found = dates(&format!("in {words}"), as_of);
        return found.into_iter().map(|found| found.when).collect();
    }
    let counted = found
        .iter()
        .filter_map(|date| counted(case, words, date, value));
    let counted: Vec<When> = counted.collect();
    found
        .into_iter()
        .map(|found| found.when)
        .chain(counted)
        .collect()
}

fn counted(case: &Case, words: &str, date: &FoundDate, value: &Value) -> Option<When> {
    let before = words.get(..date.span.start)?;
    let (duration, way) = languages(before, None).into_iter().find_map(|language| {
        let last = quantities(before, language).pop()?;
        let between = fold(before.get(last.span.end..)?);
        Some((last, way(&between)?))
    })?;
    let start = date.when.from.filter(|_| date.when.is_single())?;
    match way {
        Way::Ends => period(&duration, start, value),
        Way::Before | Way::After => around(case, &duration, start, matches!(way, Way::Before)),
    }
}

fn way(between: &str) -> Option<Way> {
    let lexicon = Lexicon::of_all();
    let words: Vec<&str> = between.split_whitespace().collect();
    let is = |list, words: &[&str]| lexicon.phrase(list, words).is_some();
    // "a three-year period starting", "three years of validity from"
    let behind = words.split_first();
    let behind = behind.filter(|(noun, _)| lexicon.has(List::Periods, noun));
    let begins = |words: &[&str]| is(List::PeriodBegins, words);
    if begins(&words) || behind.is_some_and(|(_, rest)| begins(rest)) {
        Some(Way::Ends)
    } else if is(List::CountedBackFrom, &words) {
        Some(Way::Before)
    } else {
        is(List::CountedOnFrom, &words).then_some(Way::After)
    }
}

fn length(duration: &Found) -> Option<(i64, &str)> {
    let Said::Number(n) = duration.quantity.said else {
        return None;
    };
    let unit = duration.quantity.unit.as_ref()?.key();
    let known = ["days", "working-days", "weeks", "months", "years"].contains(&unit);
    known.then_some((n.small()?, unit))
}

/// From the first day to the day before the anniversary; held against one day it is that last day.
fn period(duration: &Found, start: Date, value: &Value) -> Option<When> {
    let (n, unit) = length(duration).filter(|(_, unit)| *unit != "working-days")?;
    let anniversary = shifted(start, n, unit)?;
    let last = if start.day.is_some() {
        When::on(day(anniversary.first_day().yesterday().ok()?)).from?
    } else {
        anniversary
    };
    let spans = matches!(value, Value::When(when) if !when.is_single());
    Some(When {
        from: Some(if spans { start } else { last }),
        to: Some(last),
        precision: None,
    })
}

/// So long before or after a day, to within half a unit.
fn around(case: &Case, duration: &Found, from: Date, back: bool) -> Option<When> {
    let (n, unit) = length(duration)?;
    let n = if back { -n } else { n };
    if unit == "working-days" {
        let holidays = case.head.holidays.items().iter();
        let holidays: Vec<_> = holidays.map(|day| day.value.first_day()).collect();
        return Some(When::on(day(working_day(from.first_day(), n, &holidays)?)));
    }
    let there = shifted(from, n, unit)?;
    let hedged = duration.quantity.hedge.is_some();
    let half = match unit {
        "years" => 183,
        "months" => 15,
        "weeks" => 3,
        // "about 60 days": about is within a twentieth.
        _ if hedged => (n.abs() / 20).max(1),
        _ => 0,
    };
    let half = Span::new().try_days(half).ok()?;
    let first = there.first_day().checked_sub(half).ok()?;
    let last = there.last_day().checked_add(half).ok()?;
    Some(When {
        from: Some(day(first)),
        to: Some(day(last)),
        precision: None,
    })
}

fn day(day: jiff::civil::Date) -> Date {
    Date {
        year: day.year(),
        month: Some(day.month().cast_unsigned()),
        day: Some(day.day().cast_unsigned()),
    }
}
