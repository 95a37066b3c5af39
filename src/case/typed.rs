//! Words of a case file as typed values: dates, numbers, references, choices. Each says what is wrong with a word it cannot be.

use super::decode_value::Decode;
use super::{
    Amount, BadDecimal, Choice, Code, Compute, Date, Decimal, Field, Hedge, MOST_DIGITS, Prints,
    PrintsDate, Range, Ref, When, Who, near,
};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A fault as it travels through serde's errors: the code, what is wrong, and on a second line what to do.
pub(super) fn fault<E: Error>(code: Code, message: &str, help: &str) -> E {
    E::custom(format_args!("{code}: {message}\n{help}"))
}

/// A type that is read from one text.
pub(super) trait Word: Sized {
    fn read<E: Error>(word: &str) -> Result<Self, E>;
}

pub(super) struct WordVisitor<T>(pub(super) PhantomData<T>);

impl<T: Word> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one text")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        T::read(word)
    }
}

macro_rules! read_as_word {
    ($($name:ty),+) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(WordVisitor(PhantomData))
            }
        }
    )+};
}

read_as_word!(Ref, Who, Compute);

/// The same for the words of `quantity`.
macro_rules! decode_as_word {
    ($hint:ident: $($name:ty),+) => {$(
        impl Decode for $name {
            fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$hint(WordVisitor(PhantomData))
            }
        }
    )+};
}

decode_as_word!(deserialize_str: Date, Hedge);
decode_as_word!(deserialize_f64: Decimal);

/// Reads one of a few fixed words.
pub(super) fn choice<T: Choice, E: Error>(word: &str) -> Result<T, E> {
    T::parse(word).ok_or_else(|| not_one_of(word, T::WORDS))
}

