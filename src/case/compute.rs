//! The expression by which a claim's number is computed from records.
//!
//! Ids contain hyphens, so operators stand between spaces: `a.x - b.y`, `share(a, b)`, `days(a, b)`.

use super::{Decimal, Ref, Sp};
use std::ops::Range;

/// `compute:` as written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compute {
    /// The expression as written.
    pub text: String,
    /// What it means.
    pub expr: Expr,
    /// The references in it; each place counts from the expression's beginning.
    pub refs: Vec<Sp<Ref>>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// A number.
    Number(Decimal),
    /// A quantity or date of a record.
    Of(Ref),
    /// Two expressions and the sign between them.
    Pair(Box<Self>, Sign, Box<Self>),
    /// A function of expressions.
    Call(Function, Vec<Self>),
}

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `share(a, b)`: a as a percentage of b.
    Share,
    /// `change(a, b)`: from a to b in per cent.
    Change,
    /// `sum(a, b, …)`
    Sum,
    /// `days(a, b)`: days from a to b, the first not counted.
    Days,
    /// `working-days(a, b)`: days from a to b without weekends and holidays.
    WorkingDays,
    /// `months(a, b)`: months from a to b.
    Months,
}

impl Function {
    /// Every function with its name.
    pub const ALL: [(&'static str, Self); 6] = [
        ("share", Self::Share),
        ("change", Self::Change),
        ("sum", Self::Sum),
        ("days", Self::Days),
        ("working-days", Self::WorkingDays),
        ("months", Self::Months),
    ];
}

/// How deep brackets may be nested.
const MOST_DEPTH: usize = 32;

/// How many values an expression may have. Computing it recurses as deep as there are values.
const MOST_VALUES: usize = 200;

/// What is wrong with an expression: where, and why.
pub type BadCompute = (Range<usize>, String);

impl Compute {
    /// Reads an expression.
    ///
    /// # Errors
    /// If it is not an expression; the bytes say where and the text why.
    pub fn parse(text: &str) -> Result<Self, BadCompute> {
        let mut parser = Parser {
            words: words(text),
            at: 0,
            end: text.len(),
            values: 0,
            refs: vec![],
        };
        let expr = parser.sum(0)?;
        if let Some((range, word)) = parser.words.get(parser.at) {
            let why = format!(
                "`{word}` is not expected here; between two values there must be +, -, * or /"
            );
            return Err((range.clone(), why));
        }
        Ok(Self {
            text: text.to_owned(),
            expr,
            refs: parser.refs,
        })
    }
}

/// Words and brackets with their places.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut all = vec![];
    let mut start = None;
    for (at, c) in text.char_indices() {
        let single = matches!(c, '(' | ')' | ',');
        if single || c.is_whitespace() {
            if let Some(from) = start.take() {
                all.push((from..at, &text[from..at]));
            }
            if single {
                all.push((at..at + 1, &text[at..=at]));
            }
        } else {
            start.get_or_insert(at);
        }
    }
    if let Some(from) = start {
        all.push((from..text.len(), &text[from..]));
    }
    all
}

