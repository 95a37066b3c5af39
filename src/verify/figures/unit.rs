//! Units: which are the same, which can be turned into each other, which must not be mixed up.

use super::number::Num;
use crate::text::fold::fold;
use crate::text::lexicon::{Language, List};

/// A unit in its one spelling: an ISO 4217 code, `$`, `%`, `points`, `days`, `working-days`, …, or folded free words.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The one spelling.
    key: String,
    /// As it is shown.
    shown: String,
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Unit {}

/// How two units go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// They are the same, or one of them is not said.
    Same,
    /// The second times this is the first.
    Turned(Num),
    /// The same if a bare `$` is the home currency; the text says so.
    Home(String),
    /// Two different things.
    Apart,
}

/// Units that are exactly so many of another.
const TURNED: [(&str, &str, i64); 9] = [
    ("weeks", "days", 7),
    ("years", "months", 12),
    ("decades", "months", 120),
    ("centuries", "months", 1200),
    ("minutes", "seconds", 60),
    ("hours", "seconds", 3600),
    ("km", "metres", 1000),
    ("tonnes", "kg", 1000),
    ("kg", "grams", 1000),
];

impl Unit {
    /// Per cent.
    pub fn percent() -> Self {
        Self::known("%")
    }

    /// A unit by its one spelling, which the caller knows to be one.
    pub fn known(word: &str) -> Self {
        Self {
            key: word.to_owned(),
            shown: word.to_owned(),
        }
    }

    /// Reads a unit as a case file writes it.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        if is_code(text) || matches!(text, "$" | "%") {
            return Self::known(text);
        }
        // Case files write units in English.
        let lexicon = Language::English.lexicon();
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        if lexicon.phrase(List::Percent, &words).is_some() {
            return Self::percent();
        }
        match lexicon.phrase(List::Measures, &words) {
            Some(measure) => Self::known(measure.value),
            None => Self {
                key: american(&folded),
                shown: text.to_owned(),
            },
        }
    }

    /// The unit as it is shown.
    pub fn word(&self) -> &str {
        &self.shown
    }

    /// The unit as it is compared.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// True for money, a bare `$` included.
    pub fn is_money(&self) -> bool {
        self.key == "$" || is_code(&self.key)
    }

    /// True for units that are taken for each other: two currencies, per cent and points, days and working days.
    pub fn is_like(&self, other: &Self) -> bool {
        let both = |pair: [&str; 2]| {
            pair.contains(&self.key.as_str()) && pair.contains(&other.key.as_str())
        };
        self == other
            || (self.is_money() && other.is_money())
            || both(["%", "points"])
            || both(["days", "working-days"])
    }

    /// How the unit printed and the source's unit go together.
    pub fn meets(printed: Option<&Self>, source: Option<&Self>, home: Option<&str>) -> Meeting {
        let (Some(a), Some(b)) = (printed, source) else {
            return Meeting::Same;
        };
        if a == b {
            return Meeting::Same;
        }
        if let Some(factor) = turned(&a.key, &b.key) {
            return Meeting::Turned(factor);
        }
        let (("$", other) | (other, "$")) = (a.key.as_str(), b.key.as_str()) else {
            return Meeting::Apart;
        };
        match home {
            Some(home) if home == other => {
                Meeting::Home(format!("$ is read as {home}, the home currency"))
            }
            _ => Meeting::Apart,
        }
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// Free words of one spelling: "cubic meters" are "cubic metres", and one house is houses.
fn american(folded: &str) -> String {
    let lists = Language::English.lexicon();
    let words: Vec<&str> = folded
        .split(' ')
        .map(|word| lists.value(List::Measures, word).unwrap_or(word))
        .map(|word| {
            word.strip_suffix('s')
                .filter(|w| w.len() > 2)
                .unwrap_or(word)
        })
        .collect();
    words.join(" ")
}

/// By what a number in the second unit is multiplied to be one in the first.
fn turned(a: &str, b: &str) -> Option<Num> {
    let base = |unit: &str| -> (String, Num) {
        let (mut unit, mut factor) = (unit.to_owned(), Num::whole(1));
        while let Some((_, to, by)) = TURNED.iter().find(|(from, _, _)| *from == unit) {
            (*to).clone_into(&mut unit);
            factor = factor.times(Num::whole(*by)).unwrap_or(factor);
        }
        (unit, factor)
    };
    let ((a, from), (b, to)) = (base(a), base(b));
    (a == b).then(|| to.over(from)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Meeting, Unit};
    use crate::verify::figures::number::Num;

    fn meet(a: &str, b: &str, home: Option<&str>) -> Meeting {
        Unit::meets(Some(&Unit::parse(a)), Some(&Unit::parse(b)), home)
    }

    #[test]
    fn a_bare_dollar_is_the_home_currency_or_nothing() {
        assert!(matches!(meet("$", "CAD", Some("CAD")), Meeting::Home(_)));
        assert_eq!(meet("$", "USD", Some("CAD")), Meeting::Apart);
        assert_eq!(meet("$", "CAD", None), Meeting::Apart);
        assert_eq!(meet("$", "$", None), Meeting::Same);
    }

    #[test]
    fn spellings_of_a_unit_are_one_unit_and_others_are_not() {
        assert_eq!(meet("per cent", "%", None), Meeting::Same);
        assert_eq!(meet("Cubic Metres", "cubic meters", None), Meeting::Same);
        assert_eq!(
            meet("years", "months", None),
            Meeting::Turned(Num::ratio(1, 12).unwrap())
        );
        assert_eq!(Unit::parse("points"), Unit::known("points"));
        assert_eq!(Unit::parse("working-days"), Unit::known("working-days"));
        assert_eq!(Unit::parse("houses").word(), "houses");
        assert_eq!(meet("days", "working-days", None), Meeting::Apart);
        assert_eq!(meet("%", "points", None), Meeting::Apart);
        assert_eq!(meet("days", "months", None), Meeting::Apart);
        assert_eq!(
            Unit::meets(None, Some(&Unit::parse("houses")), None),
            Meeting::Same
        );
    }
}
