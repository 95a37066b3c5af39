//! A newsroom's sheet: whatever its columns are called, what stands in each row.

use super::columns::{Column, columns, head};
use super::folded;

/// How many lines are looked at to find the separator of a sheet and the row with its column names.
pub(super) const MOST_ABOVE: usize = 12;

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The line of the draft, if the sheet has it.
    pub line: Option<usize>,
    /// The sentence.
    pub sentence: String,
    /// The source, in words.
    pub source: String,
    /// Its address.
    pub url: String,
    /// The place in it, as written.
    pub locator: String,
    /// What was decided, by whom and when, as written.
    pub checked: Vec<String>,
    /// The reply column.
    pub reply: String,
    /// The note column.
    pub note: String,
    /// Every other cell, with its column's name.
    pub other: Vec<String>,
}

/// The rows of a sheet that have a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows.
    pub lines: Vec<Line>,
}

impl Sheet {
    /// Reads a sheet, its cells separated by commas, semicolons or tabs.
    ///
    /// # Errors
    /// Why there is nothing to read.
    pub fn read(text: &str) -> Result<Self, String> {
        let (text, mark) = parted(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(mark)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> = vec![];
        for row in reader.records() {
            let row = row.map_err(|error| format!("a row cannot be read: {error}"))?;
            let row: Vec<String> = row.iter().map(cell).collect();
            if row.iter().any(|cell| !cell.is_empty()) {
                rows.push(row);
            }
        }
        if rows.len() < 2 {
            return Err("the sheet has no rows below its column names".to_owned());
        }
        // What stands above the column names, such as a title or a date, is not a row.
        rows.drain(..head(&rows));
        let heads = rows.remove(0);
        let columns = columns(&heads, &rows)?;
        let mut sheet = Self::default();
        for row in &rows {
            let line = line(&heads, &columns, row);
            if !line.sentence.is_empty() {
                sheet.lines.push(line);
            }
        }
        if sheet.lines.is_empty() {
            return Err("no row holds a sentence".to_owned());
        }
        Ok(sheet)
    }
}

/// A sheet without the line that tells spreadsheets its separator (`sep=;`), and the separator.
fn parted(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default();
    let told = first.trim().trim_matches('"').strip_prefix("sep=");
    if let Some(&[mark]) = told.map(str::as_bytes)
        && mark.is_ascii()
    {
        return (text.get(first.len()..).unwrap_or_default(), mark);
    }
    // Sentences contain commas; the separator occurs as often in the column names as in most rows.
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(MOST_ABOVE);
    let lines: Vec<&str> = lines.collect();
    let most = |mark: u8| {
        let counts = lines
            .iter()
            .map(|line| line.matches(char::from(mark)).count());
        let first = lines
            .first()
            .map_or(0, |line| line.matches(char::from(mark)).count());
        (first, counts.sum::<usize>())
    };
    let marks = [b',', b';', b'\t'].into_iter().rev();
    (text, marks.max_by_key(|mark| most(*mark)).unwrap_or(b','))
}

/// A cell on one line, without the apostrophe that keeps a text from being a formula.
fn cell(text: &str) -> String {
    let text = folded(text);
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '|', '%']) => rest.to_owned(),
        _ => text,
    }
}

fn line(heads: &[String], columns: &[Option<Column>], row: &[String]) -> Line {
    let mut line = Line::default();
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let cell = cell.clone();
        match columns.get(at).copied().flatten() {
            Some(Column::Line) => line.line = cell.parse().ok(),
            Some(Column::Sentence) => line.sentence = cell,
            Some(Column::Source) => line.source = cell,
            Some(Column::Url) => line.url = cell,
            Some(Column::Locator) => line.locator = cell,
            Some(Column::Reply) => line.reply = cell,
            Some(Column::Note) => line.note = cell,
            Some(Column::Ruling | Column::By | Column::On) => line.checked.push(cell),
            // The machine will say this again itself.
            Some(Column::Finding | Column::Kind) => {}
            None => {
                let head = heads.get(at).filter(|head| !head.is_empty());
                line.other
                    .push(head.map_or(cell.clone(), |head| format!("{head}: {cell}")));
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn columns_are_known_by_many_names() {
        let sheet = Sheet::read(
            "Line #;Fact;Backup (URL?);Checked by;Desk\n3;It rained.;Met office;KL;ask Bo\n;;;;\n",
        )
        .unwrap();
        let line = &sheet.lines[0];
        assert_eq!(
            (line.line, line.sentence.as_str(), line.source.as_str()),
            (Some(3), "It rained.", "Met office")
        );
        assert_eq!(
            (line.checked.join(","), line.other.join(",")),
            ("KL".to_owned(), "Desk: ask Bo".to_owned())
        );
    }

    #[test]
    fn the_longest_column_holds_the_sentences_where_no_name_says_so() {
        let sheet = Sheet::read("a,b\nx,The ministry was asked at least twice.\n").unwrap();
        assert_eq!(
            sheet.lines[0].sentence,
            "The ministry was asked at least twice."
        );
        assert!(
            Sheet::read("a,b\nx,y\n")
                .unwrap_err()
                .contains("holds sentences")
        );
        assert!(Sheet::read("").is_err());
    }

    #[test]
    fn titles_above_the_columns_and_words_beside_their_names_do_no_harm() {
        let sheet = Sheet::read(
            "Fact check: the dam,,,\nUpdated 3 May,,,\n,,,\n#,Claim / sentence,SOURCE / BACKUP,Fact-checker\n7,It rained.,Met office,JD\n",
        )
        .unwrap();
        let line = &sheet.lines[0];
        assert_eq!(sheet.lines.len(), 1);
        assert_eq!(
            (line.line, line.sentence.as_str(), line.source.as_str()),
            (Some(7), "It rained.", "Met office")
        );
        assert_eq!(line.checked, ["JD"]);
        for text in [
            "sep=;\r\nFact;Quelle\r\nIt rained, twice, in May.;Amt\r\n",
            "Satz/Aussage;Quelle (Link)\nEs regnete.;Amt\n",
        ] {
            let sheet = Sheet::read(text).unwrap();
            assert!(sheet.lines[0].sentence.ends_with('.'), "{sheet:?}");
            assert_eq!(sheet.lines[0].source, "Amt");
        }
    }

    #[test]
    fn line_breaks_and_defused_formulas_in_cells_are_read() {
        let sheet = Sheet::read("sentence,note\n\"One\nline.\",'=1+1\n").unwrap();
        assert_eq!(sheet.lines[0].sentence, "One line.");
        assert_eq!(sheet.lines[0].note, "=1+1");
    }
}
