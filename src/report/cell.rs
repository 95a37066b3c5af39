//! Cells of a sheet. A spreadsheet takes a cell that begins with `=` for a formula and may run it; an apostrophe before it
//! keeps it a text, which is how spreadsheets themselves write such texts.

/// Rows as CSV: every cell in quotation marks where it needs them, no cell a formula.
pub fn written(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(vec![]);
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| defused(cell)))
            .expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("cells are text")
}

/// A cell that no spreadsheet takes for a formula, also where it parts cells at semicolons.
fn defused(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    let mut fresh = true;
    for c in cell.chars() {
        if fresh && is_formula(c) {
            out.push('\'');
        }
        out.push(c);
        fresh = c == ';' || (fresh && c.is_whitespace());
    }
    out
}

/// The characters that begin a formula, the wide forms included.
fn is_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '|' | '%'
    )
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn no_cell_can_become_a_formula() {
        let row = [
            "=cmd()",
            " +1",
            "-2",
            "@sum",
            "a;=b",
            "a = b",
            "plain",
            "1,5",
            "say \"x\"",
        ];
        let told = written(&[row.map(str::to_owned).to_vec()]);
        assert_eq!(
            told,
            "'=cmd(), '+1,'-2,'@sum,a;'=b,a = b,plain,\"1,5\",\"say \"\"x\"\"\"\n"
        );
    }
}
