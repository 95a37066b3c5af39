//! What a record says under `id.field`: a quantity, a date, words to be read, or why there is nothing.

use super::number::Num;
use super::quantity::{Quantity, Said, Word};
use super::unit::Unit;
use crate::case::fields::{self, Holds};
use crate::case::records::{Casualty, Count, Figure, Printed, Quote, Validity};
use crate::case::{Amount, Body, Case, Date, Field, Hedge, Money, Open, Part, Ref, When};
use crate::text::lexicon::Language;

/// What stands under a reference, or what is computed from several.
#[derive(Clone, Debug)]
pub enum Value {
    /// A quantity.
    Quantity(Quantity),
    /// A quantity computed by days, working days or months; half a unit at the coarser grain.
    Duration(Quantity, Num),
    /// A change, which is compared by its size unless a sign is printed.
    Change(Quantity),
    /// A date or period.
    When(When),
    /// Words in which a number or a date stands, and their language where it is said.
    Words(String, Option<Language>),
    /// Quantities whose units cannot be put together, and which.
    Mixed(String),
    /// Nothing to compare with, and why.
    Nothing(String),
}

impl Value {
    /// The value as a reader says it.
    pub fn spoken(&self) -> String {
        match self {
            Self::Quantity(q) | Self::Duration(q, _) | Self::Change(q) => q.spoken(),
            Self::When(when) => when.spoken(),
            Self::Words(words, _) => format!("\u{201c}{words}\u{201d}"),
            Self::Mixed(why) | Self::Nothing(why) => why.clone(),
        }
    }

    /// The quantity, if it is one.
    pub const fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Quantity(q) | Self::Duration(q, _) | Self::Change(q) => Some(q),
            Self::When(_) | Self::Words(..) | Self::Mixed(_) | Self::Nothing(_) => None,
        }
    }
}

fn nothing(why: &str) -> Value {
    Value::Nothing(why.to_owned())
}

/// Why a field gives nothing.
fn missing<T>(field: &Field<T>) -> Value {
    nothing(match field.open().map(|open| &open.value) {
        Some(Open::Tk) => "it is still to come (TK)",
        Some(Open::Unknown) => "it is not known",
        Some(Open::Withheld(_)) => "it is withheld",
        None if field.is_there() => "it could not be read",
        None => "the record does not say it",
    })
}

/// What a reference names.
pub fn value_of(case: &Case, reference: &Ref) -> Value {
    let Some(record) = case.record(&reference.id) else {
        return nothing("there is no such record");
    };
    let Part::Field(path) = &reference.part else {
        return nothing("it names no field");
    };
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let (field, below) = (path[0], &path[1..]);
    let body = &record.body;
    let value = fields::row(body.kind(), field).and_then(|row| match row.holds {
        Holds::When(get) => Some(when(get(body)?, below)),
        Holds::Money(get) => Some(money(get(body)?, below)),
        Holds::Validity(get) => Some(validity(get(body)?, below)),
        Holds::Amount(_) => match body {
            Body::Figure(f) => Some(figure(f, below)),
            Body::Casualty(c) => {
                let count = Count::ALL.into_iter().find(|count| count.word() == field);
                count.map(|which| casualty(c, which, below))
            }
            _ => None,
        },
        Holds::Printed(get) => Some(words_of(case, body, get(body)?, Printed::joined)),
        Holds::Words(get) => match body {
            Body::Quote(_) | Body::Claim(_) => {
                Some(words_of(case, body, get(body)?, String::clone))
            }
            // What is counted is told in words that are no quantity.
            _ => None,
        },
        _ => None,
    });
    value.unwrap_or_else(|| match body {
        Body::Casualty(_) => nothing("this field is no number"),
        _ => nothing("this field is no number and no date"),
    })
}

/// Words in which a number or date stands; of a quote with the language it is in.
fn words_of<T>(case: &Case, body: &Body, field: &Field<T>, words: fn(&T) -> String) -> Value {
    let language = match body {
        Body::Quote(quote) => tag(&quote.lang).or_else(|| of_source(case, quote)),
        _ => None,
    };
    let words = field
        .get()
        .map(|value| Value::Words(words(value), language));
    words.unwrap_or_else(|| missing(field))
}

/// How long a permit is valid: its period, one of its ends, or its years.
fn validity(field: &Field<Validity>, below: &[&str]) -> Value {
    let Some(valid) = field.get() else {
        return missing(field);
    };
    match below {
        ["from"] => date(&valid.from),
        ["to"] => valid.last_day().map_or_else(|| missing(&valid.to), on),
        ["years"] => valid.years.get().map_or_else(
            || missing(&valid.years),
            |years| {
                let n = Num::whole(i64::from(*years));
                Value::Quantity(Quantity {
                    unit: Some(Unit::known("years")),
                    ..Quantity::exactly(n)
                })
            },
        ),
        _ => valid
            .period()
            .map_or_else(|| nothing("it is not dated"), Value::When),
    }
}

