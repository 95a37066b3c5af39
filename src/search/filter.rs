//! `kind:`, `who:`, `is:`, `case:`, `date:` and `amount:`: which entries may answer at all.

use super::entry::{Amounts, Days, EntryKind};
use super::fold::Words;

/// What a word filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// `kind:`
    Kind,
    /// `who:`
    Who,
    /// `is:`
    Is,
    /// `case:`
    Case,
}

/// One condition an entry must meet.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// Every word begins a word of the entry's value.
    Words(Facet, Vec<String>),
    /// A day in common.
    Days(Days),
    /// A number within.
    Amounts(Bounds),
}

/// `>1e6`, `10..20`: bounds that may leave out their ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    least: f64,
    most: f64,
    with_least: bool,
    with_most: bool,
}

impl Bounds {
    const ALL: Self = Self {
        least: f64::NEG_INFINITY,
        most: f64::INFINITY,
        with_least: true,
        with_most: true,
    };

    /// Whether some number of `amounts` lies within.
    pub fn meets(&self, amounts: Amounts) -> bool {
        let above = amounts.most > self.least || (self.with_least && amounts.most >= self.least);
        let below = amounts.least < self.most || (self.with_most && amounts.least <= self.most);
        above && below
    }
}

impl Filter {
    /// Reads `name:value`. `None`: there is no filter of that name. `Err`: a hint why the value does not work.
    pub fn parse(name: &str, value: &str) -> Option<Result<Self, String>> {
        let facet = match name {
            "kind" => Facet::Kind,
            "who" => Facet::Who,
            "is" => Facet::Is,
            "case" => Facet::Case,
            "date" => {
                let hint = || {
                    format!(
                        "“{value}” is no date: write date:2019, date:2019-02 or date:2019-02..2021"
                    )
                };
                return Some(days(value).map(Self::Days).ok_or_else(hint));
            }
            "amount" => {
                let hint = || {
                    format!(
                        "“{value}” is no amount: write amount:>1e6, amount:49 or amount:10..20m"
                    )
                };
                return Some(bounds(value).map(Self::Amounts).ok_or_else(hint));
            }
            _ => return None,
        };
        let words: Vec<String> = Words::of(value).plain().map(str::to_owned).collect();
        if words.is_empty() {
            return Some(Err(format!("{name}: wants a word after it")));
        }
        let kind_known = || {
            EntryKind::ALL
                .iter()
                .any(|kind| begins(&words, &kind_value(*kind)))
        };
        if facet == Facet::Kind && !kind_known() {
            let names: Vec<&str> = EntryKind::ALL.iter().map(|kind| kind.name()).collect();
            return Some(Err(format!(
                "there is no kind “{value}”; the kinds are {}",
                names.join(", ")
            )));
        }
        Some(Ok(Self::Words(facet, words)))
    }
}

/// A kind's value for `kind:`: both its words, in the form of [`value`].
pub fn kind_value(kind: EntryKind) -> String {
    let (one, several) = kind.names();
    value(&[one, several])
}

/// Folded words of several texts with a space before each, so that ` pri` finds where a word begins.
pub fn value<S: AsRef<str>>(texts: &[S]) -> String {
    let mut out = String::new();
    for text in texts {
        for (word, _) in Words::of(text.as_ref()).iter() {
            out.push(' ');
            out.push_str(word);
        }
    }
    out
}

/// Whether every word begins a word of `value`.
pub fn begins(words: &[String], value: &str) -> bool {
    words.iter().all(|word| {
        value
            .split(' ')
            .any(|v| !v.is_empty() && v.starts_with(word.as_str()))
    })
}

/// `2019`, `2019-02`, `2019-02-06`, `a..b`, `..b`, `a..`, `>a`, `<b`.
pub fn days(text: &str) -> Option<Days> {
    const ALWAYS: Days = Days {
        first: i32::MIN,
        last: i32::MAX,
    };
    if let Some(rest) = text.strip_prefix(">=") {
        return Some(Days {
            first: day(rest)?.first,
            ..ALWAYS
        });
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some(Days {
            last: day(rest)?.last,
            ..ALWAYS
        });
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Some(Days {
            first: day(rest)?.last + 1,
            ..ALWAYS
        });
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some(Days {
            last: day(rest)?.first - 1,
            ..ALWAYS
        });
    }
    let Some((from, to)) = text.split_once("..") else {
        return day(text);
    };
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let first = if from.is_empty() {
        ALWAYS.first
    } else {
        day(from)?.first
    };
    let last = if to.is_empty() {
        ALWAYS.last
    } else {
        day(to)?.last
    };
    Some(Days { first, last })
}

