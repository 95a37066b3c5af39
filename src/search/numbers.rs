//! A record's days and amounts: as numbers for `date:` and `amount:`, and spelt out as people type them.

use super::entry::{Amounts, Days};
use crate::case::{Amount, Body, Date, PrintsDate, When, month_name};

/// The days a record speaks of.
pub fn days(body: &Body) -> Vec<Days> {
    let whens: Vec<Option<&When>> = match body {
        Body::Event(r) => vec![r.date.get()],
        Body::Source(r) => vec![r.date.get(), r.captured.get()],
        Body::Permit(r) => vec![r.applied.get(), r.approved.get()],
        Body::Request(r) => vec![r.filed.get(), r.due.get(), r.answered.get()],
        Body::Casualty(r) => vec![r.period.get()],
        Body::Figure(r) => vec![r.as_of.get()],
        Body::Contact(r) => vec![r.deadline.get()],
        Body::Claim(r) => {
            let printed = r.date.get().and_then(|test| test.prints.get());
            vec![printed.and_then(PrintsDate::when)]
        }
        Body::Party(_) | Body::Quote(_) => vec![],
    };
    let mut all: Vec<Days> = whens.into_iter().flatten().filter_map(span).collect();
    if let Body::Permit(permit) = body {
        let valid = permit
            .valid
            .get()
            .and_then(crate::case::records::Validity::period);
        all.extend(valid.as_ref().and_then(span));
    }
    all
}

fn span(when: &When) -> Option<Days> {
    let first = number(when.from.or(when.to)?, 0);
    let last = number(when.to.or(when.from)?, 99);
    Some(Days { first, last })
}

/// A date as yyyymmdd; a missing month or day is `open`.
fn number(date: Date, open: i32) -> i32 {
    let month = date.month.map_or(open, i32::from);
    let day = date.day.map_or(open, i32::from);
    i32::from(date.year) * 10_000 + month * 100 + day
}

/// Days as people say them: `6 February 2023`, and both ends of a period.
pub fn spelt_days(days: Days) -> String {
    let spell = |day: i32| {
        let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
        let month = u8::try_from(month).map_or("", month_name);
        let month = Some(month).filter(|name| !name.is_empty());
        match (month, day) {
            (Some(month), 1..=31) => format!("{day} {month} {year}"),
            (Some(month), _) => format!("{month} {year}"),
            (None, _) => year.to_string(),
        }
    };
    let (first, last) = (spell(days.first), spell(days.last));
    if first == last {
        first
    } else {
        format!("{first} – {last}")
    }
}

/// Amounts as people round them: `10 billion`, `1.7 million`; nothing for small ones and ranges.
pub fn spelt_amount(amounts: Amounts) -> String {
    let value = amounts.most;
    if amounts.least.total_cmp(&value).is_ne() {
        return String::new();
    }
    for (scale, word) in [(1e9, "billion"), (1e6, "million")] {
        if value >= scale {
            return format!("{} {word}", (value / scale * 100.0).round() / 100.0);
        }
    }
    String::new()
}

/// The numbers a record gives.
pub fn amounts(body: &Body) -> Vec<Amounts> {
    let given: Vec<Option<&Amount>> = match body {
        Body::Figure(r) => vec![r.value.get()],
        Body::Casualty(r) => vec![r.killed.get(), r.injured.get(), r.missing.get()],
        Body::Permit(r) => vec![
            r.value.get().and_then(|money| money.amount.get()),
            r.shipped_value.get().and_then(|money| money.amount.get()),
        ],
        _ => vec![],
    };
    let limits = given.into_iter().flatten().map(Amount::limits);
    limits
        .filter_map(|(low, high)| {
            let least = low.or(high)?.to_f64();
            let most = high.or(low)?.to_f64();
            Some(Amounts { least, most })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_spelt_as_they_are_said() {
        let spelt = |first, last| spelt_days(Days { first, last });
        assert_eq!(spelt(2023_0206, 2023_0206), "6 February 2023");
        assert_eq!(spelt(2023_0200, 2023_0299), "February 2023");
        assert_eq!(spelt(2023_0000, 2023_9999), "2023");
        assert_eq!(
            spelt(2022_1207, 2023_0299),
            "7 December 2022 – February 2023"
        );
    }

    #[test]
    fn large_amounts_are_spelt_as_they_are_said() {
        assert_eq!(spelt_amount(Amounts::just(1e10)), "10 billion");
        assert_eq!(spelt_amount(Amounts::just(2_380_000.0)), "2.38 million");
        assert_eq!(spelt_amount(Amounts::just(960_000.0)), "");
    }

    #[test]
    fn what_is_spelt_is_read_back_as_the_same_number_and_date() {
        use crate::text::lexicon::Language;
        use crate::verify::figures::{Num, Said, dates, quantity};
        for n in [1_000_000, 2_380_000, 10_000_000_000_i64] {
            let spelt = spelt_amount(Amounts::just(n.to_string().parse().unwrap()));
            let read = quantity(&spelt, Language::English).unwrap();
            assert_eq!(read.said, Said::Number(Num::whole(n)), "{spelt}");
        }
        for (first, last, when) in [
            (2023_0206, 2023_0206, "2023-02-06"),
            (2023_0200, 2023_0299, "2023-02"),
        ] {
            let spelt = spelt_days(Days { first, last });
            let read = dates(&spelt, None);
            assert_eq!(read[0].when, When::parse(when).unwrap(), "{spelt}");
        }
    }
}
