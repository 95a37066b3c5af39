//! A newsroom's sheet: whatever its columns are called, what stands in each row.

use super::folded;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Line,
    Sentence,
    Kind,
    Source,
    Url,
    Locator,
    Finding,
    Ruling,
    By,
    On,
    Reply,
    Note,
}

/// Names of columns as newsrooms write them, the surest first; small letters, words parted by spaces.
const NAMES: [(Column, &[&str]); 12] = [
    (
        Column::Line,
        &[
            "line",
            "line no",
            "line number",
            "no",
            "nr",
            "number",
            "row",
            "para",
            "paragraph",
            "#",
            "ligne",
            "línea",
        ],
    ),
    (
        Column::Sentence,
        &[
            "sentence",
            "sentences",
            "fact",
            "facts",
            "claim",
            "claims",
            "statement",
            "text",
            "copy",
            "line text",
            "story",
            "draft",
            "assertion",
            "item",
            "phrase",
            "frase",
            "affirmation",
            "quote",
        ],
    ),
    (Column::Kind, &["kind", "type", "category"]),
    (
        Column::Source,
        &[
            "source",
            "sources",
            "evidence",
            "backup",
            "citation",
            "reference",
            "references",
            "ref",
            "where from",
            "sourcing",
            "document",
            "fuente",
            "quelle",
        ],
    ),
    (
        Column::Url,
        &[
            "url",
            "link",
            "links",
            "web",
            "source url",
            "source link",
            "hyperlink",
        ],
    ),
    (
        Column::Locator,
        &[
            "locator",
            "page",
            "pages",
            "p",
            "pg",
            "place",
            "location",
            "timestamp",
            "where",
        ],
    ),
    (Column::Finding, &["finding", "findings", "result"]),
    (
        Column::Ruling,
        &[
            "ruling",
            "verdict",
            "status",
            "checked",
            "ok",
            "confirmed",
            "verified",
            "true false",
            "correct",
        ],
    ),
    (
        Column::By,
        &[
            "by",
            "checked by",
            "checker",
            "fact checker",
            "verified by",
            "who",
            "initials",
            "checker initials",
        ],
    ),
    (
        Column::On,
        &[
            "on",
            "date",
            "checked on",
            "date checked",
            "when",
            "verified on",
        ],
    ),
    (
        Column::Reply,
        &[
            "reply",
            "replies",
            "response",
            "answer",
            "editor reply",
            "author reply",
            "reporter response",
            "editor response",
            "editor",
        ],
    ),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remarks",
            "remark",
            "query",
            "queries",
            "question",
            "questions",
        ],
    ),
];

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The line of the draft, where it is told.
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
    /// Reads a sheet, its cells parted by commas, semicolons or tabs.
    ///
    /// # Errors
    /// Why there is nothing to read.
    pub fn read(text: &str) -> Result<Self, String> {
        let first = text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        let times = |mark: char| first.matches(mark).count();
        let mark = [b',', b';', b'\t']
            .into_iter()
            .rev()
            .max_by_key(|mark| times(char::from(*mark)));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(mark.unwrap_or(b','))
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

/// A cell in one line; the apostrophe that keeps a text from being a formula is no part of it.
fn cell(text: &str) -> String {
    let text = folded(text);
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '|', '%']) => rest.to_owned(),
        _ => text,
    }
}

/// A column's name as it is compared.
fn plain(name: &str) -> String {
    let spaced: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| {
            if c.is_alphanumeric() || c == '#' {
                c
            } else {
                ' '
            }
        })
        .collect();
    folded(&spaced)
}

/// What each column holds; none for those nobody knows.
fn columns(heads: &[String], rows: &[Vec<String>]) -> Result<Vec<Option<Column>>, String> {
    let mut columns: Vec<Option<Column>> = vec![None; heads.len()];
    let names: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    for (column, known) in NAMES {
        // The surest name wins where several would do; then a name that begins like one.
        let exact = known
            .iter()
            .find_map(|name| names.iter().position(|head| head == name));
        let found = exact.filter(|at| columns[*at].is_none()).or_else(|| {
            known.iter().filter(|name| name.len() > 3).find_map(|name| {
                let begins = |head: &String| head.split(' ').next() == Some(*name);
                names
                    .iter()
                    .enumerate()
                    .position(|(at, head)| columns[at].is_none() && begins(head))
            })
        });
        if let Some(at) = found {
            columns[at] = Some(column);
        }
    }
    if !columns.contains(&Some(Column::Sentence)) {
        let length = |at: usize| {
            rows.iter()
                .filter_map(|row| row.get(at))
                .map(String::len)
                .sum::<usize>()
        };
        let free = (0..heads.len()).filter(|at| columns[*at].is_none());
        let longest = free
            .max_by_key(|at| length(*at))
            .filter(|at| length(*at) > rows.len() * 20);
        match longest {
            Some(at) => columns[at] = Some(Column::Sentence),
            None => {
                return Err(format!(
                    "none of its columns ({}) holds sentences",
                    heads.join(", ")
                ));
            }
        }
    }
    Ok(columns)
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
            // The machine says this anew.
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
    fn line_breaks_and_defused_formulas_in_cells_are_read() {
        let sheet = Sheet::read("sentence,note\n\"One\nline.\",'=1+1\n").unwrap();
        assert_eq!(sheet.lines[0].sentence, "One line.");
        assert_eq!(sheet.lines[0].note, "=1+1");
    }
}
