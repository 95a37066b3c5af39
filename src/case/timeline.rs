//! Everything in a case that has a date, on one axis: events, the validity of permits, casualty periods, requests, sources.

use super::records::Validity;
use super::{Body, Case, Date, RecordIx, When};
use jiff::civil;

/// What in a record stands on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dated {
    /// An event happened.
    Event,
    /// A permit is valid.
    Valid,
    /// A permit was applied for.
    Applied,
    /// A permit was approved.
    Approved,
    /// People were killed, injured or went missing.
    Casualties,
    /// An access request was filed.
    Filed,
    /// An access request was answered.
    Answered,
    /// A party was asked for comment.
    Asked,
    /// A source was published or heard.
    Published,
}

impl Dated {
    /// The word for it on screens.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Valid => "valid",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Casualties => "casualties",
            Self::Filed => "filed",
            Self::Answered => "answered",
            Self::Asked => "asked",
            Self::Published => "source",
        }
    }
}

/// One thing on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The record.
    pub record: RecordIx,
    /// What of it.
    pub what: Dated,
    /// When.
    pub when: When,
}

impl Moment {
    /// The first and last day it may cover; an open end takes the other one's.
    pub fn days(&self) -> Option<(civil::Date, civil::Date)> {
        let first = self.when.from.or(self.when.to)?.first_day();
        let last = self.when.to.or(self.when.from)?.last_day();
        Some((first, last))
    }
}

/// Every dated thing of the case, earliest first.
pub fn timeline(case: &Case) -> Vec<Moment> {
    let mut moments = vec![];
    for (record, entry) in case.iter() {
        let mut add = |what: Dated, when: Option<&When>| {
            if let Some(when) = when.filter(|w| w.from.or(w.to).is_some()) {
                let when = when.clone();
                moments.push(Moment { record, what, when });
            }
        };
        match &entry.body {
            Body::Event(event) => add(Dated::Event, event.date.get()),
            Body::Permit(permit) => {
                add(Dated::Applied, permit.applied.get());
                add(Dated::Approved, permit.approved.get());
                let validity = permit.valid.get().and_then(Validity::period);
                add(Dated::Valid, validity.as_ref());
            }
            Body::Casualty(casualty) => add(Dated::Casualties, casualty.period.get()),
            Body::Request(request) => {
                add(Dated::Filed, request.filed.get());
                add(Dated::Answered, request.answered.get());
            }
            Body::Contact(contact) => {
                for attempt in contact.tries.items() {
                    add(Dated::Asked, attempt.value.at.get());
                }
            }
            Body::Source(source) => add(Dated::Published, source.date.get()),
            Body::Party(_) | Body::Quote(_) | Body::Figure(_) | Body::Claim(_) => {}
        }
    }
    moments.sort_by_key(|m| (m.days(), m.what, m.record));
    moments
}

impl Validity {
    /// The last day of validity: as given, or the day before the anniversary of the first day after so many years.
    pub fn last_day(&self) -> Option<Date> {
        if let Some(to) = self.to.get() {
            return Some(*to);
        }
        let from = *self.from.get()?;
        let years = i64::from(*self.years.get()?);
        if from.day.is_none() {
            let year = i64::from(from.year) + years;
            let year = i16::try_from(year).ok().filter(|year| *year <= 9999)?;
            return Some(Date { year, ..from });
        }
        let span = jiff::Span::new().try_years(years).ok()?;
        let last = from.first_day().checked_add(span).ok()?.yesterday().ok()?;
        Some(Date {
            year: last.year(),
            month: Some(last.month().cast_unsigned()),
            day: Some(last.day().cast_unsigned()),
        })
    }

    /// From the first to the last day.
    pub fn period(&self) -> Option<When> {
        let from = self.from.get().copied();
        let to = self.last_day();
        from.or(to)?;
        Some(When {
            from,
            to,
            precision: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::case::records::Validity;
    use crate::case::{Date, Field, Sp};

    fn given<T>(value: T) -> Field<T> {
        Field::Given(Sp { value, at: 0 })
    }

    #[test]
    fn three_years_end_the_day_before_the_anniversary() {
        let last = |from: &str, years| {
            Validity {
                from: given(Date::parse(from).unwrap()),
                years: given(years),
                ..Validity::default()
            }
            .last_day()
            .map(|d| d.to_string())
        };
        assert_eq!(last("2023-02-06", 3).as_deref(), Some("2026-02-05"));
        assert_eq!(last("2024-02-29", 1).as_deref(), Some("2025-02-27"));
        assert_eq!(last("2023", 2).as_deref(), Some("2025"));
        assert_eq!(last("9999-01-01", 3), None);
        assert_eq!(last("2023", 9000), None);
        assert_eq!(last("2023-02", u32::MAX), None);
    }

    #[test]
    fn a_written_end_counts_before_a_computed_one() {
        let valid = Validity {
            from: given(Date::parse("2023-02-06").unwrap()),
            to: given(Date::parse("2024-01-01").unwrap()),
            years: given(3),
        };
        assert_eq!(
            valid.last_day().map(|d| d.to_string()).as_deref(),
            Some("2024-01-01")
        );
    }
}
