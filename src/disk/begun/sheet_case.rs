//! A case made from a sheet: each sentence becomes a claim and a line of the draft, each source a source; all notes are kept. What the
//! sheet says of checks is kept as a note: a ruling is given for words that somebody sees, and nobody has seen these here.

use super::ids::Ids;
use super::sheet::{Line, Sheet};
use super::{Begun, sentences};
use crate::case::{Kind, Locator};
use crate::disk::NotDone;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Makes the case of a sheet.
///
/// # Errors
/// If no row holds a sentence that a draft can hold.
pub fn begin(sheet: &Sheet) -> Result<Begun, NotDone> {
    let mut making = Making::default();
    // Rows with one sentence follow each other: a row for each source.
    for rows in sheet
        .lines
        .chunk_by(|a, b| a.sentence == b.sentence && a.line == b.line)
    {
        making.sentence(rows);
    }
    if making.claims.is_empty() {
        return Err(NotDone::new(
            "no row of the sheet holds a sentence",
            "call the column with the sentences `sentence`",
        ));
    }
    let found = vec![
        (making.claims.len(), "sentences"),
        (making.sources.len(), "sources"),
    ];
    Ok(Begun {
        title: None,
        sections: vec![
            (Kind::Source.section(), making.sources),
            (Kind::Claim.section(), making.claims),
        ],
        draft: making.draft,
        found,
    })
}

#[derive(Default)]
struct Making {
    ids: Ids,
    sources: Map<String, Value>,
    /// Sources by their words, as the sheet names them.
    by_words: HashMap<String, String>,
    claims: Map<String, Value>,
    draft: String,
}

impl Making {
    fn sentence(&mut self, rows: &[Line]) {
        let Some(first) = rows.first() else {
            return;
        };
        let lines = sentences(&harmless(&first.sentence));
        let words: Vec<&str> = lines
            .iter()
            .map(|s| s.words.as_str())
            .filter(|w| !w.is_empty())
            .collect();
        if words.is_empty() {
            return;
        }
        let claim = self.ids.after(&format!("c-{}", self.claims.len() + 1), "c");
        for words in &words {
            self.draft.push_str(&format!("{words} [@{claim}]\n"));
        }
        let mut evidence: Vec<String> = vec![];
        let mut notes: Vec<String> = vec![];
        for row in rows {
            if let Some(cited) = self.source(row, &mut notes)
                && !evidence.contains(&cited)
            {
                evidence.push(cited);
            }
            notes.extend(of_row(row));
        }
        notes.dedup();
        let mut fields = Map::new();
        fields.insert("says".to_owned(), words.join(" ").into());
        let evidence = if evidence.is_empty() {
            json!("TK")
        } else {
            json!(evidence)
        };
        fields.insert("evidence".to_owned(), evidence);
        if !notes.is_empty() {
            fields.insert("note".to_owned(), notes.join("; ").into());
        }
        self.claims.insert(claim, Value::Object(fields));
    }

    /// The reference to a row's source; a new source is made.
    fn source(&mut self, row: &Line, notes: &mut Vec<String>) -> Option<String> {
        let words = if row.source.is_empty() {
            &row.url
        } else {
            &row.source
        };
        if words.is_empty() || is_open(words) {
            return None;
        }
        let id = match self.by_words.get(words) {
            Some(id) => id.clone(),
            None => {
                // A sheet of our own writes `id: title`.
                let name = words.split_once(": ").map_or(words.as_str(), |(id, _)| id);
                let name = name
                    .trim_start_matches("https://")
                    .trim_start_matches("http://");
                let id = self.ids.after(name, "source");
                let mut fields = Map::new();
                fields.insert("kind".to_owned(), kind(words).into());
                fields.insert("title".to_owned(), words.as_str().into());
                if let Some(url) = address(row) {
                    fields.insert("url".to_owned(), url.into());
                }
                self.sources.insert(id.clone(), Value::Object(fields));
                self.by_words.insert(words.clone(), id.clone());
                id
            }
        };
        match locator(&row.locator) {
            Some(locator) => Some(format!("{id}#{locator}")),
            None => {
                if !row.locator.is_empty() {
                    notes.push(format!("place in {id}: {}", row.locator));
                }
                Some(id)
            }
        }
    }
}

