//! A claim's own number and date, held against what `from` or `compute` names.

use super::computed::computed;
use super::counted_dates::spelt_dates;
use super::dates::dates;
use super::judged::{Judged, Tested};
use super::language::languages;
use super::number::Num;
use super::outcome::Outcome;
use super::quantity::{Quantity, Said};
use super::read::quantities;
use super::rules::{House, Verdict, compare};
use super::spoken;
use super::unit::{Meeting, Unit};
use super::value::{Value, value_of, whole, word};
use super::when::compare_dates;
use crate::case::records::{Claim, DateTest, NumberTest};
use crate::case::{Case, Compute, Date, Field, Hedge, Prints, PrintsDate, Ref, When};
use crate::text::lexicon::Language;

/// The rules of a case.
pub fn house(case: &Case) -> House<'_> {
    let home = case.head.home.get().and_then(|home| home.currency.get());
    House::of(home.map(String::as_str), case.policy.tolerances())
}

/// What a test's number or date is held against, and how that is written.
pub fn tested_against(case: &Case, from: &Field<Ref>, compute: &Field<Compute>) -> (Value, String) {
    if let Some(reference) = from.get() {
        return (value_of(case, reference), reference.to_string());
    }
    match compute.get() {
        Some(compute) => (computed(case, &compute.expr), compute.text.clone()),
        None => {
            let why = if from.is_tk() || compute.is_tk() {
                "where it comes from is still to come (TK)"
            } else {
                "nothing says where it comes from: `from` or `compute`"
            };
            (Value::Nothing(why.to_owned()), String::new())
        }
    }
}

/// The judgements of a claim's number and date.
pub fn claim(case: &Case, claim: &Claim) -> Vec<Judged> {
    let mut all = vec![];
    let says = claim.says.get().map_or("", String::as_str);
    if let Some(test) = claim.number.given() {
        let mut judged = number(case, says, &test.value);
        judged.at = test.at as usize..test.at as usize + 1;
        all.push(judged);
    }
    if let Some(test) = claim.date.given() {
        let mut judged = date(case, says, &test.value);
        judged.at = test.at as usize..test.at as usize + 1;
        all.push(judged);
    }
    all
}

fn number(case: &Case, says: &str, test: &NumberTest) -> Judged {
    let (value, from) = tested_against(case, &test.from, &test.compute);
    let house = house(case);
    let candidates = match printed(test, says) {
        Ok(candidates) => candidates,
        Err(why) => {
            let verdict = Verdict::not_comparable(&why);
            return Judged::new(
                Tested::Number,
                String::new(),
                (value.spoken(), from),
                verdict,
            );
        }
    };
    let judged = candidates.into_iter().map(|printed| {
        let verdict = against(&printed, &value, &house, case.head.as_of.get().copied());
        (printed, verdict)
    });
    // Where several numbers stand in the words, the test is of the one that fits best.
    let best = judged.min_by_key(|(_, verdict)| verdict.outcome);
    let (printed, verdict) = match best {
        Some((printed, verdict)) => (as_printed(test, &printed), verdict),
        None => (
            String::new(),
            Verdict::not_comparable("there is no number in the sentence"),
        ),
    };
    Judged::new(Tested::Number, printed, (value.spoken(), from), verdict)
}

/// What is printed, in its own words where it has some.
fn as_printed(test: &NumberTest, printed: &Quantity) -> String {
    match test.prints.get() {
        Some(Prints::Words(words)) => {
            let how = test.how.get().filter(|how| **how != Hedge::Exactly);
            let hedge = how.map(|how| format!("{} ", spoken::hedge(*how)));
            let unit = test.unit.get().map(|unit| format!(" {unit}"));
            format!(
                "{}{words}{}",
                hedge.unwrap_or_default(),
                unit.unwrap_or_default()
            )
        }
        Some(Prints::Amount(_)) | None => printed.spoken(),
    }
}

