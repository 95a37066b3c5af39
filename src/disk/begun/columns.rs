//! What the columns of a newsroom's sheet are called, in English and a little in German, French and Spanish.

use super::folded;
use super::sheet::MOST_ABOVE;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
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

/// Names of columns as newsrooms write them, the most certain first; small letters, words separated by spaces.
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
            "satz",
            "aussage",
            "behauptung",
            "statement to check",
            "words",
        ],
    ),
    (Column::Kind, &["kind", "type", "category", "art"]),
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
            "seite",
            "página",
            "stelle",
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
            "geprüft",
            "vérifié",
            "verificado",
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
            "geprüft von",
            "vérifié par",
            "verificado por",
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
            "datum",
            "fecha",
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
            "anmerkung",
            "bemerkung",
            "notiz",
            "remarque",
            "remarques",
            "nota",
            "notas",
            "commentaire",
        ],
    ),
];

/// Words in a column's name that say that it holds no sentences, whatever else stands there.
const NO_SENTENCE: [&str; 10] = [
    "checker", "checkers", "checked", "check", "by", "date", "source", "sources", "no", "id",
];

/// A column's name in the form in which it is compared.
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

/// How many cells of a row are names of columns, exactly or nearly.
fn known(row: &[String]) -> usize {
    let is_name = |name: &&str| NAMES.iter().any(|(_, names)| names.contains(name));
    let cells = row.iter().map(|cell| plain(cell));
    cells
        .filter(|cell| {
            is_name(&cell.as_str()) || cell.split(' ').take(4).any(|word| is_name(&word))
        })
        .count()
}

/// The row with the names of the columns: the one with the most names among the first rows, or the first if none has any.
pub(super) fn head(rows: &[Vec<String>]) -> usize {
    let first = rows.len().saturating_sub(1).min(MOST_ABOVE);
    let known: Vec<usize> = rows[..first].iter().map(|row| known(row)).collect();
    let most = known.iter().copied().max().unwrap_or(0);
    // A title may contain such a word too, so a row other than the first needs more of them.
    let begins = known.first().copied().unwrap_or(0);
    if most < 2 || most <= begins {
        return 0;
    }
    known.iter().position(|n| *n == most).unwrap_or(0)
}

/// What each column holds; none where that is not known.
pub(super) fn columns(
    heads: &[String],
    rows: &[Vec<String>],
) -> Result<Vec<Option<Column>>, String> {
    let names: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let mut columns: Vec<Option<Column>> = vec![None; heads.len()];
    // Exact names come first, then those that begin with the word, then those that contain it.
    let ways: [fn(&str, &str) -> bool; 3] = [
        |head, name| head == name,
        |head, name| name.len() > 3 && head.split(' ').next() == Some(name),
        |head, name| name.len() > 3 && head.split(' ').any(|word| word == name),
    ];
    for fits in ways {
        for (column, known) in NAMES {
            if columns.contains(&Some(column)) {
                continue;
            }
            let free = |at: usize| {
                let no_sentence = |word| NO_SENTENCE.contains(&word);
                columns[at].is_none()
                    && (column != Column::Sentence || !names[at].split(' ').any(no_sentence))
            };
            let found = known
                .iter()
                .find_map(|name| (0..names.len()).find(|at| free(*at) && fits(&names[*at], name)));
            if let Some(at) = found {
                columns[at] = Some(column);
            }
        }
    }
    if !columns.contains(&Some(Column::Sentence)) {
        let at = longest(&columns, rows)
            .ok_or_else(|| format!("none of its columns ({}) holds sentences", heads.join(", ")))?;
        columns[at] = Some(Column::Sentence);
    }
    Ok(columns)
}

/// The column with the longest texts among those that are not known, if they are long enough for sentences.
fn longest(columns: &[Option<Column>], rows: &[Vec<String>]) -> Option<usize> {
    let length = |at: usize| {
        rows.iter()
            .filter_map(|row| row.get(at))
            .map(String::len)
            .sum::<usize>()
    };
    let free = (0..columns.len()).filter(|at| columns[*at].is_none());
    free.max_by_key(|at| length(*at))
        .filter(|at| length(*at) > rows.len() * 20)
}