pub(super) fn not_one_of<E: Error>(word: &str, words: &[&str]) -> E {
    let help = match near(word, words.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`? it is one of {}", words.join(", ")),
        None => format!("write one of {}", words.join(", ")),
    };
    let message = format!("`{word}` is not one of the words for this key");
    fault(Code::NOT_A_CHOICE, &message, &help)
}

impl Word for Hedge {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        let words = Self::WORDS.map(|(word, _)| word);
        Self::parse(word).ok_or_else(|| not_one_of(word, &words))
    }
}

impl Word for Ref {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        Self::parse(word).map_err(|bad| {
            let help = "write the id of a record, perhaps with a place or a field: article, article#par7, permit-1.value";
            fault(Code::BAD_REFERENCE, &bad.0, help)
        })
    }
}

impl Word for Who {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        Ok(Self::parse(word))
    }
}

impl Word for Date {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        Self::parse(word).map_err(|message| bad_date(&message))
    }
}

fn bad_date<E: Error>(message: &str) -> E {
    let help = "dates are written with the year first: 2022-12-07, or 2022-12, or 2022";
    fault(Code::BAD_DATE, message, help)
}

impl Word for Decimal {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        Self::parse(word).map_err(|bad| match bad {
            BadDecimal::Grouped => {
                let plain: String = word.chars().filter(|c| c.is_ascii_digit() || "-+.".contains(*c)).collect();
                let message = format!("`{word}` has separators between its thousands");
                fault(Code::GROUPED, &message, &format!("write it without: {plain}"))
            }
            BadDecimal::TooLong => {
                let message = format!("this number has more than {MOST_DIGITS} digits");
                fault(Code::TOO_LONG, &message, "check that it is a number; a number that names something belongs in a text field")
            }
            BadDecimal::Form => {
                let message = format!("`{word}` is not a number");
                fault(Code::BAD_NUMBER, &message, "write digits only, with a point before decimals; a hedge such as nearly goes in `how`, a currency in `currency` or `unit`")
            }
        })
    }
}

/// Limits as written; each may be open.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Limits {
    min: Field<Decimal>,
    max: Field<Decimal>,
    best: Field<Decimal>,
}

fn range<E: Error>(limits: &Limits) -> Result<Range, E> {
    let all = [&limits.min, &limits.max, &limits.best];
    if all.iter().all(|limit| !limit.is_there()) {
        return Err(fault(
            Code::EMPTY,
            "there is no number here",
            "write {min: 20, max: 60}, perhaps with best, or one number",
        ));
    }
    let [min, max, best] = all.map(|limit| limit.get().copied());
    let above =
        |a: Option<Decimal>, b: Option<Decimal>| matches!((a, b), (Some(a), Some(b)) if a > b);
    if above(min, max) {
        return Err(fault(
            Code::MIN_MAX,
            "`min` is more than `max`",
            "swap the two, or check them against the source",
        ));
    }
    if above(min, best) || above(best, max) {
        return Err(fault(
            Code::MIN_MAX,
            "`best` does not lie between `min` and `max`",
            "check the three against the source",
        ));
    }
    Ok(Range { min, max, best })
}

const LIMITS: &[&str] = &["min", "max", "best"];

struct AmountVisitor;

impl<'de> Visitor<'de> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or {min, max}")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Amount, E> {
        Decimal::read(word).map(Amount::Number)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Amount, A::Error> {
        let limits = Limits::deserialize(MapAccessDeserializer::new(map))?;
        range(&limits).map(|range| Amount::Range(Box::new(range)))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Amount", LIMITS, AmountVisitor)
    }
}

struct PrintsVisitor;

impl<'de> Visitor<'de> for PrintsVisitor {
    type Value = Prints;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, words or {min, max}")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Prints, E> {
        // A printed plus says which way a change went; as a number it would be lost.
        let signed = word.starts_with('+');
        Ok(match Decimal::parse(word) {
            Ok(number) if !signed => Prints::Amount(Amount::Number(number)),
            Ok(_) | Err(_) => Prints::Words(word.to_owned()),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Prints, A::Error> {
        AmountVisitor.visit_map(map).map(Prints::Amount)
    }
}

impl<'de> Deserialize<'de> for Prints {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Prints", LIMITS, PrintsVisitor)
    }
}

/// A date or period written as keys with values.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct WhenParts {
    date: Field<When>,
    precision: Field<String>,
    from: Field<Date>,
    to: Field<Date>,
}

struct WhenVisitor;

impl<'de> Visitor<'de> for WhenVisitor {
    type Value = When;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or a period")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<When, E> {
        When::parse(word).map_err(|message| {
            if message.ends_with("ends before it begins") {
                backwards(&message)
            } else {
                bad_date(&message)
            }
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<When, A::Error> {
        let parts = WhenParts::deserialize(MapAccessDeserializer::new(map))?;
        let precision = parts.precision.get().cloned();
        if let Some(date) = parts.date.get() {
            let precision = precision.or_else(|| date.precision.clone());
            return Ok(When {
                precision,
                ..date.clone()
            });
        }
        let (from, to) = (parts.from.get().copied(), parts.to.get().copied());
        let is_there = parts.date.is_there() || parts.from.is_there() || parts.to.is_there();
        if !is_there {
            return Err(fault(
                Code::EMPTY,
                "there is no date here",
                "write {from: 2022-12-07, to: 2023-02}, or {date: 2022-12, precision: about}",
            ));
        }
        let when = When {
            from,
            to,
            precision,
        };
        if when.ends_before_it_begins() {
            return Err(backwards("the period ends before it begins"));
        }
        Ok(when)
    }
}

fn backwards<E: Error>(message: &str) -> E {
    fault(
        Code::BACKWARDS,
        message,
        "swap the two dates, or check them",
    )
}

impl Decode for When {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = &["date", "precision", "from", "to"];
        deserializer.deserialize_struct("When", fields, WhenVisitor)
    }
}

struct PrintsDateVisitor;

impl<'de> Visitor<'de> for PrintsDateVisitor {
    type Value = PrintsDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date, a period or words")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<PrintsDate, E> {
        if word.chars().any(char::is_alphabetic) {
            return Ok(PrintsDate::Words(word.to_owned()));
        }
        WhenVisitor.visit_str(word).map(PrintsDate::When)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PrintsDate, A::Error> {
        WhenVisitor.visit_map(map).map(PrintsDate::When)
    }
}

impl<'de> Deserialize<'de> for PrintsDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = &["date", "precision", "from", "to"];
        deserializer.deserialize_struct("PrintsDate", fields, PrintsDateVisitor)
    }
}

impl Word for Compute {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        Self::parse(word).map_err(|(_, why)| {
            fault(
                Code::COMPUTE,
                &why,
                "operators stand between spaces: `a.x - b.y`",
            )
        })
    }
}