/// A year, month or day, as all the days in it.
pub fn day(text: &str) -> Option<Days> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| -> Option<Option<i32>> {
        match parts.next() {
            None => Some(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse().ok().map(Some)
            }
            Some(_) => None,
        }
    };
    let year = number(4)??;
    let (month, date) = (number(2)?, number(2)?);
    let in_month = |m: i32| (1..=12).contains(&m);
    match (month, date, parts.next()) {
        (None, None, None) => Some(Days {
            first: year * 10_000,
            last: year * 10_000 + 9999,
        }),
        (Some(m), None, None) if in_month(m) => {
            let first = year * 10_000 + m * 100;
            Some(Days {
                first,
                last: first + 99,
            })
        }
        (Some(m), Some(d), None) if in_month(m) && (1..=31).contains(&d) => {
            let first = year * 10_000 + m * 100 + d;
            Some(Days { first, last: first })
        }
        _ => None,
    }
}

/// `>1e6`, `>=1e6`, `<10m`, `10..20`, `49`.
fn bounds(text: &str) -> Option<Bounds> {
    let all = Bounds::ALL;
    if let Some(rest) = text.strip_prefix(">=") {
        return Some(Bounds {
            least: amount(rest)?,
            ..all
        });
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some(Bounds {
            most: amount(rest)?,
            ..all
        });
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Some(Bounds {
            least: amount(rest)?,
            with_least: false,
            ..all
        });
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some(Bounds {
            most: amount(rest)?,
            with_most: false,
            ..all
        });
    }
    let Some((from, to)) = text.split_once("..") else {
        let value = amount(text.strip_prefix('=').unwrap_or(text))?;
        return Some(Bounds {
            least: value,
            most: value,
            ..all
        });
    };
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let least = if from.is_empty() {
        all.least
    } else {
        amount(from)?
    };
    let most = if to.is_empty() { all.most } else { amount(to)? };
    Some(Bounds { least, most, ..all })
}

/// `960000`, `960,000`, `1e6`, `10m`, `1.5bn`, `$500k`.
fn amount(text: &str) -> Option<f64> {
    let text = text
        .trim_start_matches(['$', '€', '£'])
        .replace([',', '_'], "")
        .to_ascii_lowercase();
    let scales = [("bn", 1e9), ("b", 1e9), ("m", 1e6), ("k", 1e3)];
    let scaled = scales
        .iter()
        .find_map(|(sign, by)| text.strip_suffix(sign).map(|rest| (rest, *by)));
    let (number, by) = scaled.unwrap_or((text.as_str(), 1.0));
    // `inf` and `nan` are words, not amounts.
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.') {
        return None;
    }
    number
        .parse::<f64>()
        .ok()
        .map(|value| value * by)
        .filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_may_be_coarse_open_or_a_range() {
        let of = |first, last| Some(Days { first, last });
        assert_eq!(days("2019"), of(2019_0000, 2019_9999));
        assert_eq!(days("2019-02..2021"), of(2019_0200, 2021_9999));
        assert_eq!(days("2019-02-06"), of(2019_0206, 2019_0206));
        assert_eq!(days("..2021-03"), of(i32::MIN, 2021_0399));
        assert_eq!(days(">2019-02"), of(2019_0300, i32::MAX));
        for wrong in [
            "",
            "..",
            "201",
            "2019-13",
            "2019-02-32",
            "2019-2",
            "yesterday",
            "2019-02-06-01",
            "２０１９",
        ] {
            assert_eq!(days(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn amounts_are_read_the_ways_people_write_them() {
        for (text, value) in [
            ("1e6", 1e6),
            ("10m", 1e7),
            ("1.5bn", 1.5e9),
            ("$960,000", 960_000.0),
            ("500k", 5e5),
        ] {
            assert_eq!(amount(text), Some(value), "{text}");
        }
        for wrong in ["", "inf", "nan", "many", "k", "1e999"] {
            assert_eq!(amount(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn more_than_leaves_the_number_itself_out() {
        let over = bounds(">1e6").unwrap();
        assert!(!over.meets(Amounts::just(1e6)) && over.meets(Amounts::just(1_000_001.0)));
        assert!(
            over.meets(Amounts {
                least: 1.0,
                most: 2e6
            }),
            "a range that reaches beyond it"
        );
        let from = bounds("1e6..2e6").unwrap();
        assert!(
            from.meets(Amounts::just(1e6))
                && from.meets(Amounts::just(2e6))
                && !from.meets(Amounts::just(3e6))
        );
    }
}