/// What a claim prints: its `prints`, or the numbers of its sentence.
pub fn printed(test: &NumberTest, says: &str) -> Result<Vec<Quantity>, String> {
    let how = test.how.get().copied();
    let unit = test.unit.get().map(|unit| Unit::parse(unit));
    let quantities = match test.prints.get() {
        Some(Prints::Amount(amount)) => {
            let quantity = whole(amount, None, None);
            let signed = matches!(quantity.said, Said::Number(n) if n.is_negative());
            vec![Quantity { signed, ..quantity }]
        }
        Some(Prints::Words(words)) => {
            let mut all = languages(words, None).into_iter();
            match all.find_map(|language| super::quantity(words, language)) {
                Some(quantity) => vec![quantity],
                None => match how.and_then(word) {
                    Some(_) => vec![Quantity::exactly(Num::ZERO)],
                    None => return Err(format!("there is no number in \u{201c}{words}\u{201d}")),
                },
            }
        }
        None if test.prints.is_tk() => {
            return Err("what is printed is still to come (TK)".to_owned());
        }
        None if test.prints.is_there() => return Err("what is printed is not known".to_owned()),
        None => of_sentence(says, unit.as_ref()),
    };
    let hedged = quantities.into_iter().map(|quantity| {
        let said = match how.and_then(word) {
            Some(said) => said,
            None => quantity.said,
        };
        let hedge = how.filter(|how| *how != Hedge::Exactly && word(*how).is_none());
        Quantity {
            said,
            hedge: hedge.or(quantity.hedge),
            unit: unit.clone().or(quantity.unit),
            signed: quantity.signed,
        }
    });
    Ok(hedged.collect())
}

/// The numbers of a sentence that may be meant: those in the unit asked for, if there are any; no years and dates.
fn of_sentence(says: &str, unit: Option<&Unit>) -> Vec<Quantity> {
    let mut languages = languages(says, None).into_iter();
    let found = languages.find_map(|language| {
        let found = quantities(says, language);
        (!found.is_empty()).then_some(found)
    });
    let found = found.unwrap_or_default();
    let taken = dates(says, Date::parse("2000-01-01").ok());
    let free = found.into_iter().filter(|found| {
        let dated = taken
            .iter()
            .any(|date| date.span.start < found.span.end && found.span.start < date.span.end);
        !dated && !found.year
    });
    let free: Vec<Quantity> = free.map(|found| found.quantity).collect();
    let in_unit = |q: &&Quantity| unit.is_some() && q.unit.as_ref() == unit;
    let same: Vec<Quantity> = free.iter().filter(in_unit).cloned().collect();
    if same.is_empty() { free } else { same }
}

/// Compares a printed quantity with whatever the source gives.
pub fn against(
    printed: &Quantity,
    value: &Value,
    house: &House<'_>,
    as_of: Option<Date>,
) -> Verdict {
    match value {
        Value::Quantity(source) => compare(printed, source, house),
        Value::Change(source) if printed.signed => compare(printed, source, house),
        Value::Change(source) => compare(printed, &by_size(source), house),
        Value::Duration(source, half) => duration(printed, source, *half, house),
        Value::When(when) => year_of(printed).map_or_else(
            || Verdict::not_comparable("the source gives a date, the story a number"),
            |year| compare_dates(&year, printed.hedge, when),
        ),
        Value::Words(words, language) => words_against(printed, words, *language, house, as_of),
        Value::Mixed(why) => Verdict::new(Outcome::UnitMismatch, why.as_str()),
        Value::Nothing(why) => Verdict::not_comparable(why),
    }
}

fn by_size(source: &Quantity) -> Quantity {
    let said = match &source.said {
        Said::Number(n) => Said::Number(n.size()),
        Said::Between(low, high) if high.is_negative() => Said::Between(high.size(), low.size()),
        other => other.clone(),
    };
    Quantity {
        said,
        ..source.clone()
    }
}

fn year_of(printed: &Quantity) -> Option<When> {
    let Said::Number(n) = printed.said else {
        return None;
    };
    let year = i16::try_from(n.small()?)
        .ok()
        .filter(|year| (1000..=9999).contains(year))?;
    printed.unit.is_none().then_some(When::on(Date {
        year,
        month: None,
        day: None,
    }))
}

fn words_against(
    printed: &Quantity,
    words: &str,
    language: Option<Language>,
    house: &House<'_>,
    as_of: Option<Date>,
) -> Verdict {
    let mut readings = languages(words, language).into_iter();
    let found = readings.find_map(|language| {
        let found = quantities(words, language);
        (!found.is_empty()).then_some(found)
    });
    let taken = dates(words, as_of);
    let free = found.into_iter().flatten().filter(|found| {
        let dated = taken
            .iter()
            .any(|date| date.span.start < found.span.end && found.span.start < date.span.end);
        !dated
    });
    let verdicts = free.map(|found| compare(printed, &found.quantity, house));
    let best = verdicts.min_by_key(|verdict| verdict.outcome);
    best.unwrap_or_else(|| Verdict::not_comparable("there is no number in these words"))
}

