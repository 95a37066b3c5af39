//! Reads the dates of a text, in all languages at once: "7 December 2022", "April 4", "le 1er mars", "last year".
//!
//! What leaves the year out is read against the day the text speaks from: it is the latest one not after it.

use super::numeral::is_ordinal_ending;
use super::pieces::{Piece, pieces};
use crate::case::{Date, When};
use crate::text::lexicon::{Language, Lexicon, List};
use jiff::civil;
use jiff::{Span, ToSpan};
use std::ops::Range;

/// A date of a text, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The date or period.
    pub when: When,
    /// Its bytes.
    pub span: Range<usize>,
}

/// Every date of a text, in order.
pub fn dates(text: &str, as_of: Option<Date>) -> Vec<FoundDate> {
    dates_of(text, &pieces(text, false), as_of)
}

/// The dates of a text that was cut into pieces.
pub fn dates_of(text: &str, all: &[Piece], as_of: Option<Date>) -> Vec<FoundDate> {
    let reader = Reader {
        text,
        pieces: all,
        lexicon: Lexicon::of_all(),
        as_of,
    };
    let (mut found, mut at) = (vec![], 0);
    while at < all.len() {
        match reader.date(at) {
            Some((when, next)) if next > at => {
                let span = all[at].span.start..all[next - 1].span.end;
                found.extend(when.map(|when| FoundDate { when, span }));
                at = next;
            }
            _ => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    lexicon: &'static Lexicon,
    as_of: Option<Date>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        self.pieces.get(at).and_then(Piece::word)
    }

    fn plain(&self, at: usize) -> Option<i64> {
        self.pieces.get(at).and_then(Piece::plain)
    }

    /// The date that begins here, and the piece behind it; a date whose year nobody knows is passed over.
    fn date(&self, at: usize) -> Option<(Option<When>, usize)> {
        self.iso(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.year_alone(at))
    }

    fn iso(&self, at: usize) -> Option<(Option<When>, usize)> {
        let span = &self.pieces.get(at)?.span;
        let digits = |at: usize, n: usize| {
            let piece = self.pieces.get(at);
            piece.is_some_and(|p| p.plain().is_some() && p.span.len() == n)
        };
        let dash = |at: usize| self.pieces.get(at).is_some_and(|p| p.is('-') && p.glued);
        if !(digits(at, 4)
            && dash(at + 1)
            && digits(at + 2, 2)
            && dash(at + 3)
            && digits(at + 4, 2))
        {
            return None;
        }
        let written = &self.text[span.start..self.pieces[at + 4].span.end];
        let date = Date::parse(written).ok()?;
        Some((Some(When::on(date)), at + 5))
    }

    fn has(&self, at: usize, list: List) -> bool {
        self.word(at)
            .is_some_and(|word| self.lexicon.has(list, word))
    }

    /// The number a name stands for, written with a capital where its language does so.
    fn named<T: std::str::FromStr>(&self, at: usize, list: List) -> Option<T> {
        let word = self.word(at)?;
        let number = self.lexicon.value(list, word)?.parse().ok()?;
        let written = &self.text[self.pieces[at].span.clone()];
        let capital = written.starts_with(char::is_uppercase);
        (capital || !self.lexicon.has_capital(list, word)).then_some(number)
    }

    fn month(&self, at: usize) -> Option<u8> {
        self.named(at, List::Months)
    }

    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let piece = self.pieces.get(at).filter(|piece| piece.span.len() <= 2)?;
        let day = u8::try_from(piece.plain()?)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        let glued = |at: usize| self.pieces.get(at).filter(|piece| piece.glued);
        let ends = |at: usize| {
            let ending = glued(at).and_then(Piece::word);
            ending.is_some_and(is_ordinal_ending)
        };
        // German: "4. September"
        if glued(at + 1).is_some_and(|piece| piece.is('.')) && self.is_numbered_by_a_stop(at + 2) {
            return Some((day, at + 2));
        }
        // "1.º"
        let stop = usize::from(glued(at + 1).is_some_and(|piece| piece.is('.')) && ends(at + 2));
        Some((day, at + 1 + stop + usize::from(ends(at + 1 + stop))))
    }

    /// True for a month of a language that makes ordinals by a full stop.
    fn is_numbered_by_a_stop(&self, month: usize) -> bool {
        let mut languages = Language::with(List::OrdinalEndings).map(Language::lexicon);
        let word = self.word(month).unwrap_or_default();
        languages.any(|own| own.has(List::OrdinalEndings, ".") && own.has(List::Months, word))
    }

    /// "primero de mayo", "premier mars", "the first of May".
    fn first_day(&self, at: usize) -> Option<(u8, usize)> {
        let word = self.word(at)?;
        let behind = self.lexicon.value(List::FirstDay, word)?;
        (behind.is_empty() || self.word(at + 1) == Some(behind)).then_some((1, at + 1))
    }

    /// A short name of a month behind a day, in small letters too: "4 sept. 2022", "12 dic. 2022".
    fn short_month(&self, at: usize) -> Option<(u8, usize)> {
        let word = self.word(at)?;
        let month = self.lexicon.value(List::ShortMonths, word)?.parse().ok()?;
        let stop = usize::from(self.stop(at + 1));
        let year = self.year_behind(at + 1 + stop).is_some();
        let stopped = stop > 0 && !self.lexicon.has(List::Modals, word);
        (year || stopped).then_some((month, at + 1 + stop))
    }

    fn stop(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|p| p.is('.') && p.glued)
    }

    /// A year behind a date, after a comma or "de".
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let skip = self.has(at, List::DateJoiners)
            || self
                .pieces
                .get(at)
                .is_some_and(|p| p.is(',') || (p.is('.') && p.glued));
        let at = at + usize::from(skip);
        self.year(at).map(|year| (year, at + 1))
    }

    fn year(&self, at: usize) -> Option<i16> {
        let four = self.pieces.get(at)?.span.len() == 4;
        let year = self.plain(at).filter(|year| (1700..2200).contains(year))?;
        four.then(|| i16::try_from(year).ok()).flatten()
    }

    /// "7 December 2022", "le 7 décembre", "7 de diciembre de 2022", "9-12 July".
    fn day_first(&self, at: usize) -> Option<(Option<When>, usize)> {
        let (day, mut next) = self.day(at).or_else(|| self.first_day(at))?;
        let mut last = None;
        if self.pieces.get(next).is_some_and(|p| p.is('-')) {
            let (other, behind) = self.day(next + 1)?;
            (last, next) = (Some(other), behind);
        }
        if self.has(next, List::DateJoiners) {
            next += 1;
        }
        let named = self.month(next).map(|month| (month, next + 1));
        let (month, next) = named.or_else(|| self.short_month(next))?;
        let year = self.year_behind(next);
        let end = year.map_or(next, |(_, end)| end);
        Some((self.period(day, last, month, year.map(|(y, _)| y)), end))
    }

    /// "December 7, 2022", "March 2023", "in April".
    fn month_first(&self, at: usize) -> Option<(Option<When>, usize)> {
        let Some(month) = self.month(at) else {
            // "dic. 2022"
            let (month, next) = self.short_month(at)?;
            let (year, end) = self.year_behind(next)?;
            return Some((Some(When::on(month_of(year, month))), end));
        };
        let next = at + 1 + usize::from(self.stop(at + 1));
        if let Some((day, next)) = self.day(next) {
            let year = self.year_behind(next);
            let end = year.map_or(next, |(_, end)| end);
            return Some((self.period(day, None, month, year.map(|(y, _)| y)), end));
        }
        if let Some((year, end)) = self.year_behind(next) {
            return Some((Some(When::on(month_of(year, month))), end));
        }
        let before = at.checked_sub(1)?;
        let dated = self.has(before, List::BeforeADate) || self.has(before, List::BeforeAMonth);
        dated.then_some(())?;
        let today = self.as_of;
        let last = self.has(before, List::TheLast);
        let year = today.map(|today| {
            let later = today
                .month
                .is_some_and(|now| month > now || (last && month == now));
            today.year - i16::from(later)
        });
        Some((year.map(|year| When::on(month_of(year, month))), at + 1))
    }

    fn period(&self, day: u8, last: Option<u8>, month: u8, year: Option<i16>) -> Option<When> {
        let on = |day: u8, year: i16| {
            let text = format!("{year:04}-{month:02}-{day:02}");
            Date::parse(&text).ok()
        };
        let year = year.or_else(|| {
            let today = self.as_of?;
            let later = (month, day) > (today.month.unwrap_or(12), today.day.unwrap_or(31));
            Some(today.year - i16::from(later))
        })?;
        let from = on(day, year)?;
        let to = match last {
            Some(last) => on(last, year).filter(|to| *to > from)?,
            None => from,
        };
        Some(When {
            from: Some(from),
            to: Some(to),
            precision: None,
        })
    }

    fn year_alone(&self, at: usize) -> Option<(Option<When>, usize)> {
        let year = self.year(at)?;
        self.has(at.checked_sub(1)?, List::BeforeADate)
            .then_some(())?;
        let date = Date {
            year,
            month: None,
            day: None,
        };
        Some((Some(When::on(date)), at + 1))
    }

    fn relative(&self, at: usize) -> Option<(Option<When>, usize)> {
        let today = self.as_of.filter(|today| today.day.is_some());
        let words = |nth| self.word(at + nth);
        if let Some(phrase) = self.lexicon.longest(List::RelativeDates, words) {
            let when = today.and_then(|today| moved(today.first_day(), phrase.value));
            return Some((when, at + phrase.words.len()));
        }
        let weekday: i8 = self.named(at, List::Weekdays)?;
        // "Friday 14 March 2025" is that day, not the latest Friday.
        if self.day_first(at + 1).is_some()
            || self.month(at + 1).is_some()
            || self.month(at + 2).is_some()
        {
            return None;
        }
        let when = today.and_then(|today| {
            let today = today.first_day();
            let back = (today.weekday().to_monday_zero_offset() - weekday).rem_euclid(7);
            Some(When::on(whole(
                today.checked_sub(i64::from(back).days()).ok()?,
            )))
        });
        Some((when, at + 1))
    }
}

