//! Rows of what is said of something, as plain lines: for terminals of every kind and for screen readers.

use super::Failure;
use super::out::Out;
use crate::wording::{Row, Side};
use std::io::Write;

/// Cells that texts set over each other may take, beside their names.
const WIDTH: usize = 68;

/// Draws rows: heads two cells in, what belongs to them two cells further. Signs are left out: the words say it all.
pub fn tell(rows: &[Row], out: &mut Out) -> Result<(), Failure> {
    for row in rows {
        let indent = if row.under { "    " } else { "  " };
        if let Some(side) = &row.side {
            tell_side(side, indent, out)?;
            continue;
        }
        let colon = match row.label.as_str() {
            "" => "",
            _ if row.under => ": ",
            _ => " ",
        };
        writeln!(out, "{indent}{}{colon}{}", row.label, row.plain())?;
    }
    Ok(())
}

/// One text over the other over the signs under what differs.
fn tell_side(side: &Side, indent: &str, out: &mut Out) -> Result<(), Failure> {
    let [first, second] = side.names;
    let name = first.len().max(second.len());
    for three in side.lines(WIDTH) {
        for (named, row) in [
            (first, &three.source),
            (second, &three.draft),
            ("", &three.signs),
        ] {
            if named.is_empty() && row.is_empty() {
                continue;
            }
            let line = format!("{indent}{named:<name$}  {row}");
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}