struct Parser<'a> {
    words: Vec<(Range<usize>, &'a str)>,
    at: usize,
    end: usize,
    /// How many values were read so far.
    values: usize,
    refs: Vec<Sp<Ref>>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).map(|(_, word)| *word)
    }

    fn take(&mut self) -> Option<(Range<usize>, &'a str)> {
        let next = self.words.get(self.at).cloned();
        self.at += 1;
        next
    }

    fn sum(&mut self, depth: usize) -> Result<Expr, BadCompute> {
        let mut left = self.product(depth)?;
        while let Some(sign) = self.peek().and_then(|word| match word {
            "+" => Some(Sign::Plus),
            "-" | "−" => Some(Sign::Minus),
            _ => None,
        }) {
            self.at += 1;
            let right = self.product(depth)?;
            left = Expr::Pair(Box::new(left), sign, Box::new(right));
        }
        Ok(left)
    }

    fn product(&mut self, depth: usize) -> Result<Expr, BadCompute> {
        let mut left = self.value(depth)?;
        while let Some(sign) = self.peek().and_then(|word| match word {
            "*" => Some(Sign::Times),
            "/" => Some(Sign::Over),
            _ => None,
        }) {
            self.at += 1;
            let right = self.value(depth)?;
            left = Expr::Pair(Box::new(left), sign, Box::new(right));
        }
        Ok(left)
    }

    fn value(&mut self, depth: usize) -> Result<Expr, BadCompute> {
        let Some((range, word)) = self.take() else {
            let why = "a value is missing at the end".to_owned();
            return Err((self.end..self.end, why));
        };
        if depth > MOST_DEPTH {
            return Err((
                range,
                format!("brackets are nested more than {MOST_DEPTH} deep"),
            ));
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err((
                range,
                format!("there are more than {MOST_VALUES} values in one expression"),
            ));
        }
        if word == "(" {
            let inner = self.sum(depth + 1)?;
            self.close(&range)?;
            return Ok(inner);
        }
        if self.peek() == Some("(") {
            return self.call(range, word, depth);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let number = Decimal::parse(word);
            return number.map(Expr::Number).map_err(|_| {
                (
                    range,
                    format!("`{word}` is not a number; write it like 12 or 0.5"),
                )
            });
        }
        let reference = Ref::parse(word).map_err(|bad| (range.clone(), bad.to_string()))?;
        let at = u32::try_from(range.start).unwrap_or(u32::MAX);
        self.refs.push(Sp {
            value: reference.clone(),
            at,
        });
        Ok(Expr::Of(reference))
    }

    fn call(&mut self, range: Range<usize>, word: &str, depth: usize) -> Result<Expr, BadCompute> {
        let known = Function::ALL.iter().find(|(name, _)| *name == word);
        let Some((_, function)) = known else {
            let names: Vec<&str> = Function::ALL.iter().map(|(name, _)| *name).collect();
            let why = match super::near(word, names.iter().copied()) {
                Some(near) => format!("there is no function `{word}`; did you mean `{near}`?"),
                None => format!(
                    "there is no function `{word}`; there are {}",
                    names.join(", ")
                ),
            };
            return Err((range, why));
        };
        self.at += 1;
        let mut values = vec![self.sum(depth + 1)?];
        while self.peek() == Some(",") {
            self.at += 1;
            values.push(self.sum(depth + 1)?);
        }
        self.close(&range)?;
        let two = *function != Function::Sum;
        if two && values.len() != 2 {
            return Err((
                range,
                format!(
                    "`{word}` takes two values, between brackets and with a comma: {word}(a, b)"
                ),
            ));
        }
        Ok(Expr::Call(*function, values))
    }

    fn close(&mut self, opened: &Range<usize>) -> Result<(), BadCompute> {
        match self.take() {
            Some((_, ")")) => Ok(()),
            Some((range, word)) => Err((
                range,
                format!("`{word}` is not expected here; is a ) missing?"),
            )),
            None => Err((opened.clone(), "a ) is missing".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compute, Expr, Function, Sign};

    #[test]
    fn products_bind_before_sums_and_hyphens_belong_to_ids() {
        let compute = Compute::parse("dead-49.killed - a.x * 2").unwrap();
        let Expr::Pair(_, Sign::Minus, right) = &compute.expr else {
            panic!("{compute:?}");
        };
        assert!(matches!(**right, Expr::Pair(_, Sign::Times, _)));
        let refs: Vec<String> = compute.refs.iter().map(|r| r.value.to_string()).collect();
        assert_eq!(refs, ["dead-49.killed", "a.x"]);
        assert_eq!(compute.refs[1].at, 17);
    }

    #[test]
    fn functions_take_their_values() {
        let compute = Compute::parse("working-days(filed.date, (answered.date))").unwrap();
        assert!(matches!(compute.expr, Expr::Call(Function::WorkingDays, ref v) if v.len() == 2));
        assert!(Compute::parse("sum(a, b, c)").is_ok());
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        for (text, at, why) in [
            ("", 0, "missing at the end"),
            ("a b", 2, "between two values"),
            ("a + ", 4, "missing at the end"),
            ("(a", 0, ") is missing"),
            ("shar(a, b)", 0, "did you mean `share`"),
            ("share(a)", 0, "two values"),
            ("a + 1,000", 5, "not expected"),
            ("A + b", 0, "not an id"),
        ] {
            let (range, said) = Compute::parse(text).unwrap_err();
            assert_eq!(range.start, at, "{text}: {said}");
            assert!(said.contains(why), "{text}: {said}");
        }
        assert!(Compute::parse(&"(".repeat(100_000)).is_err());
        let (_, said) = Compute::parse(&format!("a{}", " + a".repeat(100_000))).unwrap_err();
        assert!(said.contains("more than 200 values"), "{said}");
    }
}