fn month_of(year: i16, month: u8) -> Date {
    Date {
        year,
        month: Some(month),
        day: None,
    }
}

fn whole(day: civil::Date) -> Date {
    Date {
        year: day.year(),
        month: Some(day.month().cast_unsigned()),
        day: Some(day.day().cast_unsigned()),
    }
}

/// The day, week, month or year that lies so far from a day: `year -1` is the last one.
fn moved(today: civil::Date, by: &str) -> Option<When> {
    let (unit, by) = by.split_once(' ')?;
    let by: i32 = by.parse().ok()?;
    let span = match unit {
        "day" => Span::new().try_days(by).ok()?,
        "week" => Span::new().try_weeks(by).ok()?,
        "month" => Span::new().try_months(by).ok()?,
        _ => Span::new().try_years(by).ok()?,
    };
    let then = today.checked_add(span).ok()?;
    let date = whole(then);
    Some(match unit {
        "day" => When::on(date),
        "week" => {
            let monday = i64::from(then.weekday().to_monday_zero_offset());
            let first = then.checked_sub(monday.days()).ok()?;
            When {
                from: Some(whole(first)),
                to: Some(whole(first.checked_add(6.days()).ok()?)),
                precision: None,
            }
        }
        "month" => When::on(Date { day: None, ..date }),
        _ => When::on(Date {
            month: None,
            day: None,
            ..date
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::dates;
    use crate::case::Date;

    fn told(text: &str) -> Vec<String> {
        let as_of = Date::parse("2023-12-08").ok();
        dates(text, as_of).iter().map(|f| f.when.spoken()).collect()
    }

    #[test]
    fn dates_are_read_in_three_languages() {
        for (text, date) in [
            ("It began on 7 December 2022.", "7 Dec 2022"),
            ("It began on December 7, 2022, at noon.", "7 Dec 2022"),
            ("In March 2023 it ended.", "Mar 2023"),
            ("le 1er mars 2024", "1 Mar 2024"),
            ("el 7 de diciembre de 2022", "7 Dec 2022"),
            ("dated 2022-12-07", "7 Dec 2022"),
            ("in 2022", "2022"),
            ("9-12 July 2024", "9 Jul 2024 – 12 Jul 2024"),
            ("on Friday 14 March 2025", "14 Mar 2025"),
            ("el 4 de setiembre de 2022", "4 Sep 2022"),
            ("el 4 de setiembre", "4 Sep 2023"),
            ("4 de set. de 2022", "4 Sep 2022"),
            ("le 4 sept. 2022", "4 Sep 2022"),
            ("le 4 sept. à Lima", "4 Sep 2023"),
            ("el 12 dic. 2022", "12 Dec 2022"),
            ("en dic. 2022", "Dec 2022"),
            ("le 25 févr. 2022", "25 Feb 2022"),
            ("le 25 fév. 2022", "25 Feb 2022"),
            ("7 sept 2022", "7 Sep 2022"),
            ("Sept. 7, 2022", "7 Sep 2022"),
            ("10 may. 2022", "10 May 2022"),
            ("el 1.º de mayo de 2022", "1 May 2022"),
            ("el 1º de mayo de 2022", "1 May 2022"),
            ("el 1ro de mayo de 2022", "1 May 2022"),
            ("el primero de mayo de 2022", "1 May 2022"),
            ("le premier mai 2022", "1 May 2022"),
            ("the first of May 2022", "1 May 2022"),
        ] {
            assert_eq!(told(text), [date], "{text}");
        }
    }

    #[test]
    fn what_leaves_the_year_out_is_the_latest_not_after_today() {
        for (text, date) in [
            ("on April 4", "4 Apr 2023"),
            ("on 7 December", "7 Dec 2023"),
            ("on 9 December", "9 Dec 2022"),
            ("In April a maker", "Apr 2023"),
            ("since last year", "2022"),
            ("said yesterday", "7 Dec 2023"),
            ("is due tomorrow", "9 Dec 2023"),
            ("on Friday", "8 Dec 2023"),
            ("on Monday", "4 Dec 2023"),
            ("this week", "4 Dec 2023 – 10 Dec 2023"),
            ("l’an dernier", "2022"),
            ("el mes pasado", "Nov 2023"),
        ] {
            assert_eq!(told(text), [date], "{text}");
        }
        assert!(dates("on April 4", None).is_empty());
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "They may go.",
            "May I?",
            "a march of 2,000 people",
            "30 February 2023",
            "page 2022",
            "a set of 10",
            "only 10 may. Others",
            "the first March was long",
            "10 to 12 mars bars? no",
        ] {
            let told = told(text);
            assert!(told.is_empty() || text.contains("mars"), "{text}: {told:?}");
        }
    }
}
