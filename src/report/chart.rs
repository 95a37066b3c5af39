//! The two drawings of a report: what happened when, and the counts of each event side by side. Only numbers; the page draws.

use super::Redaction;
use crate::case::{
    Body, Case, Compared, Dated, Decimal, Hedge, Kind, RecordIx, Said, casualties_of, figures_of,
    timeline, titles,
};
use crate::text::Shown;
use crate::verify::figures;
use jiff::civil;
use serde::Serialize;
use std::collections::BTreeSet;

/// What is dated, on one axis from 0 to 100.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Timeline {
    /// The first day of the axis.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Years that begin on it, with their place.
    pub years: Vec<Tick>,
    /// The moments, the earliest first.
    pub moments: Vec<MomentRow>,
}

/// A mark on an axis.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// Where, 0 to 100.
    pub at: f64,
    /// What it says.
    pub label: String,
}

/// Something dated.
#[derive(Clone, Debug, Serialize)]
pub struct MomentRow {
    /// When, in words.
    pub when: String,
    /// What of the record.
    pub what: &'static str,
    /// The record in a line.
    pub title: Shown,
    /// Its id.
    pub id: Shown,
    /// Where it begins, 0 to 100.
    pub at: f64,
    /// How long it lasts; a day has the width of a dot.
    pub width: f64,
}

/// One quantity that several sources give.
#[derive(Clone, Debug, Serialize)]
pub struct Ranges {
    /// The event or measure.
    pub of: Shown,
    /// What is counted.
    pub what: Shown,
    /// The number at the right end of the axis.
    pub end: String,
    /// What each source says.
    pub rows: Vec<RangeRow>,
    /// How many are held back.
    pub held_back: usize,
}

/// What one source says.
#[derive(Clone, Debug, Serialize)]
pub struct RangeRow {
    /// Its record.
    pub id: Shown,
    /// The source.
    pub source: Shown,
    /// The number in words.
    pub told: String,
    /// How well it is supported, where it is said.
    pub grade: Option<&'static str>,
    /// Where the bar begins, 0 to 100; none where there is no number.
    pub at: Option<f64>,
    /// How long it is.
    pub width: f64,
    /// Where the best number stands.
    pub best: Option<f64>,
    /// True if it has no upper end.
    pub open: bool,
}

/// The records that disagree, pair by pair.
pub fn clashes(case: &Case, hide: &Redaction) -> Vec<Shown> {
    let all = figures::clashes(case).into_iter();
    let open = all.filter(|clash| !clash.records.iter().any(|ix| hide.hides(*ix)));
    let told = open.map(|clash| {
        let name = |ix: RecordIx| &case.at(ix).id.value;
        let [a, b] = clash.records;
        let [says_a, says_b] = &clash.says;
        let line = format!(
            "{}: {} says {says_a}, {} says {says_b}",
            clash.what,
            name(a),
            name(b)
        );
        hide.cover(&line)
    });
    told.collect()
}

/// What is dated, but for when sources were published: their dates stand in the list of sources.
pub fn dates(case: &Case, hide: &Redaction) -> Timeline {
    let moments = timeline(case).into_iter();
    let moments = moments.filter(|m| m.what != Dated::Published && !hide.hides(m.record));
    let dated: Vec<_> = moments.filter_map(|m| Some((m.days()?, m))).collect();
    let Some(first) = dated.iter().map(|((first, _), _)| *first).min() else {
        return Timeline::default();
    };
    let last = dated
        .iter()
        .map(|((_, last), _)| *last)
        .max()
        .unwrap_or(first);
    let axis = Axis { first, last };
    let rows = dated.iter().map(|((from, to), moment)| MomentRow {
        when: moment.when.spoken(),
        what: moment.what.word(),
        title: hide.cover(&case.title(moment.record)),
        id: hide.cover(&case.at(moment.record).id.value),
        at: axis.at(*from),
        width: (axis.at(*to) - axis.at(*from)).max(0.0),
    });
    Timeline {
        from: first.to_string(),
        to: last.to_string(),
        years: axis.years(),
        moments: rows.collect(),
    }
}

struct Axis {
    first: civil::Date,
    last: civil::Date,
}

impl Axis {
    fn at(&self, day: civil::Date) -> f64 {
        let whole = days(self.first, self.last).max(1);
        let part = days(self.first, day);
        hundredths(f64::from(part) * 100.0 / f64::from(whole))
    }

    /// The years that begin on the axis, eight at most.
    fn years(&self) -> Vec<Tick> {
        let years = i32::from(self.last.year()) - i32::from(self.first.year());
        let step = usize::try_from(years / 8 + 1).unwrap_or(1);
        (self.first.year()..=self.last.year())
            .step_by(step)
            .map(|year| civil::date(year, 1, 1))
            .filter(|day| *day >= self.first)
            .map(|day| Tick {
                at: self.at(day),
                label: day.year().to_string(),
            })
            .collect()
    }
}