/// A number of days or months without a hedge holds to half a unit at the coarser grain.
fn duration(printed: &Quantity, source: &Quantity, half: Num, house: &House<'_>) -> Verdict {
    let bare = printed.hedge.is_none_or(|hedge| hedge == Hedge::Exactly);
    let (Said::Number(x), true) = (&printed.said, bare) else {
        return compare(printed, &by_size(source), house);
    };
    let factor = match Unit::meets(printed.unit.as_ref(), source.unit.as_ref(), house.home) {
        Meeting::Same | Meeting::Home(_) => Num::whole(1),
        Meeting::Turned(factor) => factor,
        Meeting::Apart => return compare(printed, source, house),
    };
    let source = if printed.signed {
        source.clone()
    } else {
        by_size(source)
    };
    let judged = (|| {
        let source = source.scaled(factor)?;
        let own = Num::ratio(1, 2)?;
        let half = half.times(factor)?.max(own);
        let (low, high) = match source.said {
            Said::Number(n) => (n, n),
            Said::Between(low, high) => (low, high),
            Said::Word(_) | Said::Share(_) => return None,
        };
        let fits = low.minus(half)? <= *x && *x <= high.plus(half)?;
        let unit = printed
            .unit
            .as_ref()
            .or(source.unit.as_ref())
            .map_or("", Unit::word);
        let counted = if low == high {
            low.to_string()
        } else {
            format!("{low} to {high}")
        };
        let rule =
            format!("a duration holds to within {half} {unit}; by the dates it is {counted}");
        let outcome = if fits {
            Outcome::Consistent
        } else {
            Outcome::Wrong
        };
        Some(Verdict::new(outcome, rule))
    })();
    judged.unwrap_or_else(|| Verdict::not_comparable("the dates are too far apart"))
}

fn date(case: &Case, says: &str, test: &DateTest) -> Judged {
    let (value, from) = tested_against(case, &test.from, &test.compute);
    let as_of = case.head.as_of.get().copied();
    let printed: Vec<When> = match test.prints.get() {
        Some(PrintsDate::When(when)) => vec![when.clone()],
        Some(PrintsDate::Words(words)) => spelt_dates(case, words, &value),
        None if test.prints.is_there() => vec![],
        None => spelt_dates(case, says, &value),
    };
    let how = test.how.get().copied();
    let judged = printed.into_iter().map(|printed| {
        let verdict = date_against(&printed, how, &value, as_of);
        (printed.spoken(), verdict)
    });
    let (printed, verdict) = judged
        .min_by_key(|(_, verdict)| verdict.outcome)
        .unwrap_or_else(|| {
            let why = match test.prints.get() {
                Some(words) => format!("there is no date in \u{201c}{}\u{201d}", words.spoken()),
                None if test.prints.is_tk() => "what is printed is still to come (TK)".to_owned(),
                None => "there is no date in the sentence".to_owned(),
            };
            (String::new(), Verdict::not_comparable(&why))
        });
    Judged::new(Tested::Date, printed, (value.spoken(), from), verdict)
}

/// Compares a printed date with whatever the source gives.
pub fn date_against(
    printed: &When,
    how: Option<Hedge>,
    value: &Value,
    as_of: Option<Date>,
) -> Verdict {
    match value {
        Value::When(source) => compare_dates(printed, how, source),
        Value::Words(words, _) => {
            let found = dates(words, as_of).into_iter();
            let verdicts = found.map(|found| compare_dates(printed, how, &found.when));
            let best = verdicts.min_by_key(|verdict| verdict.outcome);
            best.unwrap_or_else(|| Verdict::not_comparable("there is no date in these words"))
        }
        Value::Quantity(_) | Value::Duration(..) | Value::Change(_) => {
            Verdict::not_comparable("the source gives a number, the story a date")
        }
        Value::Mixed(why) | Value::Nothing(why) => Verdict::not_comparable(why),
    }
}
