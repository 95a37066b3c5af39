//! Rows of what is said of something, as paragraphs of a page.

use super::{NAME, Page, Para, Spot};
use crate::wording::{Lead, Row};

/// Adds rows to a page. Who speaks is named before the first head: once is enough for a column.
pub fn say(name: &str, rows: Vec<Row>, page: &mut Page) {
    let mut name = name;
    for row in rows {
        let names = !row.under && row.label.is_empty();
        page.push(para(name, row));
        if names {
            name = "";
        }
    }
}

fn para(name: &str, row: Row) -> Para {
    if let Some(side) = row.side {
        return Para::side(side);
    }
    let mut para = Para::new().leads(row.lead.map(spot));
    para = match (row.under, row.label.is_empty()) {
        (true, true) => para.indented(NAME, 2),
        (false, true) => para.name(name),
        (_, false) => para.name(row.label.as_str()),
    };
    if let Some(sign) = row.sign {
        para = para.put(sign.tone.into(), &format!("{} ", sign.sign));
    }
    row.runs
        .iter()
        .fold(para, |para, run| para.shown(run.voice.into(), &run.text))
}

const fn spot(lead: Lead) -> Spot {
    match lead {
        Lead::Record(ix) => Spot::Record(ix),
        Lead::Text(ix, at) => Spot::Text(ix, at),
    }
}
