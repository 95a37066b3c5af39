//! A claim's `compute`: numbers and dates of records put together.

use super::days::{self, Duration};
use super::number::Num;
use super::quantity::{Quantity, Said};
use super::unit::{Meeting, Unit};
use super::value::{Value, value_of};
use crate::case::{Case, Date, Expr, Function, Sign, When};
use jiff::civil;

/// Computes an expression; where it cannot be computed, the value is nothing and says why.
pub fn computed(case: &Case, expr: &Expr) -> Value {
    Computer { case }
        .value(expr)
        .unwrap_or_else(|failed| match failed {
            Failed::Mixed(why) => Value::Mixed(why),
            Failed::Nothing(why) => Value::Nothing(why),
        })
}

struct Computer<'a> {
    case: &'a Case,
}

type Result<T> = std::result::Result<T, Failed>;

/// Why there is no value.
enum Failed {
    /// Units that cannot be put together.
    Mixed(String),
    /// Anything else.
    Nothing(String),
}

impl From<String> for Failed {
    fn from(why: String) -> Self {
        Self::Nothing(why)
    }
}

impl From<&str> for Failed {
    fn from(why: &str) -> Self {
        Self::Nothing(why.to_owned())
    }
}

const TOO_LARGE: &str = "the numbers are too large to be computed";

impl Computer<'_> {
    fn value(&self, expr: &Expr) -> Result<Value> {
        match expr {
            Expr::Number(n) => Ok(Value::Quantity(Quantity::exactly((*n).into()))),
            Expr::Of(reference) => match value_of(self.case, reference) {
                Value::Mixed(why) => Err(Failed::Mixed(why)),
                Value::Nothing(why) => Err(format!("{reference}: {why}").into()),
                Value::Words(words, language) => {
                    let languages = super::language::languages(&words, language);
                    let read = languages.iter().find_map(|l| super::quantity(&words, *l));
                    read.map(Value::Quantity).ok_or_else(|| {
                        format!("{reference}: there is no number in these words").into()
                    })
                }
                value => Ok(value),
            },
            Expr::Pair(left, sign, right) => self.pair(left, *sign, right),
            Expr::Call(function, values) => self.call(*function, values),
        }
    }

    fn quantity(&self, expr: &Expr) -> Result<Quantity> {
        match self.value(expr)? {
            Value::Quantity(q) | Value::Duration(q, _) | Value::Change(q) => Ok(q),
            Value::When(_) => Err("a date is no number here; use days(a, b)".into()),
            Value::Words(..) | Value::Mixed(_) | Value::Nothing(_) => {
                Err("there is no number".into())
            }
        }
    }

    fn date(&self, expr: &Expr) -> Result<When> {
        match self.value(expr)? {
            Value::When(when) => Ok(when),
            _ => Err("days, working-days and months want dates, such as id.date".into()),
        }
    }

    fn pair(&self, left: &Expr, sign: Sign, right: &Expr) -> Result<Value> {
        match (self.value(left)?, sign, self.value(right)?) {
            (Value::When(a), Sign::Minus, Value::When(b)) => between(&b, &a, days::days),
            (Value::When(a), Sign::Plus | Sign::Minus, b) => {
                let by = b.quantity().ok_or("a date takes a number of days")?;
                shift(&a, by, sign == Sign::Minus)
            }
            (Value::When(_), ..) | (_, _, Value::When(_)) => {
                Err("a date can only be counted from or to".into())
            }
            (a, sign, b) => {
                let (Some(a), Some(b)) = (a.quantity(), b.quantity()) else {
                    return Err("there is no number".into());
                };
                let b = if matches!(sign, Sign::Plus | Sign::Minus) {
                    self.in_unit_of(a, b)?
                } else {
                    b.clone()
                };
                let said = arithmetic(a, sign, &b).ok_or(TOO_LARGE)?;
                let unit = unit_of(a, sign, &b);
                Ok(Value::Quantity(told(said, unit)))
            }
        }
    }

    /// The second quantity in the first one's unit.
    fn in_unit_of(&self, a: &Quantity, b: &Quantity) -> Result<Quantity> {
        let home = self
            .case
            .head
            .home
            .get()
            .and_then(|home| home.currency.get());
        match Unit::meets(a.unit.as_ref(), b.unit.as_ref(), home.map(String::as_str)) {
            Meeting::Same | Meeting::Home(_) => Ok(b.clone()),
            Meeting::Turned(factor) => b.scaled(factor).ok_or_else(|| TOO_LARGE.into()),
            Meeting::Apart => Err(Failed::Mixed(format!(
                "{} and {} cannot be put together",
                a.spoken(),
                b.spoken()
            ))),
        }
    }

    fn call(&self, function: Function, values: &[Expr]) -> Result<Value> {
        let two = || match values {
            [a, b] => Ok((a, b)),
            _ => Err(Failed::from("it takes two values")),
        };
        match function {
            Function::Sum => {
                let mut all = values.iter();
                let first = all.next().ok_or("there is nothing to add up")?;
                let mut sum = self.quantity(first)?;
                for value in all {
                    let next = self.quantity(value)?;
                    let next = self.in_unit_of(&sum, &next)?;
                    let said = arithmetic(&sum, Sign::Plus, &next).ok_or(TOO_LARGE)?;
                    sum = told(said, sum.unit.clone().or(next.unit));
                }
                Ok(Value::Quantity(sum))
            }
            Function::Share => {
                let (a, b) = two()?;
                let (a, b) = (self.quantity(a)?, self.quantity(b)?);
                let b = self.in_unit_of(&a, &b)?;
                let said = arithmetic(&a, Sign::Over, &b).and_then(hundredfold);
                let said = said.ok_or("a share of nothing cannot be computed")?;
                Ok(Value::Quantity(told(said, Some(Unit::percent()))))
            }
            Function::Change => {
                let (a, b) = two()?;
                let (a, b) = (self.quantity(a)?, self.quantity(b)?);
                let b = self.in_unit_of(&a, &b)?;
                let more = arithmetic(&b, Sign::Minus, &a).map(|said| told(said, None));
                let said = more
                    .and_then(|more| arithmetic(&more, Sign::Over, &a))
                    .and_then(hundredfold);
                let said = said.ok_or("a change from nothing cannot be computed")?;
                Ok(Value::Change(told(said, Some(Unit::percent()))))
            }
            Function::Days => {
                let (a, b) = two()?;
                between(&self.date(a)?, &self.date(b)?, days::days)
            }
            Function::WorkingDays => {
                let holidays = self.case.head.holidays.items().iter();
                let holidays: Vec<civil::Date> =
                    holidays.map(|day| day.value.first_day()).collect();
                let (a, b) = two()?;
                between(&self.date(a)?, &self.date(b)?, |a, b| {
                    days::working_days(a, b, &holidays)
                })
            }
            Function::Months => {
                let (a, b) = two()?;
                between(&self.date(a)?, &self.date(b)?, days::months)
            }
        }
    }
}

