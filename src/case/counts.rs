//! Casualty records of one event and figures of one measure, side by side: what each source says and where they disagree.

use super::records::Count;
use super::{Amount, Body, Case, Decimal, Field, Hedge, RecordIx};

/// What one record says of a quantity that several records give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The record.
    pub record: RecordIx,
    /// The least it may be; none if no lower limit is given.
    pub low: Option<Decimal>,
    /// The most it may be; none if no upper limit is given.
    pub high: Option<Decimal>,
    /// The source's own best number.
    pub best: Option<Decimal>,
    /// How the source hedges it.
    pub how: Option<Hedge>,
}

impl Said {
    fn of(record: RecordIx, amount: Option<&Amount>, how: &Field<Hedge>) -> Option<Self> {
        let how = how.get().copied();
        let (low, high, best) = match amount {
            Some(Amount::Number(n)) => (Some(*n), Some(*n), Some(*n)),
            Some(Amount::Range(range)) => (
                range.min.or(range.best),
                range.max.or(range.best),
                range.best,
            ),
            None => {
                how?;
                (None, None, None)
            }
        };
        let (low, high) = match how {
            Some(Hedge::AtLeast | Hedge::MoreThan) => (low, None),
            Some(Hedge::UpTo | Hedge::FewerThan | Hedge::Nearly) => (None, high),
            _ => (low, high),
        };
        Some(Self {
            record,
            low,
            high,
            best,
            how,
        })
    }

    /// True if there is no value that both allow.
    pub fn disagrees(&self, other: &Self) -> bool {
        let above =
            |a: Option<Decimal>, b: Option<Decimal>| matches!((a, b), (Some(a), Some(b)) if a > b);
        above(self.low, other.high) || above(other.low, self.high)
    }
}

/// A quantity, with every record that gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What is counted: `killed`, or a measure's name.
    pub what: String,
    /// What each record says, in the order of the files.
    pub said: Vec<Said>,
}

impl Compared {
    /// The pairs of records that disagree.
    pub fn clashes(&self) -> Vec<(RecordIx, RecordIx)> {
        let mut pairs = vec![];
        for (i, a) in self.said.iter().enumerate() {
            for b in &self.said[i + 1..] {
                if a.disagrees(b) {
                    pairs.push((a.record, b.record));
                }
            }
        }
        pairs
    }
}

/// What the casualty records of one event say of killed, injured and missing; numbers nobody gives are left out.
pub fn casualties_of(case: &Case, event: &str) -> Vec<Compared> {
    let of_event = |which: Count| {
        case.iter()
            .filter_map(move |(ix, record)| match &record.body {
                Body::Casualty(c) if c.event.get().is_some_and(|e| e.id == event) => {
                    let count = c.count(which);
                    count.get()?;
                    Said::of(ix, count.get(), &c.how)
                }
                _ => None,
            })
    };
    let compared = |which: Count| Compared {
        what: which.word().to_owned(),
        said: of_event(which).collect(),
    };
    Count::ALL
        .into_iter()
        .map(compared)
        .filter(|c| !c.said.is_empty())
        .collect()
}

/// What the figure records of one measure say.
pub fn figures_of(case: &Case, measure: &str) -> Compared {
    let said = case.iter().filter_map(|(ix, record)| match &record.body {
        Body::Figure(f) if f.measure.get().is_some_and(|m| m == measure) => {
            Said::of(ix, f.value.get(), &f.how)
        }
        _ => None,
    });
    Compared {
        what: measure.to_owned(),
        said: said.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::Said;
    use crate::case::{Amount, Decimal, Field, Hedge, Range, RecordIx, Sp};

    fn said(amount: Option<Amount>, how: Option<Hedge>) -> Said {
        let how = how.map_or(Field::Absent, |value| Field::Given(Sp { value, at: 0 }));
        Said::of(RecordIx(0), amount.as_ref(), &how).unwrap()
    }

    fn number(n: i64) -> Option<Amount> {
        Some(Amount::Number(Decimal::whole(n)))
    }

    #[test]
    fn sources_disagree_when_no_number_suits_both() {
        let range = Some(Amount::Range(Box::new(Range {
            min: Some(Decimal::whole(20)),
            max: Some(Decimal::whole(60)),
            best: None,
        })));
        assert!(said(number(49), None).disagrees(&said(number(50), None)));
        assert!(!said(number(49), None).disagrees(&said(range.clone(), None)));
        assert!(said(number(61), None).disagrees(&said(range, None)));
    }

    #[test]
    fn a_hedge_opens_an_end() {
        let at_least = said(number(20), Some(Hedge::AtLeast));
        assert!(!at_least.disagrees(&said(number(49), None)));
        assert!(at_least.disagrees(&said(number(19), None)));
        assert!(!said(None, Some(Hedge::Hundreds)).disagrees(&said(number(3), None)));
    }
}