fn days(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn hundredths(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

/// Casualty records of each event and figures of each measure that more than one record gives.
pub fn ranges(case: &Case, hide: &Redaction) -> Vec<Ranges> {
    let mut all = vec![];
    let counted: BTreeSet<&str> = case
        .of_kind(Kind::Casualty)
        .filter_map(|(_, record)| match &record.body {
            Body::Casualty(casualty) => casualty.event.get().map(|event| event.id.as_str()),
            _ => None,
        })
        .collect();
    let events = case.of_kind(Kind::Event);
    for (ix, record) in events.filter(|(_, event)| counted.contains(event.id.value.as_str())) {
        let of = hide.label(case, ix).unwrap_or_else(|| case.title(ix));
        let compared = casualties_of(case, &record.id.value);
        all.extend(compared.iter().map(|c| one(case, hide, &of, c)));
    }
    let measures: BTreeSet<&str> = case
        .of_kind(Kind::Figure)
        .filter_map(|(_, record)| match &record.body {
            Body::Figure(figure) => figure.measure.get().map(String::as_str),
            _ => None,
        })
        .collect();
    for measure in measures {
        let compared = figures_of(case, measure);
        if compared.said.len() > 1 {
            all.push(one(case, hide, "figures", &compared));
        }
    }
    all
}

fn one(case: &Case, hide: &Redaction, of: &str, compared: &Compared) -> Ranges {
    let open: Vec<&Said> = compared
        .said
        .iter()
        .filter(|s| !hide.hides(s.record))
        .collect();
    let ends = open.iter().flat_map(|s| [s.low, s.high, s.best]).flatten();
    let end = ends.max();
    let whole = end.map_or(1.0, number).max(1.0);
    Ranges {
        of: hide.cover(of),
        what: hide.cover(&compared.what),
        end: end.map_or(String::new(), |end| titles::grouped(&end.to_string())),
        rows: open
            .iter()
            .map(|said| bar(case, hide, said, whole))
            .collect(),
        held_back: compared.said.len() - open.len(),
    }
}

fn bar(case: &Case, hide: &Redaction, said: &Said, whole: f64) -> RangeRow {
    let place = |n: Decimal| hundredths((number(n) * 100.0 / whole).clamp(0.0, 100.0));
    let has_number = said.low.is_some() || said.high.is_some();
    let from = said.low.map_or(0.0, place);
    let to = said.high.map_or(100.0, place);
    let record = case.at(said.record);
    let grade = match &record.body {
        Body::Casualty(casualty) => casualty.grade.get().map(|g| crate::case::Choice::word(*g)),
        _ => None,
    };
    RangeRow {
        id: hide.cover(&record.id.value),
        source: hide.cover(&source_name(case, said.record)),
        told: told(said),
        grade,
        at: has_number.then_some(from),
        width: hundredths((to - from).max(0.0)),
        best: said.best.map(place),
        open: has_number && said.high.is_none(),
    }
}

/// Who counts: the party that counted, else the source.
fn source_name(case: &Case, ix: RecordIx) -> String {
    let (counted_by, source) = match &case.at(ix).body {
        Body::Casualty(casualty) => (casualty.counted_by.get(), casualty.source.get()),
        Body::Figure(figure) => (None, figure.source.get()),
        _ => (None, None),
    };
    if let Some(who) = counted_by {
        return case.party_name(who).to_owned();
    }
    let source = source.and_then(|source| case.find(&source.id));
    source.map_or(String::new(), |ix| case.title(ix))
}

/// A number with its hedge: `at least 11`, `17–23`, `dozens`.
fn told(said: &Said) -> String {
    let shown = |n: Decimal| titles::grouped(&n.to_string());
    let hedge = said.how.filter(|how| *how != Hedge::Exactly);
    let hedge = hedge.map_or(String::new(), |how| how.word().replace('-', " "));
    let number = match (said.low, said.high) {
        (Some(low), Some(high)) if low == high => shown(low),
        (Some(low), Some(high)) => format!("{}–{}", shown(low), shown(high)),
        (Some(n), None) | (None, Some(n)) => shown(n),
        (None, None) => String::new(),
    };
    let hedge = match (hedge.is_empty(), said.low, said.high) {
        (true, Some(_), None) => "at least".to_owned(),
        (true, None, Some(_)) => "up to".to_owned(),
        _ => hedge,
    };
    let best = said
        .best
        .filter(|best| said.low != Some(*best) || said.high != Some(*best));
    let best = best.filter(|_| said.low.is_some() && said.high.is_some());
    let best = best.map_or(String::new(), |best| format!(", best {}", shown(best)));
    format!("{hedge} {number}{best}").trim().to_owned()
}

/// Near enough for a drawing.
fn number(n: Decimal) -> f64 {
    n.to_f64()
}
