//! Dates as case files write them: whole, partial, a range, or of limited precision (EDTF, ISO 8601-2).

use crate::text::lexicon::{Language, List};
use std::fmt;

/// A calendar date, perhaps without its day, or without its month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month; only with a month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2022`, `2022-07` or `2022-07-01`.
    ///
    /// # Errors
    /// If the text has another form, or the day does not exist; the text says which.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = || format!("`{text}` is not a date; write it like 2022-12-07, 2022-12 or 2022");
        let widths: Vec<usize> = text.split('-').map(str::len).collect();
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !digits || !matches!(widths[..], [4] | [4, 2] | [4, 2, 2]) {
            return Err(form());
        }
        let mut parts = text.split('-');
        let year: i16 = parts.next().and_then(|p| p.parse().ok()).ok_or_else(form)?;
        let month: Option<u8> = parts.next().and_then(|p| p.parse().ok());
        let day: Option<u8> = parts.next().and_then(|p| p.parse().ok());
        if year == 0 {
            return Err(form());
        }
        if let Some(m) = month.filter(|m| !(1..=12).contains(m)) {
            return Err(format!("there is no month {m} in `{text}`"));
        }
        let date = Self { year, month, day };
        match day {
            Some(d) if d == 0 || d > date.days_in_month() => Err(format!(
                "there is no day {d} in {} {year}",
                month_name(month.unwrap_or(1))
            )),
            _ => Ok(date),
        }
    }

    fn days_in_month(self) -> u8 {
        jiff::civil::Date::new(self.year, self.month.unwrap_or(1).cast_signed(), 1)
            .map_or(31, |first| first.days_in_month().cast_unsigned())
    }

    /// The first day that the date may mean.
    pub fn first_day(self) -> jiff::civil::Date {
        jiff::civil::date(
            self.year,
            self.month.unwrap_or(1).cast_signed(),
            self.day.unwrap_or(1).cast_signed(),
        )
    }

    /// The last day that the date may mean.
    pub fn last_day(self) -> jiff::civil::Date {
        match (self.month, self.day) {
            (None, _) => jiff::civil::date(self.year, 12, 31),
            (Some(_), None) => self.first_day().last_of_month(),
            (Some(_), Some(_)) => self.first_day(),
        }
    }

    /// The date as a reader says it: `6 Feb 2023`, `Feb 2023`, `2023`.
    pub fn spoken(self) -> String {
        let month = self.month.map(|month| &month_name(month)[..3]);
        match (self.day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", self.year),
            (_, Some(month)) => format!("{month} {}", self.year),
            (_, None) => self.year.to_string(),
        }
    }
}

/// The English name of a month from 1 to 12; screens use its first three letters. Empty for other numbers.
pub fn month_name(month: u8) -> &'static str {
    let mut months = Language::English.lexicon().entries(List::Months);
    let named = months.find(|(_, number)| number.parse() == Ok(month));
    named.map_or("", |(name, _)| name)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A date or a period; an end may be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The date, or the beginning of the period.
    pub from: Option<Date>,
    /// The end of the period, included; the same as `from` for a single date.
    pub to: Option<Date>,
    /// How sure the date is, as written: `{date, precision}` or an EDTF sign (`~` about, `?` uncertain).
    pub precision: Option<String>,
}

/// What a claim prints as its date: a date as case files write it, or the words of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintsDate {
    /// A date or period.
    When(When),
    /// Words: `February 6`, `last year`, `le 6 février 2023`.
    Words(String),
}

impl PrintsDate {
    /// The date, where it is written as one.
    pub const fn when(&self) -> Option<&When> {
        match self {
            Self::When(when) => Some(when),
            Self::Words(_) => None,
        }
    }

    /// As a reader says it.
    pub fn spoken(&self) -> String {
        match self {
            Self::When(when) => when.spoken(),
            Self::Words(words) => words.clone(),
        }
    }
}

impl When {
    /// A single date.
    pub const fn on(date: Date) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
            precision: None,
        }
    }

    /// Reads a date, an EDTF interval (`2022-12-07/2023-02`, `2022/..`), or either with `~`, `?` or `%` behind it.
    ///
    /// # Errors
    /// If it is none of these, or the period ends before it begins.
    pub fn parse(text: &str) -> Result<Self, String> {
        let body = text.trim_end_matches(['~', '?', '%']);
        let precision = match &text[body.len()..] {
            "" => None,
            "~" => Some("about".to_owned()),
            "?" => Some("uncertain".to_owned()),
            "%" => Some("about, uncertain".to_owned()),
            other => {
                return Err(format!(
                    "`{other}` after a date is not understood; use ~ for about or ? for uncertain"
                ));
            }
        };
        let end = |part: &str| match part {
            ".." | "" => Ok(None),
            date => Date::parse(date).map(Some),
        };
        let (from, to) = match body.split_once('/') {
            Some((".." | "", ".." | "")) => {
                return Err(format!("`{text}` is a period without beginning and end"));
            }
            Some((from, to)) => (end(from)?, end(to)?),
            None => {
                let date = Date::parse(body)?;
                (Some(date), Some(date))
            }
        };
        let when = Self {
            from,
            to,
            precision,
        };
        if when.ends_before_it_begins() {
            return Err(format!("the period `{text}` ends before it begins"));
        }
        Ok(when)
    }

    /// True if no day of the end is on or after the first day of the beginning.
    pub fn ends_before_it_begins(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to.last_day() < from.first_day())
    }

    /// True if it is one date, not a period.
    pub fn is_single(&self) -> bool {
        self.from.is_some() && self.from == self.to
    }

    /// As a reader says it: `6 Feb 2023`, `7 Dec 2022 – Feb 2023`, `from 2022`.
    pub fn spoken(&self) -> String {
        let words = match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => from.spoken(),
            (Some(from), Some(to)) => format!("{} – {}", from.spoken(), to.spoken()),
            (Some(from), None) => format!("from {}", from.spoken()),
            (None, Some(to)) => format!("until {}", to.spoken()),
            (None, None) => "any time".to_owned(),
        };
        match &self.precision {
            Some(precision) => format!("{words} ({precision})"),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, When};

    #[test]
    fn partial_dates_are_read_and_printed_the_same() {
        for text in ["2022", "2022-07", "2022-07-01", "2024-02-29"] {
            assert_eq!(
                Date::parse(text).map(|d| d.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        assert_eq!(
            Date::parse("2023-02-30"),
            Err("there is no day 30 in February 2023".into())
        );
        assert_eq!(
            Date::parse("2023-02-29"),
            Err("there is no day 29 in February 2023".into())
        );
        assert_eq!(
            Date::parse("2023-13"),
            Err("there is no month 13 in `2023-13`".into())
        );
        for text in [
            "",
            "23",
            "2023-2",
            "2023-02-1",
            "Feb 2023",
            "2023/02/01",
            "0000",
            "٢٠٢٣",
        ] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_period_may_be_open_but_not_backwards() {
        assert_eq!(
            When::parse("2022-12-07/2023-02").map(|w| w.spoken()),
            Ok("7 Dec 2022 – Feb 2023".into())
        );
        assert_eq!(
            When::parse("2022/..").map(|w| w.spoken()),
            Ok("from 2022".into())
        );
        assert!(When::parse("2023-02/2022-12-07").is_err());
        assert!(When::parse("2022-12-07/2022").is_ok());
        for nothing in ["/", "../..", "..", "/~"] {
            assert!(When::parse(nothing).is_err(), "{nothing}");
        }
        assert_eq!(
            When::parse("2022-12~").map(|w| w.spoken()),
            Ok("Dec 2022 (about)".into())
        );
    }
}