/// What else a row says.
fn of_row(row: &Line) -> Vec<String> {
    let mut notes = vec![];
    if !row.checked.is_empty() {
        notes.push(format!("in the sheet: {}", row.checked.join(", ")));
    }
    if !row.reply.is_empty() {
        notes.push(format!("reply: {}", row.reply));
    }
    if !row.note.is_empty() {
        notes.push(row.note.clone());
    }
    notes.extend(row.other.iter().cloned());
    notes
}

/// Words for a source that is still to be found.
fn is_open(words: &str) -> bool {
    let words = words.to_lowercase();
    ["tk", "tbc", "tbd", "n/a", "none", "?", "-", "–"].contains(&words.as_str())
}

fn address(row: &Line) -> Option<&str> {
    let words = row.url.split(' ').chain(row.source.split(' '));
    let mut found =
        words.filter(|word| word.starts_with("http://") || word.starts_with("https://"));
    found.next()
}

/// What a source is, by its words.
fn kind(words: &str) -> &'static str {
    let words = words.to_lowercase();
    let known = [
        ("interview", "interview"),
        ("call with", "interview"),
        ("e-mail", "email"),
        ("email", "email"),
        ("press release", "release"),
        ("statement", "statement"),
        ("transcript", "transcript"),
        ("report", "report"),
        ("http", "article"),
    ];
    let found = known.iter().find(|(word, _)| words.contains(word));
    found.map_or("document", |(_, kind)| kind)
}

/// A place as people write it: `p. 3`, `page 3-5`, `par 7`, `00:12:30`.
fn locator(text: &str) -> Option<Locator> {
    let text = text.to_lowercase().replace('–', "-");
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.' && *c != '#')
        .collect();
    let rest = |names: &[&str]| {
        let name = names.iter().find(|name| text.starts_with(**name))?;
        Some(text[name.len()..].to_owned())
    };
    let written = if let Some(n) = rest(&["paragraph", "para", "par", "¶"]) {
        format!("par{n}")
    } else if let Some(n) = rest(&["pages", "page", "pp", "pg", "p", "seite", "s"]) {
        format!("p{n}")
    } else if let Some(n) = rest(&["lines", "line", "l"]) {
        format!("l{n}")
    } else {
        format!("t{}", text.trim_start_matches('t'))
    };
    Locator::parse(&written).ok()
}

/// A sentence of a sheet as a line of a draft, with nothing in it that would be read as a mark, heading, comment or fence.
fn harmless(sentence: &str) -> String {
    let text = sentence
        .replace("[@", "(@")
        .replace("<!--", "< !--")
        .replace("[~]", "(~)");
    text.trim_start_matches(['#', '`', '~', '>', '-', '*', '+', '|', '=', ' '])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{begin, locator};
    use crate::disk::begun::Sheet;

    #[test]
    fn a_source_named_like_a_claim_takes_no_claims_id() {
        let sheet = Sheet::read("sentence,source\nIt rained.,C-2\nIt snowed.,C-1\n").unwrap();
        let begun = begin(&sheet).unwrap();
        let ids: Vec<&String> = begun
            .sections
            .iter()
            .flat_map(|(_, all)| all.keys())
            .collect();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), 4, "{ids:?}");
        for id in begun.sections[1].1.keys() {
            assert!(begun.draft.contains(&format!("[@{id}]")), "{}", begun.draft);
        }
    }

    #[test]
    fn places_are_read_as_people_write_them() {
        let read = |text: &str| locator(text).map(|l| l.to_string());
        assert_eq!(read("p. 3").as_deref(), Some("p3"));
        assert_eq!(read("pages 3–5").as_deref(), Some("p3-5"));
        assert_eq!(read("par7").as_deref(), Some("par7"));
        assert_eq!(read("00:12:30").as_deref(), Some("t00:12:30"));
        assert_eq!(read("in the annex"), None);
    }
}