fn between(a: &When, b: &When, count: impl Fn(Date, Date) -> Option<Duration>) -> Result<Value> {
    let (from, to) = days::ends(a, b).ok_or("a date is open")?;
    let duration = count(from, to).ok_or("these dates are too far apart")?;
    Ok(Value::Duration(duration.quantity, duration.half))
}

fn shift(when: &When, by: &Quantity, back: bool) -> Result<Value> {
    let Said::Number(n) = by.said else {
        return Err("a date takes one number of days".into());
    };
    let n = n.small().ok_or("a date takes a whole number")?;
    let n = if back { n.saturating_neg() } else { n };
    let unit = by.unit.as_ref().map_or("days", Unit::key);
    let from = when.from.or(when.to).ok_or("the date is open")?;
    let date = days::shifted(from, n, unit).ok_or("this date cannot be computed")?;
    Ok(Value::When(When::on(date)))
}

/// Both ends of what a quantity says, its hedge aside.
const fn ends(q: &Quantity) -> Option<(Num, Num)> {
    match &q.said {
        Said::Number(n) | Said::Share(n) => Some((*n, *n)),
        Said::Between(low, high) => Some((*low, *high)),
        Said::Word(_) => None,
    }
}

fn arithmetic(a: &Quantity, sign: Sign, b: &Quantity) -> Option<(Num, Num)> {
    let ((low, high), (least, most)) = (ends(a)?, ends(b)?);
    let all = match sign {
        Sign::Plus => [low.plus(least)?, high.plus(most)?].to_vec(),
        Sign::Minus => [low.minus(most)?, high.minus(least)?].to_vec(),
        Sign::Times => {
            let times = |x: Num, y: Num| x.times(y);
            vec![
                times(low, least)?,
                times(low, most)?,
                times(high, least)?,
                times(high, most)?,
            ]
        }
        Sign::Over => {
            let across = (least <= Num::ZERO) && (most >= Num::ZERO);
            if across {
                return None;
            }
            vec![
                low.over(least)?,
                low.over(most)?,
                high.over(least)?,
                high.over(most)?,
            ]
        }
    };
    Some((*all.iter().min()?, *all.iter().max()?))
}

fn hundredfold((low, high): (Num, Num)) -> Option<(Num, Num)> {
    let hundred = Num::whole(100);
    Some((low.times(hundred)?, high.times(hundred)?))
}

fn told((low, high): (Num, Num), unit: Option<Unit>) -> Quantity {
    let said = if low == high {
        Said::Number(low)
    } else {
        Said::Between(low, high)
    };
    Quantity {
        said,
        hedge: None,
        unit,
        signed: false,
    }
}

fn unit_of(a: &Quantity, sign: Sign, b: &Quantity) -> Option<Unit> {
    match sign {
        // What parts two percentages is points.
        Sign::Minus if [a, b].iter().all(|q| q.unit == Some(Unit::percent())) => {
            Some(Unit::known("points"))
        }
        Sign::Plus | Sign::Minus => a.unit.clone().or_else(|| b.unit.clone()),
        // Days by 7 are no days any more; money by a number is money still.
        Sign::Times | Sign::Over => {
            let money = a.unit.as_ref().filter(|unit| unit.is_money());
            money.filter(|_| b.unit.is_none()).cloned()
        }
    }
}