fn tag(lang: &Field<String>) -> Option<Language> {
    lang.get().map(|lang| Language::from_tag(lang))
}

/// The language of a quote's source, where the quote does not say its own.
fn of_source(case: &Case, quote: &Quote) -> Option<Language> {
    let source = case.record(&quote.source.get()?.id)?;
    match &source.body {
        Body::Source(source) => tag(&source.lang),
        _ => None,
    }
}

fn on(date: Date) -> Value {
    Value::When(When::on(date))
}

fn date(field: &Field<Date>) -> Value {
    field.get().map_or_else(|| missing(field), |date| on(*date))
}

fn when(field: &Field<When>, below: &[&str]) -> Value {
    let Some(when) = field.get() else {
        return missing(field);
    };
    let end = |end: Option<Date>| end.map_or_else(|| nothing("this end is open"), on);
    match below {
        ["from"] => end(when.from),
        ["to"] => end(when.to),
        _ => Value::When(when.clone()),
    }
}

fn money(field: &Field<Money>, below: &[&str]) -> Value {
    let Some(money) = field.get() else {
        return missing(field);
    };
    let Some(amount) = money.amount.get() else {
        return missing(&money.amount);
    };
    let unit = money.currency.get().map(|code| Unit::parse(code));
    let below = match below {
        ["amount", rest @ ..] => rest,
        other => other,
    };
    part(amount, None, unit, below)
}

/// A figure's value with its hedge; where there is none, the hedge is the value.
pub fn figure(figure: &Figure, below: &[&str]) -> Value {
    let unit = figure.unit.get().map(|unit| Unit::parse(unit));
    counted(&figure.value, figure.how.get().copied(), unit, below)
}

/// One of a casualty record's numbers.
pub fn casualty(casualty: &Casualty, which: Count, below: &[&str]) -> Value {
    let field = casualty.count(which);
    if !field.is_there() {
        // The hedge is that of the counts that are given.
        return missing(field);
    }
    counted(field, casualty.how.get().copied(), None, below)
}

fn counted(field: &Field<Amount>, how: Option<Hedge>, unit: Option<Unit>, below: &[&str]) -> Value {
    match field.get() {
        Some(amount) => part(amount, how, unit, below),
        None if field.is_tk() => missing(field),
        None => match how.and_then(word) {
            Some(said) => Value::Quantity(Quantity {
                said,
                hedge: None,
                unit,
                signed: false,
            }),
            None => missing(field),
        },
    }
}

/// What a hedge says that stands without a number.
pub fn word(how: Hedge) -> Option<Said> {
    match how {
        Hedge::Half => Some(Said::Share(Num::whole(50))),
        other => Word::of(other).map(Said::Word),
    }
}

/// An amount whole, or one of its limits.
fn part(amount: &Amount, how: Option<Hedge>, unit: Option<Unit>, below: &[&str]) -> Value {
    let one = |n: Option<crate::case::Decimal>| match n {
        Some(n) => Value::Quantity(Quantity {
            unit: unit.clone(),
            ..Quantity::exactly(Num::from(n))
        }),
        None => nothing("this limit is not said"),
    };
    match (below, amount) {
        ([], _) => Value::Quantity(whole(amount, how, unit)),
        (["min"], Amount::Range(range)) => one(range.min),
        (["max"], Amount::Range(range)) => one(range.max),
        (["best"], Amount::Range(range)) => one(range.best),
        (_, Amount::Number(n)) => one(Some(*n)),
        (_, Amount::Range(_)) => nothing("this limit is not said"),
    }
}

/// An amount with its hedge and unit.
pub fn whole(amount: &Amount, how: Option<Hedge>, unit: Option<Unit>) -> Quantity {
    let how = how.filter(|how| *how != Hedge::Exactly);
    let limits = match amount {
        Amount::Number(n) => (Some(*n), Some(*n)),
        Amount::Range(range) => match (range.min, range.max) {
            (None, None) => (range.best, range.best),
            limits => limits,
        },
    };
    let (said, open) = match limits {
        (Some(low), Some(high)) if low == high => (Said::Number(low.into()), None),
        (Some(low), Some(high)) => (Said::Between(low.into(), high.into()), None),
        (Some(low), None) => (Said::Number(low.into()), Some(Hedge::AtLeast)),
        (None, Some(high)) => (Said::Number(high.into()), Some(Hedge::UpTo)),
        (None, None) => (Said::Number(Num::ZERO), None),
    };
    match how.filter(|how| word(*how).is_none()) {
        None => Quantity {
            said,
            hedge: open,
            unit,
            signed: false,
        },
        hedge => Quantity {
            said,
            hedge,
            unit,
            signed: false,
        },
    }
}
