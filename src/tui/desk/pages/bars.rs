//! Counts and figures of one thing beside each other, as bars on one scale, with who disagrees.

use crate::case::records::Count;
use crate::case::{Body, Case, Compared, RecordIx, casualties_of, figures_of, titles};
use crate::ruling::{Sign, Standing};
use crate::tui::desk::Spot;
use crate::tui::page::{Page, Para, Tone};

/// The other records that give the same quantity, as bars on one scale, those that disagree marked.
pub fn compared(case: &Case, ix: RecordIx, page: &mut Page) {
    let compared: Vec<Compared> = match &case.at(ix).body {
        Body::Event(_) => casualties_of(case, &case.at(ix).id.value),
        Body::Casualty(c) => c
            .event
            .get()
            .map_or(vec![], |event| casualties_of(case, &event.id)),
        Body::Figure(f) => f
            .measure
            .get()
            .map_or(vec![], |measure| vec![figures_of(case, measure)]),
        _ => vec![],
    };
    for quantity in compared
        .iter()
        .filter(|c| c.said.len() > 1 || is_count(&c.what))
    {
        bars(case, quantity, page);
    }
}

fn is_count(what: &str) -> bool {
    Count::ALL.iter().any(|count| count.word() == what)
}

/// Cells of a bar.
const BAR: usize = 24;

fn bars(case: &Case, quantity: &Compared, page: &mut Page) {
    let clashes = quantity.clashes();
    let sign = Sign::of(Standing::Clash).sign;
    let ends = quantity
        .said
        .iter()
        .flat_map(|s| [s.low, s.high, s.best])
        .flatten();
    let most = ends.map(|d| d.to_f64()).fold(0.0, f64::max);
    page.gap();
    let verdict = match clashes.len() {
        0 => String::new(),
        1 => format!("   {sign} two sources disagree"),
        n => format!("   {sign} {n} pairs of sources disagree"),
    };
    let mut heading = Para::new().put(Tone::Label, &quantity.what.to_uppercase());
    heading = heading.put(Tone::Bad, &verdict);
    page.push(heading);
    for said in &quantity.said {
        let record = case.at(said.record);
        let clash = clashes
            .iter()
            .any(|(a, b)| *a == said.record || *b == said.record);
        let bar = bar(said, most);
        let number = match (said.low, said.high) {
            (Some(a), Some(b)) if a == b => titles::grouped(&a.to_string()),
            (Some(a), Some(b)) => format!(
                "{}–{}",
                titles::grouped(&a.to_string()),
                titles::grouped(&b.to_string())
            ),
            (Some(a), None) => format!("{} or more", titles::grouped(&a.to_string())),
            (None, Some(b)) => format!("up to {}", titles::grouped(&b.to_string())),
            (None, None) => said.how.map_or("no number", |how| how.word()).to_owned(),
        };
        page.push(
            Para::new()
                .put(Tone::Plain, &format!("{bar}  {number:<10} "))
                .put(
                    if clash { Tone::Bad } else { Tone::Dim },
                    &format!("{} ", if clash { sign } else { " " }),
                )
                .put(Tone::Link, &record.id.value)
                .indented(2, BAR + 2)
                .leads(Some(Spot::Record(said.record))),
        );
    }
}

/// A range on a scale from 0: `|` where it begins and ends, `-` between, `o` the best number, `>` and `<` an open end.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss
)] // a few dozen cells
fn bar(said: &crate::case::Said, most: f64) -> String {
    let cell = |value: f64| {
        let share = if most > 0.0 {
            (value / most).clamp(0.0, 1.0)
        } else {
            0.0
        };
        (share * (BAR - 1) as f64).round() as usize
    };
    let mut cells = vec!['.'; BAR];
    if said.low.is_none() && said.high.is_none() {
        return cells.into_iter().collect();
    }
    let low = said.low.map(|d| cell(d.to_f64()));
    let high = said.high.map(|d| cell(d.to_f64()));
    let (from, to) = (low.unwrap_or(0), high.unwrap_or(BAR - 1));
    for c in &mut cells[from.min(to)..=to.max(from)] {
        *c = '-';
    }
    cells[from] = if low.is_some() { '|' } else { '<' };
    cells[to] = if high.is_some() { '|' } else { '>' };
    if let Some(best) = said.best {
        cells[cell(best.to_f64())] = 'o';
    }
    cells.into_iter().collect()
}
